"""Currencies by their names, from the Unicode CLDR."""

from __future__ import annotations

from functools import cache


@cache
def currency_codes() -> frozenset[str]:
    """The ISO 4217 codes of the world's currencies, as news writes them before a sum ("PKR 2 million")."""
    from babel.numbers import list_currencies

    return frozenset(list_currencies())


@cache
def currency_nouns(language: str) -> dict[str, str]:
    """The noun of each currency that no other currency in use shares, singular, to its ISO 4217 code ("tenge").

    Dollars, pounds and pesos are many countries' and are not among them.
    """
    from babel import Locale
    from babel.numbers import get_territory_currencies, list_currencies

    locale = Locale.parse(language)
    used = {code for land in locale.territories if len(land) == 2 for code in get_territory_currencies(land)}
    found: dict[str, set[str]] = {}
    for code in sorted(used & set(list_currencies(language))):
        noun = locale.currencies.get(code, "").split()[-1:]
        if noun and noun[0].isalpha():
            found.setdefault(noun[0].lower(), set()).add(code)
    return {noun: codes.pop() for noun, codes in found.items() if len(codes) == 1}
