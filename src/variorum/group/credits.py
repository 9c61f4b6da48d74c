"""What a report says of its own origin: the agencies it credits, and the outlets it names as its source."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from variorum.group.words import LANGUAGE, body_paragraphs
from variorum.lang import table
from variorum.lang.agencies import agency_names, name_key
from variorum.model.article import Article
from variorum.model.text import Citation


def own_agency(article: Article) -> str | None:
    """The outlet's name in the form in which credits name agencies: the agency whose own report this may be."""
    return name_key(article.outlet) if article.outlet else None


def carried(article: Article) -> tuple[str, ...]:
    """The agencies whose text the report carries by its credit; its own outlet is none of them."""
    own = own_agency(article)
    return tuple(a for a in article.agencies if name_key(a) != own)


@dataclass(frozen=True, slots=True)
class NamedSource:
    """Another outlet that the report names as its source: the name's key, and the words that say so."""

    key: str
    name: str
    cite: Citation


def named_sources(article: Article, names: Iterable[str]) -> tuple[NamedSource, ...]:
    """The outlets a report says it has something from, each by its first naming, in the text's order.

    Args:
        article: the report.
        names: outlets and agencies to look for, beside the known agencies.
    """
    mine = {name_key(n) for n in (article.outlet, *article.agencies) if n}
    pattern = _source_pattern(tuple(sorted({*names, *agency_names()})))
    found: dict[str, NamedSource] = {}
    for paragraph in body_paragraphs(article):
        for match in pattern.finditer(paragraph.text):
            name = next(g for g in match.groups() if g)
            key = name_key(name)
            if key not in mine and key not in found:
                found[key] = NamedSource(key, name, article.cite(paragraph.span(*match.span())))
    return tuple(found.values())


@cache
def _source_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    data = table(LANGUAGE, "group")
    tails = "|".join(data["name_tails"])
    longest_first = sorted(names, key=lambda n: (-len(n), n))
    name = rf"(?<!\w)((?-i:{'|'.join(map(re.escape, longest_first))}))(?!\w)(?: (?:{tails}))?"
    return re.compile("|".join(p.replace("{name}", name) for p in data["source_patterns"]), re.IGNORECASE)
