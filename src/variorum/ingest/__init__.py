"""Bytes into articles.

The engine opens the files; this stage takes bytes and names. Each format is one module behind ``formats.Format``.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from variorum.errors import InputError, UnreadableError
from variorum.ingest import formats
from variorum.ingest.assemble import assemble
from variorum.ingest.declared import Declared
from variorum.ingest.limits import DEFAULT_LIMITS, Limits
from variorum.ingest.opml import listed_feeds
from variorum.ingest.source import Source
from variorum.ingest.stated import stated_date
from variorum.ingest.years import complete_years
from variorum.model.article import Article, Failure

__all__ = [
    "DEFAULT_LIMITS",
    "Declared",
    "Limits",
    "complete_years",
    "format_name",
    "from_bytes",
    "from_file",
    "from_text",
    "listed_feeds",
]


def from_file(  # noqa: PLR0913 (a front door: each is a fact of its own)
    file: BinaryIO,
    path: str,
    *,
    media_type: str | None = None,
    declared: Declared | None = None,
    limits: Limits = DEFAULT_LIMITS,
    only: Iterable[str] | None = None,
) -> Iterator[Article | Failure]:
    """The articles of one file and of everything packed in it, as they are come to, and what is set aside.

    ``docs/formats.md`` lists the formats; ``formats.format_of`` says how one is chosen. ``Article.text`` is the text
    file's own characters; what has no plain text of its own (JSON, a page) has it composed.

    Args:
        file: the file's bytes; an archive is gone through as a stream.
        path: the file as the user named it; its last part goes into the articles' ids.
        media_type: what a server says it is.
        declared: what is known of the report beforehand: its address, what a feed says of it.
        limits: how much it may hold.
        only: the paths of the articles wanted, where not all are; the rest of an archive is passed over.

    Yields:
        Articles in the file's order, named ``path``, or of a file with several ``path#n`` or ``path!/member``; for
        each bad line, item or member a ``Failure`` of that name.

    Raises:
        UnreadableError: the file itself is empty, binary, damaged, or passes its limits; what was given before stays.
        FormatError: a format not read, broken front matter or JSON, no article in it.
    """
    source = Source.of(file, path, media_type=media_type, declared=declared, limits=limits, only=only)
    return formats.read(source)


def format_name(raw: bytes, path: str, media_type: str | None = None) -> str:
    """The name of the format that reads these bytes, as ``docs/formats.md`` has it.

    Raises:
        InputError: a format that is not read.
    """
    return formats.format_of(Source.of(io.BytesIO(raw), path, media_type=media_type)).name


def from_bytes(raw: bytes, path: str) -> tuple[list[Article], list[Failure]]:
    """The articles of one file, and what was set aside of it, all at once: see :func:`from_file`.

    Raises:
        InputError: as there, where no article came before.
    """
    articles: list[Article] = []
    failures: list[Failure] = []
    try:
        for found in from_file(io.BytesIO(raw), path):
            if isinstance(found, Article):
                articles.append(found)
            else:
                failures.append(found)
    except InputError as error:
        if not articles and not failures:
            raise
        failures.append(Failure(error.path, "ingest", error.reason))
    return articles, failures


def from_text(
    text: str,
    *,
    title: str | None = None,
    published: str | None = None,
    outlet: str | None = None,
    path: str | None = None,
) -> Article:
    """The article of a bare text; what is given wins over what the text says.

    Args:
        text: the report's characters, as they stay.
        title: its headline.
        published: its date, ISO 8601 or a form newsrooms use.
        outlet: who published it.
        path: a name for it, if it has one.

    Raises:
        UnreadableError: no text, or characters that no encoding can hold.
        FormatError: ``published`` is no date.
    """
    name = path or "text"
    if not text.strip():
        raise UnreadableError(name, "empty text")
    try:
        raw = text.encode("utf-8")
    except UnicodeEncodeError:
        raise UnreadableError(name, "the text holds half of a surrogate pair, which is no character") from None
    declared = Declared(title=title, outlet=outlet, published=stated_date(published, "published", name))
    return assemble(text, declared, raw_sha256=hashlib.sha256(raw).hexdigest(), path=path)
