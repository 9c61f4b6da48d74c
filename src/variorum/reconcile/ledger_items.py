"""One attribution of one article, ready to be laid beside the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from variorum.lang import words
from variorum.model.article import Article
from variorum.model.reading import Occasion, Quote, QuoteKind, Reading
from variorum.model.record import SaidOn, Variant
from variorum.model.text import Citation
from variorum.reconcile.ledger_words import content_words, sentences, tokens

PRONOUNS = ("neuter", "masculine", "feminine", "plural", "relative", "first_person")
"""The speech table's lists of pronouns."""
LEAST = 2
"""Content words: an indirect report of fewer ("said so", "which it claims") has nothing to lay beside another."""


@dataclass(frozen=True)
class Item:
    """An attribution with its words.

    Attributes:
        order: the article's place, then the words' place in it.
        speaker: the story's entity id.
        quoted: the words between the marks, of all pieces.
        stretches: the same, each stretch between two marks by itself.
        sentences: the quoted sentences of which a stretch is made, each by itself.
        content: stems of all the content's words that carry meaning.
        language: the article's.
    """

    order: tuple[int, int]
    quote: Quote
    speaker: str | None
    quoted: tuple[str, ...]
    stretches: tuple[tuple[str, ...], ...]
    content: frozenset[str]
    language: str = "en"
    sentences: tuple[tuple[str, ...], ...] = ()

    @property
    def name(self) -> str:
        """The speaker in words, folded, for want of an entity."""
        return (self.quote.speaker_name or "").casefold().removeprefix("the ")

    @property
    def in_words(self) -> str | None:
        """The speaker's name; none for a pronoun, which says nothing outside its report."""
        name = self.quote.speaker_name
        return None if name is None or name.casefold() in _pronouns(self.language) else name

    def variants(self) -> list[Variant]:
        """One for each piece of content."""
        return [self._variant(piece) for piece in self.quote.content]

    def _variant(self, piece: Citation) -> Variant:
        inside = [q for q in self.quote.quoted if piece.span.contains(q.span)]
        kind: QuoteKind = "indirect" if not inside else "direct" if _bare(piece, inside) else "mixed"
        cite = inside[0] if kind == "direct" and len(inside) == 1 else piece
        cue = self.quote.cue.exact if self.quote.cue else None
        return Variant(cite.article, cite.start, cite.end, cite.exact, kind, cue, said_on(self.quote.occasion))


def _bare(piece: Citation, inside: Sequence[Citation]) -> bool:
    """Whether nothing but marks and stops stands outside the quoted stretches."""
    return not any(
        c.isalnum() and not any(q.start <= at < q.end for q in inside) for at, c in enumerate(piece.exact, piece.start)
    )


@cache
def _pronouns(language: str) -> frozenset[str]:
    return frozenset(w for key in PRONOUNS for w in words(language, "speech", "speakers", key))


def said_on(occasion: Occasion | None) -> SaidOn | None:
    """A reading's occasion as the ledger shows it."""
    if occasion is None:
        return None
    return SaidOn(occasion.kind, " ".join(occasion.cite.exact.split()), occasion.medium, occasion.when)


def items(articles: Sequence[Article], readings: Sequence[Reading], entity_of: Mapping[str, str]) -> Iterator[Item]:
    """Every attribution of words that were said or written, and any that has words in quotation marks."""
    place = {a.id: n for n, a in enumerate(articles)}
    language = {a.id: a.language for a in articles}
    for reading in readings:
        for quote in reading.quotes:
            if not quote.content or (quote.kind == "indirect" and quote.manner != "say"):
                continue
            content = content_words(" ".join(c.exact for c in quote.content), language[reading.article])
            if not quote.quoted and len(content) < LEAST:
                continue
            stretches = tuple(tokens(q.exact) for q in quote.quoted)
            yield Item(
                order=(place[reading.article], quote.content[0].start),
                quote=quote,
                speaker=entity_of.get(quote.speaker) if quote.speaker else None,
                quoted=tuple(t for stretch in stretches for t in stretch),
                stretches=stretches,
                content=content,
                language=language[reading.article],
                sentences=tuple(t for q in quote.quoted for t in sentences(q.exact)),
            )
