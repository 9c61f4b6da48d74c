"""How far one named place is from another, and in which direction, where two reports give other distances."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from variorum.lang import table
from variorum.lang.name_forms import fold
from variorum.lang.territories import territories
from variorum.model.record import Difference
from variorum.model.text import Citation
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.build import difference, echoes, position, told_by
from variorum.reconcile.sentences import Sentence
from variorum.reconcile.where import NAME, Where
from variorum.reconcile.whereabouts import BACK, Scene

ROUNDED, NEAR = 0.15, 2.0
"""Share of the greater, and kilometres, by which two distances may differ and be one."""
LOOSE, ALONG = 1.4, 2.5
"""Ratio up to which two rough distances may be one; the same where one is along a road or a river."""
OPPOSITE = 120.0
"""Degrees from which two directions exclude each other, for distances that are more than near."""


@dataclass(frozen=True)
class _Far:
    """How far one place is from another, as one sentence tells it."""

    place: str
    sentence: Sentence
    where: Where
    cite: Citation
    holder: str | None
    along: bool

    @property
    def kilometres(self) -> float:
        return self.where.distance or 0.0


def distance_differences(corpus: Corpus, scene: Scene, shown: Sequence[Difference]) -> list[Difference]:
    """One row for each two places of whose distance, or direction, two reports tell otherwise."""
    told: dict[tuple[str, str], list[_Far]] = {}
    for sentence in scene.text.having(("km", "kilomet", "mile", "nautical")):
        for far in _fars(corpus, scene, sentence):
            told.setdefault((far.place, far.where.names[0]), []).append(far)
    rows = (_row(corpus, a, b) for group in told.values() for a, b in combinations(group, 2) if _differ(a, b))
    found: dict[tuple[str, ...], Difference] = {}
    for row in rows:
        found.setdefault(tuple(sorted(p.value for p in row.positions)), row)
    return [row for row in found.values() if not echoes(row, shown)]


@cache
def _distance() -> re.Pattern[str]:
    return re.compile(table("en", "whereabouts")["phrase"]["distance"])


@cache
def _rule(key: str) -> re.Pattern[str]:
    return re.compile(table("en", "whereabouts")["far"][key])


def _fars(corpus: Corpus, scene: Scene, sentence: Sentence) -> Iterator[_Far]:
    stop = re.compile(table("en", "whereabouts")["phrase"]["stop"])
    for measure in _distance().finditer(sentence.flat):
        end = stop.search(sentence.flat, measure.end())
        last = end.start() if end else len(sentence.flat)
        where = scene.places.where(sentence.text[measure.start() : last].rstrip(" ."))
        if not where.names:
            where = _of_capital(corpus, where)
        if not where.names or not where.distance or where.names[0].startswith("~"):
            continue
        for place in _subjects(scene, sentence, measure.start()):
            clause = sentence.clause(measure.start(), measure.end())
            cite = clause.cite if clause else sentence.cite(corpus.article[sentence.article])
            along = _rule("along").search(sentence.flat, measure.start(), last + 40) is not None
            yield _Far(place, sentence, where, cite, clause.holder if clause else None, along)


def _of_capital(corpus: Corpus, where: Where) -> Where:
    """The place of "the Lao capital"."""
    lands = territories("en")
    said = re.search(r"\b(\w+) capital\b", where.words)
    land = lands.adjectives.get(fold(said[1])) if said else None
    capital = next(
        (
            e.id
            for e in corpus.entities
            if land and (seat := lands.capitals.get(fold(e.name))) and seat.code == land.code and e.kind == "place"
        ),
        None,
    )
    return Where(where.words, (capital,) if capital else (), where.distance, where.bearing)


def _subjects(scene: Scene, sentence: Sentence, at: int) -> list[str]:
    """The place whose distance it is: named right before; for "the dam" those that the sentences before name."""
    runs = list(NAME.finditer(sentence.text, 0, at))
    if runs and _rule("between").fullmatch(sentence.flat, runs[-1].end(), at):
        return _places(scene, [runs[-1][0]])
    if not _rule("again").fullmatch(sentence.flat, 0, at):
        return []
    before = [s for s in scene.told[max(0, sentence.at - BACK) : sentence.at] if s.article == sentence.article]
    return _places(scene, [m[0] for s in before for m in NAME.finditer(s.text)])


def _places(scene: Scene, names: Sequence[str]) -> list[str]:
    """What names stand for that is no person and no country."""
    found: list[str] = []
    for name in names:
        entity = scene.places.known.get(name.lower())
        if entity is None or entity.kind not in {"person", "country"}:
            found.append(fold(entity.name if entity else name))
    return list(dict.fromkeys(found))


def _differ(a: _Far, b: _Far) -> bool:
    """By two reports, and by more than rounding, or in opposite directions."""
    if a.sentence.article == b.sentence.article:
        return False
    greater = max(a.kilometres, b.kilometres)
    return abs(a.kilometres - b.kilometres) > max(NEAR, ROUNDED * greater) or _opposite(a, b)


def _opposite(a: _Far, b: _Far) -> bool:
    if a.where.bearing is None or b.where.bearing is None:
        return False
    turn = abs(a.where.bearing - b.where.bearing) % 360
    return min(turn, 360 - turn) >= OPPOSITE


def _row(corpus: Corpus, a: _Far, b: _Far) -> Difference:
    ratio = max(a.kilometres, b.kilometres) / max(0.1, min(a.kilometres, b.kilometres))
    most = ALONG if a.along != b.along else LOOSE
    rows = [position(corpus, x.where.words, [x.cite]) for x in (a, b)]
    said = [f"“{x.where.words}” by {told_by(corpus, x.sentence.article, x.holder)}" for x in (a, b)]
    question = f"How far is {a.place.title()} from {corpus.entity[a.where.names[0]].name}?"
    if ratio <= most and not _opposite(a, b):
        why = f"{said[0]} and {said[1]}: one distance measured or rounded differently."
        return difference("place", question, rows, "compatible", why)
    return difference("place", question, rows, "conflict", f"{said[0]} and {said[1]}: they exclude one another.")
