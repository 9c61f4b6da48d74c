"""Questions as they are read: a clause that holds its own answer asks with the words that stand for it.

A record asks with a clause's own words behind what it asks for: "At what hour: the ferry sank at 3:50 a.m.?". Shown,
this reads "The ferry sank at what hour?". A question that cannot be turned so with certainty stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from variorum.lang import table, words
from variorum.present.views.wording import answer_words, number_of, rounded_off

QUESTION = re.compile(r"([A-Z][a-z ]+): (.+)\?")
MONEY = re.compile(r"(?:\b[A-Z]{1,3})?[$£€¥₩₹₺₽₱]$")
WORD_BEHIND = re.compile(r"\s*[^\w\s]?\s*(\w*)")


def asked(question: str, answers: Sequence[str]) -> str:
    """The question, with the one answer that its clause holds asked for in its place."""
    parts = QUESTION.fullmatch(" ".join(question.split()))
    if not parts:
        return question
    clause = rounded_off(parts[2])
    return _turned(parts[1], clause, answers) or f"{parts[1]}: {clause}?"


def _turned(opening: str, clause: str, answers: Sequence[str]) -> str | None:
    """The clause as a question; None where it cannot be turned with certainty."""
    data = table("en", "questions")
    found = [m for m in (_place(clause, answer_words(a)) for a in answers) if m]
    if (
        opening not in data["openings"]
        or len(found) != 1
        or clause.split(maxsplit=1)[0].casefold() in data["kept"]["first"]
    ):
        return None
    amount, place = (opening in data[k]["openings"] for k in ("amounts", "places"))
    before, answer, behind = clause[: found[0].start()].rstrip(), found[0].group(), clause[found[0].end() :]
    word = _amount(answer) if amount else data["openings"][opening]["word"]
    if MONEY.search(before):
        before, word = MONEY.sub("", before).rstrip(), data["openings"]["How much"]["word"]
    last = before.rpartition(" ")[2].casefold()
    if not word or _is_part(last, behind, amount) or (place and not _placed(last, answer, behind)):
        return None
    if last in data["openings"][opening]["prepositions"]:
        before = before.rpartition(" ")[0]
    if opening == data["hours"]["opening"] and last in data["hours"]["prepositions"]:
        word = data["hours"]["word"]
    if not before[-1:].isalnum() and (before or not amount):
        return None
    turned = f"{before} {word}{behind}".strip(" …")
    return f"{turned[:1].upper()}{turned[1:]}{' …' if behind.strip(' …') and behind.endswith('…') else ''}?"


def _place(clause: str, answer: str) -> re.Match[str] | None:
    """Where the clause has the answer's words; of an answer at which it is cut, where its first words are."""
    said = answer.split()
    whole = re.search(rf"(?<!\w){re.escape(answer)}(?!\w)", clause, re.IGNORECASE) if answer else None
    cut = (
        re.search(rf"(?<!\w){re.escape(' '.join(said[:n]))}(?= …$)", clause, re.IGNORECASE)
        for n in range(len(said) - 1, 0, -1)
    )
    return whole or next(filter(None, cut), None)


def _amount(answer: str) -> str | None:
    """What asks for an amount: "how many" with what is counted; None where that is not told, or is one."""
    said, data = answer.split(), table("en", "questions")["amounts"]
    first = next((n for n, w in enumerate(said) if _is_number(w)), len(said))
    last = first
    while last < len(said) and (_is_number(said[last]) or said[last].casefold() in data["joining"]):
        last += 1
    counted = said[last:]
    if not counted or first == last or said[first].casefold() in data["one"]:
        return None
    return " ".join([data["word"], *counted])


def _is_number(word: str) -> bool:
    quantities = table("en", "quantities")
    return bool(number_of(word)) or any(word.casefold() in quantities[k] for k in ("scales", "lots"))


def _is_part(last: str, behind: str, amount: bool) -> bool:
    """Whether words about an answer belong to it: an article, another name, a figure, a genitive, a part of the day."""
    kept = table("en", "questions")["kept"]
    before = set(kept["before"]) - (words("en", "questions", "amounts", "prepositions") if amount else set())
    nearest = _next_word(behind)
    named = behind[:1] == " " and nearest[:1].isupper()
    on = nearest[:1].isdigit() or named or nearest.casefold() in kept["behind"]
    on = on or (not amount and nearest.casefold() == kept["genitive"])
    return last in before or behind[:1] in tuple("'’-–%") or on


def _placed(last: str, answer: str, behind: str) -> bool:
    """Whether an answer is told as a place, and whole: behind a preposition, or with one of its own."""
    places = table("en", "questions")["places"]
    told = {last, answer.split(maxsplit=1)[0].casefold()} & set(places["prepositions"])
    return bool(told) and _next_word(behind) not in places["behind"]


def _next_word(behind: str) -> str:
    word = WORD_BEHIND.match(behind)
    return word[1] if word else ""
