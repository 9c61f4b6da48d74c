"""Opens files and folders and hands their bytes to ingest. One bad file does not stop the run."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from variorum.engine.fetch_address import is_address
from variorum.engine.settings import DEFAULTS, Progress, Settings
from variorum.engine.web import Visitor
from variorum.errors import InputError, NothingToReadError
from variorum.ingest import complete_years, from_file
from variorum.model.article import Article, Failure

SAVED = ("_files", "-Dateien", "_fichiers", "_archivos", "_file", "_arquivos")
"""What browsers put behind a saved page's name for the folder of its pictures, styles and scripts."""
FEW = 3
"""Articles of one file that are each told to be in another already."""


class Articles(list[Article]):
    """The articles that could be read, in the order they were given, and what could not.

    Attributes:
        failures: one for each file, or article of a file, that was set aside.
        notes: what is said of those that were kept: of a feed, how many of its items are summaries.
    """

    def __init__(self, articles: Iterable[Article] = (), failures: Iterable[Failure] = ()) -> None:
        super().__init__(articles)
        told = tuple(failures)
        self.failures: tuple[Failure, ...] = tuple(f for f in told if not f.is_note)
        self.notes: tuple[Failure, ...] = tuple(f for f in told if f.is_note)


def ingest(*paths: str | Path, settings: Settings = DEFAULTS, progress: Progress | None = None) -> Articles:
    """Read articles from files, folders and addresses; nothing else is fetched than ``settings.web`` says.

    Folders are walked in sorted order, hidden files and READMEs left out.

    Args:
        paths: files, folders, and addresses (``https://...``) of pages, feeds and lists of feeds.
        settings: how.
        progress: told of each path done.

    Raises:
        NothingToReadError: no article at all could be read; the message gives each file's reason.
    """
    files, failures = listed(paths)
    articles: list[Article] = []
    visitor = Visitor(settings, progress)
    for done, path in enumerate(files, 1):
        for found in found_at(path, visitor, settings):
            if isinstance(found, Article):
                articles.append(found)
            else:
                failures.append(found)
        if progress:
            progress("ingest", done, len(files))
    articles, doubles = _without_doubles(articles)
    failures.extend(doubles)
    if not articles:
        raise _nothing(paths, failures)
    return Articles(complete_years(articles), failures)


def found_at(place: Path | str, visitor: Visitor, settings: Settings) -> Iterator[Article | Failure]:
    """What is in a file or at an address, and where that is asked for what it points to."""
    return visitor.visit(place) if isinstance(place, str) else _read(place, visitor, settings)


def listed(paths: Iterable[str | Path]) -> tuple[list[Path | str], list[Failure]]:
    """The files and addresses that are meant, each once, and what is neither."""
    files: list[Path | str] = []
    failures: list[Failure] = []
    for given in paths:
        if is_address(given):
            files.append(str(given))
            continue
        path = Path(given)
        if not str(given):
            failures.append(Failure("(empty path)", "ingest", "no such file or folder"))
        elif path.is_dir():
            inside, closed = _walk(path)
            files.extend(inside)
            failures.extend(closed)
            if not inside and not closed:
                failures.append(Failure(str(path), "ingest", "the folder holds no files"))
        elif path.exists():
            files.append(path)
        else:
            failures.append(Failure(str(path), "ingest", "no such file or folder"))
    return list(dict.fromkeys(files)), failures


def _walk(folder: Path) -> tuple[list[Path], list[Failure]]:
    """The reports under a folder in sorted order, and the folders that may not be opened.

    Hidden files are left out, a README, which tells of the folder and is no report, and the folders in which browsers
    put what a saved page is made of.
    """
    files: list[Path] = []
    closed: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = [name for name in folders if not (name.startswith(".") or _is_pages_own(name, names))]
        files.extend(path for name in names if _listable(name) and (path := Path(parent, name)).is_file())
    failures = [Failure(str(e.filename), "ingest", e.strerror or str(e)) for e in closed]
    return sorted(files), sorted(failures, key=lambda f: f.path)


def _is_pages_own(folder: str, names: list[str]) -> bool:
    """Whether a folder is a saved page's: ``talks_files`` beside ``talks.html``."""
    page = next((folder.removesuffix(end) for end in SAVED if folder.endswith(end)), None)
    return page is not None and any(f"{page}{suffix}" in names for suffix in (".html", ".htm", ".xhtml"))


def _listable(name: str) -> bool:
    return not name.startswith(".") and Path(name).stem.lower() != "readme"


def _read(path: Path, visitor: Visitor, settings: Settings) -> Iterator[Article | Failure]:
    """What is in a file, and where that is asked for what it points to; its own failure is the last thing found."""
    try:
        with path.open("rb") as file:
            if visitor.follows and path.stat().st_size <= settings.limits.file:
                yield from visitor.followed(file.read(), str(path))
                return
            yield from from_file(file, str(path), limits=settings.limits)
    except InputError as error:
        yield Failure(error.path, "ingest", error.reason)
    except OSError as error:
        yield Failure(str(path), "ingest", error.strerror or str(error))


def _without_doubles(articles: list[Article]) -> tuple[list[Article], list[Failure]]:
    """The articles with each id once: a file given twice, or twice under one name, is read once and said so.

    Of two copies of a feed that is told once, not for each item.
    """
    kept: dict[str, Article] = {}
    doubles: dict[tuple[str, str], list[Failure]] = {}
    for article in articles:
        first = kept.setdefault(article.id, article)
        if first is not article:
            failure = Failure(article.path or article.id, "ingest", f"the same article as {first.path}")
            doubles.setdefault((_file(article), _file(first)), []).append(failure)
    told = (
        few if len(few) <= FEW else [Failure(file, "ingest", f"{len(few)} articles of it are the same as in {other}")]
        for (file, other), few in doubles.items()
    )
    return list(kept.values()), [failure for few in told for failure in few]


def _file(article: Article) -> str:
    """The file that an article is from, whichever of its articles it is."""
    return re.sub(r"#\d+$", "", article.path or article.id)


def _nothing(paths: Iterable[str | Path], failures: list[Failure]) -> NothingToReadError:
    given = ", ".join(str(p) for p in paths) or "(nothing given)"
    if len(failures) == 1 and failures[0].path == given:
        return NothingToReadError(given, f"{failures[0].error}; nothing else to read")
    reasons = "; ".join(f"{f.path}: {f.error}" for f in failures[:5])
    more = f"; and {len(failures) - 5} more" if len(failures) > 5 else ""
    return NothingToReadError(given, f"nothing to read ({reasons or 'no files'}{more})")
