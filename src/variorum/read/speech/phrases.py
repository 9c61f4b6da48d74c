"""Cues without a verb: "according to the ministry", "in his view", and a name before a colon."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.read.speech.draft import Draft, Ground, draft_of
from variorum.read.speech.source import source_range
from variorum.read.speech.tree import Range, Tree

LONGEST_NAME = 8
"""Tokens before a colon that may be a speaker's name and office."""


def phrase_drafts(ground: Ground) -> Iterator[Draft]:
    """Prepositional cues."""
    tree, words = ground.tree, ground.words
    for at, word in enumerate(tree.lower):
        if word not in words.phrase_starts or at in ground.quoted:
            continue
        phrase = next((p for p in words.phrases if tree.lower[at : at + len(p)] == p), None)
        if phrase is not None:
            who = tree.child(at + len(phrase) - 1, "pobj")
            if who is not None:
                yield _beside_clause(ground, at, (at, at + len(phrase)), who)
        elif word == "in" and (thing := tree.child(at, "pobj")) is not None and tree.lemmas[thing] in words.possessed:
            owner = tree.child(thing, "poss")
            if owner is not None:
                yield _beside_clause(ground, at, (at, thing + 1), owner)


def _beside_clause(ground: Ground, at: int, cue: Range, who: int) -> Draft:
    """The content of a prepositional cue is the clause it stands in, without the cue and its source."""
    tree = ground.tree
    source = source_range(tree, who, at)
    first, last = tree.sentence(at)
    end = max(tree.right[at] + 1, source[1], cue[1])
    if _empty(tree, (first, at)):
        content = [(end, last)]
    elif _empty(tree, (end, last)):
        content = [(first, at)]
    else:
        left, right = tree.extent(tree.heads[at])
        content = [(max(left, first), at), (end, max(right, end))]
    return draft_of(ground, at, cue, ("phrase", content, cue[1]), (source, who))


def _empty(tree: Tree, span: Range) -> bool:
    return all(tree.is_punct(t) for t in range(*span))


def colon_drafts(ground: Ground) -> Iterator[Draft]:
    """A paragraph that is a name, a colon and a clause: a headline ("Marsh: ..."), or a line of a transcript."""
    tree = ground.tree
    colon = next((t for t in range(min(LONGEST_NAME + 1, len(tree.words))) if tree.words[t] == ":"), 0)
    rest = range(colon + 1, len(tree.words))
    if colon == 0 or colon in ground.quoted or not any(tree.tags[t] in ("VBD", "VBZ", "VBP", "MD") for t in rest):
        return
    inside = range(colon)
    if any(tree.tags[t][0] in "VMW" or tree.tags[t] == "IN" for t in inside) or not _speaks(ground, inside):
        return
    head = next((t for t in inside if tree.heads[t] not in inside or tree.heads[t] == t), colon - 1)
    found = "quote", [(colon + 1, len(tree.words))], colon + 1
    yield draft_of(ground, colon, (colon, colon + 1), found, ((0, colon), head))


def _speaks(ground: Ground, inside: range) -> bool:
    """Whether the words name somebody: a name that is no place, or a noun for one who speaks or reports."""
    tree = ground.tree
    if tree.lower[0] in ground.words.kickers or any(tree.parse.labels[t][2:] in ("LOC", "DATE") for t in inside):
        return False
    if all(tree.tags[t] in ("NNP", "NNPS", ".") for t in inside):
        return True
    return any(tree.lemmas[t].lower() in ground.words.spokesmen for t in inside if tree.tags[t][0] == "N")
