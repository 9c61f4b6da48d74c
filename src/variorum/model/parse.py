"""What a parser gives for one paragraph, free of any library, and easy to build by hand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from variorum.model.text import Citation, Paragraph, Span

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Parse:
    """A paragraph's tokens in columns, one entry a token, and its sentences.

    Attributes:
        starts, ends: offsets into the paragraph's (unwrapped) text. No token is white space.
        lemmas: dictionary forms, lower case but for names.
        tags: Penn Treebank tags (``VBD``).
        pos: Universal POS tags (``VERB``).
        deps: dependency labels in spaCy's English scheme (ClearNLP: ``nsubj``, ``ccomp``, ``pobj``).
        heads: index of each token's head; a root is its own head.
        labels: name labels in IOB form over OntoNotes types (``B-PERSON``, ``I-PERSON``), ``""`` outside.
        sentences: ranges of token indices, half-open, in order, covering every token.
        kept: what readers have worked out from the parse, by :func:`kept_with_parse`; no part of what the parse says.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    lemmas: tuple[str, ...]
    tags: tuple[str, ...]
    pos: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[int, ...]
    labels: tuple[str, ...]
    sentences: tuple[tuple[int, int], ...]
    kept: dict[object, Any] = field(default_factory=dict, init=False, compare=False, repr=False)

    def __len__(self) -> int:
        return len(self.starts)

    def __reduce__(self) -> tuple[type[Parse], tuple[Any, ...]]:
        """Stored and sent without what is kept: that is worked out again."""
        return Parse, tuple(getattr(self, name) for name in PARSED)


PARSED = ("starts", "ends", "lemmas", "tags", "pos", "deps", "heads", "labels", "sentences")
"""The columns of a parse, in order."""


def kept_with_parse(find: Callable[Concatenate[Passage, P], T]) -> Callable[Concatenate[Passage, P], T]:
    """Keep with the parse what a function makes of a passage, so that a paragraph that others copy has it already.

    For functions of the passage's words and tree, and of further hashable arguments by position. They may not look at
    the paragraph's kind or its place in the article, and what they give is shared: it must not be changed.
    """

    @wraps(find)
    def kept(passage: Passage, /, *args: P.args, **named: P.kwargs) -> T:
        known = passage.parse.kept
        key = (find, *args)
        try:
            found: T = known[key]
        except KeyError:
            found = known[key] = find(passage, *args, **named)
        return found

    return kept


@dataclass(frozen=True)
class Passage:
    """A paragraph with its parse: tokens by index, and the tree over them.

    Attributes:
        index: the paragraph's place in the article, from 0.
    """

    index: int
    paragraph: Paragraph
    parse: Parse

    def __len__(self) -> int:
        return len(self.parse)

    @property
    def text(self) -> str:
        """The unwrapped text that the parse points into."""
        return self.paragraph.text

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Each token's characters."""
        return _words(self)

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """Each token's characters in lower case, typographic apostrophes made plain."""
        return _lower(self)

    @cached_property
    def _children(self) -> tuple[tuple[int, ...], ...]:
        return _children(self)

    def children(self, token: int, *deps: str) -> tuple[int, ...]:
        """The token's dependents in order; only those with one of the labels, if any are given."""
        below = self._children[token]
        if not deps or not below:
            return below
        labels = self.parse.deps
        return tuple([c for c in below if labels[c] in deps])

    def subtree(self, token: int) -> list[int]:
        """The token and all below it, in order."""
        out, todo = [], [token]
        while todo:
            i = todo.pop()
            out.append(i)
            todo.extend(self._children[i])
        return sorted(out)

    def ancestors(self, token: int) -> Iterator[int]:
        """The token's head, its head's head, and so on to the root."""
        while (head := self.parse.heads[token]) != token:
            yield head
            token = head

    def sentence_of(self, token: int) -> tuple[int, int]:
        """The half-open token range of the sentence that holds the token."""
        for first, last in self.parse.sentences:
            if first <= token < last:
                return first, last
        raise IndexError(token)

    def token_at(self, offset: int) -> int | None:
        """The index of the token that covers the character at this offset of the paragraph's text."""
        for i, (a, b) in enumerate(zip(self.parse.starts, self.parse.ends, strict=True)):
            if a <= offset < b:
                return i
        return None

    def tokens_in(self, start: int, end: int) -> range:
        """The indices of the tokens that overlap ``text[start:end]``."""
        hits = [i for i in range(len(self.parse)) if self.parse.starts[i] < end and start < self.parse.ends[i]]
        return range(hits[0], hits[-1] + 1) if hits else range(0)

    def span(self, first: int, last: int) -> Span:
        """The article's own range for tokens ``first`` up to, not including, ``last``."""
        return self.paragraph.span(self.parse.starts[first], self.parse.ends[last - 1])

    def tokens_of(self, cite: Citation) -> range:
        """The tokens that begin within a citation of the article; empty when it lies in another paragraph."""
        places = self._places
        if not places or cite.end <= places[0] or cite.start > places[-1]:
            return range(0)
        return range(bisect_left(places, cite.start), bisect_left(places, cite.end))

    @cached_property
    def _places(self) -> tuple[int, ...]:
        """Where each token begins in the article's text."""
        offsets = self.paragraph.offsets
        return tuple([offsets[start] for start in self.parse.starts])

    def phrase(self, first: int, last: int) -> str:
        """The unwrapped words of tokens ``first`` up to, not including, ``last``."""
        return self.paragraph.text[self.parse.starts[first] : self.parse.ends[last - 1]]


@kept_with_parse
def _words(passage: Passage) -> tuple[str, ...]:
    text = passage.paragraph.text
    return tuple(text[a:b] for a, b in zip(passage.parse.starts, passage.parse.ends, strict=True))


@kept_with_parse
def _lower(passage: Passage) -> tuple[str, ...]:
    return tuple(w.lower().replace("’", "'") for w in passage.words)


@kept_with_parse
def _children(passage: Passage) -> tuple[tuple[int, ...], ...]:
    below: list[list[int]] = [[] for _ in range(len(passage.parse))]
    for i, head in enumerate(passage.parse.heads):
        if head != i:
            below[head].append(i)
    return tuple(tuple(c) for c in below)
