import datetime as dt

from tests import factory
from tests.engine.fake import FlatParser
from variorum.engine import Reader, as_one_story
from variorum.model.article import Article
from variorum.model.story import Lineage

FIRST = factory.article("The barge sank on 10 March 2026. A tug came.", published="2026-03-10", path="first.txt")
NEXT = factory.article(
    "Divers found the barge on Wednesday. The port is shut.", published="2026-03-12", path="next.txt"
)
BARE = factory.article("The barge went down Tuesday. Divers came Wednesday.", path="bare.txt", published=None)


def days(articles: list[Article], lineage: tuple[Lineage, ...] | None = ()) -> dict[str, list[tuple[str, str | None]]]:
    kept, readings, _ = Reader(parser=FlatParser()).read_all(articles, None, lineage)
    return {a.path or "": [(t.value, t.basis) for t in r.times] for a, r in zip(kept, readings, strict=True)}


def test_a_report_without_a_day_is_read_against_the_day_from_which_its_weekdays_are_the_storys() -> None:
    found = days([BARE, FIRST, NEXT])
    assert list(found) == ["bare.txt", "first.txt", "next.txt"]
    assert found["bare.txt"] == [("2026-03-10", "inherited"), ("2026-03-11", "inherited")]


def test_its_own_day_stays_unknown() -> None:
    story = as_one_story([BARE, FIRST])
    kept, _, _ = Reader(parser=FlatParser()).read_all(story.articles, None, story.lineage)
    assert next(a for a in kept if a.path == "bare.txt").published is None


def test_outside_a_story_it_has_no_day() -> None:
    assert [value for value, _ in days([BARE, FIRST], None)["bare.txt"]] == ["XXXX-WXX-2", "XXXX-WXX-3"]


def test_weekdays_that_no_report_tells_of_stay_open() -> None:
    other = factory.article("The mill burned down on Saturday.", path="bare.txt", published=None)
    assert days([other, FIRST])["bare.txt"] == [("XXXX-WXX-6", None)]


def test_shared_text_lends_the_day_whatever_the_weekdays_say() -> None:
    other = factory.article("The mill burned down on Saturday.", path="bare.txt", published=None)
    link = Lineage(other.id, NEXT.id, None, "copies", 1.0, (), "the same text")
    assert days([other, FIRST, NEXT], (link,))["bare.txt"] == [("2026-03-07", "inherited")]


def test_of_equal_days_the_earliest_lends() -> None:
    later = factory.article("The barge of 10 March 2026 was raised on 11 March 2026.", published="2026-03-15")
    bare = factory.article("The barge went down Tuesday and is gone today.", path="bare.txt", published=None)
    assert days([bare, later, FIRST])["bare.txt"] == [("2026-03-10", "inherited"), ("2026-03-10", "inherited")]


def test_a_dated_report_keeps_its_own() -> None:
    assert days([FIRST, NEXT], ())["next.txt"] == days([NEXT], None)["next.txt"]
    assert NEXT.day == dt.date(2026, 3, 12)


def test_a_day_that_the_dated_reports_name_may_lend_itself() -> None:
    early = factory.article(
        "The barge sank on 10 March 2026. A vote on 12 March 2026 is planned.", published="2026-03-10"
    )
    bare = factory.article("Deputies voted on Thursday. The barge sank on Tuesday.", path="bare.txt", published=None)
    assert [value for value, _ in days([early, bare])["bare.txt"]] == ["2026-03-12", "2026-03-10"]
