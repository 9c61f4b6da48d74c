"""Where a report says that there is none of a thing: of what, and how it is told from others of its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from variorum.lang import table, words
from variorum.lang.stems import stem
from variorum.model.reading import Claim
from variorum.model.text import Citation
from variorum.reconcile.noun_phrases import NounPhrase, noun_phrase
from variorum.reconcile.sentences import Sentence, senses_of

READ = 9
"""Words read behind a denial for what it denies."""


@dataclass(frozen=True, eq=False)
class Absence:
    """That there is none of something.

    Attributes:
        thing: the words for it, as a noun phrase.
        sought: it was only not found: "no evidence of shelling".
        became: what is denied to have happened to it.
    """

    sentence: Sentence
    cite: Citation
    holder: str | None
    thing: NounPhrase
    words: str
    sought: bool
    clause: Claim | None
    became: str = ""

    @property
    def article(self) -> str:
        """The report's id."""
        return self.sentence.article

    @property
    def plain(self) -> str:
        """The words for the thing without the "such" or "another" before it."""
        first, _, rest = self.words.partition(" ")
        return rest if rest and first.lower() in words("en", "absences", "none", "lead") else self.words

    @cached_property
    def kinds(self) -> frozenset[int]:
        """The rows of words for one thing that its noun is in."""
        return kinds_of(self.thing.head)

    @cached_property
    def marks(self) -> frozenset[str]:
        """Senses of what tells it from others of its kind."""
        small = frozenset(s for w in words("en", "acts", "phrase", "ends_at") for s in senses_of(w))
        of_it = frozenset(s for s in senses_of(self.words) if not s[0].isdigit()) - self.own - small
        return of_it or senses_of(self.became) - self.own - small

    @cached_property
    def own(self) -> frozenset[str]:
        """Senses of its noun."""
        return frozenset(
            s for w in re.findall(r"[\w’'-]+", self.words) if stem(w) == self.thing.head for s in senses_of(w)
        )


@cache
def _rows() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for n, row in enumerate(table("en", "absences")["none"]["alike"]):
        for word in row:
            found.setdefault(stem(word.split()[-1]) if " " not in word else word, set()).add(n)
    return {form: frozenset(rows) for form, rows in found.items()}


def alike(form: str, absence: Absence) -> bool:
    """Whether a stem is the thing's noun, or another word for it."""
    return form == absence.thing.head or bool(kinds_of(form) & absence.kinds)


def kinds_of(form: str) -> frozenset[int]:
    """The rows of words for one thing that a stem is in."""
    return _rows().get(form, frozenset())


@cache
def _patterns(key: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(p) for p in table("en", "absences")["none"][key])


def absences(sentence: Sentence) -> Iterator[Absence]:
    """What a sentence says there is none of, each thing once."""
    said = sentence.flat
    if not any(cue in said for cue in words("en", "absences", "none", "cues")):
        return
    seen: set[str] = set()
    for start, end, whole, rest in _phrases(sentence):
        words_, sought = _sought(whole)
        phrase = noun_phrase(words_)
        first = {w for phrase_ in (words_, whole) for w in phrase_.lower().split()[:1]}
        if first & (words("en", "absences", "none", "opens") | words("en", "answers", "roles", "us")):
            continue
        if _goes_on(words_):
            continue
        if not phrase.head or len(phrase.head) < 3 or phrase.head in _stems("empty") | seen:
            continue
        seen.add(phrase.head)
        clause = sentence.clause(start, end)
        cite = clause.cite if clause else sentence.cite()
        yield Absence(sentence, cite, clause.holder if clause else None, phrase, words_, sought, clause, rest)


def _became(rest: str) -> str:
    """What is denied to have happened to it: "that any shells *had landed in the village*"."""
    found = re.match(table("en", "absences")["none"]["became"], rest)
    return found[0] if found else ""


def _goes_on(said: str) -> bool:
    """A clause follows the noun, of which nothing else is denied: "no chance the *mayor* will resign"."""
    own = said.split()
    if len(own) < 2 or stem(own[0]) not in _stems("empty"):
        return False
    return own[1][0].isupper() or own[1].lower() in words("en", "acts", "phrase", "definite") | words(
        "en", "acts", "phrase", "pronouns"
    )


def _sought(said: str) -> tuple[str, bool]:
    """The words for the thing, and whether it was only looked for: "evidence of *shelling*"."""
    phrase = noun_phrase(said)
    if phrase.head not in _stems("found") or not phrase.behind:
        return said, False
    return re.split(r"\b(?:of|for)\s+(?:any\s+|an?\s+|the\s+)?", said, maxsplit=1)[-1], True


@cache
def _stems(key: str) -> frozenset[str]:
    return frozenset(stem(w) for w in words("en", "absences", "none", key))


def _phrases(sentence: Sentence) -> Iterator[tuple[int, int, str, str]]:
    """Where each denial stands, and the words for what it denies."""
    for pattern in _patterns("before"):
        for found in pattern.finditer(sentence.flat):
            rest = sentence.text[found.end() :]
            stop = re.search(table("en", "absences")["none"]["stop"], rest.lower())
            words_ = " ".join((rest[: stop.start()] if stop else rest).split()[:READ])
            words_ = re.split(table("en", "absences")["none"]["doing"], words_, maxsplit=1)[0]
            if words_:
                yield found.start(), found.end() + 1, words_, _became(rest[len(words_) :])
    for pattern in _patterns("behind"):
        for found in pattern.finditer(sentence.flat):
            yield found.start(), found.end(), sentence.text[found.start("thing") : found.end("thing")].strip(), ""
