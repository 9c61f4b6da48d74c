from __future__ import annotations

from dataclasses import replace

import pytest

from tests.read import scenes
from variorum.read.events import find_events

PEOPLE = [(0, 2, "solin", "person"), (3, 5, "ruiz", "person"), (6, 7, "porto", "place")]


def test_a_meeting_has_its_people_place_and_day() -> None:
    [event] = find_events(scenes.scene(scenes.MET, PEOPLE, [(8, 9, "2026-01-12")]))  # type: ignore[arg-type]
    assert (event.kind, event.code, event.standing) == ("meeting", "CONSULT", "happened")
    assert {(p.role, p.entity) for p in event.participants} == {("agent", "solin"), ("patient", "ruiz")}
    assert event.place == "porto"
    assert event.when is not None
    assert event.when.edtf == "2026-01-12"
    assert event.phrase.exact == "Marek Solin met Ana Ruiz in Porto on Monday"


def test_a_light_verb_and_its_noun_are_one_happening() -> None:
    [event] = find_events(scenes.scene(scenes.SCHEDULED, [(0, 3, "both", "group")]))
    assert (event.trigger.exact, event.kind, event.standing) == ("talks", "meeting", "planned")
    assert [p.role for p in event.participants] == ["agent"]


def test_what_did_not_happen_is_denied() -> None:
    [event] = find_events(scenes.scene(scenes.NOT_MET))
    assert event.standing == "denied"


@pytest.mark.parametrize("will", ["will", "'ll", "would"])
def test_what_is_not_said_at_a_meeting_to_come_does_not_deny_it(will: str) -> None:
    spec = (
        f"They/PRP/nsubj/3 {will}/MD/aux/3 not/RB/neg/3 speak/VB/ROOT/3 at/IN/prep/3 a/DT/det/7 Monday/NNP/compound/7"
        " meeting/NN/pobj/4 ././punct/3"
    )
    [event] = [e for e in find_events(scenes.scene(spec)) if e.kind == "meeting"]
    assert event.standing == "planned"


def test_a_dated_day_of_long_ago_is_background() -> None:
    [event] = find_events(scenes.scene(scenes.MET, PEOPLE, [(8, 9, "1998-05-01")]))  # type: ignore[arg-type]
    assert event.background


def test_deaths_carry_their_count() -> None:
    events = find_events(scenes.scene(scenes.KILLED))
    death = next(e for e in events if e.kind == "death")
    assert next((q.low, q.high, q.of) for q in death.quantities) == (12, None, "dead")


def test_a_noun_that_only_points_back_is_no_happening() -> None:
    spec = "The/DT/det/1 visit/NN/nsubj/2 pleased/VBD/ROOT/2/lemma=please them/PRP/dobj/2"
    assert find_events(scenes.scene(spec)) == []


def test_a_quake_does_what_its_verb_says() -> None:
    spec = (
        "An/DT/det/1 earthquake/NN/nsubj/2 jolted/VBD/ROOT/2/lemma=jolt Porto/NNP/dobj/2 on/IN/prep/2 "
        "Monday/NNP/pobj/4 ././punct/2"
    )
    [event] = find_events(scenes.scene(spec, [(3, 4, "porto", "place")], [(5, 6, "2026-01-12")]))
    assert (event.kind, event.when is not None) == ("nature", True)


def _told(spec: str, day: int, iso: str = "2026-01-09") -> list[tuple[str, str, str, str | None]]:
    """Kind, trigger, standing and day of each event, the word at ``day`` being a day."""
    events = find_events(scenes.scene(spec, times=[(day, day + 1, iso)]))
    return [(e.kind, e.trigger.exact, e.standing, e.when.edtf if e.when else None) for e in events]


def test_a_participle_tells_what_was_done_with_its_noun_on_a_day_of_its_own() -> None:
    spec = "Pictures/NNS/nsubj/4 taken/VBN/acl/0/lemma=take {on} Friday/NNP/pobj/2 show/VBP/ROOT/4 damage/NN/dobj/4"
    [event] = find_events(scenes.scene(spec.format(on="on/IN/prep/1"), times=[(3, 4, "2026-01-09")]))
    assert (event.kind, event.phrase.exact) == ("other", "Pictures taken on Friday")
    assert _told(spec.format(on="since/IN/prep/1"), 3) == []


def test_a_participle_that_sets_a_day_has_done_nothing() -> None:
    spec = "Fairs/NNS/nsubj/4 planned/VBN/acl/0/lemma=plan for/IN/prep/1 Friday/NNP/pobj/2 pay/VBP/ROOT/4 us/PRP/dobj/4"
    assert _told(spec, 3) == []


def test_a_plan_said_by_those_who_may_decide_it_is_an_announcement() -> None:
    spec = (
        "The/DT/det/1 {who}/NN/nsubj/2 said/VBD/ROOT/2/lemma=say on/IN/prep/2 Friday/NNP/pobj/3 that/IN/mark/8 "
        "it/PRP/nsubj/8 {would}/MD/aux/8 hold/VB/ccomp/2 a/DT/det/10 census/NN/dobj/8"
    )

    def kinds(**given: str) -> list[str]:
        scene = scenes.scene(spec.format(**given), times=[(4, 5, "2026-01-09")])
        return [e.kind for e in find_events(replace(scene, reported=((range(2, 3), "it"),)))]

    assert kinds(who="army", would="would") == ["statement"]
    assert kinds(who="witness", would="would") == []
    assert kinds(who="army", would="should") == []


def test_a_meeting_that_will_be_somewhere_is_held_there() -> None:
    spec = (
        "The/DT/det/2 next/JJ/amod/2 meeting/NN/nsubj/4 would/MD/aux/4 be/VB/ROOT/4 {how} in/IN/prep/4 May/NNP/pobj/6"
    )
    assert _told(spec.format(how="there/RB/advmod/4"), 7)[0][0] == "meeting"
    assert _told(spec.format(how="there/RB/advmod/4"), 7)[0][3] is not None
    assert _told(spec.format(how="brief/JJ/acomp/4"), 7)[0][3] is None


def test_a_trip_that_was_to_be_made_is_called_off_with_the_day_it_was_set_for() -> None:
    spec = (
        "A/DT/det/1 trip/NN/nsubjpass/9 he/PRP/nsubj/3 was/VBD/relcl/1/lemma=be to/TO/aux/5 make/VB/xcomp/3 "
        "on/IN/prep/5 Friday/NNP/pobj/6 was/VBD/auxpass/9/lemma=be {verb}"
    )
    dropped = spec.format(verb="dropped/VBN/ROOT/9/lemma=drop")
    assert _told(dropped, 7) == [("visit", "trip", "denied", "2026-01-09")]
    assert [t[2] for t in _told(spec.format(verb="filmed/VBN/ROOT/9/lemma=film"), 7) if t[0] == "visit"] != ["denied"]


def test_when_two_trains_collided_is_when_many_died() -> None:
    spec = (
        "On/IN/prep/3 Friday/NNP/pobj/0 many/JJ/nsubj/3 died/VBD/ROOT/3/lemma=die when/WRB/advmod/7 {had} "
        "trains/NNS/nsubj/7/lemma=train collided/{tag}/advcl/3/lemma=collide"
    )
    days = {t[1]: t[3] for t in _told(spec.format(had="two/CD/nummod/6", tag="VBD"), 1)}
    assert days == {"died": "2026-01-09", "collided": "2026-01-09"}
    days = {t[1]: t[3] for t in _told(spec.format(had="had/VBD/aux/7/lemma=have", tag="VBN"), 1)}
    assert days == {"died": "2026-01-09", "collided": None}


def test_one_calls_on_a_king_and_calls_on_him_to_go() -> None:
    spec = "Ruiz/NNP/nsubj/1 called/VBD/ROOT/1/lemma=call on/IN/prep/1 the/DT/det/4 {whom}/NN/pobj/2"
    assert [e.kind for e in find_events(scenes.scene(spec.format(whom="king")))] == ["meeting"]
    assert find_events(scenes.scene(spec.format(whom="phone"))) == []
    asked = spec.format(whom="king") + " to/TO/aux/6 resign/VB/xcomp/1"
    assert "meeting" not in [e.kind for e in find_events(scenes.scene(asked))]


def test_what_a_speech_left_out_does_not_deny_the_speech() -> None:
    spec = (
        "Solin/NNP/nsubj/3 did/VBD/aux/3/lemma=do not/RB/neg/3 mention/VB/ROOT/3 plans/NNS/dobj/3 in/IN/prep/4 "
        "a/DT/det/7 speech/NN/pobj/5 on/IN/prep/3 Friday/NNP/pobj/8"
    )
    assert _told(spec, 9) == [("statement", "speech", "happened", "2026-01-09")]


def test_the_day_of_a_promise_is_not_that_of_the_deed() -> None:
    spec = (
        "They/PRP/nsubj/1 {agreed}/VBD/ROOT/1/lemma={lemma} on/IN/prep/1 Friday/NNP/pobj/2 to/TO/aux/5 "
        "reopen/VB/xcomp/1 it/PRP/dobj/5"
    )
    assert _told(spec.format(agreed="agreed", lemma="agree"), 3) == [("other", "agreed", "happened", "2026-01-09")]
    assert [t[1] for t in _told(spec.format(agreed="came", lemma="come"), 3)] == ["reopen"]


def test_a_day_that_is_named_dates_nothing() -> None:
    spec = "He/PRP/nsubj/1 {verb} Friday/NNP/dobj/1 as/IN/prep/1 a/DT/det/5 date/NN/pobj/3"
    assert _told(spec.format(verb="named/VBD/ROOT/1/lemma=name"), 2) == []
    assert [t[1] for t in _told(spec.format(verb="spent/VBD/ROOT/1/lemma=spend"), 2)] == ["spent"]


def test_what_was_told_to_reporters_is_an_occasion_without_a_day() -> None:
    spec = "Ruiz/NNP/nsubj/1 told/VBD/ROOT/1/lemma=tell {whom}"

    def kinds(whom: str) -> list[str]:
        scene = scenes.scene(spec.format(whom=whom))
        return [e.kind for e in find_events(replace(scene, occasions={1: None}))]

    assert kinds("reporters/NNS/dobj/1/lemma=reporter") == ["statement"]
    assert kinds("friends/NNS/dobj/1/lemma=friend") == []
