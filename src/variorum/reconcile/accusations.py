"""Two sides' words for who began it, by the table ``lang/en/accusations.toml``.

Stories of two sides have accusations in pairs: each holds that the other did the one thing that only one can have
done. The sides are countries, known by their names, adjectives and seats of government, or else bodies, or people of
one name ("the police").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from variorum.lang import table
from variorum.model.reading import Entity
from variorum.model.text import Citation
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.disasters import opens_with
from variorum.reconcile.noun_phrases import noun_phrase
from variorum.reconcile.sentences import Sentence

DOER = r"(?P<x>[^,;:.!?\"“”]{3,60}?)"
"""The words for a doer, before an act."""
DOER_BEHIND = r"(?P<x>[^,;:.!?()\"“”]{3,60})"
"""The same behind it."""


@dataclass(frozen=True)
class Accusation:
    """What one report, or somebody in it, says of who did a thing.

    Attributes:
        act: a key of the table's acts.
        side: the doer's country, ISO 3166-1 alpha-2, else the id of a body, else the stem of the noun; None where it
            is said that nobody knows.
        words: those for the doer.
        who: who says so; None for the report itself.
    """

    act: str
    cite: Citation
    side: str | None
    words: str
    who: str | None


def accusations(corpus: Corpus, disasters: frozenset[str]) -> list[Accusation]:
    """Every such accusation in the reports' own order, headlines left out."""
    found: list[Accusation] = []
    acts = table("en", "accusations")["acts"].items()
    fitting = {n for n, act in acts if _fits(corpus, act, disasters)}
    for sentence in corpus.sentences.claimed:
        if not sentence.past:
            for name, act in acts:
                if name in fitting:
                    found += _made(corpus, sentence, (name, act))
    return found


def _made(corpus: Corpus, sentence: Sentence, act: tuple[str, dict[str, Any]]) -> list[Accusation]:
    """The accusations of one act in one sentence, each stretch once; none denied or only planned."""
    made: list[Accusation] = []
    for low, high, doer in _said(sentence.text, act[1]):
        side = side_of(corpus, doer, countries="only_in" in act[1]) if doer else None
        if doer and not side:
            continue
        cite, clause = sentence.cite(low, high), sentence.meeting(low, high)
        denied = clause is not None and side is not None and clause.slots.polarity == "no"
        again = any(a.cite.span.overlaps(cite.span) for a in made)
        if clause and not denied and not clause.slots.future and not again:
            made.append(Accusation(act[0], cite, side, doer or "not established", clause.holder))
    return made


def _fits(corpus: Corpus, act: dict[str, Any], disasters: frozenset[str]) -> bool:
    """The story is of a disaster, or opens with words, that the act is asked for in."""
    if "only_in" in act:
        return bool(set(act["only_in"]) & disasters)
    return "opens" not in act or opens_with(corpus, tuple(act["opens"]))


def _said(flat: str, act: dict[str, Any]) -> Iterator[tuple[int, int, str]]:
    """Where a sentence says who did it: from where to where, and the words for the doer; none where nobody knows."""
    for line in act["did"]:
        for match in done(line, flat):
            before = line.startswith("X")
            low, high = doer_in(flat, *match.span("x"), before)
            if flat[low:high].strip():
                behind = high if line.endswith("X") else match.end()
                yield low if before else match.start(), behind, flat[low:high].strip()
    for line in act["open"]:
        for match in re.finditer(line, flat, re.I):
            yield match.start(), match.end(), ""


def done(line: str, flat: str) -> Iterator[re.Match[str]]:
    """Where a line of the table stands, the words for the doer its group ``x``.

    A doer before the act is looked for only where the act stands, for it may be any words.
    """
    if line.startswith("X ") and not _act(line).search(flat):
        return iter(())
    return _doing(line).finditer(flat)


@cache
def _doing(line: str) -> re.Pattern[str]:
    doer = DOER_BEHIND if line.endswith("X") else DOER
    filled = _with_auxiliaries(line.replace("X", doer, 1))
    return re.compile(filled if line.startswith("X") else rf"\b{filled}", re.I)


@cache
def _act(line: str) -> re.Pattern[str]:
    return re.compile(_with_auxiliaries(line.removeprefix("X ")), re.I)


def _with_auxiliaries(line: str) -> str:
    aux = "|".join(table("en", "accusations")["words"]["aux"])
    return line.replace("(?:AUX )?", f"(?:(?:{aux}) )*")


def doer_in(flat: str, low: int, high: int, before: bool) -> tuple[int, int]:
    """The words for a doer without what is told before or behind them."""
    listed = table("en", "accusations")["words"]
    said = flat[low:high]
    if before:
        cut = list(re.finditer(rf"\b(?:{'|'.join(listed['begins'])})\b ", said, re.I))
        return low + (cut[-1].end() if cut else 0), high
    found = re.search(rf" (?:{'|'.join(listed['ends'])})\b", said, re.I)
    return low, low + found.start() if found else high


def side_of(corpus: Corpus, doer: str, *, countries: bool) -> str | None:
    """The side that the words for a doer are of; None for two countries, or where they say nothing."""
    last, listed = doer.lower().rsplit(maxsplit=1)[-1], table("en", "accusations")["words"]
    if last in listed["not_last"]:
        return None
    codes = countries_in(doer)
    if codes or countries or last in listed["nobody"]:
        return codes[0] if len(codes) == 1 else None
    bodies = bodies_in(corpus, doer)
    return bodies[0] if bodies else noun_phrase(doer).head or None


def countries_in(words: str) -> list[str]:
    """ISO 3166-1 alpha-2 codes of the countries that some words name, in order of the codes."""
    return sorted({code for code, form in _forms() if form.search(words)})


def bodies_in(corpus: Corpus, words: str) -> list[str]:
    """Ids of the organizations and groups that some words name."""
    return [e.id for e in corpus.entities if e.kind in {"organization", "group"} and _is_named(e, words)]


def _is_named(entity: Entity, words: str) -> bool:
    return any(re.search(rf"\b{re.escape(form)}\b", words) for form in (entity.name, *(n.text for n in entity.names)))


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = table("en", "countries")["countries"].items()
    return tuple(
        (code, re.compile(rf"\b(?:{'|'.join(map(re.escape, forms))})\b"))
        for code, row in rows
        if (forms := [row["name"], *row.get("also", ()), *row.get("adjectives", ()), *row.get("capitals", ())])
    )
