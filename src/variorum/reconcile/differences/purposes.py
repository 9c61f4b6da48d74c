"""What a thing was for, what it carried, or of what kind it was, where two voices give answers that exclude each other.

Which things are asked for, and what is an answer, is data in ``lang/en/purposes.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from variorum.lang import expression, table
from variorum.model.reading import Claim
from variorum.model.record import Difference
from variorum.model.text import Citation
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.voices import several_voices, voices_differ
from variorum.reconcile.disasters import any_of, opens_with
from variorum.reconcile.ledger_words import meanings
from variorum.reconcile.sentences import Sentence, Sentences

TAIL = "[^.;]*"
"""How a line of the table ends whose answer goes on."""


WHY = "Answers that exclude one another are given ({}); nothing in the reports settles which is right."


@dataclass(frozen=True)
class Answer:
    """One answer, as a report, or somebody in it, gives it.

    Attributes:
        about: what the sentence tells.
        nouns: the words for the thing, without the plural's ending.
        places: names behind "in", "near" and the like.
    """

    kind: str
    words: str
    cite: Citation
    who: str | None
    about: frozenset[str]
    nouns: frozenset[str]
    places: frozenset[str]


def purpose_differences(corpus: Corpus) -> list[Difference]:
    """One conflict for each of the table's questions on which two voices exclude each other."""
    story = corpus.sentences
    rows = []
    for name, asked in table("en", "purposes").items():
        if name == "common" or ("opens" in asked and not opens_with(corpus, tuple(asked["opens"]))):
            continue
        fitting = (s for s in story.claimed if s.has_any(asked["hints"]) and (asked.get("years") or not s.past))
        found = [a for s in fitting for a in _answers(story, s, name, asked)]
        groups = {kind: g for kind in asked["answers"] if (g := [a for a in found if a.kind == kind])}
        apart = {
            k for one, two in asked["apart"] if _contrary(corpus, story, asked, groups, (one, two)) for k in (one, two)
        }
        if apart:
            rows.append(
                voices_differ(corpus, asked["question"], [groups[k] for k in groups if k in apart], ("conflict", WHY))
            )
    return rows


def _contrary(
    corpus: Corpus,
    story: Sentences,
    asked: Mapping[str, Any],
    groups: Mapping[str, Sequence[Answer]],
    kinds: tuple[str, str],
) -> bool:
    """Two voices, whose sentences share as much as the question asks for."""
    if not all(kind in groups for kind in kinds):
        return False
    return any(
        _one_matter(corpus, story, asked, a, b) and several_voices([a], [b])
        for a in groups[kinds[0]]
        for b in groups[kinds[1]]
    )


def _one_matter(corpus: Corpus, story: Sentences, asked: Mapping[str, Any], a: Answer, b: Answer) -> bool:
    """Nothing sets the two things apart, and they share as much as the question asks for.

    What most reports open with is one thing.
    """
    if asked.get("shared") and a.places and b.places and a.places.isdisjoint(b.places):
        return False
    if asked.get("number") and _numbers(a).isdisjoint(_numbers(b)):
        return False
    if story.mass(a.about & b.about) >= asked.get("shared", 0):
        return True
    return bool(asked.get("main")) and any(opens_with(corpus, (rf"{noun}s?",)) for noun in sorted(a.nouns & b.nouns))


def _numbers(answer: Answer) -> frozenset[str]:
    """The first word of an answer that begins with a number."""
    return frozenset(answer.words.lower().split()[:1])


def _answers(story: Sentences, sentence: Sentence, name: str, asked: Mapping[str, Any]) -> Iterator[Answer]:
    """What a sentence that tells of the thing answers, each kind once."""
    if not _tells_of(story, sentence, name, asked):
        return
    nouns = frozenset(m[0].lower().removesuffix("s") for m in _things(name).finditer(sentence.text))
    places = frozenset(_common("place").findall(sentence.text))
    for kind in asked["answers"]:
        taken = 0
        for pattern in _patterns(name, kind):
            match = pattern.search(sentence.text, taken)
            clause = _clause(sentence, match) if match else None
            if match is None or clause is None or _denied(sentence, clause, match):
                continue
            taken = match.end()
            if tail := match.groupdict().get("tail"):
                taken -= len(tail) - len(_common("ends").split(tail)[0])
            words = sentence.text[match.start() : taken].rstrip(' ,”"')
            cite = sentence.cite(match.start(), match.start() + len(words))
            yield Answer(
                kind,
                words,
                cite,
                clause.holder,
                (sentence.bag - meanings(words)) | meanings(" ".join(nouns)),
                nouns,
                places,
            )


def _clause(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """The clause in which the answer's last words stand, else its first; who speaks is told of either."""
    tail = len(match.groupdict().get("tail") or "")
    last = sentence.clause_at(match.end() - tail - 2, match.end() - tail - 1)
    return last or sentence.clause_at(match.start(), match.start() + 3)


def _denied(sentence: Sentence, clause: Claim, match: re.Match[str]) -> bool:
    """Denied by words outside the answer, or named as what it is not: "rather than a reaction"."""
    if clause.slots.polarity == "no" and not _common("denied").search(match[0]):
        return True
    instead = "|".join(table("en", "purposes")["common"]["instead"])
    return re.search(rf"\b(?:{instead}) (?:an? )?$", sentence.text[: match.start()], re.I) is not None


def _tells_of(story: Sentences, sentence: Sentence, name: str, asked: Mapping[str, Any]) -> bool:
    """The thing is named in the sentence, or a pronoun stands for it; none of "another", where that is told."""
    if asked["not_if"] and any_of(tuple(asked["not_if"])).search(sentence.text):
        return False
    if _things(name).search(sentence.text):
        return True
    if not asked["it"]:
        return False
    pronouns = table("en", "purposes")["common"]["pronouns"]
    stands = any((c.slots.subject or "").lower() in pronouns for c in sentence.claims)
    return stands and any(_things(name).search(s.text) for s in story.before(sentence))


def _common(name: str) -> re.Pattern[str]:
    """An expression that the table has for all its questions."""
    return expression("en", "purposes", "common", name)


@cache
def _things(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table('en', 'purposes')[name]['things'])})\b", re.I)


@cache
def _patterns(name: str, kind: str) -> tuple[re.Pattern[str], ...]:
    listed = table("en", "purposes")
    things, carry = "|".join(listed[name]["things"]), "|".join(listed["common"]["carry"])
    own = [re.sub(r"\bT\b", lambda _: f"(?:{things})", line) for line in listed[name]["answers"][kind]]
    own = [f"{line.removesuffix(TAIL)}(?P<tail>{TAIL})" if line.endswith(TAIL) else line for line in own]
    return tuple(re.compile(rf"\b{line.replace('CARRY', f'(?:{carry})')}", re.I) for line in own)
