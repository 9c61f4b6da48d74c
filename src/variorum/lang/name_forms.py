"""How names are spelled: folding, parts, and whether two forms can be one person's.

Names meet in many spellings: with and without diacritics and hyphens, family name first or last, transliterated in
several ways. What is here is pure and knows no article.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

UNDECOMPOSED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ə": "e"}
)
"""Latin letters that Unicode does not take apart into a base and a mark."""

_APOSTROPHES = re.compile(r"['’‘ʼ`´]")
_BRACKETED = re.compile(r"([^()]+?) \(([^()]+)\) ([^()]+)")
_BREAKS = re.compile(r"[^\w]+|_")


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The name in lower case, without diacritics and apostrophes, its parts apart by single spaces.

    Full stops within capitals vanish ("U.S." is "us"); hyphens part words as spaces do.
    """
    if name.isascii():
        plain = name.lower()
    else:
        letters = unicodedata.normalize("NFKC", name).lower()
        marked = unicodedata.normalize("NFKD", letters).translate(UNDECOMPOSED)
        plain = "".join(c for c in marked if not unicodedata.combining(c))
    plain = _APOSTROPHES.sub("", plain)
    if "." in plain:
        plain = re.sub(r"\b(\w)\.(?=\w\b|\s|$|-)", r"\1", plain)
    return " ".join(_BREAKS.sub(" ", plain).split())


def parts(name: str) -> tuple[str, ...]:
    """The folded words of a name."""
    return tuple(fold(name).split())


def bracketed_forms(name: str) -> tuple[str, ...]:
    """The two names in one with another in brackets: "Carina (Dalisay) Shoal" is "Carina Shoal" and "Dalisay Shoal"."""
    found = _BRACKETED.fullmatch(name)
    return (f"{found[1]} {found[3]}", f"{found[2]} {found[3]}") if found else ()


def compact(name: str) -> str:
    """The folded name without breaks: "Jae-myung", "Jae Myung" and "Jaemyung" are one."""
    return fold(name).replace(" ", "")


def same_written_name(one: str, other: str) -> bool:
    """Whether two full names are the same words, breaks, marks and order of family and given name apart.

    The order is free by rotation only, since a family name changes sides as a whole ("Takaichi Sanae", "Lee Jae-myung"
    and "Jae-myung Lee"); other orders are other names.
    """
    return compact(one) in _turned(other) or compact(other) in _turned(one)


def _turned(name: str) -> set[str]:
    """The name without breaks, begun at each of its words."""
    words = parts(name)
    return {"".join(words[i:] + words[:i]) for i in range(len(words))}
