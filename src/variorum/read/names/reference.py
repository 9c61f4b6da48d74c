"""Words that refer: what a reference is, and the language's pronouns and common nouns for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from variorum.lang import table
from variorum.model.parse import Passage
from variorum.model.reading import EntityKind, MentionForm
from variorum.read.names.draft import Draft
from variorum.read.names.lexicon import given_names


@dataclass(frozen=True)
class Reference:
    """Words that stand for an entity without naming it.

    Attributes:
        first, last: tokens, half-open.
        draft: whom they mean; None when nobody could be told.
        reason: the rule, in words.
        members: for a plural, those meant.
    """

    passage: Passage
    first: int
    last: int
    form: MentionForm
    kind: EntityKind
    draft: Draft | None
    reason: str | None
    members: tuple[Draft, ...] = ()


@dataclass(frozen=True)
class Words:
    """The language's words that refer (``references.toml``, ``given_names.toml``)."""

    gender: Mapping[str, str]
    plural: frozenset[str]
    thing: frozenset[str]
    reflexive: frozenset[str]
    say: frozenset[str]
    nominals: Mapping[str, frozenset[str]]
    body_heads: frozenset[str]
    body_modifiers: frozenset[str]
    office_of: Mapping[str, str]
    holder: Mapping[str, str]
    given: Mapping[str, str]


@cache
def referring(language: str) -> Words:
    """Load them."""
    data = table(language, "references")
    pronouns, bodies = data["pronouns"], data["bodies"]
    return Words(
        gender={w: g for g in ("m", "f") for w in pronouns[g]},
        plural=frozenset(pronouns["plural"]),
        thing=frozenset(pronouns["thing"]),
        reflexive=frozenset(pronouns["reflexive"]),
        say=frozenset(pronouns["say"]),
        nominals={k: frozenset(v) for k, v in data["nominals"].items()},
        body_heads=frozenset(bodies["heads"]),
        body_modifiers=frozenset(bodies["modifiers"]),
        office_of=bodies["of_title"],
        holder=bodies["holder"],
        given=given_names(language),
    )
