"""Which form to write, under which name, and the writing itself."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from variorum.errors import InputError

if TYPE_CHECKING:
    from rich.console import Console

    from variorum.engine import Edition
    from variorum.model.article import Article
    from variorum.model.story import Story
    from variorum.present.views.sources import Row

SUFFIXES = {".html": "html", ".htm": "html", ".json": "json", ".md": "md", ".txt": "text"}
"""The form of a record by the suffix of the file it goes to."""

FORMS = ("text", "json", "md", "html")


def listed() -> str:
    """The suffixes that can be written, for messages."""
    return ", ".join(s for s in SUFFIXES if s != ".htm")


def form_of(out: Path | None, form: str | None) -> str:
    """The form to write: the one asked for, else by the file's suffix, else text.

    Raises:
        InputError: the suffix stands for no form, or the path is a folder.
    """
    if out is not None and out.is_dir():
        raise InputError(str(out), "is a folder; name a file to write")
    if form or out is None:
        return form or "text"
    if out.suffix.lower() not in SUFFIXES:
        raise InputError(str(out), f"cannot tell what to write by the suffix '{out.suffix}'; it may be {listed()}")
    return SUFFIXES[out.suffix.lower()]


def numbered(out: Path | None, numbers: Sequence[int], *, alone: bool) -> list[Path | None]:
    """A file for each story: the one named for a story alone, else ``out-1.html``, ``out-2.html``, by their numbers."""
    if out is None or alone:
        return [out] * len(numbers)
    return [out.with_name(f"{out.stem}-{n}{out.suffix}") for n in numbers]


def render(record: Row, form: str, *, many: bool, to_file: bool) -> str:
    """A record in one of the forms.

    Args:
        record: the record's plain form.
        form: ``text``, ``json``, ``md`` or ``html``.
        many: whether it is one of several for the same stream: JSON is then one line.
        to_file: whether it goes to a file and not to the terminal.
    """
    from variorum.present.export import jsonfile, markdown

    if form == "json":
        return jsonfile.render_line(record) if many and not to_file else jsonfile.render(record)
    if form == "md":
        return markdown.render(record)
    if form == "html":
        from variorum.present import report

        return report.render(record)
    from variorum.present.cli import terminal

    return _printed(lambda to: terminal.show_record(record, to), to_file=to_file)


def render_reading(article: Article, reading: Row, form: str, *, many: bool) -> str:
    """One article's reading, as text or JSON."""
    from variorum.model.plain import plain_article
    from variorum.present.cli import listings
    from variorum.present.export import jsonfile

    if form == "json":
        return jsonfile.render_line(reading) if many else jsonfile.render(reading)
    return _printed(lambda to: listings.show_reading(plain_article(article), reading, to))


def render_groups(
    articles: Sequence[Article],
    stories: Sequence[Story],
    failures: Sequence[Any],
    form: str,
    edition: Edition | None = None,
) -> str:
    """Stories and lineage, as text or JSON: ``articles``, ``stories``, ``lineage``, ``failures``, ``changes``."""
    from variorum.model.plain import plain
    from variorum.present.cli import listings
    from variorum.present.export import jsonfile

    keys = "id", "path", "url", "title", "outlet", "published"
    numbers = edition.numbers if edition else {}
    groups = {
        "articles": [{key: getattr(article, key) for key in keys} for article in articles],
        "stories": [
            {
                "id": s.id, "title": s.title, "articles": [a.id for a in s.articles],
                "because": [plain(b) for b in s.because],
            } | ({"number": numbers[s.id]} if edition else {})
            for s in stories
        ],
        "lineage": [plain(link) for story in stories for link in story.lineage],
        "failures": [plain(failure) for failure in failures],
    } | ({"changes": [plain(change) for change in edition.changes]} if edition else {})  # fmt: skip
    return jsonfile.render(groups) if form == "json" else _printed(lambda to: listings.show_groups(groups, to))


def write(text: str, out: Path | None = None) -> None:
    """Write to a file, making its folder, or to standard output; UTF-8 either way.

    Raises:
        InputError: the file, or standard output, cannot be written.
        BrokenPipeError: nobody reads standard output any more.
    """
    try:
        if out is None:
            sys.stdout.flush()
            sys.stdout.buffer.write(text.encode("utf-8"))
            sys.stdout.buffer.flush()
            return
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_bytes(text.encode("utf-8"))
    except BrokenPipeError:
        raise
    except OSError as error:
        raise InputError(str(out or "standard output"), error.strerror or str(error)) from error


def _printed(show: Callable[[Console], None], *, to_file: bool = False) -> str:
    """What a view prints, with colours when standard output is a terminal."""
    from variorum.present.cli import drawing

    if to_file or not sys.stdout.isatty():
        page = StringIO()
        show(drawing.console(page))
        lines = (line.rstrip() for line in page.getvalue().split("\n"))
        return "\n".join(lines)
    to = drawing.console(sys.stdout)
    with to.capture() as capture:
        show(to)
    return capture.get()
