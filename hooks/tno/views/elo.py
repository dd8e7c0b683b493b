"""What a region's ELO group writes: plans, reports, assessments."""

from __future__ import annotations

from tno.frozen import frozen
from tno.model.network import Region
from tno.records import Assessment, Group, Plan, Practice, Report
from tno.views.deadlines import deadlines_link
from tno.views.link import Link, full_link_to
from tno.views.scene import Scene
from tno.views.sheet import sheet_title


@frozen
class EloPage:
    """Context of `sections/elo.html`."""

    group: Link | None
    """The region's ELO group."""
    plans: tuple[Link, ...]
    """Yearly plans, newest first."""
    reports: tuple[Link, ...]
    """Yearly reports, newest first."""
    assessments: tuple[Link, ...]
    """Self-assessments, newest first."""
    practices: tuple[Link, ...]
    """Good practices of the region, in alphabetical order."""
    deadlines: Link | None
    """When plans, reports and agreements are due, for members."""


def elo_page(scene: Scene, region: Region) -> EloPage:
    """`/lappi/elo/`: the ELO group and what it writes."""
    group = scene.network.find(Group, region.profile.elo_group)
    plans = sorted(region.all_of(Plan), key=lambda plan: plan.year, reverse=True)
    reports = sorted(region.all_of(Report), key=lambda report: report.year, reverse=True)
    assessments = sorted(region.all_of(Assessment), key=lambda item: item.date, reverse=True)
    return EloPage(
        group=full_link_to(group) if group else None,
        plans=tuple(Link(sheet_title(scene, plan), full_link_to(plan).address) for plan in plans),
        reports=tuple(Link(sheet_title(scene, report), full_link_to(report).address) for report in reports),
        assessments=tuple(Link(sheet_title(scene, item), full_link_to(item).address) for item in assessments),
        practices=tuple(full_link_to(practice) for practice in region.all_of(Practice)),
        deadlines=deadlines_link(scene, region),
    )
