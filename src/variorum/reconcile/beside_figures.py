"""What the words beside a quantity say of it: its dimension and noun, whose it is, for how long, whether it is a part.

The words are data in ``lang/en/figures.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from variorum.lang import table, words
from variorum.lang.currencies import currency_nouns
from variorum.model.reading import Claim, Quantity
from variorum.reconcile.corpus import Corpus

BESIDE = 40
"""Characters of the report looked at on either side of a quantity for words that narrow it."""


@cache
def _rules() -> dict[str, Any]:
    return table("en", "figures")


def dimension_of(quantity: Quantity) -> tuple[str, float]:
    """The kind of figure, and what one unit of it is in the kind's own unit."""
    unit = quantity.unit
    if unit is None:
        return "count", 1.0
    for name, factors in _rules()["dimensions"].items():
        if unit in factors:
            return name, float(factors[unit])
    return f"money {unit}" if re.fullmatch(r"[A-Z]{3}", unit) else unit, 1.0


def noun_of(quantity: Quantity) -> str | None:
    """What is counted, one word for one thing ("storey", "floor"); None for a unit or a pronoun."""
    units = table("en", "quantities")["units"]
    money = currency_nouns("en") if quantity.unit else {}
    if quantity.noun is None or quantity.noun in {*_rules()["pronouns"]["words"], *units, *money}:
        return None
    same: str = _rules()["same"].get(quantity.noun, quantity.noun)
    return same


def scope_of(text: str, quantity: Quantity) -> str | None:
    """Whether the words beside a figure make it a part of another, more on top of it, or what a vessel may hold."""
    before = text[max(0, quantity.cite.start - BESIDE) : quantity.cite.start].lower()
    after = text[quantity.cite.end : quantity.cite.end + BESIDE].lower()
    clause = re.split(r"[.;:!?]\s", before)[-1].split()
    if re.search(_rules()["holding"]["before"], " ".join(clause)):
        return "capacity"
    if " ".join(clause).rstrip(",").endswith(tuple(_rules()["part"]["opening"])):
        return "part"
    if any(w.strip(",") in _rules()["part"]["before"] for w in clause[-3:]) and not _among_all(clause):
        return "part"
    if of_all(quantity):
        return "part"
    words_after = [*quantity.cite.exact.lower().split(), *after.split()[:3]]
    joined = " ".join(words_after)
    if any(f"{phrase} " in f"{joined} " for phrase in _rules()["part"]["after"]):
        return "part"
    shown = quantity.cite.exact.lower().replace("more than", "")
    told = {*(w.strip(",") for w in clause[-1:]), *(w.strip(",.") for w in shown.split())}
    return "more" if told & set(_rules()["more"]["words"]) else None


def of_all(quantity: Quantity) -> bool:
    """Whether it says that it counts some of all that there are: "one of the five ferries"."""
    return re.match(_rules()["part"]["of_all"], quantity.cite.exact.lower()) is not None


def _among_all(clause: Sequence[str]) -> bool:
    """Whether a figure is of all, and somebody is one of them: "a Vietnamese is among three people who died"."""
    said = [*clause]
    while said and said[-1] in _rules()["part"]["between"]:
        said.pop()
    return len(said) > 1 and said[-1] in _rules()["part"]["among"] and not said[-2].endswith(",")


def period_of(text: str, quantity: Quantity) -> str | None:
    """The length of time, or the year, that a figure is for: "over five years", "a year", "in 2025"."""
    after = " ".join(text[quantity.cite.end : quantity.cite.end + 2 * BESIDE].lower().split())
    m = re.match(r"(?:[\w.,%-]+ ){0,4}?" + _rules()["period"]["pattern"], after)
    return m["period"] if m else None


def owner_of(corpus: Corpus, article: str, quantity: Quantity, claim: Claim) -> tuple[str | None, bool]:
    """Whose figure it is: the subject's entity, else the subject's noun; and whether it is an entity.

    Of shares and seats told in a row ("Civic Bridge had 36 percent and the Union 35") it is the name right before.
    """
    slots, running = claim.slots, table("en", "reconcile")["running"]
    if quantity.unit == table("en", "quantities")["ages"]["unit"]:
        whose = corpus.named_between(article, claim.sentence.start, quantity.cite.start)
        return (whose, True) if whose else (slots.subject_entity, bool(slots.subject_entity))
    if re.fullmatch(r"\S+-[a-z]+", quantity.cite.exact.lower()):
        following = corpus.article[article].text[quantity.cite.end : quantity.cite.end + BESIDE].split()
        return (following[0].lower().strip(".,;:") if following else None), False
    shared = quantity.unit in running["units"] or quantity.noun in running["nouns"]
    if quantity.unit and (sized := _sized(corpus.article[article].text, quantity)):
        return sized, False
    if corpus.is_election and shared and slots.predicate in running["having"]:
        before = [q.cite.end for q in slots.quantities if q.cite.end <= quantity.cite.start]
        start = max([claim.sentence.start, *before])
        if body := corpus.named_between(article, start, quantity.cite.start):
            return body, True
    if slots.predicate in running["counting"]:
        return None, False
    if slots.subject_entity or not slots.subject:
        return slots.subject_entity, bool(slots.subject_entity)
    core = re.split(_rules()["owner"]["behind"], slots.subject.lower())[0].split()
    noun = core[-1] if core else ""
    nobody = {*words("en", "reconcile", "polar", "pronouns"), *running["base"], quantity.noun, ""}
    known = noun.isalpha() and noun not in nobody and noun not in table("en", "quantities")["numbers"]
    return (noun if known and noun not in quantity.cite.exact.lower().split() else None), False


def _sized(text: str, quantity: Quantity) -> str | None:
    """What a size is of, by the words before it: "a *loss* of 187 million euros", "a *hole* of about 3 feet"."""
    before = " ".join(text[max(0, quantity.cite.start - BESIDE) : quantity.cite.start].lower().split())
    m = re.search(_rules()["owner"]["sized"], before)
    return m["noun"] if m and m["noun"] not in words("en", "quantities", "measures", "nouns") else None
