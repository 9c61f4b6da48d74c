"""Numbers that stand without a noun: which of them count at all, and what they count.

"The police counted 8,000", "nine from Iloilo and three from Aklan", "37 percent against 36", "the dead number 22": the
noun stands before them, in the verb's object or its subject, or in the count that they are set beside. The words are
data in ``lang/en/quantities.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from variorum.lang import table, words
from variorum.model.parse import Passage
from variorum.read.changes import HIGHEST, of_two_ends
from variorum.read.counted import bound_behind, bound_of, head_of
from variorum.read.numerals import number_at
from variorum.read.revised import Count, Told
from variorum.read.units import unit_words

SET_BESIDE = frozenset({"conj", "appos", "npadvmod", "dep", "nummod", "prep", "nmod", "compound"})
"""How a number whose noun and verb are left out is hung on what stands before it."""


@cache
def _rules() -> dict[str, Any]:
    rules: dict[str, Any] = table("en", "quantities")["alone"]
    return rules


def stands_alone(passage: Passage, first: int, last: int) -> bool:
    """Whether a number without a noun is what a verb tells of: "the police counted 8,000", "rose to 31"."""
    rules, head = _rules(), of_two_ends(passage, first, last)
    if passage.parse.tags[head] != "CD" or _told_before(passage, head):
        return False
    if set_beside(passage, first, last):
        return True
    if passage.lower[head] in rules["pronouns"] and not _is_only_one(passage, first):
        return False
    inside = range(first, last + 1)
    if any(passage.lower[c] in rules["whole"] for c in passage.children(head, "det", "predet")):
        return True
    if any(passage.lower[c] not in rules["determiners"] for c in passage.children(head, "det") if c not in inside):
        return False
    dep, above = passage.parse.deps[head], passage.parse.heads[head]
    if last < above <= bound_behind(passage, last)[1]:  # "there were 140 or *more*"
        dep, above = passage.parse.deps[above], passage.parse.heads[above]
    if dep == "pobj":
        return _is_governed(passage, above)
    if dep == "npadvmod" and bound_of(passage, first)[1] == above + 1:
        return True  # "the police count 14", taken for a noun
    return dep in rules["dependencies"] and passage.parse.pos[above] in {"VERB", "AUX", "NUM"} and above != head


def _told_before(passage: Passage, head: int) -> bool:
    """Whether a verb in the past perfect says that the number was given earlier: "*had earlier counted* 19"."""
    of = passage.parse.heads[head]
    if passage.parse.deps[head] == "pobj" and passage.lower[of] == "of":  # "an *earlier* count of two"
        former = words("en", "quantities", "former", "attributes")
        return any(passage.lower[c] in former for c in passage.children(passage.parse.heads[of], "amod"))
    verb = next((a for a in passage.ancestors(head) if passage.parse.pos[a] == "VERB"), None)
    if verb is None or not any(passage.lower[c] == "had" for c in passage.children(verb, "aux")):
        return False
    beside = [i for c in passage.children(verb, "advmod", "npadvmod") for i in passage.subtree(c)]
    former = words("en", "quantities", "former", "earlier") | words("en", "quantities", "former", "adverbs")
    return any(passage.lower[i] in former for i in beside)


def _is_only_one(passage: Passage, first: int) -> bool:
    """Whether "one" is a number, and stands for no noun: "*only* one was fired"."""
    return first > 0 and passage.lower[first - 1] in _rules()["only"] and passage.lower[first - 2] != "the"


def _is_governed(passage: Passage, preposition: int) -> bool:
    """Whether a preposition gives a number: "put the toll *at*", "spoke *of*", "a figure *of*", "licensed *for*"."""
    rules, word, above = _rules(), passage.lower[preposition], passage.parse.heads[preposition]
    if word == "from" and passage.lower[above] == "from":  # "from 34 to 31"
        above = passage.parse.heads[above]
    if passage.lower[above] == "from":
        above = passage.parse.heads[above]
    lemma = passage.parse.lemmas[above].lower()
    if word == "of" and passage.parse.pos[above] == "NOUN":
        return lemma in words("en", "quantities", "totals", "nouns") or lemma in rules["of"]
    if lemma in rules["governing"].get(word, ()):
        return True
    if word in rules["climbing"]:
        near = list(passage.ancestors(preposition))[:HIGHEST]
        verbs = (a for a in near if passage.parse.lemmas[a].lower() in rules["verbs"])
        above = next(verbs, above)
    return word in rules["prepositions"] and passage.parse.lemmas[above].lower() in rules["verbs"]


def set_beside(passage: Passage, first: int, last: int) -> bool:
    """Whether a number leaves out a noun told before in its sentence: "four *in Hue*, Da Nang *two*", "against 36"."""
    rules, head = _rules(), head_of(passage, first, last)
    if passage.parse.tags[head] != "CD" or not _counted_before(passage, first):
        return False
    before = passage.lower[first - 1]
    if _is_named_item(passage, first, last):
        return True
    if _is_told_alike(passage, first, head):
        return True
    if before in rules["bound_between"] and first > 1:
        before = passage.lower[first - 2]
    after = passage.lower[last + 1] if last + 1 < len(passage) else ""
    hung = passage.parse.deps[head] in SET_BESIDE or passage.parse.deps[head] in rules["dependencies"]
    shared = passage.lower[last + 2 : last + 3] and passage.lower[last + 2] in rules["shared_out"]
    if hung and before in rules["opening"] and after in rules["where"] and not shared:
        return True
    ends = not passage.parse.tags[last + 1 : last + 2] or not passage.parse.tags[last + 1].startswith(
        ("NN", "JJ", "CD")
    )
    sided = before == "to" and first > 1 and passage.parse.lemmas[first - 2].lower() in rules["sided"]
    former = before == "from" and _measured_before(passage, first)
    compared = (
        sided
        or former
        or before in rules["against"]
        or passage.lower[first - 2 : first] in {("instead", "of"), ("rather", "than")}
    )
    return ends and compared and passage.parse.deps[head] == "pobj"


def _measured_before(passage: Passage, first: int) -> bool:
    """Whether a number with a unit stands before one in its sentence: "61.3 *percent*, down from 66.8"."""
    start = passage.sentence_of(first)[0]
    units = unit_words()
    return any(
        passage.parse.tags[t] == "CD" and passage.parse.lemmas[t + 1].lower() in units for t in range(start, first - 2)
    )


def _is_told_alike(passage: Passage, first: int, head: int) -> bool:
    """Whether a second voice's number leaves out its verb: "the union spoke of 900 people, *the police of 300*"."""
    preposition = passage.parse.heads[head]
    told = passage.parse.deps[head] == "pobj" and passage.lower[preposition] in _rules()["repeated"]
    if not told or bound_of(passage, first)[1] != preposition + 1:
        return False
    start = passage.sentence_of(first)[0]
    if passage.parse.pos[preposition - 1] not in {"NOUN", "PROPN"} or preposition - 1 <= start:
        return False
    for other in range(start, preposition - 1):
        if (
            passage.lower[other] == passage.lower[preposition]
            and passage.parse.pos[passage.parse.heads[other]] == "VERB"
        ):
            objects = passage.children(other, "pobj")
            numbers = [c for o in objects for c in (o, *passage.children(o, "nummod"))]
            return any(passage.parse.tags[c] == "CD" for c in numbers)
    return False


def _counted_before(passage: Passage, first: int, *, right: int = 1) -> bool:
    """Whether another number stands before one in its sentence, ``right`` or more words before."""
    start = passage.sentence_of(first)[0]
    return any(tag == "CD" for tag in passage.parse.tags[start : max(start, first - right)])


def _is_named_item(passage: Passage, first: int, last: int) -> bool:
    """Whether a name and a number are an item of a list of such: "96 seats for the League *and the Union 95*"."""
    rules, after = _rules(), passage.lower[last + 1] if last + 1 < len(passage) else "."
    named = passage.parse.pos[first - 1] == "PROPN"
    whose = passage.parse.pos[first - 1] == "NOUN" and passage.parse.lemmas[first - 1].lower() not in rules["labels"]
    if not (named or whose) or after not in rules["closing"]:
        return False
    at = first - 1
    while at > 0 and (passage.parse.pos[at] == "PROPN" or passage.lower[at] in rules["in_names"]):
        at -= 1
    if whose:  # "43 percent, *its rival 38*"
        at = first - 3 if passage.parse.tags[first - 2] in {"DT", "PRP$"} and _measured_before(passage, first) else 0
    return passage.lower[at] in rules["opening"]


def is_name(passage: Passage, first: int, last: int, noun: int | None) -> bool:
    """Whether a number names and does not count: "Channel Six", "flight 318", "Fire Officer 2 Pangilinan"."""
    if noun is not None and noun > last:
        singular = passage.parse.tags[noun] == "NNP" and passage.parse.labels[noun].endswith("PERSON")
        return singular and first > 0 and passage.parse.pos[first - 1] == "PROPN"
    head = head_of(passage, first, last)
    at = first - 1
    if noun is not None or at < 0 or passage.parse.heads[head] != at or passage.parse.deps[head] not in SET_BESIDE:
        return False
    labelled = passage.parse.pos[at] == "PROPN" or passage.parse.lemmas[at].lower() in _rules()["labels"]
    return labelled and not set_beside(passage, first, last)


def numbered(passage: Passage, first: int) -> int | None:
    """The noun of those whom a verb numbers: "*survivors* number 139", "the *dead* now number 22"."""
    at = first - 1
    if at < 1 or passage.lower[at] not in _rules()["numbering"]:
        return None
    if passage.parse.pos[at] == "VERB":
        subjects = passage.children(at, "nsubj")
        return subjects[0] if subjects else None
    at -= 1
    while at > 0 and passage.parse.pos[at] == "ADV":
        at -= 1
    plural = passage.parse.tags[at] == "NNS" or (at > 0 and passage.lower[at - 1] == "the")
    return at if plural and passage.parse.tags[at] in {"NNS", "JJ", "VBN"} else None


def crowd(passage: Passage, first: int, last: int) -> str | None:
    """The people that a vague number without a noun counts: "*hundreds* lined the street", "drove *thousands* out"."""
    rules, head = _rules()["crowds"], head_of(passage, first, last)
    if passage.lower[first] not in rules["words"] or _things_before(passage, first):
        return None
    verb = passage.parse.lemmas[passage.parse.heads[head]].lower()
    dep = passage.parse.deps[head]
    told = dep == "dobj" and verb in rules["moving"]
    does = dep in {"nsubj", "nsubjpass"} and verb not in rules["of_things"]
    return str(rules["counted"]) if told or does else None


def _things_before(passage: Passage, first: int) -> bool:
    """Whether the sentence counts things before a number, so that it may count these."""
    start = passage.sentence_of(first)[0]
    for token in reversed(range(start, first)):
        noun = passage.parse.heads[token]
        if passage.parse.deps[token] == "nummod" and passage.parse.tags[noun] == "NNS":
            return passage.parse.lemmas[noun].lower() not in words("en", "quantities", "anaphoric", "people")
    return False


def filled(passage: Passage, found: Sequence[Count]) -> list[Count]:
    """The counts, those that leave out what they count with the unit, the noun and the outcome of the one before."""
    out: list[Count] = []
    for count in found:
        told = count.told
        if _says_nothing(told) and (known := _beside_which(passage, count, out)) is not None:
            told = told._replace(unit=known.unit, noun=known.noun, of=known.of)
        out.append(count._replace(told=told))
    return out


def _says_nothing(told: Told) -> bool:
    return told.unit is None and told.noun is None and told.of is None and told.vague is None


def _beside_which(passage: Passage, count: Count, before: Sequence[Count]) -> Told | None:
    value = number_at(passage, count.token)
    only = passage.lower[count.token] == "one"
    if value is None or not (only or set_beside(passage, count.token, value[2])):
        return None
    start = passage.sentence_of(count.token)[0]
    ages = table("en", "quantities")["ages"]["units"].values()
    here = [c.told for c in before if start <= c.token and c.told.unit not in ages and not _says_nothing(c.told)]
    return here[-1] if here and (here[-1].unit is None or not only) else None


def articled(passage: Passage, found: Sequence[Count]) -> Iterator[Count]:
    """What an article counts beside numbers: "two trucks and *a motorcycle*", "*a boat*, three cars and a bus"."""
    counted = {c.token: c for c in found}
    rules = _rules()["articles"]
    nouns = {passage.parse.heads[t] for t in counted if passage.parse.deps[t] == "nummod"}
    for token, dep in enumerate(passage.parse.deps):
        noun = passage.parse.heads[token]
        if dep != "det" or passage.lower[token] not in rules["words"] or noun <= token:
            continue
        if passage.parse.tags[noun] != "NN" or not nouns & _joined(passage, noun):
            continue
        lemma = passage.parse.lemmas[noun].lower()
        grouped = any(passage.lower[p] == "of" for p in passage.children(noun, "prep"))
        if grouped or lemma in rules["uncounted"] or lemma in table("en", "quantities")["time_units"]["nouns"]:
            continue
        apposed = token > 1 and passage.words[token - 1] == "," and passage.parse.pos[token - 2] == "PROPN"
        if apposed or passage.children(noun, "nummod") or passage.parse.labels[noun][2:] in {"DATE", "TIME"}:
            continue
        beside = next(c.told for t, c in counted.items() if passage.parse.heads[t] in _joined(passage, noun) & nouns)
        if beside.unit is None and beside.noun != lemma:
            yield Count(token, (token, noun + 1), Told(1.0, 1.0, None, lemma, beside.of, None))


def _joined(passage: Passage, noun: int) -> set[int]:
    """The heads that a noun is joined to by "and" or in a list."""
    first = noun
    while passage.parse.deps[first] == "conj":
        first = passage.parse.heads[first]
    found, todo = set(), [first]
    while todo:
        at = todo.pop()
        found.add(at)
        todo += passage.children(at, "conj")
    return found - {noun}
