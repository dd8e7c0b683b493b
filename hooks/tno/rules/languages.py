"""Languages that a region promises its pages in, and texts that do not have them yet."""

from __future__ import annotations

from tno.finnish import listing
from tno.records import Service
from tno.records.scalars import LANGUAGES, in_language
from tno.rules.review import Findings, Review, finding


def page_languages(review: Review) -> Findings:
    """Page languages of a region in which texts cannot be written."""
    for region in review.network.regions.values():
        for index, language in enumerate(region.profile.languages):
            if language not in LANGUAGES:
                data = {"value": language, "expected": ", ".join(LANGUAGES)}
                yield finding(region.profile, "page-language-unknown", "languages", index, **data)


def missing_translations(review: Review) -> Findings:
    """Services without a name and a summary in some language of their region's pages; one warning a service."""
    labels = review.network.vocabularies["service_language"]
    for region in review.network.regions.values():
        asked = [each for each in region.profile.languages if each in LANGUAGES and each != "fi"]
        for service in region.all_of(Service) if asked else ():
            if missing := [language for language in asked if not _has(service, language)]:
                data = {
                    "value": str(service.name),
                    "label": listing([labels.label(each, "fi") for each in missing]),
                    "file": f"{service.id}.{missing[0]}.md",
                }
                yield finding(service, "translation-missing", "name", **data)


def _has(service: Service, language: str) -> bool:
    if translation := service.translations.get(language):
        return bool(translation.name or in_language(service.name, language))
    return bool(in_language(service.name, language) and in_language(service.summary, language))
