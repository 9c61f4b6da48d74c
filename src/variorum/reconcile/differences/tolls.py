"""Which figures are tolls of the story's event, of which sort of people, and how surely they are told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from variorum.lang import table, words
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.figures import Figure, moment

MORE_PRECISE = "One report is more precise than the other; the figures do not exclude each other."
EXCLUSIVE = "The reports give figures that exclude each other, and none is plainly the later count."
PASSING = "How many are in that state changes with time; the reports were written at different times."


def is_toll(figure: Figure) -> bool:
    """Whether a figure is of the dead, the missing and so on, or a measured size of the event."""
    return outcome_of(figure) is not None or (measure_of(figure) is not None and not figure.era)


def is_whole_toll(figure: Figure) -> bool:
    """Whether it is the story's own count of the dead, the missing and so on, and no part of it."""
    return outcome_of(figure) is not None and is_whole(figure) and not sort_of(figure)


def of_before(figure: Figure) -> bool:
    """Whether its clause tells it as a count that another has overtaken: "had earlier given a toll of four"."""
    said = f" {' '.join(figure.claim.cite.exact.lower().split())} "
    if f" not {figure.shown.lower()} " in said.replace(",", " ").replace(".", " "):
        return True  # "20 people died, and not 22"
    return any(f" {mark} " in said for mark in words("en", "figures", "corrected", "earlier"))


def outcome_of(figure: Figure) -> str | None:
    """What befell the counted ("dead", "missing"), where a toll is asked of it."""
    of = figure.quantity.of
    counts = figure.quantity.unit is None and measure_of(figure) is None
    known = of in table("en", "reconcile")["asked"] or (figure.value == 0 and of is not None)
    return of if counts and known else None


def measure_of(figure: Figure) -> str | None:
    """What a measured size is of ("magnitude")."""
    return figure.noun if figure.noun in words("en", "quantities", "measures", "nouns") else None


def is_whole(figure: Figure) -> bool:
    """Whether the figure is the toll itself: no part of it, nothing on top of it, nobody's who only speaks."""
    if figure.claim.slots.predicate in words("en", "figures", "speaking", "verbs") and figure.claim.slots.subject:
        return False
    if figure.quantity.of == "missing" and figure.claim.slots.predicate in words("en", "figures", "known", "verbs"):
        return False  # where they are is known: "trapped in a tunnel"
    people = words("en", "quantities", "anaphoric", "people") | words("en", "reconcile", "people", "any")
    if figure.noun is not None and figure.noun not in people:
        return False
    if _handled(figure):
        return False
    return figure.scope is None or (figure.scope == "part" and bool(sort_of(figure)))


def _handled(figure: Figure) -> bool:
    """Whether something is done with so many of those whom it befell: "flew 14 injured people home"."""
    slots, of = figure.claim.slots, figure.quantity.of
    said = slots.predicate in words("en", "figures", "handled", "verbs") and of not in {slots.predicate, slots.ascribed}
    return said and of in {"injured", "dead"} and any(w in figure.shown.lower() for w in (of, "wounded", "hurt"))


def sort_of(figure: Figure) -> str:
    """The sort of people counted, if it is some of all ("nine children"); "" for people of any sort.

    Miners, passengers and men are the story's people by other names.
    """
    narrower = words("en", "figures", "some", "nouns")
    if figure.quantity.of == "aboard":
        narrower |= words("en", "figures", "some", "aboard")
    some = figure.scope == "part" or figure.noun in narrower
    return figure.noun if some and figure.noun and figure.noun not in words("en", "reconcile", "people", "any") else ""


def alone_of(corpus: Corpus, found: Sequence[Figure]) -> frozenset[Figure]:
    """Tolls of one sort of people that are all that their report tells of it: "two sailors are dead", and no more.

    They must fit among the tolls of all, growing from report to report, and be of one sort throughout the story. Of
    those aboard a report may well count the crew alone, those of one country may be some of more, and so may those whom
    another report counts beside others: "28, among them five officers".
    """
    told: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in found:
        if (outcome := outcome_of(figure)) and outcome != "aboard" and figure.value > 0 and not figure.era:
            told[outcome, figure.article].append(figure)
    among = {sort_of(f) for figures in told.values() for f in figures if len({*map(sort_of, figures)}) > 1}
    by_outcome: dict[str, list[Figure]] = defaultdict(list)
    for (outcome, _), figures in told.items():
        if len({*map(sort_of, figures)}) == 1 and sort_of(figures[0]) not in among:
            by_outcome[outcome] += figures
    return frozenset(f for figures in by_outcome.values() for f in figures if _fits(corpus, f, figures))


def _fits(corpus: Corpus, figure: Figure, others: Sequence[Figure]) -> bool:
    """Whether it is a toll of one sort, told of no country, between the lower ones before it and the higher behind."""
    if not sort_of(figure) or figure.scope is not None:
        return False
    if corpus.country_said(figure.article, figure.quantity.cite.start, figure.quantity.cite.end) is not None:
        return False
    for other in others:
        earlier, later = sorted((other, figure), key=lambda f: moment(corpus, f))
        if sort_of(other) not in {"", sort_of(figure)} or (
            other.article != figure.article and earlier.value > later.value
        ):
            return False
    return True


def strength(figure: Figure) -> tuple[bool, bool, bool, int]:
    """One of before counts last, a corrected one first; then an exact one, then one in the lead."""
    said = set(figure.claim.cite.exact.lower().split())
    corrected = bool(said & words("en", "figures", "corrected", "words"))
    return not of_before(figure), corrected, figure.quantity.vague is None, -figure.quantity.cite.start
