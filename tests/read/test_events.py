from __future__ import annotations

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
