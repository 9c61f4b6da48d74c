"""Things that only look like times, and names that hold a time's word."""

import pytest

from tests import factory
from tests.read.times.reading import flat, read
from variorum.read.times import find_times


@pytest.mark.parametrize(
    "text",
    [
        "Prices may rise and they march on.",
        "A second man came second.",
        "They spring a trap and fall.",
        "The fall of the wall shook them.",
        "It cost $2000, or £1999.",
        "He won 51-49 by a 2-1 ratio.",
        "Three quarters of voters stayed home.",
        "Mr. March and Mrs. May left.",
        "They lost the second half of the match.",
        "Come as soon as you can.",
        "The Daily Mail and Saturday Night Live.",
        "Bloody Sunday, Super Tuesday.",
        "He said '10 people died'.",
        "The now-closed shop.",
        "He was in room 1980 with flight 2004.",
    ],
)
def test_no_time(text: str) -> None:
    assert [t.cite.exact for t in read(text)] == []


@pytest.mark.parametrize(
    "spec",
    [
        "He/PRP/nsubj/1 met/VBD/ROOT/1 May/NNP/dobj/1/label=B-PERSON ././punct/1",
        "May/MD/aux/2 they/PRP/nsubj/2 rest/VB/ROOT/2 ././punct/2",
        "The/DT/det/2/label=B-ORG Sunday/NNP/compound/2/label=I-ORG Herald/NNP/nsubj/3/label=I-ORG wrote/VBD/ROOT/3",
        "About/RB/advmod/1 2000/CD/nummod/2/label=B-CARDINAL troops/NNS/nsubj/3 left/VBD/ROOT/3",
        "He/PRP/nsubj/1 told/VBD/ROOT/1 World/NNP/compound/3 Today/NNP/dobj/1",
    ],
)
def test_the_parse_tells_names_and_counts_apart(spec: str) -> None:
    passage = factory.passage(spec)
    assert find_times(factory.article(passage.text), [passage]) == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("This article was amended on Thursday to name the ship.", "2026-01-15"),
        ("Correction: the ship sank on Thursday.", "2026-01-15"),
        ("(Updates with Thursday in the second line)", "2026-01-15"),
        ("An earlier version of this report gave Thursday as the day.", "2026-01-15"),
        ("The ship sank on Thursday.", "2026-01-08"),
        ("The figures of this report were read on Thursday.", "2026-01-08"),
    ],
)
def test_a_note_on_a_change_is_of_the_day_of_the_update(text: str, day: str) -> None:
    changed = factory.article(text, published="2026-01-13", updated="2026-01-15T20:00")
    assert [t.value for t in find_times(changed, [flat(text)])] == [day]
    same = factory.article(text, published="2026-01-13", updated="2026-01-13T20:00")
    assert [t.value for t in find_times(same, [flat(text)])] == ["2026-01-08"]


def test_a_year_before_a_plural_is_a_year_when_it_does_not_count_it() -> None:
    passage = factory.passage("The/DT/det/2 2008/CD/nummod/2/label=B-DATE elections/NNS/nsubj/3 came/VBD/ROOT/3")
    assert [t.value for t in find_times(factory.article(passage.text), [passage])] == ["2008"]
