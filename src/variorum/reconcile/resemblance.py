"""What two short texts share and where they part: one small function each, symmetric, giving 0 to 1.

Each looks at the two texts alone. What each is worth is data, fitted on development pairs: ``lang/en/sameness.toml``.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from variorum.lang import words
from variorum.lang.stems import senses, stem
from variorum.reconcile.worded import YEAR, Figure, Word, Worded, worded

SYNONYM = 0.5
"""What a word of the same group is worth beside the word itself."""
ENOUGH = 3.0
"""The weight, about that of three words, below which a text that is in another says too little."""
LIKE_NAMES = 0.9
"""Jaro-Winkler likeness from which two written names may be one."""
ONE_THING = 6
"""Telling words up to which a text is taken to say one thing."""

Feature = Callable[[str, str], float]


def words_shared(a: str, b: str) -> float:
    """They share telling words, or words of one meaning: the weight shared against the weights of both (Dice)."""
    return _dice(*_shares(a, b, names=False))


def nearness(a: str, b: str) -> float:
    """They share telling words and names, taken together (Dice)."""
    names, rest = _shares(a, b, names=True), _shares(a, b, names=False)
    return _dice(*(x + y for x, y in zip(names, rest, strict=True)))


def words_contained(a: str, b: str) -> float:
    """The telling words of the one are in the other, which may say more."""
    return _least(*_shares(a, b, names=False))


def names_contained(a: str, b: str) -> float:
    """The names of the one are in the other."""
    return _least(*_shares(a, b, names=True))


def names_apart(a: str, b: str) -> float:
    """Each names somebody or something that the other does not, and they share no name."""
    one, two = worded(a), worded(b)
    both = any(w.name for w in one.telling) and any(w.name for w in two.telling)
    return float(both and not sum(_shares(a, b, names=True)[::2]))


def numbers_agree(a: str, b: str) -> float:
    """They give a figure in common, or one that is the other's rounding; years apart."""
    one, two = worded(a).numbers, worded(b).numbers
    return float(any(x[0] != YEAR and agree(x, y) for x in one for y in two))


def numbers_clash(a: str, b: str) -> float:
    """They count one thing, or in one unit, and none of their figures agree."""
    one, two = worded(a), worded(b)
    if numbers_agree(a, b):
        return 0.0
    found = any(x[0] == y[0] and (x[0] or c & d) for x, c in one.counted for y, d in two.counted if x[0] != YEAR)
    return found * _brevity(one, two)


def numbers_alone(a: str, b: str) -> float:
    """Only one of them gives figures."""
    return float(bool(worded(a).numbers) != bool(worded(b).numbers))


def counts_clash(a: str, b: str) -> float:
    """Their places in a count are others: "second" and "third"."""
    one, two = worded(a).ordinals, worded(b).ordinals
    return float(bool(one) and bool(two) and not one & two)


def days_clash(a: str, b: str) -> float:
    """They give other days, months or years."""
    one, two = worded(a).days, worded(b).days
    return float(any(k == other and (k, n) not in two and (k, m) not in one for k, n in one for other, m in two))


def days_agree(a: str, b: str) -> float:
    """They give a day, month or year in common."""
    return float(bool(worded(a).days & worded(b).days))


def lands_clash(a: str, b: str) -> float:
    """They name countries, and none in common."""
    one, two = worded(a).lands, worded(b).lands
    return float(bool(one) and bool(two) and not one & two)


def denials_clash(a: str, b: str) -> float:
    """One denies what the other says, or says the opposite."""
    one, two = worded(a), worded(b)
    opposite = {n for n, side in one.senses - two.senses if (n, 1 - side) in two.senses and (n, side) not in two.senses}
    ours, theirs = (
        x.denied or bool(_denials(x, opposite) - _denials(y, opposite)) for x, y in ((one, two), (two, one))
    )
    return ((ours != theirs) != bool(opposite)) * _brevity(one, two)


FEATURES: tuple[Feature, ...] = (
    words_shared,
    words_contained,
    names_contained,
    names_apart,
    numbers_agree,
    numbers_clash,
    numbers_alone,
    counts_clash,
    days_agree,
    days_clash,
    lands_clash,
    denials_clash,
)


def agree(one: Figure, two: Figure) -> bool:
    """Equal or one the other's rounding, in units that do not clash; small whole numbers, years: never rounded."""
    (unit, x), (other, y) = one, two
    if unit != other and unit and other:
        return False
    if x == y:
        return True
    if all(n.is_integer() and n < 10_000 for n in (x, y)):
        return False
    return abs(x - y) <= 0.03 * max(abs(x), abs(y))


Shares = tuple[float, float, float, float]


@lru_cache(maxsize=8192)
def _shares(a: str, b: str, *, names: bool) -> Shares:
    one, two = worded(a), worded(b)
    ours, theirs = ([w for w in t.telling if w.name == names] for t in (one, two))
    return (
        sum(w.weight * _match(w, two) for w in ours),
        sum(w.weight for w in ours),
        sum(w.weight * _match(w, one) for w in theirs),
        sum(w.weight for w in theirs),
    )


def _dice(shared: float, ours: float, back: float, theirs: float) -> float:
    return (shared + back) / (ours + theirs) if ours + theirs else 0.0


def _least(shared: float, ours: float, back: float, theirs: float) -> float:
    """The share of the one that is in the other, or of as much as must be said for it to tell."""
    return max(shared / max(ours, ENOUGH), back / max(theirs, ENOUGH))


def _match(word: Word, text: Worded) -> float:
    """How well the text has the word: 1 itself, less a word of its meaning or a name written nearly alike."""
    if word.form in text.forms:
        return 1.0
    if word.groups & text.groups:
        return SYNONYM
    if word.name and len(word.form) > 3:
        return float(any(w.name and JaroWinkler.similarity(word.form, w.form) >= LIKE_NAMES for w in text.telling))
    return 0.0


def _brevity(one: Worded, two: Worded) -> float:
    """How much a clash counts: all, where both texts say one thing; less, where there is room for other things."""
    return min(1.0, ONE_THING / max(1, len(one.telling), len(two.telling)))


def _denials(text: Worded, opposite: set[int]) -> set[str]:
    """Its verbs of denial, but for those that stand as the opposite of a word of the other text."""
    found = {w.form for w in text.telling} & _denying()
    return {form for form in found if not {n for n, _ in senses(form)} & opposite}


@lru_cache(maxsize=1)
def _denying() -> frozenset[str]:
    return frozenset(stem(w) for w in words("en", "standing", "denial", "lemmas"))
