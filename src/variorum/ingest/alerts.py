"""Alerts: messages that list reports elsewhere, with a headline, an outlet, an address and a few words of each."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

from variorum.errors import FormatError
from variorum.ingest.declared import Declared
from variorum.ingest.html_decoding import visible
from variorum.ingest.html_tree import parse_page
from variorum.ingest.rows import compose
from variorum.ingest.source import Source, alone
from variorum.model.article import Article, Failure

HEAD = re.compile(r"^=== .{1,200} ===\s*$", re.MULTILINE)
"""The line above the items of one kind in an alert's plain text, as Google's have it."""
LINK = re.compile(r"^\s*<(https?://[^>\s]{1,4000})>\s*$")
ARTICLE = re.compile(r"https?://schema\.org/\w*Article$")
REDIRECTS = ("url", "q", "u")
"""Parameters in which an address that counts the reader holds the one it leads to."""


@dataclass(frozen=True, slots=True)
class Item:
    """One report that an alert lists."""

    title: str
    outlet: str | None
    words: str
    url: str | None


def items_of(plain: str, markup: str) -> list[Item]:
    """What an alert lists, by the markup (microdata of schema.org's Article) or by the plain text; else nothing."""
    return _marked_up(markup) or _plain(plain)


def read_items(items: Sequence[Item], around: Declared, source: Source) -> Iterator[Article | Failure]:
    """A report for each item, as ``path#n``: its headline and the words that the alert gives."""
    for number, item in enumerate(items, start=1):
        path = f"{source.path}#{number}"
        if source.wants(path):
            yield from alone(path, _report(item, number, around, source))
    yield Failure(source.path, "ingest", f"an alert: of {len(items)} reports only the opening words are here")


def _report(item: Item, number: int, around: Declared, source: Source) -> Iterator[Article]:
    stated = replace(around, title=item.title, outlet=item.outlet, url=item.url)
    digest = hashlib.sha256("\x1f".join((item.title, item.words, item.url or "")).encode()).hexdigest()
    yield compose(item.title, item.words, stated, source=source, number=number, digest=digest)


def _marked_up(markup: str) -> list[Item]:
    if "schema.org" not in markup:
        return []
    try:
        tree = parse_page(markup, "")
    except FormatError:
        return []
    found = [_item(e) for e in tree.iter() if isinstance(e.tag, str) and ARTICLE.match(e.get("itemtype") or "")]
    return [item for item in found if item.title and item.words]


def _item(element: Any) -> Item:
    publisher = next((e for e in element.iter() if e.get("itemprop") == "publisher"), None)
    inside = set(publisher.iter()) if publisher is not None else set()

    def words(name: str) -> str:
        return next((_words(e) for e in element.iter() if e.get("itemprop") == name and e not in inside), "")

    link = next((e.get("href") for e in element.iter() if e.get("itemprop") == "url" and e not in inside), None)
    return Item(
        title=words("name") or words("headline"),
        outlet=_words(publisher) or None if publisher is not None else None,
        words=words("description") or words("articleBody"),
        url=_led_to(link),
    )


def _words(element: Any) -> str:
    return visible(" ".join("".join(element.itertext()).split()))


def _plain(text: str) -> list[Item]:
    """Items under a head: a headline, an outlet, some words, and the address in angle brackets."""
    if not HEAD.search(text):
        return []
    items: list[Item] = []
    lines: list[str] = []
    for line in text.splitlines():
        if HEAD.match(line):
            lines = []
        elif link := LINK.match(line):
            if len(lines) >= 3:
                items.append(Item(lines[0], lines[1], " ".join(lines[2:]), _led_to(link[1])))
            lines = []
        elif line.strip():
            lines.append(visible(line))
    return items


def _led_to(address: str | None) -> str | None:
    """The address that a counting one leads to, or itself; None for what is no address of the web."""
    if not address or not address.startswith(("http://", "https://")):
        return None
    try:
        parameters = parse_qs(urlsplit(address).query)
    except ValueError:
        return None
    inner = (v for name in REDIRECTS for v in parameters.get(name, ()) if v.startswith(("http://", "https://")))
    return next(inner, address)
