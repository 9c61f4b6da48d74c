"""Clauses that may answer one question contrarily: what each is compared by, and which pairs are worth comparing.

Clauses on one question are nearly always among each other's nearest by their words, weighed by how rare those are in
the story. So a clause that may stand against another (it denies, plans, calls off, or its verb has an opposite) meets
only its nearest in every other report, and there only those that stand against it by some ground.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as fresh
from functools import cache, cached_property

from variorum.lang import table, words
from variorum.lang.stems import kin, senses, stem
from variorum.model.reading import Claim, Slots
from variorum.reconcile.acts import acts_of, acts_with, called_off, is_to, says, sets_a_day, tokens
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.noun_phrases import noun_phrase

AROUND = 0.5
"""What a word of the sentence outside the clause weighs beside one of the clause."""
FEWEST = 2.0
"""The weight of words below which a clause says too little to be held against another."""
MOST = 40
"""Clauses with a word beyond which it proposes nothing."""
NEAREST = 3
"""Sentences of another report that a clause is held against."""
LEAST = 0.05
"""Likeness (cosine) below which two clauses are on nothing common."""
COVERED = 0.4
"""Share of the words of a denial that stand in the other's sentence, from which the two may be on one thing."""
TURNS = "turns"
"""What sets two clauses against each other where it is true of both; the rest where it is true of one."""
PEOPLE = "people"
"""The list of words for people, who are not acts."""

Sense = tuple[int, int]
"""Number of a pair of opposites, and the side; below zero those of ``opposed.toml``."""
Near = Mapping[int, float]
"""By their places, clauses that share a telling word with one, and how like they are."""


@dataclass(frozen=True, eq=False)
class Clause:
    """A claim with what it is compared by; what is costly is read when it is first asked for.

    Attributes:
        at: its place in the story's order of clauses.
        bag: its content words by their meaning, and the ids of those it names.
        around: the same of the whole sentence.
        lead: the sentence's words before the clause.
        party: its subject is somebody who acts: a person, body, country or group.
    """

    at: int
    article: str
    claim: Claim
    bag: frozenset[str]
    around: frozenset[str]
    lead: str
    party: bool

    @property
    def slots(self) -> Slots:
        """Its slots."""
        return self.claim.slots

    @property
    def sentence(self) -> tuple[str, int]:
        """The sentence it stands in: report, and where it begins."""
        return self.article, self.claim.sentence.start

    @cached_property
    def said(self) -> frozenset[str]:
        """Its words, in lower case."""
        return tokens(self.claim.cite.exact.replace("’", "'"))

    @cached_property
    def stems(self) -> frozenset[str]:
        """Stems of all its words."""
        return frozenset(stem(w) for w in self.said)

    @cached_property
    def denies(self) -> bool:
        """It says that something is not so, by a word in it, or by somebody before it who denies or disputes it."""
        said = self.slots.ascribed or self.slots.object or ""
        unlike = said.startswith("un") and re.fullmatch(r"un\w+(?:ed|hurt|safe|clear|true)", said)
        off = any(w in self._flat for w in words("en", "opposed", "off", "words"))
        disputed = self.slots.polarity == "yes" and self._disputed
        return ((self._denied != bool(unlike)) != off) != disputed

    @cached_property
    def _flat(self) -> str:
        return " ".join(self.claim.cite.exact.lower().split())

    @cached_property
    def _denied(self) -> bool:
        """Read as denied, and by such a word; what is only avoided is not denied, nor what a mere "not to" leaves."""
        if self.slots.polarity != "no" or self._flat.startswith("not "):
            return False
        if "n't" in self._flat.replace("’", "'") or self.said & words("en", "acts", "none", "within"):
            return True
        deniers = words("en", "acts", "none", "deniers") | words("en", "opposed", "refusing", "words")
        return bool(tokens(self.lead) & deniers)

    @cached_property
    def _disputed(self) -> bool:
        """The words right before say that somebody contests it: "disputed that the envoy had been called in"."""
        verbs = "|".join(table("en", "opposed")["disputing"]["verbs"])
        what = " ".join([*self.lead.lower().split(), *self._flat.split()[:1]])
        return re.search(rf"\b(?:{verbs})(?: (?:the )?(?:claims?|reports?))? that(?: \w+)?$", what) is not None

    @cached_property
    def above(self) -> bool:
        """The denial stands before it: "denied that help was slow"."""
        return self.denies and not self.said & words("en", "acts", "none", "within") and "n't" not in self._flat

    @cached_property
    def planned(self) -> bool:
        """It tells what is to be."""
        slots = self.slots
        if slots.polarity == "no" or "to have " in self._flat:
            return False
        return slots.future or is_to(self.claim) or sets_a_day(self.claim)

    @cached_property
    def off(self) -> bool:
        """It tells that something was called off or put off."""
        return called_off(self.claim) or says(self.claim, table("en", "acts")["plan"]["moved"])

    @cached_property
    def link(self) -> bool:
        """Its verb only links what is said of a thing with it."""
        return self.slots.predicate in words("en", "opposed", "links", "verbs")

    @cached_property
    def verb_stems(self) -> frozenset[str]:
        """Stems of its verb, and of what is ascribed with it; none of a verb that says little with any object."""
        slots = self.slots
        light = self.link or slots.predicate in words("en", "reconcile", "polar", "light")
        light |= not slots.theme and slots.predicate in words("en", "reconcile", "polar", "common")
        verb = "" if light else stem(slots.predicate or "")
        ascribed = slots.ascribed if slots.ascribed not in words("en", "reconcile", "polar", "common") else None
        return frozenset({verb, stem(ascribed or "")} - {""})

    @cached_property
    def verbs(self) -> frozenset[str]:
        """The kinds of act it tells, its verb's stem and groups of synonyms."""
        acts = frozenset() if self.link else acts_of(self.claim) - words("en", "opposed", "links", "kinds")
        return acts | self.verb_stems | {f"~{n}" for v in self.verb_stems for n in kin(v)}

    @cached_property
    def heads(self) -> frozenset[str]:
        """Stems of the nouns of its subject and object."""
        phrases = (self.slots.subject, self.slots.object, self.slots.theme)
        return frozenset({noun_phrase(p).head for p in phrases if p} - {""})

    @cached_property
    def nouns(self) -> frozenset[str]:
        """The same with their groups of synonyms."""
        return self.heads | {f"~{n}" for noun in self.heads for n in kin(noun)}

    @cached_property
    def told(self) -> frozenset[str]:
        """The lists of words for one act that its verb is in; of a verb that only links, what is linked."""
        linked = noun_phrase(self.slots.object) if self.link and self.slots.object else None
        acts = self.verb_stems or ({linked.head, *linked.behind} if linked else frozenset())
        return frozenset(name for w in acts for name in _alike().get(w, ()) if name != PEOPLE)

    @cached_property
    def alike(self) -> frozenset[str]:
        """The lists of words for one act, or for people, that its verb or a noun is in."""
        return self.told | {name for w in self.verb_stems | self.heads for name in _alike().get(w, ())}

    @cached_property
    def senses(self) -> Mapping[Sense, str]:
        """The sides of opposites that its words are on, with the word's stem."""
        return {side: form for form in sorted(self.stems) for side in _senses(form)}

    @cached_property
    def nothing(self) -> tuple[str, ...]:
        """Its phrases for what there is none of: "no date", "any talks", "nobody"."""
        none = words("en", "opposed", "nothing", "words")
        phrases = [p for p in (self.slots.subject, self.slots.object) if p]
        return tuple(p for p in phrases if p.lower().split()[:1] and p.lower().split()[0] in none)

    @cached_property
    def nobody(self) -> bool:
        """It says it of nobody and nothing at all."""
        return bool(self.nothing) and not _thing(self.nothing[0])

    @cached_property
    def none(self) -> frozenset[str]:
        """Meanings of the nouns of which it says that there is none."""
        return frozenset(m for p in self.nothing if (m := _thing(p)))

    @cached_property
    def exists(self) -> bool:
        """It says of a thing that there is one: "there is", "was made", "has"."""
        verb = self.slots.predicate
        light = verb in words("en", "reconcile", "polar", "light") or verb in words(
            "en", "reconcile", "polar", "having"
        )
        return self.link or light or (self.slots.subject or "").lower() == "there"

    @cached_property
    def named(self) -> frozenset[str]:
        """Meanings of the nouns of its subject and object."""
        return frozenset(_of_stem(h) for h in self.heads)

    @cached_property
    def none_heads(self) -> frozenset[str]:
        """Stems of the same nouns, not of others with their meaning: a threat is none of what a warning is."""
        return frozenset(noun_phrase(p).head for p in self.nothing if _thing(p))

    @cached_property
    def acts(self) -> frozenset[str]:
        """The lists of words for one act that its verb is in, or the noun of which it says that there is none."""
        return self.told | {name for w in self.none_heads for name in _alike().get(w, ()) if name != PEOPLE}

    @cached_property
    def of(self) -> frozenset[str]:
        """What else its phrase for that noun says: "the border of the *salt lake*"."""
        theme = self.slots.theme
        phrases = (self.slots.object, self.slots.subject) if theme else (self.slots.subject,)
        found = [noun_phrase(p) for p in phrases if p and not self.party]
        return frozenset(_of_stem(w) for p in found if not theme or p.head == stem(theme) for w in p.behind)

    @cached_property
    def limited(self) -> frozenset[str]:
        """What that is limited by: "no *Chinese* nationals"."""
        phrases = [noun_phrase(" ".join(p.split()[1:]) or p) for p in self.nothing]
        apart = {stem(w) for p in phrases for w in p.apart} - _stems_of("nothing", "more")
        return frozenset(w for p in phrases for w in p.before) | apart

    @cached_property
    def things(self) -> frozenset[str]:
        """The meaning of the noun it acts on, else of its subject's; a party that does it is no such thing."""
        slots = self.slots
        theme = slots.theme if slots.theme not in acts_with((slots.predicate or "").lower()) else None
        phrase = theme or (slots.subject if not self.party else None)
        return frozenset({_thing(phrase)} - {""}) if phrase else frozenset()

    @cached_property
    def end(self) -> str:
        """The meaning of the noun that a preposition ties to the verb: "agree to joint *patrols*"."""
        said = (self.slots.object or "").split()
        tied = len(said) > 1 and not self.slots.theme and said[0].lower() in words("en", "acts", "phrase", "ends_at")
        return _of_stem(noun_phrase(" ".join(said[1:])).head) if tied else ""

    @cached_property
    def vague(self) -> bool:
        """Of what it speaks, only the sentences before it tell."""
        subject = self.slots.subject or ""
        first = subject.lower().split()[:1]
        pronoun = not subject or subject.lower() in words("en", "acts", "phrase", "pronouns")
        pronoun |= bool(first) and first[0] in words("en", "opposed", "vague", "owners")
        return pronoun or noun_phrase(subject).head in _stems_of("vague", "nouns")

    @cached_property
    def general(self) -> bool:
        """It is so of any such thing: "A sound ship does not sink"."""
        any_such = (self.slots.subject or "").lower().split()[:1]
        indefinite = bool(any_such) and any_such[0] in words("en", "opposed", "general", "subjects")
        return indefinite and (self.link or bool(self.said & words("en", "opposed", "general", "verbs")))

    @cached_property
    def may_turn(self) -> bool:
        """Its verb, or what is ascribed, has an opposite."""
        return any(_senses(w) for w in self.verb_stems)

    @cached_property
    def stands(self) -> frozenset[str]:
        """By what it may stand against another."""
        known = {"denies": self.denies, "plans": self.planned, "off": self.off, TURNS: self.may_turn}
        return frozenset(name for name, so in known.items() if so)

    @cached_property
    def names(self) -> frozenset[str]:
        """Stems of its words with a capital; left out are the first, days and months, and where it was ("in Oslo")."""
        found = re.findall(r"(\w+)\W+([A-Z][\w’'-]+)", self.claim.cite.exact)
        where = words("en", "opposed", "vague", "where")
        names = {re.sub(r"[’']s$", "", name) for before, name in found if before.lower() not in where}
        return frozenset(stem(n) for n in names if n.lower() not in words("en", "acts", "again", "times"))

    @cached_property
    def idle(self) -> bool:
        """Denied, it says that somebody did not speak or could not tell, or what nobody should or can do."""
        asked = self.said & words("en", "opposed", "idle", "modals")
        return bool(asked) or self.slots.predicate in words("en", "opposed", "idle", "verbs")


@dataclass(frozen=True, eq=False)
class Pair:
    """Two clauses that may be on one question.

    Attributes:
        grounds: what sets them against each other.
        likeness: cosine of their weighed words, those around the clauses counting half.
        ranks: how many sentences of the other's report are nearer to each.
    """

    one: Clause
    two: Clause
    grounds: tuple[str, ...]
    likeness: float
    ranks: tuple[int, int]


@dataclass(frozen=True, eq=False)
class Field:
    """The clauses of a story with the weights of their words.

    Attributes:
        weight: inverse document frequency of each word over the story's sentences.
    """

    corpus: Corpus
    clauses: tuple[Clause, ...]
    weight: Mapping[str, float]
    _near: dict[int, Near] = fresh(default_factory=dict)

    def mass(self, bag: frozenset[str]) -> float:
        """What a set of words weighs."""
        return sum(self.weight.get(t, 0.0) for t in sorted(bag))

    @cached_property
    def _vectors(self) -> list[dict[str, float]]:
        found = []
        for clause in self.clauses:
            vector = {t: self.weight[t] * (1.0 if t in clause.bag else AROUND) for t in sorted(clause.around)}
            length = math.sqrt(sum(v * v for v in vector.values())) or 1.0
            found.append({t: v / length for t, v in vector.items()})
        return found

    @cached_property
    def _having(self) -> dict[str, list[tuple[int, float]]]:
        found: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for n, vector in enumerate(self._vectors):
            for t, v in vector.items():
                found[t].append((n, v))
        return {t: rows for t, rows in found.items() if len(rows) <= MOST}

    def near(self, clause: Clause) -> Near:
        """Clauses that share a telling word with one, and how like they are."""
        if clause.at not in self._near:
            found: dict[int, float] = defaultdict(float)
            for t, v in self._vectors[clause.at].items():
                for n, w in self._having.get(t, ()):
                    found[n] += v * w
            self._near[clause.at] = found
        return self._near[clause.at]

    def rank(self, clause: Clause, other: Clause) -> int:
        """How many sentences of the other's report are nearer to the clause."""
        near = self.near(clause)
        mine = near[other.at] + 1e-9
        nearer = {
            c.sentence for n, like in near.items() if like > mine and (c := self.clauses[n]).article == other.article
        }
        return len(nearer - {other.sentence})


def meaning(term: str) -> str:
    """A word's group of synonyms, else its stem."""
    return _of_stem(stem(term))


def _of_stem(form: str) -> str:
    groups = kin(form)
    return f"#{min(groups)}" if groups else form


def field(corpus: Corpus) -> Field:
    """The story's clauses, in order, those left out that only say who spoke."""
    bags: dict[tuple[str, int], frozenset[str]] = defaultdict(frozenset)
    own: list[tuple[str, Claim, frozenset[str]]] = []
    for article, claim in corpus.claims:
        bag = frozenset({m for t in claim.terms if (m := meaning(t))} | {f"@{e}" for e in claim.entities})
        own.append((article, claim, bag))
        bags[article, claim.sentence.start] |= bag
    seen = Counter(t for bag in bags.values() for t in bag)
    weight = {t: math.log(len(bags) / n) for t, n in seen.items()}
    outer = _outer(corpus)
    kept = [row for row in own if row[1].id not in outer and not _verbless(row[1])]
    clauses = []
    for n, (article, claim, bag) in enumerate(kept):
        lead = corpus.article[article].text[claim.sentence.start : claim.cite.start]
        doer = corpus.entity.get(claim.slots.subject_entity or "")
        party = claim.slots.subject_entity is not None and not (doer and doer.kind == "place")
        clauses.append(Clause(n, article, claim, bag, bags[article, claim.sentence.start], lead, party))
    return Field(corpus, tuple(clauses), weight)


def _verbless(claim: Claim) -> bool:
    """An apposition, which is read as if "be" stood in it."""
    return claim.slots.predicate == "be" and not tokens(claim.cite.exact) & words("en", "acts", "phrase", "be")


def _outer(corpus: Corpus) -> frozenset[str]:
    """Ids of the clauses that only say who spoke, around the words that are compared for themselves."""
    spoken = words("en", "acts", "said", "words")
    found = set()
    for article in corpus.articles:
        claims = corpus.claims_of(article.id)
        for n, claim in enumerate(claims):
            near = claims[max(0, n - 6) : n + 7] if claim.slots.predicate in spoken else ()
            inner = [c for c in near if c is not claim and c.sentence == claim.sentence]
            if any(claim.cite.start <= c.cite.start and c.cite.end <= claim.cite.end for c in inner):
                found.add(claim.id)
    return frozenset(found)


@cache
def _alike() -> dict[str, tuple[str, ...]]:
    """For each stem the lists of words for one act that it is in."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, line in table("en", "opposed")["alike"].items():
        for word in line:
            found[stem(word)].append(name)
    return {form: tuple(names) for form, names in found.items()}


@cache
def _senses(form: str) -> tuple[Sense, ...]:
    return (*sorted(senses(form)), *_more_senses().get(form, ()))


@cache
def _more_senses() -> dict[str, tuple[Sense, ...]]:
    found: dict[str, list[Sense]] = defaultdict(list)
    listed = table("en", "opposed")
    for n, pair in enumerate([*listed["turns"], *listed["opposites"]]):
        for side, line in enumerate(pair):
            for word in line.split():
                found[stem(word)].append((-1 - n, side))
    return {form: tuple(sides) for form, sides in found.items()}


@cache
def _stems_of(*keys: str) -> frozenset[str]:
    return frozenset(stem(w) for w in words("en", "opposed", *keys))


@cache
def _thing(phrase: str) -> str:
    """The meaning of a phrase's noun; of "nobody", "the matter", a pronoun, nothing."""
    said = phrase.lower().split()
    if said[:1] and said[0] in words("en", "reconcile", "polar", "nobody") and (len(said) == 1 or said[0] != "no"):
        return ""
    head = noun_phrase(phrase).head
    return "" if not head or head in _stems_of("vague", "nouns") else _of_stem(head)


def turned(a: Clause, b: Clause) -> bool:
    """The first tells a state of affairs, the other what it turns into: "was arrested", "was released"."""
    turns = len(table("en", "opposed")["turns"])
    return any(n < 0 and -1 - n < turns and side == 0 and (n, 1) in b.senses for n, side in a.senses)


def opposites(a: Clause, b: Clause) -> tuple[tuple[str, str], ...]:
    """Words of the two that mean opposites, where neither has a word of the other's side too."""
    found = [
        (a.senses[n, side], b.senses[n, 1 - side])
        for n, side in sorted(a.senses)
        if (n, 1 - side) in b.senses and (n, 1 - side) not in a.senses and (n, side) not in b.senses
    ]
    return tuple((x, y) for x, y in found if not kin(x) & kin(y) or a.heads & b.heads & _in_force())


@cache
def _in_force() -> frozenset[str]:
    """Nouns of what is raised when it begins and lifted when it ends; with others both words say one thing."""
    states = table("en", "acts")["undone"]["states"]
    return frozenset(stem(w) for w in states[0]["things"])


def meets(story: Field, yes: Clause, no: Clause) -> bool:
    """Whether what one denies is told of by the other: the act by any word for it, and the thing, or most of the words.

    A denial that shares only words with a clause ("no Chinese were among the casualties", "31 casualties") is on
    another question, however alike the two are.
    """
    if no.idle or no.general or no.limited - yes.stems or yes.said & words("en", "acts", "none", "within"):
        return False
    people = PEOPLE in yes.alike and (no.nobody or PEOPLE in no.alike)
    if no.none and not no.none & yes.around and not people:
        return False
    set_ = no.told & words("en", "opposed", "setting", "acts") and (yes.planned or yes.told & no.told)
    told = yes.stems if (no.slots.subject or "").lower() == "there" else yes.heads
    there = no.none_heads & told if no.exists or set_ else False
    if not (no.verbs & yes.verbs or no.acts & yes.alike or there):
        return False
    if no.things & yes.around or no.of & yes.around or no.none & yes.bag or people:
        return True
    if not no.things and no.end and no.end not in yes.around:
        return False
    if no.things and not no.slots.theme:
        return False
    return story.mass(no.bag & yes.around) >= COVERED * max(4.0, story.mass(no.bag))


def _grounds(story: Field, a: Clause, b: Clause) -> tuple[str, ...]:
    """What sets two clauses against each other."""
    found = []
    if a.denies != b.denies:
        if meets(story, *((b, a) if a.denies else (a, b))):
            found.append("denied")
    elif _of_one_thing(a, b) and _uncounted(a, b) and opposites(a, b):
        found.append("opposite")
    if a.planned != b.planned or a.off != b.off:
        one_act = a.verbs & b.verbs or a.told & b.alike or a.alike & b.told
        if _called_off(a, b) if a.off != b.off else one_act:
            found.append("outcome")
    return tuple(found)


def _of_one_thing(a: Clause, b: Clause) -> bool:
    """Both verbs may turn, and what the one acts on is told of by the other."""
    return a.may_turn and b.may_turn and bool(a.things & b.named or b.things & a.named)


def _called_off(a: Clause, b: Clause) -> bool:
    """The other tells of what the one says was called off, by its noun or as a verb."""
    off, plan = (a, b) if a.off else (b, a)
    theme = off.slots.theme or off.slots.subject
    return bool(theme) and noun_phrase(theme or "").head in plan.heads | plan.verb_stems


def _uncounted(a: Clause, b: Clause) -> bool:
    """Not of so many and of so many others: "112 were rescued", "43 were found dead"."""
    return not (a.slots.quantities and b.slots.quantities)


def pairs(story: Field) -> Iterator[Pair]:
    """Pairs of clauses worth comparing, in order."""
    enough = [c for c in story.clauses if story.mass(c.bag) >= FEWEST]
    known = {c.at for c in enough}
    anchors = [c for c in enough if c.stands]
    first = {c.at for c in anchors}
    for one in anchors:
        near = story.near(one)
        for at in sorted(near):
            two = story.clauses[at]
            if at not in known or near[at] < LEAST or (at in first and at <= one.at) or one.sentence == two.sentence:
                continue
            if one.stands == two.stands and TURNS not in one.stands:
                continue
            if found := _grounds(story, one, two):
                ranks = story.rank(one, two), story.rank(two, one)
                if min(ranks) < NEAREST:
                    yield _pair(one, two, found, near[at], ranks)


def _pair(one: Clause, two: Clause, found: Sequence[str], like: float, ranks: tuple[int, int]) -> Pair:
    if one.at < two.at:
        return Pair(one, two, tuple(found), like, ranks)
    return Pair(two, one, tuple(found), like, (ranks[1], ranks[0]))
