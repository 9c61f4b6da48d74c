"""Currencies' codes and nouns, of those in use."""

from __future__ import annotations

from variorum.lang.currencies import currency_codes, currency_nouns


def test_codes_are_of_currencies_in_use() -> None:
    assert {"PKR", "KES", "EUR", "TRY"} <= currency_codes()
    assert currency_codes().isdisjoint({"DEM", "USS", "NIC", "XXX"})


def test_a_noun_that_several_currencies_have_is_of_none() -> None:
    assert currency_nouns("en")["tenge"] == "KZT"
    assert currency_nouns("en").keys().isdisjoint({"dollar", "pound", "peso"})
