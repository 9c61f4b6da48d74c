"""One article's names gathered into entities: which names are one person, place or organization."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz.fuzz import ratio

from variorum.lang.name_forms import bracketed_forms, fold, same_written_name
from variorum.lang.organization_names import first_letters, head_noun, is_acronym, portfolio, shortens, stem
from variorum.lang.territories import Territory, territories, without_land
from variorum.model.reading import EntityKind, Place, Role
from variorum.read.names.gazetteer import choose
from variorum.read.names.kinds import kinds_of
from variorum.read.names.lexicon import clues, given_names, offices, organizations
from variorum.read.names.roles import neighbours, owner_before
from variorum.read.names.spans import NameSpan

ALIAS = 6
"""Tokens that may stand between a name and the one that its bearer goes by, on either side of the words that say so."""
ALIKE = 60
"""Likeness, of 100, from which on a name in brackets is the other spelling of the one before it."""
FAR = 3
"""Paragraphs: a namesake last named so much earlier is no longer meant by the bare name."""


@dataclass(eq=False)
class Draft:
    """An entity while it is being put together.

    Attributes:
        forms: each spelling with how often it stands, in order of first use.
        spans: its mentions by name, adjective or people.
    """

    kind: EntityKind
    name: str
    country: str | None = None
    place: Place | None = None
    forms: dict[str, int] = field(default_factory=dict)
    spans: list[NameSpan] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)

    def add(self, span: NameSpan) -> None:
        """Take in one mention. An adjective adds no form of the name."""
        self.spans.append(span)
        if span.sort != "adjective":
            self.forms[span.text] = self.forms.get(span.text, 0) + 1

    def known_as(self, form: str) -> None:
        """Take in another form of the name that stands at a mention."""
        self.forms[form] = self.forms.get(form, 0) + 1


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
        self._people = self._gather_people(told or named)
        self._gather_organizations(told or named)
        for span in spans:
            self._place(span)
        self._name_all()
        self._locate_all()

    def _place(self, span: NameSpan) -> None:
        if span.sort != "name":
            if span.sort == "territory" and (namesake := self._namesake(span)):
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

    # -- countries

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

    # -- people

    def _gather_people(self, spans: Sequence[NameSpan]) -> list[Draft]:
        """One draft for each person named in full, the longest forms first."""
        full = {s.key: s for s in reversed(spans) if self.kinds.get(s.key) == "person" and len(s.key.split()) > 1}
        people: list[Draft] = []
        self.written: dict[Draft, Counter[str]] = {}
        for key in sorted(full, key=lambda k: (-len(k.split()), spans.index(full[k]))):
            draft = next((d for d in people if any(one_person(k, key) for k in self._keys(d))), None)
            if draft is None:
                draft = Draft("person", full[key].text)
                people.append(draft)
            self._index["person", key] = draft
            self.written.setdefault(draft, Counter())[key] += sum(s.key == key for s in spans)
        for span in spans:
            bearer, other = self._goes_by(span), self._index.get(("person", span.key))
            if bearer is not None and other is not bearer and self.kinds.get(span.key) == "person":
                self._index["person", span.key] = bearer
                people = [d for d in people if d is not other or self._keys(d)]
        return people

    def _goes_by(self, span: NameSpan) -> Draft | None:
        """The person named in full before this name in the sentence, who is said to go by it."""
        p = span.passage
        begin = next((a for a, b in p.parse.sentences if a <= span.first < b), span.first)
        said = " ".join(p.lower[max(begin, span.first - ALIAS) : span.first])
        lead = next((x for x in sorted(clues(self.language)["alias"], key=len)[::-1] if said.endswith(f" {x}")), None)
        if lead is None:
            return None
        for k in range(span.first - len(lead.split()), max(begin, span.first - len(lead.split()) - ALIAS), -1):
            if before := self.near.ending.get((p.index, k)):
                return self._index.get(("person", before.key))
        return None

    def _keys(self, draft: Draft) -> list[str]:
        return [key for (kind, key), d in self._index.items() if kind == "person" and d is draft]

    def _person(self, span: NameSpan) -> None:
        draft = self._index.get(("person", span.key))
        if draft is None or len(span.key.split()) == 1:
            draft = self._bearer(span) or draft or self._draft(("person", span.key), "person", span.text)
        if not draft.spans and draft not in self.drafts:
            self.drafts.append(draft)
        draft.add(span)
        if " " not in span.key and (title := self._title_in_name(span)):
            draft.known_as(f"{title} {span.text}")

    def _title_in_name(self, span: NameSpan) -> str:
        """The honorific that is a part of the name for who has but one more: "Sheikh Nadia". Empty for others."""
        *_, last = span.title.split() or [""]
        written = last[:1].isupper() and span.passage.phrase(span.first - 1, span.last) == f"{last} {span.text}"
        return last if written and last.lower() in offices(self.language).name_parts else ""

    def _bearer(self, span: NameSpan) -> Draft | None:
        """Who of the people named in full a shorter name stands for; None if nobody or nobody for sure."""
        able = [d for d in self._people if any(bears(k, span.key) for k in self._keys(d))]
        able = able or [d for d in self._people if any(span.key in k.split()[1:-1] for k in self._keys(d))]
        if len(able) > 1 and " " not in span.key:
            able = self._by_family_name(able, span.key) or able
        if len(able) > 1 and span.title:
            title = fold(span.title)
            able = [d for d in able if any(fold(s.title) == title for s in d.spans)] or able
        if len(able) > 1:
            able = self._by_prominence(able, span)
        return able[0] if len(able) == 1 else None

    def _namesake(self, span: NameSpan) -> Draft | None:
        """The person named before whose family name is a country's too ("Jordan"), where no place is meant."""
        before = span.passage.lower[span.first - 1] if span.first else ""
        if before in clues(self.language)["locative"]:
            return None
        able = [d for d in self._people if d.spans and any(k.split()[-1] == span.key for k in self._keys(d))]
        return able[0] if len(able) == 1 else None

    def _by_family_name(self, able: list[Draft], word: str) -> list[Draft]:
        """Those whose last name it is, when for others it is a known given name ("Paul" of Paul Ryan and Rand Paul)."""
        given = given_names(self.language)
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
        counts = {d: self.written[d].total() for d in before}
        leading = [d for d in before if counts[d] == max(counts.values())]
        if len(leading) == 1:
            return leading
        return [d for d in leading if any(s.passage is span.passage and " " in s.key for s in d.spans)]

    # -- the rest

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
        same = same or [d for name, d in full.items() if _one_body(name, text)]
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
        body = self.kinds[before.key] == "organization" and self.kinds.get(span.key) == "organization"
        return before if body or (abbreviates(span.text, before.text) and span.key not in self.known) else None

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
        if (bearer := self._bearer(span)) is not None:
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


def fullest(draft: Draft) -> str:
    """The longest form by words, then the commonest, then the first; of a person the commonest full one."""
    shown = [f for f in draft.forms if not f.isupper()] or list(draft.forms)
    if draft.kind == "person" and (full := [f for f in shown if len(fold(f).split()) > 1]):
        return max(full, key=lambda f: (draft.forms[f], len(fold(f).split())))
    return max(shown, key=lambda f: (len(fold(f).split()), draft.forms[f]))


def abbreviates(short: str, full: str) -> bool:
    """Whether one word has its letters from a longer name: its first ones, or with capitals within any in order.

    "Gerd" of "Grand Example River Dam", "PhilSA" of "Philippine Space Agency".
    """
    if fold(short) in first_letters(full):
        return True
    if not short.isalpha() or len(short) >= len(full) or not any(c.isupper() for c in short[1:]):
        return False
    left = iter(fold(full).replace(" ", ""))
    return short[0] == full[0] and all(c in left for c in short.lower())


def _one_body(one: str, other: str) -> bool:
    """Whether two names are of one country's body: "U.S. Air Force", "United States Air Force", "Air Force"."""
    (a, land), (b, state) = without_land(one), without_land(other)
    return a == b and (land is None or state is None or land == state)


def bears(full: str, short: str) -> bool:
    """Whether a shorter name is the first or last part of a full one ("von der Leyen" of "Ursula von der Leyen")."""
    words, few = full.split(), short.split()
    if len(few) >= len(words):
        return False
    if len(few) == 1:
        return few[0] in (words[0], words[-1])
    return words[-len(few) :] == few or words[: len(few)] == few


def one_person(one: str, other: str) -> bool:
    """Whether two full names in one article are one person's: the same words, or one with a middle name more."""
    if same_written_name(one, other):
        return True
    a, b = sorted((one.split(), other.split()), key=len)
    if len(a) == len(b) or len(a) < 2:
        return False
    return (a[0] == b[0] and a[-1] == b[-1]) or b[-len(a) :] == a or b[: len(a)] == a
