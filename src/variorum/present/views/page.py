"""The whole page: every section's view, and the answer at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.present.views.agenda import Agenda, agenda
from variorum.present.views.chart import NARROW, WIDE, Chart, chart
from variorum.present.views.claims import Claim, Claims, Line, Omission, claims, omissions, summary
from variorum.present.views.dates import day_words
from variorum.present.views.differences import Difference, Differences, differences
from variorum.present.views.entities import Cast, cast, names
from variorum.present.views.origins import Independence, Link, independence, lineage
from variorum.present.views.quotes import Speaker, ledger
from variorum.present.views.reports import Report, reports
from variorum.present.views.sources import Row, Source, Sources
from variorum.present.views.timeline import Happening, Timeline, timeline

GLANCE = 4
"""Happenings in each column of the glance."""
VAGUE = frozenset({"year", "decade", "century"})


@dataclass(frozen=True, slots=True)
class Glance:
    """The answer in ten seconds: what happened, what is only planned (or fell through), where the reports clash.

    ``revised`` are the differences that a later report settles.
    """

    lead: Claim | None
    happened: tuple[Happening, ...]
    planned: tuple[Happening, ...]
    conflicts: tuple[Difference, ...]
    revised: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """Everything the page shows; an empty section is left out of it."""

    title: str
    dates: str
    schema: str
    sources: tuple[Source, ...]
    summary: tuple[Line, ...]
    glance: Glance
    independence: Independence
    timeline: Timeline
    charts: tuple[Chart, ...]
    differences: Differences
    speakers: tuple[Speaker, ...]
    agenda: Agenda
    cast: Cast
    claims: Claims
    omissions: tuple[Omission, ...]
    lineage: tuple[Link, ...]
    reports: tuple[Report, ...]
    failures: tuple[Row, ...]


def summary_title(lines: Sequence[Line]) -> str:
    """The summary's heading: a latest figure may be one report's alone, and is then not agreed on."""
    return "What the reports agree on" + (", and the latest figures" if any(s.latest for s in lines) else "")


def page(record: Row) -> Page:
    """The views of a record's plain data (``variorum/record/1``).

    Raises:
        CitationError: a finding cites an article that the record does not hold.
    """
    sources, known = Sources(record["articles"]), names(record["entities"])
    times, differ = timeline(record["timeline"], sources, known), differences(record["differences"], sources)
    stated = claims(record["claims"], sources)
    charts = (chart(times, sources.all, frame) for frame in (WIDE, NARROW))
    return Page(
        title=record["story"]["title"],
        dates=_dates(record["story"]),
        schema=record["schema"],
        sources=sources.all,
        summary=summary(record.get("summary", ()), sources),
        glance=_glance(times, stated, differ),
        independence=independence(record["independence"], sources),
        timeline=times,
        charts=tuple(c for c in charts if c),
        differences=differ,
        speakers=ledger(record["quotes"], sources, known),
        agenda=agenda(record["agenda"], sources, known),
        cast=cast(record["entities"], sources),
        claims=stated,
        omissions=omissions(record["silences"], record["claims"], sources),
        lineage=lineage(record["lineage"], sources),
        reports=reports(record, sources),
        failures=tuple(record["failures"]),
    )


def _dates(story: Row) -> str:
    days = [day_words(d) for d in (story["from"], story["to"]) if d]
    return " – ".join(dict.fromkeys(days)) or "no date"


def _glance(times: Timeline, stated: Claims, differ: Differences) -> Glance:
    done = [h for h in times.story if h.status == "happened"]
    ahead = [h for h in times.story if h.status != "happened"]
    lead = stated.shared[0] if stated.shared else None
    revised = tuple(d for d in differ.explained if d.verdict == "superseded")
    return Glance(lead, _best(done), _best(ahead), differ.conflicts, revised[:GLANCE])


def _best(happenings: Sequence[Happening]) -> tuple[Happening, ...]:
    """The best supported, back in order of time; what has no date, or only a year, gives way."""

    def rank(i: int) -> tuple[bool, int, int, int]:
        h = happenings[i]
        return (not h.start or h.grain in VAGUE, -h.origins, -h.articles, -i)

    return tuple(happenings[i] for i in sorted(sorted(range(len(happenings)), key=rank)[:GLANCE]))
