from __future__ import annotations

import pytest

from tests import factory
from variorum.read.quantities import find_quantities

Told = list[tuple[float, float | None, str | None, str | None, str | None]]


@pytest.mark.parametrize(
    ("text", "spec", "told"),
    [
        (
            "The bridge cost half a billion dollars.",
            "The/DT/det/1 bridge/NN/nsubj/2 cost/VBD/ROOT/2 half/PDT/quantmod/5 a/DT/quantmod/5 "
            "billion/CD/nummod/6 dollars/NNS/dobj/2/lemma=dollar ././punct/2",
            [(500000000.0, 500000000.0, "USD", "dollar", None)],
        ),
        (
            "About a thousand people came.",
            "About/RB/advmod/2 a/DT/quantmod/2 thousand/CD/nummod/3 people/NNS/nsubj/4 "
            "came/VBD/ROOT/4/lemma=come ././punct/4",
            [(1000.0, 1000.0, None, "people", None)],
        ),
        (
            "Some two thousand five hundred soldiers came.",
            "Some/DT/quantmod/4 two/CD/compound/4 thousand/CD/compound/4 five/CD/compound/4 "
            "hundred/CD/nummod/5 soldiers/NNS/nsubj/6/lemma=soldier came/VBD/ROOT/6/lemma=come "
            "././punct/6",
            [(2500.0, 2500.0, None, "soldier", None)],
        ),
        (
            "It ships 5 to 6 million tonnes.",
            "It/PRP/nsubj/1 ships/VBZ/ROOT/1/lemma=ship 5/CD/quantmod/5 to/TO/quantmod/5 "
            "6/CD/compound/5 million/CD/nummod/6 tonnes/NNS/dobj/1/lemma=tonne ././punct/1",
            [(5000000.0, 6000000.0, "t", "tonne", None)],
        ),
        (
            "Three or four boats sank.",
            "Three/CD/nummod/3 or/CC/cc/0 four/CD/conj/0 boats/NNS/nsubj/4/lemma=boat "
            "sank/VBD/ROOT/4/lemma=sink ././punct/4",
            [(3.0, 4.0, None, "boat", None)],
        ),
        (
            "It buys 350MW.",
            "It/PRP/nsubj/1 buys/VBZ/ROOT/1/lemma=buy 350MW/NNP/dobj/1/label=B-DATE ././punct/1",
            [(350.0, 350.0, "MW", None, None)],
        ),
        (
            "It paid Rs900 million.",
            "It/PRP/nsubj/1 paid/VBD/ROOT/1/lemma=pay Rs900/NNP/compound/3 million/CD/dobj/1 ././punct/1",
            [(900000000.0, 900000000.0, "INR", None, None)],
        ),
        (
            "A single boat sank.",
            "A/DT/det/2 single/JJ/amod/2 boat/NN/nsubj/3 sank/VBD/ROOT/3/lemma=sink ././punct/3",
            [(1.0, 1.0, None, "boat", None)],
        ),
        (
            "Nobody left a single boat.",
            "Nobody/NN/nsubj/1 left/VBD/ROOT/1/lemma=leave a/DT/det/4 single/JJ/amod/4 boat/NN/dobj/1 ././punct/1",
            [],
        ),
        (
            "Two or more boats sank.",
            "Two/CD/nummod/3 or/CC/cc/0 more/JJR/conj/0 boats/NNS/nsubj/4/lemma=boat "
            "sank/VBD/ROOT/4/lemma=sink ././punct/4",
            [(2.0, None, None, "boat", None)],
        ),
        (
            "They fired a 21-gun salute.",
            "They/PRP/nsubj/1 fired/VBD/ROOT/1/lemma=fire a/DT/det/6 21/CD/nummod/5 -/HYPH/punct/5 "
            "gun/NN/compound/6 salute/NN/dobj/1 ././punct/1",
            [(21.0, 21.0, None, "gun", None)],
        ),
    ],
)
def test_numerals_are_read_in_full(text: str, spec: str, told: Told) -> None:
    passage = factory.passage(spec, text)
    found = [q for _, q in find_quantities(factory.article(text), passage, frozenset())]
    assert [(q.low, q.high, q.unit, q.noun, q.of) for q in found] == told
