"""The timeline as a picture: where each line of text, bar and mark stands.

Happenings are rows and days are columns, so no two labels can meet at any width. Only days on which something stands
get a column; a gap in the days shows as a break. What lies before or after them stands in a column of its own.
Lengths are in the picture's own units, which are CSS pixels at its natural size.
"""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

from babel.dates import format_date

from variorum.present.views.dates import when_words
from variorum.present.views.sources import Source
from variorum.present.views.timeline import Happening, Timeline

MAX_DAYS = 11
"""With an edge on either side, columns stay wide enough for a siglum of three letters."""
MAX_STORY, MAX_BACKGROUND = 22, 8
NEAR = dt.timedelta(days=10)
"""A happening this close to the reports belongs to the story's own days."""
SHORT = 7
"""Days that a happening may last and still set columns of its own."""
LONG = 31
"""Days beyond which a happening that covers all the days shown is left to the list."""
MAX_SIGLA = 5


@dataclass(frozen=True, slots=True)
class Frame:
    """A page width's proportions. ``chars`` is how many small letters of a label fit on a line in a wide-set serif."""

    name: str
    width: int
    label_x: int
    chars: int
    grid_x: int
    column: int
    stacked: bool


WIDE = Frame("wide", 920, 128, 52, 560, 58, stacked=False)
NARROW = Frame("narrow", 350, 0, 44, 0, 44, stacked=True)
LINE, PAD, HEAD = 17, 10, 44


@dataclass(frozen=True, slots=True)
class Column:
    """A day, or all before (``‹``) or after (``›``) the days shown. ``broken``: days are left out before it."""

    x: float
    label: str
    weekday: str
    month: str
    broken: bool
    sigla: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """One happening: its text from ``y`` down, its mark at ``x, mark_y``, its bar if it lasts."""

    happening: Happening
    y: float
    height: float
    date: str
    lines: tuple[str, ...]
    x: float
    mark_y: float
    bar: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Chart:
    """A whole picture. ``background_y`` is where the history begins, if any; ``more`` counts rows left out."""

    frame: Frame
    height: float
    top: float
    columns: tuple[Column, ...]
    column_width: float
    rows: tuple[Mark, ...]
    background_y: float | None
    more: int
    summary: str


def chart(timeline: Timeline, sources: Sequence[Source], frame: Frame) -> Chart | None:
    """Lay out the picture at one width; None when nothing is dated."""
    days = _days(timeline.story, sources)
    if not days:
        return None
    story = _strongest([h for h in timeline.story if not _vague(h, days)], MAX_STORY)
    background = _strongest(timeline.background, MAX_BACKGROUND)
    if not story:
        return None
    axis = _Axis.over(days, (*story, *background), frame)
    columns = axis.columns(sources)
    top = HEAD + max(14 * max(len(c.sigla) for c in columns), 14) + 14
    rows: list[Mark] = []
    y: float = top
    split: float | None = None
    for happening in (*story, *background):
        if happening.background and split is None:
            split, y = y + 8, y + 34
        rows.append(_mark(happening, y, axis, frame))
        y += rows[-1].height
    dated = sum(1 for h in timeline.story + timeline.background if h.start)
    return Chart(
        frame, y + 4, top, columns, axis.width, tuple(rows), split, dated - len(rows), _summary(story, background)
    )


def _strongest(happenings: Sequence[Happening], limit: int) -> tuple[Happening, ...]:
    """The dated ones with most support, back in order of time."""
    dated = [h for h in happenings if h.start]
    kept = sorted(range(len(dated)), key=lambda i: (-dated[i].origins, -dated[i].articles, i))[:limit]
    return tuple(dated[i] for i in sorted(kept))


def _days(story: Sequence[Happening], sources: Sequence[Source]) -> list[dt.date]:
    """The days that get a column: those of the reports, and of short happenings near them; at most ``MAX_DAYS``."""
    published = sorted({dt.date.fromisoformat(s.day) for s in sources if s.day})
    ends = [(dt.date.fromisoformat(h.start), dt.date.fromisoformat(h.end)) for h in story if h.start and h.end]
    short = [e for e in ends if (e[1] - e[0]).days < SHORT]
    anchors = published or [d for e in short for d in e]
    if not anchors:
        return []
    low, high = min(anchors) - NEAR, max(anchors) + NEAR
    days = {d for e in short for d in e if low <= d <= high} | set(published)
    nearest = sorted(days, key=lambda d: (min(abs((d - a).days) for a in anchors), d))
    return sorted(nearest[:MAX_DAYS])


def _vague(happening: Happening, days: Sequence[dt.date]) -> bool:
    """Whether it spans the days shown so widely that a bar over all of them would say nothing."""
    if not happening.start or not happening.end:
        return True
    start, end = dt.date.fromisoformat(happening.start), dt.date.fromisoformat(happening.end)
    return (end - start).days > LONG and start <= days[0] and days[-1] <= end


@dataclass(frozen=True, slots=True)
class _Axis:
    """The columns' places: a day's position is its index, half a step between two for a day left out."""

    days: tuple[dt.date, ...]
    earlier: bool
    later: bool
    x: float
    width: float

    @classmethod
    def over(cls, days: Sequence[dt.date], happenings: Sequence[Happening], frame: Frame) -> _Axis:
        iso = (days[0].isoformat(), days[-1].isoformat())
        earlier = any(h.start and h.start < iso[0] for h in happenings)
        later = any(h.end and h.end > iso[1] for h in happenings)
        number = len(days) + earlier + later
        return cls(tuple(days), earlier, later, frame.grid_x, min(frame.column, (frame.width - frame.grid_x) / number))

    def columns(self, sources: Sequence[Source]) -> tuple[Column, ...]:
        """All columns from left to right."""
        out = [self._edge("‹", -1)] if self.earlier else []
        for i, day in enumerate(self.days):
            before = self.days[i - 1] if i else None
            out.append(
                Column(
                    x=self.at(i),
                    label=str(day.day),
                    weekday=format_date(day, "EEEEEE", locale="en"),
                    month=format_date(day, "MMM y", locale="en") if not before or before.month != day.month else "",
                    broken=before is not None and (day - before).days > 1,
                    sigla=_sigla([s.siglum for s in sources if s.day == day.isoformat()]),
                )
            )
        return (*out, self._edge("›", len(self.days))) if self.later else tuple(out)

    def _edge(self, label: str, index: int) -> Column:
        return Column(self.at(index), label, "", "", False, ())

    def at(self, index: float) -> float:
        """The middle of a column."""
        return round(self.x + (index + self.earlier + 0.5) * self.width, 1)

    def reach(self, happening: Happening) -> tuple[float, float]:
        """The x of a happening's first and last day."""
        assert happening.start and happening.end
        first, last = dt.date.fromisoformat(happening.start), dt.date.fromisoformat(happening.end)
        start = next((i for i, d in enumerate(self.days) if d >= first), len(self.days))
        end = next((i for i in reversed(range(len(self.days))) if self.days[i] <= last), -1)
        if first < self.days[0]:
            start = -1
        if last > self.days[-1]:
            end = len(self.days)
        if end < start:  # between two columns
            return self.at((start + end) / 2), self.at((start + end) / 2)
        return self.at(start), self.at(end)


def _sigla(sigla: list[str]) -> tuple[str, ...]:
    return tuple(sigla) if len(sigla) <= MAX_SIGLA else (*sigla[: MAX_SIGLA - 1], f"+{len(sigla) - MAX_SIGLA + 1}")


def _mark(happening: Happening, y: float, axis: _Axis, frame: Frame) -> Mark:
    lines = _lines(happening.what, frame.chars)
    text = LINE * (len(lines) + frame.stacked)
    start, end = axis.reach(happening)
    return Mark(
        happening=happening,
        y=y,
        height=text + PAD + (LINE + 6 if frame.stacked else 0),
        date=when_words(_when(happening), year=axis.days[-1].year),
        lines=lines,
        x=round((start + end) / 2, 1),
        mark_y=y + (text + 10 if frame.stacked else text / 2),
        bar=(start, end) if end > start else None,
    )


def _lines(text: str, chars: int) -> tuple[str, ...]:
    """At most two lines; text in capitals or in full-width letters gets fewer letters a line."""
    set_width = sum(2.0 if east_asian_width(c) in "WF" else 1.35 if c.isupper() else 1.0 for c in text)
    return tuple(textwrap.wrap(text, max(8, int(chars * len(text) / set_width)), max_lines=2, placeholder=" …"))


def _when(happening: Happening) -> dict[str, str | None]:
    return {"from": happening.start, "to": happening.end, "grain": happening.grain}


def _summary(story: Sequence[Happening], background: Sequence[Happening]) -> str:
    """The picture in a sentence, for those who do not see it."""
    runs = [f"{h.when}: {h.what} ({h.status_words})" for h in story]
    tail = f" Behind it {len(background)} earlier events are told as background." if background else ""
    return "; ".join(runs) + "." + tail + " The list below holds the same."
