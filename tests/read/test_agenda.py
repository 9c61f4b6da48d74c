from __future__ import annotations

from tests.read import scenes
from variorum.read.agenda import find_agenda


def test_a_topic_that_stays_off_the_table() -> None:
    [item] = find_agenda(scenes.scene(scenes.OFF))
    assert (item.topic, item.polarity, item.hedge) == ("Fishing rights", "off", "expected")


def test_a_topic_that_may_come_up_and_its_part() -> None:
    items = find_agenda(scenes.scene(scenes.MAY_DISCUSS))
    assert [(i.topic, i.parent, i.polarity) for i in items] == [
        ("trade", None, "may"),
        ("steel tariffs", "trade", "may"),
    ]


def test_things_do_not_discuss() -> None:
    spec = "The/DT/det/1 book/NN/nsubj/2 discusses/VBZ/ROOT/2/lemma=discuss trade/NN/dobj/2"
    assert find_agenda(scenes.scene(spec)) == []


def test_what_was_discussed_was_raised_and_what_was_not_was_not() -> None:
    told = "They/PRP/nsubj/1 discussed/VBD/ROOT/1/lemma=discuss trade/NN/dobj/1"
    denied = "They/PRP/nsubj/3 did/VBD/aux/3 not/RB/neg/3 discuss/VB/ROOT/3 trade/NN/dobj/3"
    assert find_agenda(scenes.scene(told))[0].polarity == "raised"
    assert find_agenda(scenes.scene(denied))[0].polarity == "not_raised"


def test_talks_on_a_topic_but_not_on_a_day_or_over_lunch() -> None:
    on = "They/PRP/nsubj/1 held/VBD/ROOT/1/lemma=hold talks/NNS/dobj/1/lemma=talk on/IN/prep/2 trade/NN/pobj/3"
    lunch = "They/PRP/nsubj/1 held/VBD/ROOT/1/lemma=hold talks/NNS/dobj/1/lemma=talk over/IN/prep/2 lunch/NN/pobj/3"
    assert [(i.topic, i.polarity) for i in find_agenda(scenes.scene(on))] == [("trade", "raised")]
    assert find_agenda(scenes.scene(lunch)) == []


def test_a_list_of_topics_begins_with_one_and_people_begin_with_none() -> None:
    spec = "{who} begins/VBZ/ROOT/1/lemma=begin with/IN/prep/1 fisheries/NNS/pobj/2"
    assert [i.topic for i in find_agenda(scenes.scene(spec.format(who="Agenda/NN/nsubj/1/lemma=agenda")))] == [
        "fisheries"
    ]
    assert find_agenda(scenes.scene(spec.format(who="Supper/NN/nsubj/1/lemma=supper"))) == []


def test_one_presses_another_on_a_topic() -> None:
    spec = "They/PRP/nsubj/2 will/MD/aux/2 press/VB/ROOT/2 Lund/NNP/dobj/2 on/IN/prep/2 debts/NNS/pobj/4/lemma=debt"
    assert [(i.topic, i.polarity) for i in find_agenda(scenes.scene(spec))] == [("debts", "on")]


def test_one_who_spoke_of_a_thing_only_said_it() -> None:
    alone = "He/PRP/nsubj/1 spoke/VBD/ROOT/1/lemma=speak of/IN/prep/1 debts/NNS/pobj/2/lemma=debt"
    several = "They/PRP/nsubj/1 spoke/VBD/ROOT/1/lemma=speak of/IN/prep/1 debts/NNS/pobj/2/lemma=debt"
    assert find_agenda(scenes.scene(alone)) == []
    assert [i.topic for i in find_agenda(scenes.scene(several))] == ["debts"]


def test_what_is_raised_to_a_figure_is_no_topic() -> None:
    spec = "They/PRP/nsubj/1 raised/VBD/ROOT/1/lemma=raise trade/NN/dobj/1 {to}/IN/prep/1 6/CD/nummod/5 cars/NNS/pobj/3"
    assert find_agenda(scenes.scene(spec.format(to="to"))) == []
    assert [i.topic for i in find_agenda(scenes.scene(spec.format(to="with")))] == ["trade"]
