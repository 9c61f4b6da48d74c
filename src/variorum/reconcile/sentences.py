"""Sentences of the reports with the claims that stand in them, also those from which no claim could be read."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from variorum.lang import words
from variorum.lang.stems import sense
from variorum.model.article import Article
from variorum.model.reading import Claim
from variorum.model.text import Citation, Paragraph
from variorum.reconcile.corpus import Corpus

_ENDS = re.compile(r"(?<=[.!?])[”\"’)]?\s+(?=[“\"‘(]?[A-Z0-9])")
_SHORT = re.compile(r"(?:\b[A-Z]|\b[A-Z][a-z]{1,3})\.$")
"""Before a full stop that ends no sentence: an initial, "Lt.", "Gov."."""
READ = frozenset({"headline", "summary", "body"})


@dataclass(frozen=True, eq=False)
class Sentence:
    """One sentence.

    Attributes:
        at: its place in the story.
        text: its words on one line.
        offsets: for each character its place in the article's text, and one entry more.
        claims: those that stand in it, in order.
    """

    at: int
    article: str
    paragraph: int
    text: str
    offsets: Sequence[int]
    claims: tuple[Claim, ...]

    @cached_property
    def flat(self) -> str:
        """In lower case, apostrophes alike; as long as the text."""
        low = self.text.lower()
        return (low if len(low) == len(self.text) else self.text).replace("'", "’").replace("‘", "’")

    @cached_property
    def senses(self) -> frozenset[str]:
        """The senses of its telling words."""
        return senses_of(self.text)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The article's own range for a range of the text."""
        return self.offsets[start], self.offsets[end - 1] + 1

    def clause(self, start: int, end: int) -> Claim | None:
        """The smallest claim that holds a range of the text."""
        low, high = self.place(start, end)
        holding = [c for c in self.claims if c.cite.start <= low and high <= c.cite.end]
        return min(holding, key=lambda c: (c.cite.end - c.cite.start, c.id), default=None)

    def cite(self, article: Article) -> Citation:
        """The whole sentence."""
        start, end = self.offsets[0], self.offsets[-1]
        return Citation(self.article, start, end, article.text[start:end])


@dataclass(frozen=True, eq=False)
class Text:
    """The sentences of a story, to be searched for letters as one text."""

    told: Sequence[Sentence]

    @cached_property
    def _whole(self) -> str:
        return "\n".join(s.flat for s in self.told)

    @cached_property
    def _begins(self) -> list[int]:
        return list(accumulate((len(s.flat) + 1 for s in self.told), initial=0))

    def having(self, cues: Iterable[str]) -> list[Sentence]:
        """The sentences in which one of some letters stands, in order."""
        found: set[int] = set()
        for cue in cues:
            at = self._whole.find(cue)
            while at >= 0:
                n = bisect_right(self._begins, at) - 1
                found.add(n)
                at = self._whole.find(cue, self._begins[n + 1])
        return [self.told[n] for n in sorted(found)]


def senses_of(text: str) -> frozenset[str]:
    """The senses of a text's telling words."""
    small = words("en", "group", "stopwords")
    found = re.findall(r"[^\W_]+(?:[-’'][^\W_]+)*", text.lower())
    plain = (w.removesuffix("'s").removesuffix("’s") for w in found)
    return frozenset(sense(w) for w in plain if w not in small and len(w) > 1)


def sentences(corpus: Corpus) -> list[Sentence]:
    """Every sentence of headline, summary and body, in order."""
    found: list[Sentence] = []
    for article in corpus.articles:
        claims = sorted(corpus.claims_of(article.id), key=lambda c: c.cite.start)
        begins = [c.cite.start for c in claims]
        edges = sorted({(c.sentence.start, c.sentence.end) for c in claims})
        for n, paragraph in enumerate(article.paragraphs):
            if paragraph.kind in READ and paragraph.text:
                for start, end in _cut(paragraph, edges):
                    offsets = paragraph.offsets[start : end + 1]
                    own = claims[bisect_left(begins, offsets[0]) : bisect_right(begins, offsets[-1] - 1)]
                    text = paragraph.text[start:end]
                    found.append(Sentence(len(found), article.id, n, text, offsets, tuple(own)))
    return found


def _cut(paragraph: Paragraph, edges: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends in the paragraph's text: as read where a claim was, else by full stops."""
    stops = [m.end() for m in _ENDS.finditer(paragraph.text) if not _SHORT.search(paragraph.text[: m.start()])]
    places = paragraph.offsets
    known: list[tuple[int, int]] = []
    for start, end in edges:
        if places[0] <= start and end <= places[-1]:
            low, high = bisect_left(places, start), bisect_left(places, end)
            if not known or low >= known[-1][1]:
                known.append((low, high))
    at = 0
    for low, high in [*known, (len(paragraph.text), len(paragraph.text))]:
        for stop in [s for s in stops if at < s <= low] + [low]:
            end = len(paragraph.text[:stop].rstrip())
            begin = at + len(paragraph.text[at:end]) - len(paragraph.text[at:end].lstrip())
            if end - begin > 1:
                yield begin, end
            at = stop
        if high > low:
            yield low, high
            at = high
