"""Plain text: a report as it was copied or wired, with front matter above it or not."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.errors import UnreadableError
from variorum.ingest import exports
from variorum.ingest.assemble import assemble
from variorum.ingest.blocks import unwrapped
from variorum.ingest.decoding import decode
from variorum.ingest.front_matter import front_matter
from variorum.ingest.source import Source
from variorum.model.article import Article, Failure


def read(source: Source) -> Iterator[Article | Failure]:
    """The one report of a text file, or the many of a database's export.

    A report's text is the whole file; front matter is a boilerplate part of it.

    Raises:
        UnreadableError: no text in it, or nothing under the front matter.
        FormatError: broken front matter.
    """
    path = source.path
    text = decode(source.raw, path)
    declared, start = front_matter(text, path)
    if not start and exports.is_export(text):
        yield from exports.read_export(text, source)
        return
    if not text[start:].strip():
        raise UnreadableError(path, "nothing under the front matter")
    given = [unwrapped(text, 0, start).marked("boilerplate")] if start else []
    stated = declared.over(source.declared)
    yield assemble(text, stated, raw_sha256=source.digest, path=path, given=given)
