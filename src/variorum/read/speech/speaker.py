"""Who spoke: the source's words, through the mentions, to an entity; and by discourse where the mentions are silent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from variorum.lang import words
from variorum.model.reading import Entity, Mention
from variorum.read.speech.draft import Draft
from variorum.read.speech.tree import Tree


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who spoke, and how we know. ``words`` is the source as printed."""

    entity: str | None
    name: str | None
    reason: str | None


NOBODY = Speaker(None, None, None)


@dataclass
class Discourse:
    """What the article has told so far about who speaks.

    Attributes:
        said: the speakers so far, last one last, with their source's nouns.
        gender: the gender that the pronouns gave a person's entity.
        offices: for the head noun of an office ("office"), the fullest words that named it.
    """

    entities: Mapping[str, Entity]
    language: str = "en"
    said: list[tuple[Speaker, frozenset[str]]] = field(default_factory=list)
    gender: dict[str, str] = field(default_factory=dict)
    offices: dict[str, str] = field(default_factory=dict)

    def list(self, key: str) -> frozenset[str]:
        """A list of the language's words for speakers."""
        return words(self.language, "speech", "speakers", key)

    def person(self, entity: str) -> bool:
        """Whether the entity is a person."""
        return entity in self.entities and self.entities[entity].kind == "person"


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
    speaker = _resolve(draft, tree, mentions, discourse)
    nouns = frozenset(tree.lemmas[t].lower() for t in range(*draft.source) if tree.tags[t] in ("NN", "NNS", "NNP"))
    if speaker.name is not None:
        discourse.said.append((speaker, nouns))
    return speaker


def _resolve(draft: Draft, tree: Tree, mentions: Sequence[Mention], discourse: Discourse) -> Speaker:
    head = draft.head
    assert head is not None and draft.source is not None
    if tree.lemmas[head].lower() in discourse.list("offices") and tree.tags[head] in ("NN", "NNP"):
        return _office(draft, tree, mentions, discourse)
    mention = _covering(mentions, head) or _named_inside(draft, tree, mentions)
    _note_gender(tree, head, mention, discourse)
    if mention is not None and mention.entity is not None:
        return Speaker(mention.entity, discourse.entities[mention.entity].name, mention.reason or "named as the source")
    word = tree.lower[head]
    if word in discourse.list("relative"):
        return _antecedent(draft, tree, mentions, discourse)
    if word in discourse.list("masculine") | discourse.list("feminine"):
        return _pronoun(word, discourse)
    if tree.lemmas[head] in discourse.list("spoken_for") and tree.lower[draft.source[0]] in ("the", "that", "this"):
        found = _same_office(tree.lemmas[head], discourse)
        if found is not None:
            return found
    return Speaker(None, phrase(draft, tree), None)


def phrase(draft: Draft, tree: Tree) -> str | None:
    """The source's own words, without the comma of an apposition."""
    if draft.source is None:
        return None
    return tree.passage.phrase(*draft.source).rstrip(" ,") or None


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
    """ "Lee, who said ...": the noun that the clause modifies."""
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
    for speaker, _ in reversed(discourse.said):
        if speaker.entity is not None and discourse.person(speaker.entity):
            if discourse.gender.get(speaker.entity, gender) == gender:
                discourse.gender[speaker.entity] = gender
                return Speaker(speaker.entity, speaker.name, f'"{word}": the last person quoted before')
        elif speaker.entity is None and speaker.name and len(speaker.name.split()) > 1:
            return Speaker(None, speaker.name, f'"{word}": the last source quoted before')
    return Speaker(None, word, None)


def _same_office(noun: str, discourse: Discourse) -> Speaker | None:
    """ "the spokesperson added": the last source that held the office."""
    for speaker, nouns in reversed(discourse.said):
        if noun in nouns:
            return Speaker(speaker.entity, speaker.name, f"the last source called {noun}")
    return None


def _office(draft: Draft, tree: Tree, mentions: Sequence[Mention], discourse: Discourse) -> Speaker:
    """An office, by its fullest words so far: "his office" after "the Freedonian presidential office"."""
    assert draft.source is not None and draft.head is not None
    noun = tree.lemmas[draft.head].lower()
    mention = _covering(mentions, draft.head)
    known = discourse.offices.get(noun)
    if mention is not None and mention.entity is not None and discourse.entities[mention.entity].kind == "organization":
        entity = discourse.entities[mention.entity]
        discourse.offices.setdefault(noun, entity.name)
        return Speaker(entity.id, entity.name, mention.reason or "named as the source")
    owner = tree.child(draft.head, "poss")
    words_ = _plain(phrase(draft, tree) or noun)
    pointing = owner is not None or tree.lower[draft.source[0]] in ("the", "that", "this")
    if known is not None and pointing and len(words_.split()) <= len(known.split()):
        return Speaker(None, known, f"the {noun} named before")
    if owner is not None and (by := _covering(mentions, owner)) is not None and by.entity is not None:
        person = discourse.entities[by.entity]
        words_ = f"{person.name}'s {tree.passage.phrase(tree.right[owner] + 1, draft.head + 1).removeprefix('’s ').removeprefix(chr(39) + 's ')}"
    discourse.offices.setdefault(noun, words_)
    return Speaker(None, words_, "the office's own words" if owner is None else "the office of the one who owns it")


def _plain(words_: str) -> str:
    return words_.removeprefix("The ").removeprefix("the ")
