"""What a record is called in registers that others keep."""

from __future__ import annotations

from pydantic import Field

from tno.records.base import Part
from tno.records.scalars import Line


class ExternalIds(Part):
    """Ids of a record in other registers."""

    ptv: Line | None = Field(default=None, description="Palvelutietovarannon (PTV) tunniste.")
    hsds: Line | None = Field(default=None, description="Open Referral -tunniste.")
