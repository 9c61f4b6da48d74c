"""Keeps what was read, so that it need not be read again. The only folder that speaks SQL."""

from variorum.store.desk import Change, DeskStore
from variorum.store.parses import ParseStore

__all__ = ["Change", "DeskStore", "ParseStore"]
