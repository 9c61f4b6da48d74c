"""How many reports, and how many independent origins, stand behind a finding; and what reports rest on together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from variorum.model.record import LedgerQuote, Support
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.independence import SharedOccasion, support


@dataclass(frozen=True, slots=True)
class Origins:
    """Which articles count as one origin.

    Attributes:
        origin_of: from an article's id to the name of its origin; an article that is not there is its own.
    """

    origin_of: Mapping[str, str]

    def of(self, tellings: Iterable[tuple[str, str | None]]) -> Support:
        """The support of a finding.

        Args:
            tellings: for each telling the article's id, and to whom it attributes it (None: told in its own voice).
                Articles that lean on one and the same speaker count as one origin.
        """
        told = list(tellings)
        leaning: dict[str, list[str]] = defaultdict(list)
        own = {article for article, holder in told if holder is None}
        for article, holder in told:
            if holder is not None and article not in own:
                leaning[holder].append(article)
        occasions = [(tuple(ids), holder) for holder, ids in leaning.items() if len(set(ids)) > 1]
        return support((article for article, _ in told), self.origin_of, occasions)


def shared_occasions(corpus: Corpus, quotes: Iterable[LedgerQuote]) -> list[SharedOccasion]:
    """Named occasions on which two reports or more rest: one official's briefing, one interview, one post.

    A speaker with a single occasion in the story has spoken there in the reports that name none, too.
    """
    told: dict[str, dict[tuple[str, str], list[str]]] = defaultdict(lambda: defaultdict(list))
    unplaced: dict[str, list[str]] = defaultdict(list)
    words: dict[tuple[str, str, str], str] = {}
    for quote in quotes:
        for variant in quote.variants if quote.speaker else ():
            speaker = quote.speaker or ""
            if variant.occasion is None:
                unplaced[speaker].append(variant.article)
                continue
            key = (variant.occasion.kind, (variant.occasion.medium or "").casefold())
            told[speaker][key].append(variant.article)
            words.setdefault((speaker, *key), variant.occasion.words)
    found = []
    for speaker, occasions in told.items():
        for key, articles in occasions.items():
            resting = corpus.ordered([*articles, *(unplaced[speaker] if len(occasions) == 1 else ())])
            if len(resting) > 1:
                name = corpus.entity[speaker].name if speaker in corpus.entity else speaker
                found.append((resting, f"where they rest on {name} ({words[speaker, *key]}), they count once"))
    return found
