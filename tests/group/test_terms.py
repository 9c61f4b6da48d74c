from __future__ import annotations

from collections.abc import Iterator

from variorum.group.terms import Usage, Weights, headline_of


class Backwards(frozenset[str]):
    """A set that is gone through in falling order."""

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(super().__iter__(), reverse=True))


class Forwards(frozenset[str]):
    """The same in rising order."""

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(super().__iter__()))


def test_a_headlines_shares_are_the_same_to_the_last_digit_whatever_the_order_of_its_set() -> None:
    weights = Weights(500, {f"t{n}": 1 + 7 * n for n in range(40)}, {})
    for size in range(3, 12):
        terms = [f"t{(5 * n + size) % 40}" for n in range(size)]
        one, two = (headline_of(Usage({}, {}, kind(terms), frozenset()), weights) for kind in (Backwards, Forwards))
        assert list(one.items()) == list(two.items())
        assert abs(sum(one.values()) - 1.0) < 1e-12
