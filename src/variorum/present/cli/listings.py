"""A reading, and the stories of a folder, for a terminal."""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from variorum.present.cli.drawing import beside, count, entity, flat, grid, section
from variorum.present.views.dates import when_words
from variorum.present.views.entities import cast
from variorum.present.views.origins import RELATION_WORDS
from variorum.present.views.sources import Row, Sources

REASONS = 3
"""Reasons printed for a report's place in its story."""


def show_reading(article: Row, reading: Row, to: Console) -> None:
    """Print one article's reading: its times, speech, names and happenings."""
    source = Sources([article]).all[0]
    to.print(Text(source.title, "bold"))
    to.print(Text(f"{source.outlet}, {source.date}"))
    _times(reading, to)
    _speech(reading, to)
    _names(article, reading, to)
    _happenings(reading, to)


def _times(reading: Row, to: Console) -> None:
    table = grid("Words", "Days", "Type", "Basis")
    for time in reading["times"]:
        shown = when_words(time) if time["from"] else time["timex"]["value"]
        table.add_row(flat(time["exact"]), shown, time["timex"]["type"], (time["basis"] or "").replace("_", " "))
    section("Times", to, table if reading["times"] else "none")


def _speech(reading: Row, to: Console) -> None:
    section("Speech", to, *([] if reading["quotes"] else ["none"]))
    for quote in reading["quotes"]:
        words = " … ".join(flat(c["exact"]) for c in quote["content"])
        to.print(Text.assemble((quote["speaker_name"] or "Speaker not named", "bold"), f" ({quote['kind']})"))
        to.print(Padding(Text(words), (0, 0, 0, 2), expand=False))


def _names(article: Row, reading: Row, to: Console) -> None:
    view = cast(reading["entities"], Sources([article]))
    shown = (*view.leading, *view.others, *(one for _, group in view.rest for one in group))
    section("Names", to, *([] if shown else ["none"]))
    for one in shown:
        to.print(entity(one))


def _happenings(reading: Row, to: Console) -> None:
    table = grid("Days", "What", "Standing")
    for event in reading["events"]:
        standing = event["standing"].replace("_", " ")
        table.add_row(when_words(event["when"]), flat(event["phrase"]["exact"]), standing)
    section("Happenings", to, table if reading["events"] else "none")


def show_groups(groups: Row, to: Console) -> None:
    """Print the stories found, the reports of each with why they are in it, and whose text they carry; then changes."""
    names = {a["id"]: a["outlet"] or a["path"] or a["url"] for a in groups["articles"]}
    titles = {a["id"]: a["title"] or "(no headline)" for a in groups["articles"]}
    for story in groups["stories"]:
        to.print(Text(story["title"], "bold"))
        number = f"#{story['number']}, " if "number" in story else ""
        to.print(f"{number}{story['id']}, {count(len(story['articles']), 'report')}")
        because = {b["article"]: b for b in story["because"]}
        for article in story["articles"]:
            to.print(beside("-", f"{names[article]}: {titles[article]}", indent=2))
            if why := _why(because.get(article), names):
                to.print(beside(" ", Text(why, "dim"), indent=2))
        for link in groups["lineage"]:
            if link["article"] in story["articles"]:
                other = names.get(link["other"]) or link["agency"]
                descent = f"{names[link['article']]} {RELATION_WORDS[link['relation']]} {other}: {link['reason']}"
                to.print(beside("=", descent, indent=2))
        to.print()
    _changes(groups.get("changes", []), names, to)


def _why(belonging: Row | None, names: Row) -> str:
    """Why a report is in its story, in one line: the likest other report, and the weightiest of what they share."""
    if belonging is None or belonging["other"] is None:
        return ""
    told = "; ".join(finding["reason"] for finding in belonging["findings"][:REASONS])
    return f"because of {names[belonging['other']]}: {told}"


def _changes(changes: list[Row], names: Row, to: Console) -> None:
    """What the last run changed in a desk's stories."""
    if changes:
        section("Changes", to)
    for change in changes:
        article = f" {names.get(change['article'], change['article'])}" if change["article"] else ""
        other = f", with or from #{change['other']}" if change["other"] else ""
        to.print(beside("-", f"#{change['story']} {change['kind']}{article}{other}: {change['reason']}", indent=2))
