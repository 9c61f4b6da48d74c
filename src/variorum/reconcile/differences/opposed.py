"""Clauses of two reports, or of two voices in one, that answer one question contrarily, whatever words each has for it.

The comparators beside this one know what they compare: one verb, one noun, one number. Reports put one matter in words
of their own ("was not raised", "discussed at length"), so here small features, each a reason, are weighed: what each
is worth is data, fitted on stories with gold (``lang/en/opposed.toml``). The weights only say that two clauses are on
one question; what they are to each other, a conflict or one after the other, is told by who denies what, and when.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field as factory

from variorum.lang import table, words
from variorum.lang.stems import stem
from variorum.model.record import Difference, DifferenceKind, Verdict
from variorum.reconcile.acts import refused, tokens
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.build import difference, position, sets_apart, told_by
from variorum.reconcile.differences.opposed_clauses import Clause
from variorum.reconcile.differences.opposed_features import features
from variorum.reconcile.differences.opposed_field import Field
from variorum.reconcile.differences.opposed_pairs import opposites, pairs, turned


@dataclass(eq=False)
class Question:
    """Clauses that answer one question, on two sides: of a denial those that affirm and those that deny; else as told.

    Attributes:
        ground: what sets the sides against each other.
        sure: how likely the first two are on one question, 0 to 1.
    """

    ground: str
    sure: float
    yes: list[Clause] = factory(default_factory=list)
    no: list[Clause] = factory(default_factory=list)

    def takes(self, yes: Clause, no: Clause, ground: str) -> bool:
        """Whether a pair belongs here: on its side it has one of the first two clauses, or its very words."""
        alike = ground == self.ground and yes.planned == self.yes[0].planned
        return alike and (_one_wording(yes, self.yes[0]) or _one_wording(no, self.no[0]))


def _one_wording(a: Clause, b: Clause) -> bool:
    return a.claim.cite.exact.split() == b.claim.cite.exact.split()


def opposed_differences(story: Field, shown: Sequence[Difference]) -> list[Difference]:
    """One row for each question that clauses answer contrarily and that no row already shown asks."""
    corpus = story.corpus
    least = table("en", "opposed")["fitted"]["shown"]
    weighed = [(chance(features(story, pair)), pair) for pair in pairs(story)]
    likely = [
        (sure, pair)
        for sure, pair in weighed
        if sure >= least and not sets_apart(shown, pair.one.claim.cite, pair.two.claim.cite)
    ]
    questions: list[Question] = []
    for sure, pair in sorted(likely, key=lambda w: (-w[0], w[1].one.at, w[1].two.at)):
        ground = pair.grounds[0]
        yes, no = _sides(corpus, pair.one, pair.two, ground)
        home = next((q for q in questions if q.takes(yes, no, ground)), None)
        if home is None and all(any(c in q.yes or c in q.no for q in questions) for c in (yes, no)):
            continue
        home = home or Question(ground, sure)
        home.yes += [yes] if yes not in home.yes else []
        home.no += [no] if no not in home.no else []
        questions += [home] if home not in questions else []
    return [row for q in questions if _tells(corpus, q) and (row := _row(corpus, q))]


def _tells(corpus: Corpus, asked: Question) -> bool:
    """Not where either side speaks of nothing but an "it", nor of a plan and its outcome told on one day."""
    if asked.ground == "outcome":
        sure = asked.sure >= table("en", "opposed")["fitted"]["outcome"]
        return bool(sure) and corpus.later(asked.yes[:1], asked.no[:1])
    if asked.ground == "denied" and not any(c.whole for c in asked.no):
        return False
    return asked.ground != "denied" or not any(all(c.vague for c in side) for side in (asked.yes, asked.no))


def chance(found: dict[str, float]) -> float:
    """How likely two clauses of these features answer one question contrarily, by the fitted weights."""
    fitted = table("en", "opposed")["fitted"]
    total = fitted["bias"] + sum(fitted["weights"].get(name, 0.0) * value for name, value in found.items())
    return 1 / (1 + math.exp(-total))


def _sides(corpus: Corpus, one: Clause, two: Clause, ground: str) -> tuple[Clause, Clause]:
    """Who denies stands last; of a plan and its outcome the outcome; else as published."""
    if ground == "denied":
        return (two, one) if one.denies else (one, two)
    if ground == "outcome":
        return (two, one) if two.planned or one.off else (one, two)
    if ground == "opposite" and turned(one, two) != turned(two, one):
        return (one, two) if turned(one, two) else (two, one)
    return (one, two) if corpus.rank[one.article] <= corpus.rank[two.article] else (two, one)


def _row(corpus: Corpus, asked: Question) -> Difference | None:
    if (judged := _judge(corpus, asked)) is None:
        return None
    sides = [position(corpus, _short(side[0]), [c.claim.cite for c in side]) for side in (asked.yes, asked.no)]
    kind, question = _asked(asked)
    return difference(kind, question, sides, *judged)


def _asked(asked: Question) -> tuple[DifferenceKind, str]:
    yes, no = asked.yes[0], asked.no[0]
    if asked.ground == "denied":
        return "polarity", f"Is it so: {_short(yes)}?"
    if asked.ground == "outcome":
        return "status", f"What became of it: {_short(yes)}?"
    first, second = opposites(yes, no)[0]
    said = " or ".join(_form(c, s) for c, s in ((yes, first), (no, second)))
    return "status", f"Which is it, {said}: {_short(yes)}?"


def _judge(corpus: Corpus, asked: Question) -> tuple[Verdict, str] | None:
    yes, no = asked.yes[0], asked.no[0]
    who = _who(corpus, yes), _who(corpus, no)
    if asked.ground == "denied":
        return _denied(corpus, asked, who)
    if asked.ground == "outcome":
        return "superseded", f"A plan by the earlier report ({who[0]}); the later one tells what came of it ({who[1]})."
    return _turned(corpus, asked, who)


def _denied(corpus: Corpus, asked: Question, who: tuple[str, str]) -> tuple[Verdict, str] | None:
    """One excludes the other; None where a plan did not come about, where it was yet to be, or either leaves it open.

    Those are hardly ever answers to one question: on stories that the rules had not seen, one such pair in eight was.
    """
    if _fell_through(corpus, asked):
        return None
    if all(_open(c) for c in asked.no) and corpus.later(asked.no, asked.yes) and not _before(corpus, asked):
        return None
    if not _sure(asked) or not _excludes(asked):
        return None
    return "conflict", f"It is so according to {who[0]}, and not so according to {who[1]}: both cannot be right."


def _turned(corpus: Corpus, asked: Question, who: tuple[str, str]) -> tuple[Verdict, str] | None:
    first, second = opposites(asked.yes[0], asked.no[0])[0]
    said = [_form(c, s) for c, s in ((asked.yes[0], first), (asked.no[0], second))]
    yes, no = asked.yes[0], asked.no[0]
    if corpus.later([yes], [no]) or (turned(yes, no) and not corpus.later([no], [yes])):
        return (
            "superseded",
            f"“{said[0]}” by {who[0]}, “{said[1]}” by {who[1]}: the one state of affairs came after the other.",
        )
    if asked.sure < table("en", "opposed")["fitted"]["compatible"]:
        return None
    return "compatible", f"“{said[0]}” by {who[0]}, “{said[1]}” by {who[1]}; at two times both can be so."


def _fell_through(corpus: Corpus, asked: Question) -> bool:
    """Told as a plan, and no later than the report by which it did not come about."""
    yes, no = asked.yes[0], asked.no[0]
    told = yes.planned and _past(no) and not no.above and corpus.later([yes], [no])
    return told and all(c.planned or corpus.later([c], [no]) for c in asked.yes)


def _excludes(asked: Question) -> bool:
    """Neither leaves it open, no plan is held against what is over, and nobody is named in the denial alone."""
    yes, no = asked.yes[0], asked.no[0]
    if no.said & words("en", "opposed", "partly", "words") or yes.said & words("en", "opposed", "idle", "modals"):
        return False
    open_ = bool(yes.claim.slots.hedge or no.claim.slots.hedge) or (yes.planned and _past(no) and not no.above)
    if no.slots.future and not yes.planned:
        return False  # what will never be, of some, and what has been
    told = {stem(w) for w in tokens(yes.claim.sentence.exact)}
    doer = no.slots.subject_entity if not no.vague else None
    another = doer is not None and f"@{doer}" not in yes.around and not refused(no.claim)
    if no.names - told or another:
        return False
    return not open_


def _sure(asked: Question) -> bool:
    return bool(asked.sure >= table("en", "opposed")["fitted"]["conflict"])


def _past(clause: Clause) -> bool:
    """Told of what is over, not of what is to be."""
    return bool(clause.said & words("en", "opposed", "past", "words")) and not refused(clause.claim)


def _open(clause: Clause) -> bool:
    """Not so far, which may change: "has not", "no deaths were reported"."""
    return bool(clause.said & words("en", "opposed", "open", "words"))


def _before(corpus: Corpus, asked: Question) -> bool:
    """What one affirms was, by its date, so already when the other denied it."""
    day = min((d for c in asked.no if (d := corpus.article[c.article].day)), default=None)
    times = [c.claim.slots.time for c in asked.yes if c.claim.slots.time]
    return day is not None and any(t.interval.start < day for t in times)


def _who(corpus: Corpus, clause: Clause) -> str:
    return told_by(corpus, clause.article, clause.claim.holder)


def _short(clause: Clause) -> str:
    said = clause.claim.cite.exact.split()
    if len(said) > 3 and said[0].lower() in words("en", "reconcile", "openers", "words"):
        said = said[1:]
    return " ".join(said[:16]).strip(' ,.“”"')


def _form(clause: Clause, form: str) -> str:
    """The clause's own word of a stem."""
    return next((w for w in re.findall(r"[\w-]+", clause.claim.cite.exact.lower()) if stem(w) == form), form)
