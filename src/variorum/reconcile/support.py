"""How many reports, and how many independent origins, stand behind a finding."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from variorum.model.record import Independence, Support


@dataclass(frozen=True, slots=True)
class Origins:
    """Which articles count as one origin.

    Attributes:
        origin_of: from an article's id to the name of its origin; an article that is not there is its own.
    """

    origin_of: Mapping[str, str]

    def of(self, articles: Sequence[str], holders: Iterable[str | None] = ()) -> Support:
        """The support of a finding that these articles tell.

        Args:
            articles: ids, each once.
            holders: to whom each telling is attributed (None: the outlet itself). When every telling leans on one
                and the same speaker, that speaker is the one origin.
        """
        origins = {self.origin_of.get(a, a) for a in articles}
        speakers = set(holders)
        leaning = len(speakers) == 1 and None not in speakers and len(articles) > 1
        return Support(len(articles), 1 if leaning else len(origins))


def origins_from(independence: Independence) -> Origins:
    """The origins that the story's merges leave."""
    origin_of: dict[str, str] = {}
    for group in independence.groups:
        first = origin_of.get(group.articles[0], group.articles[0])
        origin_of.update(dict.fromkeys(group.articles, first))
    return Origins(origin_of)
