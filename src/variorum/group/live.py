"""Stories while reports come in one by one: each joins, opens or merges stories as it arrives.

Copies and likeness are those of :mod:`variorum.group.pairs` and :mod:`variorum.group.features`. Only the stories that
the new report is like are linked anew, by average link, so one more report costs about the same whether a thousand or a
hundred thousand are here. How much words tell is learnt from the reports that came before; so the order of arrival has
a small influence here, which ``eval.bench.streams`` measures. :func:`variorum.group.group_stories` of all has none.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from variorum.group.features import LAST_DAY, PASSAGES_BONUS, Profile, likeness, mostly_same, profile_of, telling
from variorum.group.fingerprints import fingerprints
from variorum.group.likenesses import WORTH_KEEPING
from variorum.group.linkage import average_link, take_in
from variorum.group.pairs import PairReader
from variorum.group.postings import GrowingIndex
from variorum.group.sharing import Sharing
from variorum.group.stories import LONER_CLEAR, LONER_LEAST, MANY_LEAST
from variorum.group.terms import Usage, Weights, names_in, usage_of
from variorum.model.article import Article
from variorum.model.story import Belonging, Finding

READ = 16
"""Reports that share fingerprints with a new one and are aligned with it, at most."""
SOUGHT = 30
"""The heaviest terms of a report by which others like it are sought."""
COMMON = 80
"""A term that more texts hold finds the latest of them alone."""
COMPARED = 20
"""Texts compared with a new one by every feature, at most: those with the most weight in common."""
RELINKED = 120
"""Texts of the stories that a new one is like which are linked anew, at most."""
LEARN = 1.1
"""How much a stream must grow until what words tell is learnt again."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """What came of one report.

    Attributes:
        story: the number of the story that it is in.
        opened: whether it opened that story.
        merged: the stories that it brought together with it, by the numbers they had.
        because: why it is there.
    """

    story: int
    opened: bool
    merged: tuple[int, ...]
    because: Belonging


class LiveStories:
    """The stories of a stream of reports."""

    def __init__(self) -> None:
        self._reader = PairReader([])
        self._prints = GrowingIndex()
        self._text_of: list[int] = []
        self._first: list[int] = []
        self._profiles: list[Profile] = []
        self._holders: dict[str, tuple[array[int], array[float]]] = {}
        self._likeness: list[dict[int, float]] = []
        self._story_of: list[int] = []
        self._members: dict[int, list[int]] = {}
        self._held: Counter[str] = Counter()
        self._named: Counter[str] = Counter()
        self._weights = Weights(0, {}, {})
        self._stories = 0

    def add(self, article: Article) -> Arrival:
        """Take in one report."""
        n = self._reader.add(article)
        prints = fingerprints(self._reader.hashes[n])
        shared = {m: found for m in self._prints.sharers(prints, READ) if (found := self._reader.compare(m, n))}
        self._prints.add(n, prints)
        source = next((m for m, found in shared.items() if found.most and self._one_event(m, n)), None)
        return self._open(n, shared) if source is None else self._copy(n, source)

    def stories(self) -> list[list[Article]]:
        """The stories as they stand, each with its reports in the order they came, the first opened first."""
        homes: dict[int, list[Article]] = {}
        for article, text in zip(self._reader.articles, self._text_of, strict=True):
            homes.setdefault(self._story_of[text], []).append(article)
        return [homes[number] for number in sorted(homes)]

    def _one_event(self, m: int, n: int) -> bool:
        """Whether two reports with one text tell one event with it; a newsroom's pattern serves for many."""
        one, two = (self._reader.articles[x] for x in (m, n))
        near = one.day is None or two.day is None or abs((one.day - two.day).days) < LAST_DAY
        return near and mostly_same(names_in(one), names_in(two))

    def _copy(self, n: int, source: int) -> Arrival:
        text = self._text_of[source]
        self._text_of.append(text)
        other = self._reader.articles[self._first[text]].id
        because = Belonging(self._reader.articles[n].id, other, None, (Finding("text", 1.0, "both have one text"),))
        return Arrival(self._story_of[text], False, (), because)

    def _open(self, n: int, shared: dict[int, Sharing]) -> Arrival:
        article, text = self._reader.articles[n], len(self._profiles)
        usage = usage_of(article)
        self._learn(usage)
        profile = profile_of(article, usage, self._weights, [article.day] if article.day else [])
        bonuses: dict[int, float] = {}
        for m, found in shared.items():
            if not found.most:
                other = self._text_of[m]
                bonuses[other] = max(bonuses.get(other, 0.0), PASSAGES_BONUS * found.within)
        self._text_of.append(text)
        self._first.append(n)
        near = {
            other: value
            for other in {*self._near(profile), *bonuses}
            if (value := likeness(self._profiles[other], profile, bonuses.get(other, 0.0))) >= WORTH_KEEPING
        }
        self._profiles.append(profile)
        self._keep(text, profile)
        self._likeness.append(near)
        for other, value in near.items():
            self._likeness[other][text] = value
        self._stories += 1
        self._story_of.append(self._stories)
        self._members[self._stories] = [text]
        merged = self._link(text)
        return Arrival(self._story_of[text], len(self._members[self._story_of[text]]) == 1, merged, self._because(text))

    def _near(self, profile: Profile) -> list[int]:
        """The texts that share most of the weightiest terms."""
        sought = islice(profile.words.items(), SOUGHT)
        held = [(weight, *found) for term, weight in sought if (found := self._holders.get(term))]
        if not held:
            return []
        texts = np.concatenate([np.frombuffer(t, np.uintc)[-COMMON:] for _, t, _ in held])
        parts = np.concatenate([np.frombuffer(w, np.single)[-COMMON:].astype(np.double) * mine for mine, _, w in held])
        others, place = np.unique(texts, return_inverse=True)
        scores = np.bincount(place, parts)
        near = np.flatnonzero(scores >= WORTH_KEEPING)
        best = near[np.argsort(-scores[near], kind="stable")[:COMPARED]]
        return list(map(int, others[best]))

    def _keep(self, text: int, profile: Profile) -> None:
        for term, weight in islice(profile.words.items(), SOUGHT):
            texts, weights = self._holders.setdefault(term, (array("I"), array("f")))
            texts.append(text)
            weights.append(weight)

    def _learn(self, usage: Usage) -> None:
        """Count a text's words; what they tell is worked out anew as the stream grows."""
        self._held.update(usage.counts.keys())
        self._named.update(usage.names)
        if len(self._profiles) + 1 >= LEARN * self._weights.reports:
            self._weights = Weights(len(self._profiles) + 1, self._held, self._named)

    def _link(self, text: int) -> tuple[int, ...]:
        """Link the stories anew that the text is like; the numbers of those that are no more."""
        own = self._story_of[text]
        best = {own: 0.0}
        for other, value in self._likeness[text].items():
            if value >= LONER_LEAST:
                story = self._story_of[other]
                best[story] = max(best.get(story, 0.0), value)
        circle: list[int] = []
        kept: set[int] = set()
        for story in sorted(best, key=lambda s: (s != own, -best[s], s)):
            if not kept or len(circle) + len(self._members[story]) <= RELINKED:
                circle += self._members[story]
                kept.add(story)
        circle.sort()
        place = {t: at for at, t in enumerate(circle)}
        graph = {
            (place[t], place[o]): value
            for t in circle
            for o, value in self._likeness[t].items()
            if o in place and t < o
        }
        groups = take_in(average_link(len(circle), graph, MANY_LEAST), graph, LONER_LEAST, LONER_CLEAR)
        self._number([[circle[at] for at in group] for group in groups], kept)
        return tuple(sorted(story for story in kept if story != own and story not in self._members))

    def _number(self, groups: Iterable[Sequence[int]], before: set[int]) -> None:
        """Give each group the number of the story that most of it comes from, or a new one."""
        claims = sorted(
            (-count, number, at)
            for at, group in enumerate(groups)
            for number, count in Counter(self._story_of[t] for t in group).items()
        )
        for number in before:
            del self._members[number]
        given: dict[int, int] = {}
        for _, number, at in claims:
            if at not in given and number not in self._members and number not in given.values():
                given[at] = number
        for at, group in enumerate(groups):
            if at not in given:
                self._stories += 1
                given[at] = self._stories
            self._members[given[at]] = list(group)
            for text in group:
                self._story_of[text] = given[at]

    def _because(self, text: int) -> Belonging:
        """Why a text is in its story: the likest other there, and in what."""
        article = self._reader.articles[self._first[text]]
        inside = [(self._likeness[text].get(o, 0.0), -o) for o in self._members[self._story_of[text]] if o != text]
        if not inside:
            return Belonging(article.id, None, None, ())
        value, other = max(inside)
        reasons = telling(self._profiles[text], self._profiles[-other])
        return Belonging(article.id, self._reader.articles[self._first[-other]].id, round(value, 4), reasons)
