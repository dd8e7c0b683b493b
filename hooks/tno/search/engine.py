"""The page's own ranking, run here: `ranking.js` in QuickJS, over the files of the index as a browser loads them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

import quickjs

from tno.search import RANKING

FIRST = "index"
MOST_ROUNDS = 12


class Engine:
    """One language's search. Parts are loaded when a question needs them."""

    def __init__(self, files: Mapping[str, str]) -> None:
        """
        Args:
            files: path of each file of the index → text; only names without folder and `.json` count.
        """
        self._files = {path.rpartition("/")[2].removesuffix(".json"): text for path, text in files.items()}
        self._context = quickjs.Context()
        self._context.eval(_script())
        self._context.eval(f"const index = Ranking.open({self._files[FIRST]});")
        self._context.eval(
            "const call = (name, text, options) => JSON.stringify(index[name](text, JSON.parse(options)));"
        )
        self.loaded = {FIRST}
        """Names of the parts that have been needed so far."""

    def search(self, question: str, **options: Any) -> dict[str, Any]:
        """The answer as the page gets it (see `tno.search`)."""
        return self._ask("search", question, options)

    def suggest(self, text: str, **options: Any) -> dict[str, Any]:
        """What is offered while `text` is being typed."""
        return self._ask("suggest", text, options)

    def key(self, word: str) -> str:
        """The key of a folded word, as the script makes it."""
        return str(self._context.eval(f"index.key({json.dumps(word)})"))

    def folded(self, text: str) -> list[str]:
        """The words of a text, as the script sees them."""
        words: list[str] = json.loads(self._context.eval(f"JSON.stringify(Ranking.wordsIn({json.dumps(text)}))"))
        return words

    def size(self) -> int:
        """Bytes of the parts that have been needed so far."""
        return sum(len(self._files[name].encode()) for name in self.loaded)

    def _ask(self, name: str, text: str, options: Mapping[str, Any]) -> dict[str, Any]:
        for _ in range(MOST_ROUNDS):
            asked = self._context.eval(
                f"call({json.dumps(name)}, {json.dumps(text)}, {json.dumps(json.dumps(options))})"
            )
            answer: dict[str, Any] = json.loads(asked)
            if not (needs := answer.get("needs")):
                return answer
            for part in needs:
                self.loaded.add(part)
                self._context.eval(f"index.add({json.dumps(part)}, {self._files[part]});")
        raise RuntimeError(f"{text!r} wants parts without end: {needs}")


@cache
def _script() -> str:
    return RANKING.read_text(encoding="utf-8")
