"""Opens files and folders and hands their bytes to ingest. One bad file does not stop the run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from variorum.engine.settings import DEFAULTS, Progress, Settings
from variorum.errors import InputError, NothingToReadError, UnreadableError
from variorum.ingest import complete_years, from_bytes
from variorum.model.article import Article, Failure


class Articles(list[Article]):
    """The articles that could be read, in the order they were given, and what could not.

    Attributes:
        failures: one for each file, or article of a file, that was set aside.
    """

    def __init__(self, articles: Iterable[Article] = (), failures: Iterable[Failure] = ()) -> None:
        super().__init__(articles)
        self.failures: tuple[Failure, ...] = tuple(failures)


def ingest(*paths: str | Path, settings: Settings = DEFAULTS, progress: Progress | None = None) -> Articles:
    """Read articles from files and folders; folders are walked in sorted order, hidden files left out.

    Raises:
        NothingToReadError: no article at all could be read; the message gives each file's reason.
    """
    files, failures = _listed(paths)
    articles: list[Article] = []
    for done, path in enumerate(files, 1):
        try:
            found, bad = from_bytes(_bytes_of(path, settings), str(path))
            articles.extend(found)
            failures.extend(bad)
        except InputError as error:
            failures.append(Failure(error.path, "ingest", error.reason))
        if progress:
            progress("ingest", done, len(files))
    articles, doubles = _without_doubles(articles)
    failures.extend(doubles)
    if not articles:
        raise NothingToReadError(_shown(paths), _why_nothing(failures))
    return Articles(complete_years(articles), failures)


def _listed(paths: Iterable[str | Path]) -> tuple[list[Path], list[Failure]]:
    files: list[Path] = []
    failures: list[Failure] = []
    for path in map(Path, paths):
        if path.is_dir():
            inside = list(_walk(path))
            files.extend(inside)
            if not inside:
                failures.append(Failure(str(path), "ingest", "the folder holds no files"))
        elif path.exists():
            files.append(path)
        else:
            failures.append(Failure(str(path), "ingest", "no such file or folder"))
    return list(dict.fromkeys(files)), failures


def _walk(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder).parts
        if path.is_file() and not any(part.startswith(".") for part in inside):
            yield path


def _bytes_of(path: Path, settings: Settings) -> bytes:
    try:
        size = path.stat().st_size
        if size > settings.largest_file:
            limit = settings.largest_file // (1024 * 1024)
            raise UnreadableError(str(path), f"larger than {limit} MB ({size / 1024 / 1024:.1f} MB)")
        return path.read_bytes()
    except OSError as error:
        raise UnreadableError(str(path), error.strerror or str(error)) from error


def _without_doubles(articles: list[Article]) -> tuple[list[Article], list[Failure]]:
    """The articles with each id once: a file given twice, or twice under one name, is read once and said so."""
    kept: dict[str, Article] = {}
    failures = []
    for article in articles:
        first = kept.setdefault(article.id, article)
        if first is not article:
            failures.append(Failure(article.path or article.id, "ingest", f"the same article as {first.path}"))
    return list(kept.values()), failures


def _shown(paths: Iterable[str | Path]) -> str:
    return ", ".join(str(p) for p in paths) or "(nothing given)"


def _why_nothing(failures: list[Failure]) -> str:
    reasons = "; ".join(f"{f.path}: {f.error}" for f in failures[:5])
    more = f"; and {len(failures) - 5} more" if len(failures) > 5 else ""
    return f"nothing to read ({reasons or 'no files'}{more})"
