"""Everything a story's articles establish together: the record, ``variorum/record/1``.

The classes here are the JSON contract row by row; :func:`variorum.model.plain.plain` writes them out.
A field name that is a Python keyword carries a trailing underscore, which the writer drops.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, Literal

from variorum.model.article import Article, Failure
from variorum.model.plain import plain, plain_article
from variorum.model.reading import AgendaPolarity, Entity, QuoteKind, Slots
from variorum.model.story import Lineage
from variorum.model.text import Citation
from variorum.model.time import TimeExpression, When

SCHEMA = "variorum/record/1"

Status = Literal["announced", "scheduled", "under_way", "happened", "cancelled", "denied", "unconfirmed"]
ClaimStatus = Literal["agreed", "single", "disputed"]
DifferenceKind = Literal[
    "polarity", "number", "count", "date", "place", "name", "status", "occasion", "attribution", "granularity"
]
Verdict = Literal["conflict", "compatible", "superseded"]
EVEN = 0.5
"""Where a trained comparison is less sure than this, a difference is rather none."""


@dataclass(frozen=True, slots=True)
class StoryHead:
    """The story's title and days (ISO dates, None when no report gives one)."""

    id: str
    title: str
    from_: str | None
    to: str | None


@dataclass(frozen=True, slots=True)
class OriginGroup:
    """Articles that count as one origin, and why."""

    articles: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Independence:
    """Four numbers: reports, who published them, whose text they are, on how many sources they rest."""

    articles: int
    outlets: int
    lineages: int
    origins: int
    groups: tuple[OriginGroup, ...]


@dataclass(frozen=True, slots=True)
class Support:
    """How many articles say it, and from how many independent origins."""

    articles: int
    origins: int


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One happening, however many reports tell it. ``place`` and ``participants`` are entity ids."""

    id: str
    when: When | None
    what: str
    kind: str
    status: Status
    participants: tuple[str, ...]
    place: str | None
    support: Support
    evidence: tuple[Citation, ...]
    background: bool = False


@dataclass(frozen=True, slots=True)
class SaidOn:
    """An occasion in the ledger: its kind, the report's words for it, and its day if stated."""

    kind: str
    words: str
    medium: str | None
    when: When | None


@dataclass(frozen=True, slots=True)
class Variant:
    """One report's version of an utterance."""

    article: str
    start: int
    end: int
    exact: str
    kind: QuoteKind
    cue: str | None
    occasion: SaidOn | None

    @property
    def cite(self) -> Citation:
        """Where it stands."""
        return Citation(self.article, self.start, self.end, self.exact)


@dataclass(frozen=True, slots=True)
class LedgerQuote:
    """One utterance with every report's version of it."""

    id: str
    speaker: str | None
    speaker_name: str | None
    kind: QuoteKind
    occasion: SaidOn | None
    variants: tuple[Variant, ...]
    paraphrases: tuple[Citation, ...]
    differs: Literal["words", "occasion", "both"] | None


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """What one report says of one topic."""

    article: str
    side: str | None
    polarity: AgendaPolarity
    hedge: str | None
    attributed_to: str | None
    cite: Citation


@dataclass(frozen=True, slots=True)
class AgendaTopic:
    """A topic across the reports; ``parent`` is the id of the wider topic."""

    id: str
    topic: str
    parent: str | None
    entries: tuple[AgendaEntry, ...]


@dataclass(frozen=True, slots=True)
class JoinedClaim:
    """One statement, told by one report or several."""

    id: str
    text: str
    slots: Slots
    holder: str | None
    status: ClaimStatus
    support: Support
    evidence: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """One answer to a difference's question, with who gives it."""

    value: str
    articles: tuple[str, ...]
    evidence: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A question to which the reports give several answers.

    Attributes:
        likeliness: how likely the answers are at odds, where only a trained comparison says that they are, or where it
            holds a rule's row less likely than not; None for all other rows of the rules.
    """

    id: str
    kind: DifferenceKind
    question: str
    positions: tuple[Position, ...]
    verdict: Verdict
    explanation: str
    likeliness: float | None = None

    @property
    def unlikely(self) -> bool:
        """A trained comparison holds the answers to be at odds less likely than not."""
        return self.likeliness is not None and self.likeliness < EVEN


@dataclass(frozen=True, slots=True)
class Silence:
    """A claim that others carry, and the late-enough articles that do not."""

    claim: str
    articles_silent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """An agreed claim as a line of the summary.

    Attributes:
        text: one report's own words, on one line.
        claim: id of the claim.
        evidence: where each report says so; the words of ``text`` first.
        latest: it gives the latest figure of a toll that changes, which earlier reports gave otherwise.
    """

    text: str
    claim: str
    support: Support
    evidence: tuple[Citation, ...]
    latest: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """What a story's articles establish together. Every finding cites.

    Attributes:
        summary: what the reports agree on, ten lines at most.
        aligner: what proposed that claims state one fact: ``lexical``, or ``lexical + `` and an embedder's name.
    """

    story: StoryHead
    articles: tuple[Article, ...]
    independence: Independence
    lineage: tuple[Lineage, ...]
    entities: tuple[Entity, ...]
    times: tuple[TimeExpression, ...]
    timeline: tuple[TimelineEntry, ...]
    quotes: tuple[LedgerQuote, ...]
    agenda: tuple[AgendaTopic, ...]
    claims: tuple[JoinedClaim, ...]
    differences: tuple[Difference, ...]
    silences: tuple[Silence, ...]
    failures: tuple[Failure, ...]
    summary: tuple[SummaryLine, ...] = ()
    aligner: str = "lexical"

    def to_dict(self, *, texts: bool = True) -> dict[str, Any]:
        """Plain data in the shape of ``variorum/record/1``, ready for ``json.dumps``.

        Args:
            texts: whether each article's text goes in. ``verify`` and the page need it, or the source files.
        """
        rows = {f.name: plain(getattr(self, f.name)) for f in fields(self) if f.name != "articles"}
        articles = [plain_article(a, texts=texts) for a in self.articles]
        head = {"schema": SCHEMA} | {name: rows.pop(name) for name in ("aligner", "story", "summary")}
        return {**head, "articles": articles, **rows}
