"""What a number without a noun is a change of, or measures: "the workforce shrank to 68,400", "it measured 6.9".

The words are data in ``lang/en/quantities.toml``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from variorum.lang import table, words
from variorum.model.parse import Passage
from variorum.read.counted import head_of

HIGHEST = 5
"""Steps in the tree from the preposition of a number up to the verb that tells how a total went."""
STRONGEST = 10
"""More than the magnitude of any quake."""


@cache
def _rules() -> dict[str, Any]:
    rules: dict[str, Any] = table("en", "quantities")["alone"]
    return rules


def changing(passage: Passage, first: int, last: int) -> int | None:
    """What is brought to a number or from it: "the *workforce* shrank to 68,400", "an increase in *seats* from 9".

    The other end of the change comes first, where that has a noun: "to 25 billion cubic *metres* from 21 billion".
    """
    head = of_two_ends(passage, first, last)
    preposition = passage.parse.heads[head]
    if passage.parse.deps[head] != "pobj" or passage.lower[preposition] not in _rules()["climbing"]:
        return None
    totals = words("en", "quantities", "totals", "nouns")
    for above in list(passage.ancestors(preposition))[:HIGHEST]:
        lemma = passage.parse.lemmas[above].lower()
        if passage.parse.pos[above] == "VERB" and lemma in _rules()["changes"]:
            theme = passage.children(above, "dobj") or passage.children(above, "nsubjpass", "nsubj")
            if passage.children(above, "dobj", "nsubjpass") and lemma not in _rules()["changing"]:
                theme = tuple(t for t in theme if passage.parse.lemmas[t].lower() in totals)  # "dropped bombs from"
        elif lemma in _rules()["change_nouns"] and passage.parse.pos[above] == "NOUN":
            inside = [p for p in passage.children(above, "prep") if passage.lower[p] in {"in", "of"}]
            end = max(head, last)
            inside += [p for p in range(end + 1, min(end + 2, len(passage))) if passage.lower[p] == "in"]
            theme = tuple(b for p in inside for b in passage.children(p, "pobj"))
        else:
            continue
        return _other_end(passage, above, head) or _counted_theme(passage, theme, first)
    return None


def of_two_ends(passage: Passage, first: int, last: int) -> int:
    """A number's head; of "from 10 to 14", taken for one phrase, the last one's for both."""
    head, above = head_of(passage, first, last), passage.parse.heads[head_of(passage, first, last)]
    fused = first > 0 and passage.lower[first - 1] == "from" and passage.lower[last + 1 : last + 2] == ("to",)
    return above if fused and passage.parse.tags[above] == "CD" and above > last else head


def _other_end(passage: Passage, verb: int, head: int) -> int | None:
    """The noun with which the other end of a change is told."""
    for preposition in passage.children(verb, "prep"):
        for noun in passage.children(preposition, "pobj"):
            numbered_ = any(passage.parse.tags[c] == "CD" for c in passage.children(noun, "nummod"))
            if noun != head and numbered_ and passage.lower[preposition] in {"from", "to"}:
                return noun
    return None


def _counted_theme(passage: Passage, theme: Sequence[int], first: int) -> int | None:
    """What rises or falls, if it is counted or measured; of "the number of dams" the dams."""
    for noun in theme[:1]:
        lemma = passage.parse.lemmas[noun].lower()
        if noun >= first or passage.parse.pos[noun] != "NOUN":
            return None if lemma not in words("en", "quantities", "totals", "nouns") else _totalled_in(passage, noun)
        if lemma in words("en", "quantities", "totals", "nouns"):
            return _totalled_in(passage, noun)
        known = lemma in _rules()["collectives"] or lemma in words("en", "quantities", "measures", "nouns")
        return noun if passage.parse.tags[noun] == "NNS" or known else None
    return None


def _totalled_in(passage: Passage, total: int) -> int | None:
    parts = [b for p in passage.children(total, "prep") for b in passage.children(p, "pobj")]
    return next((b for b in parts if passage.parse.tags[b] == "NNS"), None)


def unitless(passage: Passage, head: int, value: float) -> str | None:
    """What a number with a fraction and no unit measures: "the institute *measured 6.9*", "revised it to 6.8"."""
    rules = table("en", "quantities")["measures"]
    verb = next((a for a in passage.ancestors(head) if passage.parse.pos[a] == "VERB"), None)
    if verb is None or not value % 1 or not 1 <= value < STRONGEST or passage.parse.tags[head] != "CD":
        return None
    told = passage.parse.lemmas[verb].lower() in rules["unitless_verbs"]
    start, end = passage.sentence_of(head)
    other = any(passage.lower[i] in rules["no_magnitude"] for i in range(start, end))
    return str(rules["unitless"]) if told and not other else None
