"""Pairs of sentences with how they stand: from the stories' gold, and from those written for it."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from eval.contrasts.data import FIT, KNOWN, Told
from variorum.model.protocols import STANDINGS
from variorum.reconcile.side_by_side import Candidates, candidates, chosen

WRITTEN = Path(__file__).parent / "written"
NEAR, FAR = 75, 30
"""Pairs of no question taken of each story: of each report's likeliest ones so many a report, and any others."""
SAME = STANDINGS.index("same")
LEFT_OUT = 6
"""Of the stories to fit on every sixth is left out of training, to measure on."""


@dataclass(frozen=True)
class Pair:
    """Two sentences, how they stand, by its place in ``STANDINGS``, and the rows of the gold that tell it."""

    one: str
    two: str
    standing: int
    rows: frozenset[int] = frozenset()


def left_out() -> list[str]:
    """The names of the stories that training leaves out."""
    return sorted(p.name for p in FIT.iterdir() if p.is_dir() and p.name != "gold")[::LEFT_OUT]


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
    for fact in gold_of(story.name):
        yield [n for n, s in enumerate(told.told) if _within(story, s.article, s.text, fact)]
    for row, gold in enumerate(story.rows):
        for side in range(len(gold["positions"])):
            yield [n for n, s in enumerate(told.told) if side in story.sides(row, s.cite())]


def gold_of(name: str) -> list[dict[str, str]]:
    """For each agreement of a story's gold the words of each report, by its file's name."""
    for path in (FIT / "gold" / f"{name}.json", KNOWN.parent / "eval/story/gold" / f"{name}.json"):
        if path.exists():
            return [fact["exact"] for fact in json.loads(path.read_text("utf-8"))["agreements"]]
    return []


def of_story(story: Told, chance: random.Random) -> list[Pair]:
    """A story's pairs to learn from."""
    told = candidates(story.corpus)
    known = labelled(story, told)
    order = chosen(told, 10**9)
    near = [p for p in order[: NEAR * len(story.corpus.articles)] if p not in known]
    rest = [p for p in order[NEAR * len(story.corpus.articles) :] if p not in known]
    none = chance.sample(near, min(len(near), 110)) + chance.sample(rest, min(len(rest), FAR))
    return [*known.values(), *(Pair(told.told[a].text, told.told[b].text, 0) for a, b in none)]


def _within(story: Told, article: str, said: str, fact: dict[str, str]) -> bool:
    """Whether a sentence has words that the gold has for its report."""
    names = {Path(a.path or a.id).name: a.id for a in story.corpus.articles}
    mine = [" ".join(words.split()) for name, words in fact.items() if names.get(name) == article]
    flat = " ".join(said.split())
    return any(w in flat or flat in w for w in mine)
