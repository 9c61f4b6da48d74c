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
        (
            "The union spoke of 900 people, the police of 300.",
            "The/DT/det/1 union/NN/nsubj/2 spoke/VBD/ROOT/2/lemma=speak of/IN/prep/2 900/CD/nummod/5 "
            "people/NNS/pobj/3 ,/,/punct/5 the/DT/det/8 police/NNS/appos/5 of/IN/prep/8 300/CD/pobj/9 "
            "././punct/2",
            [(900.0, 900.0, None, "people", None), (300.0, 300.0, None, "people", None)],
        ),
        (
            "Turnout was 61.3 percent, down from 66.8.",
            "Turnout/NN/nsubj/1/label=B-PERSON was/VBD/ROOT/1/lemma=be 61.3/CD/nummod/3 "
            "percent/NN/attr/1 ,/,/punct/1 down/RB/advmod/1 from/IN/prep/5 66.8/CD/pobj/6 ././punct/1",
            [(61.3, 61.3, "%", "percent", None), (66.8, 66.8, "%", "percent", None)],
        ),
        (
            "The party won 43.5 percent, its rival 38.",
            "The/DT/det/1 party/NN/nsubj/2 won/VBD/ROOT/2/lemma=win 43.5/CD/nummod/4 "
            "percent/NN/dobj/2 ,/,/punct/4 its/PRP$/poss/7 rival/NN/appos/4 38/CD/appos/7 ././punct/2",
            [(43.5, 43.5, "%", "percent", None), (38.0, 38.0, "%", "percent", None)],
        ),
        (
            "It passed by 61 votes to 44.",
            "It/PRP/nsubj/1 passed/VBD/ROOT/1/lemma=pass by/IN/prep/1 61/CD/nummod/4 "
            "votes/NNS/pobj/2/lemma=vote to/IN/prep/1 44/CD/pobj/5 ././punct/1",
            [(61.0, 61.0, None, "vote", None), (44.0, 44.0, None, "vote", None)],
        ),
        (
            "A deal for all nine was struck.",
            "A/DT/det/1 deal/NN/nsubjpass/6 for/IN/prep/1 all/DT/det/4 nine/CD/pobj/2 "
            "was/VBD/auxpass/6/lemma=be struck/VBN/ROOT/6/lemma=strike ././punct/6",
            [(9.0, 9.0, None, None, None)],
        ),
        (
            "The toll stood at 41, up seven.",
            "The/DT/det/1 toll/NN/nsubj/2 stood/VBD/ROOT/2/lemma=stand at/IN/prep/2 41/CD/pobj/3 "
            ",/,/punct/2 up/RB/advmod/2 seven/CD/npadvmod/6 ././punct/2",
            [(41.0, 41.0, None, None, "dead")],
        ),
        (
            "Estimates range from 800 to 950.",
            "Estimates/NNS/nsubj/1/lemma=estimate range/VBP/ROOT/1 from/IN/prep/1 800/CD/pobj/2 "
            "to/IN/prep/2 950/CD/pobj/4 ././punct/1",
            [(800.0, 800.0, None, None, None), (950.0, 950.0, None, None, None)],
        ),
        (
            "The institute measured 6.9.",
            "The/DT/det/1 institute/NN/nsubj/2 measured/VBD/ROOT/2/lemma=measure 6.9/CD/dobj/2 ././punct/2",
            [(6.9, 6.9, None, "magnitude", None)],
        ),
        (
            "A pair of tugs came.",
            "A/DT/det/1 pair/NN/nsubj/4 of/IN/prep/1 tugs/NNS/pobj/2/lemma=tug came/VBD/ROOT/4/lemma=come ././punct/4",
            [(2.0, 2.0, None, "tug", None)],
        ),
        (
            "The crew numbered 140 or more.",
            "The/DT/det/1 crew/NN/nsubj/2 numbered/VBD/ROOT/2/lemma=number 140/CD/nummod/5 or/CC/cc/3 "
            "more/JJR/dobj/2 ././punct/2",
            [(140.0, None, None, "crew", "aboard")],
        ),
        (
            "It has a population of some 13 million.",
            "It/PRP/nsubj/1 has/VBZ/ROOT/1/lemma=have a/DT/det/3 population/NN/dobj/1 of/IN/prep/3 "
            "some/DT/quantmod/7 13/CD/compound/7 million/CD/pobj/4 ././punct/1",
            [(13000000.0, 13000000.0, None, "population", None)],
        ),
        (
            "It supplies an eighth of the oil.",
            "It/PRP/nsubj/1 supplies/VBZ/ROOT/1/lemma=supply an/DT/det/3 eighth/JJ/dobj/1 "
            "of/IN/prep/3 the/DT/det/6 oil/NN/pobj/4 ././punct/1",
            [(10.0, 15.0, "%", "oil", None)],
        ),
        (
            "It sent a 300-strong force.",
            "It/PRP/nsubj/1 sent/VBD/ROOT/1/lemma=send a/DT/det/6 300/CD/advmod/5 -/HYPH/punct/5 "
            "strong/JJ/amod/6 force/NN/dobj/1 ././punct/1",
            [(300.0, 300.0, None, "force", None)],
        ),
        (
            "They plan an increase from 100 to 150 in the number of boats.",
            "They/PRP/nsubj/1 plan/VBP/ROOT/1 an/DT/det/3 increase/NN/dobj/1 from/IN/prep/3 "
            "100/CD/quantmod/7 to/IN/quantmod/7 150/CD/pobj/4 in/IN/prep/1 the/DT/det/10 "
            "number/NN/pobj/8 of/IN/prep/10 boats/NNS/pobj/11/lemma=boat ././punct/1",
            [(100.0, 100.0, None, "boat", None), (150.0, 150.0, None, "boat", None)],
        ),
        (
            "He spoke to Karwan, 29, from Ranya.",
            "He/PRP/nsubj/1 spoke/VBD/ROOT/1/lemma=speak to/IN/prep/1 Karwan/NNP/pobj/2 ,/,/punct/3 "
            "29/CD/appos/3/label=B-DATE ,/,/punct/3 from/IN/prep/1 Ranya/NNP/pobj/7 ././punct/1",
            [(29.0, 29.0, "year-old", "karwan", None)],
        ),
        (
            "Of the 64 aboard, 41 survived.",
            "Of/IN/prep/6 the/DT/det/2 64/CD/pobj/0 aboard/RB/advmod/2 ,/,/punct/6 41/CD/nsubj/6 "
            "survived/VBD/ROOT/6/lemma=survive ././punct/6",
            [(64.0, 64.0, None, None, "aboard"), (41.0, 41.0, None, None, "rescued")],
        ),
        (
            "It killed three people and sent thousands into the streets.",
            "It/PRP/nsubj/1 killed/VBD/ROOT/1/lemma=kill three/CD/nummod/3 people/NNS/dobj/1 "
            "and/CC/cc/1 sent/VBD/conj/1/lemma=send thousands/NNS/dobj/5/lemma=thousand "
            "into/IN/prep/5 the/DT/det/9 streets/NNS/pobj/7/lemma=street ././punct/1",
            [(3.0, 3.0, None, "people", "dead"), (2000.0, None, None, "people", None)],
        ),
    ],
)
def test_a_number_without_a_noun_counts_what_stands_before_it(text: str, spec: str, told: Told) -> None:
    passage = factory.passage(spec, text)
    found = [q for _, q in find_quantities(factory.article(text), passage, frozenset())]
    assert [(q.low, q.high, q.unit, q.noun, q.of) for q in found] == told
