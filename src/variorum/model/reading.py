"""What one article says: names, times, speech, happenings, claims, agenda. All cite.

Entity ids in a reading are the article's own; reconciling maps them to the story's.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, Literal

from variorum.model.plain import plain
from variorum.model.text import Citation
from variorum.model.time import TimeExpression, When

EntityKind = Literal["person", "organization", "place", "country", "group"]
MentionForm = Literal["name", "pronoun", "nominal", "adjective"]
QuoteKind = Literal["direct", "mixed", "indirect"]
Manner = Literal["say", "think", "intend", "judge", "show", "decree"]
Standing = Literal["planned", "under_way", "happened", "denied", "hedged"]
Polarity = Literal["yes", "no"]
AgendaPolarity = Literal["on", "off", "may", "raised", "not_raised"]


@dataclass(frozen=True, slots=True)
class NameForm:
    """One spelling of a name, titles and possessives apart, and the articles that use it."""

    text: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """An office as a report states it: "Prime Minister" of "Japan"."""

    title: str
    of: str | None
    cite: Citation


@dataclass(frozen=True, slots=True)
class Place:
    """A point of GeoNames, WGS 84 degrees."""

    lat: float
    lon: float
    geonames_id: int


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organization, place, country or group, with every form of its name.

    Attributes:
        name: the fullest form.
        country: ISO 3166-1 alpha-2 code: a country's own, a place's, an office-holder's or organization's when stated.
    """

    id: str
    kind: EntityKind
    name: str
    names: tuple[NameForm, ...]
    roles: tuple[Role, ...]
    country: str | None
    place: Place | None
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for an entity.

    Attributes:
        cite: the words, without titles and possessive endings.
        entity: the entity's id; None when nobody could be told.
        kind: the type of what it names.
        form: a name ("Lee"), a pronoun ("she"), a nominal ("the two leaders", "his office"), an adjective of a
            country ("Japanese").
        paragraph: index of the paragraph.
        first, last: the mention's tokens in that paragraph, half-open.
        reason: for a pronoun or nominal, the rule that resolved it, in words.
        government: a country's or capital's name that stands for its government ("Seoul said").
        members: for a plural ("the two leaders"), the entities meant.
    """

    cite: Citation
    entity: str | None
    kind: EntityKind
    form: MentionForm
    paragraph: int
    first: int
    last: int
    reason: str | None = None
    government: bool = False
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Occasion:
    """Where words were said.

    Attributes:
        kind: briefing, press_conference, interview, post, statement, speech, remarks, parliament, told_reporters,
            ... (the keys of the language's occasion table).
        cite: the words that say so ("in a press briefing Friday").
        medium: with whom or where: "NHK", "X", "reporters". None when unsaid.
        when: its time, if stated.
    """

    kind: str
    cite: Citation
    medium: str | None = None
    when: When | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """One attribution: who (source) said (cue) what (content).

    Attributes:
        kind: ``direct`` (all content in quotation marks), ``mixed`` (some), ``indirect`` (none).
        source: the words for the speaker; None when left out.
        cue: the words that report ("said", "according to").
        content: the reported words, in pieces where the cue splits them, quotation marks included.
        quoted: the stretches between quotation marks, marks not included.
        speaker: entity id, None when unresolved.
        speaker_name: the speaker in words: the entity's name, an office ("Lee's presidential office"), or the
            source's own words.
        reason: by which rule the speaker was resolved.
        occasion: where it was said, if the report tells.
        addressee: to whom, if the report tells.
        holder: index in ``Reading.quotes`` of the quote this one is embedded in; None for one that the outlet
            itself reports.
        manner: what the cue makes of it: words said or written, a thought or perception, an intention or wish, an
            attitude, evidence, a decree.
    """

    id: str
    kind: QuoteKind
    source: Citation | None
    cue: Citation | None
    content: tuple[Citation, ...]
    quoted: tuple[Citation, ...]
    speaker: str | None
    speaker_name: str | None
    reason: str | None
    occasion: Occasion | None
    addressee: str | None = None
    holder: int | None = None
    manner: Manner = "say"


@dataclass(frozen=True, slots=True)
class Participant:
    """An entity's part in an event: agent, patient, partner, place, source, goal."""

    role: str
    entity: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts.

    Attributes:
        low, high: the range meant; equal for an exact figure; ``high`` None for "at least", "more than".
        unit: money, percent, measure or age ("USD", "%", "km", "year-old"); None for a count.
        noun: what is counted, or has the size or age, as a lemma ("laborer", "dam", "girl"); None when unsaid.
        of: what befell them, a key of the language's outcomes ("dead", "injured"); None when nothing is said.
        vague: for "many", "dozens": the word; the bounds are then the least the word can mean.
    """

    cite: Citation
    low: float
    high: float | None
    unit: str | None
    noun: str | None
    of: str | None
    vague: str | None = None


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A place in a counted set: "second", of visits to Japan, since August.

    Attributes:
        value: 1 for "first"; -1 for "last".
        set: what is counted, as lemmas in reading order ("visit Japan").
        limit: the words that bound the set ("since last August", "in six years"). None when unbounded.
    """

    cite: Citation
    value: int
    set: tuple[str, ...]
    limit: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """A happening as one article tells it.

    Attributes:
        trigger: the word that names it.
        kind: a key of the language's event table (``meeting``, ``visit``, ``death``, ...), or ``other``.
        family: the table's family of the kind; reports may use any kind of a family for one happening.
        code: PLOVER event type, where one fits.
        phrase: the clause that tells it, never longer than its sentence.
        sentence: the whole sentence.
        participants: who, in which part.
        time: the expression that dates it; None when undated.
        when: its days, of ``time`` or inherited from the sentences before it.
        place: entity id.
        attributed_to: speaker in words, when the report does not say so in its own voice.
        background: told as history, not as part of this story's days.
    """

    id: str
    trigger: Citation
    kind: str
    family: str
    code: str | None
    phrase: Citation
    sentence: Citation
    participants: tuple[Participant, ...]
    time: TimeExpression | None
    when: When | None
    place: str | None
    standing: Standing
    hedge: str | None
    attributed_to: str | None
    quantities: tuple[Quantity, ...] = ()
    background: bool = False


@dataclass(frozen=True, slots=True)
class Slots:
    """What a claim is compared by.

    Attributes:
        predicate: lemma of the verb, or the noun that names a happening.
        ascribed: lemma of what "be" says of the subject ("overloaded"); None with another verb.
        future: told as a plan.
        theme: lemma of what the verb acts on: its object, or a passive's subject ("a *ransom* was paid").
    """

    subject: str | None
    subject_entity: str | None
    predicate: str | None
    object: str | None
    quantities: tuple[Quantity, ...]
    ordinals: tuple[Ordinal, ...]
    time: When | None
    place: str | None
    polarity: Polarity
    hedge: str | None
    ascribed: str | None = None
    future: bool = False
    theme: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One attributed statement: a clause with its slots.

    Attributes:
        cite: the clause's words.
        sentence: the sentence it stands in.
        holder: the speaker in words; None for the outlet itself.
        entities: ids of those it names, in order.
        events: ids of the reading's events told in it.
        terms: lemmas of its content words, sorted, each once.
        paragraph: index of the paragraph.
    """

    id: str
    cite: Citation
    sentence: Citation
    slots: Slots
    holder: str | None
    entities: tuple[str, ...]
    events: tuple[str, ...]
    terms: tuple[str, ...]
    paragraph: int


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A topic that a report says is on, or off, a table.

    Attributes:
        topic: the topic's words.
        cite: the clause that says so.
        parent: the wider topic's words ("... on historical issues, including the mine").
        side: entity id of who brings it up, when said.
    """

    topic: str
    cite: Citation
    parent: str | None
    side: str | None
    polarity: AgendaPolarity
    hedge: str | None
    attributed_to: str | None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one article."""

    article: str
    times: tuple[TimeExpression, ...]
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    quotes: tuple[Quote, ...]
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    agenda: tuple[AgendaItem, ...]

    def to_dict(self) -> dict[str, Any]:
        """Plain data, ready for ``json.dumps``: a key for each field, cites as in the record."""
        return {f.name: plain(getattr(self, f.name)) for f in fields(self)}
