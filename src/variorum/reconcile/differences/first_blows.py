"""Who began the violence, where each side, or whoever speaks for it, says that the other did.

The sides are the two roles that meet in a street, or two countries; by the table ``lang/en/first_blows.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from variorum.lang import table, words
from variorum.lang.stems import stem
from variorum.model.record import Difference
from variorum.model.text import Citation
from variorum.reconcile.accusations import DOER, DOER_BEHIND, countries_in, doer_in
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.voices import several_voices, voices_differ
from variorum.reconcile.noun_phrases import noun_phrase
from variorum.reconcile.sentences import Sentence

QUESTION = "Who began the violence?"
WHY = "Each side is said to have begun it ({}); both cannot be right."
LONGEST = 60
"""Characters of the words for a doer."""


@dataclass(frozen=True)
class Blow:
    """Who began it, as one report, or somebody in it, says.

    Attributes:
        side: "forces", "crowd", or a country's code; None where it is said that nobody knows.
    """

    side: str | None
    words: str
    cite: Citation
    who: str | None


def first_blow_differences(corpus: Corpus) -> list[Difference]:
    """One conflict where two voices name the two sides as the one that began."""
    found = [b for s in corpus.sentences.claimed if not s.past for b in _blows(s)]
    for sides in (("forces", "crowd"), _countries(found)):
        groups = [[b for b in found if b.side == side] for side in sides]
        if len(groups) == 2 and all(groups) and several_voices(*groups):
            open_ = [b for b in found if b.side is None]
            return [voices_differ(corpus, QUESTION, [*groups, open_] if open_ else groups, ("conflict", WHY))]
    return []


def _countries(found: Sequence[Blow]) -> tuple[str, ...]:
    codes = tuple(dict.fromkeys(b.side for b in found if b.side and b.side.isupper()))
    return codes if len(codes) == 2 else ()


def _blows(sentence: Sentence) -> Iterator[Blow]:
    """What a sentence says of who began; none that is denied or only planned, each stretch once."""
    taken: list[Citation] = []
    listed = table("en", "first_blows")["said"]
    if not (sentence.has_any(listed["marks"]) and sentence.has_any(listed["deeds"])):
        return
    for low, high, side, doer in _said(sentence.text):
        cite = sentence.cite(low, high)
        clause = sentence.clause_at(low, high) or sentence.clause_at(high - 2, high - 1)
        if any(cite.span.overlaps(t.span) for t in taken) or clause is None or clause.slots.future:
            continue
        inner = sentence.clause_at(high - 2, high - 1)
        if side and clause.slots.polarity == "no":
            continue
        taken.append(cite)
        yield Blow(side, doer, cite, clause.holder or (inner.holder if inner else None))


Said = tuple[int, int, str | None, str]


def _said(text: str) -> Iterator[Said]:
    """Where a sentence says who began it, the side, and the words for the doer."""
    listed = table("en", "first_blows")["said"]
    for line in listed["lines"]:
        for match in _pattern(line).finditer(text):
            before = line.startswith("X")
            low, high = (max(0, match.start() - LONGEST), match.start()) if before else match.span("x")
            if before:
                low = max([low, *(low + m.end() for m in re.finditer(r"[,;:.!?\"“”]\s*", text[low:high]))])
            low, high = doer_in(text, low, high, before or not line.endswith("X"))
            doer = text[low:high].strip()
            if doer and (side := side_of(doer)):
                yield (low if before else match.start()), max(high, match.end()), side, doer
    for role, who in (("forces", "the police"), ("crowd", "the crowd")):
        for match in re.finditer(rf"\b(?:{'|'.join(listed[f'of_{role}'])})", text, re.I):
            yield match.start(), match.end(), role, who
    for match in re.finditer(rf"\b(?:{'|'.join(listed['open'])})", text, re.I):
        yield match.start(), match.end(), None, "not established"


@cache
def _pattern(line: str) -> re.Pattern[str]:
    """A line of the table as a pattern; the doer that it begins with is left to be read before it."""
    listed = table("en", "first_blows")["said"]
    aux = "|".join(table("en", "accusations")["words"]["aux"])
    filled = line.removeprefix("X ").replace("(?:AUX )?", f"(?:(?:{aux}) )*")
    for name in ("break", "trouble", "blow", "means"):
        filled = filled.replace(name.upper(), f"(?:{'|'.join(listed[name])})")
    filled = re.sub(r"\bX\b", lambda _: DOER_BEHIND if line.endswith("X") else DOER, filled, count=1)
    return re.compile(rf"\b{filled}", re.I)


@cache
def side_of(doer: str) -> str | None:
    """The side that words for a doer are of: a country's, else a role."""
    codes = countries_in(doer)
    if codes:
        return codes[0] if len(codes) == 1 else None
    phrase = noun_phrase(doer)
    for role in ("forces", "crowd"):
        stems = {stem(w) for w in words("en", "first_blows", "roles", role)}
        if phrase.head in stems:
            return role
    return None
