"""On how many independent origins a story, or one of its statements, rests.

Four numbers, each coarser than the last: reports; outlets; lineages (texts written apart); origins (newsrooms or
agencies that gathered the matter apart). What is merged, and what is not:

- Reports that copy or edit one another, or carry one agency's report, are one lineage and one origin.
- Reports that credit the same agencies but share no text are that agency's separate reports: lineages of their own, one
  origin. A report that credits several agencies goes only with those that credit the same ones, so that no mixed credit
  makes one origin of two agencies.
- A report that says in its headline or first two paragraphs that it has its matter from another report at hand, or from
  an agency, has its origin there. A source named further down covers one point of many, and merges nothing.
- Shared passages short of half a report merge nothing: the rest was gathered apart.
- Statements that rest on one named briefing, interview or post count as one origin for those statements
  (:func:`support`). The reports themselves stay apart in the story's number, since each has more than that one
  statement; the occasion is named among the groups.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from variorum.lang.agencies import name_key
from variorum.model.article import Article
from variorum.model.record import Independence, OriginGroup, Support
from variorum.model.story import Lineage

SharedOccasion = tuple[tuple[str, ...], str]
"""Ids of articles that rest on one named occasion for something, and the reason in words."""
SAME_TEXT = ("carries", "copies", "edits")
_LEAD_PARAGRAPHS = 2
_REASONS = 3
"""Links whose own reasons are repeated for a merge of many articles."""


def independence(
    articles: Sequence[Article], lineage: Sequence[Lineage], shared_occasions: Sequence[SharedOccasion] = ()
) -> Independence:
    """The four numbers, with a reason for each merge.

    Args:
        articles: the story's articles.
        lineage: links between them; links to other articles are passed over.
        shared_occasions: see the module's text; they add groups and change no number.

    Returns:
        ``outlets`` counts an article without a known outlet as an outlet of its own. ``groups`` holds each merge of
        two or more articles: same text first, then same origin (each with all that are of it by then), then shared
        occasions.
    """
    texts = _texts(articles, lineage)
    origins = _origins(articles, lineage, texts)
    outlets = {_outlet(a) for a in articles}
    groups = [
        *(OriginGroup(ids, _text_reason(ids, articles, lineage)) for ids in texts.groups()),
        *(OriginGroup(ids, reason) for ids, reason in origins.merges),
        *(OriginGroup(tuple(sorted(set(ids))), reason) for ids, reason in _once(shared_occasions)),
    ]
    return Independence(len(articles), len(outlets), texts.count(), origins.circles.count(), tuple(groups))


def origin_of(articles: Sequence[Article], lineage: Sequence[Lineage]) -> dict[str, str]:
    """For each article's id its origin: the least id among the articles that have the same one."""
    circles = _origins(articles, lineage, _texts(articles, lineage)).circles
    return {a.id: circles.root(a.id) for a in articles}


def support(articles: Iterable[str], origins: Mapping[str, str], occasions: Sequence[SharedOccasion] = ()) -> Support:
    """How many articles make a statement, and from how many independent origins.

    Args:
        articles: ids of the articles that make it.
        origins: from :func:`origin_of`; an article that is not in it is an origin of its own.
        occasions: those on which this statement rests: articles leaning on the same one count once.
    """
    ids = sorted(set(articles))
    circles = Circles(ids)
    for one in ids:
        for two in ids:
            if one < two and origins.get(one, one) == origins.get(two, two):
                circles.merge(one, two)
    for leaning, _ in occasions:
        here = [i for i in ids if i in set(leaning)]
        for other in here[1:]:
            circles.merge(here[0], other)
    return Support(len(ids), circles.count())


class Circles:
    """A partition of ids, grown by merging. A circle is named by its least id."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._parent = {i: i for i in ids}

    def root(self, one: str) -> str:
        """The least id of the circle."""
        while self._parent[one] != one:
            one = self._parent[one]
        return one

    def merge(self, one: str, two: str) -> bool:
        """Join two circles; False when they were one already."""
        low, high = sorted((self.root(one), self.root(two)))
        self._parent[high] = low
        return low != high

    def count(self) -> int:
        """How many circles there are."""
        return sum(i == p for i, p in self._parent.items())

    def members(self, one: str) -> tuple[str, ...]:
        """All of the circle, sorted."""
        return tuple(sorted(i for i in self._parent if self.root(i) == self.root(one)))

    def groups(self) -> list[tuple[str, ...]]:
        """The circles with two members or more, sorted."""
        found: dict[str, list[str]] = {}
        for one in sorted(self._parent):
            found.setdefault(self.root(one), []).append(one)
        return sorted(tuple(g) for g in found.values() if len(g) > 1)


class _Origins:
    """The origins, and why lineages were merged into them."""

    def __init__(self, circles: Circles) -> None:
        self.circles = circles
        self.merges: list[tuple[tuple[str, ...], str]] = []

    def merge(self, ids: Sequence[str], reason: str) -> None:
        """Make one origin of the articles; if that was news, keep the reason and all who are of that origin now."""
        if sum(self.circles.merge(ids[0], other) for other in ids[1:]):
            self.merges.append((self.circles.members(ids[0]), reason))


def _texts(articles: Sequence[Article], lineage: Sequence[Lineage]) -> Circles:
    circles = Circles(a.id for a in articles)
    here = {a.id for a in articles}
    for link in lineage:
        if link.relation in SAME_TEXT and link.article in here and link.other in here:
            circles.merge(link.article, link.other)
    return circles


def _origins(articles: Sequence[Article], lineage: Sequence[Lineage], texts: Circles) -> _Origins:
    origins = _Origins(Circles(a.id for a in articles))
    for ids in texts.groups():
        for other in ids[1:]:
            origins.circles.merge(ids[0], other)
    for agencies, carrying in sorted(_by_agencies(articles).items()):
        names = " and ".join(agencies)
        origins.merge(carrying, f"reports of one agency: {names}, in texts of their own")
    for taker, source, reason in _resting_on_reports(articles, lineage):
        origins.merge((taker, source), reason)
    for together, reason in _resting_on_agencies(articles, lineage):
        origins.merge(together, reason)
    return origins


def _by_agencies(articles: Sequence[Article]) -> dict[tuple[str, ...], list[str]]:
    """Articles by the agencies whose reporting they are, for those with two articles or more.

    An agency's own report counts under its outlet's name.
    """
    credited = {name_key(g) for a in articles for g in a.agencies}
    found: dict[tuple[str, ...], list[str]] = {}
    for article in articles:
        own = name_key(article.outlet) if article.outlet else None
        names = sorted({g for g in article.agencies if name_key(g) != own}, key=lambda g: (name_key(g), g))
        if names:
            found.setdefault(tuple(name_key(g) for g in names), []).append(article.id)
        elif own in credited:
            found.setdefault((own,), []).append(article.id)
    shown = {name_key(g): g for a in sorted(articles, key=lambda a: a.id) for g in a.agencies}
    return {tuple(shown[k] for k in keys): sorted(ids) for keys, ids in found.items() if len(ids) > 1}


def _resting_on_reports(articles: Sequence[Article], lineage: Sequence[Lineage]) -> Iterator[tuple[str, str, str]]:
    """Articles whose leads name another report at hand as their source, with that report and the reason."""
    by_id = {a.id: a for a in articles}
    for link in lineage:
        source = link.other if link.relation == "rewrites" else None
        if source in by_id and source and link.article in by_id and _in_lead(by_id[link.article], link):
            yield link.article, source, f"one rests on the other: {link.reason}"


def _resting_on_agencies(
    articles: Sequence[Article], lineage: Sequence[Lineage]
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Articles whose leads name one agency as their source, with those that carry that agency alone."""
    by_id = {a.id: a for a in articles}
    leaning: dict[str, list[Lineage]] = {}
    for link in lineage:
        named = link.agency if link.relation == "rewrites" and link.other is None else None
        if named and link.article in by_id and _in_lead(by_id[link.article], link):
            leaning.setdefault(name_key(named), []).append(link)
    for key, links in sorted(leaning.items()):
        carrying = [a.id for a in articles if {name_key(g) for g in a.agencies} == {key}]
        together = tuple(sorted({*(k.article for k in links), *carrying}))
        if len(together) > 1:
            yield together, f"their leads rest on {min(k.agency for k in links if k.agency)}'s report"


def _in_lead(article: Article, link: Lineage) -> bool:
    """Whether the words that name the source stand in the article's headline or first paragraphs."""
    read = [p for p in article.paragraphs if p.kind in ("summary", "body")][:_LEAD_PARAGRAPHS]
    if not read or not link.passages:
        return False
    last = read[-1]
    return link.passages[0].article == article.id and link.passages[0].start < last.offsets[-1]


def _text_reason(ids: Sequence[str], articles: Sequence[Article], lineage: Sequence[Lineage]) -> str:
    """Why these articles are one text: whose it is, if that is known, and how they have it."""
    inside = [k for k in lineage if k.article in ids and k.other in ids and k.relation in SAME_TEXT]
    credited = {k.agency for k in inside if k.agency} | {g for a in articles if a.id in ids for g in a.agencies}
    whose = f"{' and '.join(sorted(credited))}'s text" if credited else "one text"
    says = {"carries": "carried from the agency's own report", "copies": "printed whole", "edits": "cut or reworded"}
    how = " and ".join(says[word] for word in SAME_TEXT if any(k.relation == word for k in inside))
    return f"{whose}, {how}: {'; '.join(sorted({k.reason for k in inside})[:_REASONS])}"


def _once(occasions: Sequence[SharedOccasion]) -> list[SharedOccasion]:
    """The occasions that two articles or more rest on, each once, sorted."""
    return sorted({(tuple(sorted(set(ids))), reason) for ids, reason in occasions if len(set(ids)) > 1})


def _outlet(article: Article) -> tuple[str, str]:
    return ("outlet", name_key(article.outlet)) if article.outlet else ("article", article.id)
