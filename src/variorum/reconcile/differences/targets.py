"""What an attack hit, where one side names a military target and the other a school or a market."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from variorum.lang import table
from variorum.model.reading import Claim
from variorum.model.record import Difference
from variorum.model.text import Citation
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.voices import voices_differ
from variorum.reconcile.disasters import opens_with


@dataclass(frozen=True)
class Target:
    """What one report, or somebody in it, says was hit.

    Attributes:
        kind: "military", "civil", or "none": nothing military was there.
        who: who says so; None for the report itself.
    """

    kind: str
    cite: Citation
    words: str
    who: str | None


def target_differences(corpus: Corpus) -> list[Difference]:
    """One conflict where an attack is told to have hit a military target, and another."""
    if not opens_with(corpus, tuple(table("en", "accusations")["targets"]["opens"])):
        return []
    found = [t for article in corpus.articles for c in corpus.claims_of(article.id) for t in _targets(c)]
    groups = [g for kind in ("civil", "military", "none") if (g := [t for t in found if t.kind == kind])]
    heads = {_head(t.words) for t in found if t.kind != "none"}
    if not {"civil", "military"} <= {g[0].kind for g in groups}:
        return []
    voices = [{(t.cite.article, t.who) for t in g} for g in groups]
    if len(heads) > 2 * table("en", "accusations")["targets"]["most"] or len(voices[0] | voices[1]) < 2:
        return []
    why = "What was hit is told in two ways ({}): a military target and a civilian one."
    return [voices_differ(corpus, "What was the target?", groups, ("conflict", why))]


def _targets(claim: Claim) -> Iterator[Target]:
    """What one clause says was hit."""
    listed = table("en", "accusations")["targets"]
    said = " ".join(claim.cite.exact.split())
    if claim.slots.future:
        return
    if none := re.search(rf"\b(?:{'|'.join(listed['none'])})", said, re.I):
        yield Target("none", claim.cite, none[0], claim.holder)
        return
    if claim.slots.polarity == "no" or re.search(r"\b(?:19|20)\d\d\b", said):
        return
    hit = rf"\b(?:{'|'.join(listed['attacks'])}) (?:{'|'.join(listed['against'])})|\b(?:{'|'.join(listed['hits'])})"
    for match in re.finditer(rf"(?:{hit}) (?!(?:on|of|against) )(?P<x>[^,;:.!?]{{3,60}})", said, re.I):
        words = re.split(listed["ends"], match["x"])[0]
        kinds = [k for k in ("military", "civil") if re.search(rf"\b(?:{'|'.join(listed[k])})\b", words, re.I)]
        if len(kinds) == 1:
            yield Target(kinds[0], claim.cite, words, claim.holder)


def _head(words: str) -> str:
    return words.lower().rsplit(maxsplit=1)[-1].rstrip("s")
