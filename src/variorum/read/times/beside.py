"""What stands beside a match: the words before and after it, the names and quotation marks that it is part of."""

from __future__ import annotations

from variorum.model.parse import Passage
from variorum.read.times.direction import token_at
from variorum.read.times.tagger import Hit

NAME_LABELS = ("ORG", "PERSON", "WORK_OF_ART", "PRODUCT", "FAC", "GPE", "LOC", "NORP")
OPENING, CLOSING = frozenset({'"', "“", "‘", "'"}), frozenset({'"', "”", "’", "'"})
LONGEST_TITLE = 8
"""Words."""
HEADED = 0.7
"""Share of words with a capital, from which a line is a headline's."""


def before(hit: Hit, back: int = 1) -> str:
    """The word that stands so many before the match, in lower case."""
    return hit.tokens.word(hit.first - back).lower()


def after(hit: Hit, on: int = 0) -> str:
    """The word behind the match, in lower case."""
    return hit.tokens.word(hit.last + on).lower()


def next_word(hit: Hit) -> str:
    """The word behind the match as it is written."""
    return hit.tokens.word(hit.last)


def follower(hit: Hit) -> str:
    """The next word; a hyphen only when it is one: "now-closed", not "now - closed" or "now--closed"."""
    word = after(hit)
    if word == "-" and (not hit.tokens.glued(hit.last) or after(hit, 1) == "-"):
        return ""
    return word


def cued(hit: Hit, name: str) -> bool:
    """Whether the word before is in a list of cues."""
    return before(hit) in hit.lexicon.cues[name]


def token_of(hit: Hit, passage: Passage, token: int) -> int | None:
    """The parser's token for one of the paragraph's own."""
    return token_at(passage, hit.tokens.spans[token][0])


def inside_a_word(hit: Hit) -> bool:
    """Whether a letter or digit touches the match: "h3pm", "737max"."""
    text, spans = hit.tokens.text, hit.tokens.spans
    start, end = spans[hit.first][0], spans[hit.last - 1][1]
    glued = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    return glued or (end < len(text) and text[end].isalnum() and text[end - 1].isalnum())


def mentioned(hit: Hit) -> bool:
    """Whether capitals in quotation marks end with the word: a title, "Yesterday", "Good News Sunday"."""
    word = hit.tokens.word
    closed = word(hit.last) in CLOSING or (word(hit.last) in {",", "."} and word(hit.last + 1) in CLOSING)
    if hit.last - hit.first > 1 or not closed or not word(hit.first)[0].isupper():
        return False
    first = hit.first - 1
    while word(first)[:1].isupper() and hit.first - first < LONGEST_TITLE:
        first -= 1
    return word(first) in OPENING and (hit.first - first > 1 or word(hit.last) in CLOSING)


def preposition(hit: Hit) -> bool:
    """Whether "following" joins what goes before to the day: "following Monday's vote", not "the following Monday"."""
    if hit.word("side") not in hit.lexicon.cues["FOLLOWING_BARE"] or hit.place("side")[0] > hit.first:
        return False
    return not hit.lexicon.has(before(hit) or " ", "DETERMINER") and not hit.tokens.word(hit.first - 1).endswith("s")


def conjunction(hit: Hit, passage: Passage) -> bool:
    """Whether the first word is no determiner but joins clauses: "said that Friday ...", "that first quarter sales"."""
    if hit.tokens.word(hit.first).lower() not in hit.lexicon.cues["CONJUNCTION"]:
        return False
    i = token_of(hit, passage, hit.first)
    return i is not None and passage.parse.tags[i] == "IN"


def named(hit: Hit, passage: Passage, token: int) -> bool:
    """Whether the word is part of a longer name: "The Sunday Times", "USA Today"."""
    i = token_at(passage, hit.tokens.spans[token][0])
    if i is None:
        return False
    labels, words = passage.parse.labels, passage.words
    if not labels[i].endswith(NAME_LABELS) or not words[i][0].isupper():
        return False
    # A determiner is no part of a longer name.
    # Taggers take "buried the East Saturday" for one name: only a work's ends in a weekday.
    behind = (
        labels[i] == "I-WORK_OF_ART"
        and words[i - 1][0].isupper()
        and hit.lexicon.glue.get(words[i - 1].lower()) != "the"
    )
    return behind or (i + 1 < len(words) and labels[i + 1].startswith("I-") and words[i + 1][0].isupper())


def in_a_name(hit: Hit, passage: Passage) -> bool:
    """Whether it is a capital inside a sentence beside another: "USA Today", "Nightly News"."""
    i = token_at(passage, hit.tokens.spans[hit.first][0])
    if not i or not passage.words[i][0].isupper() or i == passage.sentence_of(i)[0] or passage.words[i - 1] in OPENING:
        return False
    if passage.words[i - 1].islower() and passage.words[i - 1].isalpha() and hit.rule.build == "today":
        return True  # no capital inside a sentence: "the Today show"
    return passage.words[i - 1][0].isupper() or (after(hit)[:1].isalpha() and next_word(hit)[0].isupper())


def in_a_title(hit: Hit) -> bool:
    """Whether the number stands between capitals of one name: "the Harwell 2000 Index"."""
    left, right = hit.tokens.word(hit.first - 1), next_word(hit)
    cased = left[:1].isupper() and right[:1].isupper() and left.isalpha() and right.isalpha()
    if not cased or cued(hit, "YEAR_CUE"):
        return False
    return not any(hit.lexicon.has(left, name) for name in ("MONTH", "MONTH_SHORT", "SEASON", "WEEKDAY"))


def headed(hit: Hit) -> bool:
    """Whether the text is in the capitals of a headline."""
    words = [w for w in hit.tokens.text.split() if w[0].isalpha()]
    return sum(w[0].isupper() for w in words) > HEADED * len(words)
