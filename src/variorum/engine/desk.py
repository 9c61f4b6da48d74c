"""A desk that goes on: articles are kept, compared once, and grouped anew with all that came before.

The stories are those of all the desk's articles, in whatever order and in however many runs they came: what is kept is
what was found, never how the groups stood on the way. A story keeps its number as long as most of it stays together.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from variorum.engine.intake import Articles, found_at, listed
from variorum.engine.settings import DEFAULTS, Progress, Settings
from variorum.engine.web import Visitor
from variorum.errors import NothingToReadError
from variorum.group import Sharing, find_lineage, group_stories
from variorum.ingest import complete_years
from variorum.model.article import Article, Failure
from variorum.model.story import Belonging, Story
from variorum.store import Change, DeskStore

AT_ONCE = 32
"""Files whose articles are kept together: a run that is killed loses no more than these."""
COMPARED_AT_ONCE = 256


@dataclass(frozen=True, slots=True)
class Edition:
    """How a desk stands after a run.

    Attributes:
        articles: all its articles, and what could not be read.
        stories: its stories, the largest first.
        numbers: the number of each story at this desk, by the story's id.
        changes: what this run changed.
        unrecorded: the ids of the stories that have changed since their record was written, or never had one.
    """

    articles: Articles
    stories: list[Story]
    numbers: dict[str, int]
    changes: list[Change]
    unrecorded: frozenset[str]


def continue_desk(
    paths: Sequence[str | Path], store: Path, *, settings: Settings = DEFAULTS, progress: Progress | None = None
) -> Edition:
    """Take in what is new at the paths, and group it with all that the desk has.

    A file is read again only when its size or time has changed; an address always is. A run may be killed at any
    moment: the next one goes on with what was done.

    Args:
        paths: files, folders and addresses; none, to look at the desk as it is.
        store: the desk's file; made when absent.
        settings: how to run.
        progress: told of each file, then of the grouping.

    Raises:
        NothingToReadError: the desk holds no article, and none could be read.
        UnreadableError: the file is no desk's.
    """
    desk = DeskStore(store)
    try:
        failures = _take_in(desk, paths, settings, progress)
        articles = Articles(complete_years(list(desk.articles())), sorted({*failures, *desk.failures()}))
        if not articles:
            reasons = "; ".join(f"{f.path}: {f.error}" for f in articles.failures[:5])
            raise NothingToReadError(str(store), f"no article in it, and nothing to read ({reasons or 'no files'})")
        known = _Comparisons(desk)
        lineage = find_lineage(articles, known)
        known.keep()
        stories = list(group_stories(articles, lineage, desk.decisions()))
        before = desk.members()
        numbers = _numbered(stories, before, desk.last_story())
        changes = list(_changes(stories, numbers, before))
        if changes:
            desk.settle({a.id: numbers[s.id] for s in stories for a in s.articles}, changes)
        if progress:
            progress("group", len(articles), len(articles))
        recorded = desk.recorded()
        unrecorded = frozenset(s.id for s in stories if recorded.get(numbers[s.id]) != s.id)
        return Edition(articles, stories, numbers, changes, unrecorded)
    finally:
        desk.close()


def decide(store: Path, one: str, other: str, verdict: str) -> None:
    """Write down what somebody decided of two of a desk's articles; the next run goes by it.

    Args:
        store: the desk's file.
        one: an article's id.
        other: another's.
        verdict: ``together``, ``apart``, or ``open`` to take the last word back.
    """
    desk = DeskStore(store)
    try:
        desk.decide(one, other, verdict)
    finally:
        desk.close()


def note_recorded(store: Path, number: int, story: Story) -> None:
    """Write down that the record of a desk's story was written, as the story is now."""
    desk = DeskStore(store)
    try:
        desk.note_recorded(number, story.id)
    finally:
        desk.close()


def _take_in(
    desk: DeskStore, paths: Sequence[str | Path], settings: Settings, progress: Progress | None
) -> list[Failure]:
    """Read the files that are new or have changed, and the addresses, into the store; what is neither of these."""
    places, failures = listed(paths)
    visitor = Visitor(settings)
    read: list[tuple[str, str | None, list[Article], list[Failure]]] = []
    for done, place in enumerate(places, 1):
        stamp = _stamp(place)
        if stamp is None or stamp != desk.stamp(str(place)):
            found = list(found_at(place, visitor, settings))
            kept = [a for a in found if isinstance(a, Article)], [f for f in found if isinstance(f, Failure)]
            read.append((str(place), stamp, *kept))
        if len(read) == AT_ONCE or (read and done == len(places)):
            desk.take_in(read)
            read = []
        if progress:
            progress("ingest", done, len(places))
    return failures


def _stamp(place: Path | str) -> str | None:
    """What tells that a file has changed; None for an address, and for a file that cannot be looked at."""
    try:
        found = place.stat() if isinstance(place, Path) else None
    except OSError:
        return None
    return f"{found.st_size} {found.st_mtime_ns}" if found else None


class _Comparisons(MutableMapping[tuple[str, str], Sharing | None]):
    """What the desk's texts were found to share; new findings go to the store a few hundred at a time."""

    def __init__(self, desk: DeskStore) -> None:
        self._desk = desk
        self._rows = {(one, other): shared for one, other, shared in desk.comparisons()}
        self._new: list[tuple[str, str, str | None]] = []

    def __getitem__(self, key: tuple[str, str]) -> Sharing | None:
        row = self._rows[key]
        return Sharing.from_row(json.loads(row)) if row else None

    def __setitem__(self, key: tuple[str, str], shared: Sharing | None) -> None:
        self._rows[key] = json.dumps(shared.to_row()) if shared else None
        self._new.append((*key, self._rows[key]))
        if len(self._new) >= COMPARED_AT_ONCE:
            self.keep()

    def __delitem__(self, key: tuple[str, str]) -> None:
        del self._rows[key]

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def keep(self) -> None:
        """Hand what is new to the store."""
        self._desk.compare(self._new)
        self._new = []


def _numbered(stories: Sequence[Story], before: Mapping[str, int], last: int) -> dict[str, int]:
    """Each story's number: that of the story from which most of its articles come, or a new one.

    Of several stories that come from one, the largest part keeps the number; ties go to the first in order.
    """
    claims: list[tuple[int, int, str, int]] = []
    for place, story in enumerate(stories):
        counts = Counter(before[a.id] for a in story.articles if a.id in before)
        claims += [(-count, place, story.id, number) for number, count in counts.items()]
    numbers: dict[str, int] = {}
    taken: set[int] = set()
    for _, _, ident, number in sorted(claims):
        if ident not in numbers and number not in taken:
            numbers[ident] = number
            taken.add(number)
    for story in stories:
        if story.id not in numbers:
            last += 1
            numbers[story.id] = last
    return numbers


def _changes(stories: Sequence[Story], numbers: Mapping[str, int], before: Mapping[str, int]) -> Iterator[Change]:
    """What is otherwise than before: stories opened, merged and split, articles that joined or moved."""
    going_on = set(numbers.values())
    here = {a.id for s in stories for a in s.articles}
    for article, number in sorted(before.items()):
        if article not in here:
            yield Change("left", number, article, None, "its file does not hold it any more")
    for story in sorted(stories, key=lambda s: numbers[s.id]):
        number = numbers[story.id]
        came = Counter(before[a.id] for a in story.articles if before.get(a.id, number) != number)
        origin = None
        if number not in set(before.values()):
            origin = min(came, key=lambda n: (-came[n], n)) if came else None
            kind = "opened" if origin is None else "split"
            yield Change(kind, number, None, origin, f"{len(story.articles)} articles: {story.title}")
        for other in sorted(came):
            if other not in going_on:
                yield Change("merged", number, None, other, _bridge(story, before, other))
        for belonging in story.because:
            was = before.get(belonging.article)
            if was is None or (was not in (number, origin) and was in going_on):
                yield Change("joined", number, belonging.article, was, in_words(belonging))


def _bridge(story: Story, before: Mapping[str, int], other: int) -> str:
    """What joins a story with one that was merged into it: the likest articles of the two."""
    across = [
        b for b in story.because if b.other and (before.get(b.article) == other) != (before.get(b.other) == other)
    ]
    best = max(across, key=lambda b: (b.score or 0.0, b.article), default=None)
    return in_words(best) if best else "what came since is like the articles of both"


def in_words(belonging: Belonging) -> str:
    """Why an article is in its story, in one line."""
    if belonging.other is None:
        return "first of its story"
    why = "; ".join(finding.reason for finding in belonging.findings)
    return f"with {belonging.other}: {why}" + (f" (likeness {belonging.score:.2f})" if belonging.score else "")
