"""Who speaks when the source is a pronoun: the person of whom the paragraph is telling, or the last one quoted."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.model.reading import Mention
from variorum.read.speech.discourse import Discourse, Speaker
from variorum.read.speech.draft import Draft
from variorum.read.speech.tree import Tree

SUBJECTS = ("nsubj", "nsubjpass")


def covering(mentions: Sequence[Mention], token: int) -> Mention | None:
    """The mention that holds the token: one whose entity is known, before any other; the shortest."""
    inside = [m for m in mentions if m.first <= token < m.last and m.form != "adjective"]
    return min(inside, key=lambda m: (m.entity is None, m.last - m.first), default=None)


def corrected(
    draft: Draft, tree: Tree, mentions: Sequence[Mention], mention: Mention | None, discourse: Discourse
) -> Speaker | None:
    """Another speaker than the one a pronoun's mention gives, where the grammar of reporting speaks against that one.

    Who is spoken of in the reported words is seldom the one who says them ("The firm has appealed, he said"): the last
    person quoted in the paragraph goes on. And a woman or a man who has just been the subject comes before somebody
    whom the paragraph does not name at all ("His wife heard it on the radio. «...,» she said").
    """
    head = draft.head
    assert head is not None
    gender = discourse.gender_of(tree.lower[head])
    if gender is None or mention is None or mention.form != "pronoun":
        return None
    before = [m for m in mentions if m.entity == mention.entity and m.last <= head and m.entity is not None]
    if draft.frame == "tail" and before and all(_told(m, tree, draft) for m in before):
        return _goes_on(draft, tree.lower[head], mention, discourse)
    return None if before else _subject_before(draft, tree, mentions, gender, discourse)


def _told(mention: Mention, tree: Tree, draft: Draft) -> bool:
    """Whether a name stands in the reported words."""
    at = tree.parse.starts[mention.first]
    inside = any(p.passage == draft.passage and p.start <= at < p.end for p in draft.pieces)
    return inside and mention.form == "name"


def _goes_on(draft: Draft, word: str, mention: Mention, discourse: Discourse) -> Speaker | None:
    """The last person quoted in this paragraph, or in any, if the mention's entity is no person at all."""
    person = mention.entity is not None and discourse.person(mention.entity)
    last = discourse.said[-1] if discourse.said else None
    if last is None or (person and last.place != draft.passage):
        return None
    found = last_person(word, discourse)
    return found if found.entity is not None else None


def _subject_before(
    draft: Draft, tree: Tree, mentions: Sequence[Mention], gender: str, discourse: Discourse
) -> Speaker | None:
    """The nearest subject of the paragraph whose noun has the pronoun's gender, by its name or its owner's."""
    assert draft.head is not None
    for noun in range(draft.head - 1, -1, -1):
        if tree.deps[noun] not in SUBJECTS or tree.lower[noun] not in discourse.gendered(gender):
            continue
        if any(p.start <= tree.parse.starts[noun] < p.end for p in draft.pieces if p.passage == draft.passage):
            continue
        reason = f'"{tree.lower[draft.head]}": the subject before it, a {tree.lower[noun]}'
        named = (covering(mentions, c) for c in (noun, *tree.children(noun, "appos", "compound")))
        entity = next((m.entity for m in named if m is not None and m.entity is not None), None)
        if entity is not None:
            return Speaker(entity, discourse.entities[entity].name, reason)
        name = of_owner(tree, noun, mentions, discourse) or tree.passage.phrase(tree.left[noun], noun + 1)
        return Speaker(None, name, reason)
    return None


def of_owner(tree: Tree, noun: int, mentions: Sequence[Mention], discourse: Discourse) -> str | None:
    """A noun with its owner's name in full: "her office" is "Ada Marsh's office"."""
    owner = tree.child(noun, "poss")
    by = covering(mentions, owner) if owner is not None else None
    if owner is None or by is None or by.entity is None:
        return None
    first = next(t for t in range(owner + 1, noun + 1) if tree.tags[t] != "POS")
    return f"{discourse.entities[by.entity].name}'s {tree.passage.phrase(first, noun + 1)}"


def last_person(word: str, discourse: Discourse) -> Speaker:
    """The last person quoted whose gender does not speak against the pronoun."""
    gender = discourse.gender_of(word)
    assert gender is not None
    for said in reversed(discourse.said):
        who = said.speaker
        if who.entity is not None and discourse.person(who.entity):
            if discourse.gender.setdefault(who.entity, gender) == gender:
                return Speaker(who.entity, who.name, f'"{word}": the last person quoted before')
        elif who.entity is None and said.named:
            return Speaker(None, who.name, f'"{word}": the last name quoted before')
    return Speaker(None, word, None)


def last_body(word: str, discourse: Discourse) -> Speaker | None:
    """The last source, if it is no person: "it said"."""
    last = discourse.said[-1].speaker if discourse.said else None
    if last is None or (last.entity and discourse.person(last.entity)):
        return None
    return Speaker(last.entity, last.name, f'"{word}": the last source, which is no person')


def last_several(word: str, discourse: Discourse) -> Speaker | None:
    """Those quoted together before, or the last source in the plural: "they said"."""
    for said in reversed(discourse.said):
        if said.several:
            return Speaker(None, said.speaker.name, f'"{word}": those quoted together before')
        if said.plural:
            return Speaker(said.speaker.entity, said.speaker.name, f'"{word}": the last source in the plural')
    return None
