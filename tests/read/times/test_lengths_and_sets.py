import pytest

from tests.read.times.reading import only, read


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He stayed for six years.", "six years", "P6Y"),
        ("A two-day visit.", "two-day", "P2D"),
        ("It took nearly five months.", "nearly five months", "P5M"),
        ("It took more than 1,300 years.", "more than 1,300 years", "P1300Y"),
        ("It took almost two and a half years.", "almost two and a half years", "P2.5Y"),
        ("It took an hour and a half.", "an hour and a half", "PT1.5H"),
        ("It took 30 minutes.", "30 minutes", "PT30M"),
        ("It took a quarter of an hour.", "a quarter of an hour", "PT15M"),
        ("It took three-quarters of an hour.", "three-quarters of an hour", "PT45M"),
        ("It took a quarter of a century.", "a quarter of a century", "P25Y"),
        ("It took two thirds of a year.", "two thirds of a year", "P8M"),
        ("It took 1 hour 40 minutes.", "1 hour 40 minutes", "PT1H40M"),
        ("It took 11 days, 3 hours and 25 minutes.", "11 days, 3 hours and 25 minutes", "P11DT3H25M"),
        ("It took twenty-five days.", "twenty-five days", "P25D"),
        ("It took a hundred and five days.", "a hundred and five days", "P105D"),
        ("It took several years.", "several years", "PXY"),
        ("It took a couple of weeks.", "a couple of weeks", "P2W"),
        ("It lasted for decades.", "decades", "PXDE"),
        ("It lasted over a decade.", "over a decade", "P1DE"),
        ("It rained six straight days.", "six straight days", "P6D"),
        ("Profit for the nine months rose.", "the nine months", "P9M"),
        ("It fell in the three months to June 2009.", "the three months", "P3M"),
        ("It fell for two consecutive quarters.", "two consecutive quarters", "P2Q"),
    ],
)
def test_durations(text: str, words: str, value: str) -> None:
    found = read(text)[0]
    assert (found.cite.exact, found.type, found.value, found.when) == (words, "DURATION", value, None)


@pytest.mark.parametrize(
    ("text", "words", "value", "edtf"),
    [
        ("In the past two days it fell.", "the past two days", "P2D", "2026-01-11/2026-01-13"),
        ("Over the next six months it fell.", "the next six months", "P6M", "2026-01-13/2026-07-13"),
        ("In the past decade it fell.", "the past decade", "P1DE", "2016-01-13/2026-01-13"),
    ],
)
def test_a_length_that_ends_or_begins_now_has_days(text: str, words: str, value: str, edtf: str) -> None:
    found = read(text)[0]
    assert words in found.cite.exact and found.value == value
    assert found.when is not None and (found.when.edtf, found.basis) == (edtf, "from_publication")


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They meet every Monday.", "every Monday", "XXXX-WXX-1"),
        ("They meet on Fridays.", "Fridays", "XXXX-WXX-5"),
        ("They meet each month.", "each month", "P1M"),
        ("They vote every four years.", "every four years", "P4Y"),
        ("They meet twice a week.", "twice a week", "P1W"),
        ("They meet daily.", "daily", "P1D"),
        ("Their annual meeting.", "annual", "P1Y"),
        ("They build 15 planes a year.", "a year", "P1Y"),
        ("They meet every January.", "every January", "XXXX-01"),
        ("They run each Sunday morning.", "each Sunday morning", "XXXX-WXX-7TMO"),
    ],
)
def test_sets(text: str, words: str, value: str) -> None:
    found = only(text)
    assert (found.cite.exact, found.type, found.value, found.when) == (words, "SET", value, None)
