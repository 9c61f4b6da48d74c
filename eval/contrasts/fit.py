"""``python -m eval.contrasts.fit``: what each feature of two values is worth, as ``lang/en/contrast.toml`` has it.

Logistic regression with a ridge: two unlike values of two reports answer one question where the gold sets their words
against each other. ``--check`` fits anew without each story in turn, and says what is then found in that story.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from eval.contrasts.data import Told, stories
from eval.contrasts.logistic import chances, newton
from variorum.reconcile.contrast import BY_KIND, CONSTANT, FEATURES, comparable, sort_of
from variorum.reconcile.figures import figures
from variorum.reconcile.scene import Scene, scene
from variorum.reconcile.values import CLOCK, DAY, ORDINAL, SPAN, Value, values

SORTS = ("toll", "count", "measure", CLOCK, DAY, SPAN, ORDINAL)
RIDGE = 3.0
LEVELS = (0.7, 0.6, 0.5, 0.4, 0.3, 0.2)


@dataclass
class Pairs:
    """The pairs of one story: what they are, their features, the rows of the gold that hold them."""

    story: Told
    pairs: list[tuple[Value, Value]]
    table: Any
    rows: list[set[int]]


def main() -> None:
    """Print the table, or what the check gives."""
    options = argparse.ArgumentParser(prog="python -m eval.contrasts.fit")
    options.add_argument("--seeds", type=Path, help="the folder with the seeds and their gold")
    options.add_argument("--kept", type=Path, help="a folder to keep readings in")
    options.add_argument("--check", action="store_true", help="fit without each story in turn")
    given = options.parse_args()
    told = [pairs_of(s) for s in stories(given.seeds, given.kept)]
    if given.check:
        check(told)
    else:
        write(fitted(told))


def pairs_of(story: Told) -> Pairs:
    """All candidate pairs of a story, a row of the table each; what a report says twice is of one row both times."""
    found = values(story.corpus, figures(story.corpus, story.facts))
    made = scene(story.corpus, story.facts, found)
    pairs = [(a, b) for a, b in made.pairs if comparable(made, a, b)]
    sides = {id(v): [story.sides(n, v.cite) for n in range(len(story.rows))] for v in found}
    for one, other in combinations(found, 2):
        if one.article == other.article and one.kind == other.kind and one.same(other) and _of_one(one, other):
            told = list(zip(sides[id(one)], sides[id(other)], strict=True))
            sides[id(one)], sides[id(other)] = [x or y for x, y in told], [y or x for x, y in told]
    rows = [
        {n for n, (x, y) in enumerate(zip(sides[id(a)], sides[id(b)], strict=True)) if x and y and not x & y}
        for a, b in pairs
    ]
    width = len(FEATURES) + len(SORTS) * (1 + len(BY_KIND))
    return Pairs(story, pairs, np.array([_row(made, a, b) for a, b in pairs]).reshape(len(pairs), width), rows)


def _of_one(a: Value, b: Value) -> bool:
    """A report says it twice: the same number of the same."""
    return bool((a.noun and a.noun == b.noun) or (a.outcome and a.outcome == b.outcome))


def _row(made: Scene, a: Value, b: Value) -> list[float]:
    sort = sort_of(a, b)
    common = [f(made, a, b) for f in FEATURES]
    own = [1.0, *(f(made, a, b) for f in BY_KIND)]
    return [*common, *(x * (sort == s) for s in SORTS for x in own)]


def fitted(told: Sequence[Pairs]) -> Any:
    """The weights, in the order of the table's columns."""
    labels = np.array([bool(r) for t in told for r in t.rows], float)
    return newton(np.concatenate([t.table for t in told]), labels, RIDGE)


def write(weights: Any) -> None:
    """The tables as TOML."""
    print("# What each feature of two values is worth, as `python -m eval.contrasts.fit --seeds ../shared` prints it.")
    print("[weights]")
    for feature, weight in zip(FEATURES, weights, strict=False):
        print(f"{feature.__name__} = {weight:.3f}")
    width = 1 + len(BY_KIND)
    for n, sort in enumerate(SORTS):
        own = weights[len(FEATURES) + n * width :][:width]
        print(f"\n[kinds.{sort}]")
        for name, weight in zip([CONSTANT, *(f.__name__ for f in BY_KIND)], own, strict=True):
            print(f"{name} = {weight:.3f}")


def check(told: Sequence[Pairs]) -> None:
    """For each level: rows of the gold that hold two values, those found, and the pairs shown that the gold has."""
    likely = [chances(t.table, fitted([o for o in told if o is not t])) for t in told]
    held = sum(len(set().union(*t.rows)) for t in told)
    for level in LEVELS:
        found = shown = right = 0
        for t, scores in zip(told, likely, strict=True):
            over = [r for r, s in zip(t.rows, scores, strict=True) if s >= level]
            found += len(set().union(*over)) if over else 0
            shown += len(over)
            right += sum(bool(r) for r in over)
        print(f"from {level}: rows {found} of {held}, pairs {right} of {shown}")


if __name__ == "__main__":
    main()
