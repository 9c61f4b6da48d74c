from __future__ import annotations

import pytest

from tests import factory
from variorum.read.ordinals import find_ordinals


@pytest.mark.parametrize(
    ("text", "spec", "place"),
    [
        (
            "They met at the fifth Lower Mekong Summit.",
            "They/PRP/nsubj/1 met/VBD/ROOT/1/lemma=meet at/IN/prep/1 the/DT/det/7 fifth/JJ/amod/7 "
            "Lower/NNP/compound/7 Mekong/NNP/compound/7 Summit/NNP/pobj/2 ././punct/1",
            (5, ("Lower", "Mekong", "summit"), None),
        ),
        (
            "It is the 41st since May.",
            "It/PRP/nsubj/1 is/VBZ/ROOT/1/lemma=be the/DT/det/3/label=B-DATE "
            "41st/NN/attr/1/label=I-DATE since/IN/prep/1 May/NNP/pobj/4/label=B-DATE ././punct/1",
            (41, (), "since May"),
        ),
        (
            "It is her twenty-first visit.",
            "It/PRP/nsubj/1 is/VBZ/ROOT/1/lemma=be her/PRP$/poss/6 twenty/CD/amod/5 -/HYPH/punct/5 "
            "first/JJ/amod/6 visit/NN/attr/1 ././punct/1",
            (21, ("visit",), None),
        ),
        (
            "They met in Rome on Monday, their third meeting.",
            "They/PRP/nsubj/1 met/VBD/ROOT/1/lemma=meet in/IN/prep/1 Rome/NNP/pobj/2 on/IN/prep/1 "
            "Monday/NNP/pobj/4/label=B-DATE ,/,/punct/5 their/PRP$/poss/9 third/JJ/amod/9 "
            "meeting/NN/appos/5 ././punct/1",
            (3, ("meeting",), None),
        ),
    ],
)
def test_places_in_named_and_unnamed_sets(text: str, spec: str, place: tuple[int, tuple[str, ...], str | None]) -> None:
    passage = factory.passage(spec, text)
    [(_, ordinal)] = find_ordinals(factory.article(text), passage, frozenset())
    assert (ordinal.value, ordinal.set, ordinal.limit) == place
