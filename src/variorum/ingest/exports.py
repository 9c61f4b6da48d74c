"""Many reports in one text, as databases of newspapers export them: Nexis (and LexisNexis), Factiva."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from variorum.errors import FormatError
from variorum.ingest import factiva, nexis
from variorum.ingest.agencies import agencies_in, agency
from variorum.ingest.declared import Declared
from variorum.ingest.exported import Exported
from variorum.ingest.rows import compose
from variorum.ingest.source import Source, alone
from variorum.ingest.stated import Noted, stated_names
from variorum.model.article import Article, Failure


def is_export(text: str) -> bool:
    """Whether a text is such an export."""
    text = _even(text)
    return nexis.is_export(text) or factiva.is_export(text)


def read_export(text: str, source: Source) -> Iterator[Article | Failure]:
    """The reports of an export: the n-th as ``path#n``, an only one under the file's own path.

    A report's text is composed: its headline, a blank line, its body, with the dateline in front where the export keeps
    it apart.
    """
    text = _even(text)
    reports = list(nexis.reports(text) if nexis.is_export(text) else factiva.reports(text))
    for number, report in enumerate(reports, start=1):
        only = len(reports) == 1
        path = source.path if only else f"{source.path}#{number}"
        if source.wants(path):
            yield from alone(path, _article(report, source, None if only else number, path))


def _even(text: str) -> str:
    """The text with line ends of one kind, and spaces where programs set ones that do not break."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ").replace("\u202f", " ")


def _article(report: Exported, source: Source, number: int | None, path: str) -> Iterator[Article | Failure]:
    if not report.body.strip():
        raise FormatError(path, "no text under its heads")
    noted = Noted()
    outlet = report.outlet
    stated = Declared(
        title=report.headline,
        outlet=known.name if outlet and (known := agency(outlet)) else outlet,
        credited=tuple(a.name for a in agencies_in(outlet or "")),
        byline=stated_names(report.byline),
        published=noted.date(report.date, "date"),
        language=noted.language(report.language),
    )
    body = report.body
    if report.dateline and not body.lstrip().casefold().startswith(report.dateline.casefold()[:20]):
        body = f"{report.dateline.rstrip(' -–—')} - {body.lstrip()}"
    digest = hashlib.sha256(report.whole.encode("utf-8", "surrogatepass")).hexdigest()
    yield compose(report.headline, body, stated.over(source.declared), source=source, number=number, digest=digest)
    yield from noted.failures(path)
