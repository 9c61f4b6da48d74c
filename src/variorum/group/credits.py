"""What a report says of its own origin: the agencies it credits, and the outlets it names as its source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from variorum.group.words import LANGUAGE
from variorum.lang import table
from variorum.lang.agencies import agency_names, name_key
from variorum.model.article import Article
from variorum.model.text import Citation, Paragraph


def own_agency(article: Article) -> str | None:
    """The outlet's name in the form in which credits name agencies: the agency whose own report this may be."""
    return name_key(article.outlet) if article.outlet else None


def carried(article: Article) -> tuple[str, ...]:
    """The agencies whose text the report carries by its credit; its own outlet is none of them."""
    own = own_agency(article)
    return tuple(a for a in article.agencies if name_key(a) != own)


def credit_words(article: Article, agency: str) -> tuple[Citation, ...]:
    """Where the credit stands: in the dateline, a byline or stamp, or else the first place that has the agency's name.

    Captions are passed over: the credit there is the picture's. Empty when the credit came with the article's data.
    """
    name = re.compile(rf"(?<!\w){re.escape(agency)}(?!\w)")
    order = {"dateline": 0, "byline": 1, "masthead": 2, "stamp": 3}
    parts = sorted((p for p in article.parts if p.kind != "caption"), key=lambda p: (order.get(p.kind, 4), p.span))
    for part in parts:
        if match := name.search(article.text, part.span.start, part.span.end):
            return (Citation(article.id, *match.span(), match[0]),)
    return ()


@dataclass(frozen=True, slots=True)
class NamedSource:
    """Another outlet that the report names as its source: the name, its key, and the words that say so."""

    key: str
    name: str
    cite: Citation


def named_sources(
    article: Article, paragraphs: Sequence[Paragraph], known: Mapping[str, str]
) -> tuple[NamedSource, ...]:
    """The outlets a report says it has something from, each by its first naming, in the text's order.

    Args:
        article: the report.
        paragraphs: its body.
        known: the outlets and agencies to look for, key to name, beside the known agencies.
    """
    mine = {name_key(n) for n in (article.outlet, *article.agencies) if n}
    found: dict[str, NamedSource] = {}
    for paragraph in paragraphs:
        lowered = paragraph.text.casefold()
        for pattern in _source_patterns() if any(cue in lowered for cue in _source_cues()) else ():
            for match in pattern.finditer(paragraph.text):
                for name in _readings(match["name"]):
                    key = name_key(name)
                    if key in known or key in _agency_keys():
                        if key not in mine and key not in found:
                            found[key] = NamedSource(
                                key, known.get(key, name), article.cite(paragraph.span(*match.span()))
                            )
                        break
    return tuple(sorted(found.values(), key=lambda s: s.cite))


def _readings(phrase: str) -> Iterator[str]:
    """The capitalised words beside a cue, and the names that they may hold: "On Tuesday Reuters" holds "Reuters"."""
    words = phrase.split()
    for length in range(len(words), 0, -1):
        for first in range(len(words) - length + 1):
            yield " ".join(words[first : first + length])


@cache
def _agency_keys() -> frozenset[str]:
    return frozenset(map(name_key, agency_names()))


@cache
def _source_patterns() -> tuple[re.Pattern[str], ...]:
    """One pattern for each way to name a source; a name is a run of capitals, or an agency's in small letters."""
    data = table(LANGUAGE, "group")
    tails = "|".join(data["name_tails"])
    small = "|".join(re.escape(n) for n in sorted(agency_names(), key=lambda n: (-len(n), n)) if n[0].islower())
    capital = r"[A-Z0-9ÀÁÅÆČÉÍÓÖØŠÚÜŽ][\w.&/’'-]*"
    name = rf"(?P<name>(?-i:\b{capital}(?: (?:{capital}|of|and|the|for)){{0,5}}|\b(?:{small})\b))(?: (?:{tails}))?"
    return tuple(re.compile(p.replace("{name}", name), re.IGNORECASE) for p in data["source_patterns"])


@cache
def _source_cues() -> tuple[str, ...]:
    return tuple(table(LANGUAGE, "group")["source_cues"])
