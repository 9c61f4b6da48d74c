"""How alike two names of persons are: a score between 0 and 1, from the words alone.

Each word is paired with its most like one on the other side. Two words are like when they are spelled the same, sound
the same by a rough key of English transliterations, or differ by few typing slips for their length. A word on both
sides that finds no partner says that these are two people; a word on one side only says that a name was shortened.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise

from rapidfuzz.distance import OSA

from variorum.lang import table, words
from variorum.lang.name_forms import compact, fold, parts, same_written_name

SAME = 0.85
"""Score from which on two names are taken for one person's."""
PAIRED = 0.75
"""Likeness from which on two words are a pair."""
MANY = 9
"""Letters from which on a word may differ in three vowels; in a shorter one they make another ("Hassan", "Hussein")."""
SPELLED = 0.9
"""Likeness from which on one word is another spelling of the other."""
GLUED = 0.9
"""Likeness from which on a word is another's particle and name written as one."""
DROPPED = 0.1
"""Cost of all words that one side leaves out, when they are as long as those both have."""

VOWELS = re.compile(r"[aeiouy]|(.)(?=\1)")
"""What transliterations differ in most: vowels, and letters written twice."""


@cache
def _exchanges() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), plain) for pattern, plain in table("en", "sounds")["exchanges"])


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """A rough key of how a folded word sounds: "Sergey", "Sergei" and "Sergej" have one."""
    for pattern, plain in _exchanges():
        word = pattern.sub(plain, word)
    return word.rstrip("i") or word


def sounds(name: str) -> tuple[str, ...]:
    """How each word of a name sounds, by :func:`sound`."""
    return tuple(sound(word) for word in parts(name))


def person_score(one: str, other: str) -> float:
    """Likeness of two persons' names, 0 to 1; ``SAME`` and above is one person as far as names can tell."""
    if not compact(one) or not compact(other):
        return 0.0
    if same_written_name(one, other):
        return 1.0
    a, b = _words(one, other), _words(other, one)
    if (len(a), a) > (len(b), b):  # the order in which two names are given must not matter
        a, b = b, a
    pairs = _pairs(a, b)
    alone = [w for i, w in enumerate(a) if i not in {x for x, _, _ in pairs}]
    spare = [w for j, w in enumerate(b) if j not in {y for _, y, _ in pairs}]
    if not pairs:
        return 0.0
    sizes = [len(a[i]) + len(b[j]) for i, j, _ in pairs]
    score = sum(s * size for (_, _, s), size in zip(pairs, sizes, strict=True)) / sum(sizes)
    if alone and spare:
        score -= 0.3 + 0.3 * sum(map(len, alone)) / sum(map(len, a))
    elif spare:
        score -= DROPPED * min(1.0, 2 * sum(map(len, spare)) / sum(sizes))
        if len(pairs) == 1:
            score -= 0.1
    return max(0.0, score - 0.03 * _disorder(pairs))


def telling_words(name: str) -> list[str]:
    """The folded words of a name without the particles that a surname begins with ("al-Kaabi" is one word)."""
    found, particles = list(parts(name)), words("en", "names", "particles")
    while len(found) > 1 and found[0] in particles:
        del found[0]
    return found


def spelled_alike(one: str, other: str) -> bool:
    """Whether two names are the same words in other spellings: none left out, none shortened to an initial."""
    a, b = _words(one, other), _words(other, one)
    pairs = _pairs(a, b)
    whole = all(len(a[i]) > 1 and len(b[j]) > 1 and score >= SPELLED for i, j, score in pairs)
    return len(a) == len(b) == len(pairs) and whole


def _words(name: str, other: str) -> list[str]:
    """The words that count: without particles, whose spelling and presence vary, unless nothing else is left.

    A particle that the other name writes as one with what follows stays on it ("Ben Salah", "Bensalah").
    """
    found, particles = list(parts(name)), words("en", "names", "particles")
    theirs = parts(other)
    for whole in glued(name):
        if any(word_score(whole, w) >= GLUED for w in theirs):
            at = next(i for i in range(len(found) - 1) if found[i] + found[i + 1] == whole)
            found[at : at + 2] = [whole]
    return [w for w in found if w not in particles] or list(found)


@lru_cache(maxsize=16384)
def glued(name: str) -> tuple[str, ...]:
    """Each particle of a name written as one with the word behind it."""
    found, particles = parts(name), words("en", "names", "particles")
    return tuple(a + b for a, b in pairwise(found) if a in particles and b not in particles)


def _pairs(a: list[str], b: list[str]) -> list[tuple[int, int, float]]:
    """The best pairing, greedily from the most alike: (place in ``a``, place in ``b``, likeness)."""
    rows = [
        (word_score(x, y), -abs(i - j), -i, -j)
        for i, x in enumerate(a)
        for j, y in enumerate(b)
        if not (_is_middle_initial(a, i) and j == len(b) - 1) and not (_is_middle_initial(b, j) and i == len(a) - 1)
    ]
    found: list[tuple[int, int, float]] = []
    for score, _, i, j in sorted(rows, reverse=True):
        if score >= PAIRED and all(-i != x and -j != y for x, y, _ in found):
            found.append((-i, -j, score))
    return sorted(found)


def _is_middle_initial(name: list[str], at: int) -> bool:
    """Whether an initial stands within a name: it is no family name's ("John G. Alves", "John Garcia")."""
    return len(name[at]) == 1 and 0 < at < len(name) - 1


def _disorder(pairs: list[tuple[int, int, float]]) -> int:
    """How often the order of the words turns, beyond the one turn that moves a family name to the other end."""
    places = [j for _, j, _ in pairs]
    falls = sum(y < x for x, y in pairwise(places))
    return max(0, falls - 1)


@cache
def _given_names() -> frozenset[str]:
    """Given names that English-language newsrooms know, folded."""
    known = table("en", "given_names")
    return frozenset(fold(name) for gender in ("m", "f") for name in known[gender])


@cache
def _in_other_languages() -> dict[str, frozenset[int]]:
    """For each given name the groups of its forms that it is in."""
    found: dict[str, set[int]] = {}
    for n, group in enumerate(table("en", "sounds")["given"]):
        for name in group:
            found.setdefault(fold(name), set()).add(n)
    return {name: frozenset(groups) for name, groups in found.items()}


def _one_given_name(one: str, other: str) -> bool:
    """Whether a bearer's language and a neighbour's write one given name so ("Oleksandr", "Aleksandr")."""
    groups = _in_other_languages()
    return bool(groups.get(one, frozenset()) & groups.get(other, frozenset()))


@lru_cache(maxsize=65536)
def word_score(one: str, other: str) -> float:
    """Likeness of two folded words: same letters, same sound, an initial, or few slips for their length."""
    if one == other:
        return 1.0
    if len(one) == 1 or len(other) == 1:
        return 0.9 if one[0] == other[0] else 0.0
    if sound(one) == sound(other) or _one_given_name(one, other):
        return 0.95
    slips = OSA.distance(one, other)
    long = max(len(one), len(other))
    if slips == 1 and long >= 5:
        return 0.7 if {one, other} <= _given_names() else 0.9  # "Ivana" is no slip for "Ivanka"
    if slips <= (2 if long < MANY else 3) and long >= 7 and VOWELS.sub("", one) == VOWELS.sub("", other):
        return 0.9  # "Muhammad", "Mohammed"
    return max(0.0, 1 - 1.4 * slips / long)
