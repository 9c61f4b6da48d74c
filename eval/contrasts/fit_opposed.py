"""``python -m eval.contrasts.fit_opposed``: what each feature of two clauses is worth, for ``lang/en/opposed.toml``.

Logistic regression with a ridge: two clauses answer one question contrarily where the gold sets their words against
each other in a row of polarity, status, attribution or place, or where ``opposed_judged.toml`` says so. Gold lists what
matters most, and no gold lists all: so the pairs that came out best without being in it were read and judged by hand.
``--check`` fits anew without each story in turn, and says what is then found in that story.
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from eval.contrasts.data import Told, stories
from eval.contrasts.logistic import chances, newton
from variorum.reconcile.differences.opposed_features import FEATURES, features
from variorum.reconcile.differences.opposed_field import field
from variorum.reconcile.differences.opposed_pairs import Pair, pairs

KINDS = ("polarity", "status", "attribution", "place")
RIDGE = 10.0
LEVELS = (0.6, 0.5, 0.4, 0.3, 0.25, 0.2, 0.15, 0.1)
JUDGED = Path(__file__).with_name("opposed_judged.toml")
YES, NO, SKIP = 1, 0, -1


@dataclass
class Pairs:
    """The pairs of one story: their features, the rows of the gold that hold them, and what they are labelled."""

    story: Told
    pairs: list[Pair]
    table: Any
    rows: list[set[int]]
    labels: Any


def main() -> None:
    """Print the table, or what the check gives."""
    options = argparse.ArgumentParser(prog="python -m eval.contrasts.fit_opposed")
    options.add_argument("--seeds", type=Path, help="the folder with the seeds and their gold")
    options.add_argument("--kept", type=Path, help="a folder to keep readings in")
    options.add_argument("--check", action="store_true", help="fit without each story in turn")
    options.add_argument("--list", type=int, default=0, help="with --check, the best pairs that nobody has judged")
    given = options.parse_args()
    told = [pairs_of(s) for s in stories(given.seeds, given.kept)]
    if given.check:
        check(told, given.list)
    else:
        write(fitted(told))


def pairs_of(story: Told) -> Pairs:
    """All candidate pairs of a story."""
    made = field(story.corpus)
    found = list(pairs(made))
    sides = [
        [story.sides(n, c.claim.cite) if r["kind"] in KINDS else set() for n, r in enumerate(story.rows)]
        for c in made.clauses
    ]
    others = [
        any(story.sides(n, c.claim.cite) for n, r in enumerate(story.rows) if r["kind"] not in KINDS)
        for c in made.clauses
    ]
    at = {id(c): n for n, c in enumerate(made.clauses)}
    rows = [
        {
            n
            for n, (x, y) in enumerate(zip(sides[at[id(p.one)]], sides[at[id(p.two)]], strict=True))
            if x and y and not x & y
        }
        for p in found
    ]
    judged = tomllib.loads(JUDGED.read_text("utf-8")).get(story.name, {})
    yes, skip = ({frozenset(p) for p in judged.get(key, ())} for key in ("yes", "skip"))
    labels = [YES if r or _said(p) in yes else NO for r, p in zip(rows, found, strict=True)]
    sure = {frozenset((p.one.sentence, p.two.sentence)) for p, y in zip(found, labels, strict=True) if y == YES}
    for n, p in enumerate(found):
        near = frozenset((p.one.sentence, p.two.sentence)) in sure
        value = others[at[id(p.one)]] and others[at[id(p.two)]]
        if labels[n] == NO and (_said(p) in skip or near or value):
            labels[n] = SKIP
    table = np.array([[1.0, *features(made, p).values()] for p in found])
    return Pairs(story, found, table, rows, np.array(labels))


def _said(pair: Pair) -> frozenset[str]:
    return frozenset(" ".join(c.claim.cite.exact.split()) for c in (pair.one, pair.two))


def fitted(told: Sequence[Pairs]) -> Any:
    """The weights, in the order of the table's columns; the constant, first of them, is free."""
    labels = np.concatenate([t.labels for t in told])
    table = np.concatenate([t.table for t in told])[labels != SKIP]
    return newton(table, labels[labels != SKIP].astype(float), RIDGE, free=0)


def write(weights: Any) -> None:
    """The table as TOML."""
    print(f"bias = {weights[0]:.3f}\n\n[fitted.weights]")
    for feature, weight in zip(FEATURES, weights[1:], strict=True):
        print(f"{feature.__name__} = {weight:.3f}")


def check(told: Sequence[Pairs], listed: int) -> None:
    """For each level: rows of the gold that are found, and how many of the pairs shown are in it or judged good."""
    likely = [chances(t.table, fitted([o for o in told if o is not t])) for t in told]
    asked = sum(r["kind"] in KINDS for t in told for r in t.story.rows)
    held = sum(len(set().union(*t.rows)) for t in told)
    for level in LEVELS:
        found = shown = right = 0
        for t, scores in zip(told, likely, strict=True):
            over = [(r, y) for r, s, y in zip(t.rows, scores, t.labels, strict=True) if s >= level and y != SKIP]
            found += len(set().union(*(r for r, _ in over))) if over else 0
            shown += len(over)
            right += sum(y == YES for _, y in over)
        print(f"from {level}: rows {found} of {asked} ({held} have a pair), pairs {right} of {shown}")
    best: dict[Any, tuple[float, str, Pair]] = {}
    for t, scores in zip(told, likely, strict=True):
        for p, s, y in zip(t.pairs, scores, t.labels, strict=True):
            key = (t.story.name, frozenset((p.one.sentence, p.two.sentence)))
            if y == NO and (key not in best or best[key][0] < s):
                best[key] = (float(s), t.story.name, p)
    for score, name, p in sorted(best.values(), key=lambda row: -row[0])[:listed]:
        print(f"{score:.2f} {name} {'/'.join(p.grounds)}")
        for c in (p.one, p.two):
            print(f"     {'NO ' if c.denies else ''}{' '.join(c.claim.cite.exact.split())} [{c.claim.holder}]")


if __name__ == "__main__":
    main()
