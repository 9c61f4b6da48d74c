"""A record for a terminal of 80 columns: the answer first, then every section."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from variorum.present.cli.drawing import beside, cited, count, entity, grid, section, sigla
from variorum.present.views.differences import KIND_WORDS, Difference, Differences, Passage, Position
from variorum.present.views.page import Page, page, summary_title
from variorum.present.views.quotes import Speaker, Utterance
from variorum.present.views.sources import Row
from variorum.present.views.timeline import Happening
from variorum.present.views.wording import quoted

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


def show_record(record: Row, to: Console) -> None:
    """Print the record: what happened, where the reports differ, what was said, and who says so."""
    view = page(record)
    _head(view, to)
    _summary(view, to)
    _glance(view, to)
    for title, happenings in (("Timeline", view.timeline.story), ("Background", view.timeline.background)):
        if happenings:
            section(title, to, _happenings(happenings))
    _differences(view.differences, to)
    _agenda(view, to)
    _quotes(view, to)
    _who(view, to)
    _rest(view, to)


def _head(view: Page, to: Console) -> None:
    to.print(Text(view.title, "bold"))
    to.print(Text(view.dates))
    to.print(Text(", ".join(f"{c.number} {c.unit}" for c in view.independence.counts), "bold"))
    for merge in view.independence.merges:
        to.print(beside(f"{sigla(merge.sources)}:", merge.short, indent=2))
    to.print()
    for source in view.sources:
        credit = f" ({source.credit})" if source.credit else ""
        to.print(beside(source.siglum, f"{source.outlet}{credit}, {source.date}: {source.title}", "bold"))


def _summary(view: Page, to: Console) -> None:
    """What the reports agree on, a line each."""
    if view.summary:
        section(summary_title(view.summary), to)
    for line in view.summary:
        latest = "the latest figure: " if line.latest else ""
        to.print(beside("-", f"{line.text} ({latest}{cited(line.cites)})"))


def _glance(view: Page, to: Console) -> None:
    """The answer in ten seconds: best supported happenings, plans, and the conflicts in a line each."""
    glance = view.glance
    for title, happenings in (("What happened", glance.happened), ("Planned or not confirmed", glance.planned)):
        if happenings:
            section(title, to)
        for happening in happenings:
            to.print(beside("-", f"{happening.when}: {happening.what} ({cited(happening.cites)})"))
    if glance.conflicts:
        section("Where the reports clash", to)
    for n, conflict in enumerate(glance.conflicts, 1):
        answers = " / ".join(f"{p.value} ({sigla(p.sources)})" for p in conflict.positions)
        to.print(beside(f"{n}.", Text.assemble((conflict.question, "red"), f" {answers}")))


def _happenings(happenings: Iterable[Happening]) -> Table:
    table = grid("When", "What", "Status", "Who says so")
    table.columns[0].max_width = 16
    table.columns[2].max_width = 13
    table.columns[3].max_width = 14
    for happening in happenings:
        status = Text(happening.status_words, STYLES.get(happening.status, ""))
        table.add_row(happening.when, happening.what, status, cited(happening.cites))
    return table


def _differences(view: Differences, to: Console) -> None:
    """Conflicts first, then what is explained; names written in more than one way take a line each."""
    names_only = [d for d in view.explained if d.verdict == "compatible" and d.kind == KIND_WORDS["name"]]
    rest = [d for d in view.conflicts + view.explained if d not in names_only]
    if rest:
        section("Where they differ", to)
    for n, difference in enumerate(rest, 1):
        _difference(n, difference, to)
    if view.doubtful:
        to.print(f"\nA trained comparison holds {len(view.doubtful)} more less likely than not; the page has them.")
    if names_only:
        section("Written in more than one way", to)
    for difference in names_only:
        forms = (f"{p.value} ({sigla(p.sources)})" for p in difference.positions)
        to.print(beside("-", ", ".join(forms)))


def _difference(number: int, difference: Difference, to: Console) -> None:
    to.print(beside(f"{number}.", Text(difference.question, "bold")))
    for position in difference.positions:
        to.print(beside(sigla(position.sources), position.value, "bold", indent=3))
        for whence, words in _passages(position, position.leading):
            to.print(beside(whence if len(position.sources) > 1 else "", quoted(words), indent=5))
        if rest := _passages(position, position.more):
            to.print(beside("", f"and {count(len(rest), 'more passage')} ({', '.join(w for w, _ in rest)})", indent=5))
    verdict = difference.verdict
    why = Text.assemble((VERDICTS[verdict], STYLES[verdict]), difference.explanation)
    to.print(Padding(why, (0, 0, 1, 3), expand=False))


def _passages(position: Position, passages: Iterable[Passage]) -> list[tuple[str, str]]:
    """The words behind an answer, with who has them; none that only repeat it."""
    words = ((sigla(dict.fromkeys(c.source for c in p.cites)), p.words) for p in passages)
    return [(s, w) for s, w in words if w.casefold() != position.value.casefold()]


def _agenda(view: Page, to: Console) -> None:
    if not view.agenda.topics:
        return
    table = grid("Topic", *(c.siglum for c in view.agenda.columns))
    for topic in view.agenda.topics:
        cells = ("/".join(dict.fromkeys(s.words for s in cell)) for cell in topic.cells)
        name = Text(topic.name, "bold red" if topic.split else "")
        table.add_row(Padding(name, (0, 0, 0, 2 * topic.depth)), *cells)
    section("On the agenda", to, table)


def _quotes(view: Page, to: Console) -> None:
    speakers = [s for s in view.speakers if s.quoted]
    if speakers:
        section("What was said", to)
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
        to.print(beside(cited(wording.cites), words + occasions, indent=2))
    notes = [utterance.differs] if utterance.differs else []
    if utterance.paraphrases:
        notes.append(f"in other words: {cited(utterance.paraphrases)}")
    if notes:
        to.print(Padding(Text("; ".join(notes), "yellow"), (0, 0, 0, 5), expand=False))


def _who(view: Page, to: Console) -> None:
    shown = (*view.cast.leading, *dict(view.cast.rest).get("Organizations", ()))
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(overflow="fold")
    table.add_column(max_width=14)
    for one in shown:
        table.add_row(entity(one), sigla(one.sources))
    if shown:
        section("Who", to, table)


def _rest(view: Page, to: Console) -> None:
    own = view.claims.own_count if len(view.sources) > 1 else 0
    left_out = len({claim.id for silent in view.omissions for claim in silent.claims})
    if own or left_out or view.failures:
        to.print()
    if own:
        to.print(f"{count(own, 'statement')} in one report only.")
    if left_out:
        to.print(f"{count(left_out, 'statement')} of several reports left out by one written late enough to know.")
    for failure in view.failures:
        to.print(Text.assemble(("Not read: ", "red"), f"{failure['path']}: {failure['error']}"))
