"""The only file that knows MkDocs: its events in the order they run, each handing plain values to `tno` and back.

Works the same under `mkdocs` 1.6.1 and `properdocs` 1.6.7. The module is kept between rebuilds of `mkdocs serve`:
the build's state is made afresh in `on_files`. Restart after editing Python.
"""

import gc
import logging
import os
import re
import shutil
import tempfile
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

gc.disable()  # until everything is imported: what imports make stays, and collecting it costs a tenth of a small build
import markdown
import mkdocs
from jinja2 import FileSystemBytecodeCache, pass_context
from mkdocs.commands.build import get_context
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from tno.build import Build
from tno.compiler import Compiled
from tno.content import Folders
from tno.country import TableError
from tno.digest import digest_of, digest_of_files
from tno.edition import Edition
from tno.frames import Site
from tno.plan import Plan
from tno.problem import Severity
from tno.publisher import filled
from tno.report import SourceLines, severity_of, sorted_problems, summary, text_report
from tno.settings import Settings
from tno.shell import ROOT, Frame, KeptShells, slot, with_slots
from tno.today import today
from tno.tongues import language_of
from tno.words import words

gc.freeze()  # else the first look for what is no longer used would look through all of it
gc.enable()
log = get_plugin_logger("tno")
SHOWN_WARNINGS = 20  # of each rule, while building; `tno check` shows all
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/|#", re.IGNORECASE)
_now: dict = {}  # the build under way: "build", "site_dir", "staged", "linked", "said", "nav", "env", "config", "files"


def on_config(config):
    """Watch what the site is made of; leave to the package what it writes itself."""
    root = Path(config.config_file_path).parent
    outside = [os.environ[name] for name in ("TNO_CONTENT", "TNO_MEMBERS") if os.environ.get(name)]
    for folder in (root / "regions", root / "overrides", *map(Path, outside)):
        if folder.is_dir() and str(folder) not in config.watch:
            config.watch.append(str(folder))
    config.theme.static_templates -= {"sitemap.xml"}
    config.theme.get_env = _without_listing(config.theme.get_env)
    return config


def on_pre_build(config):
    """Let MkDocs clean and fill a folder of its own; the site's stays as it is until everything is ready.

    `mkdocs build` wipes `site_dir` right after this event (1.6.1, commands/build.py), which costs a national site
    seconds, and a build that fails would leave nothing.
    """
    _forget()
    _now["site_dir"] = config.site_dir
    config.site_dir = _now["staged"] = tempfile.mkdtemp(prefix="tno-")


def on_files(files, config):
    """Load and check the content.

    Pages written by hand stay as the last build left them when all is the same: then MkDocs has nothing to do. Else it
    needs a file for each section, so that links to it are checked. The package writes sections and copies files.
    """
    gc.disable()  # until the site is written: all that is loaded stays, and looking through it costs a third
    try:
        build = _now["build"] = Build(_plan(config))
        build.look_at(Path(_now["site_dir"]))
        network = build.loaded.network
    except (TableError, SettingError) as error:  # not content: the first fault is the only one told
        raise PluginError(str(error)) from None
    if unknown := build.plan.regions - network.regions.keys():
        raise PluginError(f"TNO_REGIONS: no such region: {', '.join(sorted(unknown))}")
    _drop_theme_assets(files, config.docs_dir)
    static, alone = [], _alone(config)
    with _content_first(build):
        build.learn([_address(file) for file in files.documentation_pages()])
        if alone:
            static = [file for file in files if not file.is_documentation_page() and file.inclusion.is_included()]
            build.static = {file.dest_uri: Path(file.abs_src_path) for file in static}
        if alone and build.generated.keep(_made_of(build, files, config)):
            config.theme.static_templates = set()
            return Files([])
        sections = [_section_file(page.address, config) for page in build.section_pages]
    for file in sections:
        files.append(file)
    _now["linked"] = [*sections, *static]
    return files


def on_nav(nav, config, files):
    """Keep the navigation: shells are rendered with it."""
    _now["nav"] = nav
    return nav


def on_page_markdown(markdown, page, config, files):
    """Let pages written by hand say who publishes the site."""
    build: Build = _now["build"]
    settings = build.plan.settings
    return filled(markdown, settings.publisher, words(language_of(page.url)), settings.tiles)


def on_env(env, config, files):
    """Give the frame its defaults and render the shells of all pages."""
    build: Build = _now["build"]
    with _content_first(build):
        _prepare(build, env, config, files)
    _report(build.checked.problems, build.plan.folders.root)
    _report(build.vanished_addresses, build.plan.folders.root)
    _report(build.publishers_blanks, build.plan.root)
    for file in _now.pop("linked", ()):
        files.remove(file)
    _now["env"] = env
    return env


def _prepare(build: Build, env, config, files) -> None:
    env.filters["url"] = _from_root
    if folder := Compiled.folder(build.plan.cache):  # named apart from bodies: nothing escapes by itself here
        env.bytecode_cache = FileSystemBytecodeCache(str(folder), "frame-%s.template")
    with build.stage("shells"):
        kept = KeptShells(build.plan.cache and build.plan.cache / "shells.marshal", _program(build, config))
        shells = {}
        for key, (frame, address) in build.page_files.shells_needed().items():
            marked = with_slots(frame)
            render = partial(_rendered, env, config, files, marked, address, slot("body"), slot(ROOT))
            shells[key] = kept.of(marked, render)
        kept.save()
    config.theme["language"] = "fi"  # whichever shell was rendered last; 404.html comes next
    # for 404.html, of which a host knows only one: it speaks every language that has a front page
    others = {language: words(language) for language in build.tongues.of("") if language != "fi"}
    env.globals |= {"default_frame": build.default_frame("fi"), "w": build.scene.w, "other_words": others}
    build.page_files.shells = shells


def on_page_context(context, page, config, nav):
    """Give a page written by hand the frame, the words and the theme's language of its address."""
    language = config.theme["language"] = language_of(page.url)
    return context | {"default_frame": _now["build"].frame_by_hand(page.url), "w": words(language)}


def on_post_build(config):
    """Write all pages and exports, then hand the finished site over."""
    build: Build = _now["build"]
    config.site_dir = _now["site_dir"]
    dead = build.publish(Path(_now["staged"]), said="said" in _now)
    shutil.rmtree(_now.pop("staged"))
    for link in dead:
        log.warning("dead link on /%s: %s", link.page, link.target)
    _now["itself"] = _now  # a circle that is frozen: a process that ends now need not take a million objects apart
    gc.freeze()
    gc.enable()


def on_build_error(error):
    """Leave nothing behind when a build stops."""
    _forget()


def on_serve(server, config, builder):
    """Show the last good site while content has errors; they are in the log.

    MkDocs itself would answer no request until they are mended (1.6.1, livereload: "The server will appear stuck").
    """
    rebuild = server.builder

    def rebuild_or_keep():
        with suppress(SystemExit):  # a build that stopped, and has said why
            rebuild()

    server.builder = rebuild_or_keep
    return server


def stock_page(page) -> str:
    """A record page rendered by the theme's own template, without a shell. For the test that they are the same."""
    build: Build = _now["build"]
    frame, body = build.frame_of(page), build.body_of(page)
    return _rendered(_now["env"], _now["config"], _now["files"], frame, page.address, body)


class SettingError(ValueError):
    """A variable of the environment or a line of mkdocs.yml that means nothing."""


def _plan(config) -> Plan:
    root, environment = Path(config.config_file_path).parent, os.environ
    cache, ledger = environment.get("TNO_CACHE"), environment.get("TNO_LEDGER")
    if ledger and not Path(ledger).is_file():
        raise SettingError(f"TNO_LEDGER: no such file: {ledger}")
    try:
        edition, day = Edition(environment.get("TNO_EDITION", "public")), today(environment)
        settings = Settings.from_extra(config.extra)
    except ValueError as error:
        raise SettingError(f"TNO_EDITION, TNO_TODAY, SOURCE_DATE_EPOCH or extra.tno of mkdocs.yml: {error}") from None
    return Plan(
        folders=Folders.of(root, environment),
        root=root,
        templates=Path(config.theme.custom_dir),
        cache=Path(cache) if cache else root / ".cache" / "tno",
        day=day,
        edition=edition,
        settings=settings,
        site=Site(config.site_name, _with_slash(config.site_url), _edit_base(config), edition),
        regions=frozenset(filter(None, map(str.strip, environment.get("TNO_REGIONS", "").split(",")))),
        former_ledger=Path(ledger) if ledger else None,
        most_warnings=SHOWN_WARNINGS if log.isEnabledFor(logging.INFO) else 0,
        audited=bool(environment.get("TNO_AUDIT")),
        timed=bool(environment.get("TNO_TIMINGS")),
    )


def _with_slash(url) -> str:
    return f"{url.rstrip('/')}/" if url else ""


def _edit_base(config) -> str:
    """Beginning of edit links: the repository's address and `edit_uri`, up to the project's root."""
    base = f"{config.repo_url.rstrip('/')}/{config.edit_uri.lstrip('/')}" if config.repo_url and config.edit_uri else ""
    return base.removesuffix("docs/")


@contextmanager
def _content_first(build: Build):
    """The rules between records are still at work while pages are prepared; what they find explains any failure."""
    try:
        yield
    except Exception:
        _report(build.checked.problems, build.plan.folders.root)
        raise


def _report(problems, root: Path) -> None:
    """Log every problem; stop the build without a traceback when any of them is an error.

    Warnings are logged as info: `--strict` counts only what is really wrong.
    """
    found, lines = sorted_problems(problems), SourceLines(root)
    errors = [problem for problem in found if severity_of(problem) is Severity.ERROR]
    warnings = [problem for problem in found if severity_of(problem) is not Severity.ERROR]
    if warnings:
        log.info("%s", text_report(warnings, lines).rstrip())
    if errors:
        log.error("%s", text_report(errors, lines).rstrip())
        raise PluginError(summary(found, "both"))


def _without_listing(get_env):
    """An environment that names none of the theme's files: MkDocs would list 11,000 icons to copy, and we use none.

    (1.6.1, structure/files.py, `add_files_from_theme`; listing them costs as much as reading a region.)
    """

    def environment():
        env = get_env()
        env.list_templates = lambda **_: []
        return env

    return environment


def _alone(config) -> bool:
    """Whether MkDocs makes of pages written by hand just what this file knows of: nobody else has a say in it."""
    plugins_and_hooks = len(config.plugins)
    return plugins_and_hooks == 1 and not (config.nav or config.draft_docs or config.extra_templates)


def _program(build: Build, config) -> str:
    """What everything that MkDocs renders depends on besides content."""
    passing = "site_dir", "strict", "theme", "watch"
    settings = [(name, value) for name, value in config.items() if name not in passing]
    own = digest_of_files([Path(__file__), Path(config.config_file_path)])
    return f"{build.plan.program}-{own}-{build.plan.site}-{settings}-{mkdocs.__version__}-{mkdocs.__file__}"


def _made_of(build: Build, files, config) -> str:
    """All that pages written by hand depend on: texts, what they may lead to, frames, who hears of their faults."""
    texts = digest_of_files(Path(file.abs_src_path) for file in files.documentation_pages())
    there = [*(file.src_uri for file in files), "", *(page.address for page in build.section_pages)]
    program = f"{_program(build, config)}-{markdown.__version__}-{log.getEffectiveLevel()}"
    return digest_of([program, texts, build.frames_made_of(), *there])


def _section_file(address: str, config) -> File:
    """A section's page as MkDocs sees it: a place that links may lead to, no page that it need read and render."""
    file = File.generated(config, f"{address}index.md", content="", inclusion=InclusionLevel.INCLUDED)
    file.url  # noqa: B018 - made now, while it is the address of a page
    file.is_documentation_page = bool  # no
    return file


def _notice(_record) -> bool:
    """MkDocs has found fault with a page written by hand: the next build has to look at it again, and say so."""
    return _now.setdefault("said", True)


logging.getLogger(MkDocsPage.__module__).addFilter(_notice)


def _drop_theme_assets(files, docs_dir) -> None:
    """Pages load the project's own scripts and styles only; the theme's would be 2 MB that nobody asks for.

    MkDocs copies its template of a sitemap as it is, once it is no static template any more; ours would be written
    over it in every build.
    """
    for file in list(files):
        of_theme = file.src_dir is not None and Path(file.src_dir) != Path(docs_dir)
        if of_theme and file.src_uri.startswith(("assets/", "partials/", "sitemap.xml")):
            files.remove(file)


def _address(file: File) -> str:
    return "" if file.url in (".", "./") else file.url


@pass_context
def _from_root(context, address) -> str:
    """The filter `url`, by way of the root: MkDocs' own would lead from a page to its neighbour ("../verkosto/"), and a
    shell has to fit every page of its depth."""
    written = str(address)
    return written if _ELSEWHERE.match(written) else f"{context['base_url'].rstrip('/')}/{written}"


def _rendered(env, config, files, frame: Frame, address: str, body: str, root: str = "") -> str:
    """A page of the theme's template with this frame and body, at an address MkDocs knows nothing of."""
    _now["config"], _now["files"] = config, files
    page = MkDocsPage(None, File.generated(config, f"{address}index.md", content=""), config)
    page.meta, page.content, page.markdown = {"frame": frame, "title": "-"}, body, ""
    context = get_context(_now["nav"], files, config, page) | {"w": words(frame.language)}
    config.theme["language"] = frame.language
    return env.get_template("main.html").render(context | ({"base_url": root} if root else {}))


def _forget() -> None:
    gc.unfreeze()
    gc.enable()
    if staged := _now.get("staged"):
        shutil.rmtree(staged, ignore_errors=True)
    _now.clear()
