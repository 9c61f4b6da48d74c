"""One thing under several names: said so by a report, known to be so, or told alike by reports that each use one.

The words, and names that are known to be one thing's, are data in ``lang/en/other_names.toml``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from variorum.lang import table, words
from variorum.lang.organization_names import is_acronym
from variorum.lang.stems import kin, stem
from variorum.model.article import Article
from variorum.model.record import Difference
from variorum.model.text import Citation, Span
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.build import difference, position

NAME = r"[A-Z][\w’'-]*(?:\s+(?:(?:<inside>)\s+)?(?:No\.\s*\d+|[A-Z][\w’'-]*|\d+\b))*"
"""Capitalised words, small ones between them, and numbers."""
WITHIN = r"(<name>)\s+\((<name>)\)\s+([A-Z][a-z]+)\b"
"""Another name within one: "Escoda (Sabina) Shoal"."""
BEHIND = r"(<name>)\s+\((?:the\s+)?(<name>)\)"
"""Another name behind one."""
CUED = r"(<name>)\s*[,(—–-]?\s*(?:<cues>)\s+(?:the\s+)?[“\"‘']?(<name>)"
"""Another name, with words that say that it is one."""
NUMBERED = re.compile(r"\b(?:([A-Z]{2,5})\s+)?([A-Z][A-Za-z]{2,})(-|\s|)(\d{1,4})(?![\d.,:/-]*\d|\w|%)")
"""A name that ends in a number, with what stands before a ship's."""
REACH = 20
"""Characters before a name in which words may make it part of another."""
SHOWN = 3
"""Citations of a name in one position."""
TOLD_ALIKE, TOLD_WITH_NUMBER = 4, 3
"""Words of one sense that sentences about one thing under two names share: fewer, where a number is among them."""

Uses = dict[str, list[Citation]]
"""Names with where they stand."""


@dataclass
class Names:
    """Names of one thing with where they stand, and what says that they are one thing's."""

    uses: Uses
    why: str


def other_name_differences(corpus: Corpus) -> list[Difference]:
    """One compatible difference for each thing that reports call by different names."""
    found: list[Names] = []
    for names in (*_told(corpus), *_known(corpus), *_alone(corpus)):
        if not any(_meet(names.uses, other.uses) for other in found):
            found.append(names)
    return [_difference(corpus, n) for n in (*found, *_numbered(corpus))]


def _meet(one: Mapping[str, Sequence[Citation]], other: Mapping[str, Sequence[Citation]]) -> bool:
    return len(one.keys() & other.keys()) > 1


def _difference(corpus: Corpus, names: Names) -> Difference:
    positions = [position(corpus, name, cites[:SHOWN]) for name, cites in names.uses.items()]
    first = min(names.uses, key=lambda n: (-len({c.article for c in names.uses[n]}), n))
    return difference("name", f"By what name is {first} called?", positions, "compatible", names.why)


# --- Said by a report ------------------------------------------------------------------------------------------------


def _told(corpus: Corpus) -> Iterator[Names]:
    """Names that a report gives for one thing, where another report uses only the second."""
    for article in corpus.articles:
        for one, other, given, typed in _given(article):
            if typed and not _called_so(corpus, other, typed):
                continue
            uses = _parted(corpus, (one, other), apart=(article.id, given))
            if uses is not None:
                outlet = article.outlet or "One report"
                words_ = " ".join(article.text[given.start : given.end].split())
                yield Names(uses, f"Two names of one thing: {outlet} gives both (“{words_}”).")


def _given(article: Article) -> Iterator[tuple[str, str, Span, frozenset[int]]]:
    """Two names that an article gives for one thing, with the words that do, and of what type a bracketed one must be.

    What stands in brackets behind a name may be a party, a region or a source: only a name of its type is one more.
    """
    text, none = article.text, frozenset[int]()
    for m in _of_names(WITHIN).finditer(text):
        if m[3].lower() in _types():
            one, other = (" ".join(f"{m[n]} {m[3]}".split()) for n in (1, 2))
            yield one, other, Span(m.start(), m.end()), none
    for m in _of_names(BEHIND).finditer(text):
        one, other = (" ".join(m[n].split()) for n in (1, 2))
        if (typed := _typed(one)) and not is_acronym(other, one) and not other.isupper():
            yield one, other, Span(m.start(), m.end()), typed
    for m in _of_names(CUED).finditer(text):
        one, other = (" ".join(m[n].split()) for n in (1, 2))
        if one != other:
            yield one, other, Span(m.start(), m.end()), none


@cache
def _of_names(form: str) -> re.Pattern[str]:
    """A form in which two names stand, with the table's words in it."""
    listed = table("en", "other_names")
    name = NAME.replace("<inside>", "|".join(listed["inside"]))
    cues = "|".join(f"(?:{cue})" for cue in listed["cues"])
    return re.compile(form.replace("<name>", name).replace("<cues>", cues))


@cache
def _types() -> Mapping[str, int]:
    """Each noun of a kind of thing with the number of its group."""
    return {noun: n for n, group in enumerate(table("en", "other_names")["types"]) for noun in group}


def _typed(name: str) -> frozenset[int]:
    """What kinds of thing a name says that it is one of: "Storm No. 7", "Abbay Dam", "Tropical Storm Mirela"."""
    own = name.lower().split()
    return frozenset(_types()[w] for w in own if w in _types()) if len(own) > 1 else frozenset()


def _called_so(corpus: Corpus, name: str, types: frozenset[int]) -> bool:
    """Whether a name says that it is of such a type, or some report puts such a word beside it: "Typhoon Mirela"."""
    if _typed(name) & types:
        return True
    nouns = "|".join(noun for noun, n in _types().items() if n in types)
    beside = re.compile(rf"(?i:\b(?:{nouns}))\s+{re.escape(name)}\b|\b{re.escape(name)}\s+(?i:(?:{nouns})\b)")
    return any(beside.search(article.text) for article in corpus.articles)


def _parted(corpus: Corpus, names: Sequence[str], apart: tuple[str, Span] | None = None) -> Uses | None:
    """Where each name stands, if some report uses the one alone, and some other the other.

    Args:
        corpus: the story.
        names: the names, forms of one between bars.
        apart: the words of an article that give both names; what stands in them shows no use of either.
    """
    uses: Uses = {}
    users: dict[str, set[str]] = {}
    named = {form: name for name in names for form in name.split("|")}
    longest = sorted(named, key=lambda f: (-len(f), f))
    for article in corpus.articles:
        taken: list[Span] = [apart[1]] if apart and apart[0] == article.id else []
        for form in longest:
            name = named[form]
            for span in _standing(article, form):
                if any(span.overlaps(t) for t in taken):
                    continue
                taken.append(span)
                uses.setdefault(name, []).append(article.cite(span))
                users.setdefault(name, set()).add(article.id)
    if apart is not None and names[0] not in uses:
        uses[names[0]] = [_first(corpus.article[apart[0]], names[0], apart[1])]
        users[names[0]] = {apart[0]}
    pairs = combinations([n for n in names if n in users], 2)
    alone = any(users[a] - users[b] and users[b] - users[a] for a, b in pairs)
    return {n: uses[n] for n in names if n in uses} if alone else None


def _first(article: Article, name: str, given: Span) -> Citation:
    """The first of two names where both are given; all the words, where the other stands within it."""
    return article.cite(next((s for s in _standing(article, name) if given.contains(s)), given))


def _standing(article: Article, name: str) -> list[Span]:
    """Where a name stands in an article's text, in these very letters, and not as part of another."""
    if name.rsplit(maxsplit=1)[-1] not in article.text:
        return []
    pattern = r"\s+".join(map(re.escape, name.split()))
    before, behind = _part_of()
    found = re.finditer(rf"(?<![\w-]){pattern}(?![\w-])(?!{behind})", article.text)
    spans = [Span(m.start(), m.end()) for m in found]
    return [s for s in spans if not re.search(before, article.text[max(0, s.start - REACH) : s.start])]


@cache
def _part_of() -> tuple[str, str]:
    """What makes a name part of another thing's, before it and behind it."""
    listed = table("en", "other_names")
    before, behind = ("|".join(listed[key]) for key in ("part_before", "part_behind"))
    return rf"\b(?:{before})\s\Z", rf"\s+(?:{behind})\b"


# --- Known -----------------------------------------------------------------------------------------------------------


def _known(corpus: Corpus) -> Iterator[Names]:
    """Names that states, or newsrooms, are known to use side by side."""
    for group in table("en", "other_names")["groups"]:
        uses = _parted(corpus, group)
        if uses is not None:
            uses = {" ".join(cites[0].exact.split()): cites for cites in uses.values()}  # as they are first written
            yield Names(uses, "Two names of one thing; which one a report uses follows its newsroom's or its state's.")


# --- Told alike ------------------------------------------------------------------------------------------------------


def _alone(corpus: Corpus) -> Iterator[Names]:
    """Two names of one type, each the only one that its reports use, of which the same is told."""
    lone = words("en", "other_names", "lone")
    by_type: dict[int, list[str]] = defaultdict(list)
    for entity in corpus.entities:
        head = entity.name.lower().rsplit(maxsplit=1)[-1]
        if head in lone and " " in entity.name and entity.kind != "person":
            by_type[_types().get(head, -1)].append(entity.id)
    for ids in by_type.values():
        if len(ids) != 2:
            continue
        one, other = (corpus.entity[i] for i in ids)
        uses = _parted(corpus, (one.name, other.name))
        users = [{c.article for c in cites} for cites in (uses or {}).values()]
        if uses and len(users) > 1 and users[0].isdisjoint(users[1]) and _told_alike(corpus, *ids):
            yield Names(uses, "Each report uses only one of the names, and they tell the same of it: likely one thing.")


def _told_alike(corpus: Corpus, one: str, other: str) -> bool:
    """Whether sentences about the two share enough of their sense, their types apart."""
    mine, yours = (_told_of(corpus, i) for i in (one, other))
    for shared in (_shared(a, b) for a in mine for b in yours):
        if len(shared) >= TOLD_ALIKE or (len(shared) >= TOLD_WITH_NUMBER and any(t.isdigit() for t in shared)):
            return True
    return False


def _told_of(corpus: Corpus, entity: str) -> list[frozenset[str]]:
    """The roots of the words of each sentence that names it, those of the name apart."""
    own = {stem(w.lower()) for w in corpus.entity[entity].name.split()}
    found: dict[Citation, set[str]] = defaultdict(set)
    naming = {c.sentence for _, c in corpus.claims if entity in c.entities}
    for _, claim in corpus.claims:
        if claim.sentence in naming:
            roots = (t if t.isdigit() else stem(t) or t for t in claim.terms)
            found[claim.sentence] |= {r for r in roots if r not in own}
    return [frozenset(s) for s in found.values()]


def _shared(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """The roots of the one that the other has, or has a word for that news puts in its place."""
    groups = {g for r in other for g in kin(r)}
    return frozenset(r for r in one if r in other or kin(r) & groups)


# --- Numbered --------------------------------------------------------------------------------------------------------


def _numbered(corpus: Corpus) -> Iterator[Names]:
    """Names with a number that reports join otherwise, or a ship's with other letters before it."""
    every: dict[tuple[str, str], Uses] = defaultdict(dict)
    prefixes, no_names = (words("en", "other_names", key) for key in ("ship_prefixes", "no_names"))
    for article in corpus.articles:
        for m in NUMBERED.finditer(article.text):
            if m[2].lower() in no_names:
                continue
            start = m.start() if m[1] in prefixes else m.start(2)
            cite = article.cite(Span(start, m.end()))
            every[m[2].casefold(), m[4]].setdefault(" ".join(cite.exact.split()), []).append(cite)
    for (name, _), uses in every.items():
        joined = {f[len(name) :] for f in (_bare(form) for form in uses)}
        before = {form.split()[0] for form in uses if form.split()[0] in prefixes}
        users = {frozenset(c.article for c in cites) for cites in uses.values()}
        if len(users) > 1 and (len(joined) > 1 or len(before) > 1):
            yield Names(
                dict(sorted(uses.items())), "One name and number, written otherwise; nothing else sets them apart."
            )


def _bare(form: str) -> str:
    """A numbered name without what stands before a ship's."""
    first, _, rest = form.partition(" ")
    return rest if first in words("en", "other_names", "ship_prefixes") else form
