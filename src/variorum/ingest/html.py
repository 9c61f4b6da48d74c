"""Pages of the web: the report as its reader saw it, without the page around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any

from variorum.errors import UnreadableError
from variorum.ingest.assemble import READ, assemble
from variorum.ingest.blocks import Block, unwrapped
from variorum.ingest.bylines import byline
from variorum.ingest.declared import Declared
from variorum.ingest.html_body import is_prose_line
from variorum.ingest.html_choice import Chosen, choose, is_walled
from variorum.ingest.html_dates import guessed_date, shown_moments
from variorum.ingest.html_decoding import decode_page, visible
from variorum.ingest.html_facts import Facts, facts_of
from variorum.ingest.html_lines import Line, fragment_lines, lines_of, size_of
from variorum.ingest.html_tree import parse_page, strip_unseen
from variorum.ingest.language import language_of
from variorum.ingest.outlets import is_section
from variorum.ingest.source import Source
from variorum.ingest.stamps import stamp_line
from variorum.model.article import Article, Failure
from variorum.model.text import PartKind

GAP = "\n\n"
"""Between the lines of a composed text."""
FEWEST = 3
"""Words of the shortest report."""
MISSED = 0.5
"""Share of the stated text from which what was found on the page is taken for all that it shows."""
NAME = 6
"""Words of the longest outlet's name."""
TEASERS = 3
"""Lines from which a page may be a list of teasers."""
LINKED = 0.9
"""Share of a line in a link that shows it to be another report's headline."""
TEASER = 150
"""Words of the longest opening that a page shows before it asks to subscribe."""
SURE = 40
"""Words from which the text's own language is believed more than the page's word for it."""
BY_SIGHT = "en"
"""The language whose datelines, credits and buttons are known by their words; a page in another goes by its markup."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One line of a composed text, and its part; None where its own words are to decide."""

    text: str
    kind: PartKind | None = None


def read(source: Source) -> Iterator[Article | Failure]:
    """The one report of a page.

    Its text is composed, paragraphs apart by a blank line: headline, standfirst, byline, stamps, captions, body and the
    credits under it, in the page's order, with the characters that the page shows.

    Raises:
        UnreadableError: binary, in a broken encoding, or no report in it.
        FormatError: larger than a report, or no page.
    """
    text = decode_page(source.raw, source.path, source.charset)
    if not text.strip():
        raise UnreadableError(source.path, "empty page")
    page = _Page.of(text, source)
    pieces, teaser = page.pieces(source.path)
    article = article_of(pieces, page.declared(pieces), digest=source.digest, path=source.path)
    if article.published is None and (day := guessed_date(page.original, page.lines[: page.begun], article.url)):
        article = article_of(
            pieces, replace(page.declared(pieces), published=day), digest=source.digest, path=source.path
        )
    yield opening_only(article) if teaser else article
    if teaser:
        yield Failure(source.path, "ingest", "only the report's opening is on the page, the rest is for subscribers")


def article_of(
    pieces: Sequence[Piece], declared: Declared, *, digest: str, path: str, identity: str | None = None
) -> Article:
    """The article of composed lines.

    Args:
        pieces: its lines in order, none empty.
        declared: what is stated of it; a stated language gives way where the text is plainly in another.
        digest: hash of what it was read from.
        path: its name.
        identity: what tells it from the others of its file, where that is not its path.

    Raises:
        UnreadableError: nothing in it is a report's words.
    """
    text = GAP.join(p.text for p in pieces)
    declared = replace(declared, language=_language(declared.language, [p for p in pieces if p.kind in (None, *READ)]))
    blocks: list[Block] = []
    at = 0
    for piece in pieces:
        blocks.append(unwrapped(text, at, at + len(piece.text)).marked(_kind(piece, declared.language)))
        at += len(piece.text) + len(GAP)
    return assemble(text, declared, raw_sha256=digest, path=path, given=blocks, identity=identity)


def opening_only(article: Article) -> Article:
    """The article as one of which only a summary is here: nothing in it counts as its body."""
    return replace(
        article,
        parts=tuple(replace(p, kind="summary") if p.kind == "body" else p for p in article.parts),
        paragraphs=tuple(replace(p, kind="summary") if p.kind == "body" else p for p in article.paragraphs),
    )


def _kind(piece: Piece, language: str | None) -> PartKind | None:
    if piece.kind is not None or language == BY_SIGHT:
        return piece.kind
    dated = stamp_line(unwrapped(piece.text, 0, len(piece.text)))
    return "stamp" if dated and dated.before is None and dated.after is None else "body"


def _language(stated: str | None, pieces: Sequence[Piece]) -> str | None:
    """The stated language, unless the text is in another and one of the two is English.

    Templates say ``lang="en"`` around reports in any language. Between two others the page knows better than an
    identifier (Bosnian and Croatian, Danish and Norwegian).
    """
    words = " ".join(p.text for p in pieces)
    found = language_of(words)
    if stated is None or (len(words.split()) < SURE and not (stated == "en" and not words.isascii())):
        return stated or found
    return found if "en" in (stated, found) else stated


@dataclass
class _Page:
    """A page taken apart."""

    original: Any
    facts: Facts
    lines: list[Line]
    chosen: list[Chosen]
    around: Declared

    @classmethod
    def of(cls, text: str, source: Source) -> _Page:
        tree = parse_page(text, source.path)
        facts = facts_of(tree, source.declared.url)
        original = _head_of(tree)
        strip_unseen(tree)
        lines = lines_of(tree, source.path)
        chosen = choose(lines, tree, facts.declared.title)
        return cls(original, facts, lines, chosen, source.declared)

    @property
    def begun(self) -> int:
        """How many lines stand above the body's first sentence."""
        first = next((c.line for c in self.chosen if c.kind in (None, "body") and is_prose_line(c.line)), None)
        return next((i for i, line in enumerate(self.lines) if line is first), len(self.lines))

    def pieces(self, path: str) -> tuple[list[Piece], bool]:
        """The report's lines, and whether they are only its opening.

        Raises:
            UnreadableError: no report on the page.
        """
        found = [Piece(c.line.text, c.kind) for c in self.chosen]
        shown = sum(size_of(p.text) for p in found if p.kind in (None, "body"))
        walled = self.facts.free is False or (is_walled(self.lines) and shown < TEASER)
        stated = stated_lines(self.facts.body or "")
        there = sum(size_of(s) for s in stated)
        if there and shown < MISSED * there and not (walled and shown):
            found = [p for p in found if p.kind not in (None, "body")] + [Piece(s) for s in stated]
            shown, walled = there, False
        if shown < FEWEST:
            raise UnreadableError(path, "no report on this page")
        if not self.facts.told and self._lists():
            raise UnreadableError(path, "a list of reports, no report")
        title = self.facts.declared.title
        if title and not any(p.kind == "headline" for p in found):
            found.insert(0, Piece(title, "headline"))
        short = shown < max(TEASER, (self.facts.words or 0) * MISSED)
        return found, walled and short and there <= shown

    def _lists(self) -> bool:
        """Whether what was found is the teasers of other reports, each under its link."""
        found = [c.line for c in self.chosen if c.kind in (None, "body", "summary")]
        places = [i for i, line in enumerate(self.lines) if any(line is one for one in found)]
        if len(places) < TEASERS:
            return False
        above = [self.lines[i - 1] for i in places if i]
        return sum(line.linked >= LINKED and size_of(line.text) >= FEWEST for line in above) * 2 > len(places)

    def declared(self, pieces: Sequence[Piece]) -> Declared:
        """What the page states, then what it shows in elements made for it, then what stands around it."""
        stated = self.facts.declared
        if any(p.kind == "headline" for p in pieces):
            stated = replace(stated, title=None)
        published, updated = shown_moments([c.line for c in self.chosen if c.kind in (None, "stamp")])
        writers = () if stated.byline or stated.credited else _shown_writers(self.chosen)
        outlet = behind_headline(self.facts.titled, next((p.text for p in pieces if p.kind == "headline"), None))
        shown = Declared(published=published, updated=updated, byline=writers, outlet=outlet)
        return stated.over(shown).over(replace(self.around, url=stated.url or self.around.url))


def behind_headline(titled: str | None, headline: str | None) -> str | None:
    """Who publishes, where the title element is the headline and a short name behind it."""
    if not titled or not headline or not titled.startswith(headline):
        return None
    tail = re.fullmatch(r"\s+[|–—·»-]\s+(\S.*)", titled[len(headline) :])
    name = re.split(r"\s+[|–—·»-]\s+", tail[1])[-1] if tail else ""
    return name if name and len(name.split()) <= NAME and not is_section(name) else None


def stated_lines(body: str) -> list[str]:
    """The paragraphs of a text that is stated in data; elements in it are markup."""
    if "<" in body and ">" in body:
        return [line.text for line in fragment_lines(body)]
    return [line for s in body.splitlines() if (line := visible(s))]


def _head_of(tree: Any) -> Any:
    """A copy of the page's head."""
    head = tree.find("head")
    return deepcopy(head) if head is not None else None


def _shown_writers(chosen: Sequence[Chosen]) -> tuple[str, ...]:
    """The names in elements that the markup says are the writer's."""
    names: list[str] = []
    for line in (c.line for c in chosen if c.line.author and len(c.line.author.split()) <= 6):
        found = byline(f"By {line.author}")
        names += found.names if found else ()
    return tuple(dict.fromkeys(names))
