"""Who carries whose text, by credits and by the shared passages themselves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import lru_cache

from variorum.group.alignment import Index, align, index_of
from variorum.group.credits import carried, named_sources, own_agency
from variorum.group.fingerprints import Vocabulary, body_hashes, candidate_pairs, fingerprints
from variorum.group.forest import components
from variorum.group.sharing import EVIDENCE, Sharing, passages, sharing
from variorum.group.words import Body, body_of, body_paragraphs
from variorum.lang.agencies import is_agency, name_key
from variorum.model.article import Article
from variorum.model.story import Lineage, Relation
from variorum.model.text import Citation

CLOSURE = 256
"""In a circle of up to so many copies each is held against each; in a larger one, only those the index paired."""


def find_lineage(articles: Sequence[Article]) -> tuple[Lineage, ...]:
    """Which article carries, copies, edits, shares or rewrites whose text.

    The order of the articles has no influence. Each pair has at most one link by shared text, and an article one
    more for each agency it credits whose own report is not here, and for each outlet it names as its source.

    Returns:
        Links sorted by article (publication, then id), other, relation.
    """
    ordered = in_order(articles)
    reader = PairReader(ordered)
    shared = reader.shared_pairs()
    links = [reader.link(i, j, found) for (i, j), found in sorted(shared.items())]
    linked = {(k.article, k.agency) for k in links if k.relation == "carries" and k.agency}
    for article in ordered:
        links.extend(_credited(article, linked))
    place = {a.id: n for n, a in enumerate(ordered)}
    links.extend(_rewritten(ordered, {frozenset((k.article, k.other)) for k in links if k.other}))
    return tuple(
        sorted(links, key=lambda k: (place[k.article], place.get(k.other or "", -1), k.relation, k.agency or ""))
    )


def in_order(articles: Sequence[Article]) -> list[Article]:
    """Each article once, by publication, then id. Those without a date come first."""
    once = {a.id: a for a in articles}
    return sorted(once.values(), key=lambda a: (a.published or "", a.id))


class PairReader:
    """Holds the reports' words and aligns pairs of them."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = articles
        vocabulary = Vocabulary()
        self.hashes = [body_hashes(a, vocabulary) for a in articles]
        self._body = lru_cache(maxsize=4096)(lambda n: body_of(self.articles[n]))
        self._words = lru_cache(maxsize=4096)(lambda n: self.hashes[n].tolist())
        self._index = lru_cache(maxsize=1024)(lambda n: index_of(self._words(n)))

    def shared_pairs(self) -> dict[tuple[int, int], Sharing]:
        """What each pair shares, for the pairs that share anything worth a link.

        Copies of one text are first found through a few neighbours each, then all held against one another.
        """
        shared: dict[tuple[int, int], Sharing] = {}
        seen: set[tuple[int, int]] = set()
        for pair in candidate_pairs([fingerprints(h) for h in self.hashes]):
            seen.add(pair)
            if found := self.compare(*pair):
                shared[pair] = found
        copies = [pair for pair, found in shared.items() if found.most]
        for circle in components(len(self.articles), copies):
            if len(circle) <= CLOSURE:
                for pair in ((i, j) for n, i in enumerate(circle) for j in circle[n + 1 :]):
                    if pair not in seen and (found := self.compare(*pair)):
                        shared[pair] = found
        return shared

    def compare(self, i: int, j: int) -> Sharing | None:
        """What two reports share, None when it shows no copying."""
        if min(len(self.hashes[i]), len(self.hashes[j])) < EVIDENCE:
            return None
        index: Index = self._index(i)
        blocks = align(self._words(i), self._words(j), index)
        if sum(map(len, blocks)) < EVIDENCE:
            return None
        return sharing(self.body(i), self.body(j), tuple(b for b in blocks if len(b) >= EVIDENCE))

    def body(self, n: int) -> Body:
        """The n-th report's words with their places."""
        return self._body(n)

    def link(self, i: int, j: int, found: Sharing) -> Lineage:
        """The link between two reports that share text, from the one that has it to the one it is from."""
        backward, why = _later(self.articles[i], self.articles[j], (len(self.body(i)), len(self.body(j))))
        taker, giver = (j, i) if backward else (i, j)
        coverage = found.right_coverage if backward else found.left_coverage
        back = found.left_coverage if backward else found.right_coverage
        article, other = self.articles[taker], self.articles[giver]
        cites = passages(self.articles[i], self.articles[j], (self.body(i), self.body(j)), found.blocks)
        agency, relation = _relation(article, other, found)
        reason = f"{_amount(found, coverage, back)}; {why}"
        if relation == "carries":
            reason = f"credits {agency}, whose own report is here; {_amount(found, coverage, back)}"
        elif agency:
            reason += f"; credited to {agency}"
        return Lineage(article.id, other.id, agency, relation, round(coverage, 4), _by_article(cites, article), reason)


def _relation(article: Article, other: Article, found: Sharing) -> tuple[str | None, Relation]:
    """The relation, and the agency whose text it is."""
    credit = {name_key(a): a for a in carried(article)}
    own = own_agency(other)
    if found.most and own in credit:
        return credit[own], "carries"
    theirs = {name_key(a): a for a in carried(other)}
    both = sorted(credit[k] for k in credit.keys() & theirs.keys()) or sorted(theirs.values() if found.most else ())
    relation: Relation = "copies" if found.whole else "edits" if found.most else "shares"
    return (both[0] if both else None), relation


def _amount(found: Sharing, coverage: float, back: float) -> str:
    count = len(found.blocks)
    many = f"{count} passages" if count > 1 else "one passage"
    return f"{coverage:.0%} of its words stand in the other, and {back:.0%} of the other's in it, in {many}"


def _later(left: Article, right: Article, lengths: tuple[int, int]) -> tuple[bool, str]:
    """Whether the right one has its text from the left, and why: by credit, then publication, then length."""
    for article, other, backward in ((left, right, False), (right, left, True)):
        if own_agency(other) in {name_key(a) for a in carried(article)}:
            return backward, "it credits the other"
    if bool(carried(left)) != bool(carried(right)):
        return bool(carried(left)), "the other credits the agency it is from, and it does not"
    order = published_before(left, right)
    if order:
        return order < 0, "it was published later"
    if lengths[0] != lengths[1]:
        return lengths[0] > lengths[1], "the other is longer, and neither is known to be earlier"
    return left.id < right.id, "neither is known to be earlier"


def published_before(left: Article, right: Article) -> int:
    """-1 when the left was published first, 1 when the right was, 0 when their stamps do not tell.

    Two clock times are compared when both name their zone or neither does; else the days.
    """
    if not left.published or not right.published:
        return 0
    one, two = left.published, right.published
    if len(one) > 10 and len(two) > 10:
        a, b = dt.datetime.fromisoformat(one), dt.datetime.fromisoformat(two)
        if (a.tzinfo is None) == (b.tzinfo is None):
            return (a > b) - (a < b)
    return (one[:10] > two[:10]) - (one[:10] < two[:10])


def _by_article(cites: Sequence[Citation], article: Article) -> tuple[Citation, ...]:
    """Pairs of citations, the linked article's own first in each."""
    pairs = zip(cites[::2], cites[1::2], strict=True)
    return tuple(c for a, b in pairs for c in ((a, b) if a.article == article.id else (b, a)))


def _credited(article: Article, linked: set[tuple[str, str]]) -> Iterator[Lineage]:
    """A link to each agency credited whose own report is not among the articles or shares no text with this one."""
    for agency in carried(article):
        if (article.id, agency) not in linked:
            cite = _credit_words(article, agency)
            reason = f"credits {agency}" + (f": “{cite[0].exact}”" if cite else "")
            yield Lineage(article.id, None, agency, "carries", None, cite, reason)


def _credit_words(article: Article, agency: str) -> tuple[Citation, ...]:
    """Where the credit stands: in the dateline, a byline or stamp, or the first place that has the agency's name."""
    import re

    name = re.compile(rf"(?<!\w){re.escape(agency)}(?!\w)")
    order = {"dateline": 0, "byline": 1, "masthead": 2, "stamp": 3}
    parts = sorted((p for p in article.parts if p.kind != "caption"), key=lambda p: (order.get(p.kind, 4), p.span))
    for part in parts:
        if match := name.search(article.text, part.span.start, part.span.end):
            return (Citation(article.id, *match.span(), match[0]),)
    return ()


def _rewritten(articles: Sequence[Article], linked: set[frozenset[str]]) -> Iterator[Lineage]:
    """Links to the outlets a report names as its source, where no text of theirs was found in it."""
    outlets: dict[str, list[Article]] = {}
    for article in articles:
        if article.outlet:
            outlets.setdefault(name_key(article.outlet), []).append(article)
    names = sorted({n for a in articles for n in (a.outlet, *a.agencies) if n and len(n) > 1})
    for article in articles:
        if not body_paragraphs(article):
            continue
        for source in named_sources(article, names):
            other = _likeliest(article, outlets.get(source.key, ()))
            if other and frozenset((article.id, other.id)) in linked:
                continue
            if not (
                other or is_agency(source.name) or any(source.key == name_key(g) for a in articles for g in a.agencies)
            ):
                continue
            agency = source.name if is_agency(source.name) or not other else None
            reason = f"names {source.name} as its source: “{source.cite.exact}”"
            yield Lineage(article.id, other.id if other else None, agency, "rewrites", None, (source.cite,), reason)


def _likeliest(article: Article, candidates: Sequence[Article]) -> Article | None:
    """The report an article speaks of when it names an outlet: the one with the most words in common, not a later one.

    At least a fifth of the shorter one's different words must stand in both, or they tell different things.
    """
    mine = set(body_of(article).words)
    best: tuple[float, Article] | None = None
    for other in candidates:
        if other.id == article.id or published_before(other, article) > 0:
            continue
        theirs = set(body_of(other).words)
        share = len(mine & theirs) / max(1, min(len(mine), len(theirs)))
        if share >= _SAME_MATTER and (best is None or share > best[0]):
            best = share, other
    return best[1] if best else None


_SAME_MATTER = 0.2
