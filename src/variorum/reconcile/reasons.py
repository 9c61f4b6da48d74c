"""Why something was called off, put off or left, as reports give it: by the table ``lang/en/reasons.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from variorum.lang import table
from variorum.lang.stems import sense, stem
from variorum.model.reading import Claim
from variorum.model.text import Citation
from variorum.reconcile.acts import tokens
from variorum.reconcile.ledger_words import meanings
from variorum.reconcile.noun_phrases import noun_phrase
from variorum.reconcile.sentences import Sentence, Sentences

REACH = 130
"""Characters between an act and the mark of its reason."""
END = r"[^,;:.!?()–—“”\"]"
SHORT = 2
"""Characters that the words for a reason have more than."""
BACK = 2
"""Sentences to which "the change" may point back."""


@dataclass(frozen=True)
class Reason:
    """Why an act was done, as one report, or somebody in it, says.

    Attributes:
        act: name of the list of words for the act.
        words: the reason, in the report's words.
        told: the words for the act before it; empty where they stand elsewhere.
        kinds: names of the kinds of reason that those words are of.
        strong: marked as the reason, and not only as what came before.
        heads: meanings of the noun of what was called off; none where it is told of before.
        does: meaning of the noun for who did it, where that is told by no name.
        about: words of the sentence, and of those it points back to.
    """

    act: str
    cite: Citation
    words: str
    told: str
    kinds: frozenset[str]
    strong: bool
    who: str | None
    heads: frozenset[str]
    does: frozenset[str]
    about: frozenset[str]
    hedged: bool


def reasons(story: Sentences) -> list[Reason]:
    """Every reason that the story's sentences give, in order; none of another year."""
    found = []
    for sentence in story.claimed:
        if not sentence.past:
            found += [r for r in _of(story, sentence) if r]
    return found


@dataclass(frozen=True)
class _Given:
    """Where a sentence gives a reason.

    Attributes:
        low, high: from where to where it tells act and reason.
        words: the reason.
        at: a character of the clause that tells the act, or gives the reason for one told before.
        mark: the words before the reason.
        strong: marked as the reason.
        back: sentences before this one in which the act is told; 0 where it is told here.
    """

    act: str
    low: int
    high: int
    words: str
    at: int
    mark: str
    strong: bool
    back: int = 0


def _of(story: Sentences, sentence: Sentence) -> Iterator[Reason | None]:
    hints = table("en", "reasons")["hints"]
    if not (sentence.has_any(hints["marks"]) and sentence.has_any(hints["acts"])):
        return
    told = False
    for act, forms in table("en", "reasons")["acts"].items():
        if given := _beside(sentence.text, act, tuple(forms)):
            told = True
            yield _reason(story, sentence, given)
    if told:
        return
    for pattern, within in (*((p, BACK) for p in _of_it()), *((p, 1) for p in _next())):
        if match := pattern.search(sentence.text):
            if act := _told_before(story, sentence, within):
                words = re.sub(r"^that ", "", match["x"])
                yield _reason(story, sentence, _Given(act, *match.span(), words, match.end() - 2, "", True, within))
            return


def _told_before(story: Sentences, sentence: Sentence, within: int) -> str | None:
    """The act that a sentence right before tells of; of "the cancellation", the act named."""
    for s in (sentence, *reversed(story.before(sentence, within))):
        for act, forms in table("en", "reasons")["acts"].items():
            if _acting(tuple(forms)).search(s.text):
                return str(act)
    return None


@cache
def _acting(forms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join((*forms, *table('en', 'reasons')['unfulfilled']))})\b", re.I)


@cache
def _any(forms: tuple[str, ...]) -> str:
    return "|".join(forms)


def _beside(text: str, name: str, forms: tuple[str, ...]) -> _Given | None:
    """The reason that stands in the sentence of the act: behind it, or before it at the sentence's head."""
    for act in _act(forms).finditer(text):
        for pattern, strong, ahead in _patterns():
            match = pattern.match(text[: act.start()]) if ahead else pattern.match(text, act.end())
            if match and len(said := match["x"].strip()) > SHORT and not _no_reason(match):
                low, high = (0, act.end()) if ahead else (act.start(), match.end())
                return _Given(name, low, high, said, act.start(), match.groupdict().get("mark") or "", strong)
    return None


@cache
def _act(forms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any(forms)})\b", re.I)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], bool, bool], ...]:
    """How a reason is marked, whether as such, and whether it stands ahead of its act; strong marks first."""
    listed = table("en", "reasons")
    strong, because, weak = (_any(tuple(listed["marks"][k])) for k in ("strong", "because", "weak"))
    far = rf"[^.;!?]{{0,{REACH}}}?\b"
    rows = [
        *((rf"{far}{line}", True, False) for line in listed["named"]["lines"]),
        (rf"{far}(?P<mark>{strong}) (?P<x>{END}{{3,90}})", True, False),
        (rf"(?P<mark>{strong}) (?P<x>{END}{{3,90}}), [^.;]{{0,{REACH}}}$", True, True),
        (rf"{far}(?P<mark>{because}) (?P<x>{END}{{3,90}})", True, False),
        (rf"{far}(?P<mark>{weak}) (?P<x>{END}{{3,90}})", False, False),
    ]
    return tuple((re.compile(r, re.I), s, a) for r, s, a in rows)


def _no_reason(match: re.Match[str]) -> bool:
    """Whether no reason is given: "over the weekend", "due to open"."""
    listed = table("en", "reasons")
    mark = (match.groupdict().get("mark") or "").lower()
    said = match["x"].lower()
    if mark == "due to" and said.split()[0] in listed["plans"]:
        return True
    opens = re.match(rf"(?:{_any(tuple(listed['no_reason']['first']))})\b", said)
    return mark in {"over", "given", "out of", "saying", "since"} and opens is not None


@cache
def _of_it() -> tuple[re.Pattern[str], ...]:
    listed = table("en", "reasons")
    again = f"(?:{_any(tuple(listed['again']))})"
    return tuple(re.compile(rf"\b{line.replace('AGAIN', again)}", re.I) for line in listed["named"]["of_it"])


@cache
def _next() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"\b{line}", re.I) for line in table("en", "reasons")["named"]["next"])


def _reason(story: Sentences, sentence: Sentence, given: _Given) -> Reason | None:
    clause = sentence.clause_at(given.at, given.at + 1)
    told = sentence.text[given.at : given.high]
    if clause is None or (clause.slots.polarity == "no" and not re.search(r"\bnot\b|n['’]t", told)):
        return None
    kinds = kinds_of(given.words) or kinds_of(given.mark)
    if not given.strong and not kinds:
        return None
    slots = clause.slots
    doer = "" if slots.subject_entity else noun_phrase(slots.subject or "").head
    own = {h for h in (noun_phrase(slots.theme or "").head, doer) if h and h not in _vague()}
    heads = frozenset(sense(h) for h in own) if not given.back else frozenset[str]()
    does = frozenset({sense(doer)}) if slots.theme and doer and slots.ascribed is None else frozenset[str]()
    about = sentence.bag - meanings(given.words)
    if heads <= _light():
        about |= frozenset(t for s in story.before(sentence, BACK) for t in s.bag)
    last = sentence.clause_at(given.high - 2, given.high - 1)
    who = clause.holder or (last.holder if last else None) or (slots.subject if given.back else None)
    cite = sentence.cite(given.low, given.high)
    asked = _before_mark(sentence, clause, given)
    return Reason(given.act, cite, given.words, asked, kinds, given.strong, who, heads, does, about, bool(slots.hedge))


def _before_mark(sentence: Sentence, clause: Claim, given: _Given) -> str:
    """The clause's words up to the reason's mark; none where the act is told elsewhere, or behind its reason."""
    if given.back or given.at > given.low:
        return ""
    begin = min(sentence.index(clause.cite.start), given.low)
    said = sentence.text[begin : sentence.text.find(given.words, given.low)].strip()
    mark = re.escape(given.mark) if given.mark else "for|on|at"
    return re.sub(rf",?\s(?:{mark})$", "", said)


@cache
def _vague() -> frozenset[str]:
    """Stems of nouns that only point back to what was told."""
    return frozenset(stem(w) for w in table("en", "reasons")["pointing"])


@cache
def _light() -> frozenset[str]:
    """Meanings of nouns of which a story has several."""
    return frozenset(sense(w) for w in table("en", "reasons")["several"])


@cache
def kinds_of(said: str) -> frozenset[str]:
    """Names of the kinds of reason that words are of."""
    own = tokens(said)
    return frozenset(name for name, line in _kinds().items() if own & line)


@cache
def _kinds() -> dict[str, frozenset[str]]:
    rows: dict[str, str] = table("en", "reasons")["kinds"]
    return {
        name: frozenset(f for w in line.split() for f in ((w[:-2], w[:-2] + "s") if w.endswith("?") else (w,)))
        for name, line in rows.items()
    }
