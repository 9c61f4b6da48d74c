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
from variorum.read.counted import head_of
from variorum.read.numerals import number_at
from variorum.read.revised import Count, Told

HIGHEST = 5
"""Steps in the tree from the preposition of a number up to the verb that tells how a total went."""
SET_BESIDE = frozenset({"conj", "appos", "npadvmod", "dep", "nummod", "prep", "nmod", "compound"})
"""How a number whose noun and verb are left out is hung on what stands before it."""


@cache
def _rules() -> dict[str, Any]:
    rules: dict[str, Any] = table("en", "quantities")["alone"]
    return rules


def stands_alone(passage: Passage, first: int, last: int) -> bool:
    """Whether a number without a noun is what a verb tells of: "the police counted 8,000", "rose to 31"."""
    rules, head = _rules(), _of_two_ends(passage, first, last)
    if passage.parse.tags[head] != "CD" or _told_before(passage, head):
        return False
    if set_beside(passage, first, last):
        return True
    if passage.lower[head] in rules["pronouns"] and not _is_only_one(passage, first):
        return False
    inside = range(first, last + 1)
    if any(passage.lower[c] not in rules["determiners"] for c in passage.children(head, "det") if c not in inside):
        return False
    dep, above = passage.parse.deps[head], passage.parse.heads[head]
    if dep == "pobj":
        return _is_governed(passage, above)
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
    compared = before in rules["against"] or passage.lower[first - 2 : first] in {("instead", "of"), ("rather", "than")}
    return ends and compared and passage.parse.deps[head] == "pobj"


def _counted_before(passage: Passage, first: int, *, right: int = 1) -> bool:
    """Whether another number stands before one in its sentence, ``right`` or more words before."""
    start = passage.sentence_of(first)[0]
    return any(tag == "CD" for tag in passage.parse.tags[start : max(start, first - right)])


def _is_named_item(passage: Passage, first: int, last: int) -> bool:
    """Whether a name and a number are an item of a list of such: "96 seats for the League *and the Union 95*"."""
    rules, after = _rules(), passage.lower[last + 1] if last + 1 < len(passage) else "."
    if passage.parse.pos[first - 1] != "PROPN" or after not in rules["closing"]:
        return False
    at = first - 1
    while at > 0 and (passage.parse.pos[at] == "PROPN" or passage.lower[at] in rules["in_names"]):
        at -= 1
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
    if passage.lower[first] not in rules["words"] or _counted_before(passage, first, right=0):
        return None
    verb = passage.parse.lemmas[passage.parse.heads[head]].lower()
    dep = passage.parse.deps[head]
    told = dep == "dobj" and verb in rules["moving"]
    does = dep in {"nsubj", "nsubjpass"} and verb not in rules["of_things"]
    return str(rules["counted"]) if told or does else None


def changing(passage: Passage, first: int, last: int) -> int | None:
    """What is brought to a number or from it: "the *workforce* shrank to 68,400", "an increase in *seats* from 9".

    The other end of the change comes first, where that has a noun: "to 25 billion cubic *metres* from 21 billion".
    """
    head = _of_two_ends(passage, first, last)
    preposition = passage.parse.heads[head]
    if passage.parse.deps[head] != "pobj" or passage.lower[preposition] not in _rules()["climbing"]:
        return None
    totals = words("en", "quantities", "totals", "nouns")
    for above in list(passage.ancestors(preposition))[:HIGHEST]:
        lemma = passage.parse.lemmas[above].lower()
        if passage.parse.pos[above] == "VERB" and lemma in _rules()["changes"]:
            theme = passage.children(above, "dobj") or passage.children(above, "nsubjpass", "nsubj")
            if passage.children(above, "dobj", "nsubjpass") and lemma not in _rules()["changing"]:
                theme = tuple(t for t in theme if passage.parse.lemmas[t].lower() in totals)  # "dropped bombs from"
        elif lemma in _rules()["change_nouns"] and passage.parse.pos[above] == "NOUN":
            inside = [p for p in passage.children(above, "prep") if passage.lower[p] in {"in", "of"}]
            inside += [p for p in passage.children(head, "prep") if passage.lower[p] == "in"]
            theme = tuple(b for p in inside for b in passage.children(p, "pobj"))
        else:
            continue
        return _other_end(passage, above, head) or _counted_theme(passage, theme, first)
    return None


def _of_two_ends(passage: Passage, first: int, last: int) -> int:
    """A number's head; of "from 10 to 14", taken for one phrase, the last one's for both."""
    head, above = head_of(passage, first, last), passage.parse.heads[head_of(passage, first, last)]
    fused = first > 0 and passage.lower[first - 1] == "from" and passage.lower[last + 1 : last + 2] == ("to",)
    return above if fused and passage.parse.tags[above] == "CD" and above > last else head


def _other_end(passage: Passage, verb: int, head: int) -> int | None:
    """The noun with which the other end of a change is told."""
    for preposition in passage.children(verb, "prep"):
        for noun in passage.children(preposition, "pobj"):
            numbered_ = any(passage.parse.tags[c] == "CD" for c in passage.children(noun, "nummod"))
            if noun != head and numbered_ and passage.lower[preposition] in {"from", "to"}:
                return noun
    return None


def _counted_theme(passage: Passage, theme: Sequence[int], first: int) -> int | None:
    """What rises or falls, if it is counted or measured; of "the number of dams" the dams."""
    for noun in theme[:1]:
        lemma = passage.parse.lemmas[noun].lower()
        if noun >= first or passage.parse.pos[noun] != "NOUN":
            return None if lemma not in words("en", "quantities", "totals", "nouns") else _totalled_in(passage, noun)
        if lemma in words("en", "quantities", "totals", "nouns"):
            return _totalled_in(passage, noun)
        known = lemma in _rules()["collectives"] or lemma in words("en", "quantities", "measures", "nouns")
        return noun if passage.parse.tags[noun] == "NNS" or known else None
    return None


def _totalled_in(passage: Passage, total: int) -> int | None:
    parts = [b for p in passage.children(total, "prep") for b in passage.children(p, "pobj")]
    return next((b for b in parts if passage.parse.tags[b] == "NNS"), None)


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
