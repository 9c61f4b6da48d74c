"""A small record built by hand from the nouns: two reports that differ, for tests of what is shown."""

from __future__ import annotations

import datetime as dt
from typing import Any

from tests.factory import article
from variorum.model.article import Article, Failure
from variorum.model.reading import Entity, NameForm, Role, Slots
from variorum.model.record import (
    AgendaEntry,
    AgendaTopic,
    Difference,
    Independence,
    JoinedClaim,
    LedgerQuote,
    OriginGroup,
    Position,
    Record,
    SaidOn,
    Silence,
    StoryHead,
    SummaryLine,
    Support,
    TimelineEntry,
    Variant,
)
from variorum.model.story import Lineage, Story
from variorum.model.text import Citation, Span
from variorum.model.time import Interval, When

FIRST = article(
    "Mara Ilves will meet Tomas Roan in Brel on Tuesday.\n"
    "Fishing is on the agenda, an aide said.\n“We will talk,” Ilves said.",
    path="first.txt",
    outlet="The First",
    title="Ilves to meet Roan *today*",
    published="2026-01-12",
    agencies=("PNS",),
)
SECOND = article(
    "Ilves and Roan met in Brel.\nFishing is off the table.\nIlves told Radio One: “We shall talk.”",
    path="second.txt",
    outlet="The Second",
    title="Talks in Brel | no deal",
    published="2026-01-14",
    url="https://second.example/talks_in_brel",
)


def cite(report: Article, words: str) -> Citation:
    """The first place of these words in a report."""
    start = report.text.index(words)
    return report.cite(Span(start, start + len(words)))


def when(start: str, end: str, grain: Any = "day") -> When:
    days = Interval(dt.date.fromisoformat(start), dt.date.fromisoformat(end))
    return When(days, grain, start if start == end else f"{start}/{end}")


def slots(**given: Any) -> Slots:
    fields: dict[str, Any] = dict.fromkeys(
        ("subject", "subject_entity", "predicate", "object", "time", "place", "hedge"),
    ) | {"quantities": (), "ordinals": (), "polarity": "yes"}
    return Slots(**(fields | given))


def variant(report: Article, words: str, occasion: SaidOn | None = None) -> Variant:
    place = cite(report, words)
    return Variant(report.id, place.start, place.end, place.exact, "direct", "said", occasion)


def story() -> Story:
    return Story("s1", "Ilves to meet Roan *today*", (FIRST, SECOND), ())


def record(**given: Any) -> Record:
    """Two reports of one meeting; any section may be given instead."""
    ilves = Entity(
        "e1", "person", "Mara Ilves", (NameForm("Mara Ilves", (FIRST.id,)), NameForm("Ilves", (FIRST.id, SECOND.id))),
        (Role("Prime Minister", "Brelland", cite(FIRST, "Mara Ilves")),), None, None, (FIRST.id, SECOND.id),
    )  # fmt: skip
    radio = SaidOn("interview", "told Radio One", "Radio One", None)
    on, off = cite(FIRST, "Fishing is on the agenda"), cite(SECOND, "Fishing is off the table")
    fields: dict[str, Any] = {
        "story": StoryHead("s1", "Ilves to meet Roan *today*", "2026-01-13", "2026-01-13"),
        "articles": (FIRST, SECOND),
        "independence": Independence(2, 2, 2, 1, (OriginGroup((FIRST.id, SECOND.id), "both rest on one aide"),)),
        "lineage": (Lineage(FIRST.id, None, "PNS", "carries", None, (), "its credit line names PNS"),),
        "entities": (ilves,),
        "times": (),
        "timeline": (
            TimelineEntry(
                "h1", when("2026-01-13", "2026-01-13"), "Ilves and Roan met in Brel", "meeting", "happened", ("e1",),
                None, Support(2, 2), (cite(FIRST, "will meet"), cite(SECOND, "met")),
            ),
            TimelineEntry(
                "h0", when("1910-01-01", "1945-12-31", "year"), "the old quarrel", "conflict", "happened", (), None,
                Support(1, 1), (cite(SECOND, "off the table"),), background=True,
            ),
        ),
        "quotes": (
            LedgerQuote(
                "q1", "e1", "Mara Ilves", "direct", None,
                (variant(FIRST, "“We will talk,”"), variant(SECOND, "“We shall talk.”", radio)), (), "both",
            ),
        ),
        "agenda": (
            AgendaTopic(
                "g1", "Fishing", None,
                (
                    AgendaEntry(FIRST.id, None, "on", None, "an aide", on),
                    AgendaEntry(SECOND.id, None, "off", None, None, off),
                ),
            ),
        ),
        "claims": (
            JoinedClaim("c1", "Fishing is on the agenda", slots(), "an aide", "single", Support(1, 1), (on,)),
            JoinedClaim("c2", "Ilves and Roan met", slots(), None, "agreed", Support(2, 2), (cite(SECOND, "met"),)),
        ),
        "differences": (
            Difference(
                "d2", "name", "What is the place called?",
                (Position("Brel", (FIRST.id, SECOND.id), (cite(FIRST, "Brel"),)),), "compatible", "One name.",
            ),
            Difference(
                "d1", "polarity", "Is fishing on the agenda?",
                (Position("on", (FIRST.id,), (on,)), Position("off", (SECOND.id,), (off,))),
                "conflict", "One puts it on, the other off.",
            ),
        ),
        "silences": (Silence("c1", (SECOND.id,)),),
        "summary": (SummaryLine("Ilves and Roan met", "c2", Support(2, 2), (cite(SECOND, "met"),)),),
        "failures": (Failure("bad.bin", "ingest", "is binary, not text"),),
    }  # fmt: skip
    return Record(**(fields | given))
