"""Gatherings and actions with a day of their own ("a rally on Sunday", "Monday's hearing") that lie ahead."""

from __future__ import annotations

from typing import Literal

from variorum.model.parse import Passage

Cues = dict[str, frozenset[str]]
Ahead = Literal["future", "either", ""]
OWNED = frozenset({"poss", "compound", "nmod", "npadvmod"})
LONGEST_CHAIN = 3
"""Nouns that hang on each other by "of": "a boycott of the first round of talks"."""


def announced(passage: Passage, head: int, first: int, cues: Cues) -> Ahead:
    """What stands around a gathering tells of its day; empty when nothing does.

    The day is the tokens from ``first``, of which ``head`` hangs on what is outside.
    """
    noun = _dated(passage, head, first, cues)
    if noun is None or passage.lower[first - 1] in cues["set_for"]:
        return ""
    for _ in range(LONGEST_CHAIN):
        above = passage.parse.heads[noun]
        if passage.lower[above] != "of" or passage.parse.pos[passage.parse.heads[above]] != "NOUN":
            break
        noun = passage.parse.heads[above]
    return _role(passage, noun, cues)


def _dated(passage: Passage, head: int, first: int, cues: Cues) -> int | None:
    """The gathering whose day it is: owned by the day, or right before it ("talks on Friday")."""
    parse = passage.parse
    above = parse.heads[head]
    if parse.deps[head] in OWNED and above > head:
        return above if parse.lemmas[above] in cues["occasions"] else None
    if above < head and passage.lower[above] in cues["occasion_links"]:
        held = parse.heads[above]
        if held < above and parse.pos[held] == "NOUN" and parse.lemmas[held] in cues["occasions"]:
            return held
    before = first - 1
    if before > 0 and passage.lower[before] in cues["occasion_links"]:
        before -= 1
        return before if before >= 0 and parse.lemmas[before] in cues["occasions"] else None
    return None


def _role(passage: Passage, noun: int, cues: Cues) -> Ahead:
    parse = passage.parse
    if any(parse.tags[c] == "MD" for verb in passage.children(noun, "relcl") for c in passage.children(verb, "aux")):
        return "future"
    above = parse.heads[noun]
    if parse.deps[noun] == "nsubj" and _is_to(passage, above):
        return "future"
    verb, link = parse.heads[above], passage.lower[above]
    if parse.pos[above] == "VERB":
        return _object(passage, above, cues) if parse.deps[noun] == "dobj" else ""
    if parse.pos[above] not in {"ADP", "SCONJ"}:
        return ""
    if link in cues["before"]:
        return _before(passage, above, verb, cues)
    if link in cues["until"] - cues["done_by"]:
        return "either"
    if link in cues["set_for"]:
        return _object(passage, verb, cues) or ("either" if _goes(passage, above, cues) else "")
    return "either" if link in cues["agreed_on"] and parse.lemmas[verb] in cues["announcing"] else ""


def _is_to(passage: Passage, verb: int) -> bool:
    """Whether it is to do something: "Friday's session is to decide"."""
    parse = passage.parse
    if parse.lemmas[verb] != "be" or parse.tags[verb] not in {"VBZ", "VBP"}:
        return False
    return any(parse.tags[c] == "TO" for x in passage.children(verb, "xcomp") for c in passage.children(x, "aux"))


def _object(passage: Passage, verb: int, cues: Cues) -> Ahead:
    """A present perfect takes no day of its own in English: the day is the object's."""
    if {passage.lower[c] for c in passage.children(verb, "aux")} & cues["perfect"] - cues["past_perfect"]:
        return "future"
    return "either" if passage.parse.lemmas[verb] in cues["announcing"] else ""


def _before(passage: Passage, link: int, verb: int, cues: Cues) -> Ahead:
    """Whether it is told that something was done before it: "days before a vote on Sunday"."""
    if {passage.lower[c] for c in passage.children(verb, "aux", "auxpass")} & cues["past_perfect"]:
        return ""
    counted = {passage.parse.lemmas[c] for c in passage.children(link)} & cues["days_before"]
    told_now = passage.parse.tags[verb] in {"VBZ", "VBP"}
    return "future" if counted or told_now else "either"


def _goes(passage: Passage, link: int, cues: Cues) -> bool:
    """Whether somebody is where, or goes where, the gathering is: "arrived in the capital for talks on Friday"."""
    verb = next((i for i in passage.ancestors(link) if passage.parse.pos[i] in {"VERB", "AUX"}), None)
    return verb is not None and passage.parse.lemmas[verb] in cues["going"]
