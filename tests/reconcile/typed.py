"""Reports made of sentences that give one typed value each, for the tests of what sets values against each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from tests.reconcile import told
from variorum.model.article import Article
from variorum.model.reading import Claim, Entity, EntityKind, Mention, MentionForm, Quantity, Reading
from variorum.model.time import TimeExpression, TimexType
from variorum.reconcile.align import aligned
from variorum.reconcile.corpus import Corpus, build_corpus
from variorum.reconcile.figures import figures
from variorum.reconcile.scene import Scene, scene
from variorum.reconcile.values import Value, values

ELSEWHERE = (
    "The bakery on the square sells bread until noon",
    "Farmers in the valley expect a late harvest of plums",
    "A new tram line reaches the northern suburbs",
    "The museum shows paintings by a local artist",
    "Fishermen mended nets before the regatta",
    "Cyclists won medals at the national games",
    "Teachers asked for smaller classes and warmer rooms",
    "A choir rehearsed hymns inside the old chapel",
    "Heavy clouds gathered above the western ridge",
    "Traders complained about slow customs papers",
    "The orchestra postponed its winter tour abroad",
    "Gardeners planted tulips along the avenue",
)
"""What the reports tell beside: without it every word is as common as any, and tells nothing."""


@dataclass(frozen=True)
class Said:
    """A sentence that is one clause, with the value that it gives and the clause's slots and fields.

    Attributes:
        given: what the value is made of; none for a sentence without one.
    """

    words: str
    shown: str = ""
    kind: str = ""
    given: Mapping[str, Any] = field(default_factory=dict)
    more: Mapping[str, Any] = field(default_factory=dict)


def counted(words: str, shown: str, low: float, high: float | None = -1, **more: Any) -> Said:
    """A quantity; ``unit``, ``noun``, ``of`` and ``vague`` are its own, all else the claim's."""
    own = {k: more.pop(k) for k in ("unit", "noun", "of", "vague") if k in more}
    return Said(words, shown, "figure", {"low": low, "high": high, "noun": "boat"} | own, more)


def dated(words: str, shown: str, value: str, end: str | None = None, **more: Any) -> Said:
    """A day, or a clock time where the ISO value has one."""
    return Said(words, shown, "time", {"value": value, "end": end}, more)


def lasting(words: str, shown: str, value: str, **more: Any) -> Said:
    """A length of time by its ISO duration."""
    return Said(words, shown, "length", {"value": value}, more)


def ranked(words: str, shown: str, place: int, members: Sequence[str], limit: str | None = None, **more: Any) -> Said:
    """A place in a counted set."""
    return Said(words, shown, "ordinal", {"value": place, "members": members, "limit": limit}, more)


def named(article: Article, words: str, entity: str, kind: EntityKind, form: MentionForm = "name") -> Mention:
    """A mention of an entity of the story."""
    return Mention(told.cite(article, words), entity, kind, form, 0, 0, 1)


@dataclass(frozen=True)
class Report:
    """A report's name, what it says, its day, and the words that name entities: (words, id, kind, form)."""

    name: str
    said: Sequence[Said]
    day: str = "2026-01-13"
    names: Sequence[tuple[str, str, EntityKind, MentionForm]] = ()


def story(*reports: Report, entities: Sequence[Entity] = (), beside: Sequence[str] = ELSEWHERE) -> Corpus:
    """The corpus of a story; what is told beside is dealt out, so that each report has some."""
    articles, readings = [], []
    for n, report in enumerate(reports):
        filler = [Said(words) for words in beside[n :: len(reports)]]
        article = told.report(report.name, " ".join(f"{s.words}." for s in (*report.said, *filler)), report.day)
        claims = tuple(_claim(article, s) for s in (*report.said, *filler))
        times = tuple(t for s in report.said if (t := _time(article, s)))
        mentions = tuple(named(article, *name) for name in report.names)
        articles.append(article)
        readings.append(Reading(article.id, times, mentions, (), (), (), claims, ()))
    return build_corpus(articles, readings, entities, {})


def scene_of(corpus: Corpus) -> Scene:
    """The story's values as they are compared."""
    facts = aligned(corpus, [])
    return scene(corpus, facts, values(corpus, figures(corpus, facts)))


def pair(*said: Said, days: tuple[str, str] = ("2026-01-13", "2026-01-13"), **more: Any) -> tuple[Scene, Value, Value]:
    """Two reports that say one thing each: the scene, and the two values."""
    reports = [Report(name, [s], day) for name, s, day in zip("ab", said, days, strict=True)]
    made = scene_of(story(*reports, **more))
    one, two = made.values
    return made, one, two


def _claim(article: Article, said: Said) -> Claim:
    slots = dict(said.more)
    if said.kind == "figure":
        slots["quantities"] = (_quantity(article, said),)
    if said.kind == "ordinal":
        given = said.given
        slots["ordinals"] = (told.ordinal(article, said.shown, given["value"], given["members"], given["limit"]),)
    terms = slots.pop("terms", None) or sorted({w for w in said.words.lower().split() if len(w) > 3 and w.isalpha()})
    return told.claim(article, said.words, terms, sentence=told.cite(article, f"{said.words}."), **slots)


def _quantity(article: Article, said: Said) -> Quantity:
    within = told.cite(article, said.words)
    start = within.start + said.words.index(said.shown)
    cite = replace(within, start=start, end=start + len(said.shown), exact=said.shown)
    return replace(told.number(article, said.shown, **said.given), cite=cite)


def _time(article: Article, said: Said) -> TimeExpression | None:
    if said.kind not in {"time", "length"}:
        return None
    value = said.given["value"]
    if said.kind == "length":
        return TimeExpression(told.cite(article, said.shown), None, None, "DURATION", value)
    kind: TimexType = "TIME" if "T" in value else "DATE"
    when = told.when(value[:10], said.given["end"])
    return TimeExpression(told.cite(article, said.shown), when, "stated", kind, value)
