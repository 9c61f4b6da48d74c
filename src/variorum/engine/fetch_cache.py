"""What was fetched before, kept in a folder, so that a server is asked only whether it has changed."""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from variorum.errors import UnreadableError


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer as it was kept: its bytes, and by what the server knows them again."""

    body: bytes
    media_type: str | None
    etag: str | None
    last_modified: str | None


class FetchCache:
    """A folder of answers, one file an address: a line of JSON, then the bytes. A file is there whole or not at all.

    Args:
        folder: made when absent.

    Raises:
        UnreadableError: the folder cannot be made or written.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UnreadableError(str(folder), f"cannot be used as a cache: {error.strerror or error}") from error

    def get(self, url: str) -> Kept | None:
        """The answer kept for an address; None where there is none, or one that is damaged."""
        try:
            head, _, body = self._file(url).read_bytes().partition(b"\n")
            stated = json.loads(head)
            if stated.pop("url") != url or stated.pop("sha256") != sha256(body).hexdigest():
                return None
            return Kept(body, **stated)
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, url: str, kept: Kept) -> None:
        """Keep an answer in place of the one before.

        Raises:
            UnreadableError: the folder cannot be written.
        """
        stated = asdict(kept)
        body = stated.pop("body")
        head = json.dumps({"url": url, "sha256": sha256(body).hexdigest(), **stated}, sort_keys=True)
        try:
            handle, name = tempfile.mkstemp(dir=self._folder, suffix=".part")
            with os.fdopen(handle, "wb") as file:
                file.write(head.encode() + b"\n" + body)
            Path(name).replace(self._file(url))
        except OSError as error:
            raise UnreadableError(str(self._folder), f"cannot be used as a cache: {error.strerror or error}") from error

    def _file(self, url: str) -> Path:
        return self._folder / f"{sha256(url.encode()).hexdigest()}.http"
