"""An engine that gives what the tests say, so that no model is loaded here."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest
from click.testing import CliRunner, Result

import variorum
from tests.present import edition
from variorum.engine.settings import Settings, Web
from variorum.errors import NothingToReadError
from variorum.model.article import Article, Failure
from variorum.present.cli import main

Run = Callable[..., Result]


class Intake(list[Article]):
    """Articles with the failures beside them, as the engine gives them."""

    failures: tuple[Failure, ...] = ()
    notes: tuple[Failure, ...] = ()


class Bench(ModuleType):
    """Stands in for ``variorum.engine``; a test may change what it holds."""

    def __init__(self) -> None:
        super().__init__("variorum.engine")
        self.articles = Intake([edition.FIRST, edition.SECOND])
        self.stories = [edition.story()]
        self.foreign: set[str] = set()
        self.reading: Any = None
        self.Settings, self.Web = Settings, Web
        self.asked_with: Settings | None = None

    def ingest(self, *paths: str, settings: Settings, progress: Any = None) -> Intake:
        self.asked_with = settings
        if not self.articles:
            raise NothingToReadError(paths[0], "nothing to read (no files)")
        progress("ingest", len(paths), len(paths))
        return self.articles

    def group(self, articles: Any, *, progress: Any = None) -> Any:
        assert articles is self.articles
        return self.stories

    def as_one_story(self, articles: Any) -> Any:
        return edition.story()

    def readable(self, stories: Any, settings: Settings) -> Any:
        return [s for s in stories if s.id not in self.foreign], [
            Failure(s.id, "read", "language ko cannot be read yet") for s in stories if s.id in self.foreign
        ]

    def record(self, story: Any, failures: Any = (), *, settings: Settings, progress: Any = None) -> Any:
        words_too = "lexical" if settings.embedder == "none" else f"lexical + {settings.embedder}"
        return edition.record(failures=tuple(failures), aligner=words_too)

    def Reader(self) -> Bench:  # noqa: N802  the engine's class
        return self

    def timeml(self, article: Article) -> str:
        return f"<TimeML>{article.id}</TimeML>"

    def read_all(self, articles: Any, progress: Any) -> Any:
        if self.reading is None:
            return [], [], [Failure(a.path, "read", "language ko cannot be read yet") for a in articles]
        return list(articles), [self.reading] * len(articles), []


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Bench:
    bench = Bench()
    monkeypatch.setitem(__import__("sys").modules, "variorum.engine", bench)
    monkeypatch.setattr(variorum, "engine", bench, raising=False)
    return bench


@pytest.fixture
def run() -> Run:
    def call(*arguments: object) -> Result:
        return CliRunner().invoke(main, [str(a) for a in arguments], prog_name="variorum", catch_exceptions=False)

    return call
