"""A record, a reading or a grouping for a terminal of 80 columns; plain text when piped."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from variorum.present.views.agenda import agenda
from variorum.present.views.claims import claims
from variorum.present.views.dates import when_words
from variorum.present.views.differences import KIND_WORDS, Difference, Position, differences
from variorum.present.views.entities import Entity, cast, names
from variorum.present.views.origins import RELATION_WORDS, independence
from variorum.present.views.quotes import Speaker, Utterance, ledger
from variorum.present.views.sources import Cite, Row, Source, Sources
from variorum.present.views.timeline import Happening, timeline

STYLES = {
    "conflict": "bold red",
    "superseded": "yellow",
    "compatible": "green",
    "happened": "green",
    "unconfirmed": "yellow",
    "denied": "red",
    "cancelled": "red",
}
VERDICTS = {
    "conflict": "Conflict. ",
    "superseded": "The later report supersedes. ",
    "compatible": "Compatible. ",
}
WIDTH = 80
"""Columns when the output is no terminal."""


def console(out: IO[str]) -> Console:
    """A console on ``out``: colours, and the width there is, on a terminal only."""
    return Console(file=out, width=None if out.isatty() else WIDTH, highlight=False, markup=False, emoji=False)


def show_record(record: Row, to: Console) -> None:
    """Print the record: what happened, where the reports differ, what was said, and who says so."""
    sources = Sources(record["articles"])
    _head(record, sources, to)
    _timeline(record, sources, to)
    _differences(record, sources, to)
    _agenda(record, sources, to)
    _quotes(record, sources, to)
    _who(record, sources, to)
    _rest(record, sources, to)


def show_reading(article: Row, reading: Row, to: Console) -> None:
    """Print one article's reading: its times, speech, names and happenings."""
    source = Sources([article]).all[0]
    to.print(Text.assemble((source.title, "bold"), f"\n{source.outlet}, {source.date}"))
    times = _grid("Words", "Days", "Type", "Basis")
    for time in reading["times"]:
        shown = when_words(time) if time["from"] else time["timex"]["value"]
        times.add_row(_flat(time["exact"]), shown, time["timex"]["type"], (time["basis"] or "").replace("_", " "))
    _section("Times", to, times if reading["times"] else "none")
    _section("Speech", to)
    for quote in reading["quotes"]:
        words = " … ".join(_flat(c["exact"]) for c in quote["content"])
        label = Text.assemble((quote["speaker_name"] or "Speaker not named", "bold"), f" ({quote['kind']})")
        to.print(label, Padding(Text(words), (0, 0, 0, 2)))
    _section("Names", to)
    for entity in (*cast(reading["entities"], Sources([article])).leading, *_others(reading, article)):
        to.print(_entity(entity))
    happenings = _grid("Days", "What", "Standing")
    for event in reading["events"]:
        happenings.add_row(
            when_words(event["when"]), _flat(event["phrase"]["exact"]), event["standing"].replace("_", " ")
        )
    _section("Happenings", to, happenings if reading["events"] else "none")


def show_groups(groups: Row, to: Console) -> None:
    """Print the stories found, the reports of each, and whose text they carry."""
    names = {a["id"]: a["outlet"] or a["path"] or a["url"] for a in groups["articles"]}
    titles = {a["id"]: a["title"] or "(no headline)" for a in groups["articles"]}
    for story in groups["stories"]:
        to.print(Text(story["title"], "bold"))
        to.print(f"{story['id']}, {_count(len(story['articles']), 'report')}")
        for article in story["articles"]:
            to.print(_beside("-", f"{names[article]}: {titles[article]}", indent=2))
        for link in groups["lineage"]:
            if link["article"] in story["articles"]:
                other = names.get(link["other"]) or link["agency"]
                descent = f"{names[link['article']]} {RELATION_WORDS[link['relation']]} {other}: {link['reason']}"
                to.print(_beside("=", descent, indent=2))
        to.print()


def _section(title: str, to: Console, *content: Table | str) -> None:
    to.print()
    to.print(Text(title.upper(), "bold cyan"))
    for item in content:
        to.print(item)


def _flat(words: str) -> str:
    return " ".join(words.split())


def _count(number: int, noun: str) -> str:
    return f"{number} {noun if number == 1 else noun + 's'}"


def _sigla(sources: Iterable[Source]) -> str:
    return " ".join(s.siglum for s in sources)


def _cited(cites: Iterable[Cite]) -> str:
    return " ".join(dict.fromkeys(c.source.siglum for c in cites))


def _grid(*columns: str) -> Table:
    """A table without lines."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for name in columns:
        table.add_column(name, overflow="fold")
    return table


def _beside(label: str, words: str | Text, style: str = "", indent: int = 0) -> Padding:
    """A label with wrapped words beside it: their lines stay clear of the label."""
    row = Table.grid(padding=(0, 1, 0, 0))
    row.add_column(no_wrap=True)
    row.add_column(overflow="fold")
    row.add_row(Text(label, style), words if isinstance(words, Text) else Text(_flat(words)))
    return Padding(row, (0, 0, 0, indent), expand=False)


def _head(record: Row, sources: Sources, to: Console) -> None:
    story = record["story"]
    view = independence(record["independence"], sources)
    to.print(Text(story["title"], "bold"))
    to.print(Text(when_words({**story, "grain": "day"})))
    to.print(Text(", ".join(f"{c.number} {c.unit}" for c in view.counts), "bold"))
    for merge in view.merges:
        to.print(_beside(f"{_sigla(merge.sources)}:", merge.reason, indent=2))
    conflicts = sum(d["verdict"] == "conflict" for d in record["differences"])
    unconfirmed = sum(e["status"] == "unconfirmed" for e in record["timeline"])
    if conflicts:
        to.print(Text(_count(conflicts, "conflict"), "bold red"))
    if unconfirmed:
        to.print(Text(f"{_count(unconfirmed, 'plan')} that no report confirms", "yellow"))
    to.print()
    for source in sources.all:
        credit = f" ({source.credit})" if source.credit else ""
        to.print(_beside(source.siglum, f"{source.outlet}{credit}, {source.date}: {source.title}", "bold"))


def _timeline(record: Row, sources: Sources, to: Console) -> None:
    view = timeline(record["timeline"], sources, names(record["entities"]))
    for title, happenings in (("Timeline", view.story), ("Background", view.background)):
        if happenings:
            _section(title, to, _happenings(happenings))


def _happenings(happenings: Iterable[Happening]) -> Table:
    table = _grid("When", "What", "Status", "Who says so")
    table.columns[0].max_width = 16
    table.columns[2].max_width = 13
    table.columns[3].max_width = 14
    for happening in happenings:
        status = Text(happening.status_words, STYLES.get(happening.status, ""))
        table.add_row(happening.when, happening.what, status, _cited(happening.cites))
    return table


def _differences(record: Row, sources: Sources, to: Console) -> None:
    view = differences(record["differences"], sources)
    names_only = [d for d in view.explained if d.verdict == "compatible" and d.kind == KIND_WORDS["name"]]
    rest = [d for d in view.conflicts + view.explained if d not in names_only]
    if rest:
        _section("Where they differ", to)
    for n, difference in enumerate(rest, 1):
        _difference(n, difference, to)
    if names_only:
        _section("Written in more than one way", to)
    for difference in names_only:
        forms = (f"{p.value} ({_sigla(p.sources)})" for p in difference.positions)
        to.print(_beside("-", ", ".join(forms)))


def _difference(number: int, difference: Difference, to: Console) -> None:
    to.print(_beside(f"{number}.", Text(difference.question, "bold")))
    for position in difference.positions:
        to.print(_beside(_sigla(position.sources), position.value, "bold", indent=3))
        for source, words in _passages(position):
            to.print(_beside(source.siglum if len(position.sources) > 1 else "", f"“{words}”", indent=5))
    verdict = difference.verdict
    why = Text.assemble((VERDICTS[verdict], STYLES[verdict]), difference.explanation)
    to.print(Padding(why, (0, 0, 1, 3), expand=False))


def _passages(position: Position) -> list[tuple[Source, str]]:
    """The words behind an answer, each once a report; none that only repeat it."""
    words = ((p.cite.source, p.cite.words) for p in position.passages)
    return [(s, w) for s, w in dict.fromkeys(words) if w.casefold() != position.value.casefold()]


def _agenda(record: Row, sources: Sources, to: Console) -> None:
    view = agenda(record["agenda"], sources, names(record["entities"]))
    if not view.topics:
        return
    table = _grid("Topic", *(c.siglum for c in view.columns))
    for topic in view.topics:
        cells = ("/".join(dict.fromkeys(s.words for s in cell)) for cell in topic.cells)
        name = Text(topic.name, "bold red" if topic.split else "")
        table.add_row(Padding(name, (0, 0, 0, 2 * topic.depth)), *cells)
    _section("On the agenda", to, table)


def _quotes(record: Row, sources: Sources, to: Console) -> None:
    speakers = [s for s in ledger(record["quotes"], sources, names(record["entities"])) if s.quoted]
    if speakers:
        _section("What was said", to)
    for speaker in speakers:
        _speaker(speaker, to)


def _speaker(speaker: Speaker, to: Console) -> None:
    to.print(Text(speaker.name or "Speaker not named", "bold"))
    for utterance in speaker.quoted:
        _utterance(utterance, to)


def _utterance(utterance: Utterance, to: Console) -> None:
    for wording in utterance.wordings:
        words = "".join(s.text for s in wording.stretches)
        occasions = f" ({'; '.join(wording.occasions)})" if wording.occasions else ""
        to.print(_beside(_cited(wording.cites), words + occasions, indent=2))
    notes = [
        utterance.differs or "",
        f"in other words: {_cited(utterance.paraphrases)}" if utterance.paraphrases else "",
    ]
    if any(notes):
        to.print(Padding(Text("; ".join(n for n in notes if n), "yellow"), (0, 0, 0, 5)))


def _who(record: Row, sources: Sources, to: Console) -> None:
    view = cast(record["entities"], sources)
    shown = (*view.leading, *dict(view.rest).get("Organizations", ()))
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(overflow="fold")
    table.add_column(max_width=14)
    for entity in shown:
        table.add_row(_entity(entity), _sigla(entity.sources))
    if shown:
        _section("Who", to, table)


def _others(reading: Row, article: Row) -> Iterable[Entity]:
    view = cast(reading["entities"], Sources([article]))
    return (*view.others, *(entity for _, group in view.rest for entity in group))


def _entity(entity: Entity) -> Text:
    titles = [o.title for o in entity.offices]
    fuller = {t: any(o.casefold().startswith(f"{t.casefold()},") for o in titles) for t in titles}
    offices = "; ".join(t for t in titles if not fuller[t])
    forms = ", ".join(f.text for f in entity.forms)
    return Text.assemble((entity.name, "bold"), f": {offices}" if offices else "", f" (also {forms})" if forms else "")


def _rest(record: Row, sources: Sources, to: Console) -> None:
    own = claims(record["claims"], sources).own_count if len(sources.all) > 1 else 0
    left_out = len(record["silences"])
    if own or left_out or record["failures"]:
        to.print()
    if own:
        to.print(f"{_count(own, 'statement')} in one report only.")
    if left_out:
        to.print(f"{_count(left_out, 'statement')} of several reports left out by one written late enough to know.")
    for failure in record["failures"]:
        to.print(Text.assemble(("Not read: ", "red"), f"{failure['path']}: {failure['error']}"))
