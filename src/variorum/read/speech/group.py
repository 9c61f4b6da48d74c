"""The verb group: the cue's own words, the clause they stand in, and to whom the words were said."""

from __future__ import annotations

from variorum.read.speech.lexicon import Entry, Lexicon
from variorum.read.speech.tree import Range, Tree


def entry_of(tree: Tree, verb: int, words: Lexicon) -> Entry | None:
    """The verb's entry; with its particle ("point out") if the table has that."""
    if verb > 0 and tree.tags[verb - 1] == "HYPH":
        return None  # "so-called", "much-discussed"
    lemma = tree.lemmas[verb].lower()
    for particle in tree.children(verb, "prt"):
        if (found := words.verbs.get(f"{lemma} {tree.lower[particle]}")) is not None:
            return found
    return words.verbs.get(lemma)


def cue_range(tree: Tree, verb: int, end: int | None = None, words: Lexicon | None = None) -> Range:
    """The verb group: auxiliaries, negation, adverbs next to the verb, a particle, a linking preposition.

    A verb that only carries the cue ("tried to explain") belongs to it, but not one that is a cue itself ("plans to
    ask"), which the words tell.
    """
    first = _group_start(tree, verb)
    governor = tree.heads[verb]
    if tree.deps[verb] == "xcomp" and governor < first and tree.tags[governor][0] == "V":
        own = (
            words is not None
            and (entry := entry_of(tree, governor, words)) is not None
            and entry.takes("inf", "objinf")
        )
        if not own and _adjoin(tree, governor, first):
            first = _group_start(tree, governor)
    if (relaying := relayed_by(tree, verb)) is not None and relaying == verb - 2:
        first = _group_start(tree, relaying)
    last = max(end or 0, verb + 1)
    for particle in tree.children(verb, "prt"):
        if particle == last:
            last += 1
    return first, last


def relayed(tree: Tree, verb: int) -> int | None:
    """The verb of another's words that a verb hands on: of "quoted as saying", "quoted him as saying" the last."""
    for link in tree.children(verb, "prep"):
        said = tree.child(link, "pcomp")
        if tree.lower[link] == "as" and said == link + 1 and tree.tags[said] == "VBG":
            return said
    return None


def relayed_by(tree: Tree, verb: int) -> int | None:
    """The verb that hands on the words of this one."""
    link = tree.heads[verb]
    above = tree.heads[link]
    return above if tree.tags[above][0] == "V" and relayed(tree, above) == verb else None


def _group_start(tree: Tree, verb: int) -> int:
    first = verb
    own = set(tree.children(verb, "aux", "auxpass", "neg", "advmod"))
    while first - 1 in own and tree.tags[first - 1] not in ("WRB", "TO"):
        first -= 1
    if first - 1 in own and tree.tags[first - 1] == "TO":
        first -= 1
    return first


def _adjoin(tree: Tree, governor: int, first: int) -> bool:
    return all(tree.deps[t] in ("advmod", "aux", "neg", "prt") for t in range(governor + 1, first))


def addressee_of(tree: Tree, verb: int, entry: Entry) -> Range | None:
    """To whom it was said: "told reporters", "said to them"."""
    if entry.takes("told"):
        for child in tree.children(verb, "dobj", "dative"):
            if child > verb and tree.tags[child] != "IN":
                return tree.extent(child)
    for to in tree.children(verb, "prep", "dative"):
        if tree.lower[to] == "to" and (who := tree.child(to, "pobj")) is not None and to == verb + 1:
            return tree.extent(who)
    return None


def core_range(tree: Tree, verb: int) -> Range | None:
    """The cue's own clause where it is no more than subject and verb, side by side in either order."""
    subject = tree.child(verb, "nsubjpass" if relayed(tree, verb) and tree.child(verb, "nsubjpass") else "nsubj")
    if subject is None:
        return None
    group = cue_range(tree, verb)
    first, last = tree.extent(subject)
    if first <= verb < last:
        return None
    if last in (group[0], group[0] - 1) or (last < group[0] and tree.words[group[0] - 1] == ","):
        return first, group[1]
    if first == group[1]:
        return group[0], last
    return None
