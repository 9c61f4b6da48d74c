"""The quote ledger: one row for each utterance, with every report's version of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import Literal, TypeVar

from variorum.model.article import Article
from variorum.model.ids import make_id
from variorum.model.reading import Entity, QuoteKind, Reading
from variorum.model.record import LedgerQuote, Variant
from variorum.reconcile.ledger_items import Item, items
from variorum.reconcile.ledger_words import LEAST_HELD, content_words, same_content, same_words, shingles, tokens
from variorum.reconcile.occasions import alike

PARAPHRASE_SHARE, PARAPHRASE_LEAST = 0.6, 3
INDIRECT_SHARE, INDIRECT_LEAST = 0.7, 4
COPIED_SHARE = 0.9

T = TypeVar("T")
Differs = Literal["words", "occasion", "both"] | None


def ledger(
    articles: Sequence[Article], readings: Sequence[Reading], entity_of: Mapping[str, str], entities: Sequence[Entity]
) -> tuple[LedgerQuote, ...]:
    """One row for each utterance of a story, in the order in which the articles first tell them.

    Two quotations are one utterance when their quoted words are near-same, or one's stand within the other's, and
    nothing shows two speakers. Reports of the same speaker's words without quotation marks join a row as its
    paraphrases, by their content words, or make rows of their own.

    Args:
        articles: the story's articles.
        readings: theirs.
        entity_of: for an entity id of a reading, the story's.
        entities: the story's.
    """
    every = sorted(items(articles, readings, entity_of), key=lambda i: i.order)
    spoken = _groups([i for i in every if i.quoted], _same_utterance)
    told = _groups([i for i in every if not i.quoted], _same_statement)
    names = {e.id: e.name for e in entities}
    paraphrases: defaultdict[int, list[Item]] = defaultdict(list)
    rows: list[tuple[Sequence[Item], Sequence[Item]]] = []
    for group in told:
        home = next((n for n, row in enumerate(spoken) if _paraphrases(group, row)), None)
        if home is None:
            rows.append((group, []))
        else:
            paraphrases[home] += group
    rows += [(group, paraphrases[n]) for n, group in enumerate(spoken)]
    return tuple(_row(group, told_too, names) for group, told_too in sorted(rows, key=lambda r: r[0][0].order))


# --- Which go together -----------------------------------------------------------------------------------------------


def _groups(every: Sequence[Item], same: Callable[[Item, Item], bool]) -> list[list[Item]]:
    """Join what is the same, pair by pair, unless it would bring two known speakers into one row."""
    home = list(range(len(every)))
    members = {n: [n] for n in home}
    for a, b in _candidates(every):
        left, right = home[a], home[b]
        if left == right or not same(every[a], every[b]):
            continue
        if len({every[n].speaker for n in members[left] + members[right]} - {None}) > 1:
            continue
        keep, drop = min(left, right), max(left, right)
        for n in members.pop(drop):
            home[n] = keep
            members[keep].append(n)
    return [[every[n] for n in sorted(group)] for _, group in sorted(members.items())]


def _candidates(every: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """Pairs that share a run of quoted words, or, where nothing is quoted, a speaker or all their content words."""
    buckets: defaultdict[Hashable, list[int]] = defaultdict(list)
    for n, item in enumerate(every):
        keys: set[Hashable] = {item.speaker or item.name, item.content}
        if item.quoted:
            keys = {*shingles(item.quoted), *item.sentences}
        for key in keys:
            buckets[key].append(n)
    pairs = {pair for bucket in buckets.values() for pair in combinations(bucket, 2)}
    yield from sorted(pairs)


def _one_speaker(left: Item, right: Item) -> bool:
    """Nothing shows two: the same entity, the same name, or one of them unknown."""
    if left.speaker and right.speaker:
        return left.speaker == right.speaker
    if not left.name or not right.name:
        return True
    return left.name == right.name or left.name in right.name or right.name in left.name or len(left.quoted) > 5


def _same_utterance(left: Item, right: Item) -> bool:
    if not _one_speaker(left, right):
        return False
    if not same_words(left.quoted, right.quoted):
        return _share_a_stretch(left, right) or _share_a_sentence(left, right)
    if left.order[0] == right.order[0] and min(len(left.quoted), len(right.quoted)) < SHORT:
        return False
    return min(len(left.quoted), len(right.quoted)) >= SHORT or same_content(
        left.content, right.content, share=0.5, least=min(2, len(left.content), len(right.content))
    )


def _share_a_stretch(left: Item, right: Item) -> bool:
    """Whether one reports a stretch of the other's among others: "that «...» and that «...»"."""
    if len(left.stretches) == len(right.stretches) == 1:
        return False
    pairs = product(left.stretches, right.stretches)
    return any(min(len(a), len(b)) >= LEAST_HELD and same_words(a, b) for a, b in pairs)


def _share_a_sentence(left: Item, right: Item) -> bool:
    """Whether one speaker says a sentence in both, however short, in another report: "Nobody answered."."""
    if left.speaker is None or left.speaker != right.speaker or left.order[0] == right.order[0]:
        return False
    common = {*left.sentences} & {*right.sentences}
    return any(len(content_words(" ".join(said), left.language)) >= TELLING for said in common)


TELLING = 2
"""Content words of a sentence that nobody says on every occasion, as they do "Thank you."."""
SHORT = 3
"""Quoted words: fewer are a phrase that may be used on any day; the words around them must agree too."""


def _same_statement(left: Item, right: Item) -> bool:
    """Two reports, in different articles, of one speaker's words, both without quotation marks.

    Where one speaker is not known, the two must be nearly the same words and nothing may show two speakers.
    """
    if left.order[0] == right.order[0] or not _one_speaker(left, right):
        return False
    share = INDIRECT_SHARE if left.speaker and left.speaker == right.speaker else COPIED_SHARE
    return same_content(left.content, right.content, share=share, least=INDIRECT_LEAST)


def _paraphrases(group: Sequence[Item], row: Sequence[Item]) -> bool:
    speakers = {i.speaker for i in row} - {None}
    return any(
        item.speaker in speakers
        and same_content(item.content, said.content, share=PARAPHRASE_SHARE, least=PARAPHRASE_LEAST)
        for item in group
        for said in row
    )


# --- Rows ------------------------------------------------------------------------------------------------------------


def _row(group: Sequence[Item], told_too: Sequence[Item], names: Mapping[str, str]) -> LedgerQuote:
    variants = tuple(v for item in group for v in item.variants())
    speaker = _commonest([i.speaker for i in group])
    name = names.get(speaker) if speaker else None
    name = name or _commonest([i.in_words for i in group])
    return LedgerQuote(
        id=make_id("quote", speaker or name, [[v.article, v.start, v.end] for v in variants]),
        speaker=speaker,
        speaker_name=name,
        kind=_kind(variants),
        occasion=_commonest([v.occasion for v in variants]),
        variants=variants,
        paraphrases=tuple(c for item in told_too for c in item.quote.content),
        differs=_differs(group, variants),
    )


def _commonest(values: Sequence[T | None]) -> T | None:
    """The value most often given; of equals, the first."""
    count = Counter(v for v in values if v is not None)
    return max(count, key=lambda v: count[v]) if count else None


def _kind(variants: Sequence[Variant]) -> QuoteKind:
    kinds = {v.kind for v in variants}
    return "direct" if kinds == {"direct"} else "indirect" if kinds == {"indirect"} else "mixed"


def _differs(group: Sequence[Item], variants: Sequence[Variant]) -> Differs:
    """Whether the articles give other words, another occasion, or both."""
    words = len({i.quoted or tokens(" ".join(c.exact for c in i.quote.content)) for i in group}) > 1
    words = words and len({i.order[0] for i in group}) > 1
    placed = [(v.article, v.occasion) for v in variants if v.occasion]
    occasion = any(a != b and not alike(one, two) for (a, one), (b, two) in combinations(placed, 2))
    if words and occasion:
        return "both"
    return "words" if words else "occasion" if occasion else None
