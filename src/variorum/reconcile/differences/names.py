"""Names that reports spell, or order, differently."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict

from variorum.model.record import Difference
from variorum.model.text import Citation
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.build import difference, position

WORD = re.compile(r"[^\W_]+")


def name_differences(corpus: Corpus) -> list[Difference]:
    """One compatible difference for each person, place or organization whose full name is written in several ways."""
    cites: dict[str, dict[str, list[Citation]]] = defaultdict(lambda: defaultdict(list))
    for reading in corpus.readings:
        for mention in reading.mentions:
            if mention.form == "name" and mention.entity:
                form = " ".join(mention.cite.exact.split())
                cites[corpus.own(mention.entity) or ""][form].append(mention.cite)
    return [d for e in corpus.entities if (d := _compare(corpus, e.name, cites.get(e.id, {})))]


def _compare(corpus: Corpus, name: str, forms: dict[str, list[Citation]]) -> Difference | None:
    letters = _letters(name)
    alike = {form: cites for form, cites in forms.items() if sorted(_letters(form)) == sorted(letters)}
    spellings = {form: cites for form, cites in alike.items() if len(form.split()) > 1 or "-" in form}
    if len({f.casefold() for f in spellings}) < 2 or len({c.article for cs in spellings.values() for c in cs}) < 2:
        return None
    positions = [position(corpus, form, cites[:3]) for form, cites in sorted(spellings.items())]
    ordered = {tuple(sorted(WORD.findall(f.casefold()))) for f in spellings}
    how = "order of the names" if len(ordered) == 1 else "spelling"
    why = f"Another {how} for the same letters; nothing else sets the two apart."
    return difference("name", f"How is {name} written?", positions, "compatible", why)


def _letters(name: str) -> str:
    """The letters alone, accents off, so that hyphens, spaces and word order do not count."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in plain if c.isalpha() and not unicodedata.combining(c))
