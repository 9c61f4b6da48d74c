"""Whether words that look like a time are one where they stand: by the words beside them and by the parse."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from variorum.model.parse import Passage
from variorum.read.times.beside import (
    after,
    before,
    conjunction,
    cued,
    follower,
    headed,
    in_a_name,
    in_a_title,
    inside_a_word,
    mentioned,
    named,
    next_word,
    preposition,
    token_of,
)
from variorum.read.times.direction import token_at
from variorum.read.times.tagger import Hit

Verdict = Literal["yes", "no", "joined", "cut"]
"""``joined``: only as a part of a longer expression; ``cut``: not with its first word."""

FINITE, LINKS = frozenset({"VBD", "VBZ", "VBP", "VBN", "MD"}), frozenset({"IN", "CC", "TO"})
"""Tags of verbs with a tense (and participles, for which taggers take them), and of what joins phrases."""
LEAST_DECADE, NEAR_BY = 50, 7
PRICED_NEAR = 12
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
    return "yes" if cued(hit, "YEAR_CUE") or not left else "joined"


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


def _day_of_month(hit: Hit, passage: Passage) -> Verdict:
    i = token_at(passage, hit.tokens.spans[hit.last - 1][0])
    noun = i is not None and passage.parse.heads[i] > i
    return "yes" if not noun else "no"


def _length(hit: Hit, passage: Passage) -> Verdict:
    unit = hit.word("unit")
    if hit.has("unit") and _no_unit(hit, passage):
        return "no"
    if unit == "quarter" and hit.lexicon.has(hit.tokens.word(hit.first), "ART") and hit.last - hit.first == 2:
        return "no"
    fraction = unit.startswith("quarter") and hit.word("num") in hit.lexicon.cues["OF_FOUR"]
    if fraction and after(hit) in hit.lexicon.cues["AFTER_FRACTION"]:
        return "no"
    return "yes"


def _no_unit(hit: Hit, passage: Passage) -> bool:
    """Whether the unit's word is another: an adjective ("a minute quantity"), a title's ("24 Hours of Le Mans").

    Nor are "three-quarters" a length.
    """
    at = hit.place("unit")[0]
    word = hit.tokens.word(at)
    if hit.value("unit") == "quarter" and hit.tokens.word(at - 1) == "-" and hit.words("num")[:1] != ["quarter"]:
        return True
    figure = hit.first and hit.tokens.word(at - 1)[0].isdigit()
    if figure and word[0].isupper() and not word.isupper() and not headed(hit):
        return True  # "24 Hours of Le Mans"
    if hit.tokens.word(at - 1) == "-" and word[0].isupper() and not word.isupper() and next_word(hit)[:1].isupper():
        return not before(hit).isalpha() or hit.tokens.word(hit.first - 1).islower()  # "the Five-Year Plan"
    i = token_of(hit, passage, at)
    if i is None or hit.value("unit") != "minute" or hit.words("num")[0].lower() not in hit.lexicon.cues["ARTICLE"]:
        return False
    return passage.parse.tags[i] == "JJ" or (passage.parse.deps[i] == "compound" and hit.words("unit")[0].islower())


def _rate(hit: Hit, passage: Passage) -> Verdict:
    """The words "a year" beside what is counted by it: "15 a year", "$3 million a year"."""
    i = token_at(passage, hit.tokens.spans[hit.first][0])
    if hit.word("unit") == "quarter":
        return "no"
    if not i or passage.parse.ends[i - 1] <= hit.tokens.spans[hit.first][0] - 2:
        return "no"
    counted = (
        passage.parse.tags[i - 1] in {"CD", "NNS", "NN", "NNP"}
        or passage.words[i - 1] in hit.lexicon.cues["COUNTED_WORDS"]
    )
    return "yes" if counted and after(hit) not in hit.lexicon.cues["SHIFT_CUE"] else "no"


def _plural(hit: Hit, passage: Passage) -> Verdict:
    """Bare plurals: "for years", "took months", "decades-long"; not "business hours", "the days"."""
    if hit.rule.options.get("sure"):
        return "yes"
    if hit.lexicon.has(before(hit) or " ", "UNIT") and before(hit, 2) == "-":
        return "no"  # "14-hour days"
    if hit.tokens.word(hit.first)[0].isupper() and hit.tokens.word(hit.first - 1)[:1].isdigit():
        return "no"  # "24 Hours"
    if hit.value("unit") == "minute" and after(hit) in hit.lexicon.cues["UNIT_OF"]:
        return "no"  # a record of what was said
    if after(hit) in hit.lexicon.cues["BESIDE"]:
        return "yes"
    if after(hit) in hit.lexicon.cues["UNIT_OF"]:
        return "no" if hit.value("unit") == "quarter" else "yes"
    if cued(hit, "LENGTH_CUE"):
        return "yes"
    i = token_at(passage, hit.tokens.spans[hit.first][0])
    if (
        i is None
        or hit.last - hit.first > 1
        or passage.children(i, "amod", "compound", "det", "poss", "nummod", "nmod")
    ):
        return "no"
    taken = (
        passage.parse.deps[i] == "dobj" and passage.parse.lemmas[passage.parse.heads[i]] in hit.lexicon.cues["TAKES"]
    )
    return "yes" if taken or passage.parse.deps[i] == "npadvmod" else "no"


def _clock(hit: Hit, passage: Passage) -> Verdict:
    if (
        hit.has("meridiem")
        or hit.has("zone")
        or hit.has("enclosed")
        or hit.has("part")
        or hit.has("zone_name")
        or hit.has("hour")
    ):
        return "yes"
    if "before" in hit.rule.options:
        return "no" if _priced(hit) else "yes"
    if cued(hit, "CLOCK_CUE"):
        return "yes"
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
    "century": _century,
    "clock": _clock,
    "day_of_month": _day_of_month,
    "decade": _decade,
    "decade_word": _decade,
    "length": _length,
    "month": _month,
    "part_beside": _beside,
    "part_of_day": _reference,
    "plural_length": _plural,
    "present_one": _adjective,
    "rate": _rate,
    "reference": _reference,
    "season": _season,
    "set_word": _plain,
    "shift": _beside,
    "today": _plain,
    "unit_beside": _beside,
    "weekday": _weekday,
    "weekend": _weekend,
    "year": _year,
}
"""By the rule's builder; the others stand wherever their cues are met."""
