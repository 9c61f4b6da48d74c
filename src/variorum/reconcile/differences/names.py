"""Names that reports spell, or order, differently."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from variorum.lang.name_forms import compact, fold, parts
from variorum.model.reading import EntityKind
from variorum.model.record import Difference
from variorum.model.text import Citation
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.build import difference, position
from variorum.reconcile.name_match import spelled_alike

BROKEN = re.compile(r"\s*-\s+")
"""A hyphen at the end of a line, which is no other spelling."""
Forms = Mapping[str, Sequence[Citation]]
"""A name's spellings with where they stand."""


def name_differences(corpus: Corpus) -> list[Difference]:
    """One compatible difference for each person, place or organization whose name reports write in several ways."""
    cites: dict[str, dict[str, list[Citation]]] = defaultdict(lambda: defaultdict(list))
    for reading in corpus.readings:
        for mention in reading.mentions:
            if mention.form == "name" and mention.entity:
                form = BROKEN.sub("-", " ".join(mention.cite.exact.split())).replace("’", "'")
                cites[corpus.own(mention.entity) or ""][form].append(mention.cite)
    return [d for e in corpus.entities if (d := _compare(corpus, e.name, e.kind, cites.get(e.id, {})))]


def _compare(corpus: Corpus, name: str, kind: EntityKind, forms: Forms) -> Difference | None:
    """By the full names; where those agree, by the names alone that reports use for short."""
    if kind == "country":
        return None
    full = {f: c for f, c in forms.items() if len(parts(f)) > 1 or "-" in f}
    short = {f: c for f, c in forms.items() if len(parts(f)) == 1 and kind in {"person", "place"}}
    for some in (full, short):
        spellings = _spellings(kind, some)
        if len(spellings) > 1 and _by_several(spellings):
            positions = [position(corpus, form, cites[:3]) for form, cites in sorted(spellings.items())]
            why = _why(list(spellings))
            return difference("name", f"How is {name} written?", positions, "compatible", why)
    return None


def _spellings(kind: EntityKind, forms: Forms) -> dict[str, list[Citation]]:
    """The spellings that are one name's, letter for letter or by what transliterations exchange.

    Names in capitals alone are headlines', and no spelling of their own.
    """
    shown: dict[str, list[Citation]] = {}
    by_case: dict[str, str] = {}
    for form, cites in forms.items():
        plain = by_case.setdefault(form.casefold(), form)
        if not form.isupper():
            shown.setdefault(plain, []).extend(cites)
    same = _same_letters if kind in {"organization", "group"} else _one_name
    alike = [pair for pair in combinations(sorted(shown), 2) if same(*pair)]
    return {form: shown[form] for form in sorted({f for pair in alike for f in pair})}


def _same_letters(one: str, other: str) -> bool:
    return sorted(compact(one)) == sorted(compact(other))


def _one_name(one: str, other: str) -> bool:
    initials = [{w for w in parts(name) if len(w) == 1} for name in (one, other)]
    return initials[0] == initials[1] and (_same_letters(one, other) or spelled_alike(one, other))


def _by_several(spellings: Forms) -> bool:
    """Whether reports part over them: one that writes both ways parts from none."""
    return len({frozenset(c.article for c in cites) for cites in spellings.values()}) > 1


def _why(spellings: Sequence[str]) -> str:
    if len({tuple(sorted(_bare(f).split())) for f in spellings}) == 1:
        return "Another order of the names for the same letters; nothing else sets the two apart."
    if len({compact(f) for f in spellings}) == 1:
        bare = len({_bare(f).replace("-", " ") for f in spellings}) > 1 and len({fold(f) for f in spellings}) == 1
        how = "The same letters with and without marks" if bare else "The same letters, joined or apart"
        return f"{how}; nothing else sets the two apart."
    if len({"".join(sorted(compact(f))) for f in spellings}) == 1:
        return "Another spelling for the same letters; nothing else sets the two apart."
    return "Another transliteration of one name; the reports tell the same of whoever bears it."


def _bare(form: str) -> str:
    return unicodedata.normalize("NFKC", form).casefold()
