"""Who spoke: the source's words, through the mentions, to an entity; and by discourse where the mentions are silent."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.model.reading import Mention
from variorum.read.speech.discourse import NAMED, NOBODY, Discourse, Said, Speaker
from variorum.read.speech.draft import Draft
from variorum.read.speech.pronouns import corrected, covering, last_body, last_person, last_several, of_owner
from variorum.read.speech.tree import Tree


def resolve(draft: Draft, tree: Tree, mentions: Sequence[Mention], discourse: Discourse) -> Speaker:
    """The speaker of an attribution.

    Args:
        draft: the attribution.
        tree: its passage.
        mentions: those of its paragraph.
        discourse: what was said before; takes note of this speaker.
    """
    if draft.source is None or draft.head is None:
        return NOBODY
    several = _several(draft, tree, mentions, discourse)
    speaker = several or _resolve(draft, tree, mentions, discourse)
    nouns = frozenset(tree.lemmas[t].lower() for t in range(*draft.source) if tree.tags[t] in ("NN", "NNS", "NNP"))
    if speaker.name is not None:
        head = tree.lemmas[draft.head].lower()
        named = tree.tags[draft.head].startswith("NNP") or head in discourse.list("spoken_for")
        plural = tree.tags[draft.head] in ("NNS", "NNPS")
        discourse.said.append(Said(speaker, head, nouns, named, several is not None, plural, draft.passage))
    return speaker


def _resolve(draft: Draft, tree: Tree, mentions: Sequence[Mention], discourse: Discourse) -> Speaker:
    head = draft.head
    assert head is not None and draft.source is not None
    named = _named_inside(draft, tree, mentions)
    if named is None and tree.lemmas[head].lower() in discourse.list("offices") and tree.tags[head] in ("NN", "NNP"):
        return _office(draft, tree, mentions, discourse)
    mention = covering(mentions, head)
    if mention is None or mention.entity is None or (mention.form == "nominal" and named and named.entity):
        mention = named or mention
    if (other := corrected(draft, tree, mentions, mention, discourse)) is not None:
        return other
    _note_gender(tree, head, mention, discourse)
    if mention is not None and mention.entity is not None:
        return Speaker(mention.entity, discourse.entities[mention.entity].name, mention.reason or NAMED)
    word = tree.lower[head]
    if word in discourse.list("relative"):
        return _antecedent(draft, tree, mentions, discourse)
    if discourse.gender_of(word) is not None:
        return last_person(word, discourse)
    if (one := _one_of(draft, tree, discourse)) is not None:
        return one
    if tree.lemmas[head].lower() in discourse.list("papers") and (by := _author(draft, tree, mentions, discourse)):
        return by
    if word in discourse.list("neuter") and (body := last_body(word, discourse)) is not None:
        return body
    if word in discourse.list("plural") and (both := last_several(word, discourse)) is not None:
        return both
    if tree.tags[head] in ("NN", "NNS") and tree.lower[draft.source[0]] in discourse.list("pointing"):
        found = _same_noun(tree.lemmas[head], discourse)
        if found is not None:
            return found
    return _only_holder(draft, tree, mentions, discourse) or Speaker(None, phrase(draft, tree), None)


def _one_of(draft: Draft, tree: Tree, discourse: Discourse) -> Speaker | None:
    """One of those who were the last source in the plural: "one of them" is one of two people in the room."""
    assert draft.source is not None
    first, last = draft.source
    words = tree.lower[first:last]
    if len(words) != 3 or words[1] != "of" or words[2] not in discourse.list("plural"):
        return None
    several = last_several(words[2], discourse)
    if several is None or several.name is None:
        return None
    name = several.name if several.entity else several.name[:1].lower() + several.name[1:]
    return Speaker(None, f"{tree.passage.phrase(first, first + 2).lower()} {name}", several.reason)


def _author(draft: Draft, tree: Tree, mentions: Sequence[Mention], discourse: Discourse) -> Speaker | None:
    """Whose a statement is: its owner's, of whoever issued it, or the body quoted last ("the statement reads").

    A joint statement is nobody's alone, and says what it says.
    """
    assert draft.head is not None and draft.source is not None
    paper = draft.head
    if any(tree.tags[t].startswith(("JJ", "NNP")) for t in tree.children(paper, "amod", "compound")):
        return None
    verb = tree.heads[paper]
    by = tree.child(paper, "poss")
    if by is None and tree.deps[paper] == "dobj" and tree.lemmas[verb] in discourse.list("issuing"):
        by = tree.child(verb, "nsubj")
    if by is None:
        definite = tree.lower[draft.source[0]] in discourse.list("pointing")
        return last_body("the statement", discourse) if definite and draft.source[1] - draft.source[0] == 2 else None
    mention = covering(mentions, by)
    if mention is not None and mention.entity is not None:
        return Speaker(mention.entity, discourse.entities[mention.entity].name, f"whose {tree.lower[paper]} it is")
    name = of_owner(tree, by, mentions, discourse)
    return Speaker(None, name, f"whose {tree.lower[paper]} it is") if name is not None else None


def _only_holder(draft: Draft, tree: Tree, mentions: Sequence[Mention], discourse: Discourse) -> Speaker | None:
    """The one person of the article who holds an office: "Freedonia's president", named only later."""
    assert draft.head is not None and draft.source is not None
    owner = tree.child(draft.head, "poss")
    by = covering(mentions, owner) if owner is not None else None
    pointing = owner is not None or tree.lower[draft.source[0]] in discourse.list("pointing")
    if (
        not pointing
        or tree.tags[draft.head] not in ("NN", "NNP")
        or (owner is not None and (by is None or by.entity is None))
    ):
        return None
    of = discourse.entities[by.entity] if by is not None and by.entity is not None else None
    noun = tree.lower[draft.head]
    holders = [
        e
        for e in discourse.entities.values()
        if e.kind == "person"
        and any(_called(r.title, noun, discourse) and (of is None or r.of in (None, of.name)) for r in e.roles)
        and (of is None or e.country in (None, of.country))
    ]
    if len(holders) != 1:
        return None
    return Speaker(holders[0].id, holders[0].name, f'the only one here who is called "{noun}"')


def _called(title: str, noun: str, discourse: Discourse) -> bool:
    """Whether a stated office is called by the noun, or by another word for it: "the PM"."""
    return _office_word(title) == noun or title.lower() in discourse.also.get(noun, ())


def _office_word(title: str) -> str:
    """The word that an office is called by when it is named again: of "Secretary of State" the first."""
    words = title.lower().split(" of ")[0].split(" for ")[0].split()
    return words[-1] if words else ""


def _several(draft: Draft, tree: Tree, mentions: Sequence[Mention], discourse: Discourse) -> Speaker | None:
    """Two or more speaking together: "Marsh and Reyes", "the two leaders"."""
    assert draft.head is not None and draft.source is not None
    mention = covering(mentions, draft.head)
    members = mention.members if mention is not None else ()
    heads = [draft.head]
    for token in heads:
        heads += [c for c in tree.children(token, "conj") if c < draft.source[1]]
    if not members and len(heads) > 1:
        named = [covering(mentions, h) for h in heads]
        members = tuple(m.entity for m in named if m is not None and m.entity is not None)
    if len(members) < max(2, len(heads)):
        return None
    names = [discourse.entities[m].name for m in members]
    reason = mention.reason if mention is not None and mention.members else "named together as the source"
    return Speaker(None, f"{', '.join(names[:-1])} and {names[-1]}", reason)


def phrase(draft: Draft, tree: Tree) -> str | None:
    """The source's own words, without clauses and appositions that follow its noun."""
    if draft.source is None or draft.head is None:
        return None
    trailing = tree.children(draft.head, "relcl", "acl", "appos", "punct", "advcl")
    last = min([draft.source[1], *(tree.left[c] for c in trailing if tree.left[c] > draft.head)])
    return tree.passage.phrase(draft.source[0], max(last, draft.source[0] + 1)).rstrip(" ,") or None


def _named_inside(draft: Draft, tree: Tree, mentions: Sequence[Mention]) -> Mention | None:
    """A name in the source that is one with its head: an apposition, or a person's name that a title stands before."""
    assert draft.source is not None and draft.head is not None
    for m in mentions:
        if m.form != "name" or not draft.source[0] <= m.first < draft.source[1]:
            continue
        if any(_one_with(tree, token, m, draft) for token in range(m.first, m.last)):
            return m
    return None


def _one_with(tree: Tree, token: int, name: Mention, draft: Draft) -> bool:
    """Whether a name's token is one with the source's head, or is a person's that the parser has hung on a name there.

    In "the mayor of Riga, Ada Marsh, said" nobody is called Riga: one name does not explain another.
    """
    assert draft.source is not None
    governor, dep = tree.heads[token], tree.deps[token]
    if governor == draft.head:
        return dep == "appos" or (name.kind == "person" and dep in ("compound", "nmod", "flat"))
    within = draft.source[0] <= governor < draft.source[1] and tree.deps[governor] == "pobj"
    return dep == "appos" and name.kind == "person" and within and tree.tags[governor].startswith("NNP")


def _note_gender(tree: Tree, head: int, mention: Mention | None, discourse: Discourse) -> None:
    if mention is None or mention.entity is None:
        return
    for gender in ("masculine", "feminine"):
        if tree.lower[head] in discourse.list(gender):
            discourse.gender[mention.entity] = gender


def _antecedent(draft: Draft, tree: Tree, mentions: Sequence[Mention], discourse: Discourse) -> Speaker:
    """The noun that a relative clause modifies: "Lee, who said ..."."""
    at = draft.nucleus
    while tree.deps[at] != "relcl" and tree.heads[at] != at:
        at = tree.heads[at]
    noun = tree.heads[at]
    mention = covering(mentions, noun)
    if mention is not None and mention.entity is not None:
        return Speaker(
            mention.entity, discourse.entities[mention.entity].name, "the noun that the relative clause modifies"
        )
    if noun == at:
        return Speaker(None, phrase(draft, tree), None)
    first = tree.left[noun]
    return Speaker(None, tree.passage.phrase(first, noun + 1), "the noun that the relative clause modifies")


def _same_noun(noun: str, discourse: Discourse) -> Speaker | None:
    """The last source of that noun ("the bank"), or that held that office ("the spokesperson added")."""
    for said in reversed(discourse.said):
        bare = said.speaker.entity is None and (said.speaker.name or "").lower() == noun  # a headline drops its article
        if not bare and (noun == said.head or (noun in said.nouns and noun in discourse.list("spoken_for"))):
            return Speaker(said.speaker.entity, said.speaker.name, f'the last source called "{noun}"')
    return None


def _office(draft: Draft, tree: Tree, mentions: Sequence[Mention], discourse: Discourse) -> Speaker:
    """An office: the one that the mentions know, the one named before, or that of its owner."""
    assert draft.source is not None and draft.head is not None
    mention = covering(mentions, draft.head)
    if mention is not None and mention.entity is not None and not discourse.person(mention.entity):
        return Speaker(mention.entity, discourse.entities[mention.entity].name, mention.reason or NAMED)
    owner = tree.child(draft.head, "poss")
    if owner is None:
        pointing = tree.lower[draft.source[0]] in discourse.list("pointing")
        found = _same_noun(tree.lemmas[draft.head].lower(), discourse) if pointing else None
        return found or Speaker(None, phrase(draft, tree), None)
    name = of_owner(tree, draft.head, mentions, discourse)
    if name is None:
        return Speaker(None, phrase(draft, tree), None)
    return Speaker(None, name, "the office of the one who owns it")
