"""A document's text, however it was packed: an export of many reports, or one report."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.errors import UnreadableError
from variorum.ingest import exports
from variorum.ingest.assemble import assemble
from variorum.ingest.source import Source
from variorum.model.article import Article, Failure


def read_text(text: str, source: Source) -> Iterator[Article | Failure]:
    """The reports of a document's text.

    Raises:
        UnreadableError: no text, or nothing in it is a report's words.
    """
    if not text.strip():
        raise UnreadableError(source.path, "no text in the document")
    if exports.is_export(text):
        yield from exports.read_export(text, source)
    else:
        yield assemble(text, source.declared, raw_sha256=source.digest, path=source.path)
