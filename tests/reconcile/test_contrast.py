"""What makes two values likely answers to one question: each feature alone, which pairs are looked at, and how."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest

from tests.reconcile import told, typed
from tests.reconcile.typed import Report, Said, counted, dated, lasting, pair, ranked, scene_of, story
from variorum.lang import table
from variorum.reconcile import contrast
from variorum.reconcile import scene as scenes
from variorum.reconcile.contrast import BY_KIND, CONSTANT, FEATURES, Feature
from variorum.reconcile.scene import Scene
from variorum.reconcile.values import Value

FOUR = counted("Four boats sank off Porto", "Four boats", 4)
SIX = counted("Six boats went under near Faro", "Six boats", 6)
FAR = told.when("2020-02-03")


def boats(number: int, **more: Any) -> Said:
    """A count of boats with what a test gives it."""
    shown = {4: "Four boats", 6: "Six boats"}[number]
    return counted(f"{shown} {'sank off Porto' if number == 4 else 'went under near Faro'}", shown, number, **more)


CASES: dict[str, tuple[Feature, tuple[Said, Said], tuple[Said, Said]]] = {
    f.__name__: (f, fires, quiet)
    for f, fires, quiet in (
        (contrast.one_noun, (boats(4), boats(6)), (boats(4), boats(6, noun="horse"))),
        (contrast.one_known_noun, (boats(4), boats(6)), (boats(4, noun="people"), boats(6, noun="people"))),
        (contrast.kin_nouns, (boats(4, noun="car"), boats(6, noun="vehicle")), (boats(4), boats(6, noun="horse"))),
        (contrast.other_nouns, (boats(4), boats(6, noun="horse")), (boats(4, noun="car"), boats(6, noun="vehicle"))),
        (contrast.one_outcome, (boats(4, of="dead"), boats(6, of="dead")), (boats(4, of="dead"), boats(6))),
        (contrast.other_outcomes, (boats(4, of="dead"), boats(6, of="injured")), (boats(4, of="dead"), boats(6))),
        (contrast.lone_outcome, (boats(4, of="dead"), boats(6)), (boats(4, of="dead"), boats(6, of="injured"))),
        (
            contrast.one_verb,
            (boats(4, predicate="sink"), boats(6, predicate="sink")),
            (boats(4, predicate="take"), boats(6, predicate="take")),
        ),
        (
            contrast.one_act,
            (boats(4, predicate="sink"), boats(6, predicate="sink")),
            (boats(4, predicate="sink"), boats(6, predicate="elect")),
        ),
        (
            contrast.names_shared,
            (boats(4, entities=("porto", "ana")), boats(6, entities=("porto",))),
            (boats(4, entities=("porto",)), boats(6, entities=("faro",))),
        ),
        (
            contrast.one_planned,
            (boats(4, future=True), boats(6)),
            (boats(4, future=True), boats(6, future=True)),
        ),
        (
            contrast.one_quoted,
            (boats(4, holder="The mayor"), boats(6)),
            (boats(4, holder="The mayor"), boats(6, holder="The police")),
        ),
        (
            contrast.one_subject,
            (boats(4, subject="The storm"), boats(6, subject="A storm")),
            (boats(4, subject="people"), boats(6, subject="people")),
        ),
        (
            contrast.one_theme,
            (boats(4, theme="ransom"), boats(6, theme="ransom")),
            (boats(4, theme="ransom"), boats(6)),
        ),
        (
            contrast.one_deed,
            (boats(4, predicate="sink", theme="fleet"), boats(6, predicate="sink", theme="fleet")),
            (boats(4, theme="fleet"), boats(6, theme="fleet")),
        ),
        (contrast.other_eras, (boats(4, time=FAR), boats(6)), (boats(4, time=FAR), boats(6, time=FAR))),
        (
            contrast.other_units,
            (boats(4, unit="km", noun=None), boats(6, unit="mi", noun=None)),
            (boats(4, unit="km", noun=None), boats(6, unit="km", noun=None)),
        ),
        (
            contrast.other_scopes,
            (counted("Another 12 boats sank", "12 boats", 12), boats(6)),
            (boats(4), boats(6)),
        ),
        (contrast.far_apart, (boats(4), boats(6)), (boats(4), counted("Crews lost 4 boats", "4 boats", 4))),
        (
            contrast.one_part,
            (dated("It sank on 3 May", "3 May", "2026-05-03"), dated("It sank on 5 May", "5 May", "2026-05-05")),
            (dated("It sank on 3 May", "3 May", "2026-05-03"), dated("It lay idle since 5 May", "5 May", "2026-05-05")),
        ),
        (
            contrast.times_apart,
            (dated("It sank on 3 May", "3 May", "2026-05-03"), dated("It sank on 5 May", "5 May", "2026-05-05")),
            (dated("It sank on 3 May", "3 May", "2026-05-03"), dated("It sank on 3 May", "3 May", "2026-05-03")),
        ),
        (
            contrast.words_beside,
            (counted("Divers raised 4 hulls yesterday", "4 hulls", 4), counted("Divers raised 6 hulls", "6 hulls", 6)),
            (boats(4), counted("Divers raised 6 hulls", "6 hulls", 6)),
        ),
        (
            contrast.clauses_near,
            (boats(4, terms=["harbour", "sink"]), boats(6, terms=["harbour", "boat"])),
            (boats(4, terms=["harbour"]), boats(6, terms=["boat"])),
        ),
        (
            contrast.sentences_near,
            (boats(4, terms=["harbour", "sink"]), boats(6, terms=["harbour", "boat"])),
            (boats(4, terms=["harbour"]), boats(6, terms=["boat"])),
        ),
        (
            contrast.strangers,
            (boats(4, terms=["harbour"]), boats(6, terms=["boat"])),
            (boats(4, terms=["harbour", "sink"]), boats(6, terms=["harbour", "boat"])),
        ),
    )
}
"""Each feature of two values and their clauses, with a pair for which it fires and one for which it does not."""
APART = {
    "others_named", "one_fact", "one_happening", "within_one", "places_in_text", "both_early", "alone", "few_of_kind",
    "others_nearer", "answered", "before_near",
}  # fmt: skip
"""Features of what stands around, each with a test of its own below."""


@pytest.mark.parametrize("name", CASES)
def test_a_feature_fires_and_does_not_and_is_symmetric(name: str) -> None:
    feature, fires, quiet = CASES[name]
    made, a, b = pair(*fires)
    assert feature(made, a, b) > 0
    assert feature(made, a, b) == pytest.approx(feature(made, b, a))
    made, a, b = pair(*quiet)
    assert feature(made, a, b) == feature(made, b, a) == 0


def test_no_feature_goes_untested() -> None:
    assert {f.__name__ for f in (*FEATURES, *BY_KIND)} <= CASES.keys() | APART
    assert all(getattr(contrast, name) in (*FEATURES, *BY_KIND) for name in APART)


def test_all_features_are_symmetric_over_a_whole_story() -> None:
    made = crowd()
    assert len(of_one_kind(made)) > 5
    for a, b in of_one_kind(made):
        for feature in (*FEATURES, *BY_KIND):
            assert feature(made, a, b) == pytest.approx(feature(made, b, a)), feature.__name__


def of_one_kind(made: Scene) -> list[tuple[Value, Value]]:
    """Every two values that may be held against one another."""
    return [(a, b) for a, b in combinations(made.values, 2) if a.kind == b.kind]


def crowd() -> Scene:
    """Three reports with values of every kind."""
    first = [
        boats(4, of="dead", predicate="sink"),
        dated("It began at 06:40 in Porto", "06:40", "2026-01-12T06:40"),
        lasting("The rescue lasted two hours", "two hours", "PT2H"),
        ranked("It was the third wreck", "third", 3, ["wreck"]),
    ]
    second = [
        boats(6, holder="The mayor", subject="The storm"),
        counted("It cost 300 euros", "300 euros", 300, unit="EUR"),
        dated("It began at 07:30 in Porto", "07:30", "2026-01-12T07:30"),
        lasting("The rescue took three hours", "three hours", "PT3H"),
    ]
    third = [
        counted("At least 9 boats sank off Porto", "At least 9 boats", 9, None),
        dated("It began on Sunday in Porto", "Sunday", "2026-01-11"),
        ranked("It was the fourth wreck", "fourth", 4, ["wreck"]),
    ]
    return scene_of(story(Report("a", first), Report("b", second), Report("c", third, "2026-01-14")))


def test_another_person_or_place_named_in_each_clause() -> None:
    people = (told.entity("ana", "Ana Ruiz"), told.entity("lee", "Lee Min"))
    bodies = (told.entity("un", "UN", "organization"), told.entity("eu", "EU", "organization"))

    def named(one: str, two: str) -> float:
        made, a, b = pair(boats(4, entities=(one,)), boats(6, entities=(two,)), entities=(*people, *bodies))
        assert contrast.others_named(made, a, b) == contrast.others_named(made, b, a)
        return contrast.others_named(made, a, b)

    assert named("ana", "lee") == 1
    assert named("ana", "ana") == named("ana", "un") == named("un", "eu") == 0


def test_one_fact_and_one_happening_are_by_claim() -> None:
    made, a, b = pair(FOUR, SIX)
    assert contrast.one_fact(replace(made, fact_of={}), a, b) == 0
    assert contrast.one_fact(replace(made, fact_of={a.claim.id: 1, b.claim.id: 2}), a, b) == 0
    assert contrast.one_fact(replace(made, fact_of={a.claim.id: 1, b.claim.id: 1}), a, b) == 1
    both = {a.claim.id: frozenset({1, 2}), b.claim.id: frozenset({2})}
    assert contrast.one_happening(replace(made, told_of=both), a, b) == 1
    assert contrast.one_happening(replace(made, told_of={**both, b.claim.id: frozenset({3})}), a, b) == 0
    assert contrast.one_happening(replace(made, told_of={}), a, b) == 0


def test_within_one_report_and_alone_in_each() -> None:
    made = scene_of(story(Report("a", [FOUR, boats(6, holder="The mayor")]), Report("b", [SIX])))
    four, quoted, six = made.values
    assert contrast.within_one(made, four, quoted) == 1
    assert contrast.within_one(made, four, six) == 0
    assert contrast.alone(made, four, six) == 0
    made, a, b = pair(FOUR, SIX)
    assert contrast.alone(made, a, b) == 1


def test_where_in_its_report_a_value_stands() -> None:
    said = [Said(words) for words in typed.ELSEWHERE]
    made = scene_of(story(Report("a", [FOUR, *said]), Report("b", [*said, SIX]), Report("c", [SIX, *said]), beside=()))
    early, late, first = made.values
    assert contrast.places_in_text(made, early, late) > 0.8
    assert contrast.places_in_text(made, early, first) == 0
    assert contrast.both_early(made, early, first) == 1
    assert contrast.both_early(made, early, late) == 0


def test_fewer_of_the_kind_tell_more() -> None:
    seven = counted("Seven boats ran aground off Porto", "Seven boats", 7)
    made, a, b = pair(FOUR, SIX)
    wide = scene_of(story(Report("a", [FOUR]), Report("b", [SIX, seven])))
    four, six, _ = wide.values
    assert contrast.few_of_kind(made, a, b) == 2
    assert contrast.few_of_kind(wide, four, six) == contrast.few_of_kind(wide, six, four) == 1.5


def test_the_noun_of_many_values_tells_less() -> None:
    made, a, b = pair(FOUR, SIX)
    more = [counted(f"{n} boats lay idle", f"{n} boats", n) for n in (20, 30, 40)]
    wide = scene_of(story(Report("a", [FOUR]), Report("b", [SIX, *more])))
    assert contrast.one_noun(made, a, b) == 1
    assert 0 < contrast.one_noun(wide, *wide.values[:2]) < 1


def test_a_nearer_counterpart_takes_the_pair_s_place() -> None:
    twin = counted("Nine boats sank off Porto", "Nine boats", 9)
    made = scene_of(story(Report("a", [FOUR]), Report("b", [counted("Six boats lay in Faro", "Six boats", 6), twin])))
    four, six, nine = made.values
    assert contrast.others_nearer(made, four, nine) == contrast.others_nearer(made, nine, four) == 0
    assert contrast.others_nearer(made, four, six) == contrast.others_nearer(made, six, four) > 0


def test_the_other_report_may_give_the_very_value() -> None:
    copy = counted("Four boats sank off Porto", "Four boats", 4)
    made = scene_of(story(Report("a", [FOUR]), Report("b", [SIX, copy])))
    four, six, _ = made.values
    assert contrast.answered(made, four, six) == contrast.answered(made, six, four) > 1
    made, a, b = pair(FOUR, SIX)
    assert contrast.answered(made, a, b) == 0


def test_the_sentence_before_may_say_of_what() -> None:
    lead = Said("A gale struck the trawler fleet")
    it = counted("It lost four boats", "four boats", 4)
    whole = counted("The gale cost the trawler fleet six boats", "six boats", 6)
    with_lead = scene_of(story(Report("a", [lead, it]), Report("b", [whole])))
    without = scene_of(story(Report("a", [it]), Report("b", [whole])))
    assert contrast.before_near(with_lead, *with_lead.values) == contrast.before_near(
        with_lead, *reversed(with_lead.values)
    )
    assert contrast.before_near(with_lead, *with_lead.values) > 0 == contrast.before_near(without, *without.values)


def candidates(*reports: Report) -> list[set[str]]:
    return [{a.shown, b.shown} for a, b, *_ in scenes.candidates(scene_of(story(*reports)))]


def test_two_reports_that_share_a_noun_a_word_or_an_outcome_are_looked_at() -> None:
    both = [{"Four boats", "Six boats"}]
    assert candidates(Report("a", [boats(4, terms=["x"])]), Report("b", [boats(6, terms=["y"])])) == both
    other = boats(6, noun="horse", terms=["harbour"])
    assert candidates(Report("a", [boats(4, terms=["harbour"])]), Report("b", [other])) == both
    hurt = boats(6, noun="horse", terms=["y"], of="dead")
    assert candidates(Report("a", [boats(4, terms=["x"], of="dead")]), Report("b", [hurt])) == both
    assert candidates(Report("a", [boats(4, terms=["x"])]), Report("b", [boats(6, noun="horse", terms=["y"])])) == []


def test_only_one_kind_and_two_voices_are_looked_at() -> None:
    assert candidates(Report("a", [FOUR, SIX])) == []
    assert candidates(Report("a", [FOUR, boats(6, holder="The mayor")])) == [{"Four boats", "Six boats"}]
    sum_ = counted("Six boats cost 60 euros off Porto", "60 euros", 60, unit="EUR")
    assert candidates(Report("a", [FOUR]), Report("b", [sum_])) == []


def test_a_word_that_too_many_share_proposes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scenes, "MOST_IN_A_BLOCK", 3)
    reports = [Report(name, [counted(f"{n} boats sank", f"{n} boats", n)]) for n, name in enumerate("abcd", start=20)]
    assert len(candidates(*reports[:3])) == 3
    assert candidates(*reports) == []


def test_pairs_grow_with_the_story_and_not_with_its_square() -> None:
    def count(size: int) -> int:
        said = [counted(f"{n} boats sank off Porto{n // 20}", f"{n} boats", n, noun=f"noun{n // 20}",
                        terms=["boat", f"porto{n // 20}"]) for n in range(100, 100 + size)]  # fmt: skip
        return len(scenes.candidates(scene_of(story(*(Report(str(n), [s]) for n, s in enumerate(said))))))

    assert 0 < count(160) <= 2 * count(80)


def comparable(*reports: Report) -> bool:
    made = scene_of(story(*reports))
    first = made.values[0]
    second = next(v for v in made.values if v.article != first.article)
    found = contrast.comparable(made, first, second)
    assert found == contrast.comparable(made, second, first)
    return found


def test_unlike_values_are_comparable_and_one_value_is_not() -> None:
    assert comparable(Report("a", [FOUR]), Report("b", [SIX]))
    assert not comparable(Report("a", [FOUR]), Report("b", [counted("4 boats went under", "4 boats", 4)]))


def test_a_value_whose_sentence_the_other_report_copies_is_answered() -> None:
    six = boats(6, terms=["boat", "faro"])
    copy = counted("Four boats sank off Porto", "Four boats", 4)
    assert not comparable(Report("a", [FOUR]), Report("b", [six, copy]))
    elsewhere = counted("Four boats won prizes", "Four boats", 4, terms=["prize", "contest"])
    assert comparable(Report("a", [FOUR]), Report("b", [six, elsewhere]))


def test_what_is_counted_in_two_places_or_of_two_countries_is_counted_twice() -> None:
    def told_of(one: str, two: str) -> bool:
        return comparable(
            Report("a", [FOUR], names=[("Porto", one, "place", "name")]),
            Report("b", [SIX], names=[("Faro", two, "place", "name")]),
        )

    assert told_of("porto", "porto")
    assert not told_of("porto", "faro")

    def sides(one: str, two: str) -> bool:
        said = [counted(f"{n} {x} boats sank", f"{n} {x} boats", n) for n, x in ((14, "Greek"), (16, "Turkish"))]
        return comparable(
            Report("a", [said[0]], names=[("Greek", one, "country", "adjective")]),
            Report("b", [said[1]], names=[("Turkish", two, "country", "adjective")]),
        )

    assert sides("gr", "gr")
    assert not sides("gr", "tr")


def test_times_are_comparable_when_they_can_be_of_one_thing() -> None:
    def told_at(one: str, two: str, shown: tuple[str, str] = ("that day", "this day")) -> bool:
        return comparable(
            Report("a", [dated(f"The ferry sank {shown[0]}", shown[0], one)]),
            Report("b", [dated(f"The ferry sank {shown[1]}", shown[1], two)]),
        )

    assert told_at("2026-05-03", "2026-05-05")
    assert not told_at("2026-05-03", "2026-05-03")
    assert not told_at("2020-05-03", "2026-05-05")
    assert not told_at("2026-05-03", "2026-05-04", ("overnight", "overnight"))


def test_likeness_is_between_0_and_1_and_symmetric() -> None:
    made = crowd()
    scores = [contrast.likeness(made, a, b) for a, b in of_one_kind(made)]
    assert len(scores) > 5
    assert all(0 < s < 1 for s in scores)
    assert len({round(s, 6) for s in scores}) > 3
    for a, b in of_one_kind(made):
        assert contrast.likeness(made, a, b) == pytest.approx(contrast.likeness(made, b, a))


def test_likeness_adds_up_what_the_table_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    none = dict.fromkeys((f.__name__ for f in FEATURES), 0.0)
    bare = dict.fromkeys((CONSTANT, *(f.__name__ for f in BY_KIND)), 0.0)
    weights: dict[str, Any] = {"weights": none, "kinds": {"count": bare, "toll": bare | {CONSTANT: 2.0}}}
    monkeypatch.setattr(contrast, "table", lambda *_: weights)
    made, a, b = pair(FOUR, SIX)
    assert contrast.likeness(made, a, b) == 0.5
    none["one_planned"] = 3.0
    assert contrast.likeness(made, a, b) == 0.5
    made, a, b = pair(boats(4, future=True), boats(6))
    assert contrast.likeness(made, a, b) == pytest.approx(0.952574)
    made, a, b = pair(boats(4, of="dead"), boats(6, of="dead"))
    assert contrast.likeness(made, a, b) == pytest.approx(0.880797)


def test_the_table_has_a_weight_for_each_feature_and_no_other() -> None:
    weights = table("en", "contrast")
    assert set(weights) == {"weights", "kinds"}
    assert set(weights["weights"]) == {f.__name__ for f in FEATURES}
    assert len(set(FEATURES) | set(BY_KIND)) == len(FEATURES) + len(BY_KIND)
    for sort, own in weights["kinds"].items():
        assert set(own) == {CONSTANT, *(f.__name__ for f in BY_KIND)}, sort


def sort_of(*said: Said) -> str:
    _, a, b = pair(*said)
    return contrast.sort_of(a, b)


def test_every_sort_of_pair_has_weights() -> None:
    euros = [counted(f"It cost {n} euros", f"{n} euros", n, unit="EUR", noun=None) for n in (30, 40)]
    hours = [dated(f"It sank at {t}", t, f"2026-01-12T{t}") for t in ("06:40", "09:10")]
    days = [dated(f"It sank on {n} January", f"{n} January", f"2026-01-{n}") for n in (11, 12)]
    spans = [lasting(f"It took {n} hours", f"{n} hours", f"PT{n}H") for n in (2, 3)]
    places = [ranked(f"It was the {w} wreck", w, n, ["wreck"]) for n, w in ((3, "third"), (4, "fourth"))]
    found = {
        sort_of(FOUR, SIX): "count",
        sort_of(boats(4, of="dead"), boats(6, of="dead")): "toll",
        sort_of(boats(4, of="dead"), SIX): "count",
        sort_of(*euros): "measure",
        sort_of(*hours): "clock",
        sort_of(*days): "day",
        sort_of(*spans): "span",
        sort_of(*places): "ordinal",
    }
    assert all(key == expected for key, expected in found.items())
    assert set(found) == set(table("en", "contrast")["kinds"])


def shown(made: Scene, least: float) -> list[tuple[float, str, str]]:
    return [(s, a.shown, b.shown) for s, a, b in contrast.contrasts(made, least)]


def test_each_pair_is_given_once_and_none_below_the_least() -> None:
    made = crowd()
    everything = shown(made, 0.0)
    assert len({frozenset(p[1:]) for p in everything}) == len(everything) > 3
    middle = sorted(p[0] for p in everything)[len(everything) // 2]
    assert shown(made, middle) == [p for p in everything if p[0] >= middle]
    assert shown(made, 1.0) == []


def test_a_copy_is_nearest_of_all() -> None:
    made = scene_of(
        story(Report("a", [FOUR]), Report("b", [SIX, counted("Four boats sank off Porto", "Four boats", 4)]))
    )
    four, six, copy = made.values
    assert made.near(four, copy) == made.near(copy, four) == pytest.approx(1 + scenes.CLAUSE)
    assert made.near(four, six) < made.near(four, copy)


@pytest.mark.parametrize("measure", [contrast.sentences_near, contrast.clauses_near])
def test_nearness_is_a_cosine(measure: Callable[[Scene, Value, Value], float]) -> None:
    made = crowd()
    for a, b in combinations(made.values, 2):
        assert 0 <= measure(made, a, b) <= 1 + 1e-9
    assert measure(made, made.values[0], made.values[0]) == pytest.approx(1)


def test_a_place_or_body_called_by_its_noun_is_known_again() -> None:
    dam = (told.entity("dam", "Alvor Dam", "place"),)
    said = (
        boats(4, terms=["dam", "sink"], entities=("dam",)),
        boats(6, terms=["gale"], entities=("dam",)),
    )
    made, a, b = pair(*said, entities=dam)
    assert "dam" in made.bag(a) & made.bag(b)
    plain, c, d = pair(*said)
    assert "dam" not in plain.bag(c) & plain.bag(d)
    unsaid, e, f = pair(boats(4, entities=("dam",)), boats(6, entities=("dam",)), entities=dam)
    assert "dam" not in unsaid.bag(e) | unsaid.bag(f)
