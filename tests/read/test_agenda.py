from __future__ import annotations

from tests.read import scenes
from variorum.read.agenda import find_agenda
from variorum.read.conferring import tells_of_talks


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


def _stands(spec: str) -> list[tuple[str, str]]:
    return [(i.topic, i.polarity) for i in find_agenda(scenes.scene(spec))]


def test_a_phrase_is_read_through_quotation_marks() -> None:
    spec = (
        'He/PRP/nsubj/1 said/VBD/ROOT/1/lemma=say quotas/NNS/nsubj/3 were/VBD/ccomp/1/lemma=be "/``/punct/3 '
        "not/RB/neg/3 up/IN/prep/3 for/IN/prep/6 negotiation/NN/pobj/7 \"/''/punct/3"
    )
    assert _stands(spec) == [("quotas", "off")]


def test_the_main_topic_of_a_lunch_and_what_takes_its_time() -> None:
    main = (
        "The/DT/det/1 crisis/NN/nsubj/2 was/VBD/ROOT/2/lemma=be the/DT/det/5 main/JJ/amod/5 topic/NN/attr/2 "
        "at/IN/prep/5 a/DT/det/8 lunch/NN/pobj/6"
    )
    spent = (
        "The/DT/det/1 ministers/NNS/nsubj/2/lemma=minister spent/VBD/ROOT/2/lemma=spend the/DT/det/4 {what}/NN/dobj/2 "
        "on/IN/prep/2 cod/NN/pobj/5"
    )
    assert _stands(main) == [("crisis", "raised")]
    assert _stands(spent.format(what="lunch")) == [("cod", "raised")]
    assert _stands(spent.format(what="money")) == []
    assert _stands(spent.format(what="afternoon")) == []


def test_a_list_of_topics_before_the_clause_of_telling_is_read_whole() -> None:
    spec = (
        "They/PRP/nsubj/2 will/MD/aux/2 discuss/VB/ccomp/17 cod/NN/dobj/2 ,/,/punct/17 the/DT/det/6 fleet/NN/nsubj/17 "
        ",/,/punct/6 the/DT/det/9 opening/NN/conj/6 of/IN/prep/9 ports/NNS/pobj/10 and/CC/cc/11 "
        "cooperation/NN/conj/11 on/IN/prep/11 rafts/NNS/pobj/14 Ferrer/NNP/nsubj/17 told/VBD/ROOT/17/lemma=tell "
        "reporters/NNS/dobj/17"
    )
    assert [topic for topic, _ in _stands(spec)] == ["cod", "fleet", "opening of ports", "cooperation on rafts"]


def test_what_a_summit_is_to_decide_is_before_it() -> None:
    spec = (
        "The/DT/det/1 {who}/NN/nsubjpass/3 is/VBZ/auxpass/3/lemma=be expected/VBN/ROOT/3/lemma=expect to/TO/aux/5 "
        "set/VB/xcomp/3 the/DT/det/7 quota/NN/dobj/5"
    )
    assert _stands(spec.format(who="summit")) == [("quota", "on")]
    assert _stands(spec.format(who="court")) == []


def test_who_puts_a_thing_on_the_agenda_is_no_topic() -> None:
    spec = "Norway/NNP/nsubj/1 put/VBD/ROOT/1 cod/NN/dobj/1 on/IN/prep/1 the/DT/det/5 agenda/NN/pobj/3"
    assert _stands(spec) == [("cod", "on")]


def test_what_one_is_only_obliged_to_discuss_or_mentions_in_a_speech_is_no_topic() -> None:
    obliged = (
        "They/PRP/nsubjpass/3 were/VBD/auxpass/3/lemma=be not/RB/neg/3 {obliged}/VBN/ROOT/3 to/TO/aux/5 "
        "negotiate/VB/xcomp/3 quotas/NNS/dobj/5"
    )
    alone = (
        "She/PRP/nsubj/3 did/VBD/aux/3/lemma=do not/RB/neg/3 mention/VB/ROOT/3 quotas/NNS/dobj/3 in/IN/prep/3 "
        "{where}/NN/pobj/5"
    )
    assert _stands(obliged.format(obliged="expected")) == [("quotas", "not_raised")]
    assert _stands(obliged.format(obliged="oblige")) == []
    assert _stands(alone.format(where="speech")) == []
    assert _stands(alone.format(where="talks")) == [("quotas", "not_raised")]


def test_talks_that_are_still_to_be_have_raised_nothing() -> None:
    spec = (
        "They/PRP/nsubj/1 {did}/VBD/ROOT/1 a/DT/det/3 plan/NN/dobj/1 {on}/IN/prep/3 talks/NNS/pobj/4/lemma=talk "
        "on/IN/prep/5 cod/NN/pobj/6"
    )
    assert _stands(spec.format(did="accepted", on="for")) == [("cod", "on")]
    assert _stands(spec.format(did="drafted", on="in")) == [("cod", "raised")]


def test_views_that_are_exchanged_are_on_what_the_verb_governs() -> None:
    spec = (
        "Views/NNS/nsubjpass/3/lemma=view will/MD/aux/3 be/VB/auxpass/3 exchanged/VBN/ROOT/3/lemma=exchange "
        "on/IN/prep/3 cod/NN/pobj/4"
    )
    assert _stands(spec) == [("cod", "on")]


def test_the_heart_of_the_talks_and_the_heart_of_a_town() -> None:
    spec = "Cod/NN/nsubj/1 stands/VBZ/ROOT/1/lemma=stand at/IN/prep/1 the/DT/det/4 heart/NN/pobj/2 of/IN/prep/4 {of}"
    assert _stands(spec.format(of="talks/NNS/pobj/5/lemma=talk")) == [("Cod", "on")]
    assert _stands(spec.format(of="Porto/NNP/pobj/5")) == []


def test_it_stands_for_the_list_named_before() -> None:
    spec = "The/DT/det/1 {what}/NN/nsubj/2 ended/VBD/ROOT/2 || It/PRP/nsubj/4 begins/VBZ/ROOT/4/lemma=begin {with}"
    with_cod = "with/IN/prep/4 cod/NN/pobj/5"
    assert _stands(spec.format(what="agenda", **{"with": with_cod})) == [("cod", "on")]
    assert _stands(spec.format(what="supper", **{"with": with_cod})) == []


def test_a_word_that_only_points_back_bears_the_topic_asked_about() -> None:
    spec = (
        "Asked/VBN/advcl/4/lemma=ask about/IN/prep/0 cod/NN/pobj/1 she/PRP/nsubj/4 said/VBD/ROOT/4/lemma=say "
        "the/DT/det/6 matter/NN/nsubj/7 was/VBD/ccomp/4/lemma=be not/RB/neg/7 on/IN/prep/7 the/DT/det/11 "
        "agenda/NN/pobj/9"
    )
    assert _stands(spec) == [("cod", "off")]


def test_relations_are_reviewed_and_so_is_a_film() -> None:
    spec = "{who} reviewed/VBD/ROOT/1/lemma=review {what}/NNS/dobj/1"
    assert _stands(spec.format(who="They/PRP/nsubj/1", what="relations")) == [("relations", "raised")]
    assert _stands(spec.format(who="They/PRP/nsubj/1", what="films")) == []
    assert _stands(spec.format(who="Inspectors/NNS/nsubj/1", what="relations")) == []


def test_only_reports_of_people_who_confer_are_searched_for_topics() -> None:
    spec = "{who}/nsubj/1 {did}/VBD/ROOT/1/lemma={lemma} for/IN/prep/1 hours/NNS/pobj/2"
    told = [("They/PRP", "talked", "talk"), ("They/PRP", "searched", "search"), ("Ships/NNS", "talked", "talk")]
    found = [tells_of_talks(scenes.scene(spec.format(who=w, did=d, lemma=m))) for w, d, m in told]
    assert found == [True, False, False]
