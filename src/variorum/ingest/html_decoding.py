"""A page's bytes into characters, as browsers do (WHATWG Encoding Standard)."""

from __future__ import annotations

import codecs
import re

from variorum.errors import UnreadableError

MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
META = re.compile(rb"<meta\b[^>]{0,300}?\bcharset\s*=\s*[\"']?\s*([\w:.-]{1,40})", re.IGNORECASE)
XML = re.compile(rb"<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"']\s*([\w:.-]{1,40})", re.IGNORECASE)
SEEN = 4096
"""Bytes within which a page names its encoding; the standard asks for 1,024."""
LABELS = {
    "iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
    "iso8859-1": "cp1252", "iso-8859-9": "cp1254", "iso-8859-11": "cp874", "tis-620": "cp874", "gb2312": "gb18030",
    "gbk": "gb18030", "x-gbk": "gb18030", "shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932",
    "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "big5": "big5hkscs", "utf-16": "utf-16-le", "unicode": "utf-16-le",
    "x-user-defined": "cp1252", "utf-7": "cp1252", "unicode-1-1-utf-7": "cp1252",
}  # fmt: skip
"""Labels that mean another encoding on the web than by their own name."""
TEXTUAL = re.compile(r"utf|cp|iso|big5|gb|euc|shift|koi8|mac|tis|hz|johab|ascii|latin")
BINARY = 0.02
"""Share of characters that are none from which it is data and no page."""
BROKEN = 0.01
"""Share of characters that cannot be decoded above which the page is not read."""
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What is no character of a text (Char in XML 1.0, Unicode's noncharacters): pages write it as ``&#1;`` or as bytes."""
INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]")
"""Soft hyphens, spaces of no width, overrides of direction: what no reader sees."""


def decode_page(raw: bytes, path: str, charset: str | None = None) -> str:
    """The page's characters.

    A byte order mark decides; then valid UTF-8 that is more than ASCII, whatever is said (servers say wrong); then the
    server's word, the page's own, UTF-8, Windows-1252.

    Args:
        raw: its bytes.
        path: its name, for errors.
        charset: what the server says.

    Raises:
        UnreadableError: binary, or too much of it cannot be decoded.
    """
    text = _decoded(raw, charset)
    if len(CONTROLS.findall(text)) > BINARY * len(text):
        raise UnreadableError(path, "binary data, no page")
    if text.count("\ufffd") > BROKEN * len(text) + 2:
        raise UnreadableError(path, "broken encoding: too many characters cannot be decoded")
    return text


def _decoded(raw: bytes, charset: str | None) -> str:
    for mark, name in MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(name, "replace")
    named = _codec(charset) or _codec(_own(raw))
    if not (named or "").startswith("iso2022"):
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError:
            pass
    if named in (None, "utf-8") and _hardly_broken(raw):
        return raw.decode("utf-8", "replace")
    return _in(raw, "cp1252" if named in (None, "utf-8") else named or "cp1252")


def _hardly_broken(raw: bytes) -> bool:
    """Whether more of what is beyond ASCII is UTF-8 than is not; in another encoding hardly anything is."""
    text = raw.decode("utf-8", "replace")
    beyond = sum(c > "\x7f" for c in text)
    return text.count("\ufffd") * 2 < beyond


def _in(raw: bytes, name: str) -> str:
    """Decoded; the five bytes that Windows-1252 leaves out are the controls of that number, as browsers have it."""
    if name != "cp1252":
        return raw.decode(name, "replace")
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in raw)


def _own(raw: bytes) -> str | None:
    """The encoding that the page itself names; one read this far is no UTF-16."""
    found = META.search(raw, 0, SEEN) or XML.match(raw)
    label = found[1].decode("ascii") if found else None
    return "utf-8" if label and label.lower().startswith("utf-16") else label


def _codec(label: str | None) -> str | None:
    """Python's name of an encoding of text, or None for one unknown."""
    if not label:
        return None
    name = label.strip().lower()
    name = LABELS.get(name, name)
    try:
        found = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    return found if TEXTUAL.match(found) else None


def visible(text: str) -> str:
    """The characters on one line, white space single, as a browser shows it."""
    return " ".join(INVISIBLE.sub("", CONTROLS.sub(" ", text)).split())
