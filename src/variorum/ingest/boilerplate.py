"""What a page prints around a report: buttons, links, sign-up lines, lines in another script."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from typing import Any

from variorum.ingest.blocks import Block
from variorum.ingest.prose import ends_sentence
from variorum.lang import table

LONGEST = 30
"""Words. What is longer is copy, however it begins."""

ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+")
BEYOND_ASCII = re.compile(r"[^\W\d_\x00-\x7f]")
ONE_SCRIPT = {"HIRAGANA": "CJK", "KATAKANA": "CJK", "IDEOGRAPHIC": "CJK", "FULLWIDTH": "CJK", "HALFWIDTH": "CJK"}


def _data() -> dict[str, Any]:
    found: dict[str, Any] = table("en", "ingest")["boilerplate"]
    return found


def fold(text: str) -> str:
    """Lower case, typographic apostrophes plain, marks at the ends gone."""
    return text.lower().replace("’", "'").strip(" :.!…|·•>»«<→←↓↑▶►-–—*[]()")


@cache
def _whole() -> frozenset[str]:
    return frozenset(fold(w) for w in _data()["whole"]) | frozenset(_data()["whole"])


@cache
def _lists() -> frozenset[str]:
    return frozenset(_data()["lists"])


@cache
def _prefixes() -> tuple[str, ...]:
    return tuple(_data()["prefixes"])


def is_boilerplate(block: Block) -> bool:
    """Whether the block is a button, a link, a notice or a line of marks, by its words alone."""
    low = block.text.lower().replace("’", "'")
    if ADDRESS.fullmatch(low) or not any(c.isalnum() for c in low) or fold(low) in _whole() or low in _whole():
        return True
    if len(block.words) > LONGEST:
        return "all rights reserved" in low and len(block.words) <= 3 * LONGEST
    bare = low.lstrip("*•·»>→▶►[ ")
    if _reports(low) and ends_sentence(block.text):
        return False
    notice = not ends_sentence(block.text) or any(c.isdigit() or c == "©" for c in low)
    if bare.startswith(_prefixes()) or any(phrase in low for phrase in _data()["contains"]):
        return True
    if notice and bare.startswith(tuple(_data()["weak_prefixes"])):
        return True
    buttons = [fold(b) for b in re.split(r"\s*[|·•/,]\s*|\s{2,}", low) if fold(b)]
    return (len(buttons) > 1 and all(b in _whole() for b in buttons)) or _row_of_buttons(low)


def _reports(low: str) -> bool:
    return any(f" {word}" in low for word in _data()["reports"])


def _row_of_buttons(low: str) -> bool:
    """``Share Facebook Twitter Email``: nothing but the words of buttons."""
    parts = low.split()
    return 1 < len(parts) <= 12 and all(fold(p) in _whole() for p in parts)


def opens_list(text: str) -> bool:
    """Whether the label opens a list of links to other reports."""
    return fold(text) in _lists()


@cache
def _script(char: str) -> str:
    name = unicodedata.name(char, "").split(" ")[0]
    return ONE_SCRIPT.get(name, name)


def script_of(text: str) -> str | None:
    """The script most letters of the text belong to, as Unicode names it; None without letters."""
    if text.isascii():
        return "LATIN" if any(c.isalpha() for c in text) else None
    counts = Counter(_script(c) for c in BEYOND_ASCII.findall(text))
    counts["LATIN"] += sum(map(str.isalpha, text)) - counts.total()
    counts += Counter()
    return max(sorted(counts), key=lambda s: counts[s], default=None)
