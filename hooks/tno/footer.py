"""The links at the foot of every page."""

from __future__ import annotations

from collections.abc import Sequence

from tno.tongues import Tongues
from tno.views.scene import Scene

Footer = Sequence[tuple[str, Sequence[tuple[str, str]]]]


def footer_of(scene: Scene, tongues: Tongues, region: str) -> Footer:
    """The footer of a region's pages: (heading, (words, address) of each link), in the language of the scene."""
    w, base = scene.w, f"{region}/"
    use = (
        (w["room_kuka-vastaa-nyt"], f"{base}kuka-vastaa-nyt/"),
        (w.search_title, "haku/"),
        *([(w.start_here, "mista-aloitan/")] if tongues.of("mista-aloitan/") else []),
        (w.all_services, "palvelut/"),
        (w.all_events, "tapahtumat/"),
        (w.municipalities_title, "kunnat/"),
        (w.easy, f"{base}selkosuomi/"),
        (w.footer_crisis, "hata/"),
    )
    network = (
        (w.organisations, f"{base}toimijat/"),
        (w.agreements, f"{base}sopimukset/"),
        (w.groups, f"{base}ryhmat/"),
        (w.map_view, map_page if tongues.of(map_page := f"{base}kartta/") else "kartta/"),
        (w.coverage_title, spots if tongues.of(spots := f"{base}katvealueet/") else "katvealueet/"),
        (w.freshness, f"{base}ajantasaisuus/"),
        (w.footer_guide, "ohjeet/"),
        *([(w.translations, f"{base}kaannokset/")] if _has_translations(scene, region) else []),
        *([(w.findability, findability)] if tongues.of(findability := f"{base}loydettavyys/") else []),
    )
    about = (
        (w.footer_accessibility, "saavutettavuus/"),
        (w.footer_privacy, "tietosuoja/"),
        (w.footer_data, "tietoa/"),
        (w.footer_feedback, f"{base}yhteys/"),
    )
    groups = (w.footer_use, use), (w.footer_network, network), (w.footer_about, about)
    return tuple(
        (head, tuple((label, tongues.address(to, scene.language)) for label, to in links)) for head, links in groups
    )


def _has_translations(scene: Scene, region: str) -> bool:
    """Whether the region's editors have a list of them."""
    known = scene.network.regions.get(region)
    return scene.language == "fi" and known is not None and len(known.profile.languages) > 1
