"""Messages (RFC 5322) and mailboxes of them (mbox, RFC 4155): press releases and alerts sent by e-mail."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime
from functools import cache

from variorum.errors import FormatError, InputError, UnreadableError
from variorum.ingest import exports
from variorum.ingest.alerts import items_of, read_items
from variorum.ingest.dates import either
from variorum.ingest.declared import Declared
from variorum.ingest.html import Piece, article_of
from variorum.ingest.html_decoding import decode_page, visible
from variorum.ingest.limits import MEGABYTE
from variorum.ingest.markup import pieces_of
from variorum.ingest.rows import compose
from variorum.ingest.source import Source
from variorum.lang import table
from variorum.model.article import Article, Failure

MARK = re.compile(
    rb"(?:[A-Za-z][\w-]{0,60}:[^\r\n]{0,2000}\r?\n(?:[ \t][^\r\n]{0,2000}\r?\n){0,40}){0,60}?"
    rb"(?:Return-Path|Delivered-To|Received|MIME-Version|Message-ID|DKIM-Signature): ?\S",
    re.IGNORECASE,
)
MBOX_MARK = re.compile(rb"From [^\s]{1,320} {1,4}[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d ")
OPENING = re.compile(rb"From \S.* \d{4}(?: [+-]\d{4})?\s*$")
"""The line that begins a message in a mailbox: sender and date."""
MOST_PARTS = 500
COVERING = 60
"""Words of the longest note that only covers what is attached."""
FULLER = 3
"""How many times as many words the markup of a message must have as its plain text, to be the fuller one."""
PASSED_OVER = ("image", "audio", "video", "font")
"""Kinds of attachments that are no reports and are not told of."""
SIGNATURES = frozenset(
    {"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature", "text/calendar"}
    | {"text/vcard", "text/x-vcard", "application/ics"}
)


def read_mailbox(source: Source) -> Iterator[Source | Failure]:
    """The messages of a mailbox, the n-th as ``path#n``.

    Raises:
        FormatError: no mailbox.
    """
    number = 0
    for raw in _messages(source):
        number += 1
        if not source.wants(f"{source.path}#{number}"):
            continue
        if raw is None:
            limit = source.limits.file / MEGABYTE
            yield Failure(f"{source.path}#{number}", "ingest", f"too large: the limit is {limit:.4g} MB a message")
        else:
            yield source.numbered(number, raw, media_type="message/rfc822", declared=Declared())
    if not number:
        raise FormatError(source.path, "not a mailbox: no line 'From sender date' begins it")


def _messages(source: Source) -> Iterator[bytes | None]:
    """Each message's bytes; None for one that is larger than a file may be."""
    lines: list[bytes] | None = None
    size, blank = 0, True
    while line := source.stream.readline(MEGABYTE):
        if blank and OPENING.match(line):
            if lines is not None:
                yield b"".join(lines) if size <= source.limits.file else None
            lines, size = [], 0
        elif lines is not None:
            size += len(line)
            if size <= source.limits.file:
                lines.append(line[1:] if re.match(rb">+From ", line) else line)
        blank = not line.strip()
    if lines is not None:
        yield b"".join(lines) if size <= source.limits.file else None


def read(source: Source) -> Iterator[Article | Failure | Source]:
    """What a message says, and what is attached to it as its members.

    The message itself is a report, or an export of many, or an alert that lists reports elsewhere with an opening of
    each. A note that only covers its attachments is passed over.

    Raises:
        UnreadableError: too large, no text and nothing attached, or nothing in it is a report's words.
        FormatError: no message.
    """
    message = BytesParser().parsebytes(source.raw)
    if not any(message[name] for name in ("From", "Date", "Subject", "Message-ID", "Content-Type")):
        raise FormatError(source.path, "not a message: it has none of the heads of one")
    texts, attached = _parts(message, source.path)
    plain, markup = texts.get("text/plain", ""), texts.get("text/html", "")
    reports = list(_report(message, plain, markup, source, covering=bool(attached)))
    yield from reports
    for number, part in enumerate(attached, start=1):
        name = _decoded(part.get_filename()) or f"{number}"
        raw = _payload(part)
        yield source.member(name, io.BytesIO(raw), media_type=part.get_content_type())
    if not reports and not attached:
        raise UnreadableError(source.path, "no text in the message")


def _report(
    message: Message, plain: str, markup: str, source: Source, *, covering: bool
) -> Iterator[Article | Failure]:
    around = _declared(message)
    if items := items_of(plain, markup):
        yield from read_items(items, Declared(captured=around.published), source)
        return
    if exports.is_export(plain):
        yield from exports.read_export(plain, source)
        return
    pieces = pieces_of(markup, source.path) if markup else []
    marked_up = sum(len(p.text.split()) for p in pieces)
    written = len(plain.split())
    if max(marked_up, written) <= (COVERING if covering else 0):
        return
    title = _subject(message)
    stated = around.over(source.declared)
    try:
        if pieces and marked_up > FULLER * written:
            head = [Piece(title, "headline")] if title else []
            body = [p for p in pieces if not (title and p.text == title)]
            yield article_of([*head, *body], stated, digest=source.digest, path=source.path)
        else:
            yield compose(title, plain.strip("\n"), stated, source=source, number=None, digest=source.digest)
    except InputError as error:
        if not covering:
            raise
        yield Failure(source.path, "ingest", error.reason)


def _parts(message: Message, path: str) -> tuple[dict[str, str], list[Message]]:
    """The message's own text by its media types, and what is attached.

    Raises:
        FormatError: more parts than any message has.
    """
    texts: dict[str, list[str]] = {}
    attached: list[Message] = []
    for count, part in enumerate(_walk(message)):
        if count > MOST_PARTS:
            raise FormatError(path, f"a message of more than {MOST_PARTS} parts")
        kind = part.get_content_type()
        if part.is_multipart() and kind != "message/rfc822":
            continue
        named = part.get_filename() or part.get_content_disposition() == "attachment"
        if kind in ("text/plain", "text/html") and not named:
            texts.setdefault(kind, []).append(_text(part, path))
        elif part.get_content_maintype() not in PASSED_OVER and kind not in SIGNATURES and _payload(part):
            attached.append(part)
    return {kind: "\n\n".join(t for t in parts if t.strip()) for kind, parts in texts.items()}, attached


def _walk(message: Message) -> Iterator[Message]:
    """Every part but those of messages inside, which are read as messages of their own."""
    yield message
    if message.is_multipart() and message.get_content_type() != "message/rfc822":
        for part in message.get_payload():
            if isinstance(part, Message):
                yield from _walk(part)


def _payload(part: Message) -> bytes:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        return b"".join(m.as_bytes() for m in inner if isinstance(m, Message)) if isinstance(inner, list) else b""
    raw = part.get_payload(decode=True)
    return raw if isinstance(raw, bytes) else b""


def _text(part: Message, path: str) -> str:
    raw = _payload(part)
    if not raw.strip():
        return ""
    text = decode_page(raw, path, part.get_content_charset())
    return text.replace("\r\n", "\n")


def _decoded(value: str | None) -> str:
    """A head's words: RFC 2047 undone, on one line, fit to be shown."""
    if not value:
        return ""
    try:
        return visible(str(make_header(decode_header(value))))
    except (LookupError, ValueError):
        return visible(str(value))


def _subject(message: Message) -> str | None:
    """The headline: the subject without what says that it was answered or forwarded, and not an alert's name."""
    subject = _decoded(message["Subject"])
    prefixes, alerts = _words()
    subject = prefixes.sub("", subject).strip()
    return subject if subject and not alerts.match(subject) else None


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = table("en", "mail")
    prefixes = re.compile(rf"^(?:\s*(?:{either(data['prefixes'])})\s*(?:\[\d+\])?\s*:)+", re.IGNORECASE)
    return prefixes, re.compile(rf"(?:{either(data['alerts'])})\s*(?:[-:\u2013\u2014].*)?$", re.IGNORECASE)


def _declared(message: Message) -> Declared:
    name, address = parseaddr(_decoded(message["From"]))
    try:
        sent = parsedate_to_datetime(str(message["Date"])).isoformat(timespec="minutes") if message["Date"] else None
    except (ValueError, TypeError, IndexError, OverflowError):
        sent = None
    house = " ".join(name.split()).strip("'\" ") or address.rpartition("@")[2].lower()
    return Declared(outlet=house or None, published=sent)
