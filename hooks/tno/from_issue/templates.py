"""Forms as the forge reads them: `.github/ISSUE_TEMPLATE/*.yml`, made from the questions, never written by hand.

Source: docs.github.com, "Syntax for issue forms" and "Syntax for GitHub's form schema".
"""

from __future__ import annotations

from typing import Any

import yaml

from tno.country.country import Country
from tno.country.vocabulary import Vocabularies
from tno.from_issue.form import Form, Question, Widget
from tno.from_issue.forms import FORMS, REGION
from tno.model.network import NATIONAL

FOLDER = ".github/ISSUE_TEMPLATE"
WHOLE_COUNTRY = "Koko Suomi"
_MADE = "# Tehty komennolla `tno forms`. Älä muokkaa: kysymykset ovat kansiossa hooks/tno/from_issue/.\n"
_PUBLIC = """\
Ilmoitus on julkinen. **Älä kirjoita henkilöiden nimiä äläkä muita henkilötietoja.**

Tähdellä merkityt kohdat ovat pakollisia. Kun lähetät lomakkeen, se tarkistetaan ja saat vastauksen tähän muutamassa
minuutissa. Sivuston ylläpitäjä katsoo jokaisen ehdotuksen ennen kuin se julkaistaan.
"""


def issue_templates(country: Country, vocabularies: Vocabularies) -> dict[str, str]:
    """File name → text of every form and of the settings beside them."""
    regions = regions_by_name(country)
    made = {f"{number}-{form.name}.yml": _text(_template(form, regions, vocabularies)) for number, form in _numbered()}
    return {**made, "config.yml": _text({"blank_issues_enabled": True})}


def _numbered() -> list[tuple[int, Form]]:
    """The forge lists forms by their files' names."""
    return list(enumerate(FORMS, 1))


def regions_by_name(country: Country) -> dict[str, str]:
    """Name as forms show it → id of the region, in the Finnish order, the whole country last."""
    from tno.finnish import sort_key

    named = {area.name: area.id for area in country.ely_areas.values()}
    return {name: named[name] for name in sorted(named, key=sort_key)} | {WHOLE_COUNTRY: NATIONAL}


def options_of(question: Question, regions: dict[str, str], vocabularies: Vocabularies) -> list[str]:
    """What can be chosen, as shown."""
    if question.key == REGION:
        return list(regions)
    if not question.vocabulary:
        return list(question.options)
    terms = vocabularies[question.vocabulary]
    return [term.label("fi") for term in terms if not question.terms or term.id in question.terms]


def _template(form: Form, regions: dict[str, str], vocabularies: Vocabularies) -> dict[str, Any]:
    return {
        "name": form.title,
        "description": form.about,
        "title": f"{form.title}: ",
        "labels": [form.label],
        "body": [
            {"type": "markdown", "attributes": {"value": _PUBLIC}},
            *(_element(question, options_of(question, regions, vocabularies)) for question in form.questions),
        ],
    }


def help_of(question: Question) -> str:
    """What is said below the question: nothing that the question itself or its choices say."""
    told = question.help
    lists_choices = question.vocabulary and (told[:1].islower() or told.startswith(f"{question.label}:"))
    return "" if lists_choices or told.rstrip(".") == question.label else told


def _element(question: Question, options: list[str]) -> dict[str, Any]:
    attributes: dict[str, Any] = {"label": question.label}
    if help_of(question):
        attributes["description"] = help_of(question)
    if question.example:
        attributes["placeholder"] = question.example
    element: dict[str, Any] = {"type": question.widget.value.partition(",")[0], "id": question.key}
    if question.widget is Widget.PROMISE:
        attributes["options"] = [{"label": option, "required": question.required} for option in options]
        return {**element, "attributes": attributes}
    if options:
        attributes |= {"multiple": True} if question.widget is Widget.MANY else {}
        attributes["options"] = options
    must = {"validations": {"required": True}} if question.required else {}
    return {**element, "attributes": attributes, **must}


def _text(values: dict[str, Any]) -> str:
    written: str = yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=110)
    return _MADE + written
