"""Which two names in one article may be one's: short forms, middle names, letters of a longer name."""

from __future__ import annotations

from variorum.lang.name_forms import fold, same_written_name
from variorum.lang.organization_names import first_letters
from variorum.lang.territories import without_land


def abbreviates(short: str, full: str) -> bool:
    """Whether one word has its letters from a longer name: its first ones, or with capitals within any in order.

    "Gerd" of "Grand Example River Dam", "PhilSA" of "Philippine Space Agency".
    """
    if fold(short) in first_letters(full):
        return True
    if not short.isalpha() or len(short) >= len(full) or not any(c.isupper() for c in short[1:]):
        return False
    left = iter(fold(full).replace(" ", ""))
    return short[0] == full[0] and all(c in left for c in short.lower())


def one_body(one: str, other: str) -> bool:
    """Whether two names are of one country's body: "U.S. Air Force", "United States Air Force", "Air Force"."""
    (a, land), (b, state) = without_land(one), without_land(other)
    return a == b and (land is None or state is None or land == state)


def bears(full: str, short: str) -> bool:
    """Whether a shorter name is the first or last part of a full one ("von der Leyen" of "Ursula von der Leyen")."""
    words, few = full.split(), short.split()
    if len(few) >= len(words):
        return False
    if len(few) == 1:
        return few[0] in (words[0], words[-1])
    return words[-len(few) :] == few or words[: len(few)] == few


def one_person(one: str, other: str) -> bool:
    """Whether two full names in one article are one person's: the same words, or one with a middle name more."""
    if same_written_name(one, other):
        return True
    a, b = sorted((one.split(), other.split()), key=len)
    if len(a) == len(b) or len(a) < 2:
        return False
    return (a[0] == b[0] and a[-1] == b[-1]) or b[-len(a) :] == a or b[: len(a)] == a
