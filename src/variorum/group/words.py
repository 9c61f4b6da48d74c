"""A report's body as a row of words, each with its place in the article and whether it can show copying.

Words between quotation marks, in names, in stock sentences and in the publisher's furniture stand in many reports that
were written apart: they may be part of a copied passage, but prove none.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from variorum.lang import words as language_words
from variorum.model.article import Article
from variorum.model.text import Citation, Paragraph

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
LANGUAGE = "en"
"""The only language whose prose is known so far; others are read by the same signs."""
_CAPITAL = "[0-9" + "".join(chr(c) for c in range(0x10000) if chr(c).isupper()) + "]"
"""A capital of any alphabet or a digit; scripts without capitals have none, and their names count as words."""
_MARK = re.compile("[\"'“«„‟‘]")
_OPENING = re.compile(r"(?:^|(?<=[\s(\[—–-]))[\"']|[“«„‟]|(?<![^\W_])‘")
_CLOSING = {
    '"': re.compile(r'"(?!\w)'),
    "'": re.compile(r"(?<=[.,!?\w])'(?!\w)"),
    "«": re.compile("»"),
    "‘": re.compile(r"’(?!\w)"),
}
_CURLED = re.compile("[”“‟]")
_STOP = re.compile(rf"[.!?…]+[\"'”’»)\]]*\s+(?=[\"'“‘«„(\[]*{_CAPITAL})")
_FURNITURE_AT_MOST = 600
"""Characters; a longer paragraph that has a sign-up line in it is still the report's own."""


def fold(word: str) -> str:
    """The form in which two spellings of a word are the same: no case, plain apostrophe."""
    return word.casefold().replace("’", "'")


def body_paragraphs(article: Article) -> tuple[Paragraph, ...]:
    """What the report itself says: its body and summary, without headline, captions and the publisher's furniture."""
    return tuple(p for p in article.paragraphs if p.kind in ("body", "summary") and not is_furniture(p.text))


@lru_cache(1 << 16)
def is_furniture(text: str) -> bool:
    """Whether a paragraph is the publisher's own: "Sign up for our newsletter", "All rights reserved"."""
    if len(text) > _FURNITURE_AT_MOST:
        return False
    lowered = text.casefold()
    return any(phrase in lowered for phrase in _furniture())


@dataclass(frozen=True, slots=True)
class Body:
    """The body's words in columns.

    Attributes:
        paragraphs: what the words were taken from.
        homes: index of each word's paragraph.
        starts, ends: each word's place in that paragraph's text.
        sentences: the number of the sentence each word stands in, counted through the body.
        own: 1 for a word that can show copying, 0 for a quoted word or one of a name or a stock sentence.
    """

    paragraphs: tuple[Paragraph, ...]
    homes: Sequence[int]
    starts: Sequence[int]
    ends: Sequence[int]
    sentences: Sequence[int]
    own: bytes

    def __len__(self) -> int:
        return len(self.homes)

    def cite(self, article: Article, first: int, last: int) -> Citation:
        """The citation for the words ``first`` up to, not including, ``last``, all of one paragraph."""
        return article.cite(self.paragraphs[self.homes[first]].span(self.starts[first], self.ends[last - 1]))


def body_of(paragraphs: Sequence[Paragraph]) -> Body:
    """The words of a body's paragraphs, as :func:`body_paragraphs` gives them. Empty for none."""
    homes: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    sentences: list[int] = []
    own = bytearray()
    sentence = 0
    for home, paragraph in enumerate(paragraphs):
        spans = [m.span() for m in WORD.finditer(paragraph.text)]
        here = [start for start, _ in spans]
        breaks = sentence_starts(paragraph.text)
        follower = paragraphs[home + 1].text[:1] if home + 1 < len(paragraphs) else ""
        homes += [home] * len(spans)
        starts += here
        ends += [end for _, end in spans]
        cuts = [0, *(bisect_left(here, b) for b in breaks), len(spans)]
        for first, last in pairwise(cuts):
            sentences += [sentence] * (last - first)
            sentence += 1
        own += _own(paragraph.text, here, breaks, goes_on=bool(_OPENING.match(follower)))
    return Body(
        tuple(paragraphs), array("I", homes), array("I", starts), array("I", ends), array("I", sentences), bytes(own)
    )


def _own(text: str, starts: Sequence[int], breaks: Sequence[int], *, goes_on: bool) -> bytearray:
    """For the words that start at these places whether each can show copying."""
    own = bytearray(b"\x01") * len(starts)
    ranges = (quoted_ranges(text, breaks, goes_on=goes_on), name_ranges(text, breaks), stock_ranges(text))
    for start, end in (r for found in ranges for r in found):
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        own[first:last] = bytes(last - first)
    return own


def sentence_starts(text: str) -> list[int]:
    """Where sentences begin in a paragraph, but for its first. Titles and initials ("Mr.", "J.") end none."""
    found = []
    for stop in _STOP.finditer(text):
        word = re.split(r"[^\w.]", text[max(0, stop.start() - 20) : stop.start()])[-1].casefold()
        if stop[0][0] != "." or not (len(word) == 1 or "." in word or word in _listed("abbreviations")):
            found.append(stop.end())
    return found


def name_ranges(text: str, breaks: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The names and numbers in a paragraph: words with a capital or digit, and small links between two of them.

    A sentence's first word alone has its capital from its place and is no name.
    """
    firsts = {0, *breaks}
    for found in _name_pattern().finditer(text):
        alone = " " not in found[0] and "-" not in found[0]
        if not (
            alone
            and not found[0][0].isdigit()
            and (found.start() in firsts or not text[: found.start()].strip("\"'“‘«„( "))
        ):
            yield found.span()


def quoted_ranges(text: str, breaks: Sequence[int], *, goes_on: bool) -> Iterator[tuple[int, int]]:
    """The stretches between quotation marks, in order.

    A mark that is opened and not closed runs to the paragraph's end where the next paragraph opens one again (the
    newspaper's way to carry on a quotation), else to the end of its sentence: one odd mark costs no more than that.
    An unclosed single mark is an apostrophe.
    """
    at = 0 if _MARK.search(text) else len(text)
    while opening := _OPENING.search(text, at):
        closing = _CLOSING.get(opening[0], _CURLED).search(text, opening.end())
        single = opening[0] in "'‘"
        if closing:
            end = closing.end()
        elif single:
            end = opening.end()
        else:
            end = len(text) if goes_on else next((b for b in breaks if b > opening.end()), len(text))
        yield opening.start(), end
        at = max(end, opening.end())


def stock_ranges(text: str) -> Iterator[tuple[int, int]]:
    """Sentences every newsroom writes by itself ("did not immediately respond to a request for comment")."""
    lowered = text.lower()
    if len(lowered) == len(text):
        for phrase in _stock():
            at = lowered.find(phrase)
            if at >= 0:
                yield at, at + len(phrase)


@cache
def _name_pattern() -> re.Pattern[str]:
    links = "|".join(sorted(_listed("name_links"), key=lambda w: (-len(w), w)))
    word = rf"\b{_CAPITAL}\w*(?:['’]\w+)?"
    return re.compile(rf"{word}(?:(?:\.?[ -]| ?[(&/] ?)(?:(?:{links}) ){{0,2}}{word})*")


@cache
def _listed(key: str) -> frozenset[str]:
    return language_words(LANGUAGE, "group", key)


@cache
def _furniture() -> tuple[str, ...]:
    return tuple(sorted(_listed("boilerplate")))


@cache
def _stock() -> tuple[str, ...]:
    return tuple(sorted(_listed("stock")))
