import io
import time
from types import SimpleNamespace

import pytest
import rich.progress  # noqa: F401  so that the bar does not wait for it

from variorum.present.cli import progress
from variorum.present.cli.progress import Bar


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    screen = Screen()
    monkeypatch.setattr(progress, "sys", SimpleNamespace(stderr=screen))
    monkeypatch.setattr(progress, "PATIENCE", 0.01)
    monkeypatch.setenv("TERM", "xterm")
    return screen


def work(bar: Bar, seconds: float = 0.3) -> None:
    with bar as told:
        told("read", 1, 5)
        time.sleep(seconds)
        told("read", 5, 5)


def test_long_work_shows_its_stage(screen: Screen) -> None:
    work(Bar())
    assert "read" in screen.getvalue()


def test_quiet_work_shows_nothing(screen: Screen) -> None:
    work(Bar(quiet=True))
    assert screen.getvalue() == ""


def test_short_work_shows_nothing(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 60.0)
    work(Bar(), seconds=0)
    assert screen.getvalue() == ""


def test_nothing_is_shown_where_there_is_no_terminal(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = io.StringIO()
    monkeypatch.setattr(progress, "sys", SimpleNamespace(stderr=pipe))
    work(Bar())
    assert pipe.getvalue() == ""
