"""Is it so or not: one statement that some affirm and others deny, in two reports or by two speakers of one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from variorum.lang import words
from variorum.model.record import Difference, Verdict
from variorum.reconcile.acts import tokens
from variorum.reconcile.align import MOST_IN_A_BLOCK, Stated, overlap
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.build import asked_of, difference, position, told_by
from variorum.reconcile.differences.denials import same_matter
from variorum.reconcile.differences.denied_clauses import Said

MOST = 8
"""Affirmations of what a denial turns on beyond which its words are too common to be held against anything."""
KIN = 0.15
"""Likeness that an affirmation and a denial must have in the rest of their words, where both tell something more."""

Pair = tuple[Said, Said]


def polarity_differences(corpus: Corpus, clusters: Sequence[Sequence[Stated]]) -> list[Difference]:
    """One difference for each thing that is affirmed and denied."""
    said = [Said(stated) for cluster in clusters for stated in cluster if _tells(stated)]
    having: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        for feature in one.stated.features if one.slots.polarity == "yes" else ():
            having[feature].append(one)
    pairs = [(a, d) for d in said if d.slots.polarity == "no" for a in _affirming(corpus, _near(having, d), d)]
    found = [_row(corpus, group) for group in _grouped(pairs)]
    return list({d.positions: d for d in found}.values())


def _tells(stated: Stated) -> bool:
    """Not of possibilities, nor of the speaker himself."""
    subject = (stated.claim.slots.subject or "").lower()
    return not stated.claim.slots.hedge and subject not in words("en", "events", "speaking", "pronouns")


def _near(having: Mapping[str, Sequence[Said]], denial: Said) -> list[Said]:
    """Affirmations that share a word or a name with a denial, in the order told; what very many say brings up none."""
    found: dict[int, Said] = {}
    for feature in sorted(denial.stated.features):
        claims = having.get(feature, ())
        found |= {id(s): s for s in claims if len(claims) <= MOST_IN_A_BLOCK}
    return sorted(found.values(), key=lambda s: (s.stated.article, s.claim.cite.start, s.claim.cite.end, s.claim.id))


def _affirming(corpus: Corpus, yes: Sequence[Said], denial: Said) -> list[Said]:
    found = [a for a in yes if _apart(a, denial) and not _of_two_selves(a, denial)]
    found = [a for a in found if same_matter(corpus, a, denial)]
    found = [a for a in found if overlap(corpus, a.stated, denial.stated) >= KIN]
    return found if len(found) <= MOST else []


def _apart(a: Said, b: Said) -> bool:
    """Told by two reports, or by two who speak in one."""
    return a.stated.article != b.stated.article or a.claim.holder != b.claim.holder


def _of_two_selves(a: Said, b: Said) -> bool:
    """Each of two speakers says it of himself: "it was informed", "it was not informed"."""
    pronouns = words("en", "acts", "phrase", "pronouns")
    own = all((s.slots.subject or "").lower() in pronouns for s in (a, b))
    return own and bool(a.claim.holder and b.claim.holder) and a.claim.holder != b.claim.holder


def _grouped(pairs: Sequence[Pair]) -> list[list[Pair]]:
    """Pairs that share an affirmation or a denial, together."""
    groups: list[list[Pair]] = []
    for pair in pairs:
        near = [g for g in groups if any(x is y for one in g for x, y in zip(one, pair, strict=True))]
        groups = [g for g in groups if g not in near]
        groups.append([*(p for g in near for p in g), pair])
    return groups


def _row(corpus: Corpus, pairs: Sequence[Pair]) -> Difference:
    sides = [list(dict.fromkeys(s.stated for s in side)) for side in zip(*pairs, strict=True)]
    positions = [position(corpus, asked_of(side[0].claim.cite), [s.claim.cite for s in side]) for side in sides]
    verdict, why = _judge(corpus, pairs, [_who(corpus, side[0]) for side in sides])
    return difference("polarity", f"Is it so: {asked_of(sides[0][0].claim.cite)}?", positions, verdict, why)


def _judge(corpus: Corpus, pairs: Sequence[Pair], who: Sequence[str]) -> tuple[Verdict, str]:
    if all(_not_yet(corpus, a, d) for a, d in pairs):
        return (
            "superseded",
            f"Not so far, by the earlier report ({who[1]}); a later one tells that it is so ({who[0]}).",
        )
    return "conflict", f"Affirmed by {who[0]}, denied by {who[1]}; both cannot be right."


def _not_yet(corpus: Corpus, yes: Said, no: Said) -> bool:
    """Not done so far, in the report of an earlier day: "has not been", "is not yet"."""
    open_ = tokens(no.text) & words("en", "reconcile", "polar", "so_far")
    return bool(open_) and corpus.later([no.stated], [yes.stated])


def _who(corpus: Corpus, stated: Stated) -> str:
    return told_by(corpus, stated.article, stated.claim.holder)
