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
