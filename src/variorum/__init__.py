"""Variorum reads many reports of one event and writes one sourced record.

The library's verbs are ``ingest``, ``read``, ``read_text``, ``group``, ``record`` and ``verify``; see
:mod:`variorum.engine`. Each is fetched when it is first asked for, so that importing the package costs nothing.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from variorum.engine import group, ingest, read, read_text, record
    from variorum.engine.verify import verify

__all__ = ["__version__", "group", "ingest", "read", "read_text", "record", "verify"]
__version__ = "0.1.0"

_STAGES = ("group", "ingest", "read")
"""Verbs that are sub-packages too: the stage of that name, which a call hands on to the engine."""


class _Stage(ModuleType):
    """A stage's package, which is also the library's verb: ``variorum.read`` the folder, ``variorum.read(article)``."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return _verb(self.__name__.rpartition(".")[2])(*args, **kwargs)


class _Library(ModuleType):
    """This package. The import system binds a sub-package here as an attribute; a stage so bound becomes callable."""

    def __setattr__(self, name: str, value: object) -> None:
        if name in _STAGES and isinstance(value, ModuleType):
            value.__class__ = _Stage
        super().__setattr__(name, value)


def _verb(name: str) -> Any:
    module = "variorum.engine.verify" if name == "verify" else "variorum.engine"
    return getattr(import_module(module), name)


def __getattr__(name: str) -> Any:
    if name in _STAGES:
        return import_module(f"{__name__}.{name}")
    if name in __all__:
        return _verb(name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


sys.modules[__name__].__class__ = _Library
