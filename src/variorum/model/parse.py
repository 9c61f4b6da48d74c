"""What a parser gives for one paragraph, free of any library, and easy to build by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from variorum.model.text import Paragraph, Span


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

    def __len__(self) -> int:
        return len(self.starts)


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
        text = self.paragraph.text
        return tuple(text[a:b] for a, b in zip(self.parse.starts, self.parse.ends, strict=True))

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """Each token's characters in lower case, typographic apostrophes made plain."""
        return tuple(w.lower().replace("’", "'") for w in self.words)

    @cached_property
    def _children(self) -> tuple[tuple[int, ...], ...]:
        below: list[list[int]] = [[] for _ in range(len(self.parse))]
        for i, head in enumerate(self.parse.heads):
            if head != i:
                below[head].append(i)
        return tuple(tuple(c) for c in below)

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

    def phrase(self, first: int, last: int) -> str:
        """The unwrapped words of tokens ``first`` up to, not including, ``last``."""
        return self.paragraph.text[self.parse.starts[first] : self.parse.ends[last - 1]]
