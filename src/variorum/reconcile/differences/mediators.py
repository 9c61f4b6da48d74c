"""Who brought a deal about, where reports name other mediators; why a thing was not done, where a reason is denied."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from variorum.lang import table
from variorum.lang.stems import stem
from variorum.model.reading import Claim
from variorum.model.record import Difference
from variorum.model.text import Citation
from variorum.reconcile.accusations import bodies_in, countries_in, doer_in, done
from variorum.reconcile.acts import says, tokens
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.voices import voices_differ


@dataclass(frozen=True)
class _Said:
    """What one report, or somebody in it, says: of the parties that mediated, or of a reason."""

    cite: Citation
    words: str
    who: str | None
    parties: frozenset[str] = frozenset()


def mediator_differences(corpus: Corpus) -> list[Difference]:
    """One conflict where reports name other mediators of the story's deal, or leave one out."""
    found = list(_mediations(corpus))
    groups = [[m for m in found if m.parties == p] for p in dict.fromkeys(m.parties for m in found)]
    if len(groups) < 2 or len({(m.cite.article, m.who) for m in found}) < 2:
        return []
    why = "The reports name other mediators, or leave one out ({})."
    return [voices_differ(corpus, table("en", "accusations")["mediation"]["question"], groups, ("conflict", why))]


def _mediations(corpus: Corpus) -> Iterator[_Said]:
    """Every sentence that tells who mediated, in order; none that tells of another deal, or another year's."""
    listed = table("en", "accusations")["mediation"]
    for sentence in corpus.sentences.claimed:
        if sentence.past or tokens(sentence.text) & set(listed["another"]):
            continue
        for low, high, words in _mediators(sentence.text):
            cite = sentence.cite(low, high)
            parties = frozenset((*countries_in(words), *_lone_bodies(corpus, words)))
            clause = next((c for c in sentence.claims if c.cite.span.overlaps(cite.span)), None)
            if parties and clause and clause.slots.polarity == "yes":
                yield _Said(cite, words, clause.holder, parties)
                break


def _mediators(flat: str) -> Iterator[tuple[int, int, str]]:
    """Where a sentence tells who mediated, and the words for them."""
    listed = table("en", "accusations")["mediation"]
    thing = rf"(?:{'|'.join(listed['things'])})"
    for line in listed["did"]:
        if match := next(done(line.replace("T", thing), flat), None):
            before = not line.endswith("X")
            low, high = doer_in(flat, *match.span("x"), True) if before else match.span("x")
            yield (low if before else match.start()), max(high, match.end()), flat[low:high].strip()


def _lone_bodies(corpus: Corpus, words: str) -> list[str]:
    """Bodies named there that are of none of the countries named there."""
    return [b for b in bodies_in(corpus, words) if corpus.entity[b].country not in countries_in(words)]


def reason_differences(corpus: Corpus) -> list[Difference]:
    """A conflict for each reason for not doing a thing that one report gives and another denies."""
    given = [r for _, c in corpus.claims for r in _reasons(c, denied=False)]
    denied = [r for _, c in corpus.claims for r in _reasons(c, denied=True)]
    rows = []
    for no in denied:
        yes = [r for r in given if _one_reason(r, no)]
        if yes:
            denies = _Said(no.cite, f"not {no.words}", no.who)
            why = "A reason is given, and denied ({}); both cannot be right."
            rows.append(voices_differ(corpus, f"Was {yes[0].words} the reason?", [yes, [denies]], ("conflict", why)))
    return rows


def _reasons(claim: Claim, *, denied: bool) -> Iterator[_Said]:
    """The reason that a clause gives, or denies, for what was not done."""
    listed = table("en", "accusations")["reasons"]
    if not says(claim, listed["verbs"]) or claim.slots.future:
        return
    said = " ".join(claim.cite.exact.split())
    marks = "|".join(listed["not_for" if denied else "for"])
    for match in re.finditer(rf"\b(?<!not )(?:{marks}) ([^,;.]+)", said, re.I):
        for_how_long = match[0].lower().startswith("for ") and match[1].split()[0].lower() in listed["no_reason"]
        if not for_how_long:
            yield _Said(claim.cite, match[1].strip(), claim.holder)


def _one_reason(yes: _Said, no: _Said) -> bool:
    """Two voices, and the reason denied is told in words of the reason given."""
    one, two = ({stem(w) for w in tokens(r.words) if len(w) > 3} for r in (yes, no))
    return (yes.cite.article != no.cite.article or yes.who != no.who) and bool(two) and two <= one
