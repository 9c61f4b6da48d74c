"""Whether words that look like a time are one where they stand: by the words beside them and by the parse."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from variorum.model.parse import Passage
from variorum.read.times.direction import token_at
from variorum.read.times.tagger import Hit

Verdict = Literal["yes", "no", "joined", "cut"]
"""``joined``: only as a part of a longer expression; ``cut``: not with its first word."""

NAME_LABELS = ("ORG", "PERSON", "WORK_OF_ART", "PRODUCT", "FAC", "GPE", "LOC", "NORP")
FINITE, LINKS = frozenset({"VBD", "VBZ", "VBP", "VBN", "MD"}), frozenset({"IN", "CC", "TO"})
"""Tags of verbs with a tense (and participles, for which taggers take them), and of what joins phrases."""
OPENING, CLOSING = frozenset({'"', "“", "‘", "'"}), frozenset({'"', "”", "’", "'"})
LONGEST_TITLE = 8
"""Words."""
LEAST_DECADE, NEAR_BY = 50, 7
HEADED = 0.7
"""Share of words with a capital, from which a line is a headline's."""
FIRST_YEAR, LAST_YEAR = 1500, 2100
"""Bare numbers outside are no years unless the parse says so."""


def stands(hit: Hit, passage: Passage) -> Verdict:
    """Whether the match is a time here: by the rule's own cues, then by the check for its kind."""
    if _inside_a_word(hit) or _mentioned(hit):
        return "no"
    if _preposition(hit) or _conjunction(hit, passage):
        return "cut"
    if not _cues_met(hit):
        return "joined" if hit.rule.options.get("else") == "joined" else "no"
    check = CHECKS.get(hit.rule.build)
    return check(hit, passage) if check else "yes"


def _cues_met(hit: Hit) -> bool:
    cues, asked = hit.lexicon.cues, hit.rule.options
    return (
        ("before" not in asked or _before(hit) in cues[asked["before"]])
        and ("not_before" not in asked or _before(hit) not in cues[asked["not_before"]])
        and ("not_after" not in asked or _follower(hit) not in cues[asked["not_after"]])
    )


def _inside_a_word(hit: Hit) -> bool:
    """Whether a letter or digit touches the match: "h3pm", "737max"."""
    text, spans = hit.tokens.text, hit.tokens.spans
    start, end = spans[hit.first][0], spans[hit.last - 1][1]
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    return before or (end < len(text) and text[end].isalnum() and text[end - 1].isalnum())


def _preposition(hit: Hit) -> bool:
    """Whether "following" joins what goes before to the day: "following Monday's vote", not "the following Monday"."""
    if hit.word("side") not in hit.lexicon.cues["FOLLOWING_BARE"] or hit.place("side")[0] > hit.first:
        return False
    return not hit.lexicon.has(_before(hit) or " ", "DETERMINER") and not hit.tokens.word(hit.first - 1).endswith("s")


def _mentioned(hit: Hit) -> bool:
    """Whether capitals in quotation marks end with the word: a title, "Yesterday", "Good News Sunday"."""
    word = hit.tokens.word
    closed = word(hit.last) in CLOSING or (word(hit.last) in {",", "."} and word(hit.last + 1) in CLOSING)
    if hit.last - hit.first > 1 or not closed or not word(hit.first)[0].isupper():
        return False
    first = hit.first - 1
    while word(first)[:1].isupper() and hit.first - first < LONGEST_TITLE:
        first -= 1
    return word(first) in OPENING and (hit.first - first > 1 or word(hit.last) in CLOSING)


def _before(hit: Hit, back: int = 1) -> str:
    return hit.tokens.word(hit.first - back).lower()


def _follower(hit: Hit) -> str:
    """The next word; a hyphen only when it is one: "now-closed", not "now - closed" or "now--closed"."""
    word = _after(hit)
    if word == "-" and (not hit.tokens.glued(hit.last) or _after(hit, 1) == "-"):
        return ""
    return word


def _after(hit: Hit, on: int = 0) -> str:
    return hit.tokens.word(hit.last + on).lower()


def _cued(hit: Hit, name: str) -> bool:
    return _before(hit) in hit.lexicon.cues[name]


def _parsed(hit: Hit, passage: Passage, token: int) -> int | None:
    return token_at(passage, hit.tokens.spans[token][0])


def _named(hit: Hit, passage: Passage, token: int) -> bool:
    """Whether the word is part of a longer name: "The Sunday Times", "USA Today"."""
    i = token_at(passage, hit.tokens.spans[token][0])
    if i is None:
        return False
    labels, words = passage.parse.labels, passage.words
    if not labels[i].endswith(NAME_LABELS) or not words[i][0].isupper():
        return False
    # A determiner is no part of a longer name.
    # Taggers take "buried the East Saturday" for one name: only a work's ends in a weekday.
    before = (
        labels[i] == "I-WORK_OF_ART"
        and words[i - 1][0].isupper()
        and hit.lexicon.glue.get(words[i - 1].lower()) != "the"
    )
    return before or (i + 1 < len(words) and labels[i + 1].startswith("I-") and words[i + 1][0].isupper())


def _plain(hit: Hit, passage: Passage) -> Verdict:
    """A capital inside a sentence beside another makes a name: "USA Today", "Nightly News"."""
    i = token_at(passage, hit.tokens.spans[hit.first][0])
    if not i or not passage.words[i][0].isupper() or i == passage.sentence_of(i)[0] or passage.words[i - 1] in OPENING:
        return "yes"
    if passage.words[i - 1].islower() and passage.words[i - 1].isalpha() and hit.rule.build == "today":
        return "no"  # no capital inside a sentence: "the Today show"
    return (
        "no" if passage.words[i - 1][0].isupper() or (_after(hit)[:1].isalpha() and _next(hit)[0].isupper()) else "yes"
    )


def _next(hit: Hit) -> str:
    return hit.tokens.word(hit.last)


def _decade(hit: Hit, passage: Passage) -> Verdict:
    """A decade ("the 20s"); not "in her early 20s", an age, nor "$20s"."""
    back = 1
    while hit.lexicon.has(hit.tokens.word(hit.first - back) or " ", "EARLY") or _before(hit, back) == "-":
        back += 1
    if hit.has("decade") and hit.rule.build == "decade" and _degrees(hit):
        return "no"
    owned = _before(hit, back) in hit.lexicon.cues["AGE_OWNER"]
    return "no" if owned or hit.lexicon.has(_before(hit) or " ", "MONEY") else "yes"


def _degrees(hit: Hit) -> bool:
    """Whether two figures without an apostrophe are no decade: ages and prices below 50, temperatures."""
    token = hit.words("decade")[0]
    if not token[0].isdigit() or hit.value("decade") > 99:
        return False
    beside = {_before(hit, back) for back in range(1, NEAR_BY)}
    return hit.value("decade") < LEAST_DECADE or bool(beside & hit.lexicon.cues["DEGREES"])


def _weekend(hit: Hit, passage: Passage) -> Verdict:
    """A bare weekend is a time before what it dates: "weekend talks"."""
    if hit.last - hit.first > 1:
        return "yes"
    i = _parsed(hit, passage, hit.first)
    dates = i is not None and passage.parse.deps[i] == "compound" and passage.words[i].islower()
    return "yes" if dates and not _before(hit)[:1].isdigit() and not hit.tokens.glued(hit.last) else "no"


def _weekday(hit: Hit, passage: Passage) -> Verdict:
    return "no" if _named(hit, passage, hit.last - 1) else "yes"


def _conjunction(hit: Hit, passage: Passage) -> bool:
    """Whether the first word is no determiner but joins clauses: "said that Friday ...", "that first quarter sales"."""
    if hit.tokens.word(hit.first).lower() not in hit.lexicon.cues["CONJUNCTION"]:
        return False
    i = _parsed(hit, passage, hit.first)
    return i is not None and passage.parse.tags[i] == "IN"


def _year(hit: Hit, passage: Passage) -> Verdict:
    """A bare number is a year after a preposition, or where the parse says so; not before what it counts."""
    before, after = _before(hit), _after(hit)
    if hit.last - hit.first > 1:
        return "yes"
    if _cued(hit, "NOT_YEAR") or hit.lexicon.has(after or " ", "PERCENT"):
        return "no"
    if before and hit.tokens.glued(hit.first) and before not in {"(", "-", "–", "—", '"', "“", "'", "‘", "/"}:
        return "no"
    if after in {"-", "/", "."} and hit.tokens.glued(hit.last) and hit.tokens.word(hit.last + 1)[:1].isdigit():
        return "no"
    if _in_a_title(hit):
        return "no"
    number = hit.value("year")
    i = _parsed(hit, passage, hit.first)
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
    return "yes" if _cued(hit, "YEAR_CUE") or not before else "joined"


def _in_a_title(hit: Hit) -> bool:
    """Whether the number stands between capitals of one name: "the Harwell 2000 Index"."""
    before, after = hit.tokens.word(hit.first - 1), _next(hit)
    cased = before[:1].isupper() and after[:1].isupper() and before.isalpha() and after.isalpha()
    if not cased or _cued(hit, "YEAR_CUE"):
        return False
    return not any(hit.lexicon.has(before, name) for name in ("MONTH", "MONTH_SHORT", "SEASON", "WEEKDAY"))


def _season(hit: Hit, passage: Passage) -> Verdict:
    """The words "fall" and "spring" have other senses: "in the fall", "the fall of 1989", but no other fall of."""
    if hit.has("side") or hit.has("year") or not hit.lexicon.has(hit.words("season")[0], "UNSURE_SEASON"):
        return "yes"
    return "yes" if _cued(hit, "SEASON_CUE") and _after(hit) not in hit.lexicon.cues["UNIT_OF"] else "joined"


def _month(hit: Hit, passage: Passage) -> Verdict:
    """A bare month; "May" and "March" are also a name, a modal and a verb; a short one wants its point."""
    if hit.has("year") or hit.has("short"):
        return "yes"
    if hit.lexicon.glue.get(_before(hit)) == "the" and hit.lexicon.glue.get(_after(hit)) == "on":
        return "no"  # "the March on Washington"
    word = hit.words("month")[0]
    if hit.last - hit.first > 2 or hit.has("side"):
        return "yes"
    i = token_at(passage, hit.tokens.spans[hit.place("month")[0]][0])
    if i is None:
        return "yes"
    if _before(hit).rstrip(".") in hit.lexicon.cues["TITLE"] or _before(hit, 2) in hit.lexicon.cues["TITLE"]:
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
    if not hit.rule.options.get("alone") or not _after(hit)[:1].isalnum():
        return "yes"
    i = _parsed(hit, passage, hit.last)
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
    if fraction and _after(hit) in hit.lexicon.cues["AFTER_FRACTION"]:
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
    if figure and word[0].isupper() and not word.isupper() and not _headed(hit):
        return True  # "24 Hours of Le Mans"
    if hit.tokens.word(at - 1) == "-" and word[0].isupper() and not word.isupper() and _next(hit)[:1].isupper():
        return not _before(hit).isalpha() or hit.tokens.word(hit.first - 1).islower()  # "the Five-Year Plan"
    i = _parsed(hit, passage, at)
    if i is None or hit.value("unit") != "minute" or hit.words("num")[0].lower() not in hit.lexicon.cues["ARTICLE"]:
        return False
    return passage.parse.tags[i] == "JJ" or (passage.parse.deps[i] == "compound" and hit.words("unit")[0].islower())


def _headed(hit: Hit) -> bool:
    """Whether the text is in the capitals of a headline."""
    words = [w for w in hit.tokens.text.split() if w[0].isalpha()]
    return sum(w[0].isupper() for w in words) > HEADED * len(words)


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
    return "yes" if counted and _after(hit) not in hit.lexicon.cues["SHIFT_CUE"] else "no"


def _plural(hit: Hit, passage: Passage) -> Verdict:
    """Bare plurals: "for years", "took months", "decades-long"; not "business hours", "the days"."""
    if hit.rule.options.get("sure"):
        return "yes"
    if hit.lexicon.has(_before(hit) or " ", "UNIT") and _before(hit, 2) == "-":
        return "no"  # "14-hour days"
    if hit.tokens.word(hit.first)[0].isupper() and hit.tokens.word(hit.first - 1)[:1].isdigit():
        return "no"  # "24 Hours"
    if hit.value("unit") == "minute" and _after(hit) in hit.lexicon.cues["UNIT_OF"]:
        return "no"  # a record of what was said
    if _after(hit) in hit.lexicon.cues["BESIDE"]:
        return "yes"
    if _after(hit) in hit.lexicon.cues["UNIT_OF"]:
        return "no" if hit.value("unit") == "quarter" else "yes"
    if _cued(hit, "LENGTH_CUE"):
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
        return "yes"
    if _cued(hit, "CLOCK_CUE"):
        return "yes"
    i = token_at(passage, hit.tokens.spans[hit.place("time")[0]][0])
    return "yes" if i is not None and passage.parse.labels[i].endswith("TIME") else "joined"


def _reference(hit: Hit, passage: Passage) -> Verdict:
    i = _parsed(hit, passage, hit.last - 1)
    if hit.last - hit.first > 1 and i is not None and passage.parse.tags[i] == "JJ":
        return "no"  # "the present one"
    return _plain(hit, passage) if hit.last - hit.first == 1 else "yes"


def _adjective(hit: Hit, passage: Passage) -> Verdict:
    """An adjective before its noun; an electric current is none."""
    i = _parsed(hit, passage, hit.first)
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
