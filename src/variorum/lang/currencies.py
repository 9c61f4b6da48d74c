"""Currencies by their names, from the Unicode CLDR."""

from __future__ import annotations

from functools import cache


@cache
def currency_codes() -> frozenset[str]:
    """The ISO 4217 codes of the currencies in use, as news writes them before a sum ("PKR 2 million").

    Many a code of a currency that is no more is a word in capitals ("USS", "DEM", "NIC"). In use is what the CLDR gives
    no end, whatever the day.
    """
    from babel.core import get_global

    rows = (row for land in get_global("territory_currencies").values() for row in land)
    return frozenset(code for code, _, end, tender in rows if tender and end is None)


@cache
def currency_nouns(language: str) -> dict[str, str]:
    """The noun of each currency that no other currency in use shares, singular, to its ISO 4217 code ("tenge").

    Dollars, pounds and pesos are many countries' and are not among them.
    """
    from babel import Locale
    from babel.numbers import list_currencies

    locale = Locale.parse(language)
    found: dict[str, set[str]] = {}
    for code in sorted(currency_codes() & set(list_currencies(language))):
        noun = locale.currencies.get(code, "").split()[-1:]
        if noun and noun[0].isalpha():
            found.setdefault(noun[0].lower(), set()).add(code)
    return {noun: codes.pop() for noun, codes in found.items() if len(codes) == 1}
