"""Which of given ranges of text, across articles, mean one thing: the entities' rules on others' mentions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from variorum.lang import words
from variorum.lang.name_forms import fold
from variorum.lang.organization_names import stem
from variorum.model.article import Article
from variorum.model.parse import Passage
from variorum.model.reading import Entity, Mention, Reading
from variorum.model.text import Span
from variorum.reconcile.entities import resolve

Key = tuple[str, Span]
"""An article's id and a range of its text."""
Label = tuple[object, ...]
NUMBERS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})
FIRST = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours"})
PERSONAL = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself", "who", "whom"})
PLURAL = frozenset({"they", "them", "their", "themselves"})


@dataclass(frozen=True)
class Given:
    """A range to be placed: its passage, tokens and head."""

    key: Key
    passage: Passage
    tokens: range
    head: int

    @property
    def words(self) -> str:
        """The folded words, without a leading determiner and a possessive ending."""
        p, tokens = self.passage, self.tokens
        kept = [t for t in tokens if p.parse.tags[t] not in ("DT", "POS", "PRP$")]
        return fold(" ".join(p.words[t] for t in kept)) or fold(p.phrase(tokens.start, tokens.stop))


def cluster_mentions(
    articles: Sequence[Article],
    passages: Sequence[Sequence[Passage]],
    readings: Sequence[Reading],
    spans: Sequence[Sequence[Span]],
) -> dict[Key, int]:
    """Place every given range in a cluster.

    Args:
        articles: the story's, or topic's, articles.
        passages: each one's parsed paragraphs.
        readings: each one's reading.
        spans: the ranges to be placed in each.

    Returns:
        For each article id and range the number of its cluster. A range in no paragraph is alone.
    """
    entities, ids = resolve(articles, readings)
    labels: dict[Key, object] = {}
    for article, own, reading, ranges in zip(articles, passages, readings, spans, strict=True):
        placer = Placer(reading, ids, entities)
        givens = [(s, given_at(article, own, s)) for s in ranges]
        labels |= {(article.id, s): ("alone", article.id, s) for s, given in givens if given is None}
        labels |= placer.place([given for _, given in givens if given is not None])
    numbers: dict[object, int] = {}
    return {key: numbers.setdefault(label, len(numbers)) for key, label in labels.items()}


def given_at(article: Article, passages: Sequence[Passage], span: Span) -> Given | None:
    """The range in its passage."""
    for p in passages:
        offsets = p.paragraph.offsets
        if not offsets[0] <= span.start < offsets[-1]:
            continue
        inside = [
            t
            for t, start in enumerate(p.parse.starts)
            if span.start < offsets[p.parse.ends[t] - 1] + 1 and offsets[start] < span.end
        ]
        if inside:
            tokens = range(inside[0], inside[-1] + 1)
            return Given((article.id, span), p, tokens, head_of(p, tokens))
    return None


def head_of(p: Passage, tokens: range) -> int:
    """The token whose governor lies outside; the last when the parse does not tell."""
    for t in tokens:
        above = p.parse.heads[t]
        if (above not in tokens or above == t) and p.parse.pos[t] in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"):
            return t
    return tokens[-1]


def _designates(p: Passage, token: int) -> bool:
    """Whether a token is a make's designation: letters and digits, or a number beside a name."""
    word = p.words[token]
    if not any(c.isdigit() for c in word) or p.parse.labels[token][2:] in NUMBERS:
        return False
    if any(c.isalpha() for c in word.removesuffix("s")):
        return True
    beside = [k for k in (token - 1, token + 1) if 0 <= k < len(p)]
    return word.removesuffix("s").isdigit() and any(p.parse.pos[k] == "PROPN" for k in beside)


class Placer:
    """Labels the ranges of one article: equal labels, one thing."""

    def __init__(self, reading: Reading, ids: Mapping[str, str], entities: Sequence[Entity]) -> None:
        self.ids = ids
        self.entities = {e.id: e for e in entities}
        self.countries = {e.country: e.id for e in entities if e.kind == "country"}
        self.mentions: dict[int, list[Mention]] = {}
        for mention in reading.mentions:
            self.mentions.setdefault(mention.paragraph, []).append(mention)
        self.placed: list[tuple[Given, Label]] = []
        self.named: dict[str, str] = {}
        for entity in entities:
            for form in (entity.name, *(n.text for n in entity.names)):
                self.named.setdefault(stem(form), entity.id)

    def _by_name(self, p: Passage, tokens: range) -> str | None:
        """The entity of the story that bears just these words as a name."""
        kept = [t for t in tokens if p.parse.tags[t] not in ("DT", "POS", "PRP$")]
        if not kept or not all(p.words[t][0].isupper() or p.words[t] in ("-", "&", "of") for t in kept):
            return None
        return self.named.get(stem(p.phrase(kept[0], kept[-1] + 1)))

    def place(self, givens: Sequence[Given]) -> dict[Key, Label]:
        """A label for each range, in order of the text, the wider first."""
        ordered = sorted(givens, key=lambda g: (g.passage.index, g.head, -len(g.tokens)))
        self.heads = {(g.passage.index, g.head): g for g in ordered}
        for given in ordered:
            self.placed.append((given, self._label(given)))
        return {given.key: label for given, label in self.placed}

    def _label(self, given: Given) -> Label:
        p, head = given.passage, given.head
        if several := self._several(given):
            return several
        if model := self._model(given):
            return model
        if found := self._entity(p, head, given.tokens):
            return found
        tag = p.parse.tags[head]
        if tag in ("WP", "WDT", "WP$") or (p.lower[head] == "that" and p.parse.pos[head] == "PRON"):
            return self._noun(p, given.tokens.start - 1) or ("alone", given.key)
        if tag in ("PRP", "PRP$"):
            return self._pronoun(given) or ("alone", given.key)
        return self._attached(p, head) or self._firm(given) or self._plain(given)

    def _firm(self, given: Given) -> Label | None:
        """The organization named last, for "the company"."""
        p = given.passage
        if p.lower[given.head] not in words("en", "references", "nominals", "firm"):
            return None
        if p.lower[given.tokens.start] not in ("the", "this", "that", "company"):
            return None
        for _, label in reversed(self.placed):
            if label[0] == "entity" and self.entities[str(label[1])].kind == "organization":
                return label
        return None

    def _model(self, given: Given) -> Label | None:
        """A make by its designation ("the Airbus A380", "787 Dreamliner jets"), or "the aircraft" after one."""
        p, head = given.passage, given.head
        craft = p.parse.lemmas[head].lower() in words("en", "names", "makes")
        if p.parse.pos[head] in ("PROPN", "NUM") or craft:
            found = [p.lower[t].removesuffix("s") for t in given.tokens if t <= head + 2 and _designates(p, t)]
            if found:
                return ("model", found[0])
        if craft and p.lower[given.tokens.start] in ("the", "this", "these", "that"):
            return next((label for _, label in reversed(self.placed) if label[0] == "model"), None)
        return None

    def _several(self, given: Given) -> Label | None:
        """A coordination is the set of its parts."""
        p, head = given.passage, given.head
        others = [c for c in p.children(head, "conj") if c in given.tokens]
        if not others:
            return None
        return ("set", *sorted(str(self._noun(p, t)) for t in (head, *others)))

    def _entity(self, p: Passage, token: int, tokens: range) -> Label | None:
        """The entity of the mention that covers the token, the nearest in size to the range."""
        covering = [m for m in self.mentions.get(p.index, ()) if m.first <= token < m.last and m.entity]
        headed = [m for m in covering if m.last - 1 == token or m.form != "name"]
        if not headed and (named := self._by_name(p, tokens)):
            return ("entity", named)
        covering = headed or covering
        if not covering:
            return None
        best = min(covering, key=lambda m: abs(m.first - tokens.start) + abs(m.last - tokens.stop))
        entity = self.entities[self.ids[best.entity or ""]]
        if entity.kind == "organization" and entity.name.endswith("government") and entity.country in self.countries:
            return ("entity", self.countries[entity.country])
        return ("entity", entity.id)

    def _noun(self, p: Passage, token: int) -> Label | None:
        """The label of the noun at or right before a token, over commas, prepositions and closing words."""
        while token > 0 and p.parse.pos[token] in ("PUNCT", "ADP", "PART"):
            token -= 1
        if token < 0:
            return None
        if found := self._entity(p, token, range(token, token + 1)):
            return found
        given = self.heads.get((p.index, token))
        if given is not None:
            known = next((label for g, label in self.placed if g is given), None)
            return known or self._plain(given)
        return ("head", p.parse.lemmas[token].lower())

    def _attached(self, p: Passage, head: int) -> Label | None:
        """A title before a name, an apposition, a predicate: what it is said of."""
        dep, above = p.parse.deps[head], p.parse.heads[head]
        if dep in ("compound", "nmod", "appos") and p.parse.pos[above] == "PROPN":
            return self._entity(p, above, range(above, above + 1))
        if dep == "appos":
            return self._noun(p, above)
        for named in p.children(head, "appos"):
            if p.parse.pos[named] == "PROPN" and (found := self._entity(p, named, range(named, named + 1))):
                return found
        if dep == "attr" and p.parse.lemmas[above] == "be":
            subject = next(iter(p.children(above, "nsubj")), None)
            if subject is not None and p.parse.pos[subject] in ("PROPN", "PRON"):
                return self._entity(p, subject, range(subject, subject + 1))
        return None

    def _pronoun(self, given: Given) -> Label | None:
        """The last subject of this sentence or the last that the pronoun fits; for "I" and "we" the one who speaks."""
        p, word = given.passage, given.passage.lower[given.head]
        if word in FIRST:
            return self._speaker(p, given.head)
        person = word in PERSONAL
        for subjects in (True, False):
            for other, label in reversed(self.placed):
                near = other.passage.index >= p.index - 1
                before = (other.passage.index, other.head) < (p.index, given.head)
                if not near:
                    break
                subject = other.passage.parse.deps[other.head] in ("nsubj", "nsubjpass")
                fits = self._is_person(other, label) == person and label[0] != "alone"
                plural = other.passage.parse.tags[other.head] in ("NNS", "NNPS")
                if before and (subject or not subjects) and fits and (word in PLURAL or not plural):
                    return label
        return None

    def _is_person(self, given: Given, label: Label) -> bool:
        if label[0] == "entity":
            return self.entities[str(label[1])].kind == "person"
        return given.passage.lower[given.head] in PERSONAL

    def _speaker(self, p: Passage, token: int) -> Label | None:
        """The person who is a subject around the quotation: nearest in the paragraph, else the last before."""
        near = [
            (abs(m.first - token), m) for m in self.mentions.get(p.index, ())
            if m.entity and m.kind == "person" and p.parse.deps[m.last - 1] in ("nsubj", "nsubjpass")
        ]  # fmt: skip
        if near:
            return ("entity", self.ids[min(near, key=lambda row: row[0])[1].entity or ""])
        return next((label for g, label in reversed(self.placed) if self._is_person(g, label)), None)

    def _plain(self, given: Given) -> Label:
        """By its words: a name's in full, a common noun's head."""
        p, head = given.passage, given.head
        lemma = p.parse.lemmas[head].lower()
        numbers = tuple(p.lower[t] for t in given.tokens if p.parse.pos[t] == "NUM" and p.parse.pos[head] == "PROPN")
        return ("head", lemma, *numbers)
