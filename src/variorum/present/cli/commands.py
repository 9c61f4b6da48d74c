"""The commands. Whatever is heavy (models, rich, jinja) is imported where it is used, so that ``--help`` is light."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from variorum import __version__
from variorum.errors import CitationError, NothingToReadError, VariorumError
from variorum.present.cli import output
from variorum.present.cli.progress import Bar
from variorum.present.cli.telling import complain, label, list_stories, named, tell_of

if TYPE_CHECKING:
    from variorum.engine import Articles, Edition, Settings, Web
    from variorum.model.article import Failure
    from variorum.model.story import Story

FINDING_FAILS, UNUSABLE, INTERRUPTED = 1, 2, 130

EXIT_CODES = """
\b
Exit codes:
  0  done; a single file that could not be read is named on standard error
  1  verify: a finding does not hold
  2  wrong usage, an input that cannot be used, or nothing to read
  130  interrupted
"""


class Commands(click.Group):
    """The commands together; an error of the library is one line on standard error and an exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was named."""
        try:
            return super().invoke(ctx)
        except VariorumError as error:
            click.echo(f"error: {error}", err=True)
            ctx.exit(FINDING_FAILS if isinstance(error, CitationError) else UNUSABLE)
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)


@click.group(cls=Commands, epilog=EXIT_CODES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="variorum")
def main() -> None:
    """Read many outlets' reports of one event and write one sourced record.

    PATHS are reports: files, folders of them, and addresses (https://...) of pages, feeds and lists of feeds.
    """


PATHS = click.argument("paths", nargs=-1, required=True, metavar="PATHS...")
QUIET = click.option("-q", "--quiet", is_flag=True, help="No progress bar and no notes, errors only.")
FORM = click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="What to print.")


STORE = click.option(
    "--store", type=click.Path(path_type=Path), help="A desk's file, which keeps what was done; made when absent."
)


def fetching(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of fetching, as one argument ``web``."""

    @click.option(
        "--follow",
        type=click.Choice(["nothing", "feeds", "pages"]),
        default="nothing",
        help="What to fetch beside PATHS: a list's feeds; or the pages too of which a feed has no text.",
    )
    @click.option("--cache", type=click.Path(path_type=Path), help="Folder that keeps what was fetched.")
    @click.option("--private", is_flag=True, help="Fetch from this machine and private networks too.")
    @wraps(command)
    def with_web(
        *args: Any, follow: Literal["nothing", "feeds", "pages"], cache: Path | None, private: bool, **given: Any
    ) -> None:
        from variorum.engine import Web

        command(*args, web=Web(follow=follow, cache=cache, private=private), **given)

    return with_web


@main.command()
@PATHS
@click.option("-o", "--output", "out", type=click.Path(path_type=Path), help=f"File to write: {output.listed()}.")
@click.option("--format", "form", type=click.Choice(output.FORMS), help="What to write; else told by OUTPUT's suffix.")
@click.option(
    "--story", metavar="STORY", help="Only the story with this id, number or title (`variorum group` lists them)."
)
@click.option("--all", "every", is_flag=True, help="With --store: every story, not only those that have changed.")
@click.option("--one-story", is_flag=True, help="Take all the reports as one story, whatever they tell.")
@click.option("--no-texts", is_flag=True, help="Leave the reports' text out of JSON.")
@STORE
@click.option(
    "--embedder", type=click.Choice(["none", "e5"]), default="none", help="What else proposes that claims are the same."
)
@click.option(
    "--comparer",
    type=click.Choice(["auto", "pairs", "none"]),
    default="auto",
    help="Whether sentences are also read side by side by a trained encoder.",
)
@fetching
@QUIET
def record(  # noqa: PLR0913, PLR0917  a command has as many parameters as options
    paths: tuple[str, ...],
    out: Path | None,
    form: str | None,
    story: str | None,
    every: bool,
    one_story: bool,
    no_texts: bool,
    store: Path | None,
    embedder: Literal["none", "e5"],
    comparer: Literal["auto", "pairs", "none"],
    quiet: bool,
    web: Web,
) -> None:
    """Write the record of the story that the reports in PATHS tell.

    Without -o it is printed. Where PATHS hold several stories, they are listed, and each goes to a file of its own
    (OUT-1.html, OUT-2.html, ...), the one with most reports first. With --store a desk goes on: what came in earlier
    runs counts too, and records are written of the stories that have changed since theirs was written, to files with
    the stories' numbers.
    """
    form = output.form_of(out, form)
    require_agreeing(form, story=story, store=store, every=every, one_story=one_story, no_texts=no_texts)
    from variorum import engine

    settings = engine.Settings(embedder=embedder, comparer=comparer, web=web, store=store)
    with Bar(quiet) as progress:
        articles, found, edition = grouped(paths, settings, progress, one_story=one_story)
    tell_of(articles, quiet)
    numbers = edition.numbers if edition else {}
    if len(found) > 1 and not quiet:
        list_stories(found, numbers)
    if edition and not (story or every):
        found = [s for s in found if s.id in edition.unrecorded]
        if not found:
            click.echo("no story has changed since its record was written (--all writes every story)", err=True)
            return
    stories, unread = engine.readable(named(found, story, numbers), settings)
    complain(unread)
    if not stories:
        raise NothingToReadError(", ".join(paths), "nothing to read")
    places = [numbers[s.id] for s in stories] if edition and not story else range(1, len(stories) + 1)
    files = output.numbered(out, places, alone=len(stories) == 1 and not (edition and not story))
    issue = Issue(settings, form, (*articles.failures, *unread), numbers, len(stories) > 1, not no_texts, quiet)
    for one, file in zip(stories, files, strict=True):
        write_record(one, file, issue)


@dataclass(frozen=True, slots=True)
class Issue:
    """How the records of one run are written.

    Attributes:
        failures: what was set aside before any record.
        numbers: the desk's numbers of the stories, by their ids; empty without a desk.
        many: whether it is several records.
        texts: whether JSON holds the reports' texts.
    """

    settings: Settings
    form: str
    failures: tuple[Failure, ...]
    numbers: Mapping[str, int]
    many: bool
    texts: bool
    quiet: bool


def write_record(story: Story, file: Path | None, issue: Issue) -> None:
    """Write one story's record to its file, or to standard output, and note on the desk that it was."""
    from variorum import engine

    with Bar(issue.quiet) as progress:
        made = engine.record(story, failures=issue.failures, settings=issue.settings, progress=progress)
        complain(f for f in made.failures if f not in issue.failures)
        plain = made.to_dict(texts=issue.texts)
        text = output.render(plain, issue.form, many=issue.many, to_file=file is not None)
    output.write(text, file)
    if issue.settings.store and story.id in issue.numbers:
        engine.note_recorded(issue.settings.store, issue.numbers[story.id], story)
    if not issue.quiet and (file or issue.many):
        click.echo(label(story, issue.numbers) + (f" -> {file}" if file else ""), err=True)


def require_agreeing(  # noqa: PLR0913  each is an option
    form: str, *, story: str | None, store: Path | None, every: bool, one_story: bool, no_texts: bool
) -> None:
    """Refuse options of ``record`` that exclude one another.

    Raises:
        UsageError: some do.
    """
    if no_texts and form != "json":
        raise click.UsageError("--no-texts goes with JSON only: the other forms hold no texts, or need them")
    if bool(story) + one_story + every > 1:
        raise click.UsageError("--story, --all and --one-story exclude one another")
    if one_story and store:
        raise click.UsageError("--one-story and --store exclude one another: a desk has many stories")


@main.command()
@PATHS
@click.option("--format", "form", type=click.Choice(["text", "json", "timeml"]), default="text", help="What to print.")
@fetching
@QUIET
def read(paths: tuple[str, ...], form: str, quiet: bool, web: Web) -> None:
    """Print what each report in PATHS says: times, names, speech, happenings, claims.

    As JSON, one report gives one object; several give JSON Lines, an object a line. As TimeML, one report's times
    are tagged in its text.
    """
    from variorum import engine

    with Bar(quiet) as progress:
        articles = engine.ingest(*paths, settings=engine.Settings(web=web), progress=progress)
        if form == "timeml" and len(articles) > 1:
            raise click.UsageError("a TimeML document is one report: name one file")
        kept, readings, unread = (reader := engine.Reader()).read_all(articles, progress)
    tell_of(articles, quiet)
    complain(unread)
    if not kept:
        raise NothingToReadError(", ".join(paths), "nothing to read")
    if form == "timeml":
        output.write(reader.timeml(kept[0]))
        return
    for article, reading in zip(kept, readings, strict=True):
        output.write(output.render_reading(article, reading.to_dict(), form, many=len(articles) > 1))


@main.command()
@PATHS
@FORM
@STORE
@click.option("--together", nargs=2, metavar="ID ID", multiple=True, help="These two reports tell one event.")
@click.option("--apart", nargs=2, metavar="ID ID", multiple=True, help="These two reports tell two events.")
@click.option(
    "--open", "undecided", nargs=2, metavar="ID ID", multiple=True, help="Take back what was said of these two."
)
@fetching
@QUIET
def group(  # noqa: PLR0913, PLR0917  a command has as many parameters as options
    paths: tuple[str, ...],
    form: str,
    store: Path | None,
    together: tuple[tuple[str, str], ...],
    apart: tuple[tuple[str, str], ...],
    undecided: tuple[tuple[str, str], ...],
    quiet: bool,
    web: Web,
) -> None:
    """Print the stories that the reports in PATHS tell, why each report is in its story, and who carries whose text.

    With --store a desk goes on: what came in earlier runs counts too, and what is said of two reports is kept.
    """
    verdicts = {"together": together, "apart": apart, "open": undecided}
    if store is None and any(verdicts.values()):
        raise click.UsageError("--together, --apart and --open are kept in a store: name one with --store")
    from variorum import engine

    if store:
        for verdict, pairs in verdicts.items():
            for one, other in pairs:
                engine.decide(store, one, other, verdict)
    with Bar(quiet) as progress:
        articles, stories, edition = grouped(paths, engine.Settings(web=web, store=store), progress)
    tell_of(articles, quiet)
    output.write(output.render_groups(articles, stories, articles.failures, form, edition))


@main.command()
@click.argument("file", metavar="RECORD.json", type=click.Path(path_type=Path))
@click.option("--folder", type=click.Path(path_type=Path), help="Where the reports are, if they were moved.")
@QUIET
def verify(file: Path, folder: Path | None, quiet: bool) -> None:
    """Re-read the reports of a record and re-find every cite; stop at the first that does not hold.

    A report whose file is not here is checked against the text in the record.
    """
    from variorum.engine.verify import verify as check

    found = check(file, folder=folder)
    if not quiet:
        click.echo(
            f"{file}: all {found.cites} cites hold ({len(found.reread)} reports read again from their files, "
            f"{len(found.embedded)} checked against the text in the record)"
        )


def grouped(
    paths: tuple[str, ...], settings: Settings, progress: Bar, *, one_story: bool = False
) -> tuple[Articles, list[Story], Edition | None]:
    """The reports and their stories: those of PATHS, or with a store those of the desk, and how it stands."""
    from variorum import engine

    if settings.store is None:
        articles = engine.ingest(*paths, settings=settings, progress=progress)
        return (
            articles,
            [engine.as_one_story(articles)] if one_story else engine.group(articles, progress=progress),
            None,
        )
    edition = engine.continue_desk(paths, settings.store, settings=settings, progress=progress)
    return edition.articles, edition.stories, edition
