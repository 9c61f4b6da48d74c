import pytest

from tests import factory
from tests.read.times.reading import flat, only, read
from variorum.read.times import timex_document
from variorum.read.times.find import read_times


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("It was ruled from 1910 to 1945.", "1910 to 1945", "1910/1945"),
        ("Its 1910–45 rule.", "1910–45", "1910/1945"),
        ("The 1939-1945 war.", "1939-1945", "1939/1945"),
        ("Between 1992 and 1995 it fell.", "1992 and 1995", "1992/1995"),
        ("They met Jan. 13-14.", "Jan. 13-14", "2026-01-13/2026-01-14"),
        ("They met on 3 to 5 June 2008.", "3 to 5 June 2008", "2008-06-03/2008-06-05"),
        ("They met on June 3 and 4, 2008.", "June 3 and 4, 2008", "2008-06-03/2008-06-04"),
        ("They met on June 3, 4 and 5, 2008.", "June 3, 4 and 5, 2008", "2008-06-03/2008-06-05"),
        ("They met on 3, 4 and 5 June 2008.", "3, 4 and 5 June 2008", "2008-06-03/2008-06-05"),
        ("They met on the weekend of June 7-8, 2008.", "the weekend of June 7-8, 2008", "2008-06-07/2008-06-08"),
        ("It fell in the first nine months of 2024.", "the first nine months of 2024", "2024-01/2024-09"),
        ("It fell in the last two months of 2024.", "the last two months of 2024", "2024-11/2024-12"),
        ("It was so in 1947 and 1948.", "1947 and 1948", "1947/1948"),
        ("It rained in July to October 1998.", "July to October 1998", "1998-07/1998-10"),
        ("Between Nov. 3 and Feb. 5, 1990 it rained.", "Nov. 3 and Feb. 5, 1990", "1989-11-03/1990-02-05"),
        ("They met on Monday and Tuesday.", "Monday and Tuesday", "2026-01-12/2026-01-13"),
        ("From July to September it fell.", "July to September", "2025-07/2025-09"),
    ],
)
def test_ranges(text: str, words: str, edtf: str) -> None:
    found = only(text)
    assert (found.cite.exact, found.value) == (words, edtf)
    assert found.when is not None and found.when.edtf == edtf


def test_two_days_apart_are_two() -> None:
    text = "They met on Monday and Friday."
    found = list(read_times(factory.article(text, published="2026-01-13"), [flat(text)]))
    assert [f.resolved.value for f in found] == ["2026-01-12", "2026-01-09"]


def test_the_first_of_two_months_has_the_year_of_the_second() -> None:
    text = "It fell in October, and December 2008."
    found = list(read_times(factory.article(text, published="2026-01-13"), [flat(text)]))
    assert [f.resolved.value for f in found][-1] == "2008-12"
    text = "It fell in October or December 2008."
    found = list(read_times(factory.article(text, published="2026-01-13"), [flat(text)]))
    assert [f.resolved.value for f in found] == ["2008-10", "2008-12"]


def test_timeml_tags_the_ends_of_a_range_apart() -> None:
    text = "It was ruled from 1910 to 1945 & left."
    document = timex_document(factory.article(text, published="2026-01-13"), [flat(text)])
    assert (
        'from <TIMEX3 tid="t1" type="DATE" value="1910">1910</TIMEX3> to '
        '<TIMEX3 tid="t2" type="DATE" value="1945">1945</TIMEX3> &amp; left.'
    ) in document


def test_days_with_others_between_them_are_two() -> None:
    assert [(t.cite.exact, t.value) for t in read("They met on June 3 and 5, 2008.")] == [
        ("June 3", "2008-06-03"),
        ("5, 2008", "2008-06-05"),
    ]


def test_the_night_between_two_days_is_the_firsts() -> None:
    found = only("It broke in the night from Sunday to Monday.")
    assert (found.cite.exact, found.value) == ("the night from Sunday to Monday", "2026-01-11TNI")


def test_lengths_told_in_parts_keep_the_parts() -> None:
    passage = flat("It took 3 hours and 25 minutes.")
    (found,) = read_times(factory.article(passage.text), [passage])
    assert [p.resolved.value for p in (found, *found.pieces)] == ["PT3H25M", "PT3H", "PT25M"]
