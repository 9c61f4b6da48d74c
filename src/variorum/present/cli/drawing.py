"""What the terminal views draw with: a console, sections, tables, labels with wrapped words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from variorum.present.views.entities import Entity
from variorum.present.views.sources import Cite, Source

WIDTH = 80
"""Columns when the output is no terminal."""


def console(out: IO[str]) -> Console:
    """A console on ``out``: colours, and the width there is, on a terminal only."""
    return Console(file=out, width=None if out.isatty() else WIDTH, highlight=False, markup=False, emoji=False)


def section(title: str, to: Console, *content: Table | str) -> None:
    """Print a heading, and what stands under it."""
    to.print()
    to.print(Text(title.upper(), "bold cyan"))
    for item in content:
        to.print(item)


def grid(*columns: str) -> Table:
    """A table without lines."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for name in columns:
        table.add_column(name, overflow="fold")
    return table


def beside(label: str, words: str | Text, style: str = "", indent: int = 0) -> Padding:
    """A label with wrapped words beside it: their lines stay clear of the label."""
    row = Table.grid(padding=(0, 1, 0, 0))
    row.add_column(no_wrap=True)
    row.add_column(overflow="fold")
    row.add_row(Text(label, style), words if isinstance(words, Text) else Text(flat(words)))
    return Padding(row, (0, 0, 0, indent), expand=False)


def flat(words: str) -> str:
    """The words on one line."""
    return " ".join(words.split())


def count(number: int, noun: str) -> str:
    """``1 report``, ``5 reports``."""
    return f"{number} {noun if number == 1 else noun + 's'}"


def sigla(sources: Iterable[Source]) -> str:
    """The reports' short names."""
    return " ".join(s.siglum for s in sources)


def cited(cites: Iterable[Cite]) -> str:
    """The short names of the reports that are cited, each once."""
    return " ".join(dict.fromkeys(c.source.siglum for c in cites))


def entity(shown: Entity) -> Text:
    """A name with the offices that are stated, and its other forms."""
    titles = [o.title for o in shown.offices]
    fuller = {t: any(o.casefold().startswith(f"{t.casefold()},") for o in titles) for t in titles}
    offices = "; ".join(t for t in titles if not fuller[t])
    forms = ", ".join(f.text for f in shown.forms)
    return Text.assemble((shown.name, "bold"), f": {offices}" if offices else "", f" (also {forms})" if forms else "")
