"""The project's own short reports, with the entities that a reader takes from them, written down before any rule ran.

``==== name`` opens a piece, ``kind: name = other form = ...`` lines state its entities down to a line ``----``, the
report follows; a line ``++++`` parts several reports of one story. ``python -m eval.names.reports [dev|check]
[--misses]`` prints how many are one entity of that kind with all these forms, and not another's.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from variorum.engine import Reader, as_one_story
from variorum.ingest import from_text
from variorum.lang.name_forms import fold
from variorum.model.reading import Entity
from variorum.reconcile.entities import resolve

FOLDER = Path(__file__).parent
HALVES = ("dev", "check")
TITLE = "What we know so far"
"""Stands over a report that has no headline of its own, so that none of its sentences is taken for one."""
CLOSE = "Nothing more was known on that day, and it was not clear what would come of it in the weeks ahead."
"""Stands under every report, so that the language of the shortest is plain."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One story's reports and its entities: each a kind and the forms of its name."""

    name: str
    texts: tuple[str, ...]
    wanted: tuple[tuple[str, tuple[str, ...]], ...]


def load(half: str) -> list[Piece]:
    """The pieces of ``dev`` or ``check``, in order.

    Raises:
        FileNotFoundError: no such half.
        ValueError: a piece without ``----``.
    """
    text = (FOLDER / f"reports_{half}.txt").read_text(encoding="utf-8")
    return [_piece(found) for found in re.split(r"^==== ", text, flags=re.MULTILINE)[1:]]


def _piece(source: str) -> Piece:
    stated, found, text = source.partition("\n----\n")
    name, *lines = stated.split("\n")
    if not found:
        raise ValueError(f"{name}: no line of four dashes")
    rows = (line.partition(": ") for line in lines)
    wanted = tuple((kind, tuple(forms.split(" = "))) for kind, _, forms in rows)
    return Piece(name, tuple(text.split("\n++++\n")), wanted)


def score(half: str, reader: Reader) -> Iterator[tuple[str, str, bool, str]]:
    """Each wanted entity: its piece, its kind and forms, whether it was found, and what was read instead."""
    for piece in load(half):
        entities = read(piece, reader)
        for kind, forms in piece.wanted:
            yield piece.name, f"{kind} {' = '.join(forms)}", is_found(kind, forms, entities), _shown(forms, entities)


def read(piece: Piece, reader: Reader) -> tuple[Entity, ...]:
    """The entities of a piece's reports, read as one story."""
    headed = [text if text.startswith("#") else f"# {TITLE}\n\n{text}" for text in piece.texts]
    texts = [f"{text.rstrip()}\n\n{CLOSE}" for text in headed]
    story = as_one_story([from_text(text, published="2026-05-04") for text in texts])
    articles, readings, _ = reader.read_all(story.articles)
    return resolve(articles, readings)[0]


def is_found(kind: str, forms: tuple[str, ...], entities: tuple[Entity, ...]) -> bool:
    """Whether one entity of the kind has all the forms, and no other has one of them."""
    wanted = {fold(f) for f in forms}
    owners = [e for e in entities if wanted & _names(e)]
    return len(owners) == 1 and owners[0].kind == kind and wanted <= _names(owners[0])


def _names(entity: Entity) -> set[str]:
    return {fold(f) for f in (entity.name, *(n.text for n in entity.names))}


def _shown(forms: tuple[str, ...], entities: tuple[Entity, ...]) -> str:
    near = {w for f in forms for w in fold(f).split()}
    able = [e for e in entities if any(near & set(n.split()) for n in _names(e))]
    return "; ".join(f"{e.kind} {' = '.join(n.text for n in e.names) or e.name}" for e in able)


def main() -> None:
    """Print the share found in each half, then the misses."""
    parser = argparse.ArgumentParser(prog="python -m eval.names.reports", description=main.__doc__)
    parser.add_argument("half", nargs="?", choices=HALVES, help="one half alone")
    parser.add_argument("--misses", action="store_true", help="also print every entity that was missed")
    given = parser.parse_args()
    reader = Reader()
    for half in [given.half] if given.half else HALVES:
        rows = list(score(half, reader))
        right = sum(good for *_, good, _ in rows)
        print(f"{half:6} entities {right:4} of {len(rows):4}  {right / len(rows):7.1%}")
        if given.misses:
            print("\n".join(f"  {name}: {wanted}; got {got}" for name, wanted, good, got in rows if not good))


if __name__ == "__main__":
    main()
