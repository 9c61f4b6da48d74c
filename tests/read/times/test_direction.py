"""The article is of Tuesday, 13 January 2026; Wednesday is the 7th when it looks back and the 14th when ahead."""

import pytest

from tests import factory
from variorum.model.text import PartKind
from variorum.read.times import find_times

BACK, AHEAD = "2026-01-07", "2026-01-14"
LEFT = "They/PRP/nsubj/1 left/VBD/ROOT/1 the/DT/det/3 day/NN/npadvmod/1 before/"


def day_of(spec: str, kind: PartKind = "body") -> str:
    passage = factory.passage(spec)
    if kind != "body":
        paragraph = factory.paragraph(passage.text, kind=kind)
        passage = type(passage)(passage.index, paragraph, passage.parse)
    (found,) = find_times(factory.article(passage.text, published="2026-01-13"), [passage])
    return found.value


@pytest.mark.parametrize(
    ("want", "spec"),
    [
        (BACK, "Lee/NNP/nsubj/1 told/VBD/ROOT/1 reporters/NNS/dobj/1 on/IN/prep/1 Wednesday/NNP/pobj/3"),
        (AHEAD, "Lee/NNP/nsubj/2 will/MD/aux/2 visit/VB/ROOT/2 Rome/NNP/dobj/2 on/IN/prep/2 Wednesday/NNP/pobj/4"),
        (AHEAD, "They/PRP/nsubj/1 are/VBP/ROOT/1 to/TO/aux/3 meet/VB/xcomp/1 Wednesday/NNP/npadvmod/3"),
        (AHEAD, "They/PRP/nsubj/1 plan/VBP/ROOT/1 to/TO/aux/3 meet/VB/xcomp/1 on/IN/prep/3 Wednesday/NNP/pobj/4"),
        (AHEAD, "It/PRP/nsubjpass/2 is/VBZ/auxpass/2 scheduled/VBN/ROOT/2 for/IN/prep/2 Wednesday/NNP/pobj/3"),
        (AHEAD, "He/PRP/nsubj/1 is/VBZ/ROOT/1 due/JJ/acomp/1 on/IN/prep/2 Wednesday/NNP/pobj/3"),
        (AHEAD, "It/PRP/nsubj/1 called/VBD/ROOT/1 a/DT/det/3 march/NN/dobj/1 for/IN/prep/1 Wednesday/NNP/pobj/4"),
        (AHEAD, "It/PRP/nsubj/1 set/VBD/ROOT/1/lemma=schedule a/DT/det/3 vote/NN/dobj/1 Wednesday/NNP/npadvmod/3"),
        (AHEAD, "Talks/NNS/nsubj/1 begin/VBP/ROOT/1 Wednesday/NNP/npadvmod/1"),
        (AHEAD, "The/DT/det/1 funeral/NN/nsubj/2 is/VBZ/ROOT/2/lemma=be Wednesday/NNP/attr/2"),
        (BACK, "He/PRP/nsubj/2 has/VBZ/aux/2 left/VBN/ROOT/2 Wednesday/NNP/npadvmod/2"),
        (BACK, "It/PRP/nsubjpass/2 was/VBD/auxpass/2 passed/VBN/ROOT/2 Wednesday/NNP/npadvmod/2"),
        (BACK, "Police/NNS/nsubj/1 say/VBP/ROOT/1/lemma=say he/PRP/nsubj/3 died/VBD/ccomp/1 Wednesday/NNP/npadvmod/3"),
        (
            AHEAD,
            "Police/NNS/nsubj/1 said/VBD/ROOT/1 he/PRP/nsubj/4 would/MD/aux/4 go/VB/ccomp/1 Wednesday/NNP/npadvmod/4",
        ),
        (
            BACK,
            "The/DT/det/1 man/NN/nsubj/5 arrested/VBN/acl/1 Wednesday/NNP/npadvmod/2 will/MD/aux/5 appear/VB/ROOT/5",
        ),
        (BACK, "He/PRP/nsubj/1 managed/VBD/ROOT/1/lemma=manage to/TO/aux/3 flee/VB/xcomp/1 Wednesday/NNP/npadvmod/3"),
        (BACK, "It/PRP/nsubj/1 lasted/VBD/ROOT/1/lemma=last until/IN/prep/1 Wednesday/NNP/pobj/2"),
        (AHEAD, "They/PRP/nsubj/1 postponed/VBD/ROOT/1 it/PRP/dobj/1 until/IN/prep/1 Wednesday/NNP/pobj/3"),
        (BACK, "The/DT/det/2 Wednesday/NNP/compound/2 debate/NN/nsubj/3 shows/VBZ/ROOT/3/lemma=reveal it/PRP/dobj/3"),
        (BACK, "It/PRP/nsubj/1 grows/VBZ/ROOT/1 since/IN/prep/1 Wednesday/NNP/pobj/2"),
        (
            AHEAD,
            "They/PRP/nsubj/1 refused/VBD/ROOT/1 an/DT/det/3 invitation/NN/dobj/1 to/IN/prep/3 "
            "talks/NNS/pobj/4/lemma=talk on/IN/prep/5 Wednesday/NNP/pobj/6",
        ),
        (
            AHEAD,
            "They/PRP/nsubj/1 backed/VBD/ROOT/1 a/DT/det/3 call/NN/dobj/1 for/IN/prep/3 "
            "protests/NNS/pobj/4/lemma=protest on/IN/prep/5 Wednesday/NNP/pobj/6",
        ),
        (
            BACK,
            "They/PRP/nsubj/1 backed/VBD/ROOT/1 a/DT/det/3 call/NN/dobj/1 to/IN/prep/3 "
            "police/NNS/pobj/4 on/IN/prep/5 Wednesday/NNP/pobj/6",
        ),
        (
            BACK,
            "They/PRP/nsubj/1 demanded/VBD/ROOT/1/lemma=demand a/DT/det/3 probe/NN/dobj/1 into/IN/prep/3 "
            "the/DT/det/6 fire/NN/pobj/4 on/IN/prep/6 Wednesday/NNP/pobj/7",
        ),
        (
            AHEAD,
            "Ahead/RB/advmod/4 of/IN/prep/0 talks/NNS/pobj/1 Wednesday/NNP/npadvmod/0 it/PRP/nsubj/5 shut/VBD/ROOT/5",
        ),
        (BACK, "It/PRP/nsubj/1 suffers/VBZ/ROOT/1 from/IN/prep/1 Wednesday/NNP/poss/5 's/POS/case/3 quake/NN/pobj/2"),
        (
            AHEAD,
            "Shops/NNS/nsubj/1 stay/VBP/ROOT/1 shut/JJ/acomp/1 through/IN/prep/1 Wednesday/NNP/pobj/3",
        ),
        (
            AHEAD,
            "The/DT/det/1 term/NN/ROOT/1 of/IN/prep/1 Wednesday/NNP/pobj/2 when/WRB/advmod/7 a/DT/det/6 "
            "truce/NN/nsubj/7 expires/VBZ/relcl/3/lemma=expire",
        ),
        (
            BACK,
            "Flights/NNS/nsubjpass/2 were/VBD/auxpass/2 resumed/VBN/ROOT/2 by/IN/prep/2 Wednesday/NNP/pobj/3",
        ),
        (
            AHEAD,
            "He/PRP/nsubj/1 promised/VBD/ROOT/1/lemma=promise pay/NN/dobj/1 before/IN/prep/1 Wednesday/NNP/pobj/3",
        ),
        (
            BACK,
            "He/PRP/nsubjpass/4 could/MD/aux/4 not/RB/neg/4 be/VB/auxpass/4 reached/VBN/ROOT/4/lemma=reach "
            "Wednesday/NNP/npadvmod/4",
        ),
        (
            BACK,
            "Police/NNS/nsubj/2 are/VBP/aux/2 probing/VBG/ROOT/2 a/DT/det/4 blast/NN/dobj/2 Wednesday/NNP/npadvmod/4",
        ),
        (
            AHEAD,
            "Banks/NNS/nsubjpass/3 will/MD/aux/2 be/VB/auxpass/3 closed/VBN/ROOT/3 Wednesday/NNP/npadvmod/3",
        ),
    ],
)
def test_which_wednesday(want: str, spec: str) -> None:
    assert day_of(spec) == want


def test_the_day_of_publication_is_today_either_way() -> None:
    assert day_of("He/PRP/nsubj/1 left/VBD/ROOT/1 on/IN/prep/1 Tuesday/NNP/pobj/2") == "2026-01-13"
    assert day_of("He/PRP/nsubj/2 will/MD/aux/2 leave/VB/ROOT/2 on/IN/prep/2 Tuesday/NNP/pobj/3") == "2026-01-13"


def test_the_present_of_a_caption_looks_back() -> None:
    spec = "They/PRP/nsubj/1 meet/VBP/ROOT/1 in/IN/prep/1 Rome/NNP/pobj/2 Wednesday/NNP/npadvmod/1"
    assert (day_of(spec), day_of(spec, "caption")) == (AHEAD, BACK)


@pytest.mark.parametrize(
    ("want", "spec"),
    [
        ("2025-10", "They/PRP/nsubj/1 met/VBD/ROOT/1 in/IN/prep/1 October/NNP/pobj/2"),
        ("2026-10", "They/PRP/nsubj/2 will/MD/aux/2 meet/VB/ROOT/2 in/IN/prep/2 October/NNP/pobj/3"),
        ("2026-01", "They/PRP/nsubj/1 met/VBD/ROOT/1 in/IN/prep/1 January/NNP/pobj/2"),
    ],
)
def test_which_month(want: str, spec: str) -> None:
    assert day_of(spec) == want


def test_a_weekday_without_a_tense_lies_in_the_week_just_named() -> None:
    text = "It is set for next week. The visit, on Thursday and Friday, is the first."
    passages = [
        factory.passage("He/PRP/nsubj/2 will/MD/aux/2 come/VB/ROOT/2 next/JJ/amod/4 week/NN/npadvmod/2"),
        factory.passage(
            "A/DT/det/1 visit/NN/ROOT/1 on/IN/prep/1 Thursday/NNP/pobj/2 and/CC/cc/3 Friday/NNP/conj/3", index=1
        ),
    ]
    found = find_times(factory.article(text, published="2026-01-13"), passages)
    assert [(t.value, t.basis) for t in found][1] == ("2026-01-22/2026-01-23", "inherited")


def test_a_date_without_a_year_is_of_this_year_when_it_is_near() -> None:
    met = "They/PRP/nsubj/1 met/VBD/ROOT/1 on/IN/prep/1 {}/NNP/pobj/2 {}/CD/nummod/3"
    assert day_of(met.format("January", 20)) == "2026-01-20"
    assert day_of(met.format("June", 20)) == "2025-06-20"


def test_what_is_spoken_about_is_the_day_the_text_has_named() -> None:
    first = factory.passage("They/PRP/nsubj/2 will/MD/aux/2 meet/VB/ROOT/2 Wednesday/NNP/npadvmod/2")
    second = factory.passage("He/PRP/nsubj/1 read/VBD/ROOT/1 about/IN/prep/1 Wednesday/NNP/pobj/2", index=1)
    article = factory.article(f"{first.text}\n{second.text}", published="2026-01-13")
    assert [(t.value, t.basis) for t in find_times(article, [first, second])][1] == (AHEAD, "inherited")
    assert [t.value for t in find_times(article, [second])] == [BACK]


@pytest.mark.parametrize(
    ("want", "spec"),
    [
        ("2026-01-12T24:00", "It/PRP/nsubj/1 began/VBD/ROOT/1 at/IN/prep/1 midnight/NN/pobj/2"),
        ("2026-01-13T24:00", "It/PRP/nsubj/2 will/MD/aux/2 begin/VB/ROOT/2 at/IN/prep/2 midnight/NN/pobj/3"),
        ("2026-01-13T00:00", "It/PRP/nsubj/1 began/VBD/ROOT/1 after/IN/prep/1 midnight/NN/pobj/2"),
    ],
)
def test_midnight_ends_the_day_and_after_it_one_begins(want: str, spec: str) -> None:
    assert day_of(spec) == want


def test_a_clock_alone_is_of_the_day_of_the_lead_or_of_what_the_paragraph_told_last() -> None:
    lead = factory.passage("It/PRP/nsubj/1 sank/VBD/ROOT/1/lemma=sink on/IN/prep/1 Sunday/NNP/pobj/2")
    told = "It/PRP/nsubj/1 left/VBD/ROOT/1/lemma=leave at/IN/prep/1 noon/NN/pobj/2"
    later = factory.passage(told, index=1)
    found = find_times(factory.article(f"{lead.text}\n{later.text}", published="2026-01-13"), [lead, later])
    assert [t.value for t in found] == ["2026-01-11", "2026-01-11T12:00"]
    other = "Divers/NNS/nsubj/1 came/VBD/ROOT/1/lemma=dive on/IN/prep/1 Monday/NNP/pobj/2 ././punct/1 "
    shifted = other + "It/PRP/nsubj/6 left/VBD/ROOT/6/lemma=leave at/IN/prep/6 noon/NN/pobj/7"
    later = factory.passage(shifted, index=1)
    found = find_times(factory.article(f"{lead.text}\n{later.text}", published="2026-01-13"), [lead, later])
    assert [t.value for t in found] == ["2026-01-11", "2026-01-12", "2026-01-12T12:00"]


def test_a_lead_of_another_week_gives_no_day() -> None:
    lead = factory.passage("It/PRP/nsubj/1 sank/VBD/ROOT/1/lemma=sink on/IN/prep/1 Jan./NNP/pobj/2 2/CD/nummod/3")
    later = factory.passage("It/PRP/nsubj/1 left/VBD/ROOT/1/lemma=leave at/IN/prep/1 noon/NN/pobj/2", index=1)
    found = find_times(factory.article(f"{lead.text}\n{later.text}", published="2026-01-13"), [lead, later])
    assert found[1].value == "2026-01-13T12:00"


def test_a_clock_to_come_that_has_struck_is_the_next_day() -> None:
    passage = factory.passage(
        "Polls/NNS/nsubj/2 will/MD/aux/2 open/VB/ROOT/2 at/IN/prep/2 7/CD/nummod/5 a.m./NN/pobj/3"
    )
    late, early = (
        find_times(factory.article(passage.text, published=f"2026-01-13T{clock}"), [passage])[0].value
        for clock in ("22:00", "05:00")
    )
    assert (late, early) == ("2026-01-14T07:00", "2026-01-13T07:00")


@pytest.mark.parametrize(
    ("spec", "found"),
    [
        ("Orders/NNS/nsubj/5 of/IN/prep/0 the/DT/det/3 day/NN/pobj/1 before/RB/advmod/3 stood/VBD/ROOT/5", 1),
        (LEFT + "IN/prep/1 in/IN/prep/1 Rome/NNP/pobj/5", 1),
        (LEFT + "IN/mark/6 he/PRP/nsubj/6 died/VBD/advcl/1", 0),
        (LEFT + "IN/prep/3 planned/VBN/amod/6 talks/NNS/pobj/4", 0),
    ],
)
def test_the_day_before_stands_alone_before_a_verb_or_another_phrase(spec: str, found: int) -> None:
    passage = factory.passage(spec)
    times = find_times(factory.article(passage.text, published="2026-01-13"), [passage])
    assert [t.value for t in times if t.cite.exact == "the day before"] == ["2026-01-12"] * found


def test_the_small_hours_after_a_night_are_the_next_day() -> None:
    spec = (
        "It/PRP/nsubj/1 left/VBD/ROOT/1 Sunday/NNP/compound/3 night/NN/npadvmod/1 and/CC/cc/1 "
        "sank/VBD/conj/1 at/IN/prep/5 4/CD/nummod/8 a.m./NN/pobj/6"
    )
    passage = factory.passage(spec)
    found = find_times(factory.article(passage.text, published="2026-01-13"), [passage])
    assert [t.value for t in found] == ["2026-01-11TNI", "2026-01-12T04:00"]


def test_a_clock_alone_is_of_the_day_on_which_its_verb_was_told() -> None:
    first = factory.passage("It/PRP/nsubj/1 sank/VBD/ROOT/1/lemma=sink on/IN/prep/1 Jan./NNP/pobj/2 5/CD/nummod/3")
    second = factory.passage("It/PRP/nsubj/1 sank/VBD/ROOT/1/lemma=sink at/IN/prep/1 noon/NN/pobj/2", index=1)
    text = f"{first.text}\n{second.text}"
    found = find_times(factory.article(text, published="2026-01-13"), [first, second])
    assert (found[1].value, found[1].basis) == ("2026-01-05T12:00", "inherited")


@pytest.mark.parametrize(("hour", "day"), [("8", "2026-01-12"), ("2", "2026-01-13")])
def test_a_past_clock_that_has_not_struck_is_the_day_before(hour: str, day: str) -> None:
    passage = factory.passage(f"Polls/NNS/nsubj/1 closed/VBD/ROOT/1 at/IN/prep/1 {hour}/CD/nummod/4 p.m./NN/pobj/2")
    (found,) = find_times(factory.article(passage.text, published="2026-01-13T14:30"), [passage])
    assert found.value[:10] == day


def test_days_listed_after_a_day_to_come_follow_it() -> None:
    spec = (
        "It/PRP/nsubj/2 will/MD/aux/2 meet/VB/ROOT/2 Thursday/NNP/npadvmod/2 and/CC/cc/3 again/RB/advmod/2 "
        "Tuesday/NNP/npadvmod/2"
    )
    passage = factory.passage(spec)
    found = find_times(factory.article(passage.text, published="2026-01-13"), [passage])
    assert [t.value for t in found] == ["2026-01-15", "2026-01-20"]
