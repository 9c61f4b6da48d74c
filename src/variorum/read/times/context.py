"""Whether words that look like a time are one where they stand: by the words beside them and by the parse."""

from __future__ import annotations

from collections.abc import Callable

from variorum.model.parse import Passage
from variorum.read.times.beside import (
    after,
    before,
    conjunction,
    cued,
    follower,
    in_a_name,
    in_a_title,
    inside_a_word,
    mentioned,
    named,
    preposition,
    token_of,
)
from variorum.read.times.clock import OWN_ZONES
from variorum.read.times.context_clocks import hour_word, measured, past_clock, point_clock, spoken_clock
from variorum.read.times.context_lengths import Verdict, length, plural, rate
from variorum.read.times.direction import token_at
from variorum.read.times.tagger import Hit

FINITE, LINKS = frozenset({"VBD", "VBZ", "VBP", "VBN", "MD"}), frozenset({"IN", "CC", "TO"})
"""Tags of verbs with a tense (and participles, for which taggers take them), and of what joins phrases."""
LEAST_DECADE, NEAR_BY = 50, 7
"""The least of two figures that is a decade without an apostrophe; words before it among which degrees are told."""
PRICED_NEAR = 12
"""Words before a figure among which it is told that it is a price, and one more."""
FIRST_YEAR, LAST_YEAR = 1500, 2100
"""Bare numbers outside are no years unless the parse says so."""


def stands(hit: Hit, passage: Passage) -> Verdict:
    """Whether the match is a time here: by the rule's own cues, then by the check for its kind."""
    if inside_a_word(hit) or mentioned(hit):
        return "no"
    if preposition(hit) or conjunction(hit, passage):
        return "cut"
    if not _cues_met(hit):
        return "joined" if hit.rule.options.get("else") == "joined" else "no"
    check = CHECKS.get(hit.rule.build)
    return check(hit, passage) if check else "yes"


def _cues_met(hit: Hit) -> bool:
    cues, asked = hit.lexicon.cues, hit.rule.options
    return (
        ("before" not in asked or before(hit) in cues[asked["before"]])
        and ("not_before" not in asked or before(hit) not in cues[asked["not_before"]])
        and ("not_after" not in asked or follower(hit) not in cues[asked["not_after"]])
    )


def _plain(hit: Hit, passage: Passage) -> Verdict:
    return "no" if in_a_name(hit, passage) else "yes"


def _decade(hit: Hit, passage: Passage) -> Verdict:
    """A decade ("the 20s"); not "in her early 20s", an age, nor "$20s"."""
    back = 1
    while hit.lexicon.has(hit.tokens.word(hit.first - back) or " ", "EARLY") or before(hit, back) == "-":
        back += 1
    if hit.has("decade") and hit.rule.build == "decade" and _degrees(hit):
        return "no"
    owned = before(hit, back) in hit.lexicon.cues["AGE_OWNER"]
    return "no" if owned or hit.lexicon.has(before(hit) or " ", "MONEY") else "yes"


def _degrees(hit: Hit) -> bool:
    """Whether two figures without an apostrophe are no decade: ages and prices below 50, temperatures."""
    token = hit.words("decade")[0]
    if not token[0].isdigit() or hit.value("decade") > 99:
        return False
    beside = {before(hit, back) for back in range(1, NEAR_BY)}
    return hit.value("decade") < LEAST_DECADE or bool(beside & hit.lexicon.cues["DEGREES"])


def _weekend(hit: Hit, passage: Passage) -> Verdict:
    """A bare weekend is a time before what it dates: "weekend talks"."""
    if hit.last - hit.first > 1:
        return "yes"
    i = token_of(hit, passage, hit.first)
    dates = i is not None and passage.parse.deps[i] == "compound" and passage.words[i].islower()
    return "yes" if dates and not before(hit)[:1].isdigit() and not hit.tokens.glued(hit.last) else "no"


def _weekday(hit: Hit, passage: Passage) -> Verdict:
    return "no" if named(hit, passage, hit.last - 1) else "yes"


def _year(hit: Hit, passage: Passage) -> Verdict:
    """A bare number is a year after a preposition, or where the parse says so; not before what it counts."""
    left, right = before(hit), after(hit)
    if hit.last - hit.first > 1:
        return "yes"
    if cued(hit, "NOT_YEAR") or hit.lexicon.has(right or " ", "PERCENT"):
        return "no"
    if left and hit.tokens.glued(hit.first) and left not in {"(", "-", "–", "—", '"', "“", "'", "‘", "/"}:
        return "no"
    if right in {"-", "/", "."} and hit.tokens.glued(hit.last) and hit.tokens.word(hit.last + 1)[:1].isdigit():
        return "no"
    if in_a_title(hit):
        return "no"
    number = hit.value("year")
    i = token_of(hit, passage, hit.first)
    label = passage.parse.labels[i] if i is not None else ""
    if label.endswith(("DATE", "EVENT")):
        return "yes"
    if not FIRST_YEAR <= number <= LAST_YEAR:
        return "no"
    counts = (
        i is not None
        and i + 1 < len(passage)
        and passage.parse.tags[i + 1] == "NNS"
        and passage.parse.heads[i] == i + 1
    )
    if counts and label.endswith(("CARDINAL", "QUANTITY", "MONEY")):
        return "no"
    if label.endswith(("MONEY", "QUANTITY", "PERCENT")):
        return "no"
    least = left in hit.lexicon.cues["LEAST"] and before(hit, 3) in hit.lexicon.cues["YEAR_BOUND"]
    return "yes" if cued(hit, "YEAR_CUE") or not left or least else "joined"


def _season(hit: Hit, passage: Passage) -> Verdict:
    """The words "fall" and "spring" have other senses: "in the fall", "the fall of 1989", but no other fall of."""
    if hit.has("side") or hit.has("year") or not hit.lexicon.has(hit.words("season")[0], "UNSURE_SEASON"):
        return "yes"
    return "yes" if cued(hit, "SEASON_CUE") and after(hit) not in hit.lexicon.cues["UNIT_OF"] else "joined"


def _month(hit: Hit, passage: Passage) -> Verdict:
    """A bare month; "May" and "March" are also a name, a modal and a verb; a short one wants its point."""
    if hit.has("year") or hit.has("short"):
        return "yes"
    if hit.lexicon.glue.get(before(hit)) == "the" and hit.lexicon.glue.get(after(hit)) == "on":
        return "no"  # "the March on Washington"
    word = hit.words("month")[0]
    if hit.last - hit.first > 2 or hit.has("side"):
        return "yes"
    i = token_at(passage, hit.tokens.spans[hit.place("month")[0]][0])
    if i is None:
        return "yes"
    if before(hit).rstrip(".") in hit.lexicon.cues["TITLE"] or before(hit, 2) in hit.lexicon.cues["TITLE"]:
        return "no"
    if passage.parse.labels[i].endswith(("PERSON", "ORG", "GPE")) and not passage.parse.labels[i].startswith("B-DATE"):
        return "no"
    if word.lower() in hit.lexicon.cues["AMBIGUOUS_MONTHS"] and passage.parse.tags[i] in {
        "MD",
        "VB",
        "VBP",
        "VBD",
        "NN",
    }:
        return "no"
    return "yes"


def _beside(hit: Hit, passage: Passage) -> Verdict:
    """The words "the day before" with nothing that they stand before: no noun and no clause.

    English wants a subject before a finite verb, so that a verb right behind them begins no clause of theirs.
    """
    if not hit.rule.options.get("alone") or not after(hit)[:1].isalnum():
        return "yes"
    i = token_of(hit, passage, hit.last)
    if i is None:
        return "no"
    verb = passage.parse.tags[i] in FINITE and passage.parse.deps[i] not in {"amod", "compound"}
    return "yes" if verb or passage.parse.tags[i] in LINKS else "no"


def _calendar_day(hit: Hit, passage: Passage) -> Verdict:
    """A month with its day; "in July 18 people died" has the month alone, for nothing is "in" a day."""
    if hit.has("year") or not (hit.has("side") or cued(hit, "IN")) or hit.place("day")[0] != hit.last - 1:
        return "yes"
    i = token_of(hit, passage, hit.last - 1)
    if i is None or passage.parse.tags[i] != "CD":
        return "yes"
    head = passage.parse.heads[i]
    return "no" if head > i and passage.parse.tags[head] in {"NNS", "NNPS"} else "yes"


def _day_of_month(hit: Hit, passage: Passage) -> Verdict:
    i = token_at(passage, hit.tokens.spans[hit.last - 1][0])
    noun = i is not None and passage.parse.heads[i] > i
    return "yes" if not noun else "no"


def _clock(hit: Hit, passage: Passage) -> Verdict:
    if any(hit.has(role) for role in ("meridiem", "zone", "enclosed", "part", "hour", *OWN_ZONES)):
        return "yes"
    if "before" in hit.rule.options:
        return "no" if _priced(hit) or ("." in hit.word("time") and measured(hit, passage)) else "yes"
    rough = hit.tokens.word(hit.first).lower() in hit.lexicon.cues["CLOCK_CUE"]  # "happened around 04:10"
    if rough or cued(hit, "CLOCK_CUE") or hit.tokens.word(hit.last - 1).lower() == "time":
        return "yes"
    if before(hit) in hit.lexicon.cues["UNIT_OF"] and before(hit, 2) in hit.lexicon.cues["AS"]:
        return "yes"  # "as of 20:00"
    i = token_at(passage, hit.tokens.spans[hit.place("time")[0]][0])
    return "yes" if i is not None and passage.parse.labels[i].endswith("TIME") else "joined"


def _priced(hit: Hit) -> bool:
    """Whether a figure with a point and nothing of a clock behind it may be a price: "shares closed at 13.05"."""
    bare = "." in hit.word("time") and hit.last - hit.first == 1
    said = {before(hit, back) for back in range(1, PRICED_NEAR)} if bare else set()
    return bool(said & hit.lexicon.cues["PRICES"])


def _reference(hit: Hit, passage: Passage) -> Verdict:
    i = token_of(hit, passage, hit.last - 1)
    if hit.last - hit.first > 1 and i is not None and passage.parse.tags[i] == "JJ":
        return "no"  # "the present one"
    return _plain(hit, passage) if hit.last - hit.first == 1 else "yes"


def _adjective(hit: Hit, passage: Passage) -> Verdict:
    """An adjective before its noun; an electric current is none."""
    i = token_of(hit, passage, hit.first)
    return "yes" if i is not None and passage.parse.tags[i] == "JJ" and passage.parse.deps[i] == "amod" else "no"


def _century(hit: Hit, passage: Passage) -> Verdict:
    """A capital beside another makes a name: "20th Century Pictures"."""
    name = hit.tokens.word(hit.last - 1)[0].isupper() and hit.tokens.word(hit.last)[:1].isupper()
    return "no" if name else "yes"


CHECKS: dict[str, Callable[[Hit, Passage], Verdict]] = {
    "calendar_day": _calendar_day,
    "century": _century,
    "clock": _clock,
    "day_of_month": _day_of_month,
    "decade": _decade,
    "decade_word": _decade,
    "hour_word": hour_word,
    "length": length,
    "month": _month,
    "part_beside": _beside,
    "part_of_day": _reference,
    "past_clock": past_clock,
    "plural_length": plural,
    "point_clock": point_clock,
    "present_one": _adjective,
    "rate": rate,
    "reference": _reference,
    "season": _season,
    "set_word": _plain,
    "shift": _beside,
    "spoken_clock": spoken_clock,
    "today": _plain,
    "unit_beside": _beside,
    "weekday": _weekday,
    "weekend": _weekend,
    "year": _year,
}
"""By the rule's builder; the others stand wherever their cues are met."""
