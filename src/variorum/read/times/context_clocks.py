"""Whether a number or a figure that could be an hour is one: by its preposition, and by what stands behind it.

English tells an hour by a bare number ("at ten", "shortly before five", "at 19.15") as it tells counts, ages, prices
and measures. A number that counts has its noun behind it or is told of a toll; an hour is complete in itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from variorum.model.parse import Passage
from variorum.read.times.beside import after, before, cued, token_of
from variorum.read.times.clock import NAMED_ZONES
from variorum.read.times.context_lengths import Verdict
from variorum.read.times.tagger import Hit

COUNTED = ("NN", "JJ", "CD", "$", "PDT", "VBG")
"""Tags, by how they begin, of what a number before them counts."""
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of verbs whose subject the number would be: "shortly after two were freed"."""
WEEKDAYS = ("WEEKDAY", "WEEKDAY_SHORT")
SIDES = ("LAST", "PAST", "PREVIOUS", "NEXT", "COMING", "FOLLOWING", "THIS", "THAT")
BEHIND = (*WEEKDAYS, "MONTH", "MONTH_SHORT", "PART_OF_DAY", "TODAY", "ZONE", "THIS", "THAT", "LAST")
"""Classes of words with which a time of day goes on."""
GLUED = frozenset("-–/'’°%")
"""Marks that make a figure another where they touch it."""
STOPS = frozenset({".", ";", "!", "?", ""})
NEAR = 12
"""Words before a number in which it is told what it counts."""
AROUND = 15
"""Words on either side in which money or shares of a hundred are told."""


def past_clock(hit: Hit, passage: Passage) -> Verdict:
    """``half past five`` always; ``ten to six`` where an hour is told; ``from ten to nine`` never."""
    bare = not (hit.has("share") or hit.has("counted"))
    told = cued(hit, "CLOCK_HOUR") or cued(hit, "IT_WAS") or before(hit) in hit.lexicon.cues["ROUGH_HOUR"]
    unsure = bare and hit.word("side") != "past"  # "voted five to nine", "raised by five to ten"
    if unsure and (hit.word("minutes")[0].isdigit() or not told or cued(hit, "BY")):
        return "no"
    if any(hit.has(role) for role in ("meridiem", "part", "night", "zone", "enclosed", "word", *NAMED_ZONES)):
        return "yes"
    if not complete(hit, passage):
        return "no"
    if _day_behind(hit) or hit.word("side") == "past" or (hit.has("share") and hit.word("side") == "to"):
        return "yes"
    return "yes" if told and not _counted(hit) else "no"


def spoken_clock(hit: Hit, passage: Passage) -> Verdict:
    """``ten thirty a.m.``; ``at nine this morning``, but no toll that "rose by two yesterday"."""
    if any(hit.has(role) for role in ("meridiem", "part", "tens")):
        return "yes"
    lead = before(hit) if hit.words("hour")[0] == hit.tokens.word(hit.first) else hit.tokens.word(hit.first).lower()
    stated = lead in hit.lexicon.cues["CLOCK_CUE"] or before(hit) in hit.lexicon.cues["CLOCK_CUE"]
    return "yes" if stated and not _counted(hit) else "no"


def hour_word(hit: Hit, passage: Passage) -> Verdict:
    """``shortly before five``, ``at ten on Friday night``, ``until eleven``, ``it was nearly six when``."""
    cues, lead = hit.lexicon.cues, before(hit)
    if "before" in hit.rule.options or hit.has("time") or hit.has("time_"):
        return "no" if _counted(hit) else "yes"
    if hit.tokens.word(hit.first).lower() in cues["CLOCK_CUE"] and lead not in cues["CLOCK_CUE"]:
        lead = hit.tokens.word(hit.first).lower()  # "rang about eight on Friday night"
    if not complete(hit, passage):
        return "no"
    if _with_an_hour(hit):
        return "yes" if lead in cues["CLOCK_HOUR"] else "no"
    if _counted(hit):
        return "no"
    if _day_behind(hit) or _day_before(hit):
        return "yes" if lead in cues["CLOCK_HOUR"] and _timed(hit, passage, lead) else "no"
    if lead in cues["BEFORE_HOUR"] and before(hit, 2) in cues["SHORTLY"]:
        return "no" if _subject(hit, passage) else "yes"
    if lead in cues["UNTIL_HOUR"]:
        return "no" if _subject(hit, passage) else "yes"
    if _it_was(hit):
        return "yes"
    return "yes" if before(hit) in cues["AT"] and _done_at(hit, passage) else "no"


def point_clock(hit: Hit, passage: Passage) -> Verdict:
    """``at 19.15``, ``until 18.30``, ``at 0600``; no price, share, magnitude or measure."""
    cues = hit.lexicon.cues
    if hit.tokens.word(hit.last - 1).lower() in cues["LOCAL"]:
        return "yes" if _plain_end(hit, passage) else "no"
    figure = hit.tokens.word(hit.last - 1)
    if "." not in figure:
        return "yes" if figure.startswith("0") and complete(hit, passage) else "no"
    if not complete(hit, passage) or _counted(hit) or _money_near(hit) or measured(hit, passage):
        return "no"
    if before(hit) in cues["POINT_AT"]:
        return "yes"
    return "yes" if _range_of_points(hit, passage) else "no"


def complete(hit: Hit, passage: Passage) -> bool:
    """Whether nothing stands behind the number that it could count, and no sign that makes it a figure."""
    word = hit.tokens.word(hit.last)
    if not word or _day_behind(hit):
        return True
    if not word[0].isalnum():
        glued = hit.tokens.glued(hit.last)
        return not (_of(hit, word, "PERCENT") or (glued and word in GLUED))
    if word[0].isdigit() or word.lower() in hit.lexicon.cues["UNIT_OF"] or word.lower() in hit.lexicon.cues["NO_HOUR"]:
        return False
    if _of(hit, word, *BEHIND):
        return True
    return _plain_end(hit, passage)


def _plain_end(hit: Hit, passage: Passage) -> bool:
    if not after(hit)[:1].isalnum() or hit.lexicon.glue.get(after(hit)):
        return True
    i = token_of(hit, passage, hit.last)
    return i is None or not passage.parse.tags[i].startswith(COUNTED)


def _of(hit: Hit, word: str, *classes: str) -> bool:
    """Whether the word is in one of the classes."""
    return bool(word) and any(hit.lexicon.has(word, name) for name in classes)


def _subject(hit: Hit, passage: Passage) -> bool:
    """Whether a verb stands right behind, whose subject the number is."""
    i = token_of(hit, passage, hit.last) if hit.last < len(hit.tokens.spans) else None
    return i is not None and passage.parse.tags[i] in FINITE


def _counted(hit: Hit) -> bool:
    """Whether the words before tell of a toll, a score or the like."""
    return not hit.lexicon.cues["COUNTS"].isdisjoint(_until_stop(before(hit, back) for back in range(1, NEAR)))


def _until_stop(words: Iterable[str]) -> list[str]:
    return list(takewhile(lambda w: w not in STOPS, words))


def _money_near(hit: Hit) -> bool:
    """Whether a price or a share of a hundred is told beside it."""
    words = _until_stop(before(hit, n) for n in range(1, AROUND)) + _until_stop(after(hit, n) for n in range(AROUND))
    return any(w in hit.lexicon.cues["PRICES"] or _of(hit, w, "MONEY", "PERCENT") for w in words)


def _day_behind(hit: Hit) -> bool:
    """Whether a day or a part of one is told right behind: "on Friday night", "yesterday", "the next morning"."""
    words = [after(hit, n) for n in range(4)]
    if words[0] == "on":
        words = words[1:]
    if words[0] in hit.lexicon.cues["THE"]:
        words = words[1:]
    if _of(hit, words[0], *WEEKDAYS, "TODAY") or words[0] in hit.lexicon.cues["TONIGHT"]:
        return True
    if words[0] in hit.lexicon.cues["LOCAL"]:
        return words[1] in hit.lexicon.cues["TIME"]
    sided = _of(hit, words[0], *SIDES) or words[0] in hit.lexicon.cues["SAME"]
    return sided and _of(hit, words[1], "PART_OF_DAY")


def _day_before(hit: Hit) -> bool:
    """Whether the preposition follows a day: "on Friday night at eight"."""
    return _of(hit, before(hit, 2), *WEEKDAYS, "PART_OF_DAY", "TODAY")


def _timed(hit: Hit, passage: Passage, lead: str) -> bool:
    """Whether the number with a day is an hour: a part of the day tells it, else what is done then."""
    words = [after(hit, n) for n in range(4)]
    if any(_of(hit, w, "PART_OF_DAY") for w in words) or words[0] in hit.lexicon.cues["TONIGHT"]:
        return True
    if lead in hit.lexicon.cues["BEFORE_HOUR"] or lead in hit.lexicon.cues["UNTIL_HOUR"]:
        return True
    return _done_at(hit, passage)


def _done_at(hit: Hit, passage: Passage) -> bool:
    """Whether the phrase hangs on a verb of what is done at an hour."""
    verb = _verb(hit, passage)
    return verb is not None and passage.parse.lemmas[verb] in hit.lexicon.cues["TIMED_VERBS"]


def _verb(hit: Hit, passage: Passage) -> int | None:
    """The verb that the phrase hangs on."""
    i = token_of(hit, passage, hit.last - 1)
    if i is None:
        return None
    return next((v for v in passage.ancestors(i) if passage.parse.pos[v] in {"VERB", "AUX"}), None)


def _with_an_hour(hit: Hit) -> bool:
    """Whether another hour stands beside it, told past doubt: "at ten or a quarter past ten"."""
    if after(hit) not in hit.lexicon.cues["BESIDE_HOUR"]:
        return False
    words = [after(hit, n) for n in range(1, 5)]
    share, side = words[1:3] if words[0] in hit.lexicon.cues["ARTICLE"] else words[:2]
    part = _of(hit, share, "PART_OF_HOUR")
    return (part and _of(hit, side, "PAST_HOUR")) or (
        side in hit.lexicon.cues["PAST"] and _of(hit, share, "NUMBER_WORD")
    )


def _it_was(hit: Hit) -> bool:
    """``it was six when``, ``it was already past nine``: no more than words of roughness stand between."""
    back = 1
    while before(hit, back) in hit.lexicon.cues["ROUGH_HOUR"] and back < 4:
        back += 1
    said = before(hit, back) in hit.lexicon.cues["IT_WAS"] and before(hit, back + 1) in hit.lexicon.cues["IT"]
    past = any(before(hit, n) in hit.lexicon.cues["BEFORE_HOUR"] for n in range(1, back))
    return said and (past or after(hit) in hit.lexicon.cues["WHEN"])


def measured(hit: Hit, passage: Passage) -> bool:
    """Whether the figure hangs on a verb of what has a level: "the river peaked at 10.35 on Monday"."""
    verb = _verb(hit, passage)
    return verb is not None and passage.parse.lemmas[verb] in hit.lexicon.cues["LEVEL_VERBS"]


def _range_of_points(hit: Hit, passage: Passage) -> bool:
    """One end of "from 10.15 to 11.40", where nothing changes from one amount to another."""
    cues = hit.lexicon.cues
    opens = before(hit) in cues["FROM"] and after(hit) in cues["TO"]
    closes = before(hit) in cues["TO"] and before(hit, 3) in cues["FROM"]
    other = after(hit, 1) if opens else before(hit, 2)
    if not (opens or closes) or not hit.lexicon.has(other or " ", "POINT_HOUR"):
        return False
    verb = _verb(hit, passage)
    return verb is None or passage.parse.lemmas[verb] not in hit.lexicon.data["direction"]["changing"]
