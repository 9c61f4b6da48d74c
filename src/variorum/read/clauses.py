"""Clauses: a verb with what belongs to it, cut out of the sentence's tree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from variorum.lang import words
from variorum.model.parse import Passage, kept_with_parse

CLAUSAL = frozenset({"ROOT", "conj", "ccomp", "advcl", "relcl", "acl", "parataxis", "csubj", "csubjpass", "pcomp"})
"""Dependencies under which a verb heads a clause of its own; an ``xcomp`` belongs to its governor's clause."""
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
QUOTES = frozenset('“”"')
VERBAL = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of one passage.

    Attributes:
        head: the governing verb's token.
        verb: the verb that carries the sense: the innermost ``xcomp`` ("is expected to *meet*").
        tokens: the clause's own tokens in order, other clauses inside it left out.
        subject: the subject's head token, shared with the clause it is joined to; None when there is none.
    """

    head: int
    verb: int
    tokens: tuple[int, ...]
    subject: int | None


@kept_with_parse
def clauses(passage: Passage) -> tuple[Clause, ...]:
    """The passage's clauses in order of their heads."""
    heads = [i for i in range(len(passage)) if is_clause_head(passage, i)]
    apart = set(heads)
    return tuple(
        Clause(h, sense_verb(passage, h), own_tokens(passage, h, apart), subject_of(passage, h)) for h in heads
    )


def is_clause_head(passage: Passage, token: int) -> bool:
    """Whether the token is a verb that heads a clause, or a sentence's root."""
    dep = passage.parse.deps[token]
    return dep in CLAUSAL and (passage.parse.pos[token] in VERBAL or dep == "ROOT")


def sense_verb(passage: Passage, head: int) -> int:
    """The innermost open complement of a governing verb: ``plans to *take*``, ``began *holding*``.

    Not of a request, which is a happening of its own, whatever comes of it.
    """
    while below := _complements(passage, head):
        head = below[0]
    return head


def _complements(passage: Passage, head: int) -> list[int]:
    """Open complements of a verb, or of the adjective that it ascribes ("is likely to *meet*")."""
    if passage.parse.lemmas[head].lower() in words("en", "standing", "request", "lemmas"):
        return []
    ascribed = passage.children(head, "acomp", "oprd")
    governors = (head, *ascribed)
    return [c for g in governors for c in passage.children(g, "xcomp") if passage.parse.pos[c] in VERBAL]


def own_tokens(passage: Passage, head: int, apart: Iterable[int]) -> tuple[int, ...]:
    """The tokens under ``head`` that lie under no other clause head."""
    others = set(apart) - {head}
    out, todo = [], [head]
    while todo:
        token = todo.pop()
        out.append(token)
        todo.extend(c for c in passage.children(token) if c not in others)
    return tuple(sorted(out))


def subject_of(passage: Passage, head: int) -> int | None:
    """The subject's head: the verb's own, else that of the verb it is joined to, else a relative clause's noun."""
    for _ in range(len(passage)):
        if own := passage.children(head, *SUBJECTS):
            return _antecedent(passage, head, own[0])
        dep, above = passage.parse.deps[head], passage.parse.heads[head]
        if dep in {"relcl", "acl"}:
            return above
        if above == head or dep not in {"conj", "xcomp", "advcl", "pcomp", "prep"}:
            return None
        head = above
    return None


def _antecedent(passage: Passage, head: int, subject: int) -> int:
    """What a relative pronoun stands for; any other subject stands for itself."""
    if passage.parse.tags[subject] in {"WDT", "WP"} and passage.parse.deps[head] == "relcl":
        return passage.parse.heads[head]
    return subject


@kept_with_parse
def noun_phrase(passage: Passage, head: int) -> tuple[int, int]:
    """The half-open token range of a noun's phrase, relative clauses and what follows a comma left out."""
    inside, todo = [head], [head]
    while todo:
        for child in passage.children(todo.pop()):
            if passage.parse.deps[child] not in {"relcl", "conj", "cc", "punct", "appos", "advcl", "acl"}:
                inside.append(child)
                todo.append(child)
    first, last = min(inside), max(inside)
    gaps = [i for i in range(first, last) if passage.words[i] in {",", ";"} and i > head]
    return first, (gaps[0] if gaps else last + 1)


def conjuncts(passage: Passage, head: int) -> list[int]:
    """A phrase's head and the heads joined to it ("trade, *security* and *energy*"), in order."""
    out = [head]
    for child in passage.children(head, "conj"):
        out.extend(conjuncts(passage, child))
    return out


def extent(passage: Passage, tokens: Iterable[int]) -> tuple[int, int]:
    """The half-open range from the first to the last token, marks and joining words at the ends left out."""
    inside = sorted(tokens)
    while len(inside) > 1 and _loose(passage, inside[0]):
        inside.pop(0)
    while (
        len(inside) > 1
        and passage.parse.pos[inside[-1]] in {"PUNCT", "CCONJ"}
        and passage.words[inside[-1]] not in '”"’'
    ):
        inside.pop()
    marks = [i for i in range(inside[0], inside[-1] + 1) if passage.words[i] in QUOTES]
    if len(inside) > 1 and len(marks) % 2 and marks[-1] == inside[-1]:
        inside.pop()
    elif len(inside) > 1 and len(marks) % 2 and marks[0] == inside[0]:
        inside.pop(0)
    return inside[0], inside[-1] + 1


def _loose(passage: Passage, token: int) -> bool:
    return (
        passage.parse.pos[token] in {"PUNCT", "CCONJ"} and passage.words[token] not in '“"‘$'
    ) or passage.parse.deps[token] == "mark"
