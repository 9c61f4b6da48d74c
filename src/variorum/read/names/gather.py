"""One article's names gathered into entities: which names are one person, place or organization."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from rapidfuzz.fuzz import ratio

from variorum.lang.name_forms import bracketed_forms, fold
from variorum.lang.organization_names import head_noun, is_acronym, portfolio, shortens, stem
from variorum.lang.territories import Territory, territories, without_land
from variorum.model.reading import EntityKind
from variorum.read.names.draft import Draft, fullest
from variorum.read.names.forms import abbreviates, one_body
from variorum.read.names.gazetteer import choose
from variorum.read.names.kinds import kinds_of
from variorum.read.names.lexicon import clues, organizations
from variorum.read.names.people import People, title_in_name
from variorum.read.names.roles import neighbours, owner_before
from variorum.read.names.spans import NameSpan

ALIKE = 60
"""Likeness, of 100, from which on a name in brackets is the other spelling of the one before it."""


class Gathering:
    """Entities of one article, built in order of the text."""

    def __init__(self, spans: Sequence[NameSpan], language: str, outlets: Collection[str] = ()) -> None:
        self.language = language
        self.lands = territories(language)
        self.known = organizations(language).known
        self.drafts: list[Draft] = []
        self.near = neighbours(spans)
        self._index: dict[tuple[str, str], Draft] = {}
        named = [s for s in spans if s.sort == "name"]
        told = [s for s in named if s.full]
        near = {s.territory.code for s in spans if s.territory and s.territory.code}
        self.kinds = kinds_of(told or named, language, near, outlets)
        self._defined = self._definitions(told or named)
        self.people = People(told or named, self.kinds, self.near, language)
        self._gather_organizations(told or named)
        for span in spans:
            self._place(span)
        self._name_all()
        self._locate_all()

    def _place(self, span: NameSpan) -> None:
        if span.sort != "name":
            if span.sort == "territory" and (namesake := self.people.namesake(span)):
                namesake.add(span)
            else:
                self._territory(span)
            return
        kind = self.kinds.get(span.key)
        if kind is None and not span.full:
            self._known_in_headline(span)
        elif kind == "person":
            self._person(span)
        elif kind == "organization":
            self._organization(span)
        elif kind == "place":
            self._placed(span)
        elif kind == "group":
            self._other("group", span)

    def _territory(self, span: NameSpan) -> None:
        land = span.territory
        assert land is not None
        if span.sort == "people":
            draft = self._draft(("group", span.key), "group", span.text, land.code)
        else:
            draft = self._land(land)
        draft.add(span)

    def _land(self, land: Territory) -> Draft:
        return self._draft((land.kind, fold(land.name)), land.kind, land.name, land.code)

    def _draft(self, key: tuple[str, str], kind: EntityKind, name: str, country: str | None = None) -> Draft:
        draft = self._index.get(key)
        if draft is None:
            draft = self._index[key] = Draft(kind, name, country)
            self.drafts.append(draft)
        return draft

    def _person(self, span: NameSpan) -> None:
        draft = self.people.meant(span)
        if not draft.spans and draft not in self.drafts:
            self.drafts.append(draft)
        draft.add(span)
        if " " not in span.key and (title := title_in_name(span, self.language)):
            draft.known_as(f"{title} {span.text}")

    def _gather_organizations(self, spans: Sequence[NameSpan]) -> None:
        """A draft for each organization; short forms go to the one full form that they can stand for."""
        first = {s.key: s for s in reversed(spans) if self.kinds.get(s.key) == "organization"}
        full: dict[str, Draft] = {}
        for key in sorted(first, key=lambda k: (-len(k.split()), spans.index(first[k]))):
            known = self.known.get(key)
            name = fold(known) if known else key
            draft = full.get(name) or self._full_form(first[key], full) or Draft("organization", first[key].text)
            full[name] = self._index["organization", key] = draft

    def _full_form(self, span: NameSpan, full: Mapping[str, Draft]) -> Draft | None:
        """The organization of which this is a short form; None when there is none, or more than one."""
        if before := self._defined.get(span.key):
            return self._index.get(("organization", before))
        text = span.text
        same = [d for name, d in full.items() if stem(name) == stem(text)]
        same = same or [d for name, d in full.items() if one_body(name, text)]
        same = same or [d for name, d in full.items() if portfolio(text) and portfolio(name) == portfolio(text)]
        short = [d for name, d in full.items() if is_acronym(text, name) or is_acronym(d.name, text)]
        cut = [d for name, d in full.items() if shortens(text, name)]
        end = [d for name, d in full.items() if self._ends(name, text)] or self._headed(text, full)
        for found in (same, short, cut, end, self._begun(span, full)):
            if len(set(found)) == 1:
                return found[0]
        return None

    def _begun(self, span: NameSpan, full: Mapping[str, Draft]) -> list[Draft]:
        """Those whose longer names begin with one telling word: "Norvik" of "Norvik Seafoods"."""
        generic = clues(self.language)["organization"] | clues(self.language)["company_words"] | self.known.keys()
        if " " in span.key or span.key in generic:
            return []
        return [d for name, d in full.items() if name.split()[0] == span.key and " " in name]

    def _ends(self, full: str, short: str) -> bool:
        """Whether one telling word is the last of a longer name: "Edison" of "Southern California Edison"."""
        word = fold(short)
        generic = clues(self.language)["organization"] | clues(self.language)["company_words"]
        return " " not in word and word not in generic and full.rsplit(maxsplit=1)[-1] == word and " " in full

    def _headed(self, short: str, full: Mapping[str, Draft]) -> list[Draft]:
        """Those of whose longer names a body's common noun is the head: "the Front" after "Front of the Blue Hills"."""
        if fold(short) not in clues(self.language)["organization"] or fold(short) in self.known:
            return []
        able = (name for name in full if " " in name and name not in self.lands.seats)  # a seat is named for a building
        return [full[name] for name in able if head_noun(name) == fold(short)]

    def _definitions(self, spans: Sequence[NameSpan]) -> dict[str, str]:
        """Each short form that stands in brackets behind the full one, with that; it is of the same kind."""
        found: dict[str, str] = {}
        for span in spans:
            if span.key in found or (before := self._defined_by(span)) is None:
                continue
            found[span.key] = before.key
            self.kinds[span.key] = self.kinds[before.key]
        return found

    def _defined_by(self, span: NameSpan) -> NameSpan | None:
        """The name before a short form in brackets: "the Government Accountability Office (GAO)"."""
        p = span.passage
        if span.first < 2 or p.words[span.first - 1] != "(" or p.words[span.last : span.last + 1] != (")",):
            return None
        before = self.near.ending.get((p.index, span.first - 1))
        if before is None and p.lower[span.first - 2] in clues(self.language)["organization_nouns"]:
            before = self.near.ending.get((p.index, span.first - 2))  # "the Law and Order party (LO)"
        if before is None or " " not in before.key or self.kinds.get(before.key) not in ("organization", "place"):
            return None
        body = self.kinds[before.key] == "organization" and (
            self.kinds.get(span.key) == "organization" or self._in_another_language(span, before)
        )
        return before if body or (abbreviates(span.text, before.text) and span.key not in self.known) else None

    def _in_another_language(self, span: NameSpan, before: NameSpan) -> bool:
        """Whether one word in brackets is the name at home of a body that the report gives in English: "(Basarnas)".

        Its letters tell nothing; it is no place, and the words before the bracket end in a body's noun.
        """
        if " " in span.key or span.title or fold(before.text).rsplit(maxsplit=1)[-1] not in self._bodies:
            return False
        lands = self.lands
        known = span.key in lands.names or span.key in lands.capitals or span.key in self.known
        return not known and choose(span.key, self.language, None, ()) is None

    @property
    def _bodies(self) -> Collection[str]:
        return clues(self.language)["organization"]

    def _organization(self, span: NameSpan) -> None:
        full = self.known.get(span.key)
        draft = self._index.get(("organization", span.key)) or self._index.get(("organization", fold(full or "")))
        if draft is None:
            draft = self._draft(("organization", span.key), "organization", span.text)
        if not draft.spans and draft not in self.drafts:
            self.drafts.append(draft)
        seat, (_, land) = self.lands.seats.get(span.key), without_land(span.text)
        owner = owner_before(span, span.first, self.near)
        for state in (seat, land, owner.territory if owner else None):
            if state is not None and draft.country is None:
                draft.country = state.code
        draft.add(span)
        own, _, tail = span.text.rpartition(" of ")
        if " " in own and fold(tail.removeprefix("the ")) in self.lands.names:
            draft.known_as(own)  # "Naval Bureau of the DPRK"

    def _placed(self, span: NameSpan) -> None:
        key = self._place_key(span)
        full = self._defined.get(span.key)
        draft = self._index.get(("place", key)) or self._also_called(span)
        if draft is None and full:
            draft = self._index.setdefault(("place", full), Draft("place", span.text))
            if draft not in self.drafts:
                self.drafts.append(draft)
        if draft is not None:
            self._index["place", key] = draft
        self._draft(("place", key), "place", span.text).add(span)

    def _place_key(self, span: NameSpan) -> str:
        """The bare name where the noun behind it says nothing more ("Panay Island" where "Panay" stands too)."""
        one, *_ = *bracketed_forms(span.text), span.key
        key = fold(self.lands.spellings.get(fold(one), one))
        bare, _, noun = key.rpartition(" ")
        same = noun in clues(self.language)["one_place"] or (
            noun in clues(self.language)["one_area"] and choose(bare, self.language, None, ()) is None
        )
        return bare if same and self.kinds.get(bare) == "place" else key

    def _also_called(self, span: NameSpan) -> Draft | None:
        """The place whose other spelling stands in brackets right behind it: "Odesa (Odessa)"."""
        p = span.passage
        if span.first < 2 or p.words[span.first - 1] != "(" or p.words[span.last : span.last + 1] != (")",):
            return None
        before = self.near.ending.get((p.index, span.first - 1))
        if before is None or ratio(before.key, span.key) < ALIKE:
            return None
        return self._index.get(("place", fold(self.lands.spellings.get(before.key, before.key))))

    def _other(self, kind: EntityKind, span: NameSpan) -> None:
        self._draft((kind, span.key), kind, span.text).add(span)

    def _known_in_headline(self, span: NameSpan) -> None:
        """A headline's bare surname of somebody whom the text names in full only, or what the data knows."""
        if (bearer := self.people.bearer(span)) is not None:
            if not bearer.spans:
                self.drafts.append(bearer)
            bearer.add(span)
        elif span.key in self.lands.capitals:
            self._placed(span)
        elif span.key in self.known or span.key in self.lands.seats:
            self._organization(span)

    def _name_all(self) -> None:
        for draft in self.drafts:
            if draft.kind in ("person", "organization", "place", "group") and draft.forms:
                draft.name = fullest(draft)

    def _locate_all(self) -> None:
        """Countries and points for the places, by what stands beside them and by the countries the article names."""
        codes = {d.country for d in self.drafts if d.kind == "country" and d.country}
        for draft in self.drafts:
            if draft.kind != "place" or any(s.territory for s in draft.spans):
                continue
            key = fold(self.lands.spellings.get(fold(draft.name), draft.name))
            capital = self.lands.capitals.get(fold(draft.name))
            beside = capital.code if capital else self._beside(draft)
            city = choose(key, self.language, beside, codes)
            draft.country = beside or (city.country if city else None)
            draft.place = city.place if city else None

    def _beside(self, draft: Draft) -> str | None:
        """The country named right beside a place: "Nara, Japan", "Japan's Nara", "the Korean city of Gyeongju"."""
        for span in draft.spans:
            p, index = span.passage, span.passage.index
            after = (
                self.near.beginning.get((index, span.last + 1))
                if span.last < len(p) and p.words[span.last] == ","
                else None
            )
            before = owner_before(span, span.first, self.near)
            if before is None and span.first > 2 and p.lower[span.first - 1] == "of":
                before = self.near.ending.get((index, span.first - 2))
            for near in (after, before):
                if near and near.territory and near.territory.code:
                    return near.territory.code
        return None
