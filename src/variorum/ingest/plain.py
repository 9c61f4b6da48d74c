"""Plain text: a report as it was copied or wired, with front matter above it or not."""

from __future__ import annotations

import hashlib

from variorum.errors import UnreadableError
from variorum.ingest.assemble import assemble
from variorum.ingest.blocks import unwrapped
from variorum.ingest.decoding import decode
from variorum.ingest.front_matter import front_matter
from variorum.model.article import Article, Failure


def read(raw: bytes, path: str) -> tuple[list[Article], list[Failure]]:
    """The one report of a text file. Its text is the whole file; front matter is a boilerplate part of it.

    Raises:
        UnreadableError: no text in it, or nothing under the front matter.
        FormatError: broken front matter.
    """
    text = decode(raw, path)
    declared, start = front_matter(text, path)
    if not text[start:].strip():
        raise UnreadableError(path, "nothing under the front matter")
    given = [unwrapped(text, 0, start).marked("boilerplate")] if start else []
    digest = hashlib.sha256(raw).hexdigest()
    return [assemble(text, declared, raw_sha256=digest, path=path, given=given)], []
