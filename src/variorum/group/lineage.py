"""Who carries whose text, by credits and by the shared passages themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from variorum.group.credits import carried, credit_words, own_agency
from variorum.group.direction import in_order, taker
from variorum.group.pairs import Comparisons, Pair, PairReader
from variorum.group.rewrites import rewrites
from variorum.group.sharing import Sharing, passages
from variorum.lang.agencies import name_key
from variorum.model.article import Article
from variorum.model.story import Lineage, Relation

SOME = 0.25
"""The share of either's words within shared passages that counts for reports known to be of one descent."""


@dataclass(frozen=True, slots=True)
class Kinship:
    """How two reports that share less than half are known to be of one descent, and whether they are edited copies."""

    known: str
    edited: bool


def find_lineage(articles: Sequence[Article], known: Comparisons | None = None) -> tuple[Lineage, ...]:
    """Which article carries, copies, edits, shares or rewrites whose text.

    The order of the articles has no influence. Each pair has at most one link by shared text, and an article one more
    for each agency it credits whose own report is not here, and for each outlet it names as its source.

    Coverage of a link is the share of the article's own words; of an update that takes in a short first report it is
    small though the relation is ``edits``, and the reason says how much of the other stands in it.

    Args:
        articles: the articles.
        known: what texts were found to share before, which is not looked for again; what is found now is added to it.

    Returns:
        Links sorted by article (publication, then id), other, relation.
    """
    ordered = in_order(articles)
    reader = PairReader(ordered, known)
    shared = reader.shared()
    kin = _kin(reader, shared)
    links = [_link(reader, pair, found, kin.get(pair)) for pair, found in sorted(shared.items())]
    here = {(k.article, k.agency) for k in links if k.relation == "carries"}
    links += [link for article in ordered for link in _credited(article) if (article.id, link.agency) not in here]
    links += rewrites(reader, {frozenset((k.article, k.other)) for k in links if k.other})
    place = {a.id: n for n, a in enumerate(ordered)}
    return tuple(
        sorted(links, key=lambda k: (place[k.article], place.get(k.other or "", -1), k.relation, k.agency or ""))
    )


def _kin(reader: PairReader, shared: Mapping[Pair, Sharing]) -> dict[Pair, Kinship]:
    """Of the pairs that share less than half, those known to be of one descent, with how it is known.

    Two carriers of one agency each cut its report in their own way, and so do two copies of a third report: what is
    left in both may be less than half of either.
    """
    takes_from: dict[int, set[int]] = {}
    for (i, j), found in shared.items():
        if found.most:
            takes_from.setdefault(i, set()).add(j)
            takes_from.setdefault(j, set()).add(i)
    out = {}
    for (i, j), found in shared.items():
        if found.most or found.within < SOME:
            continue
        left, right = reader.articles[i], reader.articles[j]
        agencies = {name_key(a): a for a in carried(left)}
        common = sorted(agencies[k] for k in agencies.keys() & {name_key(a) for a in carried(right)})
        third = takes_from.get(i, set()) & takes_from.get(j, set())
        if third:
            known = f"both have most of their text in common with {reader.articles[min(third)].id}"
            # Rows of eight words tell how much of clean text is shared; of worn text, every dropped word breaks eight.
            out[i, j] = Kinship(known, found.worn)
        elif common:
            out[i, j] = Kinship(f"both are credited to {common[0]}", False)
    return out


def _link(reader: PairReader, pair: Pair, found: Sharing, kinship: Kinship | None) -> Lineage:
    """The link between two reports that share text, from the one that has it to the one it is from."""
    left, right = (reader.articles[n] for n in pair)
    bodies = reader.body(pair[0]), reader.body(pair[1])
    forward, why = taker(left, right, (len(bodies[0]), len(bodies[1])))
    cites = passages(left, right, bodies, found.blocks)
    if forward:
        article, other, coverage, back = left, right, found.left, found.right
    else:
        article, other, coverage, back = right, left, found.right, found.left
        cites = tuple(c for a, b in zip(cites[::2], cites[1::2], strict=True) for c in (b, a))
    agency, relation = _relation(article, other, found)
    if kinship:
        relation, why = "edits" if kinship.edited else relation, f"{kinship.known}; {why}"
    reason = f"{_amount(len(found.blocks), coverage, back)}; {why}"
    if agency and relation == "carries":
        reason = f"credits {agency}, whose own report is here; {_amount(len(found.blocks), coverage, back)}"
    elif agency:
        reason += f"; the text is credited to {agency}"
    return Lineage(article.id, other.id, agency, relation, round(coverage, 4), cites, reason)


def _relation(article: Article, other: Article, found: Sharing) -> tuple[str | None, Relation]:
    """The agency whose text it is, and the relation."""
    credit = {name_key(a): a for a in carried(article)}
    own = own_agency(other)
    if found.most and own in credit:
        return credit[own], "carries"
    theirs = {name_key(a): a for a in carried(other)}
    agencies = sorted(credit[k] for k in credit.keys() & theirs.keys())
    if not agencies and found.most and not credit:
        agencies = sorted(theirs.values())
    relation: Relation = "copies" if found.whole else "edits" if found.most else "shares"
    return (agencies[0] if agencies else None), relation


def _amount(count: int, coverage: float, back: float) -> str:
    many = f"{count} passages" if count > 1 else "one passage"
    return f"{coverage:.0%} of its words stand in the other, and {back:.0%} of the other's in it, in {many}"


def _credited(article: Article) -> Iterator[Lineage]:
    """A link to each agency that the article credits."""
    for agency in carried(article):
        cite = credit_words(article, agency)
        reason = f"credits {agency}" + (f": “{cite[0].exact}”" if cite else "")
        yield Lineage(article.id, None, agency, "carries", None, cite, reason)
