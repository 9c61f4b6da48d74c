"""Rich Text Format (Microsoft, version 1.9.1): exports of many reports, press releases.

Read here and not by a library: the one there is (striprtf) hunts links and fonts by patterns that a few kilobytes of
nested groups keep busy for minutes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from variorum.errors import FormatError
from variorum.ingest.documents import read_text
from variorum.ingest.source import Source
from variorum.model.article import Article, Failure

TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,9})?[ ]?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<symbol>[^a-zA-Z])"
    r"|(?P<brace>[{}])|[\r\n]+|(?P<text>[^\\{}\r\n]+)"
)
UNSEEN = frozenset(
    {
        "fonttbl",
        "colortbl",
        "stylesheet",
        "info",
        "pict",
        "object",
        "fldinst",
        "header",
        "headerl",
        "headerr",
        "headerf",
    }
    | {"footer", "footerl", "footerr", "footerf", "footnote", "annotation", "themedata", "datastore", "listtable", "xe"}
    | {"listoverridetable", "rsidtbl", "generator", "filetbl", "revtbl", "bkmkstart", "bkmkend", "nonshppict", "tc"}
    | {"listtext", "pntext", "latentstyles", "xmlnstbl", "colorschememapping", "passwordhash", "fldtype", "sv", "sn"}
)
"""Destinations whose text no reader sees, or sees beside the report."""
WORDS = {
    "par": "\n", "sect": "\n\n", "page": "\n", "line": "\n", "row": "\n", "cell": "\t", "nestcell": "\t", "tab": " ",
    "emdash": "\u2014", "endash": "\u2013", "emspace": " ", "enspace": " ", "qmspace": " ", "bullet": "\u2022",
    "lquote": "\u2018", "rquote": "\u2019", "ldblquote": "\u201c", "rdblquote": "\u201d",
}  # fmt: skip
SYMBOLS = {"~": "\u00a0", "_": "\u2011", "-": "", "\n": "\n", "\r": "\n", "{": "{", "}": "}", "\\": "\\"}
CHARSETS = {
    77: 10000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256,
    186: 1257, 204: 1251, 222: 874, 238: 1250,
}  # fmt: skip
"""Code pages of fonts' character sets."""
DEEPEST = 1_000


@dataclass(slots=True)
class _Group:
    """What holds between two braces.

    Attributes:
        seen: whether a reader sees its text.
        skip: how many characters behind a Unicode character stand for it in programs that have no Unicode.
        page: the code page of its bytes.
        fonts: whether it is the table of fonts.
    """

    seen: bool = True
    skip: int = 1
    page: int = 1252
    fonts: bool = False


def read(source: Source) -> Iterator[Article | Failure]:
    """The reports of a document.

    Raises:
        FormatError: no RTF, or groups nested without sense.
        UnreadableError: too large, or no text in it.
    """
    raw = source.raw
    if not raw.lstrip().startswith(b"{\\rtf"):
        raise FormatError(source.path, "not RTF: it does not begin with {\\rtf")
    yield from read_text(text_of(raw.decode("latin-1"), source.path), source)


def text_of(rtf: str, path: str) -> str:
    """The text that a reader sees of RTF, a paragraph a line.

    Args:
        rtf: its bytes, one a character (RTF is 7-bit by its rules; others are of the code page).
        path: for messages.

    Raises:
        FormatError: groups nested without sense.
    """
    reader, at = _Reader(path), 0
    while token := TOKEN.match(rtf, at):
        at = token.end() + reader.take(token)
    return reader.text()


class _Reader:
    """Takes the tokens of a document one by one and gathers what is seen."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._groups = [_Group()]
        self._out: list[str] = []
        self._waiting = bytearray()
        """Bytes of a code page that may be parts of one character."""
        self._waiting_page = self._page = 1252
        self._fonts: dict[int, int] = {}
        self._font = 0
        self._skip = 0

    def text(self) -> str:
        """What was seen. Halves of characters beyond the first 65,536, which RTF writes apart, are made one."""
        self._flush()
        return "".join(self._out).encode("utf-16", "surrogatepass").decode("utf-16", "replace")

    def take(self, token: re.Match[str]) -> int:
        """Take one token; return how many characters of data behind it are none of the document's text."""
        if brace := token["brace"]:
            self._brace(brace)
        elif word := token["word"]:
            number = int(token["number"]) if token["number"] else None
            if word == "bin":
                return max(number or 0, 0)
            self._word(word, number)
        elif token["hex"]:
            self._bytes(bytes([int(token["hex"], 16)]))
        elif symbol := token["symbol"]:
            self._symbol(symbol)
        elif text := token["text"]:
            self._bytes(text.encode("latin-1"))
        return 0

    def _brace(self, brace: str) -> None:
        self._skip = 0
        if brace == "{":
            if len(self._groups) > DEEPEST:
                raise FormatError(self._path, f"groups nested more than {DEEPEST} deep")
            self._groups.append(replace(self._groups[-1]))
        elif len(self._groups) > 1:
            self._groups.pop()

    def _word(self, word: str, number: int | None) -> None:
        group = self._groups[-1]
        if word == "fonttbl":
            group.fonts, group.seen = True, False
        elif word in UNSEEN:
            group.seen = False
        elif word in WORDS:
            self._add(WORDS[word])
        elif number is not None:
            self._numbered(word, number, group)

    def _numbered(self, word: str, number: int, group: _Group) -> None:
        if word == "u":
            self._add(chr(number % 65536))
            self._skip = group.skip
        elif word == "uc":
            group.skip = min(max(number, 0), 8)
        elif word == "ansicpg":
            self._page = group.page = number
        elif word == "f":
            self._font = number
            group.page = self._fonts.get(number, self._page)
        elif word == "fcharset" and group.fonts:
            self._fonts[self._font] = CHARSETS.get(number, self._page)

    def _symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._groups[-1].seen = False
        elif self._skip:
            self._skip -= 1
        else:
            self._add(SYMBOLS.get(symbol, ""))

    def _bytes(self, raw: bytes) -> None:
        skipped = min(self._skip, len(raw))
        self._skip -= skipped
        group = self._groups[-1]
        if group.seen and len(raw) > skipped:
            if group.page != self._waiting_page:
                self._flush()
                self._waiting_page = group.page
            self._waiting += raw[skipped:]

    def _add(self, text: str) -> None:
        if self._groups[-1].seen:
            self._flush()
            self._out.append(text)

    def _flush(self) -> None:
        if self._waiting:
            self._out.append(_decoded(bytes(self._waiting), self._waiting_page))
            self._waiting.clear()


def _decoded(raw: bytes, page: int) -> str:
    try:
        return raw.decode("mac_roman" if page == 10000 else f"cp{page}", "replace")
    except LookupError:
        return raw.decode("cp1252", "replace")
