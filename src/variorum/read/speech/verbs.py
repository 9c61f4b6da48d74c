"""Verbs that report, with what they report."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.read.speech.draft import Draft, Ground, draft_of
from variorum.read.speech.frames import FRAMES, evidence
from variorum.read.speech.group import addressee_of, cue_range, entry_of
from variorum.read.speech.source import source_of


def verb_drafts(ground: Ground) -> Iterator[Draft]:
    """One draft for each verb that is a cue and has its content in the same sentence."""
    tree = ground.tree
    for verb, tag in enumerate(tree.tags):
        if tag[0] != "V" or verb in ground.quoted or tree.deps[verb] in ("amod", "compound"):
            continue
        entry = entry_of(tree, verb, ground.words)
        if entry is None:
            continue
        source = source_of(tree, verb)
        found = next((f for frame in FRAMES if (f := frame(tree, verb, entry)) is not None), None)
        if found is None and source is not None and tree.lemmas[source[1]] in ground.words.artifacts:
            found = evidence(tree, verb, entry)
        if found is not None:
            draft = draft_of(ground, verb, cue_range(tree, verb, found[2], ground.words), found, source)
            draft.verbal = True
            draft.manner, draft.addressee = entry.manner_of(found[0]), addressee_of(tree, verb, entry)
            yield draft
