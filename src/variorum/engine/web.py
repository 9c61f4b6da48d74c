"""Articles from addresses: pages, feeds and lists of feeds, and what these point to where that is asked for."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from variorum.engine.settings import Progress, Settings
from variorum.errors import InputError
from variorum.ingest import Declared, format_name, from_file, listed_feeds
from variorum.ingest.feeds import ONLY_SUMMARIES
from variorum.model.article import NOTE, Article, Failure

if TYPE_CHECKING:
    from variorum.engine.fetch import Fetched, Fetcher

FEEDS = ("RSS and Atom", "JSON Feed")
LIST = "OPML"
DEEPEST = 3
"""Steps from what the user names: a list, its feeds, their pages."""
Found = Article | Failure


@dataclass(frozen=True, slots=True)
class _Document:
    """Bytes that are here: what they are called, where they were found, what the server said of them."""

    path: str
    raw: bytes
    url: str | None = None
    media_type: str | None = None


class Visitor:
    """Goes to addresses for one run; no address is followed twice.

    Args:
        settings: how; ``settings.web`` and ``settings.limits``.
        progress: told of each answer among several.
    """

    def __init__(self, settings: Settings, progress: Progress | None = None) -> None:
        self._settings = settings
        self._progress = progress
        self._made: Fetcher | None = None
        self._seen: set[str] = set()
        self._read_at: set[str] = set()

    @property
    def follows(self) -> bool:
        """Whether what a file or an answer points to is fetched too."""
        return self._settings.web.follow != "nothing"

    def visit(self, url: str) -> Iterator[Found]:
        """The articles at an address that the user names, and what was set aside; its own failure comes last."""
        yield from self._visit_all([(url, Declared())], depth=0)

    def followed(self, raw: bytes, path: str) -> Iterator[Found]:
        """The articles of a file that is here, and of what it points to.

        Raises:
            InputError: as for a file.
        """
        yield from self._read(_Document(path, raw), depth=0)

    def _fetcher(self) -> Fetcher:
        if self._made is None:
            from variorum.engine.fetch import Fetcher

            self._made = Fetcher(self._settings.web, self._settings.limits.file)
        return self._made

    def _answers(self, urls: list[str]) -> Iterator[Fetched | InputError]:
        """What the addresses gave, in their order; progress is told where there are several."""
        for done, answer in enumerate(self._fetcher().fetch_all(urls), 1):
            if self._progress and len(urls) > 1:
                self._progress("fetch", done, len(urls))
            yield answer

    def _visit_all(self, wanted: Iterable[tuple[str, Declared]], depth: int) -> Iterator[Found]:
        known: dict[str, Declared] = {}
        for url, declared in wanted:
            if url not in self._seen:
                self._seen.add(url)
                known[url] = declared
        for answer, declared in zip(self._answers(list(known)), known.values(), strict=True):
            yield from self._answer(answer, declared, depth)

    def _answer(self, answer: Fetched | InputError, declared: Declared, depth: int) -> Iterator[Found]:
        try:
            if isinstance(answer, InputError):
                raise answer
            self._seen.add(answer.at)
            document = _Document(answer.url, answer.body, answer.at, answer.media_type)
            for found in self._read(document, depth, declared):
                if isinstance(found, Article):
                    self._read_at |= {answer.url, answer.at}
                yield found
        except InputError as error:
            yield Failure(error.path, "ingest", error.reason)

    def _read(self, document: _Document, depth: int, declared: Declared | None = None) -> Iterator[Found]:
        """A document's articles, and, as far as asked for, those of what it points to."""
        form = format_name(document.raw, document.path, document.media_type) if self.follows else None
        if form == LIST and depth < DEEPEST:
            feeds = listed_feeds(document.raw, document.path, url=document.url)
            few = feeds[: self._left()]
            yield from self._visit_all([(url, Declared()) for url in few], depth + 1)
            yield from self._unfollowed(document.path, len(feeds) - len(few))
            return
        found = from_file(
            io.BytesIO(document.raw),
            document.path,
            media_type=document.media_type,
            declared=replace(declared or Declared(), url=document.url),
            limits=self._settings.limits,
        )
        if form in FEEDS and self._settings.web.follow == "pages" and depth < DEEPEST:
            yield from self._with_pages(document.path, list(found), depth)
        else:
            yield from found

    def _left(self) -> int:
        """How many addresses may still be followed in this run."""
        return max(0, self._settings.web.most - len(self._seen))

    def _unfollowed(self, path: str, many: int) -> Iterator[Failure]:
        if many:
            reason = f"{many} more addresses in it were not followed: the limit is {self._settings.web.most:,} in a run"
            yield Failure(path, "ingest", reason)

    def _with_pages(self, path: str, found: list[Found], depth: int) -> Iterator[Found]:
        """A feed's articles, those of which it has only a summary as their pages have them.

        Where a page cannot be had, or holds no report, the summary stays, and the reason is told.
        """
        every = [a for a in found if isinstance(a, Article) and a.url and _is_summary(a) and a.url not in self._seen]
        wanted = every[: self._left()]
        self._seen.update(a.url for a in wanted if a.url)
        facts = (Declared(outlet=a.outlet, byline=a.byline, published=a.published, updated=a.updated) for a in wanted)
        answers = self._answers([a.url for a in wanted if a.url])
        pages: dict[str, list[Found]] = {}
        for article, answer, declared in zip(wanted, answers, facts, strict=True):
            pages[article.id] = list(self._answer(answer, declared, depth + 1))
        short = 0
        for one in found:
            page = pages.get(one.id, []) if isinstance(one, Article) else []
            if isinstance(one, Failure) and one.path == path and one.error.endswith(ONLY_SUMMARIES):
                continue
            if isinstance(one, Article) and _is_summary(one) and one.url in self._read_at and not page:
                continue
            if not any(isinstance(p, Article) for p in page):
                short += isinstance(one, Article) and _is_summary(one)
                yield one
            yield from page
        yield from self._unfollowed(path, len(every) - len(wanted))
        if short:
            items = sum(isinstance(one, Article) for one in found)
            yield Failure(path, NOTE, f"of {short} of {items} items {ONLY_SUMMARIES}")


def _is_summary(article: Article) -> bool:
    """Whether only a summary is here: no part of it is a body."""
    return not any(part.kind == "body" for part in article.parts)
