"""Which way a bare weekday, month or day points: by the verb it hangs on, its tense, modal and the verb above it."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import Literal

from variorum.lang import table
from variorum.model.parse import Passage, kept_with_parse
from variorum.read.times.appointed import appointed
from variorum.read.times.discourse import BE, Direction
from variorum.read.times.occasions import announced

VERBAL = frozenset({"VERB", "AUX"})
MODIFIERS = frozenset({"compound", "nmod", "amod", "nummod"})
POSSESSIVES = ("'s", "’s")
Told = Direction | Literal["fixed"]
"""``fixed``: a present tense of what has its day fixed beforehand."""
CLIMB = 12
"""How far up the tree to look for the governing verb."""


@cache
def _cues(language: str) -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in table(language, "times")["direction"].items()}


def token_at(passage: Passage, offset: int) -> int | None:
    """The parser's token that covers the character, by bisection; the one before it in a gap."""
    i = bisect_right(passage.parse.starts, offset) - 1
    return i if i >= 0 else None


@kept_with_parse
def direction(passage: Passage, start: int, end: int, language: str) -> Direction:
    """Whether the words at ``text[start:end]`` look back or ahead; empty when nothing tells."""
    head = _head(passage, start, end)
    if head is None:
        return ""
    cues = _cues(language)
    first = token_at(passage, start) or 0
    before = passage.lower[first - 1] if first else ""
    last = token_at(passage, end - 1)
    if day := appointed(passage, first, first if last is None else last, cues):
        return day
    if way := _by_word_before(passage, head, before, cues):
        return way
    if clause := _when_clause(passage, start, end, cues):
        return clause
    if before in cues["past_words"]:
        return "past"
    if before in cues["topic"]:
        return ""  # "read about Friday": when it was read says nothing of which Friday
    told = _climb(passage, head, cues)
    if told == "fixed":
        told = "" if passage.parse.deps[head] in MODIFIERS else "future"
    if told != "future" and (coming := announced(passage, head, token_at(passage, start) or 0, cues)):
        return coming
    if before in cues["compared_from"] and _changes(passage, head, cues) and not _goes_on(passage, end, cues):
        return "past"  # what figures fall or rise from has been
    if passage.parse.deps[head] in MODIFIERS and passage.parse.lemmas[passage.parse.heads[head]] in cues["delivered"]:
        return "future"
    if passage.text[end : end + 2] in POSSESSIVES and (told == "present" or _looks_back(passage, head, cues)):
        return "past"  # what is a day's own has mostly been: "from Tuesday's quake", "to respond to Tuesday's attack"
    if before in cues["set_for"] and told != "future" and passage.text[end : end + 2] not in POSSESSIVES:
        return "present"
    # "The Monday debate shows", "leaves out the test of March 3": a noun's own day tells nothing of its verb's.
    return (
        "" if told == "present" and (passage.parse.deps[head] in MODIFIERS or _of_noun(passage, head, cues)) else told
    )


def _by_word_before(passage: Passage, head: int, before: str, cues: dict[str, frozenset[str]]) -> Direction:
    """What the word before the time tells: "starting", "until", "through", "by"."""
    if before in cues["starting"] or (before in cues["until"] and not _came_to_pass(passage, head, before, cues)):
        return "future"
    if before in cues["through"] and (way := _through(passage, head, cues)):
        return way
    return "future" if before in cues["deadline"] and _promised(passage, head, cues) else ""


def _looks_back(passage: Passage, head: int, cues: dict[str, frozenset[str]]) -> bool:
    """Whether the words hang on what is done about something that has been."""
    verb = next((i for i in passage.ancestors(head) if passage.parse.pos[i] == "VERB"), None)
    return verb is not None and passage.parse.lemmas[verb] in cues["looking_back"]


def _changes(passage: Passage, head: int, cues: dict[str, frozenset[str]]) -> bool:
    """Whether the words hang on a change of a figure: "will fall from the fourth quarter"."""
    return any(passage.parse.lemmas[i] in cues["changing"] for i in passage.ancestors(head))


def _goes_on(passage: Passage, end: int, cues: dict[str, frozenset[str]]) -> bool:
    """Whether the words begin a range: "from May to July"."""
    i = token_at(passage, end)
    after = passage.lower[i + 1] if i is not None and i + 1 < len(passage) else ""
    return after in cues["range_words"]


def _of_noun(passage: Passage, head: int, cues: dict[str, frozenset[str]]) -> bool:
    """Whether the words hang on a noun by "of"."""
    above = passage.parse.heads[head]
    return passage.lower[above] in cues["part_of"] and passage.parse.pos[passage.parse.heads[above]] == "NOUN"


def _promised(passage: Passage, head: int, cues: dict[str, frozenset[str]]) -> bool:
    """Whether it is a term for what somebody promises or asks: "promised homes before Christmas"."""
    verb = next((i for i in passage.ancestors(head) if passage.parse.pos[i] == "VERB"), None)
    return verb is not None and passage.parse.lemmas[verb] in cues["inviting"]


@kept_with_parse
def governor(passage: Passage, start: int, end: int, language: str) -> str:
    """The lemma of the verb that ``text[start:end]`` hangs on; empty for none, a state or a verb of speech.

    ``BE`` where the clause has no verb but that.
    """
    head, cues = _head(passage, start, end), _cues(language)
    if head is None or _of_noun(passage, head, cues):
        return ""  # "after the cave-in of Aug. 5" tells nothing of the day of the verb
    parse = passage.parse
    verbs = (i for i in passage.ancestors(head) if parse.pos[i] in VERBAL and not parse.deps[i].startswith("aux"))
    found = next(verbs, None)
    if found is not None and (parse.pos[found] == "AUX" or parse.lemmas[found] == BE):
        return BE
    verb = "" if found is None else parse.lemmas[found]
    return "" if verb in cues["state_verbs"] or verb in cues["report_verbs"] else verb


def _came_to_pass(passage: Passage, head: int, before: str, cues: dict[str, frozenset[str]]) -> bool:
    """Whether "until" and "by" tell of what was so ("lasted until Wednesday", "by Wednesday it had"), no deadline."""
    verb = next((i for i in passage.ancestors(head) if passage.parse.pos[i] in VERBAL), None)
    if verb is None:
        return False
    auxiliaries = {passage.lower[c] for c in passage.children(verb)}
    had = auxiliaries & cues["past_perfect"] or (
        auxiliaries & cues["perfect"] and auxiliaries & cues["future_modals"] and not auxiliaries & cues["sure_modals"]
    )
    if had or (passage.parse.tags[verb] == "VBD" and passage.parse.lemmas[verb] in cues["lasting"]):
        return True
    return before in cues["done_by"] and _done_by(passage, verb, cues)


def _done_by(passage: Passage, verb: int, cues: dict[str, frozenset[str]]) -> bool:
    """Whether "by" tells when something had been done: "By 9 a.m. eight were up", "alerts were lifted by 8:06"."""
    parse = passage.parse
    if passage.lower[verb] in cues["plan_participles"]:
        return False
    if parse.lemmas[verb] == "be" and parse.tags[verb] == "VBD":
        planned = (c for c in passage.children(verb, "acomp", "xcomp") if passage.lower[c] in cues["plan_participles"])
        return next(planned, None) is None
    if parse.tags[verb] == "VBD":
        return parse.lemmas[verb] not in cues["inviting"] | cues["wanting"]
    return any(parse.deps[c] == "auxpass" and parse.tags[c] == "VBD" for c in passage.children(verb))


def _through(passage: Passage, head: int, cues: dict[str, frozenset[str]]) -> Direction:
    """Words such as "through Friday" hung on a verb reach ahead, unless it is told in the past."""
    verb = passage.parse.heads[passage.parse.heads[head]]
    if passage.parse.pos[verb] not in VERBAL:
        return ""
    return "" if _verb(passage, verb, cues) == "past" and passage.parse.tags[verb] != "VBN" else "future"


def _when_clause(passage: Passage, start: int, end: int, cues: dict[str, frozenset[str]]) -> Direction:
    """What a clause about the day itself tells: "Wednesday, when a truce expires"."""
    first, last = token_at(passage, start) or 0, token_at(passage, end - 1) or 0
    for i in range(first, last + 1):
        for verb in passage.children(i, "relcl"):
            if any(passage.parse.tags[c] == "WRB" for c in passage.children(verb)):
                told = _verb(passage, verb, cues)
                return "past" if told == "past" else "future" if told else ""
    return ""


def _head(passage: Passage, start: int, end: int) -> int | None:
    """The token of the span whose head lies outside it."""
    first, last = token_at(passage, start), token_at(passage, end - 1)
    if first is None or last is None:
        return None
    heads = passage.parse.heads
    for i in range(last, first - 1, -1):
        if not first <= heads[i] <= last or heads[i] == i:
            return i
    return first


def _climb(passage: Passage, token: int, cues: dict[str, frozenset[str]]) -> Told:
    """Go up from the expression to the first verb that tells a direction."""
    parse = passage.parse
    below = token
    things = 0
    for climbed in range(CLIMB):
        if things == 1 and _invites(passage, token, below, cues):
            return "future"
        # "A round of talks on Friday" is one thing, "an inquiry into the fire on Friday" are two.
        things += climbed > 0 and parse.pos[token] == "NOUN" and passage.lower[below] not in cues["part_of"]
        if parse.pos[token] in VERBAL and (told := _verb(passage, token, cues)):
            return told
        if climbed <= 2 and parse.lemmas[token] == "be" and parse.tags[token] in {"VBZ", "VBP"}:
            return "present"
        if climbed and parse.tags[token] in {"VBZ", "VBP"} and passage.children(token, "nsubj", "expl"):
            return ""  # a clause of its own tells nothing more by the verb above it
        if _planned(passage, token, cues):
            return "future"
        if parse.pos[token] == "NOUN" and passage.lower[token] in cues["unplanned"]:
            return "past"
        above = parse.heads[token]
        if above == token:
            return ""
        below, token = token, above
    return ""


def _invites(passage: Passage, token: int, below: int, cues: dict[str, frozenset[str]]) -> bool:
    """Whether the word plans or asks for the thing that is dated: "invited to talks", "a call for protests"."""
    lemma = passage.parse.lemmas[token]
    if passage.parse.pos[token] not in {"VERB", "NOUN"}:
        return False
    return lemma in cues["inviting"] or (lemma in cues["calling"] and passage.lower[below] in cues["set_for"])


def _planned(passage: Passage, token: int, cues: dict[str, frozenset[str]]) -> bool:
    """Whether a word other than a verb on the way up looks ahead: "due", "deadline", "ahead of"."""
    pos, word = passage.parse.pos[token], passage.lower[token]
    if pos in {"ADJ", "ADP", "ADV"} and word in cues["plan_participles"]:
        return True
    return word in cues["ahead"] or (pos == "NOUN" and passage.parse.lemmas[token] in cues["plan_nouns"])


def _verb(passage: Passage, verb: int, cues: dict[str, frozenset[str]]) -> Told:
    """The direction of one verb with its auxiliaries; empty to look further up."""
    parse = passage.parse
    auxiliaries = _auxiliaries(passage, verb)
    words = {passage.lower[c] for c in auxiliaries}
    tags = {parse.tags[c] for c in auxiliaries}
    if words & cues["backshifted"] and _said_no(passage, verb, words, cues):
        return "past"
    if words & cues["future_modals"] or "MD" in tags:
        return "past" if words & cues["perfect"] and not words & cues["sure_modals"] else "future"
    planned = passage.lower[verb] in cues["plan_participles"] and not passage.children(verb, "prt")  # not "set out"
    if planned and parse.tags[verb] in {"VBN", "JJ"}:
        governed = parse.deps[verb] in {"acl", "relcl", "ROOT", "advcl", "conj", "ccomp", "amod", "acomp", "pcomp"}
        return "future" if governed else ""
    if "TO" in tags:
        return "" if _past_infinitive(passage, verb, cues) else "future"
    tag = parse.tags[verb]
    if tag == "VBD" or (tag == "VBN" and "auxpass" not in {parse.deps[c] for c in auxiliaries} and not auxiliaries):
        return "past"
    if any(parse.tags[c] == "VBD" for c in auxiliaries) or words & cues["perfect"]:
        return "past"
    if tag in {"VBZ", "VBP"} or any(parse.tags[c] in {"VBZ", "VBP"} for c in auxiliaries):
        return "future" if tag == "VBG" else _present(passage, verb, cues)
    return ""


def _auxiliaries(passage: Passage, verb: int) -> list[int]:
    """The verb's auxiliaries, and those that the parser hangs on them ("will" on the "be" of "will be closed")."""
    parse = passage.parse
    found = [c for c in passage.children(verb) if parse.deps[c] in {"aux", "auxpass"} or parse.tags[c] in {"MD", "TO"}]
    return found + [c for a in found for c in passage.children(a) if parse.deps[c] == "aux"]


def _said_no(passage: Passage, verb: int, words: set[str], cues: dict[str, frozenset[str]]) -> bool:
    """Whether a report tells what did not come about: "could not be reached Monday", "neither side would comment"."""
    about = {verb, *passage.children(verb)}
    subjects = [
        c for s in passage.children(verb, "nsubj", "nsubjpass") for c in (s, *passage.children(s, "det", "preconj"))
    ]
    if not {passage.lower[i] for i in (*about, *subjects)} & cues["negations"]:
        return False
    return bool(words & cues["could"]) or passage.parse.lemmas[verb] in cues["comment_verbs"]


def _past_infinitive(passage: Passage, verb: int, cues: dict[str, frozenset[str]]) -> bool:
    """Whether an infinitive tells of what was done: "managed to", "used to"."""
    above = passage.parse.heads[verb]
    return above != verb and passage.parse.lemmas[above] in cues["past_infinitive"]


def _present(passage: Passage, verb: int, cues: dict[str, frozenset[str]]) -> Told:
    """A present tense looks ahead with what happens by plan ("talks begin"), back with speech; a caption's looks back.

    A state ("is", "remains") tells nothing, nor does a headline's present, which tells of the day before.
    """
    if passage.paragraph.kind in {"caption", "headline"} or passage.parse.lemmas[verb] in cues["report_verbs"]:
        return "past"
    if _comes_about(passage, verb, cues):
        return "fixed"
    return "" if passage.parse.lemmas[verb] in cues["state_verbs"] else "present"


def _comes_about(passage: Passage, verb: int, cues: dict[str, frozenset[str]]) -> bool:
    """Whether what the verb tells in the present has a day fixed beforehand: "expires", "takes effect", "runs out"."""
    lemma = passage.parse.lemmas[verb]
    if lemma in cues["fixed_beforehand"]:
        return True
    below = {passage.lower[c] for c in passage.children(verb)}
    under = {passage.lower[g] for c in passage.children(verb, "prep") for g in passage.children(c, "pobj")}
    return lemma in cues["light_verbs"] and bool((below | under) & cues["fixed_with"])
