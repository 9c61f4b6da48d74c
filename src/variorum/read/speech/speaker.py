"""Who spoke: the source's words, through the mentions, to an entity; and by discourse where the mentions are silent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from variorum.lang import words
from variorum.model.reading import Entity, Mention
from variorum.read.speech.draft import Draft
from variorum.read.speech.tree import Tree


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who spoke, and how we know."""

    entity: str | None
    name: str | None
    reason: str | None


NOBODY = Speaker(None, None, None)
NAMED = "named as the source"


@dataclass(frozen=True, slots=True)
class Said:
    """A speaker of the article so far, with the source's nouns; whether it was a name, and whether of several."""

    speaker: Speaker
    head: str
    nouns: frozenset[str]
    named: bool
    several: bool = False


@dataclass
class Discourse:
    """What the article has told so far about who speaks.

    Attributes:
        said: the speakers so far, last one last, with their source's nouns.
        gender: the gender that the pronouns gave a person's entity.
    """

    entities: Mapping[str, Entity]
    language: str = "en"
    said: list[Said] = field(default_factory=list)
    gender: dict[str, str] = field(default_factory=dict)

    def list(self, key: str) -> frozenset[str]:
        """A list of the language's words for speakers."""
        return _list(self.language, key)

    def person(self, entity: str) -> bool:
        """Whether the entity is a person."""
        return entity in self.entities and self.entities[entity].kind == "person"


@cache
def _list(language: str, key: str) -> frozenset[str]:
    return words(language, "speech", "speakers", key)


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
        discourse.said.append(Said(speaker, head, nouns, named, several is not None))
    return speaker


def _resolve(draft: Draft, tree: Tree, mentions: Sequence[Mention], discourse: Discourse) -> Speaker:
    head = draft.head
    assert head is not None and draft.source is not None
    named = _named_inside(draft, tree, mentions)
    if named is None and tree.lemmas[head].lower() in discourse.list("offices") and tree.tags[head] in ("NN", "NNP"):
        return _office(draft, tree, mentions, discourse)
    mention = _covering(mentions, head)
    if mention is None or mention.entity is None:
        mention = named or mention
    _note_gender(tree, head, mention, discourse)
    if mention is not None and mention.entity is not None:
        return Speaker(mention.entity, discourse.entities[mention.entity].name, mention.reason or NAMED)
    word = tree.lower[head]
    if word in discourse.list("relative"):
        return _antecedent(draft, tree, mentions, discourse)
    if word in discourse.list("masculine") | discourse.list("feminine"):
        return _pronoun(word, discourse)
    if word in discourse.list("neuter") and discourse.said:
        last = discourse.said[-1].speaker
        if not last.entity or not discourse.person(last.entity):
            return Speaker(last.entity, last.name, f'"{word}": the last source, which is no person')
    if word in discourse.list("plural") and (both := next((d for d in reversed(discourse.said) if d.several), None)):
        return Speaker(None, both.speaker.name, f'"{word}": those quoted together before')
    if tree.tags[head] in ("NN", "NNS") and tree.lower[draft.source[0]] in discourse.list("pointing"):
        found = _same_noun(tree.lemmas[head], discourse)
        if found is not None:
            return found
    return _only_holder(draft, tree, mentions, discourse) or Speaker(None, phrase(draft, tree), None)


def _only_holder(draft: Draft, tree: Tree, mentions: Sequence[Mention], discourse: Discourse) -> Speaker | None:
    """The one person of the article who holds an office: "Freedonia's president", named only later."""
    assert draft.head is not None and draft.source is not None
    owner = tree.child(draft.head, "poss")
    by = _covering(mentions, owner) if owner is not None else None
    pointing = owner is not None or tree.lower[draft.source[0]] in discourse.list("pointing")
    if not pointing or tree.tags[draft.head] != "NN" or (owner is not None and (by is None or by.entity is None)):
        return None
    of = discourse.entities[by.entity] if by is not None and by.entity is not None else None
    noun = tree.lower[draft.head]
    holders = [
        e
        for e in discourse.entities.values()
        if e.kind == "person"
        and any(r.title.lower().split()[-1:] == [noun] and (of is None or r.of in (None, of.name)) for r in e.roles)
        and (of is None or e.country in (None, of.country))
    ]
    if len(holders) != 1:
        return None
    return Speaker(holders[0].id, holders[0].name, f'the only one here who is called "{noun}"')


def _several(draft: Draft, tree: Tree, mentions: Sequence[Mention], discourse: Discourse) -> Speaker | None:
    """Two or more speaking together: "Marsh and Reyes", "the two leaders"."""
    assert draft.head is not None and draft.source is not None
    mention = _covering(mentions, draft.head)
    members = mention.members if mention is not None else ()
    heads = [draft.head]
    for token in heads:
        heads += [c for c in tree.children(token, "conj") if c < draft.source[1]]
    if not members and len(heads) > 1:
        named = [_covering(mentions, h) for h in heads]
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


def _covering(mentions: Sequence[Mention], token: int) -> Mention | None:
    inside = [m for m in mentions if m.first <= token < m.last and m.form != "adjective"]
    return min(inside, key=lambda m: (m.entity is None, m.last - m.first), default=None)


def _named_inside(draft: Draft, tree: Tree, mentions: Sequence[Mention]) -> Mention | None:
    """A person's name in the source that is one with its head: an apposition or a name that a title stands before."""
    assert draft.source is not None and draft.head is not None
    for m in mentions:
        if m.form != "name" or m.kind != "person" or not draft.source[0] <= m.first < draft.source[1]:
            continue
        for token in range(m.first, m.last):
            governor = tree.heads[token]
            if governor == draft.head and tree.deps[token] in ("appos", "compound", "nmod", "flat"):
                return m
    return None


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
    mention = _covering(mentions, noun)
    if mention is not None and mention.entity is not None:
        return Speaker(
            mention.entity, discourse.entities[mention.entity].name, "the noun that the relative clause modifies"
        )
    if noun == at:
        return Speaker(None, phrase(draft, tree), None)
    first = tree.left[noun]
    return Speaker(None, tree.passage.phrase(first, noun + 1), "the noun that the relative clause modifies")


def _pronoun(word: str, discourse: Discourse) -> Speaker:
    """The last person quoted whose gender does not speak against it."""
    gender = "masculine" if word in discourse.list("masculine") else "feminine"
    for said in reversed(discourse.said):
        who = said.speaker
        if who.entity is not None and discourse.person(who.entity):
            if discourse.gender.setdefault(who.entity, gender) == gender:
                return Speaker(who.entity, who.name, f'"{word}": the last person quoted before')
        elif who.entity is None and said.named:
            return Speaker(None, who.name, f'"{word}": the last name quoted before')
    return Speaker(None, word, None)


def _same_noun(noun: str, discourse: Discourse) -> Speaker | None:
    """The last source of that noun ("the bank"), or that held that office ("the spokesperson added")."""
    for said in reversed(discourse.said):
        if noun == said.head or (noun in said.nouns and noun in discourse.list("spoken_for")):
            return Speaker(said.speaker.entity, said.speaker.name, f'the last source called "{noun}"')
    return None


def _office(draft: Draft, tree: Tree, mentions: Sequence[Mention], discourse: Discourse) -> Speaker:
    """An office: the one that the mentions know, the one named before, or that of its owner."""
    assert draft.source is not None and draft.head is not None
    mention = _covering(mentions, draft.head)
    if mention is not None and mention.entity is not None and not discourse.person(mention.entity):
        return Speaker(mention.entity, discourse.entities[mention.entity].name, mention.reason or NAMED)
    owner = tree.child(draft.head, "poss")
    if owner is None:
        pointing = tree.lower[draft.source[0]] in discourse.list("pointing")
        found = _same_noun(tree.lemmas[draft.head].lower(), discourse) if pointing else None
        return found or Speaker(None, _plain(phrase(draft, tree)), None)
    by = _covering(mentions, owner)
    if by is None or by.entity is None:
        return Speaker(None, phrase(draft, tree), None)
    first = next(t for t in range(owner + 1, draft.head + 1) if tree.tags[t] != "POS")
    name = f"{discourse.entities[by.entity].name}'s {tree.passage.phrase(first, draft.head + 1)}"
    return Speaker(None, name, "the office of the one who owns it")


def _plain(source: str | None) -> str | None:
    return source.removeprefix("The ").removeprefix("the ") if source else None
