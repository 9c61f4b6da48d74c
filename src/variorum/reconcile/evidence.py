"""What speaks for two claims stating one fact, and what against: one small function each, seen in two contents.

What each is worth is data, ``weights.claims`` in ``lang/en/sameness.toml``, fitted by logistic regression on pairs of
clauses of two reports; the sum is a margin, 0 where as much speaks for it as against.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from variorum.lang import table
from variorum.lang.stems import kin
from variorum.model.reading import Claim, Quantity
from variorum.reconcile.content import Content, clashing, figures_in_common, shared

MOST_OF_A_NAME = 2.5
"""What a name weighs at most, however rare in the story."""
TELLING, SMALL = 3.0, 1.5
"""What a figure weighs, and a small count of no unit."""
FEW = 12
"""A count up to which a number is small."""
ROOM = 6.0
"""Added to what two claims say: short ones share too easily."""
SHORT_REPORT = 25
"""Claims that a report of the usual length makes."""
SHORT_STORY = 300
"""Claims of a dozen such reports."""

Seen = tuple[Claim, Content, frozenset[int]]
"""A claim, what it says, and the happenings it tells."""


def margin(found: Mapping[str, float]) -> float:
    """How much more speaks for one fact than against it, as a log-odds, by the features of two claims."""
    weights = worth()
    return weights["constant"] + sum(weights[name] * value for name, value in found.items() if value)


def nearness(found: Mapping[str, float]) -> float:
    """The same, whatever they say of it: what one report denies, or counts otherwise, is still one thing in two."""
    return margin({name: value for name, value in found.items() if name not in CONTRADICTING})


def features(a: Seen, b: Seen) -> dict[str, float]:
    """What is seen of the two, by the names of the weights."""
    (one, ours, told), (two, theirs, telling) = a, b
    found = {
        "both": _alike(ours, theirs),
        "figures": _figures(ours, theirs),
        "happening": float(bool(told & telling)),
    }
    found |= {f.__name__: float(f(one, two)) for f in SIGNS}
    return found | {f.__name__: float(f(ours, theirs)) for f in MARKS}


def chance(one: int, two: int, story: int) -> float:
    """What is taken off a margin: the longer two reports and their story are, the more is alike by chance.

    Args:
        one: how many claims the one report makes.
        two: how many the other makes.
        story: how many all reports make.
    """
    return max(0.0, math.log(math.sqrt(one * two) / SHORT_REPORT), math.log(story / SHORT_STORY))


def grounds(a: Seen, b: Seen) -> bool:
    """They share two words or figures; or one, and a name, or two of a day, a place in a count and a happening."""
    (one, ours, told), (two, theirs, telling) = a, b
    words = sum(w in theirs.words or any(g in theirs.groups for g in kin(w)) for w in ours.words)
    things = words + len(figures_in_common(ours.figures, theirs.figures))
    if things != 1:
        return things > 1
    return one_name(ours, theirs) or days_meet(one, two) + counted_alike(one, two) + bool(told & telling) > 1


def one_name(a: Content, b: Content) -> bool:
    """One of them names what the other, or its sentence, names too."""
    return any(e in b.names or e in b.names_around for e in a.names) or any(e in a.names_around for e in b.names)


@cache
def worth() -> Mapping[str, float]:
    """What each feature is worth."""
    found: dict[str, float] = table("en", "sameness")["weights"]["claims"]
    return found


def _alike(a: Content, b: Content) -> float:
    """What both say, words, names and figures together, against all that they say."""
    one, two = shared(a, b)
    common = sum(_name(w) for e, w in a.names.items() if e in b.names)
    common += sum(map(_weight, figures_in_common(a.figures, b.figures)))
    around = 0.5 * (_named_around(a, b) + _named_around(b, a))
    return (one + two + 2 * common + around) / (_whole(a) + _whole(b) + ROOM)


def _named_around(a: Content, b: Content) -> float:
    return sum(_name(w) for e, w in a.names.items() if e in b.names_around and e not in b.names)


def _whole(content: Content) -> float:
    return content.weight + sum(map(_name, content.names.values())) + sum(map(_weight, content.figures))


def _name(weight: float) -> float:
    return min(weight, MOST_OF_A_NAME)


def _weight(figure: Quantity) -> float:
    return TELLING if figure.unit or figure.low > FEW else SMALL


def _figures(a: Content, b: Content) -> float:
    """They give a figure in common: 1 for a telling one, less for a small count, 2 for more."""
    return min(2.0, sum(_weight(q) for q in figures_in_common(a.figures, b.figures)) / TELLING)


def names_apart(a: Content, b: Content) -> bool:
    """Each names somebody or something, and nothing that the other or its sentence names."""
    return bool(a.names) and bool(b.names) and not one_name(a, b)


def figures_clash(a: Content, b: Content) -> bool:
    """They count one thing otherwise."""
    return not figures_in_common(a.figures, b.figures) and clashing(a.figures, b.figures)


def opposite(a: Content, b: Content) -> bool:
    """The one has a word that denies a word of the other."""
    return any((n, 1 - side) in b.senses and (n, side) not in b.senses for n, side in a.senses)


def only_said(a: Content, b: Content) -> bool:
    """One of them tells no more than who spoke, and where."""
    return a.said or b.said


def days_meet(a: Claim, b: Claim) -> bool:
    """They give one date."""
    one, two = a.slots.time, b.slots.time
    return bool(one and two and one.interval.overlaps(two.interval))


def one_ascribed(a: Claim, b: Claim) -> bool:
    """They declare one thing the same: "illegal"."""
    return bool(a.slots.ascribed) and a.slots.ascribed == b.slots.ascribed


def others_act(a: Claim, b: Claim) -> bool:
    """Their subjects are two that are known."""
    one, two = a.slots.subject_entity, b.slots.subject_entity
    return bool(one and two and one != two)


def denied(a: Claim, b: Claim) -> bool:
    """The one says that it is, the other that it is not."""
    return a.slots.polarity != b.slots.polarity


def counted_alike(a: Claim, b: Claim) -> bool:
    """They give one place in a count."""
    return bool({o.value for o in a.slots.ordinals} & {o.value for o in b.slots.ordinals})


def counted_apart(a: Claim, b: Claim) -> bool:
    """They give other places in a count."""
    one, two = ({o.value for o in c.slots.ordinals} for c in (a, b))
    return bool(one and two and not one & two)


def one_speaker(a: Claim, b: Claim) -> bool:
    """Both are the words of one speaker."""
    return bool(a.holder) and a.holder == b.holder


SIGNS: tuple[Callable[[Claim, Claim], bool], ...] = (
    days_meet,
    one_ascribed,
    others_act,
    denied,
    counted_alike,
    counted_apart,
    one_speaker,
)
MARKS: tuple[Callable[[Content, Content], bool], ...] = (names_apart, figures_clash, opposite, only_said)


CONTRADICTING = frozenset(f.__name__ for f in (denied, counted_apart, figures_clash, opposite, others_act))
"""What parts two claims that are of one thing all the same."""


def best_of_each(
    scored: Iterable[tuple[float, int, int]], article: Callable[[int], str]
) -> list[tuple[float, int, int]]:
    """Of the scored pairs those in which each claim has the other for its best in the other's article."""
    rows = list(scored)
    best: dict[tuple[int, str], float] = {}
    for score, a, b in rows:
        for here, there in ((a, b), (b, a)):
            key = here, article(there)
            best[key] = max(score, best.get(key, score))
    return [(s, a, b) for s, a, b in rows if best[a, article(b)] == s == best[b, article(a)]]
