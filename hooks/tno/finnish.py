"""Finnish as Finns write it: alphabetical order, addresses, days, telephone numbers, lists.

How pages write days, times and lists, each in its language, is in `tno.writing`. Nothing here asks the machine's
locale, so every build of every machine writes alike. Sources: SFS 4600 for the order of the alphabet; the guides of
the Institute for the Languages of Finland (Kotus) for dates and numbers.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

NO_BREAK_SPACE = "\u00a0"

# --- letters ----------------------------------------------------------------------------------------------------------

_NORDIC = {"å": "{a", "ä": "{b", "æ": "{b", "ö": "{c", "ø": "{c"}
_WITHOUT_MARKS = {"đ": "d", "ð": "d", "ŋ": "n", "ŧ": "t", "þ": "t", "ø": "o", "æ": "ae", "ł": "l", "ß": "ss"}
_PLAIN = str.maketrans(
    {"å": "a", "ä": "a", "ö": "o", "š": "s", "ž": "z", "č": "c", "á": "a", "é": "e"} | _WITHOUT_MARKS
)


def without_dots(text: str) -> str:
    """`text` in small letters a–z where a Latin letter allows: ä→a, ö→o, å→a, š→s, ŋ→n. Other scripts stay."""
    plain = text.casefold()
    if plain.isascii():
        return plain
    plain = plain.translate(_PLAIN)
    if plain.isascii():
        return plain
    parts = unicodedata.normalize("NFKD", plain)
    return "".join(part for part in parts if not unicodedata.combining(part)).translate(_PLAIN)


_LAST = chr(0x206F)
_ALPHABET = {
    code: _NORDIC.get(chr(code)) or without_dots(chr(code)) for code in (*range(0xA1, 0x250), *range(0x2010, 0x2070))
}
"""Latin letters and the usual dashes and quotes as `sort_key` writes them: whole names in one step."""


@lru_cache(maxsize=1 << 16)
def sort_key(text: str) -> tuple[str, str]:
    """Key for the Finnish alphabet: å, ä, ö last, capitals and small letters alike, š as s, ž as z, é as e.

    The second part, the text itself, settles what the first leaves equal, so that an order never depends on chance.
    """
    composed = unicodedata.normalize("NFC", text).casefold().translate(_ALPHABET)
    if not composed.isascii() and max(composed) > _LAST:
        composed = "".join(_NORDIC.get(letter) or without_dots(letter) for letter in composed)
    return composed, text


@lru_cache(maxsize=1 << 12)
def slug(text: str) -> str:
    """The part of an address made of `text`: "Länsi-Lappi" → "lansi-lappi". Empty when no letter or digit is left."""
    return re.sub(r"[^a-z0-9]+", "-", without_dots(text)).strip("-")


# --- days -----------------------------------------------------------------------------------------------------------

WEEKDAYS = ("maanantai", "tiistai", "keskiviikko", "torstai", "perjantai", "lauantai", "sunnuntai")
"""Monday first, as `date.weekday()` counts."""
WEEKDAYS_SHORT = ("ma", "ti", "ke", "to", "pe", "la", "su")
MONTHS = (
    *("tammikuu", "helmikuu", "maaliskuu", "huhtikuu", "toukokuu", "kesäkuu"),
    *("heinäkuu", "elokuu", "syyskuu", "lokakuu", "marraskuu", "joulukuu"),
)
"""January first: `MONTHS[day.month - 1]`."""


def day(value: date) -> str:
    """24.12.2026"""
    return f"{value.day}.{value.month}.{value.year}"


# --- telephone numbers ------------------------------------------------------------------------------------------------

_WRITTEN = re.compile(r"[\d\s()+/.\-\u2010-\u2013]*\d{2}[\d\s()+/.\-\u2010-\u2013]*")
_BEGINNING = re.compile(r"0(?:[678]00|29\d|[45]00(?=[1-9])|4\d|50|[12367]0|1[3-9]|[235689])")
"""What stands apart at home: service numbers 0600, 0700, 0800, authorities 029x, old mobile numbers 0400 and 0500,
mobile 04x and 050, company numbers 010, 020, 030, 060, 070, areas 013–019, 02, 03, 05, 06, 08, 09."""


def _digits(text: str) -> str | None:
    """Digits with a leading + if there was one; Finnish ones as dialled at home (0… or short). None: not a number."""
    if text.startswith("+358") and text[1:].isdecimal() and text.isascii():
        return f"0{text[4:].removeprefix('0')}"
    if not _WRITTEN.fullmatch(text):
        return None
    digits = re.sub(r"[^\d+]", "", text.replace("(0)", ""))
    if digits.startswith(("+358", "00358")):
        return "0" + digits.split("358", 1)[1].removeprefix("0")
    return f"+{digits[2:]}" if digits.startswith("00") else digits


def phone(text: str) -> str:
    """A telephone number as Finns write it: 040 555 0123, 016 000 1234, 116 111.

    Only the grouping changes; whether the number exists is not asked. Foreign numbers and other text stay as written.
    """
    national = _digits(text)
    if national is None or not national.isdecimal():
        return text.strip()
    if not (beginning := _BEGINNING.match(national)):
        return _grouped(national)
    return f"{beginning[0]} {_grouped(national[beginning.end() :])}".strip()


def _grouped(digits: str) -> str:
    """Threes from the left, the last of three or four: 123 456 · 000 1234; five are 12 345, eight 1234 5678."""
    groups = []
    while len(digits) > 4:
        cut = {5: 2, 8: 4}.get(len(digits), 3)
        groups.append(digits[:cut])
        digits = digits[cut:]
    return " ".join([*groups, digits])


def phone_e164(text: str) -> str | None:
    """+358405550123; a short number (112, 116111) as it is dialled. None when `text` is no telephone number.

    Source: ITU-T E.164, at most 15 digits; short numbers have no form there.
    """
    digits = _digits(text)
    if digits is None or not re.fullmatch(r"\+[1-9]\d{4,14}|0[1-9]\d{3,11}|[1-9]\d{2,5}", digits):
        return None
    return f"+358{digits[1:]}" if digits.startswith("0") else digits


# --- lists and numbers ------------------------------------------------------------------------------------------------


def listing(words: Sequence[str], last: str = "ja") -> str:
    """a, b ja c"""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def number(value: int | float, decimals: int = 0) -> str:
    """12 345 or 1 234,5: thousands apart by a space that does not break, a decimal comma, a true minus sign."""
    text = f"{value:,.{decimals}f}".replace(",", NO_BREAK_SPACE).replace(".", ",")
    return text.replace("-", "−")
