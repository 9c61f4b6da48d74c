"""The summary on top of a record: what the reports agree on, in their own words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from variorum.lang import table, words
from variorum.model.ids import make_id
from variorum.model.record import Difference, JoinedClaim, SummaryLine, TimelineEntry
from variorum.model.text import Citation
from variorum.reconcile.align import Stated
from variorum.reconcile.corpus import Corpus

MOST = 10
"""Lines, at most."""
WHOLE = 0.4
"""Share of its sentence that a clause must cover to be read as the sentence."""
LONGEST = 260
"""Characters of a line, at most: a longer sentence tells more than one thing."""
FEWEST = 6
"""Words of a line, at least."""
FALLEN = frozenset({"cancelled", "denied"})
"""Standings of a happening that other reports say is not to be, or was not."""
REPEATED = 0.5
"""Share of a line's words and names that may stand in a line above it."""


def summary(
    corpus: Corpus,
    facts: Iterable[Sequence[Stated]],
    claims: Iterable[JoinedClaim],
    differences: Iterable[Difference],
    entries: Sequence[TimelineEntry],
) -> tuple[SummaryLine, ...]:
    """Up to ten agreed claims, those of the happenings most told first, each in the words of a report that is whole.

    A claim is left out when no report gives it a sentence of its own that others don't dispute, when it repeats a line
    above, and when it is history ("the 1910-45 occupation").
    """
    open_ = [c for d in differences if d.verdict != "compatible" for p in d.positions for c in p.evidence]
    tellings = {make_id("claim", *sorted(s.claim.id for s in fact)): fact for fact in facts}
    agreed = [c for c in claims if c.status == "agreed" and c.id in tellings]
    found: list[SummaryLine] = []
    told: list[frozenset[str]] = []
    happenings = {c.id: [e for e in entries if _tells(c, e)] for c in agreed}
    for claim in sorted(agreed, key=lambda c: _rank(corpus, c, happenings[c.id])):
        if any(e.status in FALLEN for e in happenings[claim.id]):
            continue
        best = _whole(corpus, tellings[claim.id], open_)
        if best is None or any(_share(best.features, other) > REPEATED for other in told):
            continue
        told.append(best.features)
        found.append(SummaryLine(" ".join(best.claim.cite.exact.split()), claim.id, claim.support, _first(claim, best)))
        if len(found) == MOST:
            break
    return tuple(found)


def _tells(claim: JoinedClaim, entry: TimelineEntry) -> bool:
    return not entry.background and any(_touch(a, b) for a in claim.evidence for b in entry.evidence)


def _rank(corpus: Corpus, claim: JoinedClaim, told: Sequence[TimelineEntry]) -> tuple[int, int, int, int, int]:
    cite = claim.evidence[0]
    main = max((e.support.origins for e in told), default=0)
    return -main, -claim.support.origins, -claim.support.articles, corpus.rank[cite.article], cite.start


def _whole(corpus: Corpus, fact: Sequence[Stated], open_: Sequence[Citation]) -> Stated | None:
    """The telling that is a sentence, or nearly: the shortest, in the outlet's own voice if there is one."""
    events: Mapping[str, bool] = {e.id: e.background for _, e in corpus.events}
    able = [
        s for s in fact if _is_whole(s) and not any(_touch(s.claim.cite, c) for c in open_) and not _passing(corpus, s)
    ]
    if not able or any(events.get(e) for s in able for e in s.claim.events):
        return None
    return min(able, key=lambda s: (s.claim.holder is not None, len(s.claim.cite.exact), s.claim.id))


def _passing(corpus: Corpus, stated: Stated) -> bool:
    """Whether it gives a toll, which the next report may have overtaken."""
    tolls = table("en", "reconcile")["asked"]
    inside = (c for c in corpus.claims_of(stated.article) if _touch(c.cite, stated.claim.cite))
    return any(q.of in tolls for c in inside for q in c.slots.quantities)


def _is_whole(stated: Stated) -> bool:
    claim = stated.claim
    told, openers = claim.cite.exact.split(), words("en", "reconcile", "openers", "words")
    starts = claim.cite.start - claim.sentence.start <= 2
    covers = len(claim.cite.exact) >= WHOLE * len(claim.sentence.exact)
    named = bool(claim.entities) and claim.slots.subject is not None
    opens = told[0].lower() not in openers and told[0].lower() not in words("en", "reconcile", "polar", "pronouns")
    rest = claim.sentence.exact[claim.cite.end - claim.sentence.start :].strip()
    ends = not rest or not rest[0].isalnum()
    return starts and covers and ends and named and opens and len(told) >= FEWEST and len(claim.cite.exact) <= LONGEST


def _touch(one: Citation, other: Citation) -> bool:
    return one.article == other.article and one.span.overlaps(other.span)


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))


def _first(claim: JoinedClaim, best: Stated) -> tuple[Citation, ...]:
    """The claim's evidence, the words of the line first."""
    return (best.claim.cite, *(c for c in claim.evidence if c != best.claim.cite))
