"""A laid-out text and its envelope into an Article."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from variorum.errors import UnreadableError
from variorum.ingest.agencies import agencies_in, agency, by_url, in_full
from variorum.ingest.blocks import Block, blocks_of
from variorum.ingest.boilerplate import fold
from variorum.ingest.bylines import sends_out
from variorum.ingest.captions import credit_start, is_bare_credit
from variorum.ingest.datelines import place_name
from variorum.ingest.dates import FoundDate, nearest_year
from variorum.ingest.declared import Declared
from variorum.ingest.gazetteer import is_place
from variorum.ingest.language import language_of
from variorum.ingest.layout import Layout
from variorum.ingest.outlets import is_section, split_title
from variorum.ingest.parts import lay_out
from variorum.ingest.prose import ends_sentence
from variorum.ingest.rights import rights_holder, rights_year
from variorum.ingest.stamps import Stamp
from variorum.lang import table
from variorum.model.article import Article, Dateline
from variorum.model.ids import make_id
from variorum.model.text import Paragraph, Part, PartKind

READ: tuple[PartKind, ...] = ("headline", "caption", "summary", "body")
QUOTES = {'"': '"', "“": "”", "'": "'", "‘": "’", "«": "»", "„": "“"}


def assemble(  # noqa: PLR0913 (where a text comes from is four facts, each its own)
    text: str,
    declared: Declared,
    *,
    raw_sha256: str,
    path: str | None,
    number: int | None = None,
    given: Sequence[Block] = (),
    identity: str | None = None,
) -> Article:
    """The article of a text.

    Args:
        text: its characters, as they stay.
        declared: what its envelope states.
        raw_sha256: hash of the bytes it was read from.
        path: the file as the user named it, with ``#n`` behind it for one of several.
        number: that n.
        given: blocks at the front of the text, made already; those whose part is known keep it.
        identity: what tells it from the others of the same bytes, in place of its name and number.

    Raises:
        UnreadableError: nothing in it is a report's words.
    """
    start = given[-1].span.end if given else 0
    layout = lay_out([*given, *blocks_of(text, start)])
    paragraphs = tuple(p for b in layout.blocks if (p := _paragraph(b)))
    if not paragraphs:
        raise UnreadableError(path or declared.url or "text", "no report in it, only stamps, credits or links")
    outlet, agencies = _credits(layout, declared)
    line = _dateline(layout, declared, outlet)
    published, updated = _dates(layout, declared, line)
    title = declared.title or _title(layout)
    return Article(
        id=make_id("article", raw_sha256, *([identity] if identity else _place(path, number, declared.url))),
        path=path,
        url=declared.url,
        raw_sha256=raw_sha256,
        text=text,
        parts=tuple(Part(b.kind, b.span) for b in layout.blocks if b.kind),
        paragraphs=paragraphs,
        outlet=outlet,
        agencies=agencies,
        byline=declared.byline or _byline(layout, outlet),
        title=title,
        published=published,
        updated=updated,
        dateline=line,
        language=declared.language or language_of(" ".join(b.text for b in layout.blocks if b.kind in READ) or text),
    )


def _place(path: str | None, number: int | None, url: str | None) -> list[str | int | None]:
    """Where it was read, as it goes into its id: the file's name without its folders, else its address; its number."""
    if path is None:
        return [url] if number is None else [url, number]
    name = PurePath(path).name
    return [name or url] if number is None else [name.rsplit("#", 1)[0] or url, number]


def _paragraph(block: Block) -> Paragraph | None:
    """What is to be read of a block: captions without their picture's credit, the others whole."""
    if block.kind not in READ or not any(c.isalnum() for c in block.text):
        return None
    if block.kind == "caption" and is_bare_credit(block.text):
        return None
    if block.kind == "caption" and (end := credit_start(block.text)):
        return block.cut(end)[0].paragraph()
    return block.paragraph()


def _title(layout: Layout) -> str | None:
    """The headline's words, without an outlet's name behind it and without quotation marks around the whole."""
    if not layout.headline:
        return None
    title, _ = split_title(layout.headline)
    kicker, bar, rest = title.partition(" | ")
    title = rest.strip() if bar and rest.strip() and is_section(kicker) else title
    kicker, colon, rest = title.partition(": ")
    if colon and fold(kicker) in table("en", "ingest")["masthead"]["kickers"]:
        title = rest.strip()
    if ends_sentence(title):
        title = re.sub(r"(?<!\.)\.([\"'”’)]*)$", r"\1", title)
    title = title.rstrip(" ;,")
    close = QUOTES.get(title[0])
    if close and title.endswith(close) and len(title) > 2 and not re.search(rf"[{title[0]}{close}]\s", title[1:-1]):
        title = title[1:-1].strip()
    return title


def _byline(layout: Layout, outlet: str | None) -> tuple[str, ...]:
    """The writers, without the outlet's own name in their place."""
    own = fold(re.sub(r"^The\s", "", outlet or ""))
    names = [n for c in layout.credits for n in c.names if fold(n) not in (own, f"the {own}")]
    return tuple(dict.fromkeys(names or [n for c in layout.closing for n in c.names]))


def _dateline(layout: Layout, declared: Declared, outlet: str | None) -> Dateline | None:
    """The first dateline that names a place, one with a date or credit before others.

    Without any, the one place where a byline says that the report was written.
    """
    placed = [(d, span) for d, span in layout.datelines if d.place and d.place != outlet]
    if not placed:
        posts = list(dict.fromkeys(place for place, _ in layout.posts if place != outlet))
        return Dateline(place_name(posts[0]), None, layout.posts[0][1]) if len(posts) == 1 else None
    found, span = next((p for p in placed if p[0].strong), placed[0])
    return Dateline(found.place or "", _completed(found.date, layout, declared) if found.date else None, span)


def _completed(found: FoundDate, layout: Layout, declared: Declared) -> dt.date | None:
    """A day without a year takes the one nearest to a stamp, else the one for which rights are claimed."""
    if found.date:
        return found.date
    if known := _known_day(layout, declared):
        return nearest_year(found.month, found.day, known)
    year = next((y for b in layout.blocks if b.kind == "boilerplate" and (y := rights_year(b.text))), None)
    return found.in_year(year) if year else None


def _known_day(layout: Layout, declared: Declared) -> dt.date | None:
    for iso in (
        declared.published,
        *(s.iso for s in layout.stamps if s.role != "updated"),
        declared.updated,
        *(s.iso for s in layout.stamps),
        declared.captured,
    ):
        if iso:
            return dt.date.fromisoformat(iso[:10])
    return None


def _dates(layout: Layout, declared: Declared, line: Dateline | None) -> tuple[str | None, str | None]:
    """Published and updated: the envelope's, then the stamps', then the dateline's day, then the day of the update."""
    stamped = [(s.role, iso) for s in layout.stamps if (iso := _moment(s, layout, declared))]
    published = declared.published or next((iso for role, iso in stamped if role == "published"), None)
    published = published or next((iso for role, iso in stamped if role is None), None)
    if not published and line and line.date:
        published = line.date.isoformat()
    updated = declared.updated or next((iso for role, iso in stamped if role == "updated"), None)
    if not (published or declared.updated) and updated:
        published = updated[:10]
    return published, updated


def _moment(stamp: Stamp, layout: Layout, declared: Declared) -> str | None:
    if stamp.iso or stamp.found is None:
        return stamp.iso
    day = _completed(stamp.found, layout, declared)
    return day.isoformat() + stamp.clock if day else None


def _credits(layout: Layout, declared: Declared) -> tuple[str | None, tuple[str, ...]]:
    """Outlet and agencies; a lone credit to a service that publishes under its own name is the outlet's."""
    lines = [d for d, _ in layout.datelines]
    under = [s for c in layout.closing for s in c.sources]
    above = [*declared.credited, *(s for c in layout.credits for s in c.sources)]
    owners = list(dict.fromkeys(_rights(layout)))
    outlet = _outlet(layout, declared, owners)
    every = _apart([*(c for d in lines for c in d.credits), *above, *under])
    every = every or [a.name for a in map(agency, owners) if a]
    if outlet is None and len(every) == 1 and _publishes(every[0]):
        outlet = every[0]
    outlet = in_full(outlet) or outlet if not declared.outlet and outlet and outlet.isupper() else outlet
    carriers = {d.credits[0] for d in lines if len(d.credits) > 1 and not agency(d.credits[0])}
    wired = [name for name in above if not agency(name) and outlet and sends_out(name)]
    found = [
        known.name if (known := agency(name)) else name
        for name in every
        if agency(name) or name in wired or name not in above
    ]
    agencies = declared.agencies or tuple(dict.fromkeys(name for name in found if name not in carriers))
    others = tuple(a for a in agencies if not _same(a, outlet))
    return outlet, others or _own_report(outlet, [*every, *_top_names(layout, outlet)])


def _top_names(layout: Layout, outlet: str | None) -> Iterator[str]:
    """The agencies that the masthead names beside the outlet's own name: ``XNA - Northern News Agency``."""
    for block in layout.blocks:
        if block.kind == "masthead" and outlet and outlet in block.text:
            yield from (a.name for a in agencies_in(block.text.replace(outlet, " ")))


def _own_report(outlet: str | None, credited: Sequence[str]) -> tuple[str, ...]:
    """The agency that is the outlet itself, where the text is nobody else's.

    Initials may be another house's too: they want a credit. A broadcaster's own text is no agency's.
    """
    own = agency(outlet) if outlet else None
    if own is None or outlet is None or own.broadcasts:
        return ()
    named = not outlet.isupper() or any(_same(name, outlet) for name in credited)
    return (own.name,) if named else ()


def _outlet(layout: Layout, declared: Declared, owners: Sequence[str]) -> str | None:
    """The outlet that the report states, by the first of its places that does.

    In order: what the envelope says, the masthead, the name before the dateline's colon, the carrier, the name behind
    the headline, the imprint, the copyright line, the house of the staff, the house behind a writer, the address. In
    ``(BSS/AFP)`` the first is the carrier, who publishes, when it is no wholesale agency.
    """
    lines = [d for d, _ in layout.datelines]
    stated = (
        declared.outlet,
        *layout.mastheads,
        next((d.outlet for d in lines if d.outlet), None),
        next((d.credits[0] for d in lines if len(d.credits) > 1 and _publishes(d.credits[0])), None),
        split_title(layout.headline)[1] if layout.headline else None,
        layout.imprint,
        next((name for name in owners if not agencies_in(name)), None),
        next((s for c in layout.credits for s in c.houses), None),
        _posted(layout),
    )
    return next((name for name in stated if name), None) or by_url(declared.url)


def _posted(layout: Layout) -> str | None:
    """A word behind a writer's name that no map has and no sentence of the report: the house written for."""
    body = [b.text for b in layout.blocks if b.kind in ("body", "summary", "headline")]
    unknown = (place for place, _ in layout.posts if place.isalpha() and not is_place(place))
    return next((place for place in unknown if not any(place in text for text in body)), None)


def _apart(names: Sequence[str]) -> list[str]:
    """The names in order, each house once, in full or by its initials as it came first."""
    kept: list[str] = []
    for name in names:
        if not any(_same(name, k) or _same(k, name) for k in kept):
            kept.append(name)
    return kept


def _same(one: str, other: str | None) -> bool:
    """Whether a credit names the outlet itself, in full or by its initials."""
    if other is None:
        return False
    a, b = agency(one), agency(other)
    if a and b:
        return a == b
    initials = "".join(w[0] for w in other.removeprefix("The ").split() if w[0].isupper())
    short = not a and len(one) > 1 and initials.startswith(one)  # "LL" of Linda Lantern Online
    return one.casefold() == other.casefold() or one in (initials, "T" + initials) or short


def _publishes(name: str) -> bool:
    """Whether a credited name may be the outlet: unknown as an agency, or an agency read on its own site."""
    known = agency(name)
    return known is None or known.own_service


def _rights(layout: Layout) -> Iterator[str]:
    """Who owns the report, by the lines around it that say so."""
    return (h for b in layout.blocks if b.kind == "boilerplate" and (h := rights_holder(b.text)))
