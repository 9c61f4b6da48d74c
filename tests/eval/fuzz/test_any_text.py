"""No text makes a reader raise, hang, or give a range that does not hold."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings

from eval.fuzz import targets
from tests.eval.fuzz import drawn

pytestmark = pytest.mark.model


def encoded(text: str, day: str | None) -> bytes:
    return ((f"@{day}\n" if day else "") + text).encode("utf-8", "surrogatepass")


@settings(max_examples=150, deadline=None)
@given(drawn.texts(), drawn.days)
def test_any_text_is_read(text: str, day: str | None) -> None:
    targets.text(encoded(text, day))


@settings(max_examples=6, deadline=None)
@given(drawn.repeated())
@example("x" + "(" * 4500)
@example("Voss met Adeyemi in Brest, " * 250)
@example("The envoy, who said that " * 250)
@example("of the " * 900)
@example("Tuesday and " * 500)
def test_a_text_that_repeats_itself_takes_no_longer_than_it_may(text: str) -> None:
    targets.text(encoded(text, "2026-01-13"))
