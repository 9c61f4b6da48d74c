"""Questions about a passage's tree that the reading of speech asks again and again."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from variorum.model.parse import Passage, kept_with_parse

Range = tuple[int, int]
"""Token indices, half-open."""

PUNCTUATION = frozenset({".", ",", ":", "''", "``", "-LRB-", "-RRB-", "HYPH", "NFP"})
MARKS = frozenset("\"“”„‟«»‹›'‘’＂")


class Tree:
    """A passage with the extent of every token's subtree."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.parse = passage.parse
        self.words = passage.words
        self.lower = passage.lower
        self.lemmas = passage.parse.lemmas
        self.tags = passage.parse.tags
        self.deps = passage.parse.deps
        self.heads = passage.parse.heads
        self.left, self.right = _extents(passage)

    def children(self, token: int, *deps: str) -> tuple[int, ...]:
        """The token's dependents; only those with one of the labels, if any are given."""
        return self.passage.children(token, *deps)

    def child(self, token: int, *deps: str) -> int | None:
        """The first dependent with one of the labels."""
        found = self.passage.children(token, *deps)
        return found[0] if found else None

    def extent(self, token: int) -> Range:
        """The subtree as one range (a tree with crossing arcs may take in foreign tokens)."""
        return self.left[token], self.right[token] + 1

    def sentence(self, token: int) -> Range:
        """The sentence that holds the token."""
        return self.passage.sentence_of(token)

    def first_from(self, offset: int) -> int | None:
        """The first token that begins at or behind the character; None when there is none."""
        token = bisect_left(self.parse.starts, offset)
        return token if token < len(self.words) else None

    def last_before(self, offset: int) -> int:
        """The last token that begins before the character; -1 when there is none."""
        return bisect_left(self.parse.starts, offset) - 1

    def tokens_in(self, start: int, end: int) -> range:
        """The tokens that overlap the characters from ``start`` up to ``end``."""
        return range(bisect_right(self.parse.ends, start), bisect_left(self.parse.starts, end))

    def is_punct(self, token: int) -> bool:
        """Whether the token is a stop, dash, bracket or quotation mark."""
        return self.tags[token] in PUNCTUATION or not any(c.isalnum() or c in "$%&" for c in self.words[token])

    def is_mark(self, token: int) -> bool:
        """Whether the token is a quotation mark."""
        word = self.words[token]
        return word in ("``", "''") or (word[:1] in MARKS and len(word) == 1)

    def apart(self, token: int) -> bool:
        """Whether a comma or a quotation mark parts the token's phrase from what stands before it."""
        first = self.left[token]
        return first == 0 or any(self.words[t] == "," or self.is_mark(t) for t in (first - 1, first))

    def trim(self, span: Range) -> Range:
        """The range without stops at its edges or a conjunction at its end; quotation marks and brackets stay."""
        first, last = span
        while first < last and self._edge(first, "(["):
            first += 1
        while first < last and (self.tags[last - 1] == "CC" or self._edge(last - 1, "?!)]")):
            last -= 1
        return first, last

    def _edge(self, token: int, kept: str) -> bool:
        return self.is_punct(token) and not self.is_mark(token) and self.words[token] not in kept


@kept_with_parse
def _extents(passage: Passage) -> tuple[list[int], list[int]]:
    heads = passage.parse.heads
    left, right = list(range(len(heads))), list(range(len(heads)))
    for token in range(len(heads)):
        at = token
        while heads[at] != at:
            at = heads[at]
            if left[at] <= token <= right[at]:
                break
            left[at] = min(left[at], token)
            right[at] = max(right[at], token)
    return left, right
