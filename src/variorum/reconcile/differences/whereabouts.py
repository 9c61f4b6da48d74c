"""Where it was fired, fell, came ashore, was bound for or signed: places that two voices give for one thing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from variorum.lang import table, words
from variorum.model.record import Difference, Verdict
from variorum.reconcile.clusters import together
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.build import asked_of, difference, echoes, position, told_by
from variorum.reconcile.where import Relation, zones_apart
from variorum.reconcile.whereabouts import Scene, Whereabout, questions

MOST = 40
"""Answers to one question about one thing beyond which nobody can tell which is meant."""


@dataclass(frozen=True)
class _Side:
    """Answers that give one place."""

    answers: tuple[Whereabout, ...]

    @property
    def first(self) -> Whereabout:
        return self.answers[0]


def whereabout_differences(corpus: Corpus, shown: Sequence[Difference]) -> list[Difference]:
    """One row for each question of place on which two voices give places that are not one in their words."""
    scene = Scene(corpus)
    rows: list[Difference | None] = []
    for question in questions():
        answers = scene.answers(question)
        for thing in dict.fromkeys(a.thing for a in answers):
            own = [a for a in answers if a.thing == thing]
            if not scene.one_story(thing) or scene.volley(thing):
                continue
            if question.get("moved"):
                rows += _moved(corpus, question["asked"], own)
                continue
            rows.append(_zones(corpus, question["asked"], own))
            rows.append(_spots(scene, question, own))
    placed = [replace(d, verdict="compatible") for d in shown if d.kind == "place"]
    return [r for r in rows if r and not echoes(r, shown) and not echoes(replace(r, verdict="compatible"), placed)]


def _zones(corpus: Corpus, asked: str, answers: Sequence[Whereabout]) -> Difference | None:
    """Inside a line against outside of it, by two voices, or by one that took the first back."""
    lines = [a for a in answers if a.place.zone]
    met = [(a, b) for a, b in combinations(lines, 2) if zones_apart(a.place, b.place) and _two_voices(a, b)]
    if not met:
        return None
    groups: dict[tuple[bool, str | None], list[Whereabout]] = {}
    for line in (a for a in lines if any(a in pair for pair in met)):
        out = line.place.outside or line.place.zone == "free"
        owner = line.place.owner if len({a.place.owner for p in met for a in p} - {None}) > 1 and not out else None
        groups.setdefault((out, owner), []).append(line)
    sides = [_Side(tuple(group)) for _, group in sorted(groups.items(), key=lambda g: (g[0][0], str(g[0][1])))]
    return _row(corpus, asked, sides, "apart")


def _moved(corpus: Corpus, asked: str, answers: Sequence[Whereabout]) -> list[Difference]:
    """Told at another place than it was to be at, by a report that names the first place as well."""
    found: list[Difference] = []
    for late in (a for a in answers if a.revises):
        early = [a for a in answers if a.place.names[0] != late.place.names[0]]
        early = [
            a
            for a in early
            if _names_it(corpus, late.sentence.text, a.place.names[0]) or (a.article == late.article and a.revises)
        ]
        early = [a for a in early if _two_voices(a, late) and (a.ahead or a.revises) and _before(corpus, a, late)]
        if early:
            same = [a for a in answers if a.place.names[0] == late.place.names[0] and not _before(corpus, a, early[-1])]
            found.append(_row(corpus, asked, [_Side(tuple(early)), _Side((late, *same))], "apart"))
    return found[:1]


def _before(corpus: Corpus, a: Whereabout, b: Whereabout) -> bool:
    return (corpus.rank[a.article], a.cite.start) < (corpus.rank[b.article], b.cite.start)


def _spots(scene: Scene, question: dict[str, object], answers: Sequence[Whereabout]) -> Difference | None:
    """The places named for one thing: those that exclude each other, else those that tell it more exactly."""
    told = [a for a in answers if not a.place.zone or a.place.names]
    if len({a.article for a in told}) < 2 or len(told) > MOST:
        return None
    sides = _sides(scene, told)
    if len(sides) < 2:
        return None
    if question.get("fine"):
        sides = [s for s in sides if not any(_holds(s, other) for other in sides)]
        if len(sides) < 2 or not any(_is_fine(s.first) for s in sides):
            return None
    related = {(m, n): _relation(scene, question, sides[m], sides[n]) for m, n in combinations(range(len(sides)), 2)}
    apart = [pair for pair, found in related.items() if found == "apart"]
    if apart:
        against = [sides[n] for n in sorted({n for pair in apart for n in pair})]
        row = _row(scene.corpus, str(question["asked"]), against, "apart")
        return None if question.get("several") and row.verdict == "conflict" else row
    if any(_several(a.first, b.first) for a, b in combinations(sides, 2)):
        return None
    if question.get("ends") and all(found == "inside" for found in related.values()):
        return None
    worst: Relation = "unknown" if "unknown" in related.values() else "inside"
    return _row(scene.corpus, str(question["asked"]), sides, worst)


def _sides(scene: Scene, told: Iterable[Whereabout]) -> list[_Side]:
    groups = together(told, lambda group, answer: scene.places.relation(group[0].place, answer.place) == "same")
    return [_Side(tuple(g)) for g in groups]


def _relation(scene: Scene, question: dict[str, object], one: _Side, two: _Side) -> Relation:
    """How the places stand to each other, for the question; told as apart only where two voices give them."""
    found = scene.places.relation(one.first.place, two.first.place)
    pairs = [(a, b) for a in one.answers for b in two.answers if _two_voices(a, b)]
    if not pairs or any(_several(a, b) for a in one.answers for b in two.answers):
        return "near"
    if question.get("rooms"):
        return "near" if one.first.place.rooms & two.first.place.rooms - {"area", "room"} else "apart"
    if found == "unknown" and question.get("sited") and _two_sites(one.first, two.first):
        return "apart"
    if found == "unknown" and question.get("launched") and _two_launch_sites(one.first, two.first):
        return "apart"
    if question.get("ends") or (question.get("alone") and found == "apart"):
        return _ends(scene, found, one, two)
    return found


def _holds(wide: _Side, close: _Side) -> bool:
    """The one place is named as that in which the other lies."""
    if wide is close:
        return False
    one, two = wide.first.place, close.first.place
    unnamed = one.site == two.site and re.search(r"^\w+ an? ", one.words) is not None
    return unnamed or bool(set(one.names[:1]) & set(two.names[1:]))


def _is_fine(answer: Whereabout) -> bool:
    """The place is told closely."""
    return re.search(table("en", "whereabouts")["phrase"]["fine"], answer.place.words.lower()) is not None


def _two_sites(a: Whereabout, b: Whereabout) -> bool:
    return a.place.site != b.place.site and _named_otherwise(a, b)


def _two_launch_sites(a: Whereabout, b: Whereabout) -> bool:
    return {a.place.site, b.place.site} <= words("en", "whereabouts", "sites", "launch") and _named_otherwise(a, b)


def _named_otherwise(a: Whereabout, b: Whereabout) -> bool:
    return not set(a.place.names) & set(b.place.names)


def _ends(scene: Scene, found: Relation, one: _Side, two: _Side) -> Relation:
    """Ends of a way are apart where no report names both; one that does may tell of two stages."""
    if found not in {"apart", "unknown"}:
        return found
    if bool(one.first.place.site) != bool(two.first.place.site):
        return "inside"
    for side, other in ((one, two), (two, one)):
        texts = [scene.corpus.article[a.article].text for a in side.answers]
        if any(_names_it(scene.corpus, text, other.first.place.names[0]) for text in texts):
            return "near"
    return "apart"


def _names_it(corpus: Corpus, text: str, name: str) -> bool:
    """A text has one of the forms of a place's name."""
    entity = corpus.entity.get(name)
    forms = {entity.name, *(n.text for n in entity.names)} if entity else {name.lstrip("~")}
    return any(form.lower() in text.lower() for form in forms)


def _two_voices(a: Whereabout, b: Whereabout) -> bool:
    """Of one day, about one thing; and of two reports, or two who speak in one, or one that takes the other back."""
    if a.days and b.days and not (a.ahead or b.ahead) and not any(x.overlaps(y) for x in a.days for y in b.days):
        return False
    if a.subject and b.subject and a.subject != b.subject:
        return False  # the debris and the missile, a tanker and its escort
    if a.article != b.article or a.holder != b.holder:
        return True
    return a.revises != b.revises


def _several(a: Whereabout, b: Whereabout) -> bool:
    """One voice gives both in one report, and takes neither back: they are of two things."""
    return a.article == b.article and a.holder == b.holder and not (a.revises or b.revises)


def _row(corpus: Corpus, asked: str, sides: Sequence[_Side], found: Relation) -> Difference:
    positions = [position(corpus, s.first.place.words, [a.cite for a in s.answers]) for s in sides]
    said = [f"“{s.first.place.words}” by {told_by(corpus, s.first.article, s.first.holder)}" for s in sides]
    shown = f"{'; '.join(said[:-1])} and {said[-1]}"
    question = f"{asked}: {asked_of(sides[0].first.cite)}?"
    if found != "apart":
        why = "one place told more or less exactly" if found != "unknown" else "nothing sets them apart"
        return difference("place", question, positions, "compatible", f"{shown}: {why}.")
    verdict, why = _judge(corpus, sides)
    return difference("place", question, positions, verdict, f"{shown}: {why}.")


def _judge(corpus: Corpus, sides: Sequence[_Side]) -> tuple[Verdict, str]:
    """A conflict, unless a later account takes the earlier back or tells otherwise what was only planned."""
    answers = [a for s in sides for a in s.answers]
    last = max(answers, key=lambda a: (corpus.rank[a.article], a.cite.start))
    home = next(s for s in sides if last in s.answers)
    others = [a for s in sides if s is not home for a in s.answers]
    revised = [a for a in answers if a.revises]
    for late in revised:
        side = next(s for s in sides if late in s.answers)
        early = [a for s in sides if s is not side for a in s.answers]
        if all((corpus.rank[a.article], a.cite.start) < (corpus.rank[late.article], late.cite.start) for a in early):
            return "superseded", "the later account takes the earlier back"
    days = [corpus.article[a.article].day for a in others], corpus.article[last.article].day
    if all(a.ahead for a in others) and not last.ahead and all(d and days[1] and d < days[1] for d in days[0]):
        return "superseded", "planned or forecast, and then told otherwise by a later report"
    return "conflict", "it cannot have been at both"
