"""A new record from a few answers: what is asked, how an answer is read, and the file that is made of them."""

from __future__ import annotations

from tno.drafting.answer import Desk
from tno.drafting.asked import ASKED, Asked
from tno.drafting.draft import Draft, IdError, file_of, text_of

__all__ = ["ASKED", "Asked", "Desk", "Draft", "IdError", "file_of", "text_of"]
