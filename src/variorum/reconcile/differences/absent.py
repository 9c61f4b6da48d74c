"""Where one report says that there was none of a thing and another tells of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from variorum.lang import table, words
from variorum.lang.stems import stem
from variorum.model.reading import Claim
from variorum.model.record import Difference
from variorum.model.text import Citation
from variorum.reconcile.absences import Absence, absences, alike, kinds_of
from variorum.reconcile.answers import aged, beside, clause_start, denied, imagined
from variorum.reconcile.asked import Asked
from variorum.reconcile.differences.build import asked_of, difference, position, told_by
from variorum.reconcile.noun_phrases import noun_phrase
from variorum.reconcile.sentences import Sentence, Sentences, senses_of

MOST = 10
"""Sentences that tell of a thing beyond which its noun is too common in the story to be meant."""
ROOT = 3
"""First letters by which sentences with a word in any form are sought."""
NEAR = 4
"""Sentences of one report within which a denial answers what was told before it."""

Words = Mapping[str, Sequence[tuple[Sentence, int, int]]]
"""For each stem and each row of words for one thing, where it stands."""


@dataclass(frozen=True, eq=False)
class _Telling:
    sentence: Sentence
    cite: Citation
    holder: str | None
    shown: str
    clause: Claim | None


def absent_differences(story: Asked) -> list[Difference]:
    """One row for each thing that one voice says there was none of, and another tells of."""
    cued = story.corpus.sentences.having(table("en", "absences")["none"]["cues"])
    found = [a for s in cued for a in absences(s)]
    if not found:
        return []
    places = _places(story.corpus.sentences, found)
    rows: list[tuple[list[Absence], list[_Telling]]] = []
    for absence in found:
        told = list({t.cite: t for t in _tellings(story, places, absence)}.values())
        if told and len(told) <= MOST:
            cites = {t.cite for t in told}
            home = next((r for r in rows if r[0][0].thing.head == absence.thing.head and _share(r[1], cites)), None)
            if home is None:
                rows.append(([absence], told))
            else:
                home[0].append(absence)
                home[1].extend(t for t in told if t.cite not in {x.cite for x in home[1]})
    return [_row(story, *sides) for sides in rows]


def _share(told: Sequence[_Telling], cites: set[Citation]) -> bool:
    return any(t.cite in cites for t in told)


def _places(told: Sentences, found: Sequence[Absence]) -> Words:
    """Where the nouns of the absences, and other words for them, stand."""
    heads, rows = {a.thing.head for a in found}, {k for a in found for k in a.kinds}
    others = {word for row in sorted(rows) for word in table("en", "absences")["none"]["alike"][row]}
    places: dict[str, list[tuple[Sentence, int, int]]] = defaultdict(list)
    for sentence in told.having(sorted({word[:ROOT] for word in heads | others})):
        for m in re.finditer(r"[\w’-]+", sentence.flat):
            form = stem(m[0])
            known = form in heads or kinds_of(form) & rows
            if known and m[0] not in words("en", "absences", "none", "never"):
                places[form].append((sentence, m.start(), m.end()))
    return places


def _tellings(story: Asked, places: Words, absence: Absence) -> Iterator[_Telling]:
    for form in sorted(places):
        if alike(form, absence):
            for sentence, start, end in places[form]:
                if told := _told(story, absence, sentence, (start, end)):
                    yield told


def _told(story: Asked, absence: Absence, sentence: Sentence, at: tuple[int, int]) -> _Telling | None:
    """The clause around a word, if it tells that there was the thing."""
    start, end = at
    clause = sentence.clause(start, end)
    begin = clause_start(sentence, clause, start)
    stop = _clause_end(sentence, clause, end)
    said = sentence.flat[begin:stop]
    holder = clause.holder if clause else None
    if sentence.article == absence.article and holder == absence.holder:
        return None
    if sentence is absence.sentence and (clause is None or clause is absence.clause):
        return None
    if absence.thing.apart and not _indefinite(sentence, start):
        return None
    if absence.words.startswith("such ") and not _one_such(absence, sentence, at):
        return None
    if denied(said) or imagined(sentence, said) or (clause and (aged(story.corpus, clause) or _open(clause))):
        return None
    if re.search(table("en", "absences")["none"]["shunning"], said):
        return None
    if clause is None or clause.slots.polarity == "no" or not _is_told_of(sentence, clause, at):
        return None
    if _another_has(absence, clause) or not _tied(story, absence, sentence, at):
        return None
    return _Telling(sentence, clause.cite, holder, beside(sentence, begin, start, end), clause)


def _indefinite(sentence: Sentence, start: int) -> bool:
    """A thing that was not spoken of before: "a lorry", as it must be where "another vehicle" is denied."""
    before = sentence.flat[:start].split()[-3:]
    return bool(set(before) & words("en", "acts", "phrase", "indefinite"))


def _one_such(absence: Absence, sentence: Sentence, at: tuple[int, int]) -> bool:
    """One thing, if one is denied: "no such agreement" denies none of "several agreements"."""
    several = sentence.flat[slice(*at)].endswith("s")
    return absence.words.split()[-1].endswith("s") == several


def _open(clause: Claim) -> bool:
    return clause.slots.future or clause.slots.hedge is not None


def _clause_end(sentence: Sentence, clause: Claim | None, end: int) -> int:
    if clause is None:
        return len(sentence.flat)
    return next((n for n, place in enumerate(sentence.offsets) if place >= clause.cite.end), len(sentence.flat))


def _is_told_of(sentence: Sentence, clause: Claim, at: tuple[int, int]) -> bool:
    """The word is the clause's verb, or the noun of a phrase and not one before another noun ("fire brigade")."""
    form = stem(sentence.flat[slice(*at)])
    slots = clause.slots
    heads = {noun_phrase(p).head for p in (slots.subject, slots.object, slots.theme) if p}
    if form in heads or form == stem(slots.predicate or ""):
        return True
    behind = re.match(r"\s*([,.;:!?”\"')]|$|(?:[\w’-]+))", sentence.flat[at[1] :])
    follows = behind[1] if behind else ""
    return not follows[:1].isalpha() or follows in words("en", "group", "stopwords")


def _tied(story: Asked, absence: Absence, sentence: Sentence, at: tuple[int, int]) -> bool:
    """What tells the thing from others of its kind stands there too; of a bare noun, the matter around it is one."""
    marks = absence.marks
    around = sentence.senses
    if marks:
        return bool(marks & around) and absence.thing.before <= {stem(w) for w in sentence.flat.split()} | {
            stem(w) for w in absence.words.lower().split() if senses_of(w) & around
        }
    near = sentence.article == absence.article and abs(sentence.at - absence.sentence.at) <= NEAR
    if not near and not _owned(absence, sentence):
        return False
    shared = _around(story, absence.sentence) & _around(story, sentence) - absence.own
    return near or len(shared) > 1


def _another_has(absence: Absence, clause: Claim) -> bool:
    """It is denied of one that he has it, and told of another."""
    none = absence.clause.slots if absence.clause else None
    if none is None or none.predicate not in words("en", "absences", "none", "having") or not clause.slots.subject:
        return False
    if none.subject_entity and clause.slots.subject_entity:
        return none.subject_entity != clause.slots.subject_entity
    return noun_phrase(none.subject or "").head != noun_phrase(clause.slots.subject).head


def _owned(absence: Absence, sentence: Sentence) -> bool:
    """Who had none of it is spoken of there too; nobody is meant by "there was none" and "none was found"."""
    slots = absence.clause.slots if absence.clause else None
    if absence.sought or slots is None or not slots.subject or slots.subject.lower() == "there":
        return True
    if noun_phrase(slots.subject).head == absence.thing.head or slots.subject.lower().startswith("no "):
        return True
    named = {e for c in sentence.claims for e in c.entities}
    own = senses_of(slots.subject)
    return slots.subject_entity in named if slots.subject_entity else bool(own & sentence.senses)


def _around(story: Asked, sentence: Sentence) -> frozenset[str]:
    return frozenset(w for s in story.corpus.sentences.up_to(sentence, 1) for w in s.senses) & story.rare


def _row(story: Asked, none: Sequence[Absence], some: Sequence[_Telling]) -> Difference:
    corpus = story.corpus
    thing = none[0].plain
    first, last = none[0], some[0]
    why = (
        f"“{last.shown}” by {told_by(corpus, last.sentence.article, last.holder)}; "
        f"“{asked_of(first.cite)}” by {told_by(corpus, first.article, first.holder)}"
    )
    days = [
        [corpus.article[x.article].day for x in none],
        [corpus.article[x.sentence.article].day for x in some],
    ]
    later = all(d for side in days for d in side) and max(d for d in days[0] if d) < min(d for d in days[1] if d)
    so_far = table("en", "answers")["reading"]["so_far"]
    open_ = all(any(f" {w} " in f" {a.sentence.flat} " for w in so_far) for a in none)
    positions = [
        position(corpus, f"there was: {last.shown}", [x.cite for x in some]),
        position(corpus, f"no {none[0].plain}", [x.cite for x in none]),
    ]
    asked = f"Was there such a thing: {thing}?"
    if later and open_:
        return difference("status", asked, positions, "superseded", f"None so far, then there was: {why}.")
    return difference("polarity", asked, positions, "conflict", f"{why}: both cannot be right.")
