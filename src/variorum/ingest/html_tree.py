"""A page's tree: parsed without fetching anything, and stripped of what is no part of a report."""

from __future__ import annotations

import logging
import re
from functools import cache
from itertools import pairwise
from typing import Any

from variorum.errors import FormatError
from variorum.ingest.html_decoding import CONTROLS, visible
from variorum.lang import table, words

WALL = 600
"""Characters of the longest notice that asks to subscribe."""
HELD = 0.5
"""Share of the page's prose from which an element holds the report, whatever its name says."""
PROSE = 60
"""Characters from which a line counts as prose when shares are measured."""
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|[^A-Za-z]+")
NAMING = (
    *("class", "id", "itemprop", "rel", "role"),
    *("data-component", "data-testid", "data-test-id", "data-type", "data-module", "data-gu-name", "data-qa"),
)
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@cache
def quiet(library: str) -> None:
    """Keep a library's log off standard error; whoever wants it adds a handler of their own."""
    logging.getLogger(library).addHandler(logging.NullHandler())


@cache
def elements(key: str) -> frozenset[str]:
    """The elements of a kind: ``blocks``, ``paragraphs``, ``unseen``, ``furniture``, ``whole``; or ``landmarks``."""
    return words("en", "pages", "elements", key)


def parse_page(text: str, path: str) -> Any:
    """The tree of a page (an ``lxml`` element): nothing is fetched, no entity but HTML's own is known.

    Raises:
        FormatError: no element in it.
    """
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise FormatError(path, f"no page can be made of it: {error}") from None
    if len(tree) == 0:
        raise FormatError(path, "no page in it")
    for element in tree.iter():
        if element.text and CONTROLS.search(element.text):
            element.text = CONTROLS.sub(" ", element.text)
        if element.tail and CONTROLS.search(element.tail):
            element.tail = CONTROLS.sub(" ", element.tail)
    return tree


def strip_unseen(tree: Any) -> None:
    """Take out, in place, what no reader sees: scripts, styles, hidden elements, furniture; their tails stay."""
    weights = _Weights(tree)
    doomed = [e for e in tree.iter() if _is_doomed(e, weights)]
    for element in doomed:
        parent = element.getparent()
        if parent is not None:
            _keep_tail(element, parent)
            parent.remove(element)


def names_of(element: Any) -> tuple[str, ...]:
    """The words by which the markup names an element, in small letters, in order."""
    named = " ".join(value for key in NAMING if (value := element.get(key)))
    return tuple(w.lower() for w in CAMEL.split(named) if w) if named else ()


@cache
def _junk(key: str) -> frozenset[str]:
    return words("en", "pages", "junk", key)


@cache
def _junk_pairs() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(pair.split()) for pair in table("en", "pages")["junk"]["pairs"])


@cache
def _keeps() -> tuple[str, ...]:
    return tuple(table("en", "pages")["junk"]["keeps"])


class _Weights:
    """How much of the page's prose lies in each element; what holds most of it is no furniture."""

    def __init__(self, tree: Any) -> None:
        self._of: dict[Any, int] = {}
        total = 0
        for element in tree.iter("p", "td", "li", "div", "span", "section", "blockquote"):
            own = sum(len(t.strip()) for t in (element.text, *(c.tail for c in element)) if t)
            if own < PROSE or any(a.tag in elements("unseen") for a in element.iterancestors()):
                continue
            total += own
            for around in (element, *element.iterancestors()):
                self._of[around] = self._of.get(around, 0) + own
        self._total = total

    def holds_report(self, element: Any) -> bool:
        return self._total > 0 and self._of.get(element, 0) >= HELD * self._total


def _is_doomed(element: Any, weights: _Weights) -> bool:
    tag = element.tag
    if not isinstance(tag, str):
        return True
    if tag in elements("whole"):
        return False
    if tag in elements("unseen"):
        return True
    own = names_of(element)
    if _is_letters(element, own):
        return True
    if _is_hidden(element) or _is_furniture(element) or _named_junk(element, own):
        return not weights.holds_report(element)
    return False


def _is_furniture(element: Any) -> bool:
    """Whether the element is no part of a report by its kind; the foot of an article or a quotation is one."""
    inside = element.tag == "footer" and any(a.tag in ("article", "blockquote") for a in element.iterancestors())
    if inside or (element.tag == "aside" and _tells_who_and_when(element)):
        return False
    return element.tag in elements("furniture") or element.get("role") in elements("landmarks")


def _tells_who_and_when(element: Any) -> bool:
    """Whether an element beside the report holds its byline and stamp, and little else."""
    marked = any(e.tag == "time" or e.get("rel") == "author" for e in element.iter("time", "a"))
    return marked and len(visible("".join(element.itertext()))) < WALL


def _is_letters(element: Any, own: tuple[str, ...]) -> bool:
    named = not _junk("letters").isdisjoint(own) and _junk("report").isdisjoint(own)
    return named and element.find(".//h1") is None


def _is_hidden(element: Any) -> bool:
    style = element.get("style")
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or bool(style and HIDDEN.search(style))
    )


def _named_junk(element: Any, own: tuple[str, ...]) -> bool:
    if not own:
        return False
    named = " ".join(value for key in ("class", "id", "itemprop") if (value := element.get(key)))
    if any(keep in named.lower() for keep in _keeps()):
        return False
    if own[0] in _junk("starts") or not _junk("words").isdisjoint(own) or not _junk_pairs().isdisjoint(pairwise(own)):
        return True
    wall = not _junk("walls").isdisjoint(own)
    return wall and len(visible("".join(element.itertext()))) < WALL


def _keep_tail(element: Any, parent: Any) -> None:
    if not element.tail:
        return
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + element.tail
    else:
        parent.text = (parent.text or "") + element.tail
    element.tail = None
