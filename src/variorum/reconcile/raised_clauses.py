"""What one clause says of a topic of talks, by the table ``lang/en/raised.toml``."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from variorum.lang import table, words
from variorum.lang.stems import stem
from variorum.model.reading import Claim
from variorum.reconcile.acts import tokens
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.matters import WORD, shape
from variorum.reconcile.noun_phrases import noun_phrase

Answer = Literal["on", "off", "may", "raised", "not_raised"]
LONGEST = 40
"""Characters of a clause that only denies what was asked."""
NEAR = 8
"""Words behind a verb among which the word that goes with it stands."""


def read_clause(corpus: Corpus, claim: Claim) -> tuple[Answer, str, bool] | None:
    """The answer, the words for the topic, and whether it is weak."""
    text, slots = flat(claim.cite.exact), claim.slots
    subject, verb = slots.subject or "", (slots.predicate or "").lower()
    if verb not in _verbs() and not _hints().search(text):
        return None
    if _of_paper(text) or re.search(table("en", "raised")["ahead"]["bound"], text):
        return None
    lead = corpus.article[claim.cite.article].text[claim.sentence.start : claim.cite.start].strip().lower()
    denied = slots.polarity == "no" or re.search(table("en", "raised")["none"]["lead"], lead) is not None
    if (one := _none(text)) and not _in_paper(text, subject):
        phrase, weak = one
        return _answer(claim, text, on=False), phrase, weak
    if standing := _standing(corpus, claim, text, denied=denied):
        return standing
    if subject and _behind(verb, text, "surfacing") is not None:
        return _answer(claim, text, on=not denied), _subject(claim), False
    if spoken := _spoken_of(claim, text, verb, "speaking"):
        if denied and verb == "agree":  # who does not agree may speak of it all the same
            return None
        return _answer(claim, text, on=not denied), spoken, verb == "negotiate" and denied
    if verb in words("en", "raised", "listing", "verbs") and noun_phrase(subject).head in _lists() and slots.object:
        held = claim.cite.exact[max(0, claim.cite.exact.find(slots.object)) :]
        return _answer(claim, text, on=not denied, plan=True), held, False
    if left := _spoken_of(claim, text, verb, "leaving"):
        return _answer(claim, text, on=denied), left, False
    return None


def _standing(corpus: Corpus, claim: Claim, text: str, *, denied: bool) -> tuple[Answer, str, bool] | None:
    """The same, where it is said that a topic is on a list, or off it."""
    if item := _any("stands", "listed").search(text):
        topic = _as_told(claim, item["topic"])[: len(item["topic"])].strip()
        return _answer(claim, text, on=not denied, plan=True), topic, False
    own, subject = _own_words(corpus, claim), claim.slots.subject or ""
    before, behind = _beside(own, subject)
    denied = denied or bool(tokens(before) & words("en", "acts", "none", "within"))
    found = _stands(before or behind, own, denied=denied)
    if found is None:
        return None
    kind, on, weak = found
    topic = _as_told(claim, behind) if before else _subject(claim)
    return _answer(claim, text, on=on, plan=kind != "told"), topic, weak


def _answer(claim: Claim, text: str, *, on: bool, plan: bool | None = None) -> Answer:
    ahead = table("en", "raised")["ahead"]
    if on and re.search(ahead["maybe"], text):
        return "may"
    future = claim.slots.future and not re.search(ahead["over"], text)
    if plan or future or re.search(ahead["words"], text):
        return "on" if on else "off"
    return "raised" if on else "not_raised"


def flat(text: str) -> str:
    """In lower case, apostrophes plain, without quotation marks."""
    plain = text.lower().replace("’", "'").translate(str.maketrans("", "", '"“”'))
    return " ".join(plain.split())


def _in_paper(text: str, subject: str) -> bool:
    """A paper is what speaks, or keeps silent: "the declaration does not mention it"."""
    nouns = words("en", "raised", "paper", "nouns")
    if subject.lower() in words("en", "raised", "paper", "pointing") and shape("mention").search(text):
        return True
    return bool(set(WORD.findall(subject.lower())[-1:]) & nouns) or noun_phrase(subject).head in nouns


def _of_paper(text: str) -> bool:
    """It was said, or left out, in a paper or before the press."""
    nouns = words("en", "raised", "paper", "nouns")
    paper = table("en", "raised")["paper"]
    if re.search(paper["public"], text):
        return True
    return re.search(paper["from"] % "|".join(sorted(nouns)), text) is not None


def begins_with_paper(sentence: str) -> bool:
    """A sentence that begins with a paper: "The joint statement issued after the talks mentions neither"."""
    nouns = "|".join(sorted(words("en", "raised", "paper", "nouns")))
    return re.match(table("en", "raised")["paper"]["first"] % nouns, sentence.lower()) is not None


def _none(text: str) -> tuple[str, bool] | None:
    found = _any("none", "words").search(text)
    return (text[found.end() :], table("en", "raised")["none"]["bargain"] in found[0]) if found else None


def _stands(text: str, whole: str, *, denied: bool) -> tuple[str, bool, bool] | None:
    """What is said of the subject: of talks that are over or of a list of topics; on it or off; whether weakly."""
    over = shape("past").search(text) is not None
    for kind in ("off", "left", "topic", "bargain", "own", "on"):
        if _any("stands", kind).search(whole if kind == "own" else text):
            on = kind in {"topic", "bargain", "on"}
            told = over and kind in {"left", "topic"}
            return ("told" if told else "plan"), on != denied, kind in {"bargain", "own"}
    return None


def _beside(text: str, subject: str) -> tuple[str, str]:
    """What stands before a clause's verb where the topic comes last ("Not on the agenda is the toll"), and behind it.

    Else nothing, and what stands behind the subject, or behind the pronoun that a relative clause has for it.
    """
    turned = shape("turned").match(text)
    if turned and (not subject or turned["topic"].startswith(flat(subject))):
        return turned["before"], turned["topic"]
    if not subject:
        return "", ""
    relative = shape("pronoun").match(text)
    return "", text[relative.end() :] if relative and flat(subject) not in text else text.partition(flat(subject))[2]


def _own_words(corpus: Corpus, claim: Claim) -> str:
    """A clause without those within it that are of other subjects: "sources told us of a base"."""
    near = (c for c in corpus.claims_of(claim.cite.article) if c.sentence == claim.sentence and c.cite != claim.cite)
    within = [c.cite for c in near if claim.cite.span.contains(c.cite.span) and c.slots.subject != claim.slots.subject]
    start, said = claim.cite.start, claim.cite.exact
    return flat("".join(c for n, c in enumerate(said, start) if not any(w.start <= n < w.end for w in within)))


def _subject(claim: Claim) -> str:
    """The clause's words up to its verb: a slot may hold only the first of several that are joined."""
    said, subject = claim.cite.exact, claim.slots.subject or ""
    at = said.find(subject)
    if at < 0 or not subject:
        return subject
    end = shape("verb").search(said, at + len(subject))
    return said[at : end.start()] if end else subject


def _in_talks(verb: str, sentence: str) -> bool:
    """Some verbs tell of talks only where the sentence does: "addressed", "avoided", "left out"."""
    return verb not in words("en", "raised", "speaking", "lean") or _tells_of_talks(sentence)


def _tells_of_talks(sentence: str) -> bool:
    """Talks, or a matter of theirs, stand in the sentence."""
    talks = words("en", "agenda", "conferring", "nouns") | words("en", "agenda", "gatherings", "nouns")
    nouns = {w.removesuffix("s") for w in talks | words("en", "agenda", "pointing", "nouns")}
    return any(w.removesuffix("s") in nouns for w in WORD.findall(sentence.lower()))


def _behind(verb: str, text: str, kind: str) -> str | None:
    """What stands behind a listed verb and the word that goes with it; None where the verb is not listed or bare of it.

    A particle may stand behind what is spoken of ("brought the matter up"); then that is what stands between.
    """
    listed = table("en", "raised")[kind]
    said = text.split()
    forms = table("en", "raised")["forms"]
    at = next((n for n, w in enumerate(said) if stem(forms.get(w, w).strip(",.;:")) == stem(verb)), None)
    if at is None:
        return None
    rest = said[at + 1 :]
    for word in listed["with"].get(verb, ()):
        parts = word.split()
        for n in range(min(NEAR, len(rest))):
            if rest[n : n + len(parts)] == parts:
                moved = word in words("en", "raised", "speaking", "particles")
                return " ".join(rest[:n] + rest[n + len(parts) :] if moved else rest[n + len(parts) :])
    rest = rest[1:] if rest[:1] and rest[0] in words("en", "raised", "speaking", "particles") else rest
    return " ".join(rest) if verb in listed["bare"] else None


def _spoken_of(claim: Claim, text: str, verb: str, kind: str) -> str | None:
    """The words for what somebody speaks of: of a passive the subject, else what stands behind the verb."""
    slots = claim.slots
    behind = _behind(verb, text, kind)
    if behind is None or shape("amount").search(text) or not _in_talks(verb, claim.sentence.exact):
        return None
    if verb == "raise" and stem(slots.theme or "") in _lifted():
        return None
    acted = slots.subject and slots.theme and stem(slots.theme) == noun_phrase(slots.subject).head
    if slots.subject and (acted or slots.ascribed):
        return _subject(claim)
    if (
        not behind
        or _in_paper(text, slots.subject or "")
        or not _in_company(verb, claim)
        or not _noun_for_matter(verb, behind)
        or re.search(table("en", "raised")["before"]["since"], behind)
        or not _talks(verb, slots.subject or "")
        or noun_phrase(behind).head in _gatherings()
    ):
        return None
    return _as_told(claim, behind)


def _as_told(claim: Claim, flattened: str) -> str:
    """The end of a clause in its report's own letters."""
    first = r"\W+".join(map(re.escape, WORD.findall(flattened)[:3]))
    found = re.search(rf"\b{first}\b", claim.cite.exact, re.IGNORECASE)
    return claim.cite.exact[found.start() :] if found else flattened


def _talks(verb: str, subject: str) -> bool:
    """Of some verbs only talks, or those who talk, are the subject: "the scheme covers ten islands"."""
    if verb not in words("en", "raised", "speaking", "talks"):
        return True
    listed = table("en", "agenda")
    talks = {*listed["gatherings"]["nouns"], *listed["conferring"]["nouns"], *listed["people"]["nouns"]}
    talks |= {*listed["people"]["several"], *table("en", "raised")["shape"]["speakers"]}
    named = subject[:1].isupper() and not subject.startswith(("The ", "A "))
    said = {w.lower().removesuffix("s") for w in WORD.findall(subject)}
    return not subject or named or bool(said & {w.removesuffix("s") for w in talks})


def _in_company(verb: str, claim: Claim) -> bool:
    """Several speak, or the sentence tells of talks: "he did not mention it" may be of any speech."""
    if verb not in words("en", "raised", "speaking", "alone"):
        return True
    said = {w.lower() for w in WORD.findall(claim.slots.subject or "")}
    return bool(said & words("en", "raised", "speaking", "several")) or _tells_of_talks(claim.sentence.exact)


def _noun_for_matter(verb: str, behind: str) -> bool:
    """Some verbs want a noun for a matter behind them: "put the question of the toll"."""
    listed = words("en", "raised", "empty", "words")
    return verb not in words("en", "raised", "speaking", "noun") or bool({*behind.split()[:3]} & listed)


@cache
def _gatherings() -> frozenset[str]:
    """Stems of what is held or left out, and no topic: "avoided a meeting"."""
    listed = words("en", "agenda", "gatherings", "nouns") | words("en", "agenda", "conferring", "nouns")
    return frozenset(map(stem, listed))


@cache
def _any(name: str, key: str) -> re.Pattern[str]:
    """One pattern for a list of them."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in table("en", "raised")[name][key]))


@cache
def _hints() -> re.Pattern[str]:
    """What a clause says that says something of a topic by other words than its verb."""
    listed = [p for row in ("stands", "none") for p in table("en", "raised")[row].values() if isinstance(p, list)]
    return re.compile("|".join(f"(?:{pattern})" for patterns in listed for pattern in patterns))


@cache
def _verbs() -> frozenset[str]:
    rows = [table("en", "raised")[kind] for kind in ("speaking", "surfacing", "leaving")]
    found = {verb for row in rows for verb in (*row["bare"], *row["with"])}
    return frozenset(found) | words("en", "raised", "listing", "verbs")


@cache
def _lifted() -> frozenset[str]:
    return frozenset(stem(w) for w in words("en", "raised", "lifted", "nouns"))


@cache
def _lists() -> frozenset[str]:
    return frozenset(stem(w) for w in words("en", "raised", "listing", "nouns"))


def asked_of(corpus: Corpus, claim: Claim) -> Claim | None:
    """What was asked, where the clause only denies it: "asked whether it had come up, he said it had not"."""
    before = table("en", "raised")["before"]
    if len(claim.cite.exact) > LONGEST or not re.search(before["bare"], flat(claim.cite.exact)):
        return None
    text, at = corpus.article[claim.cite.article].text, claim.sentence.start
    earlier = [c for c in corpus.claims_of(claim.cite.article) if at <= c.cite.start and c.cite.end <= claim.cite.start]
    return next((c for c in earlier if re.search(before["asking"], text[at : c.cite.start].strip().lower())), None)
