"""Synthetic streams of reports: stories, copies, edits and look-alikes of one kind, the same for the same seed."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from variorum.model.article import Article
from variorum.model.ids import make_id
from variorum.model.text import Paragraph, Part, Span

FIRST_DAY = dt.date(2026, 1, 5)


@dataclass(frozen=True, slots=True)
class Mix:
    """What a stream is made of.

    Attributes:
        stories: events told.
        reports: reports of each that are written apart, from 1 up to this.
        copies: copies of each report, from 0 up to this.
        copied: in place of that, the share of all articles that are copies: of one report none, of another several.
        same: whether each report has exactly ``copies`` copies.
        cut: share of its paragraphs that a copy loses, at the end or anywhere.
        dropped: share of its words that a copy loses.
        changed: share of its words that an edited copy has changed; every third copy is one.
        words: about how long a report is.
        days: over how many days the stories are spread.
    """

    stories: int = 60
    reports: int = 5
    copies: int = 4
    cut: float = 0.3
    dropped: float = 0.05
    changed: float = 0.08
    words: int = 400
    days: int = 60
    copied: float | None = None
    same: bool = False


@dataclass(frozen=True, slots=True)
class Stream:
    """Articles in mixed order, with the story and the text that each belongs to, by id."""

    articles: list[Article]
    story: dict[str, int]
    text: dict[str, int]

    def copy_pairs(self) -> set[frozenset[str]]:
        """Every pair of articles that goes back to one text."""
        families: dict[int, list[str]] = {}
        for article, text in self.text.items():
            families.setdefault(text, []).append(article)
        return {frozenset((a, b)) for f in families.values() for n, a in enumerate(f) for b in f[n + 1 :]}


@dataclass(frozen=True, slots=True)
class Happening:
    """The words of one event: its kind's, and the names and day that are its own."""

    kind: str
    nouns: Sequence[str]
    verbs: Sequence[str]
    names: Sequence[str]
    place: str
    day: dt.date
    figures: Sequence[int] = field(default=())


def make_stream(mix: Mix, seed: int = 0) -> Stream:
    """A stream of the given make-up.

    Every second story is a look-alike of the one before it: its kind, a few days off,
    with another place and other people, or (every fourth) the same people at another place a month later.
    """
    random = Random(seed)
    stream = Stream([], {}, {})
    texts = 0
    previous: Happening | None = None
    for story in range(mix.stories):
        previous = happening = _happening(random, mix, previous if story % 2 else None, same_people=story % 4 == 3)
        for _ in range(random.randint(1, mix.reports)):
            published = happening.day + dt.timedelta(days=random.choice((0, 0, 0, 1, 1, 2)))
            paragraphs = list(_report(random, happening, mix.words))
            copies = range(_copies(random, mix))
            family = [paragraphs, *(_copy(random, paragraphs, mix, edited=n % 3 == 2) for n in copies)]
            for version, body in enumerate(family):
                when = published + dt.timedelta(days=random.choice((0, 0, 1)) if version else 0)
                article = make_article(f"{texts:06}-{version}.txt", _title(random, happening), body, when)
                stream.articles.append(article)
                stream.story[article.id] = story
                stream.text[article.id] = texts
            texts += 1
    random.shuffle(stream.articles)
    return stream


def _copies(random: Random, mix: Mix) -> int:
    if mix.same:
        return mix.copies
    if mix.copied is None:
        return random.randint(0, mix.copies)
    count = 0
    while random.random() < mix.copied:
        count += 1
    return count


def make_article(path: str, title: str, paragraphs: Sequence[str], published: dt.date) -> Article:
    """An article of these paragraphs, a blank line between two."""
    made, parts, at = [], [], 0
    for text in paragraphs:
        made.append(Paragraph("body", text, range(at, at + len(text) + 1)))
        parts.append(Part("body", Span(at, at + len(text))))
        at += len(text) + 2
    return Article(
        id=make_id("article", path), path=path, url=None, raw_sha256="0" * 64, text="\n\n".join(paragraphs),
        parts=tuple(parts), paragraphs=tuple(made), outlet=f"Outlet {path[:6]}{path[7]}", agencies=(), byline=(),
        title=title, published=published.isoformat(), updated=None, dateline=None, language="en",
    )  # fmt: skip


def _happening(random: Random, mix: Mix, twin: Happening | None, *, same_people: bool) -> Happening:
    data = _data()
    kind = twin.kind if twin else random.choice(sorted(data["kinds"]))
    day = (
        twin.day + dt.timedelta(days=random.randint(1, 6))
        if twin
        else FIRST_DAY + dt.timedelta(days=random.randrange(mix.days))
    )
    names = [_name(random) for _ in range(7)]
    if twin and same_people:
        names, day = [*twin.names[:4], *names[4:]], twin.day + dt.timedelta(days=random.randint(28, 40))
    nouns = random.sample(data["kinds"][kind]["nouns"], 14) + random.sample(data["common_nouns"], 16)
    verbs = random.sample(data["kinds"][kind]["verbs"], 7) + random.sample(data["common_verbs"], 10)
    figures = [random.randint(3, 900) for _ in range(4)]
    return Happening(kind, nouns, verbs, names, _name(random), day, figures)


def _name(random: Random) -> str:
    return "".join(random.sample(_data()["syllables"], random.choice((2, 3)))).capitalize()


def _title(random: Random, happening: Happening) -> str:
    noun = _data()["kinds"][happening.kind]["nouns"][0]
    return f"{random.choice(happening.names)} {random.choice(happening.verbs)} {noun} in {happening.place}"


def _report(random: Random, happening: Happening, words: int) -> Iterator[str]:
    count = 0
    while count < words:
        paragraph = " ".join(
            _sentence(random, happening, lead=not count and not n) for n in range(random.randint(1, 3))
        )
        count += paragraph.count(" ") + 1
        yield paragraph


def _sentence(random: Random, happening: Happening, *, lead: bool) -> str:
    data, pick = _data(), random.choice

    def phrase() -> str:
        first = pick(["the", "a", "its", "their", "some", "this", "another", "no"])
        return (
            f"{first} {pick(data['adjectives'])} {pick(happening.nouns)}"
            if random.random() < 0.6
            else f"{first} {pick(happening.nouns)}"
        )

    def who() -> str:
        title = f"{pick(data['titles'])} " if random.random() < 0.3 else ""
        return f"{title}{pick(happening.names)}" if random.random() < 0.45 else phrase()

    def where() -> str:
        return f"in {happening.place}" if lead or random.random() < 0.25 else f"{pick(data['prepositions'])} {phrase()}"

    def when() -> str:
        if lead or random.random() < 0.15:
            return f"on {data['weekdays'][happening.day.weekday()]}"
        return (
            pick(data["adverbs"])
            if random.random() < 0.7
            else f"on {data['months'][happening.day.month - 1]} {happening.day.day}"
        )

    clause = f"{who()} {pick(happening.verbs)} {phrase()} {where()} {when()}"
    shape = random.random()
    if shape < 0.4:
        clause += f", {pick(data['joins'])} {who()} {pick(happening.verbs)} {phrase()}"
    elif shape < 0.5:
        clause += f", {pick(happening.figures)} of them {where()}"
    return clause[0].upper() + clause[1:] + "."


def _copy(random: Random, paragraphs: Sequence[str], mix: Mix, *, edited: bool) -> list[str]:
    """A copy: paragraphs cut, words dropped (and in an edited copy changed), the publisher's own lines added."""
    keep = max(1, round(len(paragraphs) * (1 - mix.cut)))
    chosen = range(keep) if random.random() < 0.5 else sorted(random.sample(range(len(paragraphs)), keep))
    body = [_worn(random, paragraphs[n], mix.dropped, mix.changed if edited else 0.0) for n in chosen]
    body.insert(random.randint(1, len(body)), random.choice(_data()["boilerplate"]))
    return [*body, random.choice(_data()["boilerplate"])]


def _worn(random: Random, text: str, dropped: float, changed: float) -> str:
    out = []
    for word in text.split():
        chance = random.random()
        if chance >= dropped + changed:
            out.append(word)
        elif chance >= dropped:
            out.append(random.choice(_data()["adjectives"]))
    return " ".join(out) or text


def _data() -> dict[str, Any]:
    global _loaded  # noqa: PLW0603
    if not _loaded:
        _loaded = tomllib.loads((Path(__file__).parent / "vocabulary.toml").read_text("utf-8"))
    return _loaded


_loaded: dict[str, Any] = {}
