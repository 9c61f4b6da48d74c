from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from variorum.group.forest import components
from variorum.group.linkage import average_link, take_in


def test_pairs_join_while_their_average_reaches_the_least() -> None:
    assert average_link(3, {(0, 1): 0.9, (1, 2): 0.6}, 0.4) == [[0, 1], [2]]
    assert average_link(3, {(0, 1): 0.9, (1, 2): 0.6, (0, 2): 0.3}, 0.4) == [[0, 1, 2]]


def test_a_chain_does_not_become_one_group() -> None:
    chain = {(n, n + 1): 0.5 for n in range(9)}
    assert max(map(len, average_link(10, chain, 0.4))) == 2


def test_nothing_gives_nothing() -> None:
    assert average_link(0, {}, 0.5) == []
    assert components(4, []) == []


@given(st.dictionaries(st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda p: p[0] < p[1]), st.floats(0, 1)))
def test_every_member_is_in_one_group_whatever_the_order_of_pairs(alike: dict[tuple[int, int], float]) -> None:
    groups = average_link(8, alike, 0.5)
    assert sorted(n for g in groups for n in g) == list(range(8))
    assert average_link(8, dict(reversed(alike.items())), 0.5) == groups


def test_components_are_what_edges_connect() -> None:
    assert components(6, [(4, 2), (2, 0), (5, 3)]) == [[0, 2, 4], [3, 5]]


def test_a_loner_joins_the_only_group_it_is_like() -> None:
    likeness = {(0, 1): 0.5, (0, 2): 0.12, (1, 2): 0.12, (2, 5): 0.03, (3, 4): 0.5, (3, 5): 0.06, (4, 5): 0.06}
    groups = average_link(6, likeness, 0.15)
    assert groups == [[0, 1], [2], [3, 4], [5]]
    assert take_in(groups, likeness, 0.1, 2.0) == [[0, 1, 2], [3, 4], [5]]


def test_a_loner_between_two_groups_stays_alone_and_two_loners_do_not_join() -> None:
    likeness = {(0, 1): 0.5, (0, 2): 0.12, (1, 2): 0.12, (2, 3): 0.1, (2, 4): 0.1, (3, 4): 0.5, (5, 6): 0.14}
    groups = average_link(7, likeness, 0.15)
    assert take_in(groups, likeness, 0.1, 2.0) == groups
