"""In what two sentences part, as typed slots and words tell it: the reason that a reader can check.

Of the kinds of slot the first that parts them is told, in the order in which an analyst would ask: what is counted,
whether it is so, whether it is done or planned, on what day. Where no slot does, the words that only one has are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from variorum.lang.stems import sense
from variorum.model.reading import Quantity
from variorum.reconcile.sentences import Sentence

TOLD = 3
"""Words of each sentence that are told."""
_WORD = re.compile(r"[^\W\d_][\w’'-]+")


def parted(one: Sentence, two: Sentence) -> str:
    """A sentence or two of plain words, without a verdict."""
    figures = [[q for c in s.claims for q in c.slots.quantities if not q.vague] for s in (one, two)]
    only = _only(figures[0], figures[1]), _only(figures[1], figures[0])
    if all(only):
        return f"The first gives {_listed(only[0])}, the second {_listed(only[1])}."
    for told, either in ((_denies, "denies"), (_plans, "tells of what is yet to be")):
        if told(one) != told(two):
            return f"The {'first' if told(one) else 'second'} {either}, and the other does not."
    days = [{str(c.slots.time.edtf) for c in s.claims if c.slots.time} for s in (one, two)]
    if all(days) and not days[0] & days[1]:
        return "They are dated apart."
    first, second = _words(one, two), _words(two, one)
    return f"Only the first says {_listed(first)}; only the second {_listed(second)}." if first and second else ""


def _only(some: Iterable[Quantity], others: Iterable[Quantity]) -> list[str]:
    """The figures, in their words, that the others have not, each once."""
    known = {(q.low, q.high) for q in others}
    return list(dict.fromkeys(" ".join(q.cite.exact.split()) for q in some if (q.low, q.high) not in known))[:TOLD]


def _denies(sentence: Sentence) -> bool:
    return any(c.slots.polarity == "no" for c in sentence.claims)


def _plans(sentence: Sentence) -> bool:
    return any(c.slots.future for c in sentence.claims)


def _words(sentence: Sentence, other: Sentence) -> list[str]:
    """Telling words that the other has in no form, in order."""
    telling = sentence.senses - other.senses
    said = (w.removesuffix("’s").removesuffix("'s") for w in _WORD.findall(sentence.text))
    return list(dict.fromkeys(w for w in said if sense(w.lower()) in telling))[:TOLD]


def _listed(said: Iterable[str]) -> str:
    return ", ".join(f"“{s}”" for s in said)
