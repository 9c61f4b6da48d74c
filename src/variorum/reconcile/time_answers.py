"""Clauses that answer a question of time that every newsroom asks, by the table ``lang/en/timed.toml``.

"When did the ship call for help": a clause answers it when its own words hold one of the question's forms near a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from variorum.lang import table
from variorum.lang.stems import kin, sense, stem
from variorum.model.article import Article
from variorum.model.reading import Claim, Reading
from variorum.model.text import Citation
from variorum.model.time import TimeExpression
from variorum.reconcile.clause_times import in_clauses
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.given_times import Given, timed_words
from variorum.reconcile.moments import before
from variorum.reconcile.noun_phrases import noun_phrase
from variorum.reconcile.tellings import is_pronoun
from variorum.reconcile.time_questions import Question, main_happening, questions
from variorum.reconcile.time_readings import Asking, given_time

LEAD = 40
"""Characters before a form in which it may be told as a plan."""
CLOSE = 3
"""Words that may stand between a form and its time where a clause within the clause tells it."""
BEFORE = 160
"""Characters before a sentence in which a pronoun's noun stands."""


@dataclass(frozen=True, eq=False)
class Answer:
    """One clause's answer to one question.

    Attributes:
        thing: what the question's form marks as the thing it is asked of.
        who: what it is told of: ids of the parties, stems of the nouns with their groups; empty for a pronoun.
        names: ids of all who and what is named in the sentence.
        places: those of them that are places.
        planned: it is yet to be.
        marked: words that make what it tells another of its kind.
    """

    question: str
    article: str
    claim: Claim
    cite: Citation
    given: Given
    thing: frozenset[str]
    who: frozenset[str]
    parties: frozenset[str]
    names: frozenset[str]
    places: frozenset[str]
    amounts: frozenset[tuple[float, str | None]]
    planned: bool
    marked: frozenset[str]


def time_answers(corpus: Corpus) -> list[Answer]:
    """All answers of a story, in order of publication, then of the text."""
    main = main_happening(corpus)
    asked = [*questions(), *([main] if main else [])]
    return [a for reading in corpus.readings for a in _of_report(corpus, reading, asked)]


def _of_report(corpus: Corpus, reading: Reading, asked: Sequence[Question]) -> Iterator[Answer]:
    article = corpus.article[reading.article]
    claims = corpus.claims_of(article.id)
    placed = in_clauses(claims, reading.times, beside=True)
    for claim in claims:
        own = placed.get(claim.id)
        if own:
            text = _own_words(claims, claim)
            told = _told(own)
            for question in asked:
                if not told & KINDS[question.gives]:
                    continue
                yield from _answers(Asking(corpus, article, question), claim, text, own)
        yield from _dateless(corpus, article, claim, asked)


def _dateless(corpus: Corpus, article: Article, claim: Claim, asked: Sequence[Question]) -> Iterator[Answer]:
    """The clause tells what is yet to be, and its sentence that no day is set for it."""
    sentence = re.sub(r"\s", " ", claim.sentence.exact)
    none = _no_date().search(sentence)
    if none is None:
        return
    flat = re.sub(r"\s", " ", claim.cite.exact)
    start = claim.sentence.start
    cite = Citation(
        article.id, start + none.start(), start + none.end(), claim.sentence.exact[none.start() : none.end()]
    )
    for question in asked:
        match = next((m for form in question.forms if (m := form.search(flat))), None)
        if question.dateless and match:
            time = TimeExpression(cite, None, None, "DATE", "")
            yield _answer(Asking(corpus, article, question), claim, Given(none[0], dateless=True), match, time)
            return


@cache
def _no_date() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table('en', 'timed')['words']['nodate'])})", re.IGNORECASE)


KINDS = {
    "clock": {"clock"},
    "day": {"day", "length"},
    "deadline": {"day", "length"},
    "age": {"day", "length"},
    "length": {"length"},
    "before": {"length"},
}
"""Which kinds of time may be read as what a question asks for."""


def _told(times: Sequence[TimeExpression]) -> set[str]:
    """Kinds of time that a clause holds."""
    found = set()
    for time in times:
        if time.value.startswith("P"):
            found.add("length")
        elif time.when:
            found.add("day")
        if not time.value.startswith("P") and "T" in time.value:
            found.add("clock")
    return found


def _own_words(claims: Sequence[Claim], claim: Claim) -> str:
    """The clause's words, those of clauses within it blanked out, each at its place."""
    text = list(claim.cite.exact)
    low, high = claim.cite.start, claim.cite.end
    for other in claims:
        start, end = other.cite.start, other.cite.end
        smaller = low <= start and end <= high and end - start < high - low
        if smaller and other.slots.predicate != "be":
            text[start - low : end - low] = " " * (end - start)
    return re.sub(r"\s", " ", "".join(text))


def _answers(asking: Asking, claim: Claim, text: str, times: Sequence[TimeExpression]) -> Iterator[Answer]:
    article, question = asking.article, asking.question
    base = claim.sentence if question.gives == "before" else claim.cite
    flat = re.sub(r"\s", " ", base.exact)
    if question.gives in {"before", "deadline"}:
        text = flat
    found = [m for form in question.forms for m in form.finditer(text)]
    beside = [m for form in question.forms for m in form.finditer(flat)] if question.gives == "clock" else []
    if not found and question.lasting_of and _spoken_of(article, claim, question):
        found = [m for form in question.lasting for m in form.finditer(text)]
    if not (found or beside) or any(p.search(flat) for p in question.never):
        return
    given = [(t, g) for t in times if (g := given_time(asking, claim, t))]
    if question.since:
        given = [row for row in given if before(article, row[0].cite, 1) == ["since"]] or given
    for time, value in given:
        at = time.cite.start - base.start, time.cite.end - base.start
        if at[0] < 0 or at[1] > len(flat):  # told beside the clause, in its sentence
            at = (0, 0)
        near = [(d, m) for m in found if (d := _distance(text, m, at)) <= question.reach and _follows(m, d, at)]
        near += [(d, m) for m in beside if m.end() <= at[0] and (d := _distance(flat, m, at)) <= CLOSE]
        if near:
            _, match = min(near, key=lambda row: row[0])
            if not _nearer(flat, match, at, [t for t, _ in given if t is not time], base):
                yield _answer(asking, claim, value, match, time)


def _distance(text: str, match: re.Match[str], at: tuple[int, int]) -> int:
    """Words between a form and a time; none where they overlap."""
    if match.start() < at[1] and at[0] < match.end():
        return 0
    between = text[match.end() : at[0]] if match.end() <= at[0] else text[at[1] : match.start()]
    return len(between.split())


def _spoken_of(article: Article, claim: Claim, question: Question) -> bool:
    """What lasts is what the question asks of: named in the sentence, or, of a pronoun, in the one before."""
    if question.lasting_of is None:
        return False
    subject = claim.slots.subject or ""
    if subject and not is_pronoun(subject) and not question.lasting_of.search(subject):
        return False
    start = claim.sentence.start
    if subject.lower() in {"it", "they", "this", "that"}:
        start = max(0, start - BEFORE)
    return question.lasting_of.search(article.text[start : claim.cite.end]) is not None


def _follows(match: re.Match[str], distance: int, at: tuple[int, int]) -> bool:
    """What ends with "since" is dated by the time right behind it."""
    return not match[0].lower().endswith("since") or (distance <= 1 and match.end() <= at[0])


def _nearer(
    text: str, match: re.Match[str], at: tuple[int, int], others: Sequence[TimeExpression], base: Citation
) -> bool:
    """Another time of the clause stands nearer to the form."""
    mine = _distance(text, match, at) + (at[1] <= match.start()) / 2  # of two as near, that behind the form
    spans = [(t.cite.start - base.start, t.cite.end - base.start) for t in others]
    return any(_distance(text, match, s) + (s[1] <= match.start()) / 2 < mine for s in spans if s[0] >= 0)


def _answer(asking: Asking, claim: Claim, given: Given, match: re.Match[str], time: TimeExpression) -> Answer:
    corpus, article, question = asking.corpus, asking.article, asking.question
    inside = claim.cite.span.contains(time.cite.span)
    around = [c for c in corpus.claims_of(article.id) if c.sentence == claim.sentence]
    names = frozenset(e for c in around for e in c.entities)
    places = frozenset(e for e in names if (x := corpus.entity.get(e)) and x.kind in {"place", "country"})
    said = _marking(claim, question, match, time)
    slots = claim.slots
    thing = match.groupdict().get("thing") or ""
    amounts = frozenset((q.low, q.unit or q.noun) for q in slots.quantities if q.low > 1)
    lead = claim.cite.exact[max(0, match.start() - LEAD) : match.start()]
    planned = bool(_to_be().match(match[0]) or _will_be().search(match[0]) or _to_be(last=True).search(lead))
    planned |= slots.future and question.gives != "length"
    return Answer(
        question.name,
        article.id,
        claim,
        claim.cite if inside else claim.sentence,
        given,
        _thing(asking, claim, match, thing),
        _who(claim),
        frozenset(e for e in names if e not in places),
        names,
        places,
        amounts,
        planned or question.planned,
        frozenset(said & timed_words("another")),
    )


@cache
def _to_be(*, last: bool = False) -> re.Pattern[str]:
    """Words by which a form, or what stands before it, tells what is yet to be."""
    form = "|".join(table("en", "timed")["words"]["to_be"])
    return re.compile(rf"\b(?:{form}) (?:\w+ )?$" if last else rf"(?:{form})\b", re.IGNORECASE)


@cache
def _will_be() -> re.Pattern[str]:
    form = "|".join(w for w in table("en", "timed")["words"]["to_be"] if w != "to")
    return re.compile(rf"\b(?:{form})\b", re.IGNORECASE)


def _marking(claim: Claim, question: Question, match: re.Match[str], time: TimeExpression) -> set[str]:
    """The clause's words but the form's own; of a length those around the form and it: "talked alone for an hour"."""
    text = claim.cite.exact
    if question.gives == "length":
        at = time.cite.start - claim.cite.start, time.cite.end - claim.cite.start
        low, high = max(0, min(match.start(), at[0])), max(match.end(), at[1])
        text = " ".join([*text[:low].split()[-2:], text[low:high], text[high : high + 12].split(",")[0]])
    else:
        text = text.replace(match[0], " ")
    return set(re.findall(r"[a-z]+", text.lower()))


def _thing(asking: Asking, claim: Claim, match: re.Match[str], marked: str) -> frozenset[str]:
    """The act or thing by its words; of a journey the place it goes to."""
    if asking.question.tie == "place":
        place = asking.corpus.place_behind(asking.article.id, claim.cite.start + match.end() - 1, 40)
        return frozenset({place} if place else ())
    last = marked.lower().split()[-1:]
    acts = [name for name, forms in table("en", "timed")["acts"].items() for w in last if w in forms]
    return frozenset(acts or (sense(w) for w in last))


def _who(claim: Claim) -> frozenset[str]:
    """What it is told of, by entity, noun, synonyms and kind of carrier; empty for a pronoun."""
    found: set[str] = set()
    slots = claim.slots
    if slots.subject_entity:
        found.add(f"@{slots.subject_entity}")
    if slots.subject and not is_pronoun(slots.subject):
        head = noun_phrase(slots.subject).head
        if head in {stem(w) for w in timed_words("vehicles")}:
            kinds = table("en", "acts")["place"]["carriers"]
            found |= {f"+{n}" for n in range(len(kinds))}
        elif head and head not in {stem(w) for w in timed_words("leaders")}:
            found |= {head, *(f"~{n}" for n in kin(head)), *_carrier(head)}
    return frozenset(found)


def _carrier(head: str) -> set[str]:
    kinds = table("en", "acts")["place"]["carriers"]
    return {f"+{n}" for n, kind in enumerate(kinds) if head in {stem(w) for w in kind}}
