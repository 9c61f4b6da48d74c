"""The road from articles to stories and records."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec

from variorum.engine.reader import reader_for, unreadable
from variorum.engine.settings import DEFAULTS, Progress, Settings
from variorum.errors import NothingToReadError
from variorum.group import find_lineage, group_stories
from variorum.model.article import Article, Failure
from variorum.model.ids import make_id
from variorum.model.protocols import Comparer, Embedder
from variorum.model.record import Record
from variorum.model.story import Story
from variorum.reconcile.record import reconcile


def group(articles: Sequence[Article], *, progress: Progress | None = None) -> list[Story]:
    """The stories that the articles tell, largest first, each with its lineage."""
    stories = group_stories(articles, find_lineage(articles))
    if progress:
        progress("group", len(articles), len(articles))
    return list(stories)


def as_one_story(articles: Sequence[Article]) -> Story:
    """All the articles as one story, whatever they tell: for a desk that knows."""
    ordered = tuple(sorted(articles, key=lambda a: (a.published or "9999", a.id)))
    titles = [a.title for a in ordered if a.title]
    ident = make_id("story", sorted(a.id for a in ordered))
    return Story(ident, titles[0] if titles else "Untitled", ordered, find_lineage(ordered))


def readable(stories: Sequence[Story], settings: Settings = DEFAULTS) -> tuple[list[Story], list[Failure]]:
    """The stories of which some article can be read, and the articles of the others with the reason."""
    kept, failures = [], []
    for story in stories:
        reasons = [unreadable(article, settings) for article in story.articles]
        if None in reasons:
            kept.append(story)
            continue
        for article, reason in zip(story.articles, reasons, strict=True):
            failures.append(Failure(article.path or article.id, "read", reason or ""))
    return kept, failures


def record(
    story: Story,
    failures: Sequence[Failure] = (),
    *,
    settings: Settings = DEFAULTS,
    progress: Progress | None = None,
) -> Record:
    """Everything the story's articles establish together.

    Args:
        story: from :func:`group` or :func:`as_one_story`.
        failures: what intake set aside, to be listed in the record.
        settings: how to run.
        progress: told of each article read.

    Raises:
        NothingToReadError: none of the story's articles could be read.
        BackendError: the language model, or the embedder asked for, would not load.
    """
    comparer = _comparer(settings) if len(story.articles) > 1 else None
    articles, readings, unread = reader_for(settings).read_all(story.articles, progress, story.lineage)
    if not articles:
        reasons = "; ".join(f"{f.path}: {f.error}" for f in unread)
        raise NothingToReadError(story.title, f"no article of the story could be read ({reasons})")
    return reconcile(
        story,
        articles,
        readings,
        (*failures, *unread),
        embedder=_embedder(settings),
        comparer=comparer,
    )


@cache
def _e5() -> Embedder:
    """The process's embedder: the model is loaded once, and a text is embedded once."""
    from variorum.backends.e5_embedder import E5Embedder

    return E5Embedder()


def _embedder(settings: Settings) -> Embedder | None:
    return _e5() if settings.embedder == "e5" else None


@cache
def _pairs() -> Comparer:
    """The process's comparer: the encoder is loaded once, while the reports are read."""
    from variorum.backends.pairs.reader import PairReader

    comparer = PairReader()
    comparer.begin()
    return comparer


def _comparer(settings: Settings) -> Comparer | None:
    from variorum.backends.pairs.reader import NEEDED

    if settings.comparer == "none" or (settings.comparer == "auto" and not all(map(find_spec, NEEDED))):
        return None
    return _pairs()
