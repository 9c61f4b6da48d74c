from __future__ import annotations

import pytest

from tests import factory
from variorum.read.quantities import find_quantities

Told = list[tuple[float, float | None, str | None, str | None, str | None]]


@pytest.mark.parametrize(
    ("text", "spec", "told"),
    [
        (
            "Six boats sank off Bari, three off Ancona.",
            "Six/CD/nummod/1 boats/NNS/nsubj/2/lemma=boat sank/VBD/ROOT/2/lemma=sink off/IN/prep/2 "
            "Bari/NNP/pobj/3/label=B-PERSON ,/,/punct/4 three/CD/npadvmod/2 off/IN/prep/6 "
            "Ancona/NNP/pobj/7 ././punct/2",
            [(6.0, 6.0, None, "boat", None), (3.0, 3.0, None, "boat", None)],
        ),
        (
            "The League won 96 seats and the Union 95.",
            "The/DT/det/1 League/NNP/nsubj/2 won/VBD/ROOT/2/lemma=win 96/CD/nummod/4 "
            "seats/NNS/dobj/2/lemma=seat and/CC/cc/4 the/DT/det/7 Union/NNP/conj/4 95/CD/nummod/7 "
            "././punct/2",
            [(96.0, 96.0, None, "seat", None), (95.0, 95.0, None, "seat", None)],
        ),
        (
            "It had 37 percent against 36.",
            "It/PRP/nsubj/1 had/VBD/ROOT/1/lemma=have 37/CD/nummod/3 percent/NN/dobj/1 "
            "against/IN/prep/3 36/CD/pobj/4 ././punct/1",
            [(37.0, 37.0, "%", "percent", None), (36.0, 36.0, "%", "percent", None)],
        ),
        (
            "Two boats sank; only one was found.",
            "Two/CD/nummod/1 boats/NNS/nsubj/2/lemma=boat sank/VBD/ccomp/7/lemma=sink ;/:/punct/7 "
            "only/RB/advmod/5 one/CD/nsubjpass/7 was/VBD/auxpass/7/lemma=be "
            "found/VBN/ROOT/7/lemma=find ././punct/7",
            [(2.0, 2.0, None, "boat", None), (1.0, 1.0, None, "boat", None)],
        ),
        (
            "The crew lost two boats and a raft.",
            "The/DT/det/1 crew/NN/nsubj/2 lost/VBD/ROOT/2/lemma=lose two/CD/nummod/4 "
            "boats/NNS/dobj/2/lemma=boat and/CC/cc/4 a/DT/det/7 raft/NN/conj/4 ././punct/2",
            [(2.0, 2.0, None, "boat", None), (1.0, 1.0, None, "raft", None)],
        ),
        (
            "The dead number 22.",
            "The/DT/det/2 dead/JJ/amod/2 number/NN/ROOT/2 22/CD/nummod/2 ././punct/2",
            [(22.0, 22.0, None, "dead", "dead")],
        ),
        (
            "The fleet shrank to 40.",
            "The/DT/det/1 fleet/NN/nsubj/2 shrank/VBD/ROOT/2/lemma=shrink to/IN/prep/2 40/CD/pobj/3 ././punct/2",
            [(40.0, 40.0, None, "fleet", None)],
        ),
        (
            "It cut flights from 14 to ten.",
            "It/PRP/nsubj/1 cut/VBD/ROOT/1 flights/NNS/dobj/1/lemma=flight from/IN/prep/1 "
            "14/CD/quantmod/6 to/IN/quantmod/6 ten/CD/pobj/3 ././punct/1",
            [(14.0, 14.0, None, "flight", None), (10.0, 10.0, None, "flight", None)],
        ),
        (
            "Sales rose to 25 tonnes from 21.",
            "Sales/NNS/nsubj/1/lemma=sale rose/VBD/ROOT/1/lemma=rise to/IN/prep/1 25/CD/nummod/4 "
            "tonnes/NNS/pobj/2/lemma=tonne from/IN/prep/1 21/CD/pobj/5 ././punct/1",
            [(25.0, 25.0, "t", "tonne", None), (21.0, 21.0, "t", "tonne", None)],
        ),
        (
            "Thousands lined the quay.",
            "Thousands/NNS/nsubj/1/lemma=thousand lined/VBD/ROOT/1/lemma=line the/DT/det/3 quay/NN/dobj/1 ././punct/1",
            [(2000.0, None, None, "people", None)],
        ),
        (
            "He led a delegation of nine.",
            "He/PRP/nsubj/1 led/VBD/ROOT/1/lemma=lead a/DT/det/3 delegation/NN/dobj/1 of/IN/prep/3 "
            "nine/CD/pobj/4 ././punct/1",
            [(9.0, 9.0, None, "delegation", None)],
        ),
        (
            "All nine are here.",
            "All/DT/det/1 nine/CD/nsubj/2 are/VBP/ROOT/2/lemma=be here/RB/advmod/2 ././punct/2",
            [(9.0, 9.0, None, None, None)],
        ),
        (
            "The police had earlier counted 19.",
            "The/DT/det/1 police/NNS/nsubj/4 had/VBD/aux/4/lemma=have "
            "earlier/RBR/advmod/4/lemma=early counted/VBN/ROOT/4/lemma=count 19/CD/dobj/4 ././punct/4",
            [],
        ),
        (
            "He told Channel Six of it.",
            "He/PRP/nsubj/1 told/VBD/ROOT/1/lemma=tell Channel/NNP/dobj/1 Six/NNP/dobj/1 of/IN/prep/3 "
            "it/PRP/pobj/4 ././punct/1",
            [],
        ),
        (
            "The taxes brought in thousands.",
            "The/DT/det/1 taxes/NNS/ROOT/1/lemma=taxis brought/VBN/acl/1/lemma=bring in/RP/prt/2 "
            "thousands/NNS/pobj/3/lemma=thousand ././punct/1",
            [],
        ),
        (
            "Twenty boats went down and 24 are missing.",
            "Twenty/CD/nummod/1 boats/NNS/nsubj/2/lemma=boat went/VBD/ROOT/2/lemma=go down/RP/prt/2 "
            "and/CC/cc/2 24/CD/nsubj/6 are/VBP/conj/2/lemma=be missing/VBG/acomp/6/lemma=miss "
            "././punct/6",
            [(20.0, 20.0, None, "boat", None), (24.0, 24.0, None, None, "missing")],
        ),
    ],
)
def test_a_number_without_a_noun_counts_what_stands_before_it(text: str, spec: str, told: Told) -> None:
    passage = factory.passage(spec, text)
    found = [q for _, q in find_quantities(factory.article(text), passage, frozenset())]
    assert [(q.low, q.high, q.unit, q.noun, q.of) for q in found] == told
