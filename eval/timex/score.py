"""TempEval-3's measures (UzZaman et al. 2013): spans strict and relaxed, then type and value of relaxed matches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from eval.timex.gold import Timex

WEEKDAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])


@dataclass
class Score:
    """Counts over articles."""

    gold: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    types: int = 0
    values: int = 0
    weekdays: int = 0
    weekdays_right: int = 0
    misses: list[str] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)

    def add(self, text: str, gold: Sequence[Timex], found: Sequence[Timex], name: str) -> None:
        """Count one article. Each gold expression takes the first free one of ours that it overlaps."""
        free = list(found)
        self.gold += len(gold)
        self.found += len(found)
        for want in gold:
            got = next((f for f in free if f.start < want.end and want.start < f.end), None)
            self._weekday(text, want, got)
            if got is None:
                self._miss(name, text, want, "not found")
                continue
            free.remove(got)
            self.relaxed += 1
            same = (got.start, got.end) == (want.start, want.end)
            self.strict += same
            self.types += got.type == want.type
            self.values += got.value == want.value
            ours = f"[{text[got.start : got.end]}]"
            if got.value != want.value:
                self._miss(name, text, want, "value", f"{got.value} for {ours}")
            if got.type != want.type:
                self._miss(name, text, want, "type", got.type)
            if not same:
                self._miss(name, text, want, "extent", ours)
        for extra in free:
            self._miss(name, text, extra, "not in the gold")

    def _weekday(self, text: str, want: Timex, got: Timex | None) -> None:
        if text[want.start : want.end].lower() in WEEKDAYS:
            self.weekdays += 1
            self.weekdays_right += got is not None and got.value == want.value

    def _miss(self, name: str, text: str, at: Timex, kind: str, ours: str = "") -> None:
        self.kinds[kind] += 1
        before, after = text[max(0, at.start - 50) : at.start], text[at.end : at.end + 30]
        line = f"{before}[{text[at.start : at.end]}]{after}".replace("\n", " | ")
        self.misses.append(f"{kind} {ours}".rstrip() + f" | {at.type} {at.value} | {name[:10]} | {line}")

    def f1(self, right: int) -> float:
        """Balanced F of a count of right ones."""
        return 2 * right / max(self.gold + self.found, 1)

    def row(self) -> list[str]:
        """Figures for one line of the table."""
        figures = [self.f1(n) for n in (self.relaxed, self.strict, self.types, self.values)]
        day = self.weekdays_right / max(self.weekdays, 1)
        return [str(self.gold), str(self.found), *(f"{x:.3f}" for x in figures), f"{day:.3f} of {self.weekdays}"]


KINDS = ["not found", "not in the gold", "extent", "type", "value"]
"""Of misses; a match may miss in extent, type and value at once."""
HEADINGS = ["gold", "found", "span relaxed", "span strict", "type", "value", "weekday"]


def table(scores: Iterable[tuple[str, Score]]) -> str:
    """The scores as aligned text."""
    return aligned([["half", *HEADINGS], *([name, *score.row()] for name, score in scores)])


def misses(scores: Iterable[tuple[str, Score]]) -> str:
    """How many misses there are of each kind, as aligned text."""
    return aligned([["misses", *KINDS], *([name, *(str(score.kinds[k]) for k in KINDS)] for name, score in scores)])


def aligned(rows: list[list[str]]) -> str:
    """Rows as right-aligned columns."""
    widths = [max(len(r[i]) for r in rows) for i in range(len(rows[0]))]
    return "\n".join("  ".join(c.rjust(w) for c, w in zip(r, widths, strict=True)) for r in rows)
