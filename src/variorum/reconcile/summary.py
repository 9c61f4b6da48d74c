"""The summary on top of a record: what the reports agree on, in their own words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from variorum.lang import table, words
from variorum.model.record import Difference, JoinedClaim, SummaryLine, Support, TimelineEntry
from variorum.model.text import Citation
from variorum.reconcile.align import Stated
from variorum.reconcile.borne_out import Bearers
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.support import Origins
from variorum.reconcile.toll_lines import corrects, names_toll, toll_line, tolls_in
from variorum.reconcile.whole_lines import line_of

MOST = 8
"""Lines, at most."""
ENOUGH = 2
"""Independent origins that must stand behind a line."""
FALLEN = frozenset({"cancelled", "denied"})
"""Standings of a happening that other reports say is not to be, or was not."""
REPEATED = 0.5
"""Share of a line's words and names that may stand in a line above it."""


@dataclass(frozen=True)
class Found:
    """A telling that can be a line, with those that bear it out, itself first.

    Attributes:
        words: what the line is to be.
        latest: it gives the latest figure of a toll that changes.
        depth: how deep in a report the earliest of them stands, from 0 to 1.
    """

    telling: Stated
    words: Citation
    borne_out: tuple[Stated, ...]
    support: Support
    depth: float
    latest: bool = False


def summary(  # noqa: PLR0913, PLR0917  a summary is drawn from all that was reconciled
    corpus: Corpus,
    bearers: Bearers,
    claims: Iterable[JoinedClaim],
    differences: Sequence[Difference],
    entries: Sequence[TimelineEntry],
    origins: Origins,
) -> tuple[SummaryLine, ...]:
    """What two origins or more tell alike, each in the words of a report that gives it a whole clause.

    First what most origins tell, then the latest figures of tolls that change, then the rest. A line is left out when
    its words are disputed or overtaken, when it is history ("the 1910-45 occupation"), when what it tells was called
    off, when it is one speaker's alone, and when it repeats a line above.
    """
    scene = _Scene(corpus, bearers, differences, entries, origins)
    agreed = sorted(scene.agreed(), key=lambda f: _rank(corpus, f))
    tolls = scene.tolls()
    kept: list[Found] = []
    for found in [*agreed[:1], *tolls, *agreed[1:]]:
        if not any(_repeats(found, other) for other in kept):
            kept.append(found)
    row_of = {(c.article, c.start, c.end): claim.id for claim in claims for c in claim.evidence}
    return tuple(_line(corpus, found, row_of) for found in kept[:MOST])


def _line(corpus: Corpus, found: Found, row_of: Mapping[tuple[str, int, int], str]) -> SummaryLine:
    own = found.telling.claim.cite
    others = corpus.in_order(s.claim.cite for s in found.borne_out if s.claim.cite != own)
    row = row_of[own.article, own.start, own.end]
    return SummaryLine(
        " ".join(found.words.exact.split()), row, found.support, (found.words, *others), latest=found.latest
    )


def _rank(corpus: Corpus, found: Found) -> tuple[int, float, int, int]:
    cite = found.telling.claim.cite
    return -found.support.origins, found.depth, corpus.rank[cite.article], cite.start


def _repeats(found: Found, above: Found) -> bool:
    one, two = found.telling, above.telling
    if found.words.overlaps(above.words):
        return True
    if one.claim.cite == two.claim.cite or any(s is one for s in above.borne_out):
        return True
    shared = len(one.features & two.features) / max(1, min(len(one.features), len(two.features)))
    return shared > REPEATED


class _Scene:
    """A story's tellings with all that a line is held against."""

    def __init__(
        self,
        corpus: Corpus,
        bearers: Bearers,
        differences: Sequence[Difference],
        entries: Sequence[TimelineEntry],
        origins: Origins,
    ) -> None:
        self.corpus, self.bearers, self.origins = corpus, bearers, origins
        self.tellings = [s for fact in bearers.facts for s in fact]
        likely = [d for d in differences if not d.unlikely]
        self.changing = [d for d in likely if d.verdict == "superseded"]
        conflicts = [(d, p) for d in likely if d.verdict == "conflict" for p in d.positions]
        overtaken = [(d, p) for d in self.changing for p in d.positions[:-1]]
        self.open = [(d.question, c) for d, p in (*conflicts, *overtaken) for c in p.evidence]
        self.fallen = [c for e in entries if e.status in FALLEN for c in e.evidence]
        self.history = {e.id for _, e in corpus.events if e.background}
        self.asked: Mapping[str, str] = table("en", "reconcile")["asked"]
        moving = {d.question for d in likely if d.verdict != "compatible"}
        changes = self.asked.keys() - words("en", "reconcile", "fixed", "outcomes")
        self.moving = {of for of in changes if any(m.startswith(self.asked[of]) for m in moving)}

    def agreed(self) -> list[Found]:
        """The tellings that can be lines and that two origins or more bear out."""
        found = []
        for telling in self.tellings:
            line = line_of(self.corpus, telling)
            if line is None or self._open(telling) or self._tells_toll(telling):
                continue
            borne_out = self.bearers.of(telling)
            if self._stale(borne_out):
                continue
            support = self._support(borne_out)
            if support.origins >= ENOUGH and not _of_one_speaker(borne_out):
                found.append(Found(telling, line, tuple(borne_out), support, min(map(self._depth, borne_out))))
        return self._best_of_each(found)

    def _stale(self, tellings: Sequence[Stated]) -> bool:
        """A plan whose day has come, or that has no day and is of an earlier day than the last report."""
        last = self.corpus.last_day()
        if last is None or not self.bearers.is_plan(tellings[0]):
            return False
        days = [w.interval.end for s in tellings if (w := s.claim.slots.time)]
        told = [day for s in tellings if (day := self.corpus.article[s.article].day)]
        return max(days, default=max(told, default=last)) < last

    def _best_of_each(self, found: Sequence[Found]) -> list[Found]:
        """Of tellings that bear one another out the one most origins tell, in the outlet's own voice, the shortest."""

        def rank(one: Found) -> tuple[int, bool, bool, int, str]:
            claim = one.telling.claim
            opens = claim.cite.start - claim.sentence.start <= 1
            return (
                int(not opens) - one.support.origins,
                not opens,
                claim.holder is not None,
                len(claim.cite.exact),
                claim.id,
            )

        kept: list[Found] = []
        for one in sorted(found, key=rank):
            if not any(s is one.telling for other in kept for s in other.borne_out):
                kept.append(one)
        return kept

    def tolls(self) -> list[Found]:
        """The latest figure of each toll that changes, where two origins or more have given a figure of it."""
        found: list[Found] = []
        for outcome in table("en", "summary")["tolls"]["told"]:
            rows = [d for d in self.changing if d.kind == "number" and d.question == self.asked[outcome]]
            rows = [d for d in rows if self._of_articles(a for p in d.positions for a in p.articles) >= ENOUGH]
            if rows:
                widest = max(rows, key=lambda d: len({a for p in d.positions for a in p.articles}))
                found += [f for f in self._latest(outcome, widest) if not found or self._keeps_up(f, found[0])]
        return found

    def _keeps_up(self, found: Found, first: Found) -> bool:
        """Of no earlier day than the toll told first."""
        return self._moment(found.telling.article)[:10] >= self._moment(first.telling.article)[:10]

    def _latest(self, outcome: str, asked: Difference) -> list[Found]:
        """The line of the last dated report that gives the toll, which may correct those before it.

        None where a report without a date, or a later one, gives a figure that goes further: which is the latest is
        then not known. Nor where the words are at odds with others on something else.
        """
        given = [c for p in asked.positions for c in p.evidence]
        figures = {s.claim.id: f for s in self.tellings if (f := tolls_in(self.history, s, outcome))}
        told = [s for s in self.tellings if s.claim.id in figures]
        whole = [s for s in told if names_toll(s) or any(_holds(s.claim.cite, c) for c in given)]
        dated = [s for s in whole if self._dated(s.article)]
        if not dated:
            return []
        last = max(self._moment(s.article) for s in dated)
        ours = [s for s in dated if self._moment(s.article) == last]
        ours = [s for s in ours if corrects(s)] or ours
        falls = outcome in table("en", "reconcile")["falling"]["outcomes"]
        figure = (min if falls else max)(f for s in ours for f in figures[s.claim.id])
        if self._goes_on(outcome, figure, last, falls=falls):
            return []
        lines = [(s, toll_line(self.corpus, s)) for s in ours if figure in figures[s.claim.id]]
        open_ = [c for question, c in self.open if question != asked.question]
        able = [(s, line) for s, line in lines if line and not _touches(line, open_)]
        if not able:
            return []
        telling, line = min(able, key=lambda row: (row[0].claim.cite.start, len(row[1].exact), row[0].claim.id))
        others = {s.article: s for s in told if figure in figures[s.claim.id] and s.article != telling.article}
        borne_out = (telling, *others.values())
        return [Found(telling, line, borne_out, self._support(borne_out), self._depth(telling), latest=True)]

    def _goes_on(self, outcome: str, figure: float, last: str, *, falls: bool) -> bool:
        """Whether a report that is later, or bears no date, gives a figure that goes further, of any sort of people."""
        since = (s for s in self.tellings if not self._dated(s.article) or self._moment(s.article) > last)
        if falls:
            later = (q.low for s in since for q in s.claim.slots.quantities if q.of == outcome)
            return any(f < figure for f in later)
        return any(f > figure for s in since for f in tolls_in(self.history, s, outcome))

    def _moment(self, article: str) -> str:
        """When it was published, else when it was changed; an ISO date, with its hour where it is given."""
        found = self.corpus.article[article]
        return found.published or found.updated or ""

    def _open(self, telling: Stated) -> bool:
        """Its words are disputed, overtaken or history, or tell what was called off."""
        cite = telling.claim.cite
        past = any(e in self.history for e in telling.claim.events)
        return past or _touches(cite, (c for _, c in self.open)) or _touches(cite, self.fallen)

    def _tells_toll(self, telling: Stated) -> bool:
        """It gives a toll on which the reports differ, or which the next may have overtaken."""
        inside = (c for c in self.corpus.claims_of(telling.article) if c.cite.overlaps(telling.claim.cite))
        return any(q.of in self.moving for c in inside for q in c.slots.quantities)

    def _support(self, tellings: Iterable[Stated]) -> Support:
        return self.origins.of((s.article, s.claim.holder) for s in tellings)

    def _of_articles(self, articles: Iterable[str]) -> int:
        return self.origins.of((a, None) for a in articles).origins

    def _dated(self, article: str) -> bool:
        return bool(self._moment(article))

    def _depth(self, telling: Stated) -> float:
        return telling.claim.cite.start / max(1, len(self.corpus.article[telling.article].text))


def _of_one_speaker(tellings: Sequence[Stated]) -> bool:
    """One speaker's words, in whatever reports: what was said stands in the ledger."""
    voices = {s.claim.holder for s in tellings}
    return len(voices) == 1 and None not in voices


def _touches(cite: Citation, others: Iterable[Citation]) -> bool:
    return any(cite.overlaps(c) for c in others)


def _holds(one: Citation, other: Citation) -> bool:
    return one.article == other.article and one.start <= other.start and other.end <= one.end
