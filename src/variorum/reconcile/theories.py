"""What reports say caused the disaster that their story is about, by the table ``lang/en/theories.toml``.

A newsroom tells a cause in two ways: it marks it ("blamed a broken rail", "pointed to a valve"), or it tells, of a
disaster, one of the few circumstances that are told because they may be its cause ("the train was going too fast").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from variorum.lang import table, words
from variorum.model.reading import Claim
from variorum.model.text import Citation
from variorum.reconcile.acts import says, tokens
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.disasters import any_of, sentences
from variorum.reconcile.sentences import Sentence

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
    for sentence in sentences(corpus):
        told = [_theory(corpus, sentence, mark, kinds) for mark in (*_marked(sentence, kinds), *_told(sentence, kinds))]
        found += [t for n, t in enumerate(told) if t and not _again(t, told[:n])]
    given = _given(found, kinds)
    return [t for t in found if not t.families & given]


def _given(found: list[Theory], kinds: tuple[str, ...]) -> frozenset[str]:
    """Families of causes that nobody disputes of these disasters."""
    rows = [row for kind in kinds if (row := table("en", "theories")["given"].get(kind))]
    marked = {f for t in found if t.marked for f in t.families}
    return frozenset(row["family"] for row in rows if marked.isdisjoint(row["unless"]))


def open_cause(corpus: Corpus) -> list[tuple[str, Citation]]:
    """Where reports say that the cause is not known, with their articles."""
    asked = re.compile("|".join(table("en", "theories")["open"]), re.I)
    said = [(s, match) for s in sentences(corpus) if (match := asked.search(s.text))]
    return [(s.article, s.cite(*match.span())) for s, match in said]


def _again(theory: Theory, before: list[Theory | None]) -> bool:
    """The sentence has told it already."""
    return any(t and (t.cite.span.overlaps(theory.cite.span) or theory.families <= t.families) for t in before)


def _listed(key: str) -> str:
    return "|".join(sorted(table("en", "theories")[key], key=len, reverse=True))


@cache
def _happened(kinds: tuple[str, ...]) -> str:
    """Words for what happened: a kind's own, or general ones."""
    listed = table("en", "theories")
    return "|".join([*listed["general"], *(form for kind in kinds for form in listed["disasters"][kind])])


BEHIND = r"(?P<x>[^,;:.!?()–—]{3,110})"
"""The words behind a mark."""
BEFORE = r"(?P<x>[^,;:.!?()–—]{3,90}?)"
"""The words before one."""


@dataclass(frozen=True)
class _Pattern:
    """How a cause is marked: the expression, which side of the mark its words are on, and what else must hold of them.

    Attributes:
        needs: "family", "either" or "": see the table's ``marks``.
        clause: what stands behind it is a clause.
    """

    says: re.Pattern[str]
    before: bool
    needs: str
    clause: bool


@cache
def _patterns(kinds: tuple[str, ...], headline: bool) -> tuple[_Pattern, ...]:
    """How a cause of disasters of these kinds is marked."""
    return tuple(
        _Pattern(
            says=_expression(row["says"], kinds, headline),
            before=row["says"].startswith("<before>"),
            needs=row.get("needs", ""),
            clause=row.get("clause", False),
        )
        for row in table("en", "theories")["marks"]
    )


@cache
def _expression(template: str, kinds: tuple[str, ...], headline: bool = False) -> re.Pattern[str]:
    """An expression of the table, each <name> in it filled in; in a headline "blame" stands for "blamed"."""
    own = {"happened": _happened(kinds), "before": BEFORE, "behind": BEHIND}
    if headline:
        own["blames"] = "|".join((_listed("blames"), _listed("blame")))

    def filled(text: str) -> str:
        return re.sub(r"(?<!\?P)<([a-z_]+)>", lambda m: own.get(m[1]) or part(m[1]), text)

    def part(name: str) -> str:
        value = table("en", "theories")[name]
        return filled(value) if isinstance(value, str) else _listed(name)

    return re.compile(filled(template), re.I)


def _one_of(name: str, kinds: tuple[str, ...]) -> re.Pattern[str]:
    """One of the table's expressions, by its name."""
    return _expression(table("en", "theories")[name], kinds)


def _marked(sentence: Sentence, kinds: tuple[str, ...]) -> Iterator[_Mark]:
    """Of each marked cause, where the telling words begin and end, and the cause."""
    flat = sentence.text
    for pattern in _patterns(kinds, sentence.headline):
        for match in pattern.says.finditer(flat):
            low, high = _narrowed(flat, match, pattern, kinds)
            cause = flat[low:high].strip(QUOTES)
            told = flat[: match.end() if pattern.before else low]
            if len(cause) < LEAST or _unnamed(cause, pattern.before) or _denied(told):
                continue
            if _bears(pattern, flat, cause, flat[high:], kinds):
                start, end = (low, match.end()) if pattern.before else (match.start(), high)
                yield _Mark(start, end, cause, marked=True)


def _bears(pattern: _Pattern, flat: str, cause: str, behind: str, kinds: tuple[str, ...]) -> bool:
    """What the mark needs of the words for the cause holds."""
    if not pattern.needs or (pattern.needs == "family" and families_of(cause, kinds)):
        return True
    happened = _expression(r"\b(?:<happened>)\b", kinds)
    either = families_of(cause, kinds) or happened.search(flat.replace(cause, ""))
    return pattern.needs == "either" and bool(either) and not _for_another(behind, kinds)


def _for_another(behind: str, kinds: tuple[str, ...]) -> bool:
    """Blamed for something that is not the disaster."""
    found = _one_of("for_another", kinds).match(behind)
    return found is not None and not _expression(r"\b(?:<happened>)\b", kinds).search(found["thing"])


def _narrowed(flat: str, match: re.Match[str], mark: _Pattern, kinds: tuple[str, ...]) -> tuple[int, int]:
    """The words for a cause without what is told beside it."""
    low, high = match.span("x")
    cause = flat[low:high]
    if mark.before:
        cut = list(re.finditer(rf"\b(?:{_listed('begins')})\b ", cause, re.I))
        return low + (cut[-1].end() if cut else 0), high
    ends = [_one_of("for_effect", kinds)]
    if mark.clause or " that " not in cause:
        ends.append(re.compile(rf"\s(?:{_listed('clause_ends' if mark.clause else 'ends')})\b", re.I))
    found = [m.start() for end in ends if (m := end.search(cause))]
    if not mark.clause and (verb := re.search(table("en", "theories")["past_tense"], cause)):
        found.append(verb.end("name") if verb["name"] else verb.start())
    return low, low + min([*found, len(cause)])


def _unnamed(cause: str, before: bool) -> bool:
    """The words leave it open what the cause is."""
    listed, said = table("en", "theories"), cause.lower().split()
    open_end = before and bool(re.search(rf"\b(?:{_listed('open_ended')})$", cause, re.I))
    other = any(w in cause.lower() for w in listed["unnamed"] if " " in w)
    return open_end or other or said[0] in listed["unnamed"] or said[0] in (*listed["begins"], *listed["denied"])


def _denied(said: str) -> bool:
    """The words up to the mark deny it, or only suppose it."""
    listed = table("en", "theories")
    near = re.split(listed["apart"], said[-REACH:])[-1].replace("n't", " not").replace("n’t", " not")
    return bool(any_of((*listed["denied"], *listed["supposed"])).search(near))


def _told(sentence: Sentence, kinds: tuple[str, ...]) -> Iterator[_Mark]:
    """Of each circumstance told without a mark, where it stands, and its words; headlines tell too little."""
    flat = sentence.text
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


def _theory(corpus: Corpus, sentence: Sentence, mark: _Mark, kinds: tuple[str, ...]) -> Theory | None:
    """The theory that a mark tells; without one, told by its whole clause."""
    cite, said = sentence.cite(mark.low, mark.high), mark.cause
    clause = None if sentence.headline else sentence.meeting(mark.low, mark.high)
    families = families_of(said, kinds)
    if not mark.marked:
        denies = clause is not None and clause.slots.polarity == "no" and not tokens(said) & _denials()
        if clause and (clause.slots.future or denies):
            return None
        cite = clause.cite if clause and clause.cite.span.contains(cite.span) else cite
        said, families = cite.exact, families | families_of(cite.exact, kinds)
    who = _who(corpus, clause) if clause else None
    bare = re.sub(r'["“”]', "", " ".join(said.split())).strip(QUOTES + ".")
    return Theory(cite.article, cite, bare, families, mark.marked, who, sentence.text)


def _denials() -> frozenset[str]:
    """Words that may deny within a circumstance: "no lights", "not working"."""
    return words("en", "acts", "none", "within")


def _who(corpus: Corpus, clause: Claim) -> str | None:
    """Who says so: of "blamed" its subject, else the clause's speaker."""
    listed = table("en", "causes")
    if clause.slots.subject and says(clause, (*listed["blaming"], *listed["attributing"])):
        known = corpus.entity.get(clause.slots.subject_entity or "")
        return known.name if known else clause.slots.subject
    return clause.holder
