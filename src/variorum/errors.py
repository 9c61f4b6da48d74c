"""Every error the library raises, in one small tree.

VariorumError
├── InputError          something the user handed over cannot be used; names it and says why
│   ├── UnreadableError     missing, empty, binary, too large, or in no encoding we know
│   ├── FormatError         readable, but not what its format promises (front matter, JSON, record)
│   └── NothingToReadError  nothing at all was left to read
├── CitationError       a citation does not hold against its source
└── BackendError        a language model is missing or would not load
"""

from __future__ import annotations


class VariorumError(Exception):
    """Anything this library raises on purpose."""


class InputError(VariorumError):
    """An input cannot be used.

    Attributes:
        path: the file or folder, as the user named it.
        reason: why, in words for the user.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class UnreadableError(InputError):
    """The bytes cannot be had or are not text: missing, empty, binary, too large, unknown encoding."""


class FormatError(InputError):
    """The text is there but breaks its own format: front matter, JSON, JSONL, or a record."""


class NothingToReadError(InputError):
    """Every input failed, or there was none."""


class CitationError(VariorumError):
    """A citation's words do not stand where it says they do."""


class BackendError(VariorumError):
    """A language model is missing or would not load."""
