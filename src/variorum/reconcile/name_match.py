"""How alike two names of persons are: a score between 0 and 1, from the words alone."""

from __future__ import annotations

from rapidfuzz.distance import JaroWinkler

from variorum.lang.name_forms import compact, parts, same_written_name

SAME = 0.85
"""Score from which on two full names are taken for one person's."""


def person_score(one: str, other: str) -> float:
    """Likeness of two persons' names, 0 to 1.

    The words are paired, each with its most like one on the other side, whatever their order; initials match the names
    they begin. What stays without a partner lowers the score by its share of letters.
    """
    if not compact(one) or not compact(other):
        return 0.0
    if same_written_name(one, other):
        return 1.0
    a, b = parts(one), parts(other)
    if len(a) > len(b):
        a, b = b, a
    free = list(range(len(b)))
    total = weight = 0.0
    for word in a:
        scores = [(_word_score(word, b[i]), -i) for i in free]
        best, at = max(scores, default=(0.0, 0))
        size = len(word)
        if best >= 0.75:
            free.remove(-at)
        total += best * size
        weight += size
    spare = sum(len(b[i]) for i in free)
    return max(0.0, total / weight - 0.15 * spare / (weight + spare))


def _word_score(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if len(one) == 1 or len(other) == 1:
        return 0.9 if one[0] == other[0] else 0.0
    return JaroWinkler.similarity(one, other)
