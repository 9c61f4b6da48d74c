"""Articles into readings: each paragraph is parsed once, however many reports carry it."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterable, Sequence

from variorum.backends.spacy_parser import SpacyParser
from variorum.engine.lent import days_told, lent_day
from variorum.engine.settings import DEFAULTS, Progress, Settings
from variorum.errors import UnreadableError
from variorum.ingest import from_text
from variorum.model.article import Article, Failure
from variorum.model.parse import Parse, Passage
from variorum.model.protocols import Parser
from variorum.model.reading import Reading
from variorum.model.story import Lineage
from variorum.model.text import Paragraph
from variorum.read.article import read_article
from variorum.read.times import timex_document
from variorum.store import ParseStore

AT_ONCE = 8
"""Articles whose paragraphs are parsed together: enough for the parser's batches, few enough to show progress."""


def unreadable(article: Article, settings: Settings = DEFAULTS) -> str | None:
    """Why an article cannot be read, as far as can be told without reading it; None when it can."""
    if article.language not in settings.languages:
        return f"language {article.language} cannot be read yet"
    return None if article.paragraphs else "no text to read"


class Reader:
    """Reads articles with one parser, and remembers each paragraph's parse by its hash."""

    def __init__(self, settings: Settings = DEFAULTS, parser: Parser | None = None) -> None:
        self._settings = settings
        self._parser = parser or SpacyParser()
        self._known: dict[str, Parse] = {}
        self._store = ParseStore(settings.store, self._parser.name) if settings.store else None

    def read(self, article: Article) -> Reading:
        """One article's reading.

        Raises:
            UnreadableError: it is in a language that cannot be read, or holds nothing to read.
            BackendError: the language model would not load.
        """
        self._require_readable(article)
        return self._read(article)

    def timeml(self, article: Article) -> str:
        """One article as a TimeML document, for the field's scorers of times.

        Raises:
            UnreadableError: it is in a language that cannot be read, or holds nothing to read.
            BackendError: the language model would not load.
        """
        self._require_readable(article)
        self._learn({p.key: p.text for p in article.paragraphs})
        pairs = enumerate(article.paragraphs)
        return timex_document(article, [Passage(i, p, self._known[p.key]) for i, p in pairs])

    def read_all(
        self,
        articles: Sequence[Article],
        progress: Progress | None = None,
        lineage: Sequence[Lineage] | None = None,
    ) -> tuple[list[Article], list[Reading], list[Failure]]:
        """Read what can be read; an article in another language, or one that fails, is set aside with its reason.

        Args:
            articles: what to read.
            progress: told of each article read.
            lineage: the links of the story that the articles tell together: a report without a day is then read last,
                against the day that the dated ones lend it. None where they tell no story.
        """
        outcomes: dict[int, Reading | str] = {}
        order = (
            range(len(articles)) if lineage is None else sorted(range(len(articles)), key=lambda n: not articles[n].day)
        )
        dated: list[tuple[Article, Reading]] = []
        for done, n in enumerate(order, 1):
            if done % AT_ONCE == 1:
                coming = order[done - 1 : done - 1 + AT_ONCE]
                self._learn({p.key: p.text for m in coming for p in self._parts(articles[m])})
            outcome = outcomes[n] = self._outcome(articles[n], dated, lineage)
            if articles[n].day and isinstance(outcome, Reading):
                dated.append((articles[n], outcome))
            if progress:
                progress("read", done, len(articles))
        kept, readings, failures = [], [], []
        for n, article in enumerate(articles):
            if isinstance(outcome := outcomes[n], str):
                failures.append(Failure(article.path or article.id, "read", outcome))
            else:
                kept.append(article)
                readings.append(outcome)
        return kept, readings, failures

    def _outcome(
        self, article: Article, dated: Sequence[tuple[Article, Reading]], lineage: Sequence[Lineage] | None
    ) -> Reading | str:
        """The article's reading, in a story against the day that its dated reports lend; or why there is none."""
        if reason := unreadable(article, self._settings):
            return reason
        try:
            alone = lineage is None or article.day is not None
            return self._read(article, None if alone else self._lent(article, dated, lineage or ()))
        except tomllib.TOMLDecodeError:
            raise  # the language data is broken, not the article
        except (ValueError, LookupError, TypeError, ArithmeticError, RecursionError) as error:
            return f"{type(error).__name__}: {error}"

    def _lent(
        self, article: Article, dated: Sequence[tuple[Article, Reading]], lineage: Sequence[Lineage]
    ) -> dt.date | None:
        self._learn({p.key: p.text for p in article.paragraphs})
        passages = [Passage(i, p, self._known[p.key]) for i, p in enumerate(article.paragraphs)]
        return lent_day(article, passages, [a for a, _ in dated], days_told(dated), lineage)

    def _read(self, article: Article, lent: dt.date | None = None) -> Reading:
        keys = [p.key for p in article.paragraphs]
        self._learn({k: p.text for k, p in zip(keys, article.paragraphs, strict=True)})
        return read_article(article, [self._known[k] for k in keys], lent)

    def _require_readable(self, article: Article) -> None:
        if reason := unreadable(article, self._settings):
            raise UnreadableError(article.path or article.title or article.id, reason)

    def _parts(self, article: Article) -> tuple[Paragraph, ...]:
        return () if unreadable(article, self._settings) else article.paragraphs

    def _learn(self, wanted: dict[str, str]) -> None:
        missing = {k: t for k, t in wanted.items() if k not in self._known}
        if self._store and missing:
            self._known |= self._store.get(missing)
            missing = {k: t for k, t in missing.items() if k not in self._known}
        if missing:
            new = dict(zip(missing, self._parser.parse(list(missing.values())), strict=True))
            self._known |= new
            if self._store:
                self._store.put(new)


_shared: dict[Settings, Reader] = {}


def reader_for(settings: Settings) -> Reader:
    """The process's reader for these settings: the model is loaded once."""
    if settings not in _shared:
        _shared[settings] = Reader(settings)
    return _shared[settings]


def read(article: Article, *, settings: Settings = DEFAULTS) -> Reading:
    """One article's reading.

    Raises:
        UnreadableError: it is in a language that cannot be read, or holds nothing to read.
        BackendError: the language model would not load.
    """
    return reader_for(settings).read(article)


def read_text(
    text: str, *, published: str | dt.date | None = None, title: str | None = None, settings: Settings = DEFAULTS
) -> Reading:
    """The reading of bare text.

    Args:
        text: the report's text, paragraphs apart by a blank line or a line break.
        published: the day, a date or its ISO form, against which words such as "Tuesday" are resolved.
        title: the headline, when it does not stand in the text.
        settings: how to run.

    Raises:
        UnreadableError: no text, nothing in it but credits and links, or in a language that cannot be read.
        FormatError: ``published`` is no date.
        BackendError: the language model would not load.
    """
    day = published.isoformat() if isinstance(published, dt.date) else published
    return read(from_text(text, title=title, published=day), settings=settings)


def forget(settings: Iterable[Settings] | None = None) -> None:
    """Drop loaded models and remembered parses (all, or those of the settings named)."""
    for key in list(_shared) if settings is None else settings:
        _shared.pop(key, None)
