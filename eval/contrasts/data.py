"""Stories with gold, read once, and whose words the gold sets against each other."""

from __future__ import annotations

import json
import pickle
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from eval.story.match import Page, words_of
from variorum.engine import Reader, as_one_story, ingest
from variorum.model.text import Citation
from variorum.reconcile.align import Stated, aligned
from variorum.reconcile.corpus import Corpus, build_corpus
from variorum.reconcile.entities import resolve
from variorum.reconcile.happenings import happenings

ROOT = Path(__file__).parents[2]
FIT = ROOT / "eval/story/fit"
KNOWN = ROOT / "examples"
TAUGHT = ROOT / "eval/pairs/stories"


@dataclass
class Told:
    """A story as it is reconciled, with its gold.

    Attributes:
        rows: the gold's differences; see ``eval/story/README.md``.
        agreed: for each agreement of the gold the words of each report, by its file's name.
    """

    name: str
    corpus: Corpus
    facts: list[list[Stated]]
    rows: list[dict[str, Any]]
    agreed: list[dict[str, str]] = field(default_factory=list)

    @cached_property
    def pages(self) -> dict[str, tuple[str, Page]]:
        """By its file's name each article's id, and its text to look words up in."""
        return {Path(a.path or a.id).name: (a.id, Page.of(a.text)) for a in self.corpus.articles}

    @cached_property
    def spans(self) -> list[list[dict[str, list[tuple[int, int]]]]]:
        """For each row and each of its positions, by article id where the gold's words stand in it."""
        out = []
        for row in self.rows:
            sides = []
            for side in row["positions"]:
                found: dict[str, list[tuple[int, int]]] = {}
                for name, said in words_of(side):
                    if name in self.pages:
                        article, page = self.pages[name]
                        found.setdefault(article, []).extend(page.find(said))
                sides.append(found)
            out.append(sides)
        return out

    @cached_property
    def agreed_spans(self) -> list[dict[str, list[tuple[int, int]]]]:
        """For each agreement, by article id, where the gold's words stand in it."""
        told = [
            [(*self.pages[name], said) for name, said in fact.items() if name in self.pages] for fact in self.agreed
        ]
        return [{article: page.find(said) for article, page, said in fact} for fact in told]

    def sides(self, row: int, cite: Citation) -> set[int]:
        """The positions of a row whose words a cite overlaps."""
        return {n for n, side in enumerate(self.spans[row]) if _meets(cite, side)}

    def agrees(self, fact: int, cite: Citation) -> bool:
        """Whether a cite overlaps words of an agreement."""
        return _meets(cite, self.agreed_spans[fact])


def _meets(cite: Citation, spans: Mapping[str, Sequence[tuple[int, int]]]) -> bool:
    return any(start < cite.end and cite.start < end for start, end in spans.get(cite.article, ()))


def stories(
    seeds: Path | None = None, kept: Path | None = None, only: Collection[str] | None = None, taught: bool = False
) -> list[Told]:
    """The stories to fit on, the examples with gold and, where they are at hand, the seeds.

    Args:
        seeds: the folder with ``seeds`` and ``acceptance``.
        kept: a folder to keep readings in, of trusted origin; without it everything is read anew.
        only: the names of those that are wanted; all unless told.
        taught: those written to teach the comparer, too; their gold has differences and agreements alone.
    """
    found = [(p.stem, FIT / p.stem, p) for p in sorted((FIT / "gold").glob("*.json"))]
    found += [(p.stem, KNOWN / p.stem, p) for p in sorted((ROOT / "eval/story/gold").glob("*.json"))]
    if taught:
        found += [(p.stem, TAUGHT / p.stem, p) for p in sorted((TAUGHT / "gold").glob("*.json"))]
    if seeds:
        found.append(("nara", seeds / "seeds", seeds / "acceptance/nara.json"))
    reader = Reader()
    return [_told(*row, reader, kept) for row in found if only is None or row[0] in only]


def _told(name: str, folder: Path, gold: Path, reader: Reader, kept: Path | None) -> Told:
    known = kept / f"{name}.pickle" if kept else None
    if known and known.exists():
        corpus, facts = pickle.loads(known.read_bytes())
    else:
        story = as_one_story(ingest(folder))
        articles, readings, _ = reader.read_all(story.articles)
        entities, entity_of = resolve(articles, readings)
        corpus = build_corpus(articles, readings, entities, entity_of)
        facts = aligned(corpus, happenings(corpus), None)
        if known:
            known.write_bytes(pickle.dumps((corpus, facts)))
    told = json.loads(gold.read_text("utf-8"))
    return Told(name, corpus, facts, told["differences"], [fact["exact"] for fact in told["agreements"]])
