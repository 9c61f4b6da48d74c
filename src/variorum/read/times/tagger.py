"""Finds words for times in a paragraph: tokens to class letters, rules over the letters, the longest matches."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from variorum.read.times.lexicon import TOKEN, Lexicon, Rule


@dataclass(frozen=True, slots=True)
class Tokens:
    """A paragraph's own tokens (not the parser's): text, offsets, class letters."""

    lexicon: Lexicon
    text: str
    spans: tuple[tuple[int, int], ...]
    letters: str

    def word(self, i: int) -> str:
        """The i-th token's characters; empty outside."""
        if not 0 <= i < len(self.spans):
            return ""
        a, b = self.spans[i]
        return self.text[a:b]

    def glued(self, i: int) -> bool:
        """Whether the token touches the one before it."""
        return 0 < i < len(self.spans) and self.spans[i - 1][1] == self.spans[i][0]


@dataclass(frozen=True, slots=True)
class Hit:
    """One match of a rule.

    Attributes:
        match: over the letters of one run of classed tokens.
        base: the run's first token.
        first, last: the match's tokens, half-open.
    """

    tokens: Tokens
    rule: Rule
    match: re.Match[str]
    base: int
    first: int
    last: int

    @property
    def lexicon(self) -> Lexicon:
        """The language's words."""
        return self.tokens.lexicon

    def has(self, role: str) -> bool:
        """Whether the role was filled."""
        return self.rule.regex.groupindex.get(role) is not None and self.match[role] is not None

    def place(self, role: str) -> tuple[int, int]:
        """The tokens that fill a filled role, half-open."""
        a, b = self.match.span(role)
        return self.base + a, self.base + b

    def cut(self) -> Hit | None:
        """The same rule's match that begins one token on; None without one."""
        match = self.rule.regex.match(self.match.string, self.match.start() + 1)
        if match is None or not match.group():
            return None
        return Hit(self.tokens, self.rule, match, self.base, self.base + match.start(), self.base + match.end())

    def words(self, role: str) -> list[str]:
        """The tokens that fill the role."""
        if not self.has(role):
            return []
        a, b = self.place(role)
        return [self.tokens.word(i) for i in range(a, b)]

    def word(self, role: str) -> str:
        """The role's one word in lower case; empty when it is not filled."""
        return " ".join(self.words(role)).lower().replace("’", "'")

    def value(self, role: str) -> Any:
        """The value of the role's word in its class; None when it is not filled."""
        return self.lexicon.value(self.words(role)[0], self.rule.classes[role]) if self.has(role) else None


def tokenize(text: str, lexicon: Lexicon) -> Tokens:
    """Cut a paragraph into tokens with their class letters."""
    spans, letters = [], []
    letter = lexicon.letter
    for m in TOKEN.finditer(text):
        spans.append(m.span())
        letters.append(letter(m.group()))
    return Tokens(lexicon, text, tuple(spans), "".join(letters))


def tag(text: str, lexicon: Lexicon) -> list[Hit]:
    """All matches of all rules, longest first, then by the rules' order in the table, then by place."""
    tokens = tokenize(text, lexicon)
    hits = [
        Hit(tokens, rule, match, base, base + match.start(), base + match.end())
        for run in lexicon.runs.finditer(tokens.letters)
        for base in (run.start(),)
        for rule, match in lexicon.matches(run.group())
    ]
    return sorted(hits, key=lambda h: (h.first - h.last, h.rule.rank, h.first))
