"""What did not stay so: plans called off, what was imposed and lifted, and what nobody had done until somebody did."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import product

from variorum.lang import table, words
from variorum.lang.stems import stem
from variorum.model.record import Difference, Verdict
from variorum.reconcile.acts import occasions, refused, says, tokens
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.build import asked_of, difference, position
from variorum.reconcile.moments import moments, relation
from variorum.reconcile.one_thing import certain, one_thing
from variorum.reconcile.tellings import Telling, linked, tellings_of_a_noun

Near = Mapping[int, Sequence[Telling]]
"""For each telling, by its ``id``, those of other reports that may tell the same."""
NOBODY = words("en", "acts", "none", "words")


def change_differences(corpus: Corpus, told: Sequence[Telling]) -> list[Difference]:
    """One row for each plan that another report tells as called off, each state that ended, each "nobody" outrun."""
    near = defaultdict(list, linked(told))
    found = [
        _called_off(corpus, told),
        _taken_back(corpus, told, near),
        _denied(corpus, told, near),
        _ended(corpus, told),
        _outrun(corpus, told),
        _not_yet(corpus, told, near),
    ]
    return [row for rows in found for row in rows]


def _called_off(corpus: Corpus, told: Sequence[Telling]) -> list[Difference]:
    """A plan, or a thing told as done, that another report says was called off."""
    undone = table("en", "acts")["undone"]
    off = [t for t in told if _is_off(t) and t.standing != "denied" and _occasion(t)]
    open_ = [t for t in told if t.standing == "planned" or _goes_on(t)]
    planned = [t for t in open_ if not says(t.claim, undone["called_off"])]
    held = [t for t in told if t.standing == "happened" and says(t.claim, undone["takes_place"]) and _occasion(t)]
    rows = []
    for group in tellings_of_a_noun(off):
        plans = [p for p in planned if any(_one_plan(corpus, p, t) and _after(corpus, t, p) for t in group)]
        done = [p for p in held if any(_one_plan(corpus, p, t) and p.article != t.article for t in group)]
        if plans:
            why = "Planned or going on by earlier reports; a later one tells that it was called off."
            value = "planned" if plans[0].standing == "planned" else "going on"
            rows.append(_row(corpus, (value, plans), ("called off", group), "superseded", why))
        elif done:
            why = "One report tells it as held, another as called off."
            rows.append(_row(corpus, ("held", done), ("called off", group), "conflict", why))
    return rows


def _taken_back(corpus: Corpus, told: Sequence[Telling], near: Near) -> list[Difference]:
    """Somebody is to do something, says an earlier report; he will not, or did not, says a later one."""
    dropped = [t for t in told if t.standing == "denied" and not t.nominal and not t.times and _first(t) not in NOBODY]
    rows = []
    for t in dropped:
        one = [p for p in near[id(t)] if not p.nominal and one_thing(corpus, p, t) and _surely(p, t)]
        plans = [p for p in one if p.standing == "planned" and corpus.later([p], [t])]
        if plans and not any(p.standing == "happened" for p in one):
            why = "Planned by the earlier report; by the later one it does not come to pass."
            rows.append(_row(corpus, ("planned", plans), ("not any more", [t]), "superseded", why))
    return rows


def _surely(a: Telling, b: Telling) -> bool:
    """Somebody is named in both, or one of the things is known."""
    return bool(a.parties & b.parties) or any(x.known for x in (*a.things, *b.things))


def _denied(corpus: Corpus, told: Sequence[Telling], near: Near) -> list[Difference]:
    """Told as done by one report, and denied by somebody in another, with another verb or another noun for it.

    The same words affirmed and denied are a question of polarity, and are compared there.
    """
    denied = [t for t in told if t.standing == "denied" and not t.nominal and _from_above(corpus, t)]
    rows = []
    for t in denied:
        done = [d for d in near[id(t)] if d.standing == "happened" and not d.nominal and _other_words(d, t)]
        by = [d for d in done if one_thing(corpus, d, t) and certain(d, t)]
        if by and not any(corpus.later([t], [d]) for d in by):
            why = "One report tells it as done, another denies it."
            rows.append(_row(corpus, ("it happened", by), ("it did not", [t]), "conflict", why))
    return rows


def _from_above(corpus: Corpus, told: Telling) -> bool:
    """The denial stands before the clause, and not in it: "denied that they had been freed"."""
    clause, sentence = told.claim.cite, told.claim.sentence
    own = clause.exact.lower().replace("’", "'")
    lead = corpus.article[told.article].text[sentence.start : clause.start]
    if "n't" in own or tokens(own) & words("en", "acts", "none", "within"):
        return False
    return bool(tokens(lead) & words("en", "acts", "none", "deniers"))


def _other_words(a: Telling, b: Telling) -> bool:
    one, two = a.claim.slots, b.claim.slots
    return (one.predicate, one.theme) != (two.predicate, two.theme)


def _occasion(told: Telling) -> bool:
    """What is told of is one thing that can be held and called off."""
    things = [told.nominal] if told.nominal else told.things
    return bool(things) and all(x.head in occasions() and not x.number for x in things) and not told.counts


def _is_off(told: Telling) -> bool:
    """Called off, or put off to no day that is named."""
    plan, undone = table("en", "acts")["plan"], table("en", "acts")["undone"]
    return says(told.claim, undone["called_off"]) or (not told.times and says(told.claim, plan["moved"]))


def _goes_on(told: Telling) -> bool:
    """Told as going on: "are still searching"."""
    said = set(re.findall(r"[a-z]+", told.claim.cite.exact.lower()))
    return told.standing == "happened" and bool(said & words("en", "acts", "undone", "going_on"))


def _one_plan(corpus: Corpus, plan: Telling, off: Telling) -> bool:
    """The plan is of what was called off, and of no other day."""
    own = [t for t in off.times if t.cite.exact in f"{off.claim.slots.subject} {off.claim.slots.object}"]
    days = [moments(corpus.article[t.article], times) for t, times in ((plan, plan.times), (off, own))]
    if any(relation(x, y) == "apart" for x, y in product(*days)):
        return False
    return plan.article != off.article and one_thing(corpus, plan, off)


def _after(corpus: Corpus, later: Telling, earlier: Telling) -> bool:
    return corpus.rank[later.article] > corpus.rank[earlier.article]


def _ended(corpus: Corpus, told: Sequence[Telling]) -> list[Difference]:
    """A warning issued and lifted, a border closed and opened: the later report's word stands."""
    rows = []
    for state in table("en", "acts")["undone"]["states"]:
        things = {stem(noun) for noun in state["things"]}
        begun, ended = (
            [t for t in told if t.standing == "happened" and not t.nominal and says(t.claim, state[key])]
            for key in ("begun", "ended")
        )
        for head in sorted({x.head for t in ended for x in t.things if not things or x.head in things}):
            people = not things
            pairs = [(a, b) for a, b in product(begun, ended) if _one_state(corpus, a, b, head, people=people)]
            if pairs:
                first, last = (list(dict.fromkeys(side)) for side in zip(*pairs, strict=True))
                was, now = state["told"]
                why = f"Told as {was} by the earlier report; by a later one {now}."
                rows.append(_row(corpus, (was, first), (now, last), "superseded", why))
    return rows


def _one_state(corpus: Corpus, begun: Telling, ended: Telling, head: str, *, people: bool) -> bool:
    """Of one thing, and ended in a report that is not the earlier, which does not itself tell the end.

    People are known by a name, by their number, or as those whom the reader knows; a level may be raised to four and
    lowered to two.
    """
    if begun.article == ended.article or _after(corpus, begun, ended):
        return False
    if not all(any(x.head == head for x in t.things) for t in (begun, ended)):
        return False
    if people:
        known = _surely(begun, ended) or (begun.counts and begun.counts == ended.counts)
        return bool(known) and one_thing(corpus, begun, ended, any_act=True)
    bare = [replace(t, counts=frozenset()) for t in (begun, ended)]
    return one_thing(corpus, *bare, any_act=True)


def _not_yet(corpus: Corpus, told: Sequence[Telling], near: Near) -> list[Difference]:
    """It has not happened, says an earlier report; it has, says a later one."""
    rows = []
    for t in (t for t in told if t.standing == "denied" and not t.nominal and not t.times and not refused(t.claim)):
        if not tokens(t.claim.cite.exact) & words("en", "acts", "undone", "not_done"):
            continue
        done = [d for d in near[id(t)] if d.standing == "happened" and not d.nominal and corpus.later([t], [d])]
        since = [d for d in done if one_thing(corpus, t, d) and certain(t, d)]
        if since:
            why = "Not so far, says the earlier report; a later one tells that it happened."
            rows.append(_row(corpus, ("not yet", [t]), ("done", since), "superseded", why))
    return rows


def _outrun(corpus: Corpus, told: Sequence[Telling]) -> list[Difference]:
    """Nobody was released, says an earlier report; some were, says a later one."""
    none, kinds = words("en", "acts", "none", "words"), words("en", "acts", "none", "kinds")
    nobody = [t for t in told if t.standing == "denied" and not t.nominal and _first(t) in none and t.acts & kinds]
    rows = []
    for t in nobody:
        done = [d for d in told if d.standing == "happened" and not d.nominal and t.acts & d.acts & kinds]
        since = [d for d in done if _after(corpus, d, t) and corpus.later([t], [d]) and _among(t, d)]
        if since:
            why = "Nobody and nothing at first; a later report tells that it happened."
            rows.append(_row(corpus, ("none", [t]), ("some", since), "superseded", why))
    return rows


def _first(told: Telling) -> str:
    found = (told.claim.slots.subject or "").lower().split()
    return found[0] if found else ""


def _among(nobody: Telling, some: Telling) -> bool:
    """Of the same people: "none of the sailors" and "five of the sailors"; bare "nobody" is of anybody."""
    said = {stem(w) for w in (nobody.claim.slots.subject or "").split()[1:]} - {"of", "the"}
    heads = {x.head for x in some.things} | {b for x in some.things for b in x.behind}
    return not said or bool(said & heads)


def _row(
    corpus: Corpus,
    first: tuple[str, Iterable[Telling]],
    last: tuple[str, Iterable[Telling]],
    verdict: Verdict,
    why: str,
) -> Difference:
    sides = [(value, list(told)) for value, told in (first, last)]
    positions = [position(corpus, value, [t.claim.cite for t in told]) for value, told in sides]
    asked = asked_of(sides[0][1][0].claim.cite)
    return difference("status", f"Does it stand: {asked}?", positions, verdict, why)
