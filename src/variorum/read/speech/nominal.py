"""Nouns and adjectives that report: "his claim that ...", "calls for ...", "is concerned that ..."."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.read.speech.draft import Draft, Found, Ground, draft_of
from variorum.read.speech.frames import dated
from variorum.read.speech.group import cue_range
from variorum.read.speech.lexicon import Entry
from variorum.read.speech.source import Named, source_of, source_range
from variorum.read.speech.tree import Tree


def noun_drafts(ground: Ground) -> Iterator[Draft]:
    """Nominal cues with their content."""
    tree = ground.tree
    for noun, tag in enumerate(tree.tags):
        if tag not in ("NN", "NNS") or noun in ground.quoted or tree.deps[noun] == "compound":
            continue
        entry = ground.words.nouns.get(tree.lemmas[noun])
        if entry is not None and (found := _noun_content(ground, noun, entry)) is not None:
            yield _noun_draft(ground, noun, entry, found)


def _noun_content(ground: Ground, noun: int, entry: Entry) -> Found | None:
    tree = ground.tree
    for clause in tree.children(noun, "acl", "ccomp", "relcl"):
        if clause < noun:
            continue
        first, last = tree.extent(clause)
        if entry.takes("that") and tree.lower[first] in ("that", "whether") and tree.deps[first] == "mark":
            return "clause", [(first, last)], noun + 1
        if entry.takes("inf") and tree.lower[first] == "to":
            return "inf", [(first, last)], noun + 1
    for link in (*tree.children(noun, "prep"), *_hung_too_high(ground, noun)):
        if link > noun and tree.lower[link] in entry.prepositions and tree.right[link] > link and not dated(tree, link):
            end = link + 1 if link == noun + 1 else noun + 1
            return tree.lower[link], [(link + 1, tree.right[link] + 1)], end
    return None


def _hung_too_high(ground: Ground, noun: int) -> Iterator[int]:
    """The preposition behind a noun, hung on the verb that only carries the noun: "paid tribute to"."""
    tree, verb = ground.tree, ground.tree.heads[noun]
    if tree.deps[noun] == "dobj" and tree.lemmas[verb] in ground.words.light:
        yield from (link for link in tree.children(verb, "prep", "dative") if link == noun + 1)


def _noun_draft(ground: Ground, noun: int, entry: Entry, found: Found) -> Draft:
    tree, verb = ground.tree, ground.tree.heads[noun]
    source, first = _owner(tree, noun)
    if source is None:
        first = tree.left[noun]
        if tree.deps[noun] == "dobj":
            source = source_of(tree, verb)
            first = cue_range(tree, verb)[0] if tree.lemmas[verb] in ground.words.light else first
        elif tree.deps[noun] == "pobj" and tree.lower[verb] in ("with", "in") and tree.deps[verb] == "prep":
            source = source_of(tree, tree.heads[verb])  # "responded with claims that"
    draft = draft_of(ground, noun, (first, found[2]), found, source)
    draft.manner = entry.manner_of(found[0])
    return draft


def _owner(tree: Tree, noun: int) -> tuple[Named | None, int]:
    """Whose it is ("Lee's claim", "calls by the opposition"), and where the cue then begins."""
    for owner in tree.children(noun, "poss"):
        first = min(tree.right[owner] + 1, noun)
        return (tree.extent(owner), owner), first + (tree.lower[first] in ("'s", "'"))
    for by in tree.children(noun, "prep"):
        if tree.lower[by] in ("by", "from") and (who := tree.child(by, "pobj")) is not None:
            return (tree.extent(who), who), noun
    return None, noun


def adjective_drafts(ground: Ground) -> Iterator[Draft]:
    """Adjectives that hold an attitude, with their content."""
    tree = ground.tree
    for word, tag in enumerate(tree.tags):
        if tag not in ("JJ", "VBN", "VBD") or word in ground.quoted:
            continue
        entry = ground.words.adjectives.get(tree.lower[word])
        found = _adjective_content(tree, word, entry) if entry is not None else None
        verb = word if tag != "JJ" or tree.deps[word] != "acomp" else tree.heads[word]
        if found is None or (source := _in_the_state(tree, verb)) is None:
            continue
        draft = draft_of(ground, word, (min(cue_range(tree, verb)[0], word), found[2]), found, source)
        draft.manner = "think"
        yield draft


def _in_the_state(tree: Tree, verb: int) -> Named | None:
    """Who is in the state: the subject, of the passive too ("was shocked that")."""
    subject = tree.child(verb, "nsubj", "nsubjpass")
    if subject is None or tree.lower[subject] in ("it", "there"):
        return None
    return source_range(tree, subject, verb), subject


def _adjective_content(tree: Tree, word: int, entry: Entry) -> Found | None:
    for clause in tree.children(word, "ccomp", "xcomp"):
        if clause < word:
            continue
        first, last = tree.extent(clause)
        if tree.deps[clause] == "ccomp" and entry.takes("clause"):
            return "clause", [(first, last)], word + 1
        if tree.lower[first] == "to" and entry.takes("inf"):
            return "inf", [(first, last)], word + 1
    for link in tree.children(word, "prep"):
        if link == word + 1 and tree.lower[link] in entry.prepositions:
            return tree.lower[link], [(link + 1, tree.right[link] + 1)], link + 1
    return None
