"""Bytes into articles.

The engine opens the files; this stage takes bytes and names. Each format is one module behind ``formats.Reader``.
"""

from __future__ import annotations

import hashlib

from variorum.errors import UnreadableError
from variorum.ingest import formats
from variorum.ingest.assemble import assemble
from variorum.ingest.declared import Declared
from variorum.ingest.stated import stated_date
from variorum.ingest.years import complete_years
from variorum.model.article import Article, Failure

__all__ = ["complete_years", "from_bytes", "from_text"]


def from_bytes(raw: bytes, path: str) -> tuple[list[Article], list[Failure]]:
    """The articles of one file, and the failures among several in one file.

    The format goes by the suffix, then by the content: plain text (with front matter or without), JSON, JSON Lines.
    ``Article.text`` keeps the file's own characters; a JSON article's text is its headline, a blank line, its body.

    Args:
        raw: the file's bytes.
        path: the file as the user named it; its last part goes into the articles' ids.

    Returns:
        Articles in the file's order; for each bad line or item of a list a ``Failure`` named ``path#n``.

    Raises:
        UnreadableError: empty, binary, larger than 16 MB, or in no known encoding.
        FormatError: a format not read yet, broken front matter or JSON, no article in it.
    """
    return formats.read(raw, path)


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
