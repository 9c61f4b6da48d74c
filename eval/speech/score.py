"""How attributions are held against gold.

Two contents match when the characters they share are at least half of the longer one's. Matches are one to one, the
closest first. A source is right when it shares half of the longer in the same way, or when both name none. "Quoted"
are attributions with a quotation mark in their content: for recall the gold's, for precision ours.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from eval.speech.polnear import Attribution, Spans

MARKS = re.compile(r"[“”„«»\"]|''|``")
ROLES = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Rate:
    """Right, ours, gold."""

    right: int
    ours: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of ours that is right."""
        return self.right / self.ours if self.ours else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass
class Score:
    """Counts over articles."""

    count: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def add(self, name: str, text: str, gold: Sequence[Attribution], ours: Sequence[Attribution]) -> None:
        """Count one article."""
        pairs = matched(gold, ours)
        quoted = {"gold": [_quoted(text, a) for a in gold], "ours": [_quoted(text, a) for a in ours]}
        self.count["all/gold"] += len(gold)
        self.count["all/ours"] += len(ours)
        self.count["quoted/gold"] += sum(quoted["gold"])
        self.count["quoted/ours"] += sum(quoted["ours"])
        for g, o in pairs.items():
            both = same_source(gold[g], ours[o])
            for case in ("all", *(["quoted"] if quoted["gold"][g] else [])):
                self.count[f"{case}/content"] += 1
                self.count[f"{case}/both"] += both
        for role in ROLES:
            _exact(self.count, role, gold, ours)
        found = set(pairs.values())
        self.misses += [_shown("missed", name, text, a) for g, a in enumerate(gold) if g not in pairs]
        self.misses += [_shown("wrong", name, text, a) for o, a in enumerate(ours) if o not in found]

    def rate(self, case: str, measure: str) -> Rate:
        """A figure: ``all`` or ``quoted``, ``content`` or ``both``; or ``exact`` and a role."""
        if case == "exact":
            return Rate(*(self.count[f"exact/{measure}/{k}"] for k in ("right", "ours", "gold")))
        return Rate(self.count[f"{case}/{measure}"], self.count[f"{case}/ours"], self.count[f"{case}/gold"])

    def table(self) -> str:
        """Every figure, a line each."""
        lines = [f"{'':34} {'P':>6} {'R':>6} {'F1':>6}   right/ours/gold"]
        for case in ("quoted", "all"):
            for measure, label in (("content", "content"), ("both", "content and source")):
                lines.append(_line(f"{case}: {label}, half", self.rate(case, measure)))
        lines += [_line(f"all: {role}, exact", self.rate("exact", role)) for role in ROLES]
        return "\n".join(lines)


def matched(gold: Sequence[Attribution], ours: Sequence[Attribution]) -> dict[int, int]:
    """One-to-one matches of contents, gold's place to ours, the closest first."""
    left, right = [_characters(a.content) for a in gold], [_characters(a.content) for a in ours]
    likeness = [
        (share, g, o) for g, a in enumerate(left) for o, b in enumerate(right) if (share := _share(a, b)) >= 0.5
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, g, o in sorted(likeness, key=lambda x: (-x[0], x[1], x[2])):
        if g not in pairs and o not in taken:
            pairs[g] = o
            taken.add(o)
    return pairs


def _characters(spans: Spans) -> frozenset[int]:
    return frozenset(i for a, b in spans for i in range(a, b))


def _share(left: frozenset[int], right: frozenset[int]) -> float:
    return len(left & right) / max(len(left), len(right), 1)


def same_source(gold: Attribution, ours: Attribution) -> bool:
    """Whether the sources share half of the longer one's characters, or neither names one."""
    if not gold.source or not ours.source:
        return not gold.source and not ours.source
    return _share(_characters(gold.source), _characters(ours.source)) >= 0.5


def _quoted(text: str, of: Attribution) -> bool:
    return any(MARKS.search(text[a:b]) for a, b in of.content)


def _exact(count: Counter[str], role: str, gold: Iterable[Attribution], ours: Iterable[Attribution]) -> None:
    left = Counter(s for a in gold if (s := getattr(a, role)))
    right = Counter(s for a in ours if (s := getattr(a, role)))
    count[f"exact/{role}/gold"] += left.total()
    count[f"exact/{role}/ours"] += right.total()
    count[f"exact/{role}/right"] += (left & right).total()


def _line(label: str, rate: Rate) -> str:
    figures = f"{rate.precision:6.3f} {rate.recall:6.3f} {rate.f1:6.3f}"
    return f"{label:34} {figures}   {rate.right}/{rate.ours}/{rate.gold}"


def _shown(kind: str, name: str, text: str, of: Attribution) -> str:
    words = ["/".join(" ".join(text[a:b].split()) for a, b in getattr(of, role))[:160] for role in ROLES]
    return f"{kind:6} {name}: [{words[0]}] [{words[1]}] [{words[2]}]"
