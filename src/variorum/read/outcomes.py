"""What befell the counted: killed, hurt, missing, rescued, held, freed, driven from home, or aboard.

The words are data in ``lang/en/quantities.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from variorum.lang import table, words
from variorum.model.parse import Passage

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
TOLD_OF = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "acomp", "oprd"})
"""What a noun is to a verb that says what befell it."""
GOVERNED = ("prt", "aux", "advmod", "dobj", "acomp", "oprd", "prep", "xcomp", "ccomp", "npadvmod")
"""Words that make an idiom with their verb."""


@cache
def outcome_of() -> dict[str, str]:
    """The outcome that a lemma tells."""
    return {lemma: outcome for outcome, lemmas in table("en", "quantities")["outcomes"].items() for lemma in lemmas}


@cache
def _idioms() -> dict[str, tuple[tuple[frozenset[str], str], ...]]:
    """For a verb's lemma, the words that make an idiom with it, and the outcome the idiom tells."""
    found: dict[str, list[tuple[frozenset[str], str]]] = {}
    for outcome, phrases in table("en", "quantities")["idioms"].items():
        for phrase in phrases:
            verb, *rest = phrase.split()
            found.setdefault(verb, []).append((frozenset(rest), outcome))
    return {verb: tuple(rows) for verb, rows in found.items()}


def outcome(passage: Passage, token: int, *, whole: bool = False) -> str | None:
    """What is said of the counted: by their own noun, by an idiom, of the verb they are subject or object of, beside.

    A predicate tells more than the noun: "36 survivors were injured" counts the injured; but a body is a dead one's,
    whatever is done with it. That they were aboard is said where nothing else is.

    Args:
        passage: where they are counted.
        token: the noun, or the number without one.
        whole: of a whole only a part of which a predicate tells ("18 of the 54 passengers"), so that none is read.
    """
    classes = outcome_of()
    if passage.parse.lemmas[token].lower() in words("en", "quantities", "remains", "nouns"):
        return "dead"
    if not whole and (told := _idiom(passage, token)):
        return told
    above, beside = [] if whole else _predicates(passage, token), _beside(passage, token)
    joined = passage.parse.deps[token] in {"conj", "pobj"}
    near = (*beside, *above, token) if joined else (*above, *beside, token)
    found = [classes[w] for i in near for w in forms(passage, i) if w in classes]
    weak = table("en", "quantities")["weakest"]["outcome"]
    if any(_only_may(passage, i) for i in above):
        found = [o for o in found if o != weak]
    return next((o for o in found if o != weak), found[0] if found else None)


def _only_may(passage: Passage, verb: int) -> bool:
    """Whether it is told what a vessel may hold, and not whom it held: "can carry", "licensed for", "room for"."""
    rules = table("en", "quantities")["capacity"]
    lemma = passage.parse.lemmas[verb].lower()
    if lemma in rules["nouns"] or (lemma in rules["participles"] and passage.parse.tags[verb] == "VBN"):
        return True
    auxiliaries = {passage.lower[i] for i in passage.children(verb, "aux")}
    return bool(auxiliaries & {*rules["may"]}) and not auxiliaries & {*rules["real"]}


def forms(passage: Passage, token: int) -> tuple[str, str]:
    """The word as it stands, and its lemma."""
    return passage.lower[token], passage.parse.lemmas[token].lower()


def _idiom(passage: Passage, token: int) -> str | None:
    """The outcome of a verb with the words that belong to it: "*lost* their *lives*", "*brought* out *alive*"."""
    for verb in _verbs(passage, token):
        rows = _idioms().get(passage.parse.lemmas[verb].lower())
        if rows:
            with_it = {w for i in _governed(passage, verb, token) for w in forms(passage, i)}
            told = next((outcome for needed, outcome in rows if needed <= with_it), None)
            if told and (_is_person(passage, token) or told not in words("en", "quantities", "of_people", "outcomes")):
                return told
    return None


def _is_person(passage: Passage, token: int) -> bool:
    """Whether the counted are people, or of a sort that is not said."""
    lemma = passage.parse.lemmas[token].lower()
    people = words("en", "quantities", "anaphoric", "people") | words("en", "quantities", "anaphoric", "nouns")
    return lemma in people or passage.parse.pos[token] not in {"NOUN", "PROPN"}


def _verbs(passage: Passage, token: int) -> Iterator[int]:
    """The verbs that may tell of the counted: theirs, what it governs or is joined to, and the relative clause's."""
    dep, head = passage.parse.deps[token], _governor(passage, token)
    if dep == "nummod":
        dep, head = passage.parse.deps[head], passage.parse.heads[head]
    if dep == "pobj":  # "a crew of 9": what is said of the crew
        above = passage.parse.heads[head]
        dep, head = passage.parse.deps[above], passage.parse.heads[above]
    if dep == "conj":
        dep, head = passage.parse.deps[head], passage.parse.heads[head]
    if dep in TOLD_OF:
        yield head
        yield from passage.children(head, "xcomp", "ccomp")
        if passage.parse.deps[head] in {"ccomp", "xcomp"} and dep == "nsubj":
            yield passage.parse.heads[head]  # "let 12 hostages go"
        if dep in SUBJECTS:
            yield from passage.children(head, "conj")
    yield from passage.children(token, "acl", "relcl")


def _governor(passage: Passage, token: int) -> int:
    """What a word belongs to; the verb itself, where a parser has hung a subject on its auxiliary."""
    head = passage.parse.heads[token]
    auxiliary = passage.parse.deps[token] in SUBJECTS and passage.parse.deps[head] in {"aux", "auxpass"}
    return passage.parse.heads[head] if auxiliary else head


def _governed(passage: Passage, verb: int, counted: int) -> Iterator[int]:
    """The words that a verb takes, those behind its prepositions among them."""
    for child in passage.children(verb, *GOVERNED):
        if child != counted:
            yield child
            yield from (i for i in passage.children(child, "pobj", "advmod", "acomp", "pcomp"))


def _of_its_head(passage: Passage, clause: int) -> bool:
    """Whether a clause behind a noun says what befell it: not what it did, nor what befell others ("20 of whom")."""
    subjects = passage.children(clause, "nsubj", "nsubjpass")
    others = any(passage.parse.pos[s] in {"NOUN", "PROPN", "NUM"} for s in subjects)
    return not others and not passage.children(clause, "dobj")


def _predicates(passage: Passage, token: int) -> list[int]:
    """The words that say what befell the counted."""
    dep, head = passage.parse.deps[token], _governor(passage, token)
    lemma = passage.parse.lemmas[head].lower()
    if dep == "nsubj" and passage.children(
        head, "dobj"
    ):  # "two gunmen killed nine": what they did, not what befell them
        return list(passage.children(head, "dobj")) if lemma in words("en", "quantities", "bearing", "verbs") else []
    if dep in TOLD_OF:
        under = passage.children(head, "acomp", "oprd", "attr", "xcomp", "dobj", "prep")
        bare = [c for c in passage.children(head, "ccomp") if not passage.children(c, "nsubj", "nsubjpass", "mark")]
        boards = [b for p in under if passage.parse.deps[p] == "prep" for b in passage.children(p, "pobj")]
        boards += [b for p in under if passage.lower[p] == "as" for b in passage.children(p, "pcomp")]
        whole = passage.children(head, "nsubj") if lemma in words("en", "quantities", "bearing", "including") else ()
        then = passage.children(head, "conj") if dep == "nsubjpass" else ()
        taken = [b for c in then for p in passage.children(c, "prep") for b in passage.children(p, "pobj")]
        feared = [x for c in then for x in passage.children(c, "xcomp")]  # "known or feared to have *died*"
        return [*(u for u in under if u != token), *bare, *boards, head, *whole, *taken, *then, *feared]
    if dep in {"pobj", "conj", "nummod"}:
        above = []
        for a in list(passage.ancestors(token))[:3]:
            above.append(a)
            if passage.parse.deps[a] == "ccomp":
                break  # above it stands who says so
        return [i for a in above for i in (a, *passage.children(a, "nsubj", "nsubjpass")) if i != token]
    return []


def _beside(passage: Passage, token: int) -> list[int]:
    near = list(passage.children(token, "amod", "advmod", "compound"))
    near += [c for c in passage.children(token, "acl", "relcl") if _of_its_head(passage, c)]
    for preposition in passage.children(token, "prep"):
        if passage.lower[preposition] in words("en", "quantities", "apart", "prepositions"):
            continue
        near.extend(passage.children(preposition, "pobj"))
        near.append(preposition)
    return near
