"""What the later readers of a passage need of the earlier ones."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.model.article import Article
from variorum.model.parse import Passage
from variorum.model.reading import Mention, Quantity
from variorum.model.time import TimeExpression


@dataclass(frozen=True, slots=True)
class Scene:
    """One passage with what has been read in it so far.

    Attributes:
        mentions: the passage's mentions, in order.
        times: its time expressions with their tokens.
        quantities: its quantities with their number's token.
        reported: token ranges of reported words with the speaker's name, the shortest first; a range of one token is
            a cue.
    """

    article: Article
    passage: Passage
    mentions: tuple[Mention, ...]
    times: tuple[tuple[range, TimeExpression], ...]
    quantities: tuple[tuple[int, Quantity], ...]
    reported: tuple[tuple[range, str], ...]
