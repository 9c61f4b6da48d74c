"""The agenda across the reports: topics that are one topic, with what each report says of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from variorum.lang import words
from variorum.model.ids import make_id
from variorum.model.reading import AgendaItem
from variorum.model.record import AgendaEntry, AgendaTopic
from variorum.reconcile.clusters import join
from variorum.reconcile.corpus import Corpus

WORD = re.compile(r"[^\W_]+")


def agenda(corpus: Corpus) -> tuple[AgendaTopic, ...]:
    """Topics in the order first raised, wider ones before their parts; each with an entry a report's statement."""
    rows = corpus.agenda
    keys = [key_terms(item.topic) for _, item in rows]
    pairs = [(score, a, b) for a, b in combinations(range(len(rows)), 2) if (score := likeness(keys[a], keys[b])) > 0]
    groups = join(len(rows), pairs, lambda a, b: _apart(rows[a], rows[b]))
    named = {n: _name([rows[i][1] for i in group]) for n, group in enumerate(groups)}
    home = {i: n for n, group in enumerate(groups) for i in group}
    ids = {n: make_id("agenda", name, *sorted({rows[i][0] for i in groups[n]})) for n, name in named.items()}
    topics = []
    for n, group in enumerate(groups):
        parent = _parent(rows, group, home)
        entries = tuple(_entry(*rows[i]) for i in sorted(group, key=lambda i: (corpus.rank[rows[i][0]], i)))
        topics.append(AgendaTopic(ids[n], named[n], ids[parent] if parent not in {None, n} else None, entries))
    return tuple(topics)


def key_terms(topic: str) -> frozenset[str]:
    """The words that make a topic this topic: lower case, plural endings off, generic ones left out."""
    aside = words("en", "topics", "generic") | words("en", "topics", "empty")
    stems = {_stem(w) for w in WORD.findall(topic.lower()) if len(w) > 2 or w.isupper()}
    return frozenset(s for s in stems if s not in aside)


def _stem(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word


def likeness(a: frozenset[str], b: frozenset[str]) -> float:
    """1 when one topic's telling words are all in the other's, less when only half are, 0 below that."""
    if not a or not b:
        return 0.0
    share = len(a & b) / min(len(a), len(b))
    return share if share > 0.5 or (share == 0.5 and len(a | b) <= 4) else 0.0


def _apart(one: tuple[str, AgendaItem], other: tuple[str, AgendaItem]) -> bool:
    """A topic and its own part are two topics."""
    (a, x), (b, y) = one, other
    return a == b and (x.parent == y.topic or y.parent == x.topic)


def _name(items: Sequence[AgendaItem]) -> str:
    """The reports' own name for it: the one most often given, then the shortest."""
    given = Counter(i.topic for i in items)
    return min(given, key=lambda t: (-given[t], len(t), t))


def _parent(rows: Sequence[tuple[str, AgendaItem]], group: Sequence[int], home: dict[int, int]) -> int | None:
    """The topic under which the reports put this one, by the first that says so."""
    for i in group:
        article, item = rows[i]
        if item.parent:
            for j, (other, above) in enumerate(rows):
                if other == article and above.topic == item.parent and j != i:
                    return home[j]
    return None


def _entry(article: str, item: AgendaItem) -> AgendaEntry:
    return AgendaEntry(article, item.side, item.polarity, item.hedge, item.attributed_to, item.cite)
