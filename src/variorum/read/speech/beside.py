"""The cue that stands next to a quotation, whatever the parser has made of the two."""

from __future__ import annotations

from variorum.model.reading import Manner
from variorum.read.speech.cues import core_range, cue_range
from variorum.read.speech.draft import Draft
from variorum.read.speech.lexicon import Lexicon
from variorum.read.speech.marks import Stretch
from variorum.read.speech.source import is_passive, source_of, source_range
from variorum.read.speech.tree import Range, Tree

FARTHEST = 40
"""Tokens: a source with its apposition is not longer."""
HANGING = frozenset(",?!—–-…")
"""A quotation that ends with one of these waits for its cue."""
FINAL = frozenset(".?!…")


def is_whole_sentence(tree: Tree, stretch: Stretch) -> bool:
    """Whether the quotation is a sentence, or several, of its own."""
    text = tree.passage.text
    inner = text[stretch.inner_start : stretch.inner_end].strip()
    before = text[: stretch.start].rstrip()
    ends = (
        inner[-1:] in FINAL or text[stretch.end : stretch.end + 1] in FINAL or (not stretch.closed and stretch.goes_on)
    )
    starts = not before or before[-1] in ".?!…:”\"'’)" or before.endswith(("''",))
    return ends and starts and len(inner) > 1 and not inner[:1].islower()


def cue_beside(tree: Tree, place: int, stretch: Stretch, words: Lexicon) -> Draft | None:
    """The cue right behind the quotation, or right before it."""
    return _behind(tree, place, stretch, words) or _before(tree, place, stretch, words)


def _behind(tree: Tree, place: int, stretch: Stretch, words: Lexicon) -> Draft | None:
    """ "...," said Lee; "...," Lee said; "...?" Lee asked. Any verb will do after a comma ("...," smiled Lee)."""
    text = tree.passage.text
    inner = text[stretch.inner_start : stretch.inner_end].rstrip()
    waits = inner[-1:] in HANGING or text[stretch.end :].lstrip()[:1] in (",", "—", "–")
    start = next((t for t in range(len(tree.words)) if tree.parse.starts[t] >= stretch.end), None)
    if not waits or start is None:
        return None
    while start < len(tree.words) and tree.is_punct(start) and tree.words[start] in (",", "—", "–", "--", "-"):
        start += 1
    for verb in range(start, min(start + FARTHEST, len(tree.words))):
        if tree.words[verb] in (".", ";", '"', "“") and verb > start:
            return None
        if tree.tags[verb][0] != "V":
            continue
        core = core_range(tree, verb)
        if core is not None and core[0] in (start, start + 1):
            return _draft(tree, place, verb, words, "tail")
        if verb == start and (entry := words.verbs.get(tree.lemmas[verb])) and entry.frames & {"quote", "tail"}:
            return _draft(tree, place, verb, words, "tail")
    return None


def _before(tree: Tree, place: int, stretch: Stretch, words: Lexicon) -> Draft | None:
    """Lee said: "..."; Lee told reporters "..."; Lee: "..."."""
    at = next((t for t in range(len(tree.words)) if tree.parse.starts[t] >= stretch.start), len(tree.words)) - 1
    colon = False
    while at >= 0 and (tree.words[at] in (",", ":", "--", "—", "that", "-") or tree.is_mark(at)):
        colon = colon or tree.words[at] == ":"
        at -= 1
    if at < 0:
        return None
    first = tree.sentence(at)[0]
    verb = _governing(tree, at, first, words)
    if verb is not None:
        draft = _draft(tree, place, verb, words, "quote")
        if colon and draft.cue[1] < len(tree.words) and tree.words[draft.cue[1]] == ":":
            draft.cue = (draft.cue[0], draft.cue[1] + 1)
        return draft
    return _colon(tree, place, at, first) if colon else None


def _governing(tree: Tree, at: int, first: int, words: Lexicon) -> int | None:
    """The verb of saying that the words right before the quotation depend on."""
    todo = [at, *tree.passage.ancestors(at)]
    for token in todo:
        if token < first:
            return None
        if tree.tags[token][0] == "V" and token <= at:
            entry = words.verbs.get(tree.lemmas[token])
            if entry is not None and entry.frames & {"quote", "clause", "told"}:
                return token
            if tree.deps[token] not in ("xcomp", "aux", "conj", "advcl"):
                return None
    return None


def _colon(tree: Tree, place: int, at: int, first: int) -> Draft | None:
    """A name and a colon ("Lee: ..."), or a clause whose colon announces the words."""
    colon = at + 1
    while colon < len(tree.words) and tree.words[colon] != ":":
        colon += 1
    verbs = [t for t in range(first, at + 1) if tree.tags[t] in ("VBD", "VBZ", "VBP")]
    if not verbs:
        head = at
        while first <= tree.heads[head] <= at and tree.heads[head] != head:
            head = tree.heads[head]
        if tree.tags[head][0] not in "NP" or at + 1 - first > FARTHEST:
            return None
        return Draft(place, colon, (colon, colon + 1), "say", "quote", source=(first, at + 1), head=head)
    source = source_of(tree, verbs[0])
    cue = cue_range(tree, verbs[0])
    return Draft(
        place, verbs[0], (cue[0], colon + 1), "say", "quote",
        source=source[0] if source else None, head=source[1] if source else None,
    )  # fmt: skip


def _draft(tree: Tree, place: int, verb: int, words: Lexicon, frame: str) -> Draft:
    entry = words.verbs.get(tree.lemmas[verb])
    manner: Manner = "say" if entry is None else entry.manner
    found = source_of(tree, verb) or _inverted(tree, verb)
    source: Range | None = None
    if found is not None:
        source = source_range(tree, found[1], verb)
    return Draft(place, verb, cue_range(tree, verb), manner, frame, source=source, head=found[1] if found else None)


def _inverted(tree: Tree, verb: int) -> tuple[Range, int] | None:
    """The noun behind a verb that the parser took for its object ("...," said Lee)."""
    if is_passive(tree, verb):
        return None
    thing = tree.child(verb, "dobj", "attr", "dep", "npadvmod", "ccomp", "appos")
    return (tree.extent(thing), thing) if thing is not None and thing > verb and tree.tags[thing][0] in "NP" else None
