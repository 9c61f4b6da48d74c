"""A name where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from variorum.lang.name_forms import fold
from variorum.lang.territories import Territory
from variorum.model.parse import Passage

Sort = Literal["name", "territory", "adjective", "people"]

NAME_LABELS = frozenset({"PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"})
"""The parser's types of names; its others are numbers and dates."""


@dataclass(frozen=True)
class NameSpan:
    """A name where it stands.

    Attributes:
        sort: a name still to be typed, a country or region by name, by adjective, or its people.
        first, last: tokens, half-open; start, end: characters of the paragraph's text.
        title: the words of office right before it, as they stand ("presidential spokesperson").
        title_first: the first token of the title, or of the name when there is none.
        territory: for the three other sorts, which one.
        label: the parser's type for the first labelled token, "" if none.
        full: whether it was read in running text, where capitals prove a name; False in headlines.
    """

    passage: Passage
    first: int
    last: int
    start: int
    end: int
    sort: Sort
    title: str
    title_first: int
    territory: Territory | None
    label: str
    full: bool = True

    @property
    def text(self) -> str:
        """The name's own words."""
        return self.passage.text[self.start : self.end]

    def within(self, passage: Passage) -> NameSpan:
        """The same name in another article's print of the paragraph; what was worked out from it goes along."""
        moved = object.__new__(NameSpan)
        vars(moved).update(vars(self) | {"key": self.key, "passage": passage})
        return moved

    @cached_property
    def key(self) -> str:
        """The folded words."""
        return fold(self.text)
