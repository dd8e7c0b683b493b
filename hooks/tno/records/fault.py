"""How a validator says what is wrong: faults that pydantic carries out of a model."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic_core import PydanticCustomError

from tno.problem import Fault

CARRIER = "tno-faults"
"""pydantic error type under which our own faults travel; `tno.records.validate` unpacks it."""


def faults(found: Sequence[Fault]) -> PydanticCustomError:
    """An error to raise in a validator; paths of `found` start at the value being validated."""
    return PydanticCustomError(CARRIER, "{count}", {"count": len(found), "faults": tuple(found)})


def fault(code: str, *path: str | int, **data: str) -> PydanticCustomError:
    """One fault as an error to raise: `raise fault("phone-invalid", value=text)`."""
    return faults([Fault(code, path, data)])
