"""Pairs of sentences of real reports of several events, judged: ``taught.tsv`` and ``left_out.tsv``.

A line is a sentence, a second, and how they stand: ``100911_Name.xml:5<tab>102977_Name.xml:2<tab>none``. A sentence is
named by its article of MEANTIME and its number there. The text stays where it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from eval.pairs.examples import Pair
from eval.timex.meantime import sentences
from variorum.model.protocols import STANDINGS

FOLDER = Path(__file__).parent


def apart(meantime: Path, which: str = "taught") -> Iterator[Pair]:
    """The pairs of one of the two files.

    Args:
        meantime: the corpus' folder.
        which: ``taught`` or ``left_out``.

    Raises:
        FileNotFoundError: the corpus is not there.
        ValueError: a line is no judgement; the message names file and line.
    """
    found = {p.name: p for p in meantime.glob("intra-doc_annotation/*/*.xml")}
    if not found:
        raise FileNotFoundError(f"{meantime}: no intra-doc_annotation/*/*.xml")
    known: dict[str, list[str]] = {}

    def said(named: str) -> str:
        name, _, number = named.rpartition(":")
        if name not in known:
            known[name] = sentences(found[name])
        return known[name][int(number)]

    for number, line in enumerate((FOLDER / f"{which}.tsv").read_text("utf-8").splitlines(), 1):
        try:
            one, two, standing = line.split("\t")
            yield Pair(said(one), said(two), STANDINGS.index(standing))
        except (ValueError, KeyError, IndexError) as error:
            raise ValueError(f"{which}.tsv, line {number}: not a judgement ({error})") from error
