"""Pairs of sentences with how they stand: from the stories' gold, and from those written for it."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from eval.contrasts.data import Told
from eval.pairs.judged import judged
from variorum.model.protocols import STANDINGS
from variorum.reconcile.side_by_side import Candidates, candidates, chosen

WRITTEN = Path(__file__).parent / "written"
NEAR, OF_NEAR, FAR, ALIKE = 40, 120, 20, 140
"""Pairs taken of each story: of the likeliest of no question, so many a report, these; of the others of no question;
and of those that say the same."""
JUDGED, FEW = 60, 10
"""The same of a story that readers judged: of what they found of no question, and of the likeliest of the rest."""
NONE, SAME = STANDINGS.index("none"), STANDINGS.index("same")
LEFT_OUT = Path(__file__).parent / "left_out.txt"
"""Names the stories that training leaves out, to fit on what rests upon it and to measure."""


@dataclass(frozen=True)
class Pair:
    """Two sentences, how they stand, by its place in ``STANDINGS``, and the rows of the gold that tell it."""

    one: str
    two: str
    standing: int
    rows: frozenset[int] = frozenset()


def left_out() -> list[str]:
    """The names of the stories that training leaves out."""
    return LEFT_OUT.read_text("utf-8").split()


def written() -> Iterator[Pair]:
    """The pairs that were written for it.

    Raises:
        ValueError: a line is no such pair; the message names file and line.
    """
    for path in sorted(WRITTEN.glob("*.jsonl")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            try:
                row = json.loads(line)
                yield Pair(row["a"], row["b"], STANDINGS.index(row["label"]))
            except (ValueError, KeyError) as error:
                raise ValueError(f"{path.name}, line {number}: not a pair ({error})") from error


def labelled(story: Told, told: Candidates) -> dict[tuple[int, int], Pair]:
    """The pairs of sentences that the gold tells of: on two sides of a difference, on one side, or in one agreement."""
    found: dict[tuple[int, int], Pair] = {}
    for members in _alike(story, told):
        for a, b in combinations(members, 2):
            if told.told[a].article != told.told[b].article:
                found[a, b] = Pair(told.told[a].text, told.told[b].text, SAME)
    for row, gold in enumerate(story.rows):
        sides = [story.sides(row, s.cite()) for s in told.told]
        for a, b in combinations([n for n, own in enumerate(sides) if own], 2):
            if len(sides[a] | sides[b]) > 1 and told.told[a].article != told.told[b].article:
                rows = found[a, b].rows | {row} if (a, b) in found else frozenset({row})
                verdict = STANDINGS.index(gold["verdict"])
                found[a, b] = Pair(told.told[a].text, told.told[b].text, verdict, rows)
    return found


def _alike(story: Told, told: Candidates) -> Iterator[list[int]]:
    """Sentences that say one thing: of one agreement, or on one side of a difference."""
    for fact in range(len(story.agreed)):
        yield [n for n, s in enumerate(told.told) if story.agrees(fact, s.cite())]
    for row, gold in enumerate(story.rows):
        for side in range(len(gold["positions"])):
            yield [n for n, s in enumerate(told.told) if side in story.sides(row, s.cite())]


def of_story(story: Told, chance: random.Random) -> list[Pair]:
    """A story's pairs to learn from."""
    told = candidates(story.corpus)
    read = judged(story, told)
    known = _with_judged(labelled(story, told), read, told)
    alike = [p for p in known.values() if p.standing == SAME]
    unlike = [p for p in known.values() if p.standing not in {NONE, SAME}]
    none = [p for p in chosen(told, 10**9) if p not in known]
    first = NEAR * len(story.corpus.articles)
    some = _sample(none[:first], FEW if read else OF_NEAR, chance) + _sample(none[first:], FAR, chance)
    found = [*unlike, *_sample(alike, ALIKE, chance)]
    found += _sample([p for p in known.values() if p.standing == NONE], JUDGED, chance)
    return found + [Pair(told.told[a].text, told.told[b].text, NONE) for a, b in some]


def _with_judged(
    known: dict[tuple[int, int], Pair], read: Mapping[tuple[int, int], int], told: Candidates
) -> dict[tuple[int, int], Pair]:
    """The gold's pairs, and those that readers judged.

    Where the gold tells how a pair stands, that holds, but that two which say one thing may differ in another.
    """
    more = {
        pair: Pair(told.told[pair[0]].text, told.told[pair[1]].text, standing)
        for pair, standing in read.items()
        if pair not in known or (known[pair].standing == SAME and standing not in {NONE, SAME})
    }
    return known | more


def _sample(some: list[Any], most: int, chance: random.Random) -> list[Any]:
    return chance.sample(some, min(len(some), most))
