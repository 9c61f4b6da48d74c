"""What the commands tell on standard error of stories and files, and how a story is named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from variorum.engine import Articles
    from variorum.model.article import Failure
    from variorum.model.story import Story


def list_stories(stories: Sequence[Story], numbers: Mapping[str, int]) -> None:
    """Name the stories found, a line each, on standard error."""
    click.echo(f"{len(stories)} stories found:", err=True)
    for one in stories:
        click.echo(f"  {label(one, numbers)}", err=True)


def label(story: Story, numbers: Mapping[str, int]) -> str:
    """A story on one line: its id, at a desk its number, its title and how many reports tell it."""
    number = f"#{numbers[story.id]}  " if story.id in numbers else ""
    return f"{story.id}  {number}{story.title} ({len(story.articles)})"


def named(stories: list[Story], wanted: str | None, numbers: Mapping[str, int]) -> list[Story]:
    """The story with this id, number or title, or all of them. A part of a title will do if only one title has it."""
    if wanted is None:
        return stories
    words = wanted.casefold()
    exact = [s for s in stories if s.id == wanted or f"#{numbers.get(s.id)}" == f"#{wanted.removeprefix('#')}"]
    kept = (
        exact
        or [s for s in stories if s.title.casefold() == words]
        or [s for s in stories if words in s.title.casefold()]
    )
    if len(kept) == 1:
        return kept
    there = "; ".join(label(s, numbers) for s in kept or stories)
    if kept:
        raise click.UsageError(f"several stories are called {wanted}: {there}")
    raise click.UsageError(f"no story {wanted} here; there are {there}")


def tell_of(articles: Articles, quiet: bool) -> None:
    """Name what was set aside, and, unless quiet, what is to be said of what was kept, on standard error."""
    complain(articles.failures)
    for note in () if quiet else articles.notes:
        click.echo(f"note: {note.path}: {note.error}", err=True)


def complain(failures: Iterable[Failure]) -> None:
    """Name each file that could not be read, and why, on standard error."""
    for failure in failures:
        click.echo(f"error: {failure.path}: {failure.error}", err=True)
