"""What one place of a name says of its kind: its form, what the data knows, the parser's label, the words beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from variorum.lang.organization_names import head_noun
from variorum.lang.territories import territories
from variorum.model.parse import Passage
from variorum.model.reading import EntityKind
from variorum.read.names.gazetteer import CERTAIN, LIKELY, choose
from variorum.read.names.lexicon import clues, offices, organizations
from variorum.read.names.runs import STOCK_CODE
from variorum.read.names.spans import NameSpan
from variorum.read.names.whereabouts import described, lies_in, situated

Weights = dict[str, float]
"""Weight by kind; "other" is for events, laws, works and products, which are not kept."""
LABEL_KINDS: Mapping[str, EntityKind | str] = {
    "PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "group",
    "EVENT": "other", "LAW": "other", "WORK_OF_ART": "other", "PRODUCT": "other",
}  # fmt: skip
LABEL_WEIGHT = {"PERSON": 2.0, "GPE": 1.5, "LOC": 2.0, "FAC": 1.5, "ORG": 1.2, "NORP": 1.2}
DETERMINED = frozenset({"DT", "PRP$", "POS"})
"""Tags of what a noun phrase of its own begins behind: an article, a possessive."""
LONGEST_ACRONYM = 6
"""Letters up to which a word in capitals is likely an acronym."""
APPOSITION = 7
"""Tokens within which an apposition must come to its office."""
OPENING = 0.4
"""Share of the label's weight for a person's bare name at a sentence's head, where any word has a capital."""
LONG_OFFICE = 12
"""Tokens within which an office before the name's comma must begin."""


def weigh(span: NameSpan, language: str, near: Collection[str]) -> Weights:
    """What one place of a name says of its kind. ``near`` are the countries that the article names."""
    weights: Weights = defaultdict(float)
    _by_form(span, weights, language)
    _by_lists(span, weights, language, near)
    _by_label(span, weights)
    _by_neighbours(span, weights, language)
    return weights


def _by_form(span: NameSpan, weights: Weights, language: str) -> None:
    words = span.passage.lower[span.first : span.last]
    hints, text = clues(language), span.text
    last = words[-1] if words[-1] not in ("'s", "’s") else words[-2]
    owned = not {"'s", "’s", "'", "’"}.isdisjoint(words) and head_noun(text) in hints["organization"]
    of_body = (words[0] in hints["organization_first"] or owned) and "of" in words
    if len(words) > 1:
        if last in hints["organization"] or of_body or "for" in words or "&" in words:
            weights["organization"] += 6
        if words[0] in hints["organization_lead"]:
            weights["organization"] += 6
        if last in hints["other"] or words[0] in hints["other_first"]:
            weights["other"] += 6
        headed = "of the " in text and head_noun(text) in hints["organization"]  # "Front of the Blue Hills" is no hills
        if headed and not of_body:
            weights["organization"] += 3
        if last in hints["place"] and not headed:
            weights["place"] += 6.5
        if words[0] in hints["place_first"]:
            weights["place"] += 4
    elif last in hints["organization"] or last in hints["place"] or last in hints["other"]:
        weights["other"] += 1
    if last in hints["groups"]:
        weights["group"] += 12 if len(words) == 1 else 3
    if len(words) == 1 and 1 < len(text) <= LONGEST_ACRONYM and text.isupper() and "." not in text:
        weights["organization"] += 1.5
    if len(words) > 1 and last in hints["legal_forms"] - (
        set() if text.split()[-1].isupper() else hints["capital_forms"]
    ):
        weights["organization"] += 6


def _by_lists(span: NameSpan, weights: Weights, language: str, near: Collection[str]) -> None:
    """Known organizations, capitals and cities."""
    key, lands = span.key, territories(language)
    if key in organizations(language).known or key in lands.seats:
        weights["organization"] += 8
    if key in lands.capitals:
        weights["place"] += 6
    elif key in lands.spellings:
        weights["place"] += 3.5
    elif city := choose(key, language, None, near):
        size = 3.5 if city.population > CERTAIN else 2 if city.population >= LIKELY else 1
        weights["place"] += max(size, 3) if " " in key else size


def _by_label(span: NameSpan, weights: Weights) -> None:
    if span.label:
        weight = LABEL_WEIGHT.get(span.label, 1.0)
        alone = span.label == "PERSON" and " " not in span.key and _opens(span)
        weights[LABEL_KINDS[span.label]] += weight * OPENING if alone else weight if span.full else weight / 2


def _opens(span: NameSpan) -> bool:
    """Whether it begins a sentence."""
    return any(a == span.first for a, _ in span.passage.parse.sentences)


def _by_neighbours(span: NameSpan, weights: Weights, language: str) -> None:
    hints, p = clues(language), span.passage
    standing = hints["standing_in"]
    before = p.lower[span.first - 1] if span.first else ""
    after = p.lower[span.last] if span.last < len(p) else ""
    weights["place"] += situated(span, language)
    if before in hints["locative"] and after not in ("'s", "'"):
        weights["place"] += (2.5 if " " in span.key and span.label != "ORG" else 1) if before in standing else 0.4
    if before == "the" and span.first > 1 and p.lower[span.first - 2] in (*standing, "of"):
        front = p.lower[span.first - 2] != "of" or p.lower[max(0, span.first - 3)] == "front"
        weights["place"] += 1.5 * (front and " " not in span.key and span.label != "ORG")  # "near the Ferrant"
    if of_place_noun(span, language) or _had(span, hints["had_by_places"]):
        weights["place"] += 5
    if before == "between" and _between(span, language):
        weights["place"] += 5
    if after == "," and _apposed_noun(span) in hints["place_nouns"]:
        weights["place"] += 5  # "Linda, a village in ..."
    if after in hints["place_offices"] and not span.text.isupper() and not span.title:
        weights["place"] += 2.5
    if before == "," and after in (",", ".") and span.first > 2 and p.lower[span.first - 3] in (*standing, "of"):
        weights["place"] += 2 * p.words[span.first - 2][0].isupper()  # "in Harlow, Lower Marsh,"
    if after in hints["happenings"]:
        weights["other"] += 2
        weights["person"] -= 4
    weights["organization"] += _corporate(span, before, after, language)
    for kind, words, weight in (
        ("place", "place_nouns", 2.5),
        ("organization", "organization_nouns", 1.5),
        ("organization", "organization_tails", 1.5),
        ("group", "group_nouns", 0.5),
    ):
        if after in hints[words]:
            weights[kind] += weight
    weights["person"] += _human(span, before, after, language)


def of_place_noun(span: NameSpan, language: str) -> bool:
    """Whether "the island of" or the like stands before the name."""
    p = span.passage
    lead = p.lower[max(0, span.first - 2) : span.first]
    return lead[1:] == ("of",) and lead[0] in clues(language)["place_nouns"]


def _had(span: NameSpan, nouns: Collection[str]) -> bool:
    """Whether one of the nouns stands before "of" and the name."""
    p = span.passage
    return span.first > 1 and p.lower[span.first - 1] == "of" and p.lower[span.first - 2] in nouns


def _between(span: NameSpan, language: str) -> bool:
    """Whether what lies between two places is named before: "the road between X and Y"."""
    p = span.passage
    return span.first > 1 and p.lower[span.first - 2] in clues(language)["lying_between"]


def _corporate(span: NameSpan, before: str, after: str, language: str) -> float:
    """What the noun beside the name says that it is a body's: "the carrier X", "X, the state-owned carrier"."""
    hints, p, weight = clues(language), span.passage, 0.0
    after = p.words[span.last] if STOCK_CODE.fullmatch(p.words[span.last] if span.last < len(p) else "") else after
    own = " " in span.key or span.label not in ("GPE", "LOC")
    if STOCK_CODE.fullmatch(after) or (after == "(" and _listed(p, span.last + 1, language)):
        weight += 8
    if before in hints["organization_nouns"] and own and p.parse.tags[span.first - 1] == "NN":
        weight += 3 if " " not in span.key or _without_article(span) else 6  # "the airline Linda Nelson"
    if after in hints["named_bodies"] and " " in span.key and span.first and p.lower[span.first - 1] == "the":
        weight += 7  # outweighs a place's noun within the name
    if after == "," and _apposed_noun(span) in hints["organization_nouns"]:
        weight += 5
    if before == "," and after in (",", ".") and _beside_body(span, after, language):
        weight += 4
    if after in hints["body_offices"] and span.label not in ("GPE", "LOC") and not span.title:
        weight += 2.5 * p.words[span.last + 1][:1].isupper() if span.last + 1 < len(p) else 0
    if after == "," and p.lower[span.last + 1 : span.last + 2] == ("which",) and _does(span, language):
        weight += 3
    if span.key.split()[-1] in hints["place"] and _elected(span, language):
        weight += 9
    return weight


def _beside_body(span: NameSpan, after: str, language: str) -> bool:
    """Whether a body's noun stands before the name's comma: "the seismology institute, X,", "sued its supplier, X."."""
    hints, p = clues(language), span.passage
    if span.first < 2 or p.words[span.first - 2] not in hints["organization_nouns"] | hints["organization_first"]:
        return False
    listed = (
        after != "," and p.parse.tags[_before_nouns(p, span.first - 2)] not in DETERMINED
    )  # "a bank, bus company, X."
    return not listed and not _office_before(span, language)


def _without_article(span: NameSpan) -> bool:
    """Whether no article stands before the nouns right before the name."""
    return span.passage.parse.tags[_before_nouns(span.passage, span.first - 1)] != "DT"


def _before_nouns(p: Passage, k: int) -> int:
    """The token before the nouns and adjectives that end at ``k``; the first token if they open the passage."""
    while k > 0 and p.parse.tags[k].startswith(("NN", "JJ", "HYPH")):
        k -= 1
    return k


def _listed(p: Passage, k: int, language: str) -> bool:
    """Whether a share's code opens the bracket whose first word is at ``k``."""
    return k < len(p) and (bool(STOCK_CODE.fullmatch(p.words[k])) or p.lower[k] in clues(language)["exchanges"])


def _elected(span: NameSpan, language: str) -> bool:
    """Whether it has, wins or loses votes or seats."""
    parse, head = span.passage.parse, span.last - 1
    verb = parse.heads[head]
    if parse.deps[head] != "nsubj" or parse.lemmas[verb] not in clues(language)["poll_verbs"]:
        return False
    return any(parse.lemmas[c] in clues(language)["poll_nouns"] for c in span.passage.children(verb, "dobj"))


def _does(span: NameSpan, language: str) -> bool:
    """Whether the verb behind ", which" is one of bodies, adverbs and auxiliaries apart."""
    p = span.passage
    for k in range(span.last + 2, min(len(p), span.last + APPOSITION)):
        if p.parse.pos[k] == "VERB":
            return p.parse.lemmas[k] in clues(language)["body_verbs"]
    return False


def _apposed_noun(span: NameSpan) -> str:
    """The head of the noun phrase with an article behind the name's comma; "" when there is none."""
    p, k = span.passage, span.last + 1
    if p.lower[k : k + 1] not in (("the",), ("a",), ("an",)):
        return ""
    while k + 1 < len(p) and p.parse.tags[k + 1].startswith(("JJ", "NN", "CD", "POS", "HYPH", "VBN", "RB")):
        k += 1
    return p.lower[k] if p.parse.tags[k] == "NN" and p.parse.deps[k] == "appos" else ""


def _office_before(span: NameSpan, language: str) -> bool:
    """Whether the name stands in apposition to an office: "the union's lawyer, X", "the head of the board, X"."""
    p, heads = span.passage, offices(language).heads
    comma = span.first - 1
    if comma < 2 or p.words[comma] != "," or span.title:
        return False
    for h in range(comma - 1, max(-1, comma - LONG_OFFICE), -1):
        if p.words[h] in (",", ".", ";", "(") or p.parse.tags[h].startswith(("VB", "MD", "W")):
            return False
        if p.words[h] in heads and p.parse.tags[h] == "NN":
            begins = h - 1
            while begins >= 0 and p.parse.tags[begins].startswith(("JJ", "NN", "HYPH")):
                begins -= 1
            led = begins >= 0 and p.parse.tags[begins] in DETERMINED
            return led and (h == comma - 1 or p.lower[h + 1] in ("of", "for", "at", "in"))
    return False


def _office_follows(span: NameSpan, language: str) -> bool:
    """Whether an apposition behind the name begins with an office: ", head of the rescue service"."""
    p, heads = span.passage, offices(language).heads
    if p.lower[span.last + 1 : span.last + 2] == ("its",):
        return False  # "in Linda, its governor said"
    for k in range(span.last + 1, min(len(p), span.last + APPOSITION)):
        if p.lower[k] in heads and p.parse.tags[k] in ("NN", "NNP"):
            return p.lower[k] not in clues(language)["organization"]
        if not p.parse.tags[k].startswith(("DT", "JJ", "NN", "PRP$", "POS", "HYPH")) or p.words[k] == ",":
            return False
    return False


def _apposed_person(span: NameSpan, before: str, after: str, language: str) -> int:
    """How many appositions behind the name say what a person is: an office, which no place has, or an occupation."""
    if after != ",":
        return 0
    there = lies_in(before, language) or of_place_noun(span, language)
    office = _office_follows(span, language) and not there
    return office + described(span, _apposed_noun(span), language)


def _human(span: NameSpan, before: str, after: str, language: str) -> float:
    """What around the name says that it is a person's."""
    hints, p, weight = clues(language), span.passage, 0.0
    beyond = p.lower[span.last + 1] if span.last + 1 < len(p) else ""
    if span.title:
        weight += 10
    if after == "who" or (after == "," and (beyond == "who" or beyond.isdigit())):
        weight += 3
    weight += 4 * _apposed_person(span, before, after, language)
    if after in ("'s", "'") and beyond in hints["human_possessions"]:
        weight += 1
    if before == "," and (_office_before(span, language) or p.lower[span.first - 2] in offices(language).heads):
        weight += 4 if _office_before(span, language) else 1
    if before == "the" and not span.title and " " not in span.key:
        weight -= 2.5  # "the Danube": no person's name
    head = span.last - 1
    acts = p.parse.deps[head] in ("nsubj", "nsubjpass")
    if not span.label and acts and " " not in span.key and _taken_up(span):
        weight += 1
    if p.parse.deps[head] == "dobj" and p.parse.lemmas[p.parse.heads[head]] in hints["done_to_persons"]:
        weight += 1.5
    if _had(span, hints["had_by_persons"]):
        weight += 2.5
    elif _had(span, hints["led_by_persons"]) and span.label not in ("GPE", "LOC", "FAC") and " " in span.key:
        weight += 1.5
    if acts and p.parse.lemmas[p.parse.heads[head]] in hints["human_verbs"]:
        weight += 2 if LABEL_KINDS.get(span.label) == "other" else 1  # whoever tells something is no work or event
        weight += 2.5 * (" " not in span.key and _taken_up(span))
    if 2 <= len(span.key.split()) <= 4 and not span.label:
        weight += 0.8
    return weight


def _taken_up(span: NameSpan) -> bool:
    """Whether the next sentence begins with "he" or "she", and this one has no other name of a person."""
    p = span.passage
    here = next((s for s in p.parse.sentences if s[0] <= span.first < s[1]), None)
    if here is None or p.lower[here[1] : here[1] + 1] not in (("he",), ("she",)):
        return False
    return not any(p.parse.labels[k] == "B-PERSON" for k in range(*here) if not span.first <= k < span.last)
