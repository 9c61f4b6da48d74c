"""Who is the source of a cue, by grammar."""

from __future__ import annotations

from variorum.lang import words
from variorum.read.speech.tree import Range, Tree

Named = tuple[Range, int]
"""The source's tokens and its head."""

SUBJECTS = ("nsubj", "csubj")
EMPTY = frozenset({"it", "there"})
INHERITING = ("conj", "xcomp", "acomp", "advmod", "advcl", "pcomp", "prep", "acl", "dep", "ccomp", "parataxis")
FARTHEST = 6
"""Governors climbed in search of a subject."""


def source_of(tree: Tree, cue: int) -> Named | None:
    """The source's tokens and its head, for a verb that is a cue; None when the grammar names nobody."""
    at = cue
    for _ in range(FARTHEST):
        if (relayed := _relayed(tree, at)) is not None:
            return source_range(tree, relayed, cue), relayed
        if (agent := _agent(tree, at)) is not None:
            return source_range(tree, agent, cue), agent
        if is_passive(tree, at):
            return None
        if (moved := _moved(tree, at)) is not None:
            return source_range(tree, moved, cue), moved
        subject = next((c for c in tree.children(at, *SUBJECTS) if not tree.is_punct(c)), None)
        if subject is not None:
            if tree.lower[subject] in EMPTY and tree.deps[subject] == "expl":
                return None
            return source_range(tree, subject, cue), subject
        if tree.deps[at] in ("acl", "relcl") and tree.tags[tree.heads[at]][0] in "NP":
            noun = tree.heads[at]
            return (source_range(tree, noun, cue), noun) if tree.tags[at] == "VBG" else None
        if tree.deps[at] not in INHERITING or tree.heads[at] == at:
            return None
        if tree.deps[at] == "ccomp" and tree.tags[at] not in ("VBG", "VBN", "VB"):
            return None
        at = tree.heads[at]
    return None


def _relayed(tree: Tree, verb: int) -> int | None:
    """Whose words another hands on: "was quoted as saying", "quoted him as saying"."""
    link = tree.heads[verb]
    if tree.deps[verb] != "pcomp" or tree.lower[link] != "as" or tree.tags[tree.heads[link]][0] != "V":
        return None
    return tree.child(tree.heads[link], "nsubjpass", "dobj")


def _moved(tree: Tree, verb: int) -> int | None:
    """Whom another's act makes speak: "prompting the ministry to voice concern"."""
    above = tree.heads[verb]
    if tree.deps[verb] != "xcomp" or tree.lemmas[above] not in words("en", "speech", "speakers", "moving"):
        return None
    thing = tree.child(above, "dobj")
    return thing if thing is not None and above < thing < verb else None


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether the verb is in the passive: an auxiliary says so, or a bare participle after its noun."""
    if tree.child(verb, "auxpass") is not None or tree.child(verb, "nsubjpass") is not None:
        return True
    if tree.deps[verb] == "advcl" and verb < tree.heads[verb] and tree.tags[verb] in ("VBN", "VBD"):
        own = [c for c in tree.children(verb, "aux", "nsubj", "mark") if c < verb]
        return not own and tree.left[verb] >= verb - 1  # "Asked when, he said"
    return tree.tags[verb] == "VBN" and tree.child(verb, "aux") is None and tree.deps[verb] in ("acl", "relcl", "amod")


def _agent(tree: Tree, verb: int) -> int | None:
    by = tree.child(verb, "agent")
    return None if by is None else tree.child(by, "pobj")


def source_range(tree: Tree, head: int, cue: int) -> Range:
    """The noun phrase of a source, with the appositions that say who it is; never over the cue."""
    first, last = tree.extent(head)
    if first <= cue < last:
        first, last = (first, cue) if head < cue else (cue + 1, last)
    last = _without_asides(tree, head, last)
    first, last = tree.trim((first, last))
    while first < head and tree.is_mark(first):
        first += 1
    if last < len(tree.words) and tree.words[last] == "," and _parenthesis(tree, head, first, last):
        last += 1
    return first, max(last, head + 1)


def _without_asides(tree: Tree, head: int, last: int) -> int:
    """Cut what follows the noun but does not tell who it is: clauses after a dash, participles after a comma."""
    for child in tree.children(head, "advcl", "punct", "parataxis"):
        if child > head and (tree.deps[child] != "punct" or tree.words[child] in ("—", "--", ";", ":")):
            return min(last, tree.left[child])
    return last


def _parenthesis(tree: Tree, head: int, first: int, last: int) -> bool:
    """Whether a comma within the phrase waits for its partner."""
    for child in tree.children(head, "appos", "relcl", "acl", "prep", "amod", "nummod", "npadvmod"):
        before = tree.left[child] - 1
        if head < before < last and tree.words[before] == "," and first <= before:
            return True
    return False
