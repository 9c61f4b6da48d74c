"""What a reader has in mind at each word: who was named, how prominently, beside whom, and of which gender."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from variorum.lang import table
from variorum.lang.name_forms import fold
from variorum.lang.territories import territories
from variorum.model.parse import Passage
from variorum.model.reading import EntityKind
from variorum.read.names.draft import Draft
from variorum.read.names.lexicon import clues, offices, organizations
from variorum.read.names.reference import referring
from variorum.read.names.salience import QUOTED, Focus, role_weight
from variorum.read.names.spans import NameSpan

PREMODIFIERS = frozenset({"JJ", "JJR", "JJS", "NN", "NNP", "CD", "VBG", "VBN", "HYPH", "RB"})
OF_SEVERAL = 0.7
"""Share of a plural's weight that each of its members has."""
ADJECTIVE_WEIGHT = 60.0
"""Weight of a country that only an adjective names."""


@dataclass(frozen=True)
class Seen:
    """An entity mentioned in the sentence at hand: first token, head token, who."""

    first: int
    head: int
    draft: Draft


class Discourse:
    """The state of one pass over an article.

    Attributes:
        gender: "m" or "f" by draft.
        votes: what pronouns said of the others' gender so far.
        speaker: the last one who was said to say something, with the number of the sentence.
        pairs: entities named side by side, with the number of the sentence.
        here: the mentions of the sentence at hand.
    """

    def __init__(self, drafts: Sequence[Draft], language: str) -> None:
        self.language = language
        self.w = referring(language)
        self.clues, self.jobs, self.lands = clues(language), offices(language), territories(language)
        self.known = organizations(language)
        self.also: dict[str, list[str]] = table(language, "offices")["also"]
        self.drafts = list(drafts)
        self.countries: dict[str | None, Draft] = {
            d.country: d for d in reversed(drafts) if d.kind == "country" and d.country
        }
        self.starting: dict[tuple[int, int], tuple[NameSpan, Draft]] = {}
        self.ending: dict[tuple[int, int], tuple[NameSpan, Draft]] = {}
        for draft in drafts:
            for span in draft.spans:
                self.starting[span.passage.index, span.first] = (span, draft)
                self.ending[span.passage.index, span.last] = (span, draft)
        self.starts: dict[int, frozenset[int]] = {}
        for at, token in self.starting:
            self.starts[at] = self.starts.get(at, frozenset()) | {token}
        self.gender: dict[Draft, str] = {}
        self.votes: dict[Draft, Counter[str]] = {}
        self.restart()

    def restart(self) -> None:
        """Forget all but genders, to read the article again."""
        self.focus = Focus()
        self.pairs: list[tuple[int, tuple[Draft, ...]]] = []
        self.bodies: dict[tuple[str | None, str], Draft] = {}
        self.here: list[Seen] = []
        self.settled: set[int] = set()
        self.paired = 0
        self.clock = 0
        self.speaker: tuple[int, Draft] | None = None

    def next_sentence(self) -> None:
        """Begin a sentence."""
        self.focus.next_sentence()
        self.here = []
        self.settled = set()
        self.paired = 0
        self.clock += 1

    def see(self, p: Passage, seen: Seen, quoted: frozenset[int], *, adjective: bool = False) -> None:
        """Take note of a mention of one entity."""
        weight = ADJECTIVE_WEIGHT if adjective else role_weight(p.parse, seen.head)
        self.focus.see(seen.draft, weight * QUOTED if seen.head in quoted else weight)
        self.here.append(seen)
        head = seen.head
        if p.parse.deps[head] == "appos":
            head = p.parse.heads[head]
        if p.parse.deps[head] == "nsubj" and p.parse.lemmas[p.parse.heads[head]] in self.w.say:
            self.speaker = (self.clock, seen.draft)

    def see_unnamed(self, p: Passage, kind: EntityKind, head: int) -> None:
        """Take note of somebody whom the report brings in without a name: pronouns may mean them, and nobody named."""
        self.focus.see(Draft(kind, ""), role_weight(p.parse, head))

    def see_all(self, p: Passage, head: int, members: tuple[Draft, ...]) -> None:
        """Take note of a plural's members."""
        for member in members:
            self.focus.see(member, role_weight(p.parse, head) * OF_SEVERAL)
        self.settled.add(head)
        self.pair(*members)

    def spoke_last(self, draft: Draft) -> bool:
        """Whether it was the last to be said to say something, in this sentence or the one before."""
        return self.speaker is not None and self.speaker[1] is draft and self.speaker[0] >= self.clock - 1

    # -- pairs

    def pair(self, *members: Draft) -> None:
        """Two were named together in this sentence."""
        if not self.pairs or self.pairs[-1] != (self.clock, members):
            self.pairs.append((self.clock, members))

    def note_pairs(self, p: Passage) -> None:
        """Who stands beside whom: "Lee and Takaichi", "South Korea-Japan", "Lee will meet with Takaichi"."""
        while self.paired < len(self.here):
            two = self.here[self.paired]
            for one in self.here[: self.paired]:
                if one.draft is not two.draft and _alike(one.draft, two.draft) and self._together(p, one, two):
                    self.pair(one.draft, two.draft)
            self.paired += 1

    def _together(self, p: Passage, one: Seen, two: Seen) -> bool:
        parse = p.parse
        if parse.heads[two.head] == one.head and parse.deps[two.head] == "conj":
            return True
        between = p.lower[one.head + 1 : two.first]
        if two.first == one.head or (len(between) == 1 and between[0] in ("and", "&", "-", "–", "—", "/")):
            return True
        return one.draft.kind == "person" and _partners(p, one.head, two.head)

    def pair_of(self, fits: Callable[[tuple[Draft, ...]], bool], *, recent: bool = False) -> tuple[Draft, ...]:
        """The fitting pair of this sentence or the last; else, unless only a recent one will do, the commonest pair."""
        fitting = [(clock, pair) for clock, pair in self.pairs if fits(pair)]
        if not fitting:
            return ()
        clock, latest = fitting[-1]
        if clock >= self.clock - 1:
            return latest
        if recent:
            return latest if clock >= self.clock - 2 else ()
        counts = Counter(frozenset(pair) for _, pair in fitting)
        return max(enumerate(fitting), key=lambda row: (counts[frozenset(row[1][1])], row[0]))[1][1]

    def is_recent(self, members: tuple[Draft, ...]) -> bool:
        """Whether the pair was named together in this sentence or the last."""
        return any(pair == members and clock >= self.clock - 1 for clock, pair in self.pairs)

    # -- phrases

    def start_of(self, p: Passage, t: int, first: int) -> tuple[int, str]:
        """The first token of the noun phrase that ends at ``t``, and its determiner in small letters ("" for none)."""
        start, tags = t, p.parse.tags
        while start > first and tags[start - 1] in PREMODIFIERS and p.words[start - 1] not in ("—", "–", "--"):
            start -= 1
        if start > first and tags[start - 1] in ("DT", "PRP$"):
            return start - 1, p.lower[start - 1]
        return start, p.lower[start] if p.lower[start] in self.w.nominals["pointing"] else ""

    def owner_at(self, start: int, p: Passage) -> Seen | None:
        """Whose the phrase is that begins at ``start``: the mention before "'s"."""
        if start < 2 or p.words[start - 1] not in ("'s", "’s", "'", "’"):
            return None
        return next((s for s in reversed(self.here) if s.head == start - 2), None)

    def land_in(self, p: Passage, start: int, t: int) -> str | None:
        """The country that an adjective within the phrase, or "of X" behind it, names."""
        for k in range(start, t):
            named = self.starting.get((p.index, k))
            if named and named[0].territory:
                return named[0].territory.code
        if t + 2 < len(p) and p.lower[t + 1] == "of":
            named = self.starting.get((p.index, t + 2)) or self.starting.get((p.index, t + 3))
            if named and named[0].territory:
                return named[0].territory.code
        return None

    def body_behind(self, p: Passage, t: int) -> Draft | None:
        """The organization in "of X" right behind a noun."""
        if t + 2 >= len(p) or p.lower[t + 1] not in ("of", "at"):
            return None
        named = self.starting.get((p.index, t + 2)) or self.starting.get((p.index, t + 3))
        return named[1] if named and named[1].kind == "organization" else None

    def body_in(self, p: Passage, start: int, t: int) -> Draft | None:
        """The organization named within a phrase before its noun: "the U.N. chief"."""
        named = (self.starting.get((p.index, k)) for k in range(start, t))
        return next((x[1] for x in named if x and x[1].kind == "organization"), None)

    def government(self, draft: Draft) -> Draft:
        """The country, for a capital that acts for it."""
        if draft.kind == "place" and fold(draft.name) in self.lands.capitals:
            return self.countries.get(draft.country, draft)
        return draft

    def holds(self, role: str, title: str) -> bool:
        """Whether a stated role is the office that a (folded) title names; "leader" names any that leads a state."""
        if not title:
            return False
        if title.rsplit(maxsplit=1)[-1] == "leader":
            return role in self.jobs.leaders or role.endswith("leader")
        called = (title, *self.also.get(title, ()))
        return any(role == name or role.endswith(" " + name) for name in called)


def _alike(one: Draft, two: Draft) -> bool:
    return one.kind == two.kind or {one.kind, two.kind} <= {"country", "place"}


def _partners(p: Passage, a: int, b: int) -> bool:
    """Whether ``b`` is the other side of what ``a`` does: object of its verb, or behind "with"."""
    parse = p.parse
    if parse.deps[a] == "nsubj" and parse.deps[b] == "dobj":
        return parse.heads[b] == parse.heads[a]
    if parse.deps[b] != "pobj" or p.lower[parse.heads[b]] != "with":
        return False
    return parse.deps[a] in ("nsubj", "poss") and parse.heads[a] in p.ancestors(b)
