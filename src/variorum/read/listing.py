"""The heads of what a word governs or a report lists, each joined one apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from variorum.model.parse import Passage
from variorum.read.clauses import Clause, conjuncts


def governed(passage: Passage, token: int, prepositions: Sequence[str] | Mapping[str, Any]) -> list[int]:
    """The heads of what stands under one of the prepositions of a word, each joined head apart."""
    heads = []
    for child in passage.children(token, "prep", "acl"):
        if passage.lower[child] in prepositions:
            for below in passage.children(child, "pobj", "pcomp", "dobj"):
                heads.extend(listed(passage, below))
                heads.extend(passage.children(below, "advcl"))
    return heads


def listed(passage: Passage, head: int) -> list[int]:
    """A head and those joined to it; in a list that nothing closes, what is joined inside its last item closes it.

    "The fleet, the reopening of the line and cooperation on ports": a parser hangs "cooperation" on "line", but a list
    by commas wants an "and" before its last item, and there is no other.
    """
    heads = conjuncts(passage, head)
    if len(heads) < 2 or any(passage.children(h, "cc") for h in heads):
        return heads
    inside = [t for t in passage.subtree(heads[-1]) if passage.parse.deps[t] == "cc" and t > heads[-1]]
    return [*heads, *passage.children(passage.parse.heads[inside[-1]], "conj")] if inside else heads


def objects(passage: Passage, clause: Clause, own: Sequence[int]) -> list[int]:
    """What a verb's objects list, with what the parser has given to the clause of telling behind them.

    "They will discuss A, B and C, the spokesman said": B and C may be taken for subjects of "said"; a verb of telling
    has one subject, the last.
    """
    heads = [h for o in own for h in listed(passage, o)]
    above = passage.parse.heads[clause.head]
    if not own or passage.parse.deps[clause.head] != "ccomp" or above < clause.head:
        return heads
    strays = [t for t in passage.children(above, "nsubj") if clause.head < t < above][:-1]
    rest = [h for t in strays for h in listed(passage, t)]
    if strays and not any(passage.children(h, "cc") for h in [*heads, *rest]):
        inside = [t for t in passage.subtree(strays[-1]) if passage.parse.deps[t] == "cc"]
        rest += [c for t in inside[-1:] for c in passage.children(passage.parse.heads[t], "conj") if c not in rest]
    return heads + rest
