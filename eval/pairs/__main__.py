"""``python -m eval.pairs``: what the comparer makes of the pairs that it reads in the stories it was not taught on."""

from __future__ import annotations

import sys

from eval.contrasts.data import stories
from eval.pairs.examples import left_out
from eval.pairs.signs import rows_between
from eval.places import SHARED
from variorum.backends.pairs.reader import PairReader
from variorum.reconcile.side_by_side import candidates, chosen, most_words

LEVELS = (0.95, 0.9, 0.85, 0.8, 0.7, 0.6, 0.5, 0.3)


def main() -> int:
    """Print what is found and how sure it is, from the likeliest down."""
    names = set(left_out())
    known = [s for s in stories(SHARED if SHARED.exists() else None) if s.name in names]
    reader, scored, held = PairReader(), [], 0
    for story in known:
        told = candidates(story.corpus)
        pairs = chosen(told, most_words(len(story.corpus.articles)))
        rows = [{(story.name, row) for row in rows_between(story, told, a, b)} for a, b in pairs]
        shares = reader.weigh([(told.told[a].text, told.told[b].text) for a, b in pairs])
        scored += list(zip(shares[:, 2:].sum(1).tolist(), rows, strict=True))
        held += len(set().union(*rows))
    scored.sort(key=lambda row: -row[0])
    asked = sum(len(s.rows) for s in known)
    print(f"{len(known)} stories left out; {held} of {asked} differences are among the {len(scored)} pairs read")
    print(f"average precision of pairs {average_precision([bool(rows) for _, rows in scored]):.3f}")
    for level in LEVELS:
        over = [rows for likely, rows in scored if likely >= level]
        found, right = set().union(*over), sum(map(bool, over))
        print(f"from {level:.2f}: {right} of {len(over)} pairs are two answers of the gold, differences {len(found)}")
    return 0


def average_precision(right: list[bool]) -> float:
    """Of pairs from the likeliest down: the mean, over those that are right, of the share right so far."""
    found, total = 0, 0.0
    for n, hit in enumerate(right, 1):
        if hit:
            found += 1
            total += found / n
    return total / found if found else 0.0


if __name__ == "__main__":
    sys.exit(main())
