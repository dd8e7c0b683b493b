"""Fetch `data/ledger.json` of the published site, for TNO_LEDGER: `python tools/published_ledger.py URL FILE`.

Prints FILE when the site had a ledger, and nothing when it has none yet (404), which stderr says. Anything else that
goes wrong, an answer that is no ledger too, ends with 1: a build without the ledger would forget since when every page
has been there, and would see no address vanish.
"""

from __future__ import annotations

import secrets
import sys
import time
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from tno.ledger import read_ledger  # noqa: E402  the package lies under hooks/

WAITS_S = (2.0, 8.0, 30.0)
"""How long to wait before each new try."""
TIMEOUT_S = 30
PASSING = {408, 429, 500, 502, 503, 504}
"""Answers that may be another in a moment."""


class LedgerError(RuntimeError):
    """There may be a ledger, and it could not be had."""


def fetch(site: str, waits_s: tuple[float, ...] = WAITS_S) -> bytes | None:
    """The ledger of the site at `site`; None when it has none.

    Raises:
        LedgerError: no answer, or another than the file or 404.
    """
    address = f"{site.rstrip('/')}/data/ledger.json"
    if not address.startswith(("https://", "http://")):
        raise LedgerError(f"{site!r} is no address of a site")
    for wait_s in (*waits_s, None):
        try:
            return _answer(address)
        except HTTPError as error:
            if error.code == 404:
                return None
            trouble, passes = f"{error.code} {error.reason}", error.code in PASSING
        except (URLError, HTTPException, OSError) as error:
            trouble, passes = str(error) or type(error).__name__, True
        if wait_s is None or not passes:
            break
        say(f"{address}: {trouble}. Trying again in {wait_s:g} s.")
        time.sleep(wait_s)
    raise LedgerError(f"{address}: {trouble}")


def _answer(address: str) -> bytes:
    """The file as it is now: the query passes by what a network keeps of the last deployment but one."""
    request = Request(f"{address}?{secrets.token_hex(8)}", headers={"Cache-Control": "no-cache"})
    with urlopen(request, timeout=TIMEOUT_S) as answer:
        return bytes(answer.read())


def save(ledger: bytes, file: Path) -> int:
    """Write the ledger; gives how many addresses it knows.

    Raises:
        LedgerError: it is no ledger, or an empty one, which no published site has.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(ledger)
    if not (known := len(read_ledger(file))):
        file.unlink()
        raise LedgerError(f"the answer is no ledger: it begins {ledger[:60]!r}")
    return known


def main(site: str, file: str) -> int:
    """0 with or without a ledger; 1 when it could not be had."""
    try:
        ledger = fetch(site)
        if ledger is None:
            say(f"::warning title=No ledger yet::{site} has no data/ledger.json. Dates begin from this build.")
            return 0
        say(f"The published site knows {save(ledger, Path(file))} addresses.")
    except LedgerError as error:
        say(f"::error title=The ledger could not be fetched::{error}. Nothing is published without it.")
        return 1
    print(file)
    return 0


def say(text: str) -> None:
    """Tell what is going on, apart from the answer."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
