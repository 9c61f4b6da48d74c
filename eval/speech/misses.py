"""What was missed and what is wrong, by kind: of cue, of order, of quotation; and why a matched source is not right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from eval.speech.polnear import Attribution, Spans
from eval.speech.score import MARKS, matched, same_source
from variorum.model.parse import Passage
from variorum.read.speech.lexicon import lexicon

CUES = ("verb of saying", "other verb", "noun", "adjective", "according to", "preposition", "punctuation", "no cue")
ORDERS = ("source, cue, content", "content, source, cue", "content, cue, source", "other order", "no source")
QUOTED = ("all in marks", "part in marks", "no marks")
MISSED = ("the cue not taken for one", "the cue taken, other content", "less than half of it in common")
WRONG = ("no attribution by that cue", "the cue's, other content", "less than half of it in common")
SOURCES = ("right", "other words", "too many or too few words", "ours has none", "the gold has none")

Token = tuple[str, str, str]
"""Lemma, universal tag and Penn tag."""


def tokens_of(passages: Sequence[Passage]) -> dict[int, Token]:
    """The tokens of an article by the place in its text where they begin."""
    return {
        p.paragraph.offsets[start]: (lemma, pos, tag)
        for p in passages
        for start, lemma, pos, tag in zip(p.parse.starts, p.parse.lemmas, p.parse.pos, p.parse.tags, strict=True)
    }


@dataclass
class Misses:
    """Counts by kind, for the gold, what of it was missed, ours, and what of it is wrong."""

    count: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    sources: Counter[str] = field(default_factory=Counter)

    def add(
        self, text: str, tokens: Mapping[int, Token], gold: Sequence[Attribution], ours: Sequence[Attribution]
    ) -> None:
        """Count one article."""
        pairs = matched(gold, ours)
        found = set(pairs.values())
        for which, rows, right in (("gold", gold, set(pairs)), ("ours", ours, found)):
            for n, row in enumerate(rows):
                for table, kind in (
                    ("cue", cue_of(row, text, tokens)), ("order", order_of(row)), ("marks", marks_of(row, text)),
                ):  # fmt: skip
                    self.count[table, kind, which] += 1
                    self.count[table, kind, f"{which} alone"] += n not in right
        for n, row in enumerate(gold):
            if n not in pairs:
                self.count["missed", _why(row, ours, MISSED), "gold alone"] += 1
        for n, row in enumerate(ours):
            if n not in found:
                self.count["wrong", _why(row, gold, WRONG), "ours alone"] += 1
        for one, other in pairs.items():
            self.sources[source_of(gold[one], ours[other])] += 1

    def table(self) -> str:
        """All counts, a line each."""
        lines = [f"{'':34} {'gold':>6} {'missed':>7} {'ours':>6} {'wrong':>6}"]
        for name, kinds, title in (
            ("cue", CUES, "by cue"), ("order", ORDERS, "by order"), ("marks", QUOTED, "by quotation marks"),
        ):  # fmt: skip
            lines.append(f"{title}:")
            for kind in kinds:
                row = [self.count[name, kind, which] for which in ("gold", "gold alone", "ours", "ours alone")]
                if any(row):
                    lines.append("  {:32} {:6} {:7} {:6} {:6}".format(kind, *row))
        lines.append("missed, because:")
        lines += [f"  {kind:39} {self.count['missed', kind, 'gold alone']:7}" for kind in MISSED]
        lines.append("wrong, because:")
        lines += [f"  {kind:53} {self.count['wrong', kind, 'ours alone']:6}" for kind in WRONG]
        lines.append("sources of matched contents:")
        lines += [f"  {kind:32} {self.sources[kind]:6}" for kind in SOURCES]
        return "\n".join(lines)


def cue_of(row: Attribution, text: str, tokens: Mapping[int, Token]) -> str:
    """The kind of its cue; the first word that is a verb, noun or adjective decides."""
    if not row.cue:
        return "no cue"
    words = [tokens[i] for a, b in row.cue for i in range(a, b) if i in tokens]
    if "according" in " ".join(text[a:b] for a, b in row.cue).lower():
        return "according to"
    verbs = lexicon().verbs
    for lemma, pos, _ in words:
        if pos == "VERB":
            said = lemma.lower() in verbs and verbs[lemma.lower()].manner == "say"
            return "verb of saying" if said else "other verb"
    kinds = {pos for _, pos, _ in words}
    for kind, names in (("noun", {"NOUN", "PROPN"}), ("adjective", {"ADJ"}), ("preposition", {"ADP", "SCONJ", "ADV"})):
        if kinds & names:
            return kind
    return "other verb" if "AUX" in kinds else "punctuation"


def order_of(row: Attribution) -> str:
    """In which order its parts begin; a content that is cut in two begins with its first piece."""
    if not row.source:
        return "no source"
    if not row.cue:
        return "other order"
    starts = sorted((getattr(row, part)[0][0], part) for part in ("source", "cue", "content"))
    order = ", ".join(part for _, part in starts)
    return order if order in ORDERS else "other order"


def marks_of(row: Attribution, text: str) -> str:
    """How much of its content stands in quotation marks: all that is no mark, comma or space, some, or none."""
    words = "".join(text[a:b] for a, b in row.content).strip(" ,.;:\n")
    if not MARKS.search(words):
        return "no marks"
    opened = MARKS.match(words) is not None
    closed = bool(MARKS.search(words[-2:])) or (opened and len(MARKS.findall(words)) == 1)
    return "all in marks" if opened and closed and len(MARKS.findall(words)) <= 2 else "part in marks"


def source_of(gold: Attribution, ours: Attribution) -> str:
    """How our source of a matched content stands to the gold's."""
    if same_source(gold, ours):
        return "right"
    if not gold.source:
        return "the gold has none"
    if not ours.source:
        return "ours has none"
    return "too many or too few words" if _meet(gold.source, ours.source) else "other words"


def _why(row: Attribution, others: Sequence[Attribution], kinds: tuple[str, str, str]) -> str:
    none, other_content, in_part = kinds
    if any(_meet(row.content, o.content) and (not row.cue or _meet(row.cue, o.cue)) for o in others):
        return in_part
    return other_content if any(_meet(row.cue, o.cue) for o in others) else none


def _meet(left: Spans, right: Spans) -> bool:
    return any(a < d and c < b for a, b in left for c, d in right)
