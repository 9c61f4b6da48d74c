"""Items of feeds into articles, whatever the feed's form."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from urllib.parse import urlsplit

from variorum.errors import FormatError, InputError, UnreadableError
from variorum.ingest.blocks import Block, unwrapped
from variorum.ingest.boilerplate import fold, is_boilerplate
from variorum.ingest.dates import either
from variorum.ingest.declared import Declared
from variorum.ingest.html import Piece, article_of, opening_only
from variorum.ingest.html_decoding import visible
from variorum.ingest.html_lines import Line, fragment_lines, size_of
from variorum.ingest.outlets import is_section, names_outlet, split_title
from variorum.ingest.prose import is_prose
from variorum.ingest.source import Source
from variorum.ingest.stated import stated_date, stated_language
from variorum.ingest.writers import stated_writers
from variorum.lang import table
from variorum.model.article import NOTE, Article, Failure

ENTITY = re.compile("<!ENTITY", re.IGNORECASE)
CUT = re.compile(r"(?:\.\.\.|…|\[(?:\.\.\.|…)\]|\((?:\.\.\.|…)\))\s*$")
"""The end of a text that is cut off."""
ONLY_SUMMARIES = "only a summary is here"
"""What is told of items whose report a feed leaves out."""
LONG = 150
"""Words from which what a feed carries is taken for the report, if nothing says that it is cut."""
SEVERAL = 3
"""Paragraphs from which it is, too."""
FULL = 60
"""Words from which a field made for the whole text (``content:encoded``, Atom's and JSON Feed's content) holds it."""


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says of itself; ``link`` is its site's address."""

    title: str | None = None
    link: str | None = None
    language: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One item as the feed has it.

    Attributes:
        title: in characters, no markup.
        markup: its text as HTML; one of ``markup`` and ``text`` is empty.
        text: its text in characters.
        whole: whether the field is one made for the whole text.
        link: the report's address.
        authors: as stated.
        published, updated: as stated, in any form of a date.
        source: the outlet that an aggregator says it is from.
        language: as stated.
        key: what tells it from the feed's other items, the same on every day.
    """

    title: str | None
    markup: str
    text: str
    whole: bool
    link: str | None
    authors: tuple[str, ...]
    published: str | None
    updated: str | None
    source: str | None
    language: str | None
    key: str


def articles_of(feed: Feed, items: Sequence[Item], source: Source) -> Iterator[Article | Failure]:
    """The articles of a feed's items; the n-th is ``path#n``, from 1.

    An item that carries its report's text gives an article as a page does. Of one that carries less, all that it has
    counts as a summary; how many those are is told at the end.

    Raises:
        UnreadableError: a feed without items.
    """
    if not items:
        raise UnreadableError(source.path, "a feed without items")
    outlet = _outlet(feed)
    mixed = len({_domain(i.link) for i in items if i.link}) > 1
    opened = 0
    for n, item in enumerate(items, start=1):
        path = f"{source.path}#{n}"
        if not source.wants(path):
            continue
        own = outlet if not mixed or _domain(item.link) == _domain(feed.link) else None
        try:
            article, whole = _article(item, feed, item.source or own, path)
        except InputError as error:
            yield Failure(path, "ingest", error.reason)
            continue
        opened += not whole
        yield article
    if opened:
        yield Failure(source.path, NOTE, f"of {opened} of {len(items)} items {ONLY_SUMMARIES}")


def require_plain(text: str, path: str) -> None:
    """Refuse markup that declares entities of its own: no feed needs them, and they can grow without bound.

    Raises:
        FormatError: it does.
    """
    if ENTITY.search(text):
        raise FormatError(path, "declares XML entities of its own, which is refused")


def _article(item: Item, feed: Feed, outlet: str | None, path: str) -> tuple[Article, bool]:
    lines, cut = _lines(item)
    title = _title(item.title, outlet)
    pieces = [Piece(title, "headline")] if title else []
    pieces += [p for p in lines if not title or p.text != item.title]
    if not pieces:
        raise UnreadableError(path, "an item without title or text")
    names, credited = stated_writers(item.authors, outlet)
    declared = Declared(
        outlet=outlet,
        byline=names,
        credited=credited,
        published=item_date(item.published),
        updated=item_date(item.updated) if item.updated != item.published else None,
        url=item.link,
        language=_language(item.language or feed.language),
    )
    said = [item.key, item.title, item.markup, item.text, item.published, item.updated]
    digest = sha256(json.dumps(said).encode()).hexdigest()
    article = article_of(pieces, declared, digest=digest, path=path, identity=item.key)
    whole = _is_whole(item, lines, cut=cut)
    return (article if whole else opening_only(article)), whole


def _lines(item: Item) -> tuple[list[Piece], bool]:
    """The item's lines without what feeds put under them, and whether they end before the report does."""
    found = fragment_lines(item.markup) if item.markup else [_plain(s) for s in item.text.splitlines() if s.strip()]
    found = [line for line in found if line.text and not _added(line.text)]
    more = False
    if found and found[-1].linked and (ending := _more().search(found[-1].text)):
        found[-1], more = replace(found[-1], text=found[-1].text[: ending.start()].rstrip()), True
    found = [line for line in found if line.text]
    more = more or bool(found and (_says_more(found[-1]) or CUT.search(found[-1].text)))
    pieces = [
        Piece(line.text, "caption" if line.role == "caption" else "body" if line.tag == "li" else None)
        for line in found
        if not (_says_more(line) or line.linked >= 1 or is_boilerplate(_block(line.text)))
    ]
    return pieces, more


def _plain(text: str) -> Line:
    return Line(visible(text), "p", None, 0, 0, 0.0)


def _block(text: str) -> Block:
    return unwrapped(text, 0, len(text))


@cache
def _data(key: str) -> tuple[str, ...]:
    return tuple(table("en", "pages")["feeds"][key])


@cache
def _more() -> re.Pattern[str]:
    """A link to the rest, at the end of what is there."""
    return re.compile(rf"(?:(?<=^)|(?<=\s))(?:{either(list(_data('cut')))})[\s.…»›→>\])]*$", re.IGNORECASE)


def _says_more(line: Line) -> bool:
    """``Continue reading``, ``Read more »`` in place of the rest."""
    return fold(line.text) in _data("cut") or (line.linked > 0 and fold(line.text).startswith(_data("cut")))


def _added(text: str) -> bool:
    """``The post ... appeared first on ...``: added by the machine that makes the feed."""
    first, *others = _data("added")
    low = text.lower()
    return low.startswith(first) and any(words in low for words in others)


def _is_whole(item: Item, pieces: Sequence[Piece], *, cut: bool) -> bool:
    """Whether the item carries its report's text and not a summary of it."""
    body = [p.text for p in pieces if p.kind != "caption"]
    size = sum(size_of(t) for t in body)
    several = sum(is_prose(_block(t)) for t in body) >= SEVERAL
    return not cut and (size >= LONG or several or (item.whole and size >= FULL))


def _title(title: str | None, outlet: str | None) -> str | None:
    """The headline without the outlet that aggregators put behind it."""
    if not title:
        return None
    if outlet:
        title = re.sub(rf"\s+[|–—-]\s+{re.escape(outlet)}$", "", title, flags=re.IGNORECASE)
    return split_title(title)[0]


def _outlet(feed: Feed) -> str | None:
    """Who publishes the feed: its publisher, else what in its title names no section."""
    if feed.publisher and not feed.publisher.startswith(("http:", "https:")):
        return feed.publisher
    pieces = [p.strip() for p in re.split(r"\s+[|\-–—·:>»]\s+|\s*\|\s*|:\s+", feed.title or "") if p.strip()]
    named = [p for p in pieces if not is_section(p)]
    return next((p for p in named if names_outlet(p)), next(iter(named), None))


def _domain(address: str | None) -> str:
    """The last two parts of an address's host."""
    try:
        host = urlsplit(address or "").hostname or ""
    except ValueError:
        return ""
    return ".".join(host.split(".")[-2:])


def item_date(value: str | None) -> str | None:
    """ISO 8601 of a date as feeds write it (RFC 822, RFC 3339, or a newsroom's way); None for none."""
    if not value or not value.strip():
        return None
    try:
        return stated_date(value[:80], "date", "")
    except (FormatError, OverflowError):
        pass
    try:
        from email.utils import parsedate_to_datetime

        return parsedate_to_datetime(value[:80]).isoformat(timespec="minutes")
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _language(value: str | None) -> str | None:
    try:
        return stated_language(value, "")
    except FormatError:
        return None
