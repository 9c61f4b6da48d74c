"""What was settled at talks or was not, and who met or spoke apart: how each sentence answers, by ``settled.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from variorum.lang import table, words
from variorum.lang.stems import sense, stem
from variorum.model.reading import Claim
from variorum.model.text import Citation
from variorum.reconcile.answers import filled
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.matters import WORD, Matters
from variorum.reconcile.sentences import Sentence

BACK = 2
"""Sentences back that tell what "no date" is of."""
FEWEST = 3
"""Words that tell too little by themselves."""
VERB = 12
"""Characters of a verb and what stands behind it, by which its clause is known."""


@dataclass(frozen=True, eq=False)
class Settled:
    """What one clause answers.

    Attributes:
        side: 0 it is so, 1 it is not.
        words: the words that answer.
        bare: it names nothing that it is about, or only an occasion ("for the talks").
        bag: telling words of what it is about; empty where it names nothing.
        context: those of its sentence and of the one before.
        acts: senses of the occasions it is about ("talks", "visit"); of its sentence, where it names none.
        people: ids of those named in its sentence, its speaker left out.
        lands: their countries.
        dated: it names a day.
        planned: it tells what is to be.
        open: it may yet be: "has not been", "no date yet".
        again: it is the next of its kind.
    """

    kind: str
    side: int
    sentence: Sentence
    cite: Citation
    voice: str | None
    words: str
    bare: bool
    bag: frozenset[str]
    context: frozenset[str]
    acts: frozenset[str]
    people: frozenset[str]
    lands: frozenset[str]
    dated: bool
    planned: bool
    open: bool
    again: bool

    @property
    def article(self) -> str:
        """The report's id."""
        return self.sentence.article


def kinds() -> Sequence[dict[str, Any]]:
    """Every kind of thing settled, as the table has it, with its forms of yes and of no."""
    return tuple(table("en", "settled")["kind"])


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(filled(text, table("en", "settled")["classes"]))


def settled(corpus: Corpus, known: Matters) -> list[Settled]:
    """Every answer of the story; of the kinds that nobody denies none, for there is nothing to hold them against."""
    story = _Story(corpus, known)
    found: list[Settled] = []
    for row in kinds():
        denials = list(story.answers(row["name"], 1, row["no"]))
        taken = {(a.article, a.cite.start) for a in denials}
        rest = story.answers(row["name"], 0, row["yes"]) if denials else ()
        found += [*(a for a in rest if (a.article, a.cite.start) not in taken), *denials]
    return found


@dataclass(frozen=True, eq=False)
class _Story:
    """A story's sentences, to be read for one kind of answer after another."""

    corpus: Corpus
    known: Matters

    @property
    def told(self) -> Sequence[Sentence]:
        """All of them."""
        return self.corpus.sentences.told

    @cached_property
    def denying(self) -> list[Sentence]:
        """Sentences with a word that may deny."""
        marks = table("en", "settled")["reading"]["denials"]
        return [s for s in self.told if s.has_any(marks)]

    def answers(self, kind: str, side: int, forms: Sequence[str]) -> Iterator[Settled]:
        """Of each sentence the first answer."""
        for sentence in self.denying if side else self.told:
            matches = (match for form in forms for match in _pattern(form).finditer(sentence.flat))
            found = next((a for m in matches if (a := self.read(sentence, kind, side, m))), None)
            if found:
                yield found

    def read(self, sentence: Sentence, kind: str, side: int, match: re.Match[str]) -> Settled | None:
        """None of what is only wished for, nor of a yes that is denied."""
        data = table("en", "settled")["reading"]
        spans = [match.span(g) for g, found in match.groupdict().items() if g in {"x", "y"} and found]
        leads, verb = "before" in match.groupdict(), match.start()
        clause = sentence.clause(verb, min(verb + VERB, match.end())) or sentence.clause(*match.span())
        begin = _begin(sentence, clause, verb)
        first = begin if leads else match.start()
        said = sentence.flat[min(begin, first) : match.end()]
        own = sentence.flat[first : match.end()]
        if _open().search(said) or sentence.flat.endswith("?"):
            return None
        above = re.search(data["denying"], sentence.flat[:begin]) is not None or (clause is not None and _above(clause))
        negative = re.search(data["negative"], said) is not None
        if (side == 0 and (negative or above)) or (side == 1 and not negative and not above):
            return None
        parts = [sentence.text[a:b] for a, b in ([(begin, verb)] if leads else spans)]
        x = " ".join(re.split(data["ends"], part, flags=re.IGNORECASE)[0] for part in parts)
        return self.answer(sentence, clause, (kind, side, own, x), _shown(sentence.text[first : match.end()]))

    def named(self, sentences: Iterable[Sentence]) -> tuple[frozenset[str], frozenset[str]]:
        """Ids of the people, bodies and countries that sentences name, and their countries."""
        claims = [c for s in sentences for c in s.claims]
        ids = {e for c in claims for e in (*c.entities, c.slots.subject_entity) if e}
        known = [e for i in sorted(ids) if (e := self.corpus.entity.get(i)) and e.kind != "place"]
        return frozenset(e.id for e in known), frozenset(e.country for e in known if e.country)

    def answer(self, sentence: Sentence, clause: Claim | None, read: tuple[str, int, str, str], shown: str) -> Settled:
        """The answer with what it is compared by."""
        kind, side, own, x = read
        data = table("en", "settled")["reading"]
        scaffold = frozenset(map(sense, data["scaffold"]))
        earlier = self.corpus.sentences.before(sentence, BACK)
        near = " ".join(s.text for s in earlier)
        people, lands = self.named([sentence])
        if (
            side == 1 and kind == "date" and len(lands) == 1
        ):  # "no meeting with the Norwegian": whose, the sentences before tell
            people, lands = self.named([*earlier, sentence])
        return Settled(
            kind=kind,
            side=side,
            sentence=sentence,
            cite=clause.cite if clause else sentence.cite(),
            voice=clause.holder if clause else None,
            words=shown,
            bare=len([w for w in WORD.findall(x) if w.lower() not in words("en", "acts", "phrase", "definite")]) < 2,
            bag=self.known.of(x) - scaffold,
            context=self.known.of(f"{near} {sentence.text}") - scaffold,
            acts=_acts(x) if x.strip() else _acts(sentence.text) or _acts(near),
            people=people,
            lands=lands,
            dated=re.search(data["day"], own) is not None,
            planned=side == 0 and re.search(data["ahead"], own) is not None,
            open=re.search(data["so_far"], own) is not None,
            again=re.search(data["again"], x.lower()) is not None,
        )


@cache
def _open() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table('en', 'settled')['reading']['open'])})\b")


def _shown(text: str) -> str:
    """The words that answer, up to the next clause if that leaves enough of them."""
    said = re.split(table("en", "settled")["reading"]["shown"], text.strip(" ,"))[0]
    first = said.split(",")[0]
    return (first if len(first.split()) > FEWEST else said).strip(" .,")


def _begin(sentence: Sentence, clause: Claim | None, verb: int) -> int:
    """Where the clause of a verb begins."""
    if clause is None:
        return verb
    return min(verb, sentence.index(clause.cite.start))


def _above(clause: Claim) -> bool:
    """Denied by a word before the clause."""
    flat = clause.cite.exact.lower().replace("'", "’")
    return clause.slots.polarity == "no" and not re.search(table("en", "settled")["reading"]["negative"], flat)


def _acts(text: str) -> frozenset[str]:
    """The senses of the occasions that words name."""
    listed = {stem(w) for w in table("en", "settled")["reading"]["acts"]}
    said = [w.lower().removesuffix("’s").removesuffix("'s") for w in WORD.findall(text)]
    return frozenset(sense(w) for w in said if stem(w) in listed)
