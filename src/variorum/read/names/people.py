"""The persons of one article: whom a full name, a surname, an alias or a title and a name stand for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from variorum.lang.name_forms import fold
from variorum.model.reading import EntityKind
from variorum.read.names.draft import Draft
from variorum.read.names.forms import bears, one_person
from variorum.read.names.lexicon import clues, given_names, offices
from variorum.read.names.roles import Neighbours
from variorum.read.names.spans import NameSpan

ALIAS = 6
"""Tokens that may stand between a name and the one that its bearer goes by, on either side of the words that say so."""
FAR = 3
"""Paragraphs: a namesake last named so much earlier is no longer meant by the bare name."""


class People:
    """Who is named in full, and whom shorter names mean.

    Args:
        spans: names in running text; headlines' where there is none.
        kinds: the kind of each name by its folded form.
        near: what stands beside each name.
        language: ISO 639-1 code.
    """

    def __init__(
        self, spans: Sequence[NameSpan], kinds: Mapping[str, EntityKind | None], near: Neighbours, language: str
    ) -> None:
        self._language = language
        self._near = near
        self._index: dict[str, Draft] = {}
        self._written: dict[Draft, Counter[str]] = {}
        self._full = self._gather(spans, kinds)

    def _gather(self, spans: Sequence[NameSpan], kinds: Mapping[str, EntityKind | None]) -> list[Draft]:
        """One draft for each person named in full, the longest forms first."""
        full = {s.key: s for s in reversed(spans) if kinds.get(s.key) == "person" and len(s.key.split()) > 1}
        people: list[Draft] = []
        for key in sorted(full, key=lambda k: (-len(k.split()), spans.index(full[k]))):
            draft = next((d for d in people if any(one_person(k, key) for k in self._keys(d))), None)
            if draft is None:
                draft = Draft("person", full[key].text)
                people.append(draft)
            self._index[key] = draft
            self._written.setdefault(draft, Counter())[key] += sum(s.key == key for s in spans)
        for span in spans:
            bearer, other = self._goes_by(span), self._index.get(span.key)
            if bearer is not None and other is not bearer and kinds.get(span.key) == "person":
                self._index[span.key] = bearer
                people = [d for d in people if d is not other or self._keys(d)]
        return people

    def _goes_by(self, span: NameSpan) -> Draft | None:
        """The person named in full before this name in the sentence, who is said to go by it."""
        p = span.passage
        begin = next((a for a, b in p.parse.sentences if a <= span.first < b), span.first)
        said = " ".join(p.lower[max(begin, span.first - ALIAS) : span.first])
        lead = next((x for x in sorted(clues(self._language)["alias"], key=len)[::-1] if said.endswith(f" {x}")), None)
        if lead is None:
            return None
        for k in range(span.first - len(lead.split()), max(begin, span.first - len(lead.split()) - ALIAS), -1):
            if before := self._near.ending.get((p.index, k)):
                return self._index.get(before.key)
        return None

    def _keys(self, draft: Draft) -> list[str]:
        return [key for key, d in self._index.items() if d is draft]

    def meant(self, span: NameSpan) -> Draft:
        """The person whom a person's name means; a new one if it is nobody's so far."""
        draft = self._index.get(span.key)
        if draft is None or len(span.key.split()) == 1:
            draft = self.bearer(span) or draft
        if draft is None:
            draft = self._index[span.key] = Draft("person", span.text)
        return draft

    def bearer(self, span: NameSpan) -> Draft | None:
        """Who of the people named in full a shorter name stands for; None if nobody or nobody for sure."""
        able = [d for d in self._full if any(bears(k, span.key) for k in self._keys(d))]
        able = able or [d for d in self._full if any(span.key in k.split()[1:-1] for k in self._keys(d))]
        if len(able) > 1 and " " not in span.key:
            able = self._by_family_name(able, span.key) or able
        if len(able) > 1 and span.title:
            title = fold(span.title)
            able = [d for d in able if any(fold(s.title) == title for s in d.spans)] or able
        if len(able) > 1:
            able = self._by_prominence(able, span)
        return able[0] if len(able) == 1 else None

    def namesake(self, span: NameSpan) -> Draft | None:
        """The person named before whose family name is a country's too ("Jordan"), where no place is meant."""
        before = span.passage.lower[span.first - 1] if span.first else ""
        if before in clues(self._language)["locative"]:
            return None
        able = [d for d in self._full if d.spans and any(k.split()[-1] == span.key for k in self._keys(d))]
        return able[0] if len(able) == 1 else None

    def _by_family_name(self, able: list[Draft], word: str) -> list[Draft]:
        """Those whose last name it is, when for others it is a known given name ("Paul" of Paul Ryan and Rand Paul)."""
        given = given_names(self._language)
        return [d for d in able if word not in given or any(k.split()[-1] == word for k in self._keys(d))]

    def _by_prominence(self, able: list[Draft], span: NameSpan) -> list[Draft]:
        """Of several bearers the only one so far, or in full in this paragraph, or by far the last, or most often."""
        before = sorted((d for d in able if d.spans), key=lambda d: -d.spans[-1].passage.index)
        if len(before) < 2:
            return before
        here = [d for d in before if d.spans[-1].passage is span.passage]
        if len(here) == 1 and " " in here[0].spans[-1].key:
            return here
        if before[0].spans[-1].passage.index - before[1].spans[-1].passage.index >= FAR:
            return before[:1]
        counts = {d: self._written[d].total() for d in before}
        leading = [d for d in before if counts[d] == max(counts.values())]
        if len(leading) == 1:
            return leading
        return [d for d in leading if any(s.passage is span.passage and " " in s.key for s in d.spans)]


def title_in_name(span: NameSpan, language: str) -> str:
    """The honorific that is a part of the name for who has but one more: "Sheikh Nadia". Empty for others."""
    *_, last = span.title.split() or [""]
    written = last[:1].isupper() and span.passage.phrase(span.first - 1, span.last) == f"{last} {span.text}"
    return last if written and last.lower() in offices(language).name_parts else ""
