import pytest

from tests import factory
from tests.read.times.reading import flat, only, read, values
from variorum.read.times import find_times


@pytest.mark.parametrize(
    ("text", "words", "value", "edtf"),
    [
        ("It happened today.", "today", "2026-01-13", "2026-01-13"),
        ("It happened yesterday.", "yesterday", "2026-01-12", "2026-01-12"),
        ("It happens the day after tomorrow.", "the day after tomorrow", "2026-01-15", "2026-01-15"),
        ("It happened last week.", "last week", "2026-W02", "2026-01-05/2026-01-11"),
        ("It happens next week.", "next week", "2026-W04", "2026-01-19/2026-01-25"),
        ("Drills were held late last month.", "late last month", "2025-12", "2025-12-21/2025-12-31"),
        ("They met last October.", "last October", "2025-10", "2025-10"),
        ("He spoke last November.", "last November", "2025-11", "2025-11"),
        ("A deal may come early next year.", "early next year", "2027", "2027-01-01/2027-04-30"),
        ("It was earlier this month.", "earlier this month", "2026-01", "2026-01-01/2026-01-10"),
        ("They met two days ago.", "two days ago", "2026-01-11", "2026-01-11"),
        ("They met six months ago.", "six months ago", "2025-07", "2025-07"),
        ("They met 20 years ago.", "20 years ago", "2006", "2006"),
        ("They met a year ago today.", "a year ago today", "2025-01-13", "2025-01-13"),
        ("It opens in two years' time.", "two years' time", "2028", "2028"),
        ("They met a year and a half ago.", "a year and a half ago", "2024-07", "2024-07"),
        ("It was agreed last month in Oslo.", "last month", "2025-12", "2025-12"),
        ("It fell last week of October.", "last week of October", "2025-W44", "2025-10-27/2025-11-02"),
        ("It starts three weeks from now.", "three weeks from now", "2026-W06", "2026-02-02/2026-02-08"),
        ("Sales fell in the last quarter.", "the last quarter", "2025-Q4", "2025-10/2025-12"),
        (
            "Sales fell in the third quarter of last year.",
            "the third quarter of last year",
            "2025-Q3",
            "2025-07/2025-09",
        ),
        (
            "It closed the first week of this month.",
            "the first week of this month",
            "2026-W01",
            "2025-12-29/2026-01-04",
        ),
        ("They met last Friday.", "last Friday", "2026-01-09", "2026-01-09"),
        ("They meet next Friday.", "next Friday", "2026-01-23", "2026-01-23"),
        ("They met last Friday night.", "last Friday night", "2026-01-09TNI", "2026-01-09"),
        ("They met last night.", "last night", "2026-01-12TNI", "2026-01-12"),
        ("They met this morning.", "this morning", "2026-01-13TMO", "2026-01-13"),
        ("They met the week before last.", "the week before last", "2026-W01", "2025-12-29/2026-01-04"),
        ("They met last summer.", "last summer", "2025-SU", "2025-22"),
        ("They meet by year-end.", "year-end", "2026", "2026-09-01/2026-12-31"),
        ("They met earlier Tuesday.", "earlier Tuesday", "2026-01-13", "2026-01-13"),
    ],
)
def test_counted_from_the_day_of_publication(text: str, words: str, value: str, edtf: str) -> None:
    found = only(text)
    assert (found.cite.exact, found.value) == (words, value)
    assert found.when is not None and (found.when.edtf, found.basis) == (edtf, "from_publication")


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He left on 3 May 2008. Two days later he died.", "Two days later", "2008-05-05"),
        ("He left on 3 May 2008. The next day he died.", "The next day", "2008-05-04"),
        ("He left on 3 May 2008. The previous day he wrote.", "The previous day", "2008-05-02"),
        ("He left on 3 May 2008. It rained the night before.", "the night before", "2008-05-02TNI"),
        ("He left on 3 May 2008. That same night he died.", "That same night", "2008-05-03TNI"),
        ("He left on 3 May 2008. That week he died.", "That week", "2008-W18"),
        ("He left on 3 May 2008. The following month he died.", "The following month", "2008-06"),
        ("He left on 3 May 2008. On the same day he died.", "the same day", "2008-05-03"),
        ("He left on 3 May 2008. It was the day before.", "the day before", "2008-05-02"),
        ("He left in May 2008. Four years later he returned.", "Four years later", "2012"),
        ("Profit rose in the third quarter of 2008 from a year earlier.", "a year earlier", "2007-Q3"),
        ("Sales in January 2008 fell from the same month a year ago.", "the same month a year ago", "2007-01"),
    ],
)
def test_counted_from_a_day_the_text_has_set(text: str, words: str, value: str) -> None:
    found = read(text)[-1]
    assert (found.cite.exact, found.value, found.basis) == (words, value, "inherited")


def test_without_a_day_only_what_is_stated_has_days() -> None:
    text = "On Tuesday and last month, as in October, next week and two years ago; but in 1942."
    found = read(text, day=None)
    assert [(t.cite.exact, t.basis) for t in found if t.when] == [("1942", "stated")]
    assert {t.value for t in found} >= {"XXXX-WXX-2", "XXXX-10", "XXXX-WXX"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It is now so.", "PRESENT_REF"),
        ("It currently is.", "PRESENT_REF"),
        ("It recently fell.", "PAST_REF"),
        ("It fell in recent weeks.", "PAST_REF"),
        ("It fell years ago.", "PAST_REF"),
        ("It will fall in the near future.", "FUTURE_REF"),
        ("It will fall soon.", "FUTURE_REF"),
        ("It holds at the moment.", "PRESENT_REF"),
    ],
)
def test_past_present_and_future(text: str, value: str) -> None:
    found = only(text)
    assert (found.type, found.value, found.when, found.basis) == ("DATE", value, None, None)


def test_years_beyond_the_calendar_have_no_days() -> None:
    assert [t.when for t in read("It lived 90,000 years ago and will die 9 million years from now.")] == [None, None]


def test_a_month_without_tense_looks_back_unless_it_is_near_ahead_and_long_gone() -> None:
    assert values("Figures for October")[0][1] == "2025-10"
    assert values("The meeting of 5 February")[0][1] == "2026-02-05"


def test_what_a_caption_dates_is_not_where_the_text_goes_on_from() -> None:
    text = "They pose on 3 May 2008.\nTwo days later he left."
    first, second = text.split("\n")
    passages = [flat(first, kind="caption"), flat(second, index=1)]
    found = find_times(factory.article(text, published="2026-01-13"), passages)
    assert [(t.value, t.basis) for t in found][1] == ("2026-01-15", "from_publication")
