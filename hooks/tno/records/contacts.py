"""Ways to reach somebody: telephone numbers, e-mail and web addresses, checked; contacts by role.

Under `example: true` nothing may be dialable and every host is example.org, so that invented content can never
lead a person astray; the validation's context says whether the record is an example.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from tno.frozen import frozen
from tno.records.base import Part
from tno.records.fault import fault
from tno.records.scalars import Day, Line, OrganisationRef, TermOf, Text, text_of, with_plain_marks


@frozen
class Reachable:
    """A field type checked by `check(text, example)`, where `example` says whether the record is invented."""

    check: Callable[[str, bool], str]
    schema: tuple[tuple[str, str], ...]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        check = self.check

        def validate(value: Any, info: core_schema.ValidationInfo) -> str:
            return check(text_of(value).strip(), info.context.example)  # type: ignore[union-attr]

        return core_schema.with_info_plain_validator_function(validate)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return dict(self.schema)


_UNDIALABLE = re.compile(r"1[3-9]00\d{2,6}")
"""Numbers nobody can have: in the areas 013–019 no subscriber's number begins with 0. After the shorter codes 00 would
make another prefix (040 00… is 0400 …, 08 00… is 0800 …)."""
_PHONE = re.compile(r"\+?[\d ()/-]+")
_BETWEEN_NUMBERS = re.compile(r"\s*(?:[,;]|\btai\b|\bja\b|/ |/(?=[0+]))\s*")
_NEEDLESS_ZERO = re.compile(r"(?:\+|00)\d{1,3} *\(0\)")
_FEWEST_DIGITS, _MOST_DIGITS = 7, 12
"""Of an invented number, without the country and its first 0; real ones are looked up."""
_INVENTED, _REAL = "016 00 1234", "016 123 4567"
"""Numbers to show as examples: one that passes in a record that is an example, one as real ones are written."""


def check_phone(text: str, example: bool) -> str:
    """The number in E.164, or as it is when short (112, 116111).

    Raises the fault when it is not a number, not dialable, or dialable in an example. Source: ITU-T E.164.
    """
    text = with_plain_marks(text)
    shown = _INVENTED if example else _REAL
    several = sum(map(str.isdecimal, text)) >= 12 and _BETWEEN_NUMBERS.split(text)
    if several and sum(len(re.findall(r"\d", part)) >= 6 for part in several) > 1:
        raise fault("phone-many", value=text, example=shown)
    if not _PHONE.fullmatch(text):
        raise fault("phone-invalid", value=text, example=shown, **_number_in(text))
    if _NEEDLESS_ZERO.search(text):
        raise fault("phone-zero", value=text, suggestion=" ".join(text.replace("(0)", " ").split()))
    digits = re.sub(r"[^\d+]", "", text)
    national = re.sub(r"^(\+358|00358|0)", "", digits)
    if example:
        if not _FEWEST_DIGITS <= len(national.lstrip("+")) <= _MOST_DIGITS:
            raise fault("phone-not-dialable", value=text, example=shown)
        if not _UNDIALABLE.fullmatch(national):
            raise fault("phone-dialable-example", value=text)
        return f"+358{national}"
    return _dialable(text, digits)


def _number_in(text: str) -> dict[str, str]:
    """Advice when `text` is one number with words beside it: `p. 016 00 1234 (vaihde)`."""
    number = re.search(r"(?<!\w)\+?\d(?:[ -]?\d){5,14}(?!\w)", text, re.ASCII)
    whole = number and len(re.findall(r"\d", number[0])) == len(re.findall(r"\d", text))
    return {"suggestion": number[0]} if number and whole else {}


def _dialable(text: str, digits: str) -> str:
    import phonenumbers  # costs 20–150 ms: only where real numbers are read

    if re.fullmatch(r"1\d{2,5}", digits):
        if not phonenumbers.is_valid_short_number(phonenumbers.parse(digits, "FI")):
            raise fault("phone-not-dialable", value=text, example=_REAL)
        return digits
    try:
        number = phonenumbers.parse(digits, "FI")
    except phonenumbers.NumberParseException:
        raise fault("phone-invalid", value=text, example=_REAL) from None
    if not phonenumbers.is_valid_number(number):
        raise fault("phone-not-dialable", value=text, example=_REAL)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


_USUAL_URL = re.compile(r"https?://((?:[a-z0-9-]+\.)+[a-z]+)(?:/[\w./?&=%~#+-]*)?", re.ASCII)
_EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)")


def is_example_host(host: str) -> bool:
    """Whether `host` is example.org or below it (RFC 2606)."""
    return host.lower() == "example.org" or host.lower().endswith(".example.org")


def check_email(text: str, example: bool) -> str:
    """An e-mail address; in an example its host is example.org."""
    if not (match := _EMAIL.fullmatch(text)):
        found = _EMAIL.findall(plain := re.sub(_AT, "@", text.removeprefix("mailto:")))
        meant = _EMAIL.search(plain) if len(found) == 1 else None
        raise fault("email-invalid", value=text, **({"suggestion": meant[0]} if meant else {}))
    if example and not is_example_host(match[1]):
        raise fault("host-real-in-example", value=text)
    return text


_AT = r"(?i) ?[(\[](?:at|ät)[)\]] ?| ?@ ?"
"""What people write in place of @, so that programs do not find the address."""
_LIKE_A_URL = r"(?i)(?:ht+ps?:/*)?((?:[\w-]+\.)+[a-zåäö]{2,}(?:/\S*)?)"


def likely_url(text: str) -> str:
    """`text` with https:// before it, when only that is missing or untidy; else empty."""
    match = re.fullmatch(_LIKE_A_URL, re.sub(r"(?<=:)(/*) +", r"\1", text.strip(" <>")).removeprefix("//"))
    return f"https://{match[1]}" if match else ""


def check_url(text: str, example: bool) -> str:
    """An http or https address with a host; in an example the host is example.org."""
    if usual := _USUAL_URL.fullmatch(text):
        if example and not is_example_host(usual[1]):
            raise fault("host-real-in-example", value=text)
        return text
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        raise fault("url-invalid", value=text) from None
    if parts.scheme not in {"http", "https"} or not host or "." not in host or re.search(r"\s", text):
        meant = likely_url(text)
        code = "url-scheme" if meant and not parts.scheme.startswith("http") else "url-invalid"
        raise fault(code, value=text, **({"suggestion": meant} if meant else {}))
    if example and not is_example_host(host):
        raise fault("host-real-in-example", value=text)
    return text


Phone = Annotated[str, Reachable(check_phone, (("type", "string"), ("pattern", r"^\+?[\d ()/-]+$")))]
"""A telephone number as Finns write it; the record holds E.164."""
Email = Annotated[str, Reachable(check_email, (("type", "string"), ("format", "email")))]
Url = Annotated[str, Reachable(check_url, (("type", "string"), ("pattern", "^https?://")))]


class Consent(Part):
    """A person's consent to be named."""

    date: Day = Field(description="Päivä, jona suostumus annettiin.")
    scope: Text = Field(description="Mihin suostumus annettiin.")


class Contact(Part):
    """Whom to ask, by role. A person's name needs that person's consent."""

    role: Annotated[str, TermOf("contact_role")] = Field(description="Rooli, ei henkilön nimi.")
    organisation: OrganisationRef | None = Field(default=None, description="Organisaation tunnus.")
    email: Email | None = Field(default=None, description="Sähköposti, mieluiten roolin oma osoite.")
    phone: Phone | None = Field(default=None, description="Puhelinnumero.")
    person: Line | None = Field(default=None, description="Henkilön nimi. Vaatii kohdan consent.")
    consent: Consent | None = Field(default=None, description="Henkilön suostumus: date ja scope.")
