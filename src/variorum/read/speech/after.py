"""The cue in the sentence after a quotation that is a sentence of its own."""

from __future__ import annotations

from variorum.read.speech.beside import is_whole_sentence
from variorum.read.speech.draft import Draft
from variorum.read.speech.group import cue_range, entry_of
from variorum.read.speech.lexicon import Lexicon
from variorum.read.speech.marks import Stretch
from variorum.read.speech.source import source_of, source_range
from variorum.read.speech.tree import Tree


def cue_after(tree: Tree, place: int, stretch: Stretch, words: Lexicon) -> Draft | None:
    """A quotation opens the paragraph, and the next sentence tells whose it is.

    Either its verb is one of speaking that has no content of its own ("Marsh was speaking in Oslo."), or it names the
    words as somebody's ("Those were the words of Marsh.").
    """
    start = tree.first_from(stretch.end)
    if start is None or stretch.start > 0 or not is_whole_sentence(tree, stretch):
        return None
    first, last = tree.sentence(start)
    root = next((t for t in range(max(first, start), last) if tree.heads[t] == t), None)
    if root is None:
        return None
    return _spoken(tree, place, root, words) or _owned(tree, place, root, words)


def _spoken(tree: Tree, place: int, verb: int, words: Lexicon) -> Draft | None:
    entry = entry_of(tree, verb, words)
    speaks = tree.lemmas[verb] in words.speaking or (entry is not None and entry.takes("quote"))
    if not speaks or tree.child(verb, "ccomp", "dobj", "xcomp") is not None:
        return None
    source = source_of(tree, verb)
    if source is None:
        return None
    return Draft(place, verb, cue_range(tree, verb), "say", "tail", source=source[0], head=source[1], verbal=True)


def _owned(tree: Tree, place: int, verb: int, words: Lexicon) -> Draft | None:
    noun = tree.child(verb, "attr")
    if noun is None or tree.lemmas[noun] not in words.next_nouns or tree.lemmas[verb] != "be":
        return None
    for link in tree.children(noun, "prep"):
        who = tree.child(link, "pobj")
        if tree.lower[link] in words.next_links and who is not None:
            source = source_range(tree, who, link)
            return Draft(place, noun, (tree.left[noun], link), "say", "tail", source=source, head=who)
    owner = tree.child(noun, "poss")
    if owner is None:
        return None
    return Draft(place, noun, (noun, noun + 1), "say", "tail", source=tree.extent(owner), head=owner)
