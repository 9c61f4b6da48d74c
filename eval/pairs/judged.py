"""Pairs of sentences that readers judged: ``judgements/*.tsv``, one file a story.

The gold of a story lists its differences once, each by a few words of each side. That two other sentences tell the same
difference, or another that the gold passes over, it does not say. So readers were given the pairs that are likeliest to
be of one question, and said how each stands, with the whole story and without the gold before them.

A line is a sentence, a second, and how they stand: ``02_ap.txt:120<tab>05_afp.txt:77<tab>conflict``. A sentence is
named by its report's file and the character at which it begins in the article's text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from eval.contrasts.data import Told
from variorum.model.protocols import STANDINGS
from variorum.reconcile.side_by_side import Candidates

JUDGED = Path(__file__).parent / "judgements"


def judged(story: Told, told: Candidates, folder: Path = JUDGED) -> dict[tuple[int, int], int]:
    """For each judged pair of a story's candidates its place in ``STANDINGS``; nothing of a story none has judged.

    Raises:
        ValueError: a line is no judgement; the message names file and line.
    """
    path = folder / f"{story.name}.tsv"
    if not path.exists():
        return {}
    number = _numbers(story, told)
    found = {}
    for one, two, standing in _lines(path):
        if one in number and two in number:
            a, b = number[one], number[two]
            found[(a, b) if a < b else (b, a)] = standing
    return found


def _numbers(story: Told, told: Candidates) -> Mapping[str, int]:
    """The candidates by their files and where they begin."""
    file = {a.id: Path(a.path or a.id).name for a in story.corpus.articles}
    return {f"{file[s.article]}:{s.cite().start}": n for n, s in enumerate(told.told)}


def _lines(path: Path) -> Iterator[tuple[str, str, int]]:
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        try:
            one, two, standing = line.split("\t")
            yield one, two, STANDINGS.index(standing)
        except ValueError as error:
            raise ValueError(f"{path.name}, line {number}: not a judgement ({error})") from error
