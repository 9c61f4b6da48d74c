from __future__ import annotations

from tests import factory
from variorum.engine import readable
from variorum.model.story import Story

ENGLISH = factory.article("The mill in Porto burned down.", path="one.txt")
GERMAN = factory.article("Die Mühle brannte.", path="drei.txt", language="de")


def test_a_story_is_readable_when_one_of_its_articles_is() -> None:
    mixed = Story("mixed", "The mill", (GERMAN, ENGLISH), ())
    foreign = Story("foreign", "Die Mühle", (GERMAN,), ())
    kept, failures = readable([foreign, mixed])
    assert kept == [mixed]
    assert [(f.path, f.stage, f.error) for f in failures] == [("drei.txt", "read", "language de cannot be read yet")]
