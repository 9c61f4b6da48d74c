"""Which articles tell one event.

Copies of one text count as one report, told by its longest version. Reports are compared by the features of
:mod:`variorum.group.features` and joined by average link, which keeps a story from growing along a chain of reports
each a little like the last.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from variorum.group.direction import in_order
from variorum.group.features import PASSAGES_BONUS, REWRITE_BONUS, Profile, likeness, profile_of, same_event_text
from variorum.group.forest import components
from variorum.group.linkage import average_link
from variorum.group.neighbours import near_pairs
from variorum.group.terms import cosine, usage_of, vector_of, weigh
from variorum.model.article import Article
from variorum.model.ids import make_id
from variorum.model.story import Lineage, Story

LEAST = 0.34
"""Average likeness from which reports are one story."""
_TITLE_WORDS = 12
SAME_TEXT = frozenset({"carries", "copies", "edits"})


def group_stories(articles: Sequence[Article], lineage: Sequence[Lineage]) -> tuple[Story, ...]:
    """The stories that the articles tell: each article in one story, the order of the articles without influence.

    Args:
        articles: what to group.
        lineage: :func:`variorum.group.find_lineage` of them.

    Returns:
        Stories with the most articles first, then by first publication, then id. A story's articles are ordered by
        publication, then id; its lineage is the part between its own articles.
    """
    ordered = in_order(articles)
    place = {a.id: n for n, a in enumerate(ordered)}
    texts = _texts(ordered, _copies(ordered, lineage, place))
    profiles = _profiles(ordered, texts)
    order = sorted(range(len(texts)), key=lambda n: (str(profiles[n].first or ""), texts[n]))
    texts, profiles = [texts[n] for n in order], [profiles[n] for n in order]
    bonus = _bonuses(texts, lineage, place)
    pairs = set(near_pairs(profiles)) | bonus.keys()
    alike = {(i, j): likeness(profiles[i], profiles[j]) + bonus.get((i, j), 0.0) for i, j in sorted(pairs)}
    groups = average_link(len(texts), alike, LEAST)
    stories = [_story([ordered[n] for text in group for n in texts[text]], lineage) for group in groups]
    return tuple(sorted(stories, key=lambda s: (-len(s.articles), s.articles[0].published or "", s.id)))


def central_title(articles: Sequence[Article]) -> str:
    """The headline that has most in common with all the reports' headlines and bodies.

    Without any headline, the first words of the first report; without those, its path or id.
    """
    titled = [a for a in articles if a.title]
    if not titled:
        first = articles[0]
        words = " ".join(p.text for p in first.paragraphs[:1]).split()
        return " ".join(words[:_TITLE_WORDS]) or first.path or first.id
    if len({a.title for a in titled}) == 1:
        return titled[0].title or ""
    usages = [usage_of(a) for a in articles]
    weights = weigh(usages)
    vectors = [vector_of(u, weights) for u in usages]
    headlines = [vector_of(usage_of(replace(a, paragraphs=())), weights) for a in titled]
    likest = [round(sum(cosine(headline, v) for v in vectors), 9) for headline in headlines]
    return titled[likest.index(max(likest))].title or ""


def _copies(articles: Sequence[Article], lineage: Sequence[Lineage], place: dict[str, int]) -> list[tuple[int, int]]:
    """The pairs of articles that have one text and tell one event with it.

    A newsroom's pattern ("A magnitude ... earthquake shook ...") gives two events nearly one text; but then its names
    or its days are others. Only a whole copy needs no such proof.
    """
    out = []
    for link in lineage:
        if link.relation not in SAME_TEXT or link.other not in place or link.article not in place or link.other is None:
            continue
        i, j = place[link.article], place[link.other]
        if link.relation == "copies" or same_event_text(articles[i], articles[j]):
            out.append((i, j))
    return out


def _texts(articles: Sequence[Article], copies: Sequence[tuple[int, int]]) -> list[list[int]]:
    """The articles as groups of copies, most of them of one."""
    circles = components(len(articles), copies)
    inside = {n for circle in circles for n in circle}
    return sorted([*circles, *([n] for n in range(len(articles)) if n not in inside)])


def _profiles(articles: Sequence[Article], texts: Sequence[Sequence[int]]) -> list[Profile]:
    fullest = [max(text, key=lambda n: (sum(len(p.text) for p in articles[n].paragraphs), -n)) for text in texts]
    usages = [usage_of(articles[n]) for n in fullest]
    weights = weigh(usages)
    days = [[d for n in text if (d := articles[n].day)] for text in texts]
    return [profile_of(articles[n], u, weights, d) for n, u, d in zip(fullest, usages, days, strict=True)]


def _bonuses(
    texts: Sequence[Sequence[int]], lineage: Sequence[Lineage], place: dict[str, int]
) -> dict[tuple[int, int], float]:
    """What passages in common, and a source that is named, add to the likeness of two texts."""
    text_of = {n: t for t, text in enumerate(texts) for n in text}
    out: dict[tuple[int, int], float] = {}
    for link in lineage:
        if link.other not in place or link.article not in place or link.relation not in ("shares", "rewrites"):
            continue
        i, j = sorted((text_of[place[link.article]], text_of[place[link.other]]))
        value = REWRITE_BONUS if link.relation == "rewrites" else PASSAGES_BONUS * (link.coverage or 0.0)
        if i != j:
            out[i, j] = max(out.get((i, j), 0.0), value)
    return out


def _story(articles: Sequence[Article], lineage: Sequence[Lineage]) -> Story:
    members = in_order(articles)
    ids = {a.id for a in members}
    links = tuple(k for k in lineage if k.article in ids and (k.other is None or k.other in ids))
    return Story(make_id("story", sorted(ids)), central_title(members), tuple(members), links)
