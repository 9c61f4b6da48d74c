"""Which clause each time of a report belongs to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from variorum.lang import words
from variorum.model.reading import Claim
from variorum.model.time import TimeExpression


def in_clauses(
    claims: Sequence[Claim], times: Iterable[TimeExpression], *, beside: bool = False
) -> Mapping[str, list[TimeExpression]]:
    """Each time by the id of the smallest clause that holds it, appositions apart.

    Args:
        claims: one report's clauses.
        times: its times.
        beside: a time outside every clause goes to the smallest of its sentence, and is not left out.
    """
    clauses = [c for c in claims if not verbless(c)]
    found: dict[str, list[TimeExpression]] = defaultdict(list)
    for time in times:
        span = time.cite.span
        holding = [c for c in clauses if c.cite.span.contains(span)]
        if beside and not holding:
            holding = [c for c in claims if c.sentence.span.contains(span)]
        if holding:
            found[min(holding, key=lambda c: (c.cite.end - c.cite.start, c.id)).id].append(time)
    return found


def verbless(claim: Claim) -> bool:
    """An apposition, which is read as if "be" stood in it."""
    forms = words("en", "acts", "phrase", "be")
    said = re.sub(r"\d\s*am\b", "", claim.cite.exact.lower())  # "3:40 am" has no verb
    return claim.slots.predicate == "be" and not forms & set(re.findall(r"[\w']+", said))
