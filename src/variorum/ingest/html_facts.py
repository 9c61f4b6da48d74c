"""What a page's markup states of its report: JSON-LD, OpenGraph, meta elements, microdata."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from variorum.errors import FormatError
from variorum.ingest.addresses import web_address
from variorum.ingest.agencies import agency
from variorum.ingest.declared import Declared
from variorum.ingest.html_decoding import visible
from variorum.ingest.html_jsonld import LONGEST, Row, linked_objects, names_in, types_of, values_of
from variorum.ingest.outlets import is_section, names_outlet, split_title
from variorum.ingest.stated import stated_date, stated_language
from variorum.ingest.writers import fold, stated_writers
from variorum.lang import table


@dataclass(frozen=True, slots=True)
class Facts:
    """What the page states.

    Attributes:
        declared: the stated facts; ``title`` is the declared one, which the page may show in other words.
        body: the report's text, where the page states it beside what it shows (``articleBody``).
        free: whether all may read it; None when the page does not say.
        words: how many words the report has, by the page.
        told: whether the page says that it is a report.
        titled: the words of its title element.
    """

    declared: Declared
    body: str | None = None
    free: bool | None = None
    words: int | None = None
    told: bool = False
    titled: str | None = None


def facts_of(tree: Any, url: str | None) -> Facts:
    """The facts that a page's tree states.

    Args:
        tree: as parsed, with its scripts.
        url: where it was found.
    """
    objects = list(linked_objects(tree))
    page = _Page(tree, url)
    report = _report(objects, page)
    outlet = _outlet(report, objects, page)
    names, credited = _writers(report, page, outlet)
    agencies = _agencies(report, objects, outlet)
    declared = Declared(
        title=_title(report, page, outlet),
        outlet=outlet,
        agencies=agencies,
        byline=names,
        published=_date([*values_of(report, "datePublished", "dateCreated"), *page.dates("published")]),
        updated=_date([*values_of(report, "dateModified"), *page.dates("updated")]),
        url=page.address,
        language=_language([*values_of(report, "inLanguage"), *page.languages()]),
        credited=credited,
    )
    kind = next(iter(page.metas("og:type")), "")
    return Facts(
        declared,
        body=_body(report),
        free=_truth(report.get("isAccessibleForFree")),
        words=_number(report.get("wordCount")),
        told=bool(report) or kind.lower() == "article",
        titled=page.title,
    )


@cache
def _data(section: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = table("en", "pages")[section]
    return found


def _meta(key: str) -> list[str]:
    return _data("meta")[key]


@dataclass
class _Page:
    """The meta elements of a page and its addresses."""

    tree: Any
    given: str | None
    _named: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for element in self.tree.iter("meta"):
            value = visible(element.get("content") or "")
            for key in ("property", "name", "itemprop", "http-equiv"):
                if value and (name := element.get(key)):
                    self._named.setdefault(name.strip().lower(), []).append(value)

    def metas(self, *names: str) -> list[str]:
        """The values of the meta elements of these names, in the order of the names."""
        return [value for name in names for value in self._named.get(name, ())]

    @property
    def address(self) -> str | None:
        """Where the report stands: the canonical link, else what the page says of itself, else where it was found."""
        base = next((e.get("href") for e in self.tree.iter("base") if e.get("href")), None)
        links = [e.get("href") for e in self.tree.iter("link") if "canonical" in (e.get("rel") or "").lower().split()]
        found = [a for href in (*links, *self.metas(*_meta("url"))) if (a := web_address(href, base, self.given))]
        whole = [a for a in found if urlsplit(a).path not in ("", "/")]
        return next(iter([*whole, *([self.given] if self.given else []), *found]), None)

    def dates(self, role: str) -> list[str]:
        """What meta elements and microdata state as the date of that role."""
        name = {"published": "datePublished", "updated": "dateModified"}[role]
        stated = [
            e.get("datetime") or e.get("content") or "".join(e.itertext())
            for e in self.tree.iter("time", "span", "div", "p", "abbr", "meta")
            if name in (e.get("itemprop") or "").split() or (role == "published" and e.get("pubdate") is not None)
        ]
        return [*self.metas(*_meta(role)), *(visible(s) for s in stated)]

    def languages(self) -> list[str]:
        """The language that the page names, first of itself and then of its meta elements."""
        roots = [self.tree, *self.tree.iter("body", "article")]
        own = [v for e in roots for v in (e.get("lang"), e.get("{http://www.w3.org/XML/1998/namespace}lang")) if v]
        return [*own, *self.metas(*_meta("language"))]

    @property
    def title(self) -> str | None:
        """The words of the title element."""
        element = self.tree.find(".//head/title")
        element = self.tree.find(".//title") if element is None else element
        return visible("".join(element.itertext())) or None if element is not None else None


def _report(objects: Sequence[Row], page: _Page) -> Row:
    """The object that is this page's report: the one at its address, or of its title, or the first; else empty."""
    known = _data("schema")["articles"]
    rows = [o for o in objects if any(t in known for t in types_of(o))]
    if not rows:
        return {}
    titles = {fold(t) for t in (page.title, *page.metas(*_meta("title"))) if t}
    address = page.address

    def rank(row: Row) -> tuple[bool, bool, bool, int]:
        at = {a for v in values_of(row, "url", "mainEntityOfPage", "@id") if (a := web_address(v, None, page.given))}
        headline = fold(next(iter(values_of(row, "headline", "name")), ""))
        titled = bool(headline) and any(headline in t or t in headline for t in titles if t)
        weak = min(known.index(t) for t in types_of(row) if t in known) >= known.index("Blog")
        return (not weak, bool(address and _bare(address) in {_bare(a) for a in at}), titled, len(row.keys() & KEYS))

    return max(rows, key=rank)


KEYS = frozenset({"headline", "datePublished", "author", "publisher", "articleBody", "description", "dateModified"})
"""What shows an object to be told in full, and not a link to it."""


def _bare(address: str) -> str:
    parts = urlsplit(address)
    return (parts.netloc.removeprefix("www.").removeprefix("amp.") + parts.path).rstrip("/").lower()


def _title(report: Row, page: _Page, outlet: str | None) -> str | None:
    declared = [*values_of(report, "headline"), *page.metas(*_meta("title")), *([page.title] if page.title else [])]
    title = next((t for t in declared if t and len(t) <= LONGEST), None)
    if title and outlet:
        title = re.sub(rf"\s+(?:[|–—·»-]|::)\s+{re.escape(outlet)}$", "", title, flags=re.IGNORECASE)
    return split_title(title)[0] if title else None


def _outlet(report: Row, objects: Sequence[Row], page: _Page) -> str | None:
    """Who publishes: the stated publisher, the site's name, the name behind the page's title."""
    sites = [o for o in objects if any(t in _data("schema")["sites"] for t in types_of(o))]
    stated = [*names_in(report.get("publisher"), objects), *page.metas(*_meta("outlet"))]
    stated += [n for site in sites for n in names_in(site, objects)]
    behind = split_title(page.title)[1] if page.title else None
    names = [_site(n) for n in (*stated, *([behind] if behind else []))]
    fit = [n for n in names if n and len(n.split()) <= 8]
    return next((n for n in fit if "." not in n.strip(".") or " " in n), next(iter(fit), None))


def _site(name: str) -> str:
    """A site's name without the section or slogan behind it."""
    pieces = [p.strip() for p in re.split(r"\s+[|\-–—·:]\s+|\s*\|\s*", name) if p.strip()]
    return next((p for p in pieces if names_outlet(p) and not is_section(p)), pieces[0] if pieces else "").strip()


def _writers(report: Row, page: _Page, outlet: str | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Writers, and the agencies or other houses named among them; the outlet itself and its desks are none."""
    stated = names_in(report.get("author"), []) or names_in(report.get("creator"), [])
    if not stated:
        groups = [[v for v in page.metas(name) if not web_address(v)] for name in _meta("byline")]
        stated = next((g for g in groups if g), [])
    return stated_writers(stated, outlet)


def _agencies(report: Row, objects: Sequence[Row], outlet: str | None) -> tuple[str, ...]:
    """The agencies whose text it is by the page's own statement (``creditText``, ``sourceOrganization``)."""
    keys = ("creditText", "sourceOrganization", "provider", "copyrightHolder")
    names = [n for key in keys for n in names_in(report.get(key), objects)]
    known = [a.name for n in names if (a := agency(n))]
    return tuple(dict.fromkeys(n for n in known if fold(n) != fold(outlet or "")))


def _first(values: Sequence[str], read: Callable[[str], str | None]) -> str | None:
    """The first value that can be read; a page's mistakes are passed over."""
    for value in values:
        try:
            if found := read(value):
                return found
        except (FormatError, OverflowError):
            continue
    return None


def _date(values: Sequence[str]) -> str | None:
    return _first([v[:80] for v in values], lambda v: stated_date(v, "date", ""))


def _language(values: Sequence[str]) -> str | None:
    return _first(values, lambda v: stated_language(v, ""))


def _truth(value: object) -> bool | None:
    if isinstance(value, str):
        return {"true": True, "false": False}.get(value.strip().rpartition("/")[2].lower())
    return value if isinstance(value, bool) else None


def _number(value: object) -> int | None:
    try:
        return int(str(value)) if value is not None else None
    except ValueError:
        return None


def _body(report: Row) -> str | None:
    """The stated text, elements in it made into line breaks; posts of a live page follow one another."""
    own = report.get("articleBody")
    posts = report.get("liveBlogUpdate")
    if isinstance(own, str) and own.strip():
        return own
    rows = [p for p in posts if isinstance(p, dict)] if isinstance(posts, list) else []
    texts = ["\n\n".join(s for k in ("headline", "articleBody") if isinstance(s := p.get(k), str)) for p in rows]
    return "\n\n".join(t for t in texts if t.strip()) or None
