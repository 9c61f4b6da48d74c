"""What reports say caused the disaster that their story is about, by the table ``lang/en/theories.toml``.

A newsroom tells a cause in two ways: it marks it ("blamed a broken rail", "pointed to a valve"), or it tells, of a
disaster, one of the few circumstances that are told because they may be its cause ("the train was going too fast").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from variorum.lang import table
from variorum.model.reading import Claim
from variorum.model.text import Citation
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.disasters import Sentence, any_of, one_line, sentences

REACH = 70
"""Characters before a cause in which it may be denied."""
QUOTES = " \"“”'‘’"
LEAST = 3
"""Characters that the words for a cause have."""


@dataclass(frozen=True)
class Theory:
    """What one report, or somebody in it, gives as the cause.

    Attributes:
        words: the cause, in the report's words.
        families: names of the table's families that those words are of; none where it knows none.
        marked: told as the cause, and not only as a circumstance.
        who: who says so; None for the report itself.
    """

    article: str
    cite: Citation
    words: str
    families: frozenset[str]
    marked: bool
    who: str | None
    sentence: str


@dataclass(frozen=True)
class _Mark:
    """Where a sentence tells a cause, from its first telling character to its last, and the words for the cause."""

    low: int
    high: int
    cause: str
    marked: bool


def theories(corpus: Corpus, kinds: tuple[str, ...]) -> list[Theory]:
    """Every theory of what caused disasters of these kinds, in the reports' order."""
    if not kinds:
        return []
    found: list[Theory] = []
    given = {f for kind in kinds for f in table("en", "theories")["given"].get(kind, ())}
    for sentence in sentences(corpus):
        told = [_theory(corpus, sentence, mark, kinds) for mark in (*_marked(sentence, kinds), *_told(sentence, kinds))]
        found += [t for n, t in enumerate(told) if t and not _again(t, told[:n])]
    return [t for t in found if not t.families & given]


def open_cause(corpus: Corpus) -> list[tuple[str, Citation]]:
    """Where reports say that the cause is not known, with their articles."""
    asked = re.compile("|".join(table("en", "theories")["open"]), re.I)
    said = [(s, match) for s in sentences(corpus) if (match := asked.search(one_line(s.text)))]
    return [(s.article.id, _citation(s, *match.span())) for s, match in said]


def _again(theory: Theory, before: list[Theory | None]) -> bool:
    """The sentence has told it already."""
    return any(t and (t.cite.span.overlaps(theory.cite.span) or theory.families <= t.families) for t in before)


def _listed(key: str) -> str:
    return "|".join(sorted(table("en", "theories")[key], key=len, reverse=True))


@cache
def _effects(kinds: tuple[str, ...]) -> str:
    """Words for what happened: a kind's own, or general ones."""
    listed = table("en", "theories")
    return "|".join([*listed["general"], *(form for kind in kinds for form in listed["disasters"][kind])])


VERBS = re.compile(
    r" [a-z]+ed (?:a|an|the|its|their|at least|up to|dozens|hundreds|\d)|(?P<name>\b[A-Z]\w+) [a-z]+ed\b"
)
"""A past tense: before an article, or behind a name."""
CAUSE = r"(?P<x>[^,;:.!?()–—]{3,110})"
"""The words behind a mark."""
BEFORE = r"(?P<x>[^,;:.!?()–—]{3,90}?)"
"""The words before one."""


@cache
def _marks(kinds: tuple[str, ...], headline: bool) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns of a marked cause, each with what else must hold: its effect, a known family, or nothing."""
    effect = rf"(?:(?:the|this|that|a|an|its) (?:[\w'’-]+ ){{0,3}})?(?:{_effects(kinds)})\b"
    aux = rf"(?:(?:{_listed('auxiliaries')}) ){{0,3}}"
    blames = _listed("blames") + (f"|{_listed('blame')}" if headline else "")
    rows = [
        (rf"(?<!be )(?<!was )(?<!were )(?<!been )\b(?:{blames}) (?!on\b){CAUSE}", "either"),
        (rf"\b(?:{_effects(kinds)})\b[^;.]{{0,50}}?\b(?:{_listed('caused_by')}) {CAUSE}", ""),
        (rf"\b(?:{_listed('lays')}) {effect} (?:{_listed('lays_to')}) {CAUSE}", ""),
        (
            rf"\b(?:{_listed('finders')})\b[^;.]{{0,70}}?\b(?:{_listed('points')}) (?:{_listed('points_to')}) {CAUSE}",
            "kin",
        ),
        (rf"{BEFORE} {aux}(?:{_listed('causes')}) (?:{effect}|it\b)", "kin"),
        (rf"{BEFORE} {aux}(?:{_listed('causes')}) (?:one of )?{effect}", ""),
        (rf"\b(?:{_effects(kinds)}) (?:{_listed('comes')}) {CAUSE}", ""),
        (rf"\bcause of (?:{effect})[^;,.]{{0,30}}? (?:was|were|is|had been) (?:an? )?{CAUSE}", ""),
        (rf"{BEFORE} (?:was|were|is|as) the (?:{_listed('likely')}) cause", ""),
        (rf"{BEFORE} (?:was|were|is|are) to blame\b", "kin"),
        (rf"{BEFORE} {aux}(?:{_listed('causes')}) (?:the|its|a) [\w ]{{2,30}}? to (?:{_listed('made_to')})\b", ""),
        (rf"\b(?:{_effects(kinds)})[^;,.]{{0,12}} (?:{_listed('markers')}) {CAUSE}", ""),
        (rf"\b(?:{_effects(kinds)})\b[^;.]{{0,50}}? (?:{_listed('markers')}) {CAUSE}", "kin"),
        (rf"\b(?:{_listed('examines')}) {CAUSE}", "kin"),
    ]
    return tuple((re.compile(pattern, re.I), needs) for pattern, needs in rows)


def _marked(sentence: Sentence, kinds: tuple[str, ...]) -> Iterator[_Mark]:
    """Of each marked cause, where the telling words begin and end, and the cause."""
    flat = one_line(sentence.text)
    for pattern, needs in _marks(kinds, sentence.headline):
        for match in pattern.finditer(flat):
            before = pattern.pattern.startswith(BEFORE)
            low, high = _narrowed(flat, match, before, kinds)
            cause = flat[low:high].strip(QUOTES)
            if len(cause) < LEAST or _unnamed(cause, before) or _denied(flat[: match.end() if before else low]):
                continue
            if needs == "either" and _for_another(flat[high:], kinds):
                continue
            known = families_of(cause, kinds)
            effect = needs == "either" and re.search(rf"\b(?:{_effects(kinds)})\b", flat.replace(cause, ""), re.I)
            if known or effect or not needs:
                yield _Mark(low if before else match.start(), match.end() if before else high, cause, marked=True)


def _for_another(behind: str, kinds: tuple[str, ...]) -> bool:
    """Blamed for something that is not the disaster."""
    found = re.match(r"[\"”’]? for ((?:the|a|an|its|their|his|her|this) [\w -]+)", behind)
    return bool(found) and not re.search(rf"\b(?:{_effects(kinds)})\b", found[1] if found else "", re.I)


def _narrowed(flat: str, match: re.Match[str], before: bool, kinds: tuple[str, ...]) -> tuple[int, int]:
    """The words for a cause without what is told beside it."""
    low, high = match.span("x")
    cause = flat[low:high]
    if before:
        cut = list(re.finditer(rf"\b(?:{_listed('begins')})\b ", cause, re.I))
        return low + (cut[-1].end() if cut else 0), high
    effect = rf"\sfor (?:(?:the|this|a|an|its) (?:[\w'’-]+ )?)?(?:{_effects(kinds)})\b|\sfor (?:the|this|a|an)\b"
    ends = [effect] if " that " in cause else [rf"\s(?:{_listed('ends')})\b", effect]
    found = [m.start() for end in ends if (m := re.search(end, cause, re.I))]
    if verb := VERBS.search(cause):
        found.append(verb.end("name") if verb["name"] else verb.start())
    return low, low + min([*found, len(cause)])


def _unnamed(cause: str, before: bool) -> bool:
    listed, said = table("en", "theories"), cause.lower().split()
    open_end = before and bool(re.search(rf"\b(?:{_listed('open_ended')})$", cause, re.I))
    other = any(w in cause.lower() for w in listed["unnamed"] if " " in w)
    return open_end or other or said[0] in listed["unnamed"] or said[0] in (*listed["begins"], *listed["denied"])


def _denied(said: str) -> bool:
    """The words up to the mark deny it, or only suppose it."""
    listed = table("en", "theories")
    near = re.split(r"[,;:—]", said[-REACH:])[-1].replace("n't", " not").replace("n’t", " not")
    return bool(any_of((*listed["denied"], *listed["supposed"])).search(near))


def _told(sentence: Sentence, kinds: tuple[str, ...]) -> Iterator[_Mark]:
    """Of each circumstance told without a mark, where it stands, and its words; headlines tell too little."""
    flat = one_line(sentence.text)
    for family in table("en", "theories")["families"].values():
        if not sentence.headline and set(family["of"]) & set(kinds):
            match = any_of(tuple(family["told"])).search(flat)
            if match and not _denied(flat[: match.start()]):
                yield _Mark(*match.span(), match[0], marked=False)


@cache
def families_of(cause: str, kinds: tuple[str, ...]) -> frozenset[str]:
    """Names of the families of causes that some words are of; a broad one only where there is no other."""
    listed = table("en", "theories")["families"].items()
    families = [(name, f) for name, f in listed if not f["of"] or set(f["of"]) & set(kinds)]
    found = {name for name, f in families if any_of((*f["named"], *f["told"])).search(cause)}
    narrow = {name for name, f in families if name in found and not f.get("broad")}
    return frozenset(narrow or found)


def _citation(sentence: Sentence, low: int, high: int) -> Citation:
    start, end = sentence.start + low, sentence.start + high
    return Citation(sentence.article.id, start, end, sentence.article.text[start:end])


def _theory(corpus: Corpus, sentence: Sentence, mark: _Mark, kinds: tuple[str, ...]) -> Theory | None:
    """The theory that a mark tells; without one, told by its whole clause."""
    cite, said = _citation(sentence, mark.low, mark.high), mark.cause
    near = [c for c in sentence.claims if c.cite.span.overlaps(cite.span)]
    clause = min(near, key=lambda c: len(c.cite.exact), default=None)
    families = families_of(said, kinds)
    if not mark.marked:
        if clause and (
            clause.slots.future or (clause.slots.polarity == "no" and not any_of(("no", "not")).search(said))
        ):
            return None
        cite = clause.cite if clause and clause.cite.span.contains(cite.span) else cite
        said, families = cite.exact, families | families_of(cite.exact, kinds)
    who = _who(corpus, clause) if clause else None
    words = re.sub(r'["“”]', "", " ".join(said.split())).strip(QUOTES + ".")
    return Theory(cite.article, cite, words, families, mark.marked, who, one_line(sentence.text))


def _who(corpus: Corpus, clause: Claim) -> str | None:
    """Who says so: of "blamed" its subject, else the clause's speaker."""
    listed = table("en", "causes")
    if clause.slots.predicate in {*listed["blaming"], *listed["attributing"], "put"} and clause.slots.subject:
        known = corpus.entity.get(clause.slots.subject_entity or "")
        return known.name if known else clause.slots.subject
    return clause.holder
