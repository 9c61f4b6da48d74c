"""Whether words that look like a length or a rate are one where they stand: "for years", "$3 million a year"."""

from __future__ import annotations

from typing import Literal

from variorum.model.parse import Passage
from variorum.read.times.beside import after, before, cued, headed, next_word, token_of
from variorum.read.times.direction import token_at
from variorum.read.times.tagger import Hit

Verdict = Literal["yes", "no", "joined", "cut"]
"""``joined``: only as a part of a longer expression; ``cut``: not with its first word."""


def length(hit: Hit, passage: Passage) -> Verdict:
    """A length: "three hours"; not "a quarter", nor "three quarters of"."""
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


def rate(hit: Hit, passage: Passage) -> Verdict:
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


def plural(hit: Hit, passage: Passage) -> Verdict:
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
