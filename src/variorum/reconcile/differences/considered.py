"""What somebody did not think of, weighed, decided or did: each report's word for how far a matter had come.

"No state of emergency is being considered", "did not rule out a state of emergency", "declared a state of emergency":
one matter on three rungs. Each rung overtakes the ones below it. The words are data in ``lang/en/considered.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from variorum.lang import table, words
from variorum.lang.stems import sense
from variorum.model.record import Difference, Verdict
from variorum.reconcile.acts import says, tokens
from variorum.reconcile.clusters import together
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.build import asked_of, difference, echoes, position, told_by
from variorum.reconcile.differences.opposed_clauses import Clause
from variorum.reconcile.differences.programme_acts import Bag, matches, senses_of, tells, thing_of
from variorum.reconcile.differences.programme_items import Programme

Rung = Literal["none", "weighed", "decided"]
RUNGS: tuple[Rung, ...] = ("none", "weighed", "decided")
TELLING = 2.5
"""Weight of a matter's words from which they tell which it is."""
MOST = 0.6
"""Share of that weight that stands in the other clause."""
BESIDE = 3.0
"""Weight of what two sentences share beside a deed that each puts in its own words."""


@dataclass(frozen=True, eq=False)
class Stand:
    """How far a matter has come by one clause.

    Attributes:
        matter: senses of the words for it, where it is a noun's.
        deeds: names of the deeds that its words may stand for, where it is a verb's.
    """

    clause: Clause
    rung: Rung
    matter: Bag
    deeds: Bag
    around: Bag


def considered_differences(told: Programme, shown: Sequence[Difference]) -> list[Difference]:
    """One row for each matter that a report tells as not thought of or weighed, and another as further on."""
    story, corpus = told.story, told.story.corpus
    stands = {c.at: s for c in story.clauses if (s := _weighed(c))}
    others = [c for c in story.clauses if c.at not in stands]
    rows = []
    for group in _matters(told, list(stands.values())):
        done = [d for c in others if (d := _decided(told, c, group)) and _in_time(corpus, d, group)]
        if row := _row(corpus, [*group, *done]):
            rows.append(row)
    return [row for row in rows if not echoes(row, shown)]


def _weighed(clause: Clause) -> Stand | None:
    """A clause that says that something is, or is not, thought of."""
    rules, claim = table("en", "considered"), clause.claim
    flat = " ".join(claim.cite.exact.lower().split())
    denied = clause.denies or claim.slots.polarity == "no"
    if none := next((m for p in rules["weighing"]["none"] if (m := re.search(p, flat))), None):
        return _stand(clause, "none", none.groupdict().get("item") or claim.slots.subject or "")
    if matches("considered", "weighing", "before", " ".join(clause.lead.lower().split())):
        return _complement(clause)
    if tells(claim, "considered", "weighing", "excluding"):
        return _stand(clause, "weighed" if denied else "none", thing_of(clause))
    if tells(claim, "considered", "weighing", "verbs") and not clause.planned:
        return _stand(clause, "none" if denied else "weighed", thing_of(clause))
    if matches("considered", "weighing", "open", flat):
        return _stand(clause, "weighed", claim.slots.subject or "")
    return None


def _stand(clause: Clause, rung: Rung, phrase: str) -> Stand | None:
    """The matter without where and for whom; none where it is a pronoun."""
    ends = words("en", "acts", "phrase", "ends_at") - {"of"}
    said = phrase.split()
    at = next((n for n, w in enumerate(said) if n and w.lower() in ends), len(said))
    matter = senses_of(" ".join(said[:at])) - _vague()
    around = senses_of(clause.claim.sentence.exact)
    return Stand(clause, rung, matter, frozenset(), around) if matter else None


@cache
def _vague() -> Bag:
    return frozenset(sense(w) for w in words("en", "considered", "weighing", "vague"))


def _complement(clause: Clause) -> Stand | None:
    """What is weighed is told by a verb: "is studying whether to protest"."""
    denied = tokens(clause.lead.replace("’", "'")) & words("en", "acts", "none", "within")
    around = senses_of(clause.claim.sentence.exact)
    deeds = _deeds(clause)
    return Stand(clause, "none" if denied else "weighed", frozenset(), deeds, around) if deeds else None


def _deeds(clause: Clause) -> Bag:
    """Names of the deeds that the clause may tell; its verb and what it acts on where it tells none of the table."""
    listed = table("en", "considered")["deeds"].items()
    found = frozenset(name for name, verbs in listed if says(clause.claim, verbs))
    slots = clause.slots
    own = f"{slots.predicate} {slots.theme}" if slots.predicate and slots.theme else ""
    return found | ({own} if own and slots.predicate not in words("en", "reconcile", "polar", "light") else set())


def _matters(told: Programme, stands: Sequence[Stand]) -> list[list[Stand]]:
    """The stands that are on one matter."""
    return together(stands, lambda group, stand: _one_matter(told, group[0], stand))


def _one_matter(told: Programme, a: Stand, b: Stand) -> bool:
    if a.matter and b.matter:
        common = a.matter & b.matter
        less = min(a.matter, b.matter, key=lambda m: (told.mass(m), sorted(m)))
        return bool(common) and _covered(told, less, common)
    return bool(a.deeds & b.deeds) and _beside(told, a, b.around)


def _covered(told: Programme, matter: Bag, said: Bag) -> bool:
    """Most of the words for it stand in the other clause."""
    common = told.mass(matter & said)
    return common >= TELLING and common >= MOST * told.mass(matter)


def _elsewhere(corpus: Corpus, a: Clause, b: Clause) -> bool:
    """Each sentence names places, countries or bodies, and none that the other names."""
    one, two = (
        {t for t in c.around if t[0] == "@" and (e := corpus.entity.get(t[1:])) and e.kind != "person"} for c in (a, b)
    )
    return bool(one and two and not one & two)


def _beside(told: Programme, stand: Stand, around: Bag) -> bool:
    return told.mass(stand.around & around) >= BESIDE


def _decided(told: Programme, clause: Clause, group: Sequence[Stand]) -> Stand | None:
    """A clause that tells the matter as done, or as to be done."""
    slots = clause.slots
    first = group[0]
    if first.matter and not first.matter & senses_of(clause.claim.cite.exact):
        return None
    if clause.denies or slots.polarity == "no" or slots.hedge:
        return None
    if any(s.clause.sentence == clause.sentence or _elsewhere(told.story.corpus, s.clause, clause) for s in group):
        return None
    said, around = senses_of(clause.claim.cite.exact), senses_of(clause.claim.sentence.exact)
    done = bool(slots.predicate) and (tells(clause.claim, "considered", "done", "verbs") or clause.planned)
    if first.matter:
        acted = senses_of(f"{thing_of(clause)} {slots.object or ''}")
        met = done and first.matter & acted and _covered(told, first.matter, said)
    else:
        met = bool(first.deeds & _deeds(clause)) and _beside(told, first, around)
    return Stand(clause, "decided", first.matter, first.deeds, around) if met else None


def _in_time(corpus: Corpus, done: Stand, group: Iterable[Stand]) -> bool:
    """Not told before it was weighed, as far as the days are known."""
    day = corpus.article[done.clause.article].day
    days = [d for s in group if (d := corpus.article[s.clause.article].day)]
    return not (day and days and day < max(days)) and all(s.clause.article != done.clause.article for s in group)


def _row(corpus: Corpus, stands: Sequence[Stand]) -> Difference | None:
    """The rungs that the reports tell, the lowest first; none where there is one only."""
    told = {rung: [s for s in stands if s.rung == rung] for rung in RUNGS}
    rungs = [rung for rung in RUNGS if told[rung]]
    if len(rungs) < 2 or len({s.clause.article for s in stands}) < 2 or not _apart(told, rungs):
        return None
    labels = table("en", "considered")["labels"]
    sides = [position(corpus, labels[r], [s.clause.claim.cite for s in told[r]]) for r in rungs]
    first, last = told[rungs[0]][0].clause, told[rungs[-1]][0].clause
    who = [told_by(corpus, c.article, c.claim.holder) for c in (first, last)]
    verdict: Verdict = "superseded"
    why = f"By {who[0]} it was {labels[rungs[0]]}, by {who[1]} {labels[rungs[-1]]}: the matter had moved on."
    return difference("status", f"How far had it come: {asked_of(last.claim.cite)}?", sides, verdict, why)


def _apart(told: dict[Rung, list[Stand]], rungs: Sequence[Rung]) -> bool:
    """Two rungs stand in two reports."""
    one, two = ({s.clause.article for s in told[r]} for r in (rungs[0], rungs[-1]))
    return not one & two
