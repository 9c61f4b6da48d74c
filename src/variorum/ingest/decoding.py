"""Bytes into text: sizes, encodings, and what is no text at all."""

from __future__ import annotations

import codecs
import re

from variorum.errors import UnreadableError

UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
CONTROL_SHARE = 0.01
"""A page feed or an escape strays into real copy; more than one control in a hundred characters is data."""


def decode(raw: bytes, path: str) -> str:
    """The file's characters, unchanged; a byte order mark is not one of them.

    UTF-8 with or without mark, UTF-16 with mark, and what is neither is taken for Windows-1252, as browsers do
    (WHATWG Encoding Standard).

    Raises:
        UnreadableError: empty, binary, or in none of these encodings.
    """
    text = _decoded(raw, path)
    if not text.strip():
        raise UnreadableError(path, "empty file" if not raw else "nothing but white space in it")
    controls = len(CONTROLS.findall(text))
    if "\x00" in text or controls > CONTROL_SHARE * len(text):
        raise UnreadableError(path, "binary data, not text")
    return text


def _decoded(raw: bytes, path: str) -> str:
    if raw.startswith(UTF16_MARKS):
        try:
            return raw.decode("utf-16")
        except UnicodeDecodeError as error:
            raise UnreadableError(path, f"begins as UTF-16 but breaks it at byte {error.start}") from None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        at = error.start
    if b"\x00" in raw:
        raise UnreadableError(path, "binary data, not text")
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError:
        raise UnreadableError(path, f"in no known encoding: not UTF-8 (byte {at}), not Windows-1252") from None
