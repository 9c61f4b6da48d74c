from __future__ import annotations

from variorum.reconcile.clusters import meeting, together


def test_each_thing_goes_to_the_first_group_it_belongs_to() -> None:
    assert together([1, 3, 2, 5, 4], lambda group, n: (n - group[0]) % 2 == 0) == [[1, 3, 5], [2, 4]]


def test_pairs_that_share_a_member_are_one_group() -> None:
    a, b, c, d, e = (object() for _ in range(5))
    assert meeting([(a, b), (c, d), (b, c)]) == [[a, b, c, d]]
    assert meeting([(a, b), (d, e)]) == [[a, b], [d, e]]
