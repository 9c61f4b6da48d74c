"""A report's body as a row of words, each with its place in the article and whether it can show copying.

Words between quotation marks, in long names, in stock sentences and in the publisher's furniture stand in many
reports that were written apart: they may be part of a copied passage, but prove none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from variorum.lang import words as language_words
from variorum.model.article import Article
from variorum.model.text import Citation, Paragraph

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_OPENING = re.compile(r"(?:^|(?<=[\s(\[—–-]))[\"']|[“«„‟]|(?<![^\W_])‘")
_CLOSING = {
    '"': re.compile(r'"(?!\w)'),
    "'": re.compile(r"(?<=[.,!?\w])'(?!\w)"),
    "«": re.compile("»"),
    "‘": re.compile(r"’(?!\w)"),
}
_CURLED = re.compile("[”“‟]")
_STOP = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+(?=[\"'“‘«„(\[]*[^\W\d_a-zß-öø-ÿ]|[\"'“‘«„(\[]*\d)")
LANGUAGE = "en"
"""The only language whose prose is known so far; others are read by the same signs."""


def fold(word: str) -> str:
    """The form in which two spellings of a word are the same: no case, plain apostrophe."""
    return word.casefold().replace("’", "'")


def body_paragraphs(article: Article) -> tuple[Paragraph, ...]:
    """What the report itself says: its body and summary, without headline, captions and the publisher's furniture."""
    return tuple(p for p in article.paragraphs if p.kind in ("body", "summary") and not is_furniture(p.text))


def is_furniture(text: str) -> bool:
    """Whether a paragraph is the publisher's own: "Sign up for our newsletter", "All rights reserved"."""
    lowered = text.casefold()
    return len(lowered) < 600 and any(phrase in lowered for phrase in sorted(_listed("boilerplate")))


@dataclass(frozen=True, slots=True)
class Body:
    """The body's words in columns.

    Attributes:
        paragraphs: what the words were taken from.
        words: folded forms, in order.
        homes: index of each word's paragraph.
        starts, ends: each word's place in that paragraph's text.
        sentences: the number of the sentence each word stands in, counted through the body.
        own: whether the word can show copying (not quoted, no name, no stock sentence).
    """

    paragraphs: tuple[Paragraph, ...]
    words: tuple[str, ...]
    homes: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sentences: tuple[int, ...]
    own: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.words)

    def cite(self, article: Article, first: int, last: int) -> Citation:
        """The citation for the words ``first`` up to, not including, ``last``, all of one paragraph."""
        return article.cite(self.paragraphs[self.homes[first]].span(self.starts[first], self.ends[last - 1]))


def body_of(article: Article) -> Body:
    """The words of an article's body. Empty for an article without any."""
    paragraphs = body_paragraphs(article)
    words: list[str] = []
    homes: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    sentences: list[int] = []
    own: list[bool] = []
    sentence = -1
    for home, paragraph in enumerate(paragraphs):
        follower = paragraphs[home + 1].text if home + 1 < len(paragraphs) else ""
        marks = Marks(paragraph.text, goes_on=follower[:1] in "\"'“«„‘" and bool(follower))
        sentence += 1
        for start, end, mine, opens in marks.walk():
            sentence += opens
            words.append(fold(paragraph.text[start:end]))
            homes.append(home)
            starts.append(start)
            ends.append(end)
            sentences.append(sentence)
            own.append(mine)
    return Body(
        paragraphs, tuple(words), tuple(homes), tuple(starts), tuple(ends), tuple(sentences), _without_stock(words, own)
    )


class Marks:
    """One paragraph's quotations, names and sentence ends, by the signs on the page alone."""

    def __init__(self, text: str, *, goes_on: bool = False) -> None:
        self.text = text
        self.breaks = sentence_starts(text)
        self.quoted = quoted_ranges(text, self.breaks, goes_on=goes_on)

    def walk(self) -> Iterator[tuple[int, int, bool, bool]]:
        """Each word as (start, end, can show copying, opens a new sentence that is not the paragraph's first)."""
        found = [m.span() for m in WORD.finditer(self.text)]
        named = self._names(found)
        at = quote = 0
        for n, (start, end) in enumerate(found):
            opens = False
            while at < len(self.breaks) and self.breaks[at] <= start:
                at, opens = at + 1, True
            while quote < len(self.quoted) and self.quoted[quote][1] <= start:
                quote += 1
            inside = quote < len(self.quoted) and self.quoted[quote][0] <= start
            yield start, end, not inside and not named[n], opens

    def _names(self, found: Sequence[tuple[int, int]]) -> list[bool]:
        """Which words belong to names: capitalised ones, and small links between two of them.

        A sentence's first word has its capital from its place, unless another capital follows it.
        """
        text, links = self.text, _listed("name_links")
        first = {next((s for s, _ in found if s >= b), -1) for b in (0, *self.breaks)}
        capital = [text[s].isupper() or text[s].isdigit() for s, _ in found]
        named = [c and s not in first for c, (s, _) in zip(capital, found, strict=True)]
        for n in range(len(found) - 1):
            if capital[n] and capital[n + 1] and not re.search(r"[.!?;:]", text[found[n][1] : found[n + 1][0]]):
                named[n] = True
        for n in range(1, len(found) - 1):
            if not named[n] and named[n - 1] and text[found[n][0] : found[n][1]] in links:
                to = n + 1
                while to < len(found) - 1 and to - n < 2 and text[found[to][0] : found[to][1]] in links:
                    to += 1
                if capital[to]:
                    named[n:to] = [True] * (to - n)
        return named


def sentence_starts(text: str) -> list[int]:
    """Where sentences begin in a paragraph, but for its first. Titles and initials ("Mr.", "J.") end none."""
    found = []
    for stop in _STOP.finditer(text):
        before = re.search(r"[\w.]+$", text[: stop.start()])
        word = before[0].casefold() if before else ""
        if stop[0][0] != "." or not (len(word) == 1 or "." in word or word in _listed("abbreviations")):
            found.append(stop.end())
    return found


def quoted_ranges(text: str, breaks: Sequence[int], *, goes_on: bool) -> list[tuple[int, int]]:
    """The stretches between quotation marks, in order.

    A mark that is opened and not closed runs to the paragraph's end where the next paragraph opens one again (the
    newspaper's way to carry on a quotation), else to the end of its sentence: one odd mark costs no more than that.
    """
    out: list[tuple[int, int]] = []
    at = 0
    while opening := _OPENING.search(text, at):
        closing = _CLOSING.get(opening[0], _CURLED).search(text, opening.end())
        if closing:
            end = closing.end()
        elif goes_on:
            end = len(text)
        else:
            end = next((b for b in breaks if b > opening.end()), len(text)) if opening[0] not in "'‘" else opening.end()
        out.append((opening.start(), end))
        at = max(end, opening.end())
    return out


def _without_stock(words: Sequence[str], own: list[bool]) -> tuple[bool, ...]:
    """The flags with stock sentences taken out."""
    line = " " + " ".join(words) + " "
    for phrase in _stock():
        at = line.find(phrase)
        while at >= 0:
            first = line.count(" ", 0, at)
            length = phrase.count(" ") - 1
            own[first : first + length] = [False] * length
            at = line.find(phrase, at + 1)
    return tuple(own)


@cache
def _listed(key: str) -> frozenset[str]:
    return language_words(LANGUAGE, "group", key)


@cache
def _stock() -> tuple[str, ...]:
    return tuple(sorted(" " + " ".join(fold(w) for w in WORD.findall(s)) + " " for s in _listed("stock")))
