"""Forms as the forge sends them: what the body of an issue is when somebody has answered the questions."""

from __future__ import annotations

from collections.abc import Mapping

from tno.from_issue.form import Form, Widget
from tno.from_issue.forms import CHANGE, EVENT, ORGANISATION, PRACTICE, SERVICE

SERVICE_SENT = {
    "name": "Kemin uraneuvonta",
    "region": "Lappi",
    "summary": "Apua alan valintaan: ilman ajanvarausta.",
    "organisation": "Tuulipolun Ohjaamo",
    "kind": "Neuvonta, Ohjaus",
    "target_groups": "Nuoret, Aikuiset",
    "topics": "Ura ja ammatinvalinta",
    "areas": "Kemi, Tornio",
    "phone": "016 00 1234",
    "phone_hours": "ma-to klo 9–15\npe 9-12",
    "street": "Esimerkkikatu 1",
    "postal_code": "94100",
    "post_office": "Kemi",
    "municipality": "Kemi",
    "languages": "suomi",
    "price": "Maksuton",
    "body": "Tule juttelemaan.\n\nMukaan voi ottaa kaverin.",
    "promise": "x",
}
EVENT_SENT = {
    "name": "Uramessut",
    "region": "Lappi",
    "kind": "Messut",
    "organiser": "Tuulipolun Ohjaamo",
    "audience": "Kaikille avoin",
    "start_day": "3.12.2026",
    "start_time": "klo 9",
    "end_time": "15.30",
    "every": "Ei toistu",
    "online_url": "https://messut.example.org",
    "description": "Työnantajia ja oppilaitoksia.",
    "promise": "x",
}
ORGANISATION_SENT = {
    "name": "Hillapolun neuvonta ry",
    "region": "Lappi",
    "sector": "Järjestö tai yhdistys",
    "municipality": "Kemi",
    "email": "neuvonta@hillapolku.example.org",
    "phone": "016 00 5555",
    "promise": "x",
}
PRACTICE_SENT = {
    "name": "Yhteinen iltapäivä",
    "region": "Lappi",
    "problem": "Kukaan ei tiennyt, mitä muut tekevät.",
    "what": "Istuttiin alas.\nKerran kuussa.",
    "target_groups": "Ohjausalan ammattilaiset",
    "topics": "Verkostotyö ja ohjausosaaminen",
    "promise": "x",
}
CHANGE_SENT = {"record": "lappi/ohjaamo", "field": "Puhelinnumero", "new": "016 00 9999", "promise": "x"}
SENT: Mapping[str, Mapping[str, str]] = {
    SERVICE.name: SERVICE_SENT,
    EVENT.name: EVENT_SENT,
    ORGANISATION.name: ORGANISATION_SENT,
    PRACTICE.name: PRACTICE_SENT,
    CHANGE.name: CHANGE_SENT,
}
"""Form → answers that make a file that passes the check in the region `minimal`."""


def sent(form: Form, answers: Mapping[str, str]) -> str:
    """The body of an issue: every question as a heading, CRLF at the ends of lines, boxes ticked where answered."""
    parts = []
    for question in form.questions:
        answer = answers.get(question.key, "")
        if question.widget is Widget.PROMISE:
            answer = "\n".join(f"- [{'X' if answer else ' '}] {option}" for option in question.options)
        parts.append(f"### {question.label}\n\n{answer or '_No response_'}")
    return "\n\n".join(parts).replace("\n", "\r\n")
