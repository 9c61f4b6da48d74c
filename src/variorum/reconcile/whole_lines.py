"""Which clauses can stand by themselves as a line: whole, subject first, and plain without what was told before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from variorum.lang import table, words
from variorum.model.reading import Claim
from variorum.model.text import Citation
from variorum.reconcile.align import Stated
from variorum.reconcile.corpus import Corpus

LEAST = 0.3
"""Share of its sentence that a clause must cover to be read as the sentence."""
LONGEST = 260
"""Characters of a line, at most: a longer sentence tells more than one thing."""
FEWEST = 6
"""Words of a line, at least."""
QUOTATION = '"“”«'
"""Marks of quoted words: who said what stands in the ledger of quotes."""
OPENING = 5
"""Words of a phrase before the subject ("In Halden on Monday, ..."), at most."""


def line_of(corpus: Corpus, stated: Stated) -> Citation | None:
    """A telling's words as a line of the summary; None when it cannot be one.

    It is a clause of the body with its subject first and a verb of its own; it takes up nothing told before, is cut
    nowhere but between clauses, and is no mere "X told reporters". It opens its sentence, or is told as known ("when a
    train left the rails"; the line is then without the "when"), or as somebody's words.
    """
    claim = stated.claim
    if stated.content.said or not has_verb(claim) or not _of_body(corpus, stated.article, claim):
        return None
    cite = _trimmed(corpus.article[stated.article].text, claim)
    return cite if _opens(claim, cite) and _ends(claim, cite) and _by_itself(claim, cite) else None


def whole_sentence(corpus: Corpus, stated: Stated) -> Citation | None:
    """The sentence in which a telling stands, where it is plain by itself and short enough; else None."""
    cite, told = stated.claim.sentence, stated.claim.sentence.exact.split()
    opening = words("en", "summary", "opening", "anaphoric") | words("en", "summary", "opening", "joining")
    plain = told[0].strip(",").lower() not in opening and told[0][0].isalnum() and not _deictic(told)
    body = _of_body(corpus, stated.article, stated.claim)
    quoted = any(mark in cite.exact for mark in QUOTATION)
    return cite if plain and body and not quoted and len(told) >= FEWEST and len(cite.exact) <= LONGEST else None


def _trimmed(text: str, claim: Claim) -> Citation:
    """The clause without the word that joins it to another, and with the bracket that closes its last."""
    start, end = claim.cite.start, claim.cite.end
    first, _, rest = text[start:end].partition(" ")
    if first.lower() in words("en", "summary", "opening", "presupposing"):
        start = end - len(rest.lstrip())
    if text[start:end].count("(") > text[start:end].count(")") and text[end : end + 1] == ")":
        end += 1
    return Citation(claim.cite.article, start, end, text[start:end])


def _of_body(corpus: Corpus, article: str, claim: Claim) -> bool:
    """It stands in a paragraph of the report itself, and not in its headline or a caption."""
    parts = (p for p in corpus.article[article].parts if p.span.overlaps(claim.cite.span))
    return all(p.kind in {"body", "summary"} for p in parts)


def _opens(claim: Claim, cite: Citation) -> bool:
    """It begins with its subject, or one short phrase before it; nothing before it in its sentence bears on it."""
    told, subject = _flat(cite.exact), _flat(claim.slots.subject or "")
    before = _before(claim, cite)
    if not subject or not told or not (told[0].isalpha() or told[0].isdigit()):
        return False
    if before and before[-1] not in words("en", "summary", "opening", "presupposing"):
        said = before[-2:-1] if before[-1] == "that" else before[-1:]
        if claim.holder is None or any(mark in told for mark in QUOTATION):
            return False
        if set(said).isdisjoint(words("en", "summary", "opening", "attributing")):
            return False
    phrase, _, rest = told.partition(", ")
    if told[len(subject) :].startswith(",") and told.startswith(subject) and told.count(",") == 1:
        return False  # "The deal with the EU, concluded a year ago": what follows the comma is said of the noun alone
    return told.startswith(subject) or (not before and rest.startswith(subject) and len(phrase.split()) <= OPENING)


def _before(claim: Claim, cite: Citation) -> list[str]:
    """The words of the sentence before the line, in lower case."""
    found = re.findall(r"[\w'’]+[,;:]?", claim.sentence.exact[: max(0, cite.start - claim.sentence.start)].lower())
    return list(found)


def _ends(claim: Claim, cite: Citation) -> bool:
    """It runs to where its sentence, or another clause of it, ends; brackets and quotation marks are closed."""
    told, rest = cite.exact, claim.sentence.exact[cite.end - claim.sentence.start :].strip()
    after = rest.split()[0].lower() if rest else ""
    cut = not rest or not (rest[0].isalnum() or rest[0] in "()") or after in words("en", "summary", "cut", "before")
    closed = told.count("(") == told.count(")") and told.count('"') % 2 == 0 and told.count("“") == told.count("”")
    hangs = told.split()[-1].lower() in words("en", "summary", "cut", "hanging")
    return cut and closed and not hangs and not told.endswith((",", "-", ":"))


def has_verb(claim: Claim) -> bool:
    """It has a verb of its own: an apposition is read as if "be" stood in it."""
    said = {w.strip(",.;:").lower() for w in claim.cite.exact.replace("’", "'").split()}
    return claim.slots.predicate is not None and (
        claim.slots.predicate != "be" or not said.isdisjoint(words("en", "acts", "phrase", "be"))
    )


def _flat(text: str) -> str:
    return " ".join(text.split())


def _by_itself(claim: Claim, cite: Citation) -> bool:
    """It is long enough, short enough, and says of whom, when or how many it tells."""
    told = cite.exact.split()
    first, slots = told[0].strip(",").lower(), claim.slots
    subject = (slots.subject or "").split()[0].lower()
    opening = words("en", "summary", "opening", "anaphoric") | words("en", "summary", "opening", "joining")
    if {first, subject} & opening or _deictic(told):
        return False
    said = {w.strip(",.;").lower() for w in (told if _before(claim, cite) else (slots.subject or "").split())}
    if said & words("en", "summary", "opening", "dependent"):
        return False
    size = len(cite.exact)
    anchored = bool(claim.entities or slots.time or slots.quantities)
    known = subject in words("en", "summary", "opening", "known")
    whole = bool(_before(claim, cite)) or size >= LEAST * len(claim.sentence.exact)
    return whole and (anchored or not known) and len(told) >= FEWEST and size <= LONGEST


def _deictic(told: Sequence[str]) -> bool:
    """It gives a day that only the report's own date tells: "tomorrow", "next week"."""
    said = [w.strip(",.;").lower() for w in told]
    data = table("en", "summary")["deictic"]
    return not set(said).isdisjoint(data["days"]) or any(
        a in data["turns"] and b in data["lengths"] for a, b in pairwise(said)
    )
