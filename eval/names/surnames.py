"""``python -m eval.names.surnames FOLDER``: bare surnames of people whom the same text names in full.

A report names a person in full once ("Mara Voss") and by the surname from then on. Each later bare surname should be
found, as a person, and as that person. The people come from gold: MEANTIME's persons (``FOLDER/meantime``), and the
gold entities of stories (reports in a folder, gold beside them).
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import variorum
from eval.names import meantime
from eval.places import EXAMPLES, GOLD, SHARED
from variorum.backends.spacy_parser import SpacyParser
from variorum.lang.name_forms import fold
from variorum.model.article import Article
from variorum.model.reading import Mention, Reading
from variorum.model.text import Span
from variorum.read.article import read_article


@dataclass
class Tally:
    """Later bare surnames: all, those found as a person, and of these those found as the one named in full.

    Attributes:
        misses: the others, with their surroundings.
    """

    all: int = 0
    person: int = 0
    same: int = 0
    misses: list[str] = field(default_factory=list)

    def row(self, name: str) -> str:
        """A line of the table."""
        return f"{name:28} {self.all:6} {self.person:9} {self.same:12}"


@cache
def _parser() -> SpacyParser:
    return SpacyParser()


def reading_of(article: Article) -> Reading:
    """The article's reading, with the trained parser."""
    return read_article(article, _parser().parse([p.text for p in article.paragraphs]))


def tally(read: Iterable[tuple[Article, Reading, Mapping[Span, Span]]]) -> Tally:
    """Count over articles; each with its later bare surnames and where their person is named in full."""
    out = Tally()
    for article, reading, bare in read:
        for span, full in bare.items():
            ours, named = _person_at(reading, span), _person_at(reading, full)
            out.all += 1
            out.person += ours is not None
            out.same += ours is not None and named is not None and ours.entity == named.entity
            if ours is None or named is None or ours.entity != named.entity:
                around = " ".join(article.text[max(0, span.start - 40) : span.end + 40].split())
                what = "not a person" if ours is None else "somebody else"
                out.misses.append(f"{what}: {article.text[span.start : span.end]} in ... {around} ...")
    return out


def bare_surnames(article: Article, people: Iterable[Sequence[str]]) -> dict[Span, Span]:
    """In what is read of a text, the later surnames that stand alone, each with its person's full name before it.

    Args:
        article: the text.
        people: for each person every form of the name; one of a single word that is part of a longer one is a surname.
    """
    people = list(people)
    taken = [s for names in people for form in names if len(form.split()) > 1 for s in _places(article, form)]
    out: dict[Span, Span] = {}
    for names in people:
        for short in sorted({n for n in names if len(n.split()) == 1}):
            longer = {n for n in names if len(n.split()) > 1 and fold(short) in map(fold, n.split())}
            named = sorted(s for form in longer for s in _places(article, form))
            for span in _places(article, short):
                if named and named[0].end <= span.start and not any(t.overlaps(span) for t in taken):
                    out[span] = named[0]
    return dict(sorted(out.items()))


def _places(article: Article, form: str) -> Iterator[Span]:
    """Where the words stand with no further capitalised word beside them; one that only begins a sentence is none."""
    name = r"\s+".join(re.escape(w) for w in form.split())
    pattern = re.compile(rf"(?<![\w-]){name}(?![\w-])(?!\s+[A-Z])")
    for paragraph in article.paragraphs:
        for m in pattern.finditer(paragraph.text):
            if not GOES_ON.search(paragraph.text[: m.start()]):
                yield paragraph.span(*m.span())


GOES_ON = re.compile(r"(?<![.!?]\s)(?<![.!?][\"”’]\s)(?<!^)(?<![\w“\"‘(])[A-Z][\w'’-]*\.?\s+$")
"""Before a name: a capitalised word that does not begin a sentence or a quotation."""


def _person_at(reading: Reading, span: Span) -> Mention | None:
    found = [m for m in reading.mentions if m.form == "name" and m.cite.span.overlaps(span)]
    return next((m for m in found if m.kind == "person"), None)


def stories() -> Iterator[tuple[str, Path, Path]]:
    """Name, reports and gold of each story at hand."""
    for gold in sorted(GOLD.glob("*.json")):
        yield gold.stem, EXAMPLES / gold.stem, gold
    yield "nara", SHARED / "seeds", SHARED / "acceptance" / "nara.json"


def of_story(reports: Path, gold: Path) -> Tally:
    """The bare surnames of a story's reports."""
    people = [e["names"] for e in json.loads(gold.read_text("utf-8"))["entities"] if e["kind"] == "person"]
    articles = variorum.ingest(reports)
    return tally((a, reading_of(a), bare) for a in articles if (bare := bare_surnames(a, people)))


def of_meantime(folder: Path) -> Tally:
    """The bare surnames of MEANTIME's persons."""
    read = []
    for document in meantime.load(folder):
        people: dict[str, list[str]] = {}
        for span, instance in document.gold:
            if document.kinds.get(span) == ("PER", "NAM"):
                people.setdefault(instance, []).append(document.article.text[span.start : span.end])
        if bare := bare_surnames(document.article, people.values()):
            read.append((document.article, reading_of(document.article), bare))
    return tally(read)


def report(folder: Path, *, misses: bool = False) -> int:
    """Measure and print; 1 when a bare surname of the stories is not found as a person."""
    print(f"{'later bare surnames':28} {'all':>6} {'a person':>9} {'the same one':>12}")
    found: list[str] = []
    lost = 0
    for name, reports, gold in stories():
        if reports.exists() and gold.exists():
            counted = of_story(reports, gold)
            lost += counted.all - counted.person
            found += [f"{name}: {m}" for m in counted.misses]
            print(counted.row(name))
    if (folder / "meantime").exists():
        counted = of_meantime(folder / "meantime")
        found += [f"meantime: {m}" for m in counted.misses]
        print(counted.row("MEANTIME"))
    if misses:
        print("\n".join(found))
    return int(lost > 0)


def main() -> int:
    """Print the table."""
    options = argparse.ArgumentParser(prog="python -m eval.names.surnames")
    options.add_argument("folder", type=Path)
    options.add_argument("--misses", action="store_true")
    given = options.parse_args()
    return report(given.folder, misses=given.misses)


if __name__ == "__main__":
    sys.exit(main())
