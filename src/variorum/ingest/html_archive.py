"""Pages as browsers save them in one file (MHTML, RFC 2557)."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from variorum.errors import FormatError
from variorum.ingest import html
from variorum.ingest.addresses import web_address
from variorum.ingest.declared import Declared
from variorum.ingest.source import Source
from variorum.model.article import Article, Failure

if TYPE_CHECKING:
    from email.message import Message

MARK = re.compile(
    rb"(?:[\w-]{1,60}:[^\r\n]{0,2000}\r?\n(?:[ \t][^\r\n]{0,2000}\r?\n){0,40}){0,40}?"
    rb"Content-Type:\s*multipart/related;(?:[^\r\n]{0,400}\r?\n[ \t])*?[^\r\n]{0,400}?type=\"?text/html",
    re.IGNORECASE,
)
"""The head of a message whose parts belong to one page."""


def read(source: Source) -> Iterator[Article | Failure]:
    """The page of a saved page; its pictures and styles are left alone.

    Raises:
        FormatError: no page in it.
        UnreadableError: as for a page.
    """
    from email import message_from_bytes

    message = message_from_bytes(source.raw)
    page = next((part for part in message.walk() if part.get_content_type() in PAGES), None)
    payload = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(payload, bytes) or not payload.strip():
        raise FormatError(source.path, "no page in this web archive")
    address = next((a for part in (message, page) for a in _addresses(part)), None)
    inside = source.unpacked(io.BytesIO(payload), "page.html")
    yield from html.read(
        replace(inside, charset=page.get_content_charset(), declared=Declared(url=address).over(source.declared))
    )


PAGES = frozenset({"text/html", "application/xhtml+xml"})


def _addresses(part: Message) -> Iterator[str]:
    """Where the page was saved from."""
    for name in ("Snapshot-Content-Location", "Content-Location"):
        if found := web_address(str(part.get(name) or "")):
            yield found
