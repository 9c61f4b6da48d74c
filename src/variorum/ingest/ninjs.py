"""News items in JSON: ninjs 1.x, 2.x and 3.x of the IPTC (https://iptc.org/standards/ninjs/).

The versions differ in the case of their names (``versioncreated``, ``versionCreated``) and in whether a thing stands
once (``body_xhtml``, ``headline``, ``byline``) or in a list with its role (``bodies``, ``headlines``, ``by``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from variorum.errors import FormatError
from variorum.ingest.agencies import agency
from variorum.ingest.bylines import byline
from variorum.ingest.declared import Declared
from variorum.ingest.html import Piece, article_of
from variorum.ingest.markup import is_markup, pieces_of
from variorum.ingest.source import Source
from variorum.ingest.stated import Noted
from variorum.model.article import Article, Failure

SIGNS = frozenset(
    {
        "bodies", "headlines", "descriptions", "bodytext", "bodyhtml", "bodyxhtml", "versioncreated", "pubstatus",
        "representationtype", "copyrightholder", "descriptiontext", "infosources", "renditions", "associations",
    }
)  # fmt: skip
"""Names, one of which beside ``uri`` shows a ninjs item."""
REPORTS = ("text", "composite", "component", "")
"""Types that are reports, if they have a text; the others are pictures, sound, events."""
WITHDRAWN = ("canceled", "cancelled", "withheld")
"""Publishing states in which an item is not to be used."""
BODIES = ("bodyxhtml", "bodyhtml", "bodyhtml5", "bodyrichhtml5", "bodytext", "descriptionhtml", "descriptiontext")
MARKUP = ("text/html", "application/xhtml+xml")
Item = dict[str, Any]


def is_item(value: Mapping[str, Any]) -> bool:
    """Whether an object is a ninjs item: it has a ``uri``, and a name that other objects with one don't have."""
    keys = {_plain(k) for k in value}
    return "uri" in keys and bool(keys & SIGNS)


def read_item(value: Mapping[str, Any], source: Source, number: int | None, digest: str) -> Iterator[Article | Failure]:
    """The report of an item; the captions of pictures that go with it are its last lines.

    Raises:
        FormatError: a picture or the like, an item without text, or one that its sender has withdrawn.
        UnreadableError: nothing in it is a report's words.
    """
    path = source.path if number is None else f"{source.path}#{number}"
    item: Item = {_plain(k): v for k, v in value.items()}
    kind = str(item.get("type") or "").lower()
    if kind not in REPORTS:
        raise FormatError(path, f"a {kind[:20]}, no report")
    status = str(item.get("pubstatus") or "").lower()
    if status in WITHDRAWN:
        raise FormatError(path, f"{status} by its sender")
    body = _body(item, path)
    if not body:
        raise FormatError(path, "no text in the item")
    headline = _one(item, "headline", "headlines") or _one(item, "title", "titles")
    if headline:
        body = [Piece(" ".join(headline.split()), "headline"), *(p for p in body if p.kind != "headline")]
    identity = None if number is None else f"{source.name or source.path}#{number}"
    noted = Noted()
    stated = _declared(item, noted).over(source.declared)
    yield article_of([*body, *_captions(item, path)], stated, digest=digest, path=path, identity=identity)
    yield from noted.failures(path)


def _plain(key: str) -> str:
    return key.casefold().replace("_", "")


def _body(item: Item, path: str) -> list[Piece]:
    """The text: in markup, if there is one so, for it keeps the paragraphs; else plain."""
    bodies = [b for b in _objects(item.get("bodies")) if isinstance(b.get("value"), str)]
    bodies.sort(key=lambda b: MARKUP.index(t) if (t := _content_type(b)) in MARKUP else len(MARKUP) + (t != ""))
    texts = [b["value"] for b in bodies if not _content_type(b).endswith("/xml")]
    texts += [item[k] for k in BODIES if isinstance(item.get(k), str)]
    texts += [d["value"] for d in _objects(item.get("descriptions")) if isinstance(d.get("value"), str)]
    return next((pieces for text in texts if (pieces := _pieces(text, path))), [])


def _content_type(body: Item) -> str:
    stated = str(body.get("contenttype") or "").partition(";")[0].strip().lower()
    return stated or ("text/html" if "html" in str(body.get("role") or "").lower() else "")


def _pieces(text: str, path: str) -> list[Piece]:
    if is_markup(text):
        return pieces_of(text, path)
    return [Piece(" ".join(line.split())) for line in text.splitlines() if line.strip()]


def _objects(value: Any) -> list[Item]:
    """The objects of a list, or of an object that names them (associations before 2.0)."""
    values = list(value.values()) if isinstance(value, Mapping) else value if isinstance(value, list) else []
    return [{_plain(k): v for k, v in each.items()} for each in values if isinstance(each, Mapping)]


def _one(item: Item, single: str, several: str) -> str | None:
    """A value that stands by itself, or in a list with its role, the main one first."""
    if isinstance(item.get(single), str) and item[single].strip():
        return str(item[single]).strip()
    texts = [o for o in _objects(item.get(several)) if isinstance(o.get("value"), str) and o["value"].strip()]
    main = next((o for o in texts if o.get("role") in ("main", "headline")), None) or next(iter(texts), None)
    return str(main["value"]).strip() if main else None


def _captions(item: Item, path: str) -> list[Piece]:
    """What stands under the pictures that go with the report, with the picture's credit in brackets."""
    captions: list[Piece] = []
    for picture in _objects(item.get("associations")):
        if str(picture.get("type") or "").lower() not in ("picture", "graphic"):
            continue
        text = _one(picture, "descriptiontext", "descriptions")
        credit = _one(picture, "byline", "bylines") or _one(picture, "by", "bys")
        lines = " ".join(p.text for p in _pieces(text, path)) if text else ""
        captions += [Piece(f"{lines} ({credit})" if credit else lines, "caption")] if lines else []
    return captions


def _declared(item: Item, noted: Noted) -> Declared:
    names, credited = _writers(item)
    house = next((n for n in _houses(item)), None)
    created, version = (noted.date(item.get(k), k) for k in ("firstcreated", "versioncreated"))
    published = created or noted.date(item.get("contentcreated"), "contentcreated") or version
    uri = str(item.get("uri") or "")
    return Declared(
        outlet=known.name if house and (known := agency(house)) else house,
        byline=names,
        credited=credited,
        published=published,
        updated=version if version != published else None,
        url=uri if uri.startswith(("http://", "https://")) else None,
        language=noted.language(item.get("language")),
    )


def _writers(item: Item) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Writers, and the agencies named among them ("Ana Kovel, AFP")."""
    line = _one(item, "byline", "bylines") or _one(item, "by", "bys")
    if not line:
        return (), ()
    found = byline(line) or byline(f"By {line}")
    return (found.names, found.sources) if found else ((line,), ())


def _houses(item: Item) -> Iterator[str]:
    """Who sends the item: its source of information, else who holds its copyright."""
    for key in ("infosources", "infosource"):
        yield from (str(o["name"]) for o in _objects(item.get(key)) if o.get("name"))
    if isinstance(item.get("copyrightholder"), str) and item["copyrightholder"].strip():
        yield item["copyrightholder"].strip()
