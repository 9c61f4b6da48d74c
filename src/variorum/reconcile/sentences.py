"""The sentences of a story's reports with the claims that stand in them, also those from which no claim was read."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from variorum.lang import words
from variorum.lang.stems import sense
from variorum.model.article import Article
from variorum.model.reading import Claim, Quantity
from variorum.model.text import Citation, Paragraph
from variorum.reconcile.ledger_words import meanings

_ENDS = re.compile(r"(?<=[.!?])[”\"’)]?\s+(?=[“\"‘(]?[A-Z0-9])")
_SHORT = re.compile(r"(?:\b[A-Z]|\b[A-Z][a-z]{1,3})\.$")
"""Before a full stop that ends no sentence: an initial, "Lt.", "Gov."."""
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
READ = frozenset({"headline", "summary", "body", "caption"})


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
    report: Article
    paragraph: int
    text: str
    offsets: Sequence[int]
    claims: tuple[Claim, ...]

    @property
    def article(self) -> str:
        """The report's id."""
        return self.report.id

    @property
    def kind(self) -> str:
        """Its paragraph's kind."""
        return self.report.paragraphs[self.paragraph].kind

    @property
    def headline(self) -> bool:
        """It stands in a headline."""
        return self.kind == "headline"

    @cached_property
    def flat(self) -> str:
        """In lower case, apostrophes alike; as long as the text."""
        low = self.text.lower()
        return (low if len(low) == len(self.text) else self.text).replace("'", "’").replace("‘", "’")

    @cached_property
    def line(self) -> str:
        """The same with one space between words: what tells whether two sentences are in the very same words."""
        return " ".join(self.flat.split())

    @cached_property
    def counts(self) -> tuple[Quantity, ...]:
        """Its figures, words such as "many" apart."""
        return tuple(q for c in self.claims for q in c.slots.quantities if not q.vague)

    @cached_property
    def senses(self) -> frozenset[str]:
        """The senses of its telling words."""
        return senses_of(self.text)

    @cached_property
    def bag(self) -> frozenset[str]:
        """Its words by their meaning, and the ids of those it names."""
        return frozenset(f"@{e}" for c in self.claims for e in c.entities) | meanings(self.text)

    @cached_property
    def past(self) -> bool:
        """It tells of another year than its report's."""
        return of_another_year(self.text, self.report.published)

    def has_any(self, hints: Iterable[str]) -> bool:
        """Whether one of some words, or pieces of words, in lower case, stands in it."""
        return any(hint in self.flat for hint in hints)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The article's own range for a range of the text."""
        return self.offsets[start], self.offsets[end - 1] + 1

    def index(self, place: int) -> int:
        """Where in the text a place of the article is, or would be."""
        return min(bisect_left(self.offsets, place), len(self.text))

    def cite(self, start: int = 0, end: int | None = None) -> Citation:
        """A range of the text; all of it unless told."""
        low, high = self.place(start, len(self.text) if end is None else end)
        return Citation(self.article, low, high, self.report.text[low:high])

    def clause(self, start: int, end: int) -> Claim | None:
        """The smallest claim that holds a range of the text."""
        low, high = self.place(start, end)
        holding = [c for c in self.claims if c.cite.start <= low and high <= c.cite.end]
        return min(holding, key=lambda c: (c.cite.end - c.cite.start, c.id), default=None)

    def meeting(self, start: int, end: int) -> Claim | None:
        """The smallest claim that has something of a range of the text."""
        span = self.cite(start, end).span
        near = (c for c in self.claims if c.cite.span.overlaps(span))
        return min(near, key=lambda c: len(c.cite.exact), default=None)

    def clause_at(self, start: int, end: int) -> Claim | None:
        """The smallest claim that holds a range of the text, else the smallest that meets it."""
        return self.clause(start, end) or self.meeting(start, end)


@dataclass(frozen=True, eq=False)
class Sentences:
    """The sentences of a story in order, searched for letters as one text, with what their words weigh."""

    told: Sequence[Sentence]

    @cached_property
    def claimed(self) -> tuple[Sentence, ...]:
        """Those from which a claim was read."""
        return tuple(s for s in self.told if s.claims)

    @cached_property
    def _asked(self) -> tuple[Sentence, ...]:
        return tuple(s for s in self.told if s.kind != "caption")

    @cached_property
    def _whole(self) -> str:
        return "\n".join(s.flat for s in self._asked)

    @cached_property
    def _begins(self) -> list[int]:
        return list(accumulate((len(s.flat) + 1 for s in self._asked), initial=0))

    def having(self, cues: Iterable[str]) -> list[Sentence]:
        """The sentences in which one of some letters stands, in order; captions tell what a picture shows."""
        found: set[int] = set()
        for cue in cues:
            at = self._whole.find(cue)
            while at >= 0:
                n = bisect_right(self._begins, at) - 1
                found.add(n)
                at = self._whole.find(cue, self._begins[n + 1])
        return [self._asked[n] for n in sorted(found)]

    @cached_property
    def _of(self) -> Mapping[str, list[Sentence]]:
        found: dict[str, list[Sentence]] = {}
        for sentence in self.told:
            found.setdefault(sentence.article, []).append(sentence)
        return found

    def around(self, cite: Citation) -> Citation | None:
        """The sentence that holds all of some words; None where they stand in several, or in none."""
        found = self.at(cite)
        whole = found.cite() if found else None
        return whole if whole and whole.span.contains(cite.span) else None

    def at(self, cite: Citation) -> Sentence | None:
        """The sentence in which some words begin; None where they begin in none."""
        own = self._of.get(cite.article, [])
        n = bisect_right(own, cite.start, key=lambda s: s.offsets[0]) - 1
        return own[n] if n >= 0 and cite.start < own[n].offsets[-1] else None

    def before(self, sentence: Sentence, most: int = 1) -> tuple[Sentence, ...]:
        """The sentences right before one, in its paragraph and the one before that."""
        near = self.told[max(0, sentence.at - most) : sentence.at]
        return tuple(s for s in near if s.report is sentence.report and s.paragraph >= sentence.paragraph - 1)

    def up_to(self, sentence: Sentence, most: int) -> tuple[Sentence, ...]:
        """The sentences of its report right before one, and that one."""
        near = self.told[max(0, sentence.at - most) : sentence.at + 1]
        return tuple(s for s in near if s.report is sentence.report)

    @cached_property
    def _weight(self) -> Mapping[str, float]:
        return weights([s.bag for s in self.claimed])

    def mass(self, bag: frozenset[str]) -> float:
        """What words weigh: for each the logarithm of sentences per sentence that has it."""
        return mass(self._weight, bag)


def weights(bags: Collection[Collection[str]], more: int = 1) -> dict[str, float]:
    """How telling each word is: the logarithm of bags per bag that has it (inverse document frequency).

    Counted as so many bags ``more``: a word of every bag then weighs a little, too.
    """
    seen = Counter(t for bag in bags for t in bag)
    return {t: math.log((len(bags) + more) / n) for t, n in seen.items()}


def mass(weight: Mapping[str, float], bag: Iterable[str]) -> float:
    """What a set of words weighs; always added in one order, so that the sum is one to the last bit."""
    return sum(weight.get(t, 0.0) for t in sorted(bag))


def senses_of(text: str) -> frozenset[str]:
    """The senses of a text's telling words."""
    return frozenset(word.sense for word in telling(text))


class Word(NamedTuple):
    """A telling word: where it stands, without an ending of possession, and its sense."""

    start: int
    end: int
    sense: str


def telling(text: str) -> Iterator[Word]:
    """The telling words of a text, in order."""
    small = words("en", "group", "stopwords")
    for found in _WORD.finditer(text):
        plain = found[0].removesuffix("'s").removesuffix("’s")
        if len(plain) > 1 and plain.lower() not in small:
            yield Word(found.start(), found.start() + len(plain), sense(plain.lower()))


def of_another_year(text: str, published: str | None) -> bool:
    """A text names a year that is not its report's."""
    return any(y != (published or "")[:4] for y in re.findall(r"\b(?:19|20)\d\d\b", text))


def sentences_in(articles: Sequence[Article], claims_of: Callable[[str], Sequence[Claim]]) -> Sentences:
    """Every sentence of headline, summary, body and captions, in order."""
    found: list[Sentence] = []
    for article in articles:
        claims = sorted(claims_of(article.id), key=lambda c: c.cite.start)
        begins = [c.cite.start for c in claims]
        edges = sorted({(c.sentence.start, c.sentence.end) for c in claims})
        for n, paragraph in enumerate(article.paragraphs):
            if paragraph.kind in READ and paragraph.text:
                for start, end in _cut(paragraph, edges):
                    offsets = paragraph.offsets[start : end + 1]
                    own = claims[bisect_left(begins, offsets[0]) : bisect_right(begins, offsets[-1] - 1)]
                    found.append(Sentence(len(found), article, n, paragraph.text[start:end], offsets, tuple(own)))
    return Sentences(found)


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
