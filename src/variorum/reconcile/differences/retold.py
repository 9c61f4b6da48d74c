"""One utterance, put a little otherwise, that reports place on two occasions.

The ledger knows the occasion that stands with the words that report a quotation. Here it is also taken from around it:
"spoke from her hospital bed", "at the dinner", or what the sentence before tells of the same speaker.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from variorum.lang import table
from variorum.model.article import Article
from variorum.model.record import Difference, LedgerQuote, Variant
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.build import difference, position, told_by
from variorum.reconcile.ledger_words import meanings, tokens

LEAST = 2
"""Words of one sense that two versions share."""
OF_LARGER = 0.6
"""The share of a sentence's words that are the other's too."""
OF_SMALLER = 0.6
"""The same of the shorter of two whole quotations, of somebody who is quoted seldom."""
RUN, OF_WORDS = 5, 0.7
"""Words, small ones too, that two versions share at least, and the share of the longer's."""
SELDOM = 2
"""Quotations of a speaker in one report up to which that speaker is quoted seldom."""
ENDS = (" to", " with", " of", " by", " beside", " alongside")
"""How words for a setting end that leave out beside whom it was."""


@dataclass(frozen=True)
class Setting:
    """Where words were said: its kind, and the report's words for it."""

    kind: str
    words: str


@dataclass(frozen=True)
class _Told:
    variant: Variant
    setting: Setting


def retold_differences(corpus: Corpus, quotes: Sequence[LedgerQuote]) -> list[Difference]:
    """One conflict for each utterance that reports put alike and place on occasions that cannot be one."""
    spoken: dict[str, list[Variant]] = defaultdict(list)
    names: dict[str, str] = {}
    for quote in quotes:
        if quote.speaker and quote.speaker_name:
            names[quote.speaker] = quote.speaker_name
            spoken[quote.speaker] += [v for v in quote.variants if v.kind != "indirect"]
    rows = []
    for speaker, own in spoken.items():
        if group := _apart(corpus, names[speaker], own):
            rows.append(_row(corpus, names[speaker], group))
    return rows


def _apart(corpus: Corpus, speaker: str, own: Sequence[Variant]) -> list[_Told]:
    """Versions of one utterance in settings that are not one, with others of the same."""
    alike: list[tuple[Variant, Variant]] = []
    for a, b in combinations(own, 2):
        if a.article != b.article and len(meanings(a.exact) & meanings(b.exact)):
            seldom = all(sum(v.article == x.article for v in own) <= SELDOM for x in (a, b))
            if _alike(a.exact, b.exact, seldom=seldom):
                alike.append((a, b))
    settings = {v: _setting(corpus.article[v.article], v, speaker) for pair in alike for v in pair}
    for a, b in alike:
        one, two = settings[a], settings[b]
        if one and two and not _may_be_one(one.kind, two.kind):
            told = [_Told(v, s) for v in own if (s := settings.get(v)) and s.kind in {one.kind, two.kind}]
            first, second = _Told(a, one), _Told(b, two)
            return [t for t in told if t in (first, second) or _with(t, first, second)]
    return []


def _with(told: _Told, a: _Told, b: _Told) -> bool:
    """Another report's version of the same."""
    other = a if told.setting.kind == a.setting.kind else b
    return _alike(told.variant.exact, other.variant.exact, seldom=False)


def _may_be_one(one: str, other: str) -> bool:
    pairs = table("en", "retold")["may_be_one"]["pairs"]
    return one == other or [one, other] in pairs or [other, one] in pairs


def _alike(one: str, other: str, *, seldom: bool) -> bool:
    """Two sentences share most of their sense; of who is quoted seldom, the quotations as wholes."""
    for a in _sentences(one):
        for b in _sentences(other):
            if len(a & b) >= LEAST and len(a & b) >= OF_LARGER * max(len(a), len(b)):
                return True
    if _nearly(one, other):
        return True
    whole, second = meanings(one), meanings(other)
    common = whole & second
    return seldom and len(common) >= LEAST and len(common) >= OF_SMALLER * min(len(whole), len(second))


def _nearly(one: str, other: str) -> bool:
    """The same words but a few, and no word that carries meaning is exchanged: "those who did", "the people who"."""
    a, b = (tokens(text) for text in (one, other))
    common = sum((Counter(a) & Counter(b)).values())
    both = meanings(one), meanings(other)
    inside = both[0] <= both[1] or both[1] <= both[0]
    return common >= RUN and common >= OF_WORDS * max(len(a), len(b)) and inside and all(both)


def _sentences(text: str) -> Iterator[frozenset[str]]:
    for piece in re.split(r"(?<=[.!?])\s+", text):
        yield meanings(piece)


def _setting(article: Article, variant: Variant, speaker: str) -> Setting | None:
    """Where it was said: as the ledger has it, else as the words around it tell, the nearest first."""
    kinds = table("en", "retold")["kinds"]
    if variant.occasion and (kind := kinds.get(variant.occasion.kind)):
        return Setting(kind, variant.occasion.words)
    at = next((n for n, p in enumerate(article.paragraphs) if p.offsets[0] <= variant.start < p.offsets[-1]), None)
    if at is None:
        return None
    own = article.text[article.paragraphs[at].offsets[0] : article.paragraphs[at].offsets[-1]]
    start = variant.start - article.paragraphs[at].offsets[0]
    around = f"{own[:start]} … {own[start + len(variant.exact) :]}"
    if found := _told_in(around):
        return found
    before = article.paragraphs[at - 1].text if at else ""
    surname = speaker.rsplit(maxsplit=1)[-1]
    last = re.split(r"(?<=[.!?])[”\"]?\s+(?=[A-Z“\"])", before)[-1] if surname in before else ""
    return _told_in(last) if surname in last else None


def _told_in(text: str) -> Setting | None:
    flat = " ".join(text.split())
    found = [(m.start(), kind, m[0]) for kind, pattern in _patterns() for m in [pattern.search(flat)] if m]
    if not found:
        return None
    at, kind, said = min(found)
    beside = re.match(r" [\w’'-]+(?: [A-Z][\w’'-]*)?", flat[at + len(said) :]) if said.endswith(ENDS) else None
    return Setting(kind, said + (beside[0] if beside else ""))


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = table("en", "retold")["settings"].items()
    return tuple((kind, re.compile(rf"\b(?:{'|'.join(forms)})\b", re.I)) for kind, forms in rows)


def _row(corpus: Corpus, speaker: str, told: Sequence[_Told]) -> Difference:
    kinds = dict.fromkeys(t.setting.kind for t in told)
    groups = [[t for t in told if t.setting.kind == kind] for kind in kinds]
    positions = [position(corpus, g[0].setting.words, [t.variant.cite for t in g]) for g in groups]
    said = "; ".join(f"{_outlets(corpus, g)}: {g[0].setting.words}" for g in groups)
    question = f"On which occasion did {speaker} say “{_cut(groups[0][0].variant.exact)}”?"
    why = (
        f"Nearly the same words are placed on different occasions ({said}): one report is wrong, or it was said twice."
    )
    return difference("occasion", question, positions, "conflict", why)


def _outlets(corpus: Corpus, told: Iterable[_Told]) -> str:
    named = dict.fromkeys(told_by(corpus, t.variant.article, None) for t in told)
    return ", ".join(named)


def _cut(text: str) -> str:
    said = text.strip(" ,.“”\"'").split()
    return " ".join(said[:12]) + (" …" if len(said) > 12 else "")
