"""Two clauses on one question, in words of their own: which rows they make, with which verdict, and which none."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reconcile import told
from variorum.lang import table
from variorum.model.record import Difference
from variorum.reconcile.differences.opposed import chance, opposed_differences
from variorum.reconcile.differences.opposed_features import FEATURES, features
from variorum.reconcile.differences.opposed_field import field
from variorum.reconcile.differences.opposed_pairs import pairs

Row = tuple[str, dict[str, Any]]
"""A clause and its slots."""
ELSEWHERE = (
    "The bakery on the square sells bread until noon",
    "Farmers in the valley expect a late harvest of plums",
    "A new tram line reaches the northern suburbs",
    "The museum shows paintings by a local artist",
    "Fishermen mended their boats before the regatta",
    "Two cyclists won medals at the national games",
)
"""What the reports tell beside: without it every word is as common as any."""


def clause(words: str, subject: str | None, verb: str, what: str | None = None, **more: Any) -> Row:
    """Who does what to what."""
    theme = what.partition(" of ")[0].split()[-1] if what else None
    return words, {"subject": subject, "predicate": verb, "object": what, "theme": theme} | more


def passive(words: str, subject: str, verb: str, participle: str, **more: Any) -> Row:
    """What was done to the subject."""
    theme = subject.partition(" of ")[0].split()[-1]
    return words, {"subject": subject, "predicate": verb, "theme": theme, "ascribed": participle} | more


def rows(one: Row, two: Row, days: tuple[str, str] = ("2026-01-13", "2026-01-13"), lead: str = "") -> list[Difference]:
    """What two reports show; the second may have words before its clause."""
    given: list[Any] = []
    for name, row, day, before in zip("ab", (one, two), days, ("", lead), strict=True):
        words, slots = row
        beside = ELSEWHERE[:3] if name == "a" else ELSEWHERE[3:]
        report = told.report(name, ". ".join([before + words, *beside]) + ".", day)
        claims = [told.claim(report, words, _terms(words), sentence=told.cite(report, before + words), **slots)]
        claims += [told.claim(report, w, _terms(w), sentence=told.cite(report, w)) for w in beside]
        given.append((report, [], claims))
    return opposed_differences(field(told.corpus(given)), [])


def _terms(words: str) -> list[str]:
    return [w for w in words.lower().replace(",", "").split() if len(w) > 3]


NO = {"polarity": "no"}


@pytest.mark.parametrize(
    ("yes", "no"),
    [
        (  # another verb of speaking of it
            clause("Ministers discussed the fishing quota in Oslo bay", "Ministers", "discuss", "the fishing quota"),
            passive("the fishing quota was not raised in Oslo bay", "the fishing quota", "raise", "raised", **NO),
        ),
        (  # a noun for the act
            clause("The rocks damaged the lighthouse of Oslo", "The rocks", "damage", "the lighthouse"),
            clause("the lighthouse of Oslo remains undamaged", "the lighthouse", "remain", None, object="undamaged"),
        ),
        (  # on the list of topics
            clause("The bridge toll will be dealt with in Oslo", "The bridge toll", "deal", None, future=True),
            clause("the bridge toll is not on the agenda", "the bridge toll", "be", None, object="on the agenda", **NO),
        ),
        (  # none of the people
            clause("The avalanche injured seven skiers and a guide", "The avalanche", "injure", "seven skiers"),
            passive("no skiers were hurt by the avalanche", "no skiers", "hurt", "hurt", **NO),
        ),
    ],
)  # fmt: skip
def test_denied_in_other_words(yes: Row, no: Row) -> None:
    found = rows(yes, no)
    assert [(d.kind, d.verdict) for d in found] == [("polarity", "conflict")]
    assert "(" not in found[0].question
    assert "A" in found[0].explanation and "B" in found[0].explanation


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (  # of another thing
            clause("Ministers discussed the fishing quota at length", "Ministers", "discuss", "the fishing quota"),
            passive("the airport tax was not raised by ministers", "the airport tax", "raise", "raised", **NO),
        ),
        (  # none of one kind
            clause("The avalanche injured seven skiers and a guide", "The avalanche", "injure", "seven skiers"),
            passive("no Norwegian skiers were hurt by the avalanche", "no Norwegian skiers", "hurt", "hurt", **NO),
        ),
        (  # of any such thing
            clause("The lighthouse collapsed in the gale on Sunday", "The lighthouse", "collapse"),
            clause("A sound lighthouse does not collapse in a gale", "A sound lighthouse", "collapse", **NO),
        ),
        (  # only that nobody spoke
            clause("The harbour master explained the delay", "The harbour master", "explain", "the delay"),
            clause("the harbour master did not comment on the delay", "the harbour master", "comment", **NO),
        ),
        (  # both deny
            clause("Ministers did not discuss the fishing quota", "Ministers", "discuss", "the fishing quota", **NO),
            passive("the fishing quota was not raised at all", "the fishing quota", "raise", "raised", **NO),
        ),
        (  # who denies speaks of nothing that can be told
            clause("Ministers discussed the fishing quota at length", "Ministers", "discuss", "the fishing quota"),
            passive("it was not discussed by ministers at length", "it", "discuss", "discussed", theme=None, **NO),
        ),
        (  # so many of them, and so many others
            clause("Rescuers pulled nine miners alive from the shaft", "Rescuers", "pull", "nine miners"),
            clause("Four miners died in the shaft", "Four miners", "die"),
        ),
    ],
)  # fmt: skip
def test_another_question(one: Row, two: Row) -> None:
    assert not rows(one, two)


@pytest.mark.parametrize("denied", ["did not", "didn't", "didn’t"])
def test_plan_that_fell_through_is_no_conflict(denied: str) -> None:
    where = "the flooded villages of Tarn"
    plan = clause(f"The envoy will visit {where}", "The envoy", "visit", where, future=True)
    no = clause(f"the envoy {denied} visit {where}", "the envoy", "visit", where, **NO)
    assert not rows(plan, no, ("2026-01-12", "2026-01-14"))


def test_denial_that_leans_on_another_clause_is_of_some_only() -> None:
    yes = clause("The register names the divers of the tug", "The register", "name", "the divers of the tug")
    no = clause("had not named the divers of the tug", "the crew", "name", "the divers of the tug", **NO)
    whole = clause(
        "the register had not named the divers of the tug", "the register", "name", "the divers of the tug", **NO
    )
    assert not rows(yes, no)
    assert [d.verdict for d in rows(yes, whole)] == ["conflict"]


def test_one_state_turns_into_another() -> None:
    before = clause("Police arrested the captain of the trawler", "Police", "arrest", "the captain of the trawler")
    after = clause("A court released the captain of the trawler", "A court", "release", "the captain of the trawler")
    found = rows(before, after, ("2026-01-12", "2026-01-14"))
    assert [d.verdict for d in found] == ["superseded"]
    assert "arrested or released" in found[0].question


def test_disputed_is_denied() -> None:
    yes = passive("the ambassador had been summoned over the fence", "the ambassador", "summon", "summoned")
    found = rows(yes, passive("the ambassador was summoned over a fence", "the ambassador", "summon", "summoned"))
    assert not found
    no = passive("the ambassador was summoned over a fence", "the ambassador", "summon", "summoned")
    assert [d.verdict for d in rows(yes, no, lead="The embassy disputed that ")] == ["conflict"]


def test_row_that_is_shown_already_is_not_shown_again() -> None:
    yes = clause("Ministers discussed the fishing quota at length", "Ministers", "discuss", "the fishing quota")
    no = passive("the fishing quota was not raised at all", "the fishing quota", "raise", "raised", **NO)
    reports = [told.report(n, ". ".join([row[0], *ELSEWHERE]) + ".") for n, row in zip("ab", (yes, no), strict=True)]
    given: list[Any] = []
    for report, (words, slots) in zip(reports, (yes, no), strict=True):
        claims = [told.claim(report, words, _terms(words), sentence=told.cite(report, words), **slots)]
        claims += [told.claim(report, w, _terms(w), sentence=told.cite(report, w)) for w in ELSEWHERE]
        given.append((report, [], claims))
    corpus = told.corpus(given)
    shown = opposed_differences(field(corpus), [])
    assert shown
    assert not opposed_differences(field(corpus), shown)


def test_each_feature_has_a_weight_and_a_reason() -> None:
    weights = table("en", "opposed")["fitted"]["weights"]
    assert [f.__name__ for f in FEATURES] == list(weights)
    assert all(f.__doc__ for f in FEATURES)


def test_features_do_not_depend_on_the_order() -> None:
    yes = clause("Ministers discussed the fishing quota at length", "Ministers", "discuss", "the fishing quota")
    no = passive("the fishing quota was not raised at all", "the fishing quota", "raise", "raised", **NO)
    found = []
    for one, two in ((yes, no), (no, yes)):
        reports = [told.report(n, row[0] + ".") for n, row in zip("ab", (one, two), strict=True)]
        claims = [told.claim(r, w, _terms(w), **slots) for r, (w, slots) in zip(reports, (one, two), strict=True)]
        others = told.report("c", ". ".join(ELSEWHERE) + ".")
        beside = [told.claim(others, w, _terms(w), sentence=told.cite(others, w)) for w in ELSEWHERE]
        corpus = told.corpus([*((r, [], [c]) for r, c in zip(reports, claims, strict=True)), (others, [], beside)])
        story = field(corpus)
        found.append([features(story, p) for p in pairs(story)])
    assert found[0] and found[0] == found[1]
    assert 0 < chance(found[0][0]) < 1
