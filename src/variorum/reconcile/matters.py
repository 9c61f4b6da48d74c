"""What matter a few words are about: their telling words, weighed by how rare they are in the story."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from variorum.lang import expression, table, words
from variorum.lang.stems import sense, stem
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.sentences import mass, weights

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
SHARED = 0.4
"""Share of the words of the shorter that two phrases on one matter have in common, by weight."""
OF_LONGER = 0.15
"""The same of the longer: a long phrase may hold anything."""
TELLING = 1.0
"""Weight that one of these must have: a word of every third sentence says nothing."""


@dataclass(frozen=True, eq=False)
class Matters:
    """The words of a story's sentences with their weights.

    Attributes:
        weight: inverse document frequency of each meaning over the story's sentences.
        adjectives: the story's adjectives of countries, in lower case.
        behind: for each name, the telling words of the phrases in which it stands ("the *fishermen* killed near Oban").
    """

    weight: Mapping[str, float]
    adjectives: frozenset[str]
    behind: Mapping[str, Sequence[frozenset[str]]] = field(default_factory=dict)

    def of(self, phrase: str) -> frozenset[str]:
        """The telling words of a phrase, by their meaning, without whose it is ("Norway's", "Turkish").

        Days and months, numbers and words that name no matter of their own are left out.
        """
        said = [w.replace("’", "'") for w in WORD.findall(phrase)]
        owned = [w for w in said if w.lower() not in self.adjectives and not (w[0].isupper() and w.endswith("'s"))]
        return self._known(owned)

    def _known(self, said: Iterable[str]) -> frozenset[str]:
        known = {_meaning(w.lower().removesuffix("'s")) for w in said if stem(w) not in _empty() and _tells(w)}
        return frozenset(m for m in known if m in self.weight)

    def with_event(self, phrase: str) -> tuple[frozenset[str], ...]:
        """For an event called by a name ("the Oban incident") what else the story says in a phrase with that name."""
        said = [w.replace("’", "'").removesuffix("'s") for w in WORD.findall(phrase)]
        if not {w.lower() for w in said} & words("en", "raised", "event", "nouns"):
            return ()
        names = [_meaning(w.lower()) for w in said if w[0].isupper() and _tells(w) and w.lower() not in self.adjectives]
        return tuple(dict.fromkeys(bag for name in names for bag in self.behind.get(name, ())))

    def mass(self, bag: frozenset[str]) -> float:
        """What a set of words weighs."""
        return mass(self.weight, bag)

    def tie(self, one: frozenset[str], two: frozenset[str]) -> float:
        """How surely two are one matter: the part of the shorter's words in the other; 0 where too little is."""
        shared = one & two
        if not shared or max(self.weight[t] for t in shared) < TELLING:
            return 0.0
        masses = sorted((self.mass(one), self.mass(two)))
        share = self.mass(shared) / masses[0]
        return share if share >= SHARED and self.mass(shared) >= OF_LONGER * masses[1] else 0.0


def matters(corpus: Corpus) -> Matters:
    """The story's words weighed."""
    sentences: dict[tuple[str, int], set[str]] = {}
    for article, claim in corpus.claims:
        if (article, claim.sentence.start) not in sentences:
            said = [w.replace("’", "'").lower().removesuffix("'s") for w in WORD.findall(claim.sentence.exact)]
            sentences[article, claim.sentence.start] = {_meaning(w) for w in said if _tells(w)}
    adjectives = {m.cite.exact.lower() for r in corpus.readings for m in r.mentions if m.form == "adjective"}
    known = Matters(weights(sentences.values()), frozenset(adjectives))
    return replace(known, behind=_phrases(corpus, known))


def _phrases(corpus: Corpus, known: Matters) -> dict[str, list[frozenset[str]]]:
    """By each name, the telling words of the subjects and objects of clauses in which it stands."""
    found: dict[str, list[frozenset[str]]] = {}
    for _, claim in corpus.claims:
        for phrase in (claim.slots.subject, claim.slots.object):
            for part in shape("list").split(phrase or ""):
                names = [w for w in WORD.findall(part)[1:] if w[0].isupper() and _tells(w)]
                bag = known.of(part) if names else frozenset()
                for name in names if len(bag) > 1 else ():
                    found.setdefault(_meaning(name.lower()), []).append(bag)
    return found


def shape(name: str) -> re.Pattern[str]:
    """One of the expressions by which the words for a topic are cut."""
    return expression("en", "raised", "shape", name)


def _tells(word: str) -> bool:
    """No number, and no word that stands in every sentence."""
    return not word[0].isdigit() and word.lower() not in words("en", "speech", "ledger", "empty")


@cache
def _meaning(word: str) -> str:
    form = stem(word)
    return _kindred().get(form) or sense(word)


@cache
def _kindred() -> dict[str, str]:
    rows = table("en", "raised")["kindred"].items()
    return {stem(w): f"~{name}" for name, line in rows for w in line}


@cache
def _empty() -> frozenset[str]:
    listed = words("en", "raised", "empty", "words") | words("en", "topics", "generic") | words("en", "topics", "empty")
    return frozenset(stem(w) for w in listed) - frozenset(_kindred())
