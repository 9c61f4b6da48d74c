"""One report as named values: a JSON object, a line of a table, in the names that sites and corpora give them.

The names are those of schema.org's NewsArticle (https://schema.org/NewsArticle), of news-please and newspaper, of JSON
Feed, and what tables of articles are usually headed. Names are compared without case and without marks, so that
``date_publish``, ``datePublish`` and ``Date publish`` are one. Where several stand for one thing, the first in the list
that has a value is taken.
"""

from __future__ import annotations

import ast
import datetime as dt
import math
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from variorum.errors import FormatError
from variorum.ingest.agencies import by_url
from variorum.ingest.assemble import assemble
from variorum.ingest.blocks import unwrapped
from variorum.ingest.declared import Declared
from variorum.ingest.html import Piece, article_of
from variorum.ingest.markup import is_markup, pieces_of
from variorum.ingest.source import Source
from variorum.ingest.stated import stated_date, stated_language, stated_names
from variorum.model.article import Article, Failure

BODIES = (
    "articlebody", "text", "body", "content", "maintext", "fulltext", "articletext", "bodytext", "articlecontent",
    "contenttext", "storytext", "plaintext", "textcontent", "cleantext", "rawtext", "bodyxhtml", "bodyhtml",
    "contenthtml", "htmlbody", "articlehtml", "newstext", "newscontent", "parsedtext", "article", "story",
    "document", "doc",
)  # fmt: skip
SHORT_BODIES = ("descriptiontext", "description", "summary", "abstract", "snippet", "lead", "excerpt")
"""What stands for the body where there is none: a feed's or an alert's few sentences."""
HEADLINES = (
    "headline", "title", "name", "heading", "articletitle", "mainheadline", "newstitle", "webtitle", "titlepage",
    "titlerss",
)  # fmt: skip
PUBLISHED = (
    "datepublished", "datepublish", "published", "publishdate", "publisheddate", "publicationdate", "pubdate",
    "publishedat", "publishedon", "dateofpublication", "publishtime", "publishedtime", "pubtime", "firstpublished",
    "releasedate", "postedat", "posted", "datetime", "datetimepub", "date", "articledate", "newsdate", "timestamp",
    "webpublicationdate", "datecreated", "createdat", "created", "firstcreated", "versioncreated", "contentcreated",
)  # fmt: skip
UPDATED = (
    "datemodified", "datemodify", "updated", "updatedat", "lastmodified", "lastupdated", "modified", "modifiedat",
    "dateupdated", "updateddate", "modifieddate", "contentmodified",
)  # fmt: skip
CAPTURED = (
    "datedownload", "warcdate", "seendate", "crawldate", "crawledat", "datecrawled", "scrapedat", "scrapedate",
    "fetchedat", "captured",
)  # fmt: skip
OUTLETS = (
    "publisher", "sourceorganization", "outlet", "sourcename", "publication", "newspaper", "source", "sitename",
    "newsoutlet", "newssource", "medianame", "medium", "publishername", "outletname", "mediaoutlet", "media", "channel",
    "website", "site", "sourcedomain", "domain", "hostname", "host",
)  # fmt: skip
AGENCIES = ("credittext", "agency", "agencies", "newsagency", "wire")
WRITERS = (
    "author", "authors", "byline", "by", "writer", "writers", "reporter", "reporters", "journalist", "creator",
    "authorname", "authornames", "articleauthor",
)  # fmt: skip
ADDRESSES = (
    "url", "link", "mainentityofpage", "canonicalurl", "articleurl", "weburl", "permalink", "canonical", "uri", "id",
    "sourceurl",
)  # fmt: skip
LANGUAGES = ("inlanguage", "language", "lang", "languagecode", "articlelanguage")
WITHIN = ("fields", "attributes", "properties", "metadata", "meta", "_source", "source_data", "data", "thread")
"""Objects in which a service puts some of a report's values, beside others that stand for themselves."""
WORDS_OF = ("rendered", "main", "value", "@value", "text", "plain", "default", "original", "content")
"""Under which of its names an object has the text that it stands for."""
ADDRESS = re.compile(r"\s*https?://", re.IGNORECASE)
NOTHING = frozenset({"", "nan", "none", "null", "nat", "n/a", "na", "-", "[]", "{}", "unknown"})
"""What tables write where there is no value."""
INSTANTS = (631_152_000, 4_102_444_800)
"""Seconds since 1970 that are taken for a moment: 1990 to 2100."""
T = TypeVar("T")


def normal(key: str) -> str:
    """A name as names are compared: small letters and figures alone."""
    return "".join(c for c in key.casefold() if c.isalnum())


def has_body(row: Mapping[str, Any]) -> bool:
    """Whether an object has a report's text under one of the names for it."""
    keys = {normal(str(k)) for k, _ in _pairs(row)}
    return any(k in keys for k in BODIES)


def has_headline(row: Mapping[str, Any]) -> bool:
    """Whether an object has a headline."""
    keys = {normal(str(k)) for k, _ in _pairs(row)}
    return any(k in keys for k in HEADLINES)


def read_row(row: Any, source: Source, number: int | None, digest: str) -> Iterator[Article | Failure]:
    """The article of named values, and a failure for each value that it is read without.

    Its text is composed: the headline, a blank line, the body with the characters that the values stand for; a body in
    markup gives its paragraphs.

    Args:
        row: the values.
        source: what they stand in.
        number: which of several there, from 1; None for the only one.
        digest: hash of the bytes they were read from.

    Raises:
        FormatError: no such object, no body, or one that is no text.
        UnreadableError: nothing in it is a report's words.
    """
    path = source.path if number is None else f"{source.path}#{number}"
    if not isinstance(row, Mapping):
        raise FormatError(path, f"an article must be an object, this is {kind(row)}")
    values = _Values(row, path)
    body = values.text(BODIES) or values.text(SHORT_BODIES)
    if body is None:
        raise FormatError(path, "'articleBody' is missing or empty")
    headline = (values.text(HEADLINES) or "").strip() or None
    stated = values.declared(headline).over(source.declared)
    yield compose(headline, body, stated, source=source, number=number, digest=digest)
    for problem in values.problems:
        yield Failure(path, "ingest", f"{problem}; the report is read without it")


def compose(  # noqa: PLR0913 (where a text comes from is four facts, each its own)
    headline: str | None, body: str, stated: Declared, *, source: Source, number: int | None, digest: str
) -> Article:
    """An article of headline and body; a body in markup gives its paragraphs.

    Raises:
        FormatError: half of a surrogate pair in it.
        UnreadableError: nothing in it is a report's words.
    """
    path = source.path if number is None else f"{source.path}#{number}"
    if is_markup(body):
        pieces = pieces_of(body, path)
        if headline:
            pieces = [Piece(" ".join(headline.split()), "headline"), *(p for p in pieces if p.kind != "headline")]
        if not pieces:
            raise FormatError(path, "no text in its markup")
        identity = None if number is None else f"{source.name or source.path}#{number}"
        return article_of(pieces, stated, digest=digest, path=path, identity=identity)
    text = f"{headline}\n\n{body}" if headline else body
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise FormatError(path, "the text holds half of a surrogate pair, which is no character") from None
    given = [unwrapped(text, 0, len(headline)).marked("headline")] if headline else []
    return assemble(text, stated, raw_sha256=digest, path=path, number=number, given=given)


class _Values:
    """The values of one row under their normal names, and what is wrong with some of them."""

    def __init__(self, row: Mapping[str, Any], path: str) -> None:
        self._path = path
        self._names: dict[str, str] = {}
        self._values: dict[str, Any] = {}
        self.problems: list[str] = []
        for key, value in _pairs(row):
            if normal(str(key)) not in self._values and not _is_nothing(value):
                self._names[normal(str(key))] = str(key)
                self._values[normal(str(key))] = value

    def declared(self, headline: str | None) -> Declared:
        """The stated facts."""
        url = self._fact(ADDRESSES, _address)
        return Declared(
            title=" ".join(headline.split()) if headline else None,
            outlet=self._fact(OUTLETS, _outlet),
            agencies=self._fact(AGENCIES, _names) or (),
            byline=stated_names(self._fact(WRITERS, _names) or ()),
            published=self._fact(PUBLISHED, _date),
            updated=self._fact(UPDATED, _date),
            url=url,
            language=self._fact(LANGUAGES, _language),
            captured=self._fact(CAPTURED, _date),
        )

    def text(self, keys: tuple[str, ...]) -> str | None:
        """The first text under one of the keys; a list of strings is one paragraph each.

        Raises:
            FormatError: something else than text under it.
        """
        for key in (k for k in keys if k in self._values):
            value = self._values[key]
            if isinstance(value, list) and all(isinstance(v, str) for v in value):
                value = "\n\n".join(value)
            value = _of_object(value, WORDS_OF)
            if not isinstance(value, str):
                value = self._values[key]
                raise FormatError(self._path, f"'{self._names[key]}' must be text, this is {kind(value)}")
            if value.strip():
                return value
        return None

    def _fact(self, keys: tuple[str, ...], read: Callable[[Any], T | None]) -> T | None:
        """The first of the keys that has something for this fact; a value that is wrong is noted and left out."""
        for key in (k for k in keys if k in self._values):
            try:
                found = read(self._values[key])
            except (ValueError, FormatError) as error:
                reason = error.reason if isinstance(error, FormatError) else str(error)
                self.problems.append(f"{self._names[key]}: {reason}")
                continue
            if found is not None:
                return found
        return None


def _pairs(row: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """A row's names and values, those of the objects inside that only hold more of them last."""
    yield from row.items()
    for key in WITHIN:
        if isinstance(row.get(key), Mapping):
            yield from row[key].items()


def _is_nothing(value: Any) -> bool:
    if isinstance(value, str):
        return value.strip().casefold() in NOTHING
    return value is None or value in ([], {}) or (isinstance(value, float) and math.isnan(value))


def _date(value: Any) -> str | None:
    """An ISO date of a text, of seconds or milliseconds since 1970, or of an object that holds one (``$date``)."""
    if isinstance(value, Mapping):
        value = next((v for v in value.values() if isinstance(v, str | int | float)), None)
    if isinstance(value, str) and re.fullmatch(r"\d{10}(?:\d{3})?(?:\.\d+)?", value.strip()):
        value = float(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        seconds = value / 1000 if value > INSTANTS[1] else value
        if not INSTANTS[0] <= seconds < INSTANTS[1]:
            raise ValueError(f"{value} is not a date")
        return dt.datetime.fromtimestamp(int(seconds), dt.UTC).isoformat(timespec="minutes")
    if not isinstance(value, str):
        raise ValueError(f"must be a date, this is {kind(value)}")
    try:
        return stated_date(value, "", "")
    except FormatError:
        raise ValueError(f"{value.strip()[:60]!r} is not a date") from None


def _names(value: Any) -> tuple[str, ...] | None:
    """Names: a string, an object with ``name``, or a list of either; a table may hold the list as it is printed."""
    if isinstance(value, str) and re.fullmatch(r"\s*\[.*\]\s*", value, re.DOTALL):
        try:
            value = ast.literal_eval(value.strip())
        except (ValueError, SyntaxError, RecursionError, MemoryError):
            value = value.strip().strip("[]")
    found: list[str] = []
    for each in value if isinstance(value, list | tuple) else [value]:
        name = _of_object(each, ("name", "displayName", "title", "literal", "original"))
        if isinstance(each, Mapping) and name is None:
            raise ValueError("no name in it")
        if _is_nothing(name):
            continue
        if not isinstance(name, str):
            raise ValueError(f"must be a name or an object with 'name', this is {kind(name)}")
        if not ADDRESS.match(name):
            found.append(" ".join(name.split()))
    return tuple(found) or None


def _of_object(value: Any, keys: tuple[str, ...]) -> Any:
    if not isinstance(value, Mapping):
        return value
    return next((value[k] for k in keys if isinstance(value.get(k), str)), None)


def _outlet(value: Any) -> str | None:
    """Who publishes: a name, or by an address the bare host."""
    if isinstance(value, str) and ADDRESS.match(value):
        return by_url(value.strip())
    name = next(iter(_names(value) or ()), None)
    if name is None:
        return None
    if re.fullmatch(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,24}(?:/\S*)?", name, re.IGNORECASE):
        return by_url(name if "//" in name else f"//{name}")
    return name


def _address(value: Any) -> str | None:
    address = _of_object(value, ("@id", "url", "href"))
    if not isinstance(address, str):
        return None
    return address.strip() if ADDRESS.match(address) else None


def _language(value: Any) -> str | None:
    code = _of_object(value, ("alternateName", "@value", "name"))
    if not isinstance(code, str):
        raise ValueError(f"must be a language, this is {kind(code)}")
    return stated_language(code, "")


def kind(value: Any) -> str:
    """What a JSON value is, for messages."""
    kinds = {dict: "an object", list: "a list", str: "text", bool: "true or false", type(None): "null"}
    return kinds.get(type(value), "a number")
