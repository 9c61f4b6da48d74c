"""Forms that agencies, business pages and broadcasts write; the article is of Thursday, 2 November 1989."""

import pytest

from tests import factory
from tests.read.times.reading import values
from variorum.read.times import find_times

DAY = "1989-11-02"


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("It cost $280 two weeks ago.", [("two weeks ago", "1989-W42")]),
        ("Over 8.2 two hours later it rose.", [("two hours later", "PT2H")]),
        ("In 1988's third quarter it lost money.", [("1988's third quarter", "1988-Q3")]),
        ("A 15-second tremor.", [("15-second", "PT15S")]),
        ("They took two and one-half hours.", [("two and one-half hours", "PT2.5H")]),
        ("They took half an hour.", [("half an hour", "PT30M")]),
        ("They took a quarter-century.", [("a quarter-century", "P25Y")]),
        ("They had two quarters of growth.", [("two quarters", "P2Q")]),
        ("Storm Kills 12 in 3 Days", [("3 Days", "P3D")]),
        ("He wrote it half a century ago.", [("half a century ago", "1939")]),
        ("He waited two decades.", [("two decades", "P2DE")]),
        ("He came a day later than planned.", [("a day", "P1D")]),
        ("Figures for the 1900s and the 1980s.", [("the 1900s", "19"), ("the 1980s", "198")]),
        ("It rains in midsummer.", [("midsummer", "1989-SU")]),
        ("It opens early in the new year.", [("early in the new year", "1990")]),
        ("In the final days of 1988 it rained.", [("the final days of 1988", "1988")]),
        ("It opens next June 17.", [("next June 17", "1990-06-17")]),
        ("Drought struck in '34.", [("'34", "1934")]),
        ("For the quarter ended Sept. 30 it lost.", [("the quarter", "1989-Q3"), ("Sept. 30", "1989-09-30")]),
        ("He fled two years ago this week.", [("two years ago this week", "1987-W44")]),
        ("He was born on 5 June.", [("5 June", "1989-06-05")]),
        ("He left not long ago.", [("not long ago", "PAST_REF")]),
        ("He stays another year.", [("another year", "P1Y")]),
        ("He stays another two weeks.", [("another two weeks", "P2W")]),
        ("The quarter ended Sept. 30 was bad.", [("The quarter", "1989-Q3"), ("Sept. 30", "1989-09-30")]),
    ],
)
def test_dates_and_lengths(text: str, want: list[tuple[str, str]]) -> None:
    assert values(text, DAY) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("On weekends it is shut.", [("weekends", "XXXX-WXX-WE")]),
        ("On weekdays it is shut.", [("weekdays", "XXXX-WXX")]),
        ("It is shut Friday nights.", [("Friday nights", "XXXX-WXX-5TNI")]),
    ],
)
def test_sets(text: str, want: list[tuple[str, str]]) -> None:
    assert values(text, DAY) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("In nineteen eighty-one he left.", [("nineteen eighty-one", "1981")]),
        ("In nineteen oh-five he left.", [("nineteen oh-five", "1905")]),
        ("In the nineteen sixties he left.", [("the nineteen sixties", "196")]),
        ("On November first he left.", [("November first", "1989-11-01")]),
        ("On the twenty-third of May he left.", [("the twenty-third of May", "1989-05-23")]),
        ("He left at ten thirty a.m. Tuesday.", [("ten thirty a.m. Tuesday", "1989-10-31T10:30")]),
        ("The September first-half results.", [("September", "1989-09"), ("first-half", "1989-H1")]),
        ("Eighteen ninety-day trials.", [("Eighteen ninety-day", "P108D")]),
    ],
)
def test_times_spelled_as_spoken(text: str, want: list[tuple[str, str]]) -> None:
    assert values(text, DAY) == want


@pytest.mark.parametrize(
    "text",
    [
        "Three-quarters of the firms closed.",
        "Three quarters of the firms closed.",
        "It came year after year.",
        "Resolution 1973 passed.",
        "It was on World News Tonight then.",
        "The minutes of the board were short.",
        'He sang "Yesterday" twice.',
        "He drove 24 Hours of Le Mans.",
        "They adopted the Five-Year Plan.",
        "The March on Washington was long.",
        "It was shot at 20th Century Pictures.",
        "Mayor June Summers spoke.",
        "They read the Today show script.",
    ],
)
def test_what_only_looks_like_a_time(text: str) -> None:
    assert values(text, DAY) == []


def test_a_year_that_figures_are_compared_with_sets_no_day() -> None:
    text = "Profit fell in the third quarter from a year earlier, but for the rest of the year it sees growth."
    assert [v for _, v in values(text, DAY)] == ["1989-Q3", "1988-Q3", "1989"]


def test_the_month_before_is_that_of_the_month_named_beside_it() -> None:
    assert [v for _, v in values("Sales in September fell, he said Tuesday, after a rise the month before.", DAY)] == [
        "1989-09",
        "1989-10-31",
        "1989-08",
    ]


def test_a_number_inside_a_name_is_no_year() -> None:
    assert values("The Harwell 2000 Index fell in 1988.", DAY) == [("1988", "1988")]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("It came a week from Friday.", [("a week from Friday", "1989-11-03")]),
        ("It rang at 9:30 each morning.", [("9:30 each morning", "XXXX-XX-XXT09:30")]),
        ("He spoke at 7 Wednesday morning.", [("7 Wednesday morning", "1989-11-01T07:00")]),
        ("The 1988 quarter was weak.", [("The 1988 quarter", "1988-Q4")]),
        ("In January 1990 it starts and in September and October of that year it ends.",
         [("January 1990", "1990-01"), ("September", "1990-09"), ("October of that year", "1990-10")]),
        ("He wrote on October eight.", [("October eight", "1989-10-08")]),
        ("In the week to Oct. 28 it fell.", [("the week", "1989-W43"), ("Oct. 28", "1989-10-28")]),
        ("It is flown every weekday.", [("every weekday", "XXXX-WXX")]),
        ("It is flown twice daily.", [("twice daily", "P1D")]),
    ],
)  # fmt: skip
def test_joined_times(text: str, want: list[tuple[str, str]]) -> None:
    assert values(text, DAY) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Following Friday's vote he left.", [("Friday", "1989-10-27")]),
        ("He left the following Friday.", [("the following Friday", "1989-11-03")]),
        ("Following last week's vote he left.", [("last week", "1989-W43")]),
        ("It is in the upper 70s and the stock in the mid-30s.", []),
        ("It was so in the 70s and the '30s.", [("the 70s", "197"), ("the '30s", "193")]),
        ("He said so on “Good News Sunday,” his show.", []),
        ("“Tonight I sleep,” he said.", [("Tonight", "1989-11-02TNI")]),
    ],
)
def test_words_beside_decide(text: str, want: list[tuple[str, str]]) -> None:
    assert values(text, DAY) == want


def test_that_is_no_part_of_a_day_when_it_joins_clauses() -> None:
    spec = (
        "He/PRP/nsubj/1 said/VBD/ROOT/1 that/IN/mark/5 Friday/NNP/poss/5 's/POS/case/3 vote/NN/nsubj/6 "
        "failed/VBD/ccomp/1"
    )
    passage = factory.passage(spec)
    (found,) = find_times(factory.article(passage.text, published=DAY), [passage])
    assert found.cite.exact == "Friday"


def test_a_date_that_names_a_day_of_history_is_that_day_before_its_words() -> None:
    text = "The Sept. 11 attacks were felt, and on Sept. 11 he left."
    assert values(text, "2006-10-03") == [("Sept. 11", "2001-09-11"), ("Sept. 11", "2006-09-11")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It began at 10:30 (GMT +8).", "1989-11-02T10:30+08:00"),
        ("It began at 10:30 GMT +one.", "1989-11-02T10:30Z"),
        ("It began at 10:30 GMT +2005.", "1989-11-02T10:30Z"),
    ],
)
def test_a_zone_is_moved_by_hours_alone(text: str, value: str) -> None:
    assert values(text, DAY)[0][1] == value
