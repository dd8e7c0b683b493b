"""The questions of the audit by three searches: ours, lunr as MkDocs' theme runs it, and Pagefind.

    make bench-search

All are asked the same over the same pages, as on the front page; ours also as on the pages of the question's region.
lunr gets names and texts as the theme's index holds them, its `fi` pipeline (stop words, no stemmer) and the theme's
way of asking: words that begin with those of the question, the more of them the better. Pagefind indexes the built
site with the stemmer of each page's language.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "hooks"))

from tno.build import Build  # noqa: E402
from tno.commands.questions import ask, report, searchable  # noqa: E402
from tno.load import Asked  # noqa: E402
from tno.rules.questions import Answers  # noqa: E402
from tno.search.audit import Answered, answered  # noqa: E402
from tno.today import today  # noqa: E402

Search = Callable[[str, str], Sequence[str]]
"""(question, language) → addresses of the results."""

LUNR = """
const [folder] = process.argv.slice(1);
const lunr = require(folder + "/lunr");
for (const name of ["lunr.stemmer.support", "lunr.fi", "lunr.sv"]) require(`${folder}/lunr-languages/${name}`)(lunr);
const { documents, questions } = JSON.parse(require("fs").readFileSync(0, "utf8"));
const indexes = {};
for (const [language, rows] of Object.entries(documents)) {
  indexes[language] = lunr(function () {
    if (lunr[language]) this.use(lunr[language]);
    this.pipeline.reset();  // the theme's default for other languages than English: stop words only
    if (lunr[language]) this.pipeline.add(lunr[language].trimmer, lunr[language].stopWordFilter);
    else this.pipeline.add(lunr.trimmer, lunr.stopWordFilter);
    this.searchPipeline.reset();
    this.ref("address");
    this.field("title", { boost: 1000 });
    this.field("text");
    rows.forEach(([address, title, text]) => this.add({ address, title, text }));
  });
}
const answers = questions.map(([question, language]) => {
  const words = lunr.tokenizer(question).map(String);
  const found = indexes[language].query(query => words.forEach(word => {
    query.term(word, { wildcard: lunr.Query.wildcard.TRAILING });
  }));
  const boosted = found.map(({ ref, score, matchData }) => {  // the more of the words, the higher, as the theme does it
    const terms = Object.keys(matchData.metadata);
    const share = words.filter(word => terms.some(term => term.startsWith(word))).length / words.length;
    return { ref, score: score * (1 + share ** 2) };
  });
  return boosted.sort((a, b) => b.score - a.score).slice(0, 10).map(({ ref }) => ref);
});
process.stdout.write(JSON.stringify(answers));
"""

PAGEFIND = """
const fs = require("fs"), path = require("path"), { pathToFileURL } = require("url");
const [folder] = process.argv.slice(1);
const questions = JSON.parse(fs.readFileSync(0, "utf8"));
globalThis.fetch = async address => {
  const file = path.join(folder, decodeURI(String(address).replace(/^https?:..local./, "")).replace(/[?].*/, ""));
  const data = fs.readFileSync(file);
  const body = data.buffer.slice(data.byteOffset, data.byteOffset + data.length);
  const read = { arrayBuffer: async () => body, json: async () => JSON.parse(data), text: async () => String(data) };
  return { ok: true, status: 200, ...read };
};
(async () => {
  const answers = questions.map(() => []);
  for (const language of ["fi", "sv", "en"]) {
    const root = { getAttribute: () => language };
    globalThis.document = { querySelector: () => root, documentElement: { lang: language } };
    globalThis.window = globalThis; globalThis.location = { origin: "http://local", href: "http://local/" };
    const { createInstance } = await import(pathToFileURL(path.join(folder, "pagefind", "pagefind.js")).href);
    const search = createInstance({ basePath: "http://local/pagefind/", baseUrl: "/" });
    await search.init(language);
    for (const [i, [question, asked]] of questions.entries()) {
      if (asked !== language) continue;
      const { results } = await search.search(question);
      const found = await Promise.all(results.slice(0, 10).map(each => each.data()));
      answers[i] = found.map(({ url }) => url.replace(/^\\//, "").replace(/index\\.html$/, ""));
    }
  }
  process.stdout.write(JSON.stringify(answers));
})();
"""


def main() -> None:
    day = today({})
    show("ours, as on the pages of the region", ask(ROOT, day))
    show("ours, as on the front page", ask(ROOT, day, with_region=False))
    build = searchable(ROOT, day)
    asked = build.loaded.questions
    build.abandon()
    show("lunr 2.3.9, the theme's default", judged(asked, build, lunr(build, asked)))
    show("Pagefind 1.5.2", judged(asked, build, pagefind(asked)))


def show(name: str, found: Sequence[Answered]) -> None:
    """One table."""
    print(f"\n{name}\n" + "\n".join(report(found)))


def judged(asked: Sequence[Asked], build: Build, results: Sequence[Sequence[str]]) -> list[Answered]:
    """The audit's judgement of others' results."""
    answers = Answers(build.loaded.network)
    return [answered(each, answers, found) for each, found in zip(asked, results, strict=True)]


def lunr(build: Build, asked: Sequence[Asked]) -> list[list[str]]:
    """What lunr finds: documents as the theme would index them."""
    languages = sorted({each.question.language for each in asked})
    documents = {
        language: [
            [each.address, each.title, " ".join((*each.keywords, *each.brief, each.rest))]
            for each in build.search.documents(language)
        ]
        for language in languages
    }
    given = {"documents": documents, "questions": _questions(asked)}
    return _node(LUNR, ROOT / "node_modules", given)


def pagefind(asked: Sequence[Asked]) -> list[list[str]]:
    """What Pagefind finds on the built site."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        run = [sys.executable, "-m"]
        subprocess.run([*run, "mkdocs", "build", "-q", "-d", str(site)], cwd=ROOT, check=True)
        subprocess.run([*run, "pagefind", "--site", str(site), "--root-selector", "main", "--quiet"], check=True)
        return _node(PAGEFIND, site, _questions(asked))


def _questions(asked: Sequence[Asked]) -> list[list[str]]:
    return [[each.question.question, each.question.language] for each in asked]


def _node(script: str, folder: Path, given: object) -> list[list[str]]:
    done = subprocess.run(
        ["node", "-e", script, str(folder)], input=json.dumps(given), capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(done.stderr)
    found: list[list[str]] = json.loads(done.stdout)
    return found


if __name__ == "__main__":
    main()
