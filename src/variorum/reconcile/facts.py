"""Aligned claims as rows of the record, and who is silent about them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from variorum.lang import words
from variorum.model.ids import make_id
from variorum.model.record import ClaimStatus, Difference, JoinedClaim, Silence
from variorum.model.text import Citation
from variorum.reconcile.acts import called_off
from variorum.reconcile.align import Stated
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.support import Origins

WHOLE = 5
"""Words from which a clause is read as whole, and not as a fragment."""
FEWEST_CARRIERS = 2
"""A silence is only worth naming about what at least two others carry."""


def joined_claims(
    corpus: Corpus, clusters: Sequence[Sequence[Stated]], differences: Iterable[Difference], origins: Origins
) -> tuple[JoinedClaim, ...]:
    """One row a fact: agreed ones first, by how many tell them, then in the order first told."""
    disputed = [c for d in differences if _is_open(d) for p in d.positions for c in p.evidence]
    rows = [_row(corpus, cluster, disputed, origins) for cluster in clusters]
    return tuple(sorted(rows, key=lambda r: (-r.support.articles, _first(corpus, r))))


def _is_open(row: Difference) -> bool:
    """It leaves open what is so, more likely than not."""
    return row.verdict == "conflict" or (row.verdict == "superseded" and row.kind == "number" and not row.unlikely)


def _first(corpus: Corpus, row: JoinedClaim) -> tuple[int, int, int]:
    cite = row.evidence[0]
    return corpus.rank[cite.article], cite.start, cite.end


def _row(corpus: Corpus, cluster: Sequence[Stated], disputed: Sequence[Citation], origins: Origins) -> JoinedClaim:
    best = min(cluster, key=_rank)
    evidence = corpus.in_order(s.claim.cite for s in cluster)
    holders = [s.claim.holder for s in cluster]
    return JoinedClaim(
        id=make_id("claim", *sorted(s.claim.id for s in cluster)),
        text=" ".join(best.claim.cite.exact.split()),
        slots=best.claim.slots,
        holder=holders[0] if len(set(holders)) == 1 else None,
        status=_status(cluster, evidence, disputed),
        support=origins.of((s.article, s.claim.holder) for s in cluster),
        evidence=evidence,
    )


def _rank(stated: Stated) -> tuple[bool, bool, int, str]:
    """The telling that stands for all: a whole clause, in the outlet's own voice, in the fewest words."""
    found = stated.claim.cite.exact.split()
    openers = words("en", "reconcile", "openers", "words")
    fragment = len(found) < WHOLE or found[0].lower() in openers or found[0].endswith("ing")
    return fragment, stated.claim.holder is not None, len(stated.claim.cite.exact), stated.claim.id


def _status(cluster: Sequence[Stated], evidence: Sequence[Citation], disputed: Sequence[Citation]) -> ClaimStatus:
    if len({s.article for s in cluster}) == 1:
        return "single"
    if len({s.claim.slots.polarity for s in cluster}) > 1 or len({called_off(s.claim) for s in cluster}) > 1:
        return "disputed"
    touched = any(e.overlaps(d) for e in evidence for d in disputed)
    return "disputed" if touched else "agreed"


def silences(corpus: Corpus, claims: Iterable[JoinedClaim]) -> tuple[Silence, ...]:
    """For each claim that at least two articles carry, the articles written late enough to know that do not.

    Late enough: not published before the first that carries it. A report of which only a summary is here is not silent.
    """
    found = []
    for claim in claims:
        carriers = {c.article for c in claim.evidence}
        if len(carriers) < FEWEST_CARRIERS:
            continue
        first = min((day for a in carriers if (day := corpus.article[a].day)), default=None)
        able = (a for a in corpus.articles if a.day and a.id not in carriers and any(p.kind == "body" for p in a.parts))
        silent = [a.id for a in able if first and a.day and a.day >= first]
        if silent:
            found.append(Silence(claim.id, corpus.ordered(silent)))
    return tuple(found)
