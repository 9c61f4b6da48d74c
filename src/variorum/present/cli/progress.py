"""A progress bar on standard error, for work that takes longer than two seconds."""

from __future__ import annotations

import sys
import threading
from types import TracebackType
from typing import Any

PATIENCE = 2.0
"""Seconds of work before the bar appears."""


class Bar:
    """Called with a stage, how much of it is done, and how much there is. Shown on a terminal only.

    Args:
        quiet: never show it.
    """

    def __init__(self, quiet: bool = False) -> None:
        self._lock = threading.Lock()
        self._state = ("reading", 0, 0)
        self._rich: Any = None
        self._task: Any = None
        self._timer = None if quiet or not sys.stderr.isatty() else threading.Timer(PATIENCE, self._show)

    def __enter__(self) -> Bar:
        if self._timer:
            self._timer.daemon = True
            self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._timer:
            self._timer.cancel()
        with self._lock:
            if self._rich:
                self._rich.stop()
            self._timer = self._rich = None

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Take note of how far the work is."""
        with self._lock:
            self._state = (stage, done, total)
            if self._rich:
                self._update()

    def _show(self) -> None:
        from rich.console import Console
        from rich.progress import Progress

        with self._lock:
            if self._timer is None:
                return
            self._rich = Progress(console=Console(file=sys.stderr), transient=True)
            self._task = self._rich.add_task("")
            self._update()
            self._rich.start()

    def _update(self) -> None:
        stage, done, total = self._state
        self._rich.update(self._task, description=stage, completed=done, total=total or None)
