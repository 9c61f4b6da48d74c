"""Which articles tell one event.

Copies of one text count as one report, told by its longest version. Reports are compared by the features of
:mod:`variorum.group.features` and joined by average link, which keeps a story from growing along a chain of reports
each a little like the last.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from variorum.group.direction import in_order
from variorum.group.features import PASSAGES_BONUS, REWRITE_BONUS, Profile, mostly_same, profile_of, same_time, telling
from variorum.group.forest import components
from variorum.group.likenesses import Likenesses
from variorum.group.linkage import average_link, take_in
from variorum.group.terms import Packed, Usage, Vector, Weights, cosine, names_in, usage_of, vector_of, weigh
from variorum.model.article import Article
from variorum.model.ids import make_id
from variorum.model.story import Belonging, Decision, Finding, Lineage, Story

FEW_LEAST, MANY_LEAST = 0.095, 0.16
"""Average likeness from which reports are one story, among few texts and among many.

What tells one event from others is rarer, and weighs more, the more other events there are: a folder of ten reports
knows little of what is rare.
"""
FEW, MANY = 30, 200
LONER_LEAST, LONER_CLEAR = 0.1, 2.0
"""A report left alone joins the story that it is at least so like, and so many times as like as any other."""
_TITLE_WORDS = 12
_CACHED = 4096
DECIDED = 1000.0
"""The likeness of two texts of which somebody has said that they tell one event; of those that do not, its negative."""
SAME_TEXT = frozenset({"carries", "copies", "edits"})


Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Text:
    """One text with all its copies: their places among the articles in order, and what the fullest of them is about."""

    members: tuple[int, ...]
    profile: Profile


def group_stories(
    articles: Sequence[Article], lineage: Sequence[Lineage], decisions: Sequence[Decision] = ()
) -> tuple[Story, ...]:
    """The stories that the articles tell: each article in one story, the order of the articles without influence.

    Args:
        articles: what to group.
        lineage: :func:`variorum.group.find_lineage` of them.
        decisions: what somebody has decided of pairs of them; these go before all likeness.

    Returns:
        Stories with the most articles first, then by first publication, then id. A story's articles are ordered by
        publication, then id; its lineage is the part between its own articles.
    """
    ordered = in_order(articles)
    place = {a.id: n for n, a in enumerate(ordered)}
    decided = {
        (min(i, j), max(i, j)): d.together
        for d in decisions
        if (i := place.get(d.one)) is not None and (j := place.get(d.other)) is not None and i != j
    }
    circles = _circles(len(ordered), [pair for pair in _copies(ordered, lineage, place) if decided.get(pair, True)])
    fullest = [max(c, key=lambda n: (sum(len(p.text) for p in ordered[n].paragraphs), -n)) for c in circles]
    waiting, weights = _learnt(ordered, fullest)
    texts = [_text(ordered, c, n, u.usage(), weights) for c, n, u in zip(circles, fullest, waiting, strict=True)]
    del waiting
    texts.sort(key=lambda t: (str(t.profile.first or ""), t.members))
    links = _by_article(lineage)
    stories = []
    for group, graph in _linked(texts, _bonuses(texts, lineage, place), _between(texts, decided)):
        members = [ordered[n] for n in sorted(n for text in group for n in texts[text].members)]
        title = central_title(members, [texts[text].profile.words for text in group], weights)
        stories.append(_story(members, title, links, _because(ordered, texts, group, graph)))
    return tuple(sorted(stories, key=lambda s: (-len(s.articles), s.articles[0].published or "9999", s.id)))


def least_among(texts: int) -> float:
    """Average likeness from which reports are one story, by how many texts there are."""
    grown = math.log(max(texts, 1) / FEW) / math.log(MANY / FEW)
    return FEW_LEAST + (MANY_LEAST - FEW_LEAST) * min(1.0, max(0.0, grown))


def central_title(articles: Sequence[Article], vectors: Sequence[Vector], weights: Weights) -> str:
    """The headline that has most in common with what the reports are about; the first of equals.

    Without any headline, the first words of the first report; without those, its path or id.

    Args:
        articles: the story's reports.
        vectors: their telling words; those of copies once.
        weights: how much each word tells.
    """
    titles = list(dict.fromkeys(a.title for a in articles if a.title))
    if not titles:
        first = articles[0]
        words = " ".join(p.text for p in first.paragraphs[:1]).split()
        return " ".join(words[:_TITLE_WORDS]) or first.path or first.id
    if len(titles) == 1:
        return titles[0]
    headlines = [vector_of(usage_of(replace(articles[0], title=t, paragraphs=())), weights) for t in titles]
    nearness = [round(sum(cosine(headline, v) for v in vectors), 9) for headline in headlines]
    return titles[nearness.index(max(nearness))]


def _copies(articles: Sequence[Article], lineage: Sequence[Lineage], place: dict[str, int]) -> list[tuple[int, int]]:
    """The pairs of articles that have one text and tell one event with it.

    A newsroom's pattern ("A magnitude ... earthquake shook ...") gives two events nearly one text; but then its names
    or its days are others. Only a whole copy needs no such proof.
    """
    names = lru_cache(_CACHED)(lambda n: names_in(articles[n]))
    out = []
    for link in lineage:
        if link.relation not in SAME_TEXT or link.other not in place or link.article not in place or link.other is None:
            continue
        i, j = place[link.article], place[link.other]
        near = same_time(articles[i].day, articles[j].day)
        if link.relation == "copies" or (near and mostly_same(names(i), names(j))):
            out.append((min(i, j), max(i, j)))
    return out


def _circles(count: int, copies: Sequence[tuple[int, int]]) -> list[tuple[int, ...]]:
    """The articles in circles of copies, most of them alone."""
    found = components(count, copies)
    inside = {n for circle in found for n in circle}
    return sorted([*map(tuple, found), *((n,) for n in range(count) if n not in inside)])


def _text(articles: Sequence[Article], circle: tuple[int, ...], fullest: int, usage: Usage, weights: Weights) -> Text:
    days = [day for n in circle if (day := articles[n].day)]
    return Text(circle, profile_of(articles[fullest], usage, weights, days))


def _learnt(articles: Sequence[Article], fullest: Sequence[int]) -> tuple[list[Packed], Weights]:
    """How the texts use their words, and what these tell."""
    waiting: list[Packed] = []

    def each() -> Iterator[Usage]:
        for n in fullest:
            usage = usage_of(articles[n])
            waiting.append(Packed.of(usage))
            yield usage

    weights = weigh(each())
    return waiting, weights


def _linked(
    texts: Sequence[Text], bonuses: dict[Pair, float], decided: dict[Pair, bool]
) -> Iterator[tuple[list[int], dict[Pair, float]]]:
    """The texts in groups, each telling one event, and how like they are.

    Two groups join by the least average only if two texts of theirs are at least so like, so what hangs together
    by such likenesses, or those that take in a loner, is grouped by itself.
    """
    likenesses = Likenesses([t.profile for t in texts], bonuses)
    least = least_among(len(texts))
    bound = [pair for pair, together in decided.items() if together]
    for circle in _circles(len(texts), likenesses.pairs_from(min(least, LONER_LEAST)) + bound):
        if len(circle) == 1:
            yield list(circle), {}
            continue
        likeness = likenesses.within(circle)
        place = {n: at for at, n in enumerate(circle)}
        ruled = likeness | {
            (place[i], place[j]): DECIDED if together else -DECIDED
            for (i, j), together in decided.items()
            if i in place and j in place
        }
        groups = take_in(average_link(len(circle), ruled, least), ruled, LONER_LEAST, LONER_CLEAR)
        home = {n: at for at, group in enumerate(groups) for n in group}
        graphs: list[dict[Pair, float]] = [{} for _ in groups]
        for (i, j), value in likeness.items():
            if home[i] == home[j]:
                graphs[home[i]][circle[i], circle[j]] = value
        yield from (([circle[n] for n in group], graph) for group, graph in zip(groups, graphs, strict=True))


def _between(texts: Sequence[Text], decided: dict[Pair, bool]) -> dict[Pair, bool]:
    """What is decided of articles, as said of the texts they have."""
    text_of = {n: t for t, text in enumerate(texts) for n in text.members} if decided else {}
    pairs = {(min(a, b), max(a, b)): d for (i, j), d in decided.items() for a, b in [(text_of[i], text_of[j])]}
    return {pair: together for pair, together in pairs.items() if pair[0] != pair[1]}


def _because(
    articles: Sequence[Article], texts: Sequence[Text], group: Sequence[int], graph: dict[Pair, float]
) -> tuple[Belonging, ...]:
    """Why each article is in the story: whose text it has, or which text its own is most like and in what."""
    best: dict[int, tuple[float, int]] = {}
    for (i, j), value in graph.items():
        for one, two in ((i, j), (j, i)):
            best[one] = max(best.get(one, (-1.0, 0)), (value, -two))
    found: dict[int, Belonging] = {}
    for n in group:
        first, *rest = texts[n].members
        if n in best:
            value, other = best[n][0], -best[n][1]
            reasons = telling(texts[n].profile, texts[other].profile)
            found[first] = Belonging(articles[first].id, articles[texts[other].members[0]].id, round(value, 4), reasons)
        else:
            found[first] = Belonging(articles[first].id, None, None, ())
        for copy in rest:
            same = (Finding("text", 1.0, "both have one text"),)
            found[copy] = Belonging(articles[copy].id, articles[first].id, None, same)
    return tuple(found[n] for n in sorted(found))


def _bonuses(texts: Sequence[Text], lineage: Sequence[Lineage], place: dict[str, int]) -> dict[Pair, float]:
    """What passages in common, and a source that is named, add to the likeness of two texts."""
    text_of = {n: t for t, text in enumerate(texts) for n in text.members}
    out: dict[Pair, float] = {}
    for link in lineage:
        if link.other not in place or link.article not in place or link.relation not in ("shares", "rewrites"):
            continue
        i, j = sorted((text_of[place[link.article]], text_of[place[link.other]]))
        value = REWRITE_BONUS if link.relation == "rewrites" else PASSAGES_BONUS * (link.coverage or 0.0)
        if i != j:
            out[i, j] = max(out.get((i, j), 0.0), value)
    return out


def _by_article(lineage: Sequence[Lineage]) -> dict[str, list[tuple[int, Lineage]]]:
    """Each article's links with their places in the lineage."""
    out: dict[str, list[tuple[int, Lineage]]] = {}
    for n, link in enumerate(lineage):
        out.setdefault(link.article, []).append((n, link))
    return out


def _story(
    members: Sequence[Article],
    title: str,
    links: dict[str, list[tuple[int, Lineage]]],
    because: tuple[Belonging, ...],
) -> Story:
    ids = {a.id for a in members}
    own = [(n, k) for i in ids for n, k in links.get(i, ()) if k.other is None or k.other in ids]
    lineage = tuple(k for _, k in sorted(own, key=lambda e: e[0]))
    return Story(make_id("story", sorted(ids)), title, tuple(members), lineage, because)
