"""What the later readers of a passage need of the earlier ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from variorum.model.article import Article
from variorum.model.parse import Passage
from variorum.model.reading import Mention, Quantity
from variorum.model.time import TimeExpression
from variorum.read.clauses import Clause, clauses
from variorum.read.standing import Stand, standing_of_verb


@dataclass(frozen=True)
class Scene:
    """One passage with what has been read in it so far.

    Attributes:
        mentions: the passage's mentions, in order.
        times: its time expressions with their tokens.
        quantities: its quantities with their number's token.
        reported: token ranges of reported words with the speaker's name, the shortest first; a range of one token is
            a cue.
        occasions: tokens of the cues whose words were said on a named occasion, with its time if it has one.
    """

    article: Article
    passage: Passage
    mentions: tuple[Mention, ...]
    times: tuple[tuple[range, TimeExpression], ...]
    quantities: tuple[tuple[int, Quantity], ...]
    reported: tuple[tuple[range, str], ...]
    occasions: Mapping[int, TimeExpression | None]

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The passage's clauses in order of their heads."""
        return clauses(self.passage)

    @cached_property
    def named(self) -> tuple[tuple[int, int, tuple[str, ...]], ...]:
        """Each mention's tokens, half-open, with the entities that it means, if there are any."""
        rows = ((m.first, m.last, m.members or ((m.entity,) if m.entity else ())) for m in self.mentions)
        return tuple(row for row in rows if row[2])

    @cached_property
    def in_names(self) -> frozenset[int]:
        """The tokens of names whose bearer is known."""
        known = (m for m in self.mentions if m.entity and m.form == "name")
        return frozenset(i for m in known for i in range(m.first, m.last))

    def stand(self, verb: int) -> Stand:
        """The standing that a verb's form and governors give it."""
        return standing_of_verb(self.passage, verb)
