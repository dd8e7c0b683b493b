"""Key figures of a region's white spots; apart from the rest, for the ledger is read where nothing is installed."""

from __future__ import annotations

from typing import NamedTuple


class Figures(NamedTuple):
    """Of how many municipalities a region has, in how many there is a point face to face …"""

    municipalities: int
    face_to_face: int
    evening: int
    """… open in the evening …"""
    swedish: int
    """… that serves in Swedish …"""
    sami: int
    """… or in one of the Sámi languages."""
