"""How likely two typed values of two reports answer one question: small features, each symmetric and with its reason.

Features look at the clauses that the values stand in, and at what else the two reports give: the counterpart of a
sentence is nearly always the nearest that the other report has. What each feature is worth is data
(``lang/en/contrast.toml``), fitted by ``python -m eval.contrasts.fit`` on stories whose differences are known.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations

from variorum.lang import table, words
from variorum.lang.stems import kin, stem
from variorum.model.reading import Claim
from variorum.reconcile.acts import acts_of
from variorum.reconcile.align import Stated
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.figures import Figure
from variorum.reconcile.moments import Moment, relation
from variorum.reconcile.values import CLOCK, DAY, ORDINAL, SPAN, Value

MOST_IN_A_BLOCK = 40
"""A word that more values of one kind share proposes no pairs."""
CLAUSE = 0.5
"""What the likeness of two clauses weighs beside that of their sentences, where the nearest is looked for."""
COPIED = 0.9
"""Likeness from which a sentence with the very value is a copy."""
RELATED = frozenset({"inside", "near", "zones", "apart"})
"""How two times must stand to be answers to one question that are not alike."""
EARLY = 0.25
"""The share of a text in which news tells the main thing."""
BESIDE = 60
"""Characters on either side of a value whose words stand beside it."""
FARTHEST = {CLOCK: 600.0, DAY: 400.0}
"""Minutes, and days, beyond which two times are as far apart as can be."""
AGE = "age"
NARROWER = frozenset({"person", "place"})
"""Kinds of entity that set two clauses apart where each names another."""

Bag = frozenset[str]


@dataclass(eq=False)
class Scene:
    """The values of a story with what their clauses share.

    Attributes:
        bags: of each sentence, by its place, the senses of its words and the names, these marked ``@``.
        weight: of each of those, the rarer in the story's sentences the more.
    """

    corpus: Corpus
    values: Sequence[Value]
    fact_of: Mapping[str, int]
    told_of: Mapping[str, frozenset[int]]
    bags: dict[tuple[str, int, int], Bag] = field(default_factory=dict)
    weight: dict[str, float] = field(default_factory=dict)
    nearness: dict[tuple[int, int], float] = field(default_factory=dict)
    partners: dict[int, dict[str, list[Value]]] = field(default_factory=dict)
    clauses: dict[str, Bag] = field(default_factory=dict)
    squares: dict[Bag, float] = field(default_factory=dict)
    sentences: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    counted: Counter[tuple[str, str | None]] = field(default_factory=Counter)
    given: Counter[tuple[str, str]] = field(default_factory=Counter)

    def bag(self, value: Value) -> Bag:
        """The senses of its sentence."""
        sentence = value.claim.sentence
        return self.bags[value.article, sentence.start, sentence.end]

    def before(self, value: Value) -> Bag:
        """The senses of the sentence before its own; none of a report's first."""
        sentence = (value.claim.sentence.start, value.claim.sentence.end)
        told = self.sentences[value.article]
        at = bisect_left(told, sentence)
        return self.bags[value.article, *told[at - 1]] if at else frozenset()

    def near(self, a: Value, b: Value) -> float:
        """How alike what stands around two values is."""
        key = (id(a), id(b)) if id(a) < id(b) else (id(b), id(a))
        if key not in self.nearness:
            self.nearness[key] = sentences_near(self, a, b) + CLAUSE * clauses_near(self, a, b)
        return self.nearness[key]

    def beside(self, value: Value, article: str) -> Sequence[Value]:
        """The values of an article that share something with a value."""
        return self.partners.get(id(value), {}).get(article, ())

    def cosine(self, one: Bag, two: Bag) -> float:
        """The likeness of two sets of senses, by weight."""
        shared = self._square(one & two)
        return shared / math.sqrt(self._square(one) * self._square(two)) if shared else 0.0

    def clause(self, claim: Claim) -> Bag:
        """The senses of a clause."""
        if claim.id not in self.clauses:
            self.clauses[claim.id] = senses_of(claim)
        return self.clauses[claim.id]

    def _square(self, bag: Bag) -> float:
        if bag not in self.squares:
            self.squares[bag] = sum(self.weight.get(t, 1.0) ** 2 for t in sorted(bag))
        return self.squares[bag]


def scene(corpus: Corpus, facts: Sequence[Sequence[Stated]], found: Sequence[Value]) -> Scene:
    """The values as they are compared."""
    fact_of = {s.claim.id: n for n, fact in enumerate(facts) for s in fact}
    told_of = {s.claim.id: s.happenings for fact in facts for s in fact}
    made = Scene(corpus, found, fact_of, told_of)
    bags: dict[tuple[str, int, int], set[str]] = defaultdict(set)
    known = {_sense(t) for _, claim in corpus.claims for t in claim.terms}
    named = {e.id: _last_word(e.name) for e in corpus.entities if e.kind in {"place", "organization"}}
    for article, claim in corpus.claims:
        own = bags[article, claim.sentence.start, claim.sentence.end]
        own |= senses_of(claim) | {w for e in claim.entities if (w := named.get(e)) in known and w}
    made.bags = {key: frozenset(bag) for key, bag in bags.items()}
    for article, start, end in sorted(bags):
        made.sentences.setdefault(article, []).append((start, end))
    made.counted = Counter((v.kind, v.noun) for v in found)
    made.given = Counter((v.article, v.kind) for v in found)
    seen = Counter(t for bag in bags.values() for t in bag)
    made.weight = {t: math.log(len(bags) / count) for t, count in seen.items()}
    for a, b in candidates(made):
        for one, two in ((a, b), (b, a)):
            made.partners.setdefault(id(one), {}).setdefault(two.article, []).append(two)
    return made


@cache
def _sense(term: str) -> str:
    """One key for the words that news puts for one another, else the stem."""
    root = stem(term) or term
    groups = kin(root)
    return f"#{min(groups)}" if groups else root


def _last_word(name: str) -> str:
    """The noun by which a name is called for short: "the dam"."""
    return _sense(name.rsplit(maxsplit=1)[-1].lower()) if " " in name else ""


def senses_of(claim: Claim) -> Bag:
    """The senses of a clause's words, and its names."""
    return frozenset(_sense(t) for t in claim.terms) | {f"@{e}" for e in claim.entities}


def candidates(made: Scene) -> list[tuple[Value, Value]]:
    """Pairs of one kind, of two reports or two voices, that share a word, a name or what befell the counted."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, value in enumerate(made.values):
        keys = {f"n {value.noun}", f"o {value.outcome}", *made.bag(value)}
        for key in sorted(keys - {"n None", "o None"}):
            blocks[value.kind, key].append(n)
    found = {p for block in blocks.values() if len(block) <= MOST_IN_A_BLOCK for p in combinations(block, 2)}
    pairs = [(made.values[a], made.values[b]) for a, b in sorted(found)]
    return [(a, b) for a, b in pairs if a.article != b.article or (a.voice != b.voice and a.claim is not b.claim)]


Feature = Callable[[Scene, Value, Value], float]


def sentences_near(made: Scene, a: Value, b: Value) -> float:
    """Their sentences share telling words and names."""
    return made.cosine(made.bag(a), made.bag(b))


def clauses_near(made: Scene, a: Value, b: Value) -> float:
    """Their clauses do."""
    return made.cosine(made.clause(a.claim), made.clause(b.claim))


def others_nearer(made: Scene, a: Value, b: Value) -> float:
    """Other values of the two reports stand in sentences more like the one's than the other's is."""
    near = made.near(a, b)
    count = [
        sum(made.near(one, other) > near for other in made.beside(one, two.article) if other is not two)
        for one, two in ((a, b), (b, a))
    ]
    return sum(math.log1p(n) for n in count)


def answered(made: Scene, a: Value, b: Value) -> float:
    """The one's report gives the other's very value in a sentence like it: that is its counterpart."""
    found = [
        made.near(one, other)
        for one, two in ((a, b), (b, a))
        for other in made.beside(one, two.article)
        if one.same(other)
    ]
    return max(found, default=0.0)


def one_noun(made: Scene, a: Value, b: Value) -> float:
    """They count or measure one thing; the fewer values the story has of it, the more that tells."""
    if not a.noun or a.noun != b.noun:
        return 0.0
    return 1 / math.sqrt(max(1, made.counted[a.kind, a.noun] - 1))


def one_known_noun(_: Scene, a: Value, b: Value) -> float:
    """They count one thing, and not just people."""
    return float(a.kind not in {DAY, CLOCK} and bool(a.noun) and a.noun == b.noun and a.noun not in _people())


@cache
def _people() -> Bag:
    return frozenset(stem(w) for w in words("en", "reconcile", "people", "any"))


def alone(made: Scene, a: Value, b: Value) -> float:
    """Each is the only value of the kind that its report gives."""
    return float(all(made.given[v.article, v.kind] == 1 for v in (a, b)))


def before_near(made: Scene, a: Value, b: Value) -> float:
    """What is told just before the one is told beside the other, as where a sentence begins with "it"."""
    one, two = (made.bag(v) for v in (a, b))
    return max(
        made.cosine(made.before(a), two), made.cosine(made.before(b), one), made.cosine(made.before(a), made.before(b))
    )


def kin_nouns(_: Scene, a: Value, b: Value) -> float:
    """They count what news calls by either noun."""
    return float(bool(a.noun and b.noun) and a.noun != b.noun and _kin(a, b))


def other_nouns(_: Scene, a: Value, b: Value) -> float:
    """They count or measure other things."""
    return float(bool(a.noun and b.noun) and a.noun != b.noun and not _kin(a, b))


def _kin(a: Value, b: Value) -> bool:
    return bool(kin(a.noun or "") & kin(b.noun or ""))


def one_outcome(_: Scene, a: Value, b: Value) -> float:
    """The same befell the counted."""
    return float(bool(a.outcome) and a.outcome == b.outcome)


def other_outcomes(_: Scene, a: Value, b: Value) -> float:
    """Something else befell them."""
    return float(bool(a.outcome and b.outcome) and a.outcome != b.outcome)


def lone_outcome(_: Scene, a: Value, b: Value) -> float:
    """Something befell only the one."""
    return float(bool(a.outcome) != bool(b.outcome))


def strangers(made: Scene, a: Value, b: Value) -> float:
    """Their clauses share no word and no name."""
    return float(not made.clause(a.claim) & made.clause(b.claim))


def one_verb(_: Scene, a: Value, b: Value) -> float:
    """One verb tells both, and it is not one that goes with anything."""
    one, two = a.claim.slots.predicate, b.claim.slots.predicate
    light = words("en", "reconcile", "polar", "light")
    return float(bool(one and two) and stem(one or "") == stem(two or "") and one not in light)


def one_act(_: Scene, a: Value, b: Value) -> float:
    """Their verbs may stand for one kind of act."""
    return float(bool(acts_of(a.claim) & acts_of(b.claim)))


def names_shared(made: Scene, a: Value, b: Value) -> float:
    """Their clauses name the same, by how rarely it is named."""
    return sum(made.weight.get(f"@{e}", 1.0) for e in sorted({*a.claim.entities} & {*b.claim.entities})) / 3


def others_named(made: Scene, a: Value, b: Value) -> float:
    """Each clause names a person, or a place, that the other does not."""
    one, two = {*a.claim.entities}, {*b.claim.entities}
    kinds = [{e.kind for x in own if (e := made.corpus.entity.get(x))} for own in (one - two, two - one)]
    return float(bool(kinds[0] & kinds[1] & NARROWER))


def far_apart(_: Scene, a: Value, b: Value) -> float:
    """How many times the one is the other; how far times lie apart."""
    if farthest := FARTHEST.get(a.kind):
        return min(abs(a.low - b.low), farthest) / 100
    one, two = (v.low if v.high == math.inf else v.high for v in (a, b))
    return min(abs(math.log((max(one, 0) + 0.5) / (max(two, 0) + 0.5))), 4.0)


def places_in_text(made: Scene, a: Value, b: Value) -> float:
    """The one stands early in its report, the other late."""
    one, two = (_depth(made, v) for v in (a, b))
    return abs(one - two)


def both_early(made: Scene, a: Value, b: Value) -> float:
    """Both stand where news tells the main thing."""
    return float(max(_depth(made, v) for v in (a, b)) < EARLY)


def _depth(made: Scene, value: Value) -> float:
    return value.cite.start / max(1, len(made.corpus.article[value.article].text))


def few_of_kind(made: Scene, a: Value, b: Value) -> float:
    """Their reports give few other values of the kind that might be meant."""
    return sum(1 / max(1, len(made.beside(one, two.article))) for one, two in ((a, b), (b, a)))


def one_fact(made: Scene, a: Value, b: Value) -> float:
    """Their clauses are two tellings of one fact."""
    return float(made.fact_of.get(a.claim.id, -1) == made.fact_of.get(b.claim.id, -2))


def one_happening(made: Scene, a: Value, b: Value) -> float:
    """Their clauses tell one happening."""
    none: frozenset[int] = frozenset()
    return float(bool(made.told_of.get(a.claim.id, none) & made.told_of.get(b.claim.id, none)))


def one_planned(_: Scene, a: Value, b: Value) -> float:
    """The one is told as a plan, the other is not."""
    return float(a.claim.slots.future != b.claim.slots.future)


def one_quoted(_: Scene, a: Value, b: Value) -> float:
    """The one is a speaker's, the other the report's own."""
    return float((a.voice is None) != (b.voice is None))


def words_beside(made: Scene, a: Value, b: Value) -> float:
    """The words next to the two are the same."""
    return len(_around(made, a) & _around(made, b)) / 2


def _around(made: Scene, value: Value) -> Bag:
    text = made.corpus.article[value.article].text
    before = re.findall(r"[A-Za-z]+", text[max(0, value.cite.start - BESIDE) : value.cite.start])[-4:]
    after = re.findall(r"[A-Za-z]+", text[value.cite.end : value.cite.end + BESIDE])[:4]
    return frozenset(stem(w.lower()) for w in (*before, *after) if len(w) > 3)


def one_subject(_: Scene, a: Value, b: Value) -> float:
    """Their clauses have one subject."""
    one, two = a.claim.slots, b.claim.slots
    if one.subject_entity and two.subject_entity:
        return float(one.subject_entity == two.subject_entity)
    head = _head(one.subject)
    return float(bool(head) and head == _head(two.subject) and head not in _people())


def _head(phrase: str | None) -> str:
    return stem(phrase.split()[-1].lower()) if phrase and phrase.split() else ""


def one_theme(_: Scene, a: Value, b: Value) -> float:
    """Their verbs act on one thing."""
    one, two = a.claim.slots.theme, b.claim.slots.theme
    return float(bool(one and two) and stem(one or "") == stem(two or ""))


def one_deed(made: Scene, a: Value, b: Value) -> float:
    """One act, by or on the same."""
    if not one_act(made, a, b) and not one_verb(made, a, b):
        return 0.0
    return float(bool(one_subject(made, a, b) or one_theme(made, a, b))) + min(names_shared(made, a, b), 1.0)


def times_apart(_: Scene, a: Value, b: Value) -> float:
    """They are times that cannot be one."""
    one, two = a.given, b.given
    return float(isinstance(one, Moment) and isinstance(two, Moment) and relation(one, two) == "apart")


def other_eras(_: Scene, a: Value, b: Value) -> float:
    """The one is told of long ago, the other is not."""
    return float(a.old != b.old)


def other_units(_: Scene, a: Value, b: Value) -> float:
    """They are given in two currencies, or with two measures."""
    one, two = a.given, b.given
    return float(isinstance(one, Figure) and isinstance(two, Figure) and one.quantity.unit != two.quantity.unit)


def other_scopes(_: Scene, a: Value, b: Value) -> float:
    """The one is of a part, or on top of another."""
    one, two = a.given, b.given
    return float(isinstance(one, Figure) and isinstance(two, Figure) and one.scope != two.scope)


def within_one(_: Scene, a: Value, b: Value) -> float:
    """Both stand in one report, from two mouths."""
    return float(a.article == b.article)


FEATURES: tuple[Feature, ...] = (
    clauses_near,
    answered,
    kin_nouns,
    other_nouns,
    one_outcome,
    other_outcomes,
    one_verb,
    one_act,
    names_shared,
    others_named,
    places_in_text,
    both_early,
    one_fact,
    one_happening,
    one_planned,
    one_quoted,
    words_beside,
    one_subject,
    one_theme,
    other_eras,
    other_units,
    other_scopes,
    within_one,
    alone,
    before_near,
    times_apart,
    lone_outcome,
    strangers,
)
BY_KIND: tuple[Feature, ...] = (far_apart, few_of_kind, sentences_near, one_noun, others_nearer, one_deed)
"""What is worth more or less by the kind of value."""
CONSTANT = "constant"


def sort_of(a: Value, b: Value) -> str:
    """The kinds by which weights are given: tolls, other counts, times of three sorts, ordinals, measures as one."""
    if a.kind == "count":
        return "toll" if a.outcome and b.outcome else "count"
    return a.kind if a.kind in {CLOCK, DAY, SPAN, ORDINAL} else "measure"


def likeness(made: Scene, a: Value, b: Value) -> float:
    """How likely the two answer one question, 0 to 1."""
    weights = table("en", "contrast")
    common, own = weights["weights"], weights["kinds"][sort_of(a, b)]
    told = own[CONSTANT] + sum(common[f.__name__] * f(made, a, b) for f in FEATURES if f.__name__ in common)
    told += sum(own[f.__name__] * f(made, a, b) for f in BY_KIND if f.__name__ in own)
    return 1 / (1 + math.exp(-told))


def comparable(made: Scene, a: Value, b: Value) -> bool:
    """Two unlike values, neither of which the other's report gives as well in a sentence that is nearer still.

    What is counted in two places, or of the people of two countries, is counted twice.
    """
    if a.same(b) or answered(made, a, b) >= max(made.near(a, b), COPIED):
        return False
    one, two = a.given, b.given
    if a.kind == AGE and (a.noun is None or a.noun != b.noun):
        return False
    if isinstance(one, Moment) and isinstance(two, Moment):
        copied = a.shown.lower() == b.shown.lower() and sentences_near(made, a, b) > COPIED
        return not copied and relation(one, two) in RELATED
    places = [made.corpus.place_beside(v.article, v.cite.start, v.cite.end) for v in (a, b) if v.kind == "count"]
    sides = [made.corpus.country_said(v.article, v.cite.start, v.cite.end) for v in (a, b)]
    return not any(len({*x}) == len(x) == 2 and None not in x for x in (places, sides))


def contrasts(made: Scene, least: float) -> Iterable[tuple[float, Value, Value]]:
    """The pairs of unlike values that are at least so likely answers to one question."""
    for a in made.values:
        for others in made.partners.get(id(a), {}).values():
            for b in others:
                if (a.article, a.cite.start) < (b.article, b.cite.start) and comparable(made, a, b):
                    score = likeness(made, a, b)
                    if score >= least:
                        yield score, a, b
