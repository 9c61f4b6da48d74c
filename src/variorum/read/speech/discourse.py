"""What an article has told so far about who speaks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from variorum.lang import table, words
from variorum.model.reading import Entity


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who spoke, and how we know."""

    entity: str | None
    name: str | None
    reason: str | None


NOBODY = Speaker(None, None, None)
NAMED = "named as the source"
GENDERED = {"masculine": "men", "feminine": "women"}
"""Each gender with the list of the offices table that holds its nouns."""


@dataclass(frozen=True, slots=True)
class Said:
    """A speaker of the article so far.

    Attributes:
        speaker: who.
        head: the lemma of the source's head.
        nouns: the lemmas of the source's nouns.
        named: whether the source was a name, or an office that a person holds.
        several: whether it was two or more named together.
        plural: whether the source's head is a plural.
        place: the passage's place in the list of passages.
    """

    speaker: Speaker
    head: str
    nouns: frozenset[str]
    named: bool
    several: bool
    plural: bool
    place: int


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

    @property
    def also(self) -> Mapping[str, Sequence[str]]:
        """Offices by the other words for them."""
        found: Mapping[str, Sequence[str]] = table(self.language, "offices")["also"]
        return found

    def gendered(self, gender: str) -> frozenset[str]:
        """The nouns that tell a person's gender: "wife", "chairman"."""
        return words(self.language, "offices", GENDERED[gender])

    def gender_of(self, word: str) -> str | None:
        """The gender that a pronoun tells of one person; None where it tells none."""
        return next((g for g in GENDERED if word in self.list(g)), None)

    def person(self, entity: str) -> bool:
        """Whether the entity is a person."""
        return entity in self.entities and self.entities[entity].kind == "person"


@cache
def _list(language: str, key: str) -> frozenset[str]:
    return words(language, "speech", "speakers", key)
