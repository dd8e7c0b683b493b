"""Templates compiled the project's way say what the stock environment says."""

import sys
from pathlib import Path
from types import SimpleNamespace

import jinja2
import pytest
from markupsafe import Markup

from tno.compiler import Compiled, Environment

VALUES = {
    "row": SimpleNamespace(
        name="<Inari & Utsjoki>", html=Markup("<b>x</b>"), items=(1, 2), inner=SimpleNamespace(a="ä")
    ),
    "rows": [SimpleNamespace(name="a", count=1), SimpleNamespace(name="b")],
    "words": {"open": "Auki"},
    "shout": lambda text, end="!": f"{text}{end}<",
}
TEMPLATES = [
    "{{ row.name }} {{ row.html }} {{ row.inner.a }} {{ row['name'] }}",
    "{% for each in rows %}{{ loop.index }}{{ each.name }}{{ each.count | d(0) }}{% endfor %}",
    "{% for each in rows %}{% if each.count is defined %}{{ each.count }}{% else %}-{% endif %}{% endfor %}",
    '{% for each in [{"name": "<a>", "n": 1}, {"name": row.name}] %}{{ each.name }}{{ each.n | d("?") }}{% endfor %}',
    '{% set found = {"voimassa": "ok"} %}{{ found.voimassa }}{{ found.get("x", "stop") }}{{ words["open"] }}',
    "{% macro card(row, title='t') %}<p>{{ title }}{{ row.name }}{{ caller() if caller is defined }}</p>{% endmacro %}"
    "{{ card(row) }}{{ card(row, title=row.html) }}{% call card(rows[0]) %}<i>{{ row.name }}</i>{% endcall %}",
    "{{ shout(row.name) }}{{ shout(row.name, end=row.html) }}{{ 'a'.upper() }}{{ row.name | upper }}",
    "{% set made %}<u>{{ row.name }}</u>{% endset %}{{ made }}{{ 'a' ~ row.html ~ row.name }}",
    "{% for each in rows if each.name != 'a' %}{{ shout(each.name, loop.index) }}{% endfor %}",
]


@pytest.mark.parametrize("source", TEMPLATES)
def test_a_template_says_the_same_as_in_the_stock_environment(source: str) -> None:
    settings = {"autoescape": True, "undefined": jinja2.StrictUndefined}
    ours = Environment(**settings, optimized=False).from_string(source).render(VALUES)
    assert ours == jinja2.Environment(**settings).from_string(source).render(VALUES)


def test_what_is_missing_stops_the_page() -> None:
    environment = Environment(autoescape=True, undefined=jinja2.StrictUndefined, optimized=False)
    for source in ("{{ row.nothing }}", "{{ nothing }}", "{{ nothing.at_all }}", '{{ {"a": 1}.b }}'):
        with pytest.raises((jinja2.UndefinedError, AttributeError)):
            environment.from_string(source).render(VALUES)


def test_compiled_templates_are_believed_only_while_their_source_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    folder = Compiled.folder(tmp_path / "kept")
    assert folder == tmp_path / "kept"
    for source, said in (("a{{ 1 }}", "a1"), ("b{{ 2 }}", "b2")):
        (tmp_path / "page.html").write_text(source, encoding="utf-8")
        for _ in range(2):
            loader = jinja2.FileSystemLoader(tmp_path)
            environment = Environment(loader=loader, autoescape=True, bytecode_cache=Compiled(folder))
            assert environment.get_template("page.html").render() == said
    assert len(list(folder.iterdir())) == 1
