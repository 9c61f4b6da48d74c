"""The ways in which two figures that answer one question may stand to one another, in words."""

from __future__ import annotations

from typing import NamedTuple

from variorum.model.record import DifferenceKind, Verdict
from variorum.reconcile.differences.tolls import EXCLUSIVE, MORE_PRECISE


class Judged(NamedTuple):
    """How two figures stand to one another, and why, in words."""

    kind: DifferenceKind
    verdict: Verdict
    why: str


CONFLICT = Judged("number", "conflict", EXCLUSIVE)
PRECISION = Judged("granularity", "compatible", MORE_PRECISE)
UNITS = Judged("number", "compatible", "The figures are in different units and come to the same.")
CURRENCY = Judged(
    "number", "compatible", "The sums are in different currencies, which no report sets against each other."
)
SCOPE = Judged("number", "compatible", "One figure is of the whole, the other of a part of it.")
HOLDS = Judged("number", "compatible", "One figure is how many it may hold, the other how many it held.")
PERIOD = Judged("number", "compatible", "The figures are for different lengths of time: {a} and {b}.")
TIMES = Judged("number", "compatible", "The figures are for different times: {a} and {b}.")
OWNERS = Judged(
    "number", "compatible", "The figures are not of the same thing: one sentence speaks of each of {a} and {b}."
)
PLACES = Judged("number", "compatible", "They are counted in two places.")
FORECAST = Judged("number", "superseded", "The earlier figure was a plan or a forecast; the later report gives {b}.")
TARGET = Judged("number", "compatible", "One figure is a plan or a target, the other is told as a fact.")
REVISED = Judged("number", "superseded", "The same source gives a later figure: {b}.")
CORRECTED = Judged("number", "superseded", "One report takes the other's figure back, and puts {b} in its place.")
EARLIER = Judged("number", "superseded", "One of the figures is told as one of before; the other stands.")
WAYS = Judged(
    "number",
    "compatible",
    "Distances between places on land are told by road or as the crow flies, from edge or centre.",
)
THINGS = Judged("number", "compatible", "They count different things, {a} and {b}, so that each may be right.")
RUNNING = Judged("number", "superseded", "The count goes on; the latest report gives {b}.")
