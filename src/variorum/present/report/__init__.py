"""The page: one self-contained HTML file.

Nothing is loaded from outside; a content security policy names the page's own style and script by their hashes and
forbids all else. Every text of a record is escaped by the template engine.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from variorum.present.views.agenda import POLARITY_NOTES
from variorum.present.views.page import page
from variorum.present.views.timeline import STATUS_NOTES, STATUS_WORDS

STYLES = ("base.css", "sections.css", "chart.css", "dark.css", "print.css")
SCRIPTS = ("page.js",)


def render(record: dict[str, Any]) -> str:
    """The page for a record's plain data (``variorum/record/1``): the same bytes for the same record.

    Sections with nothing in them are left out. A report whose text the record leaves out is shown by its cited
    passages.

    Raises:
        CitationError: a finding cites an article that the record does not hold.
    """
    style, script = _asset(*STYLES), _asset(*SCRIPTS)
    return _environment().get_template("page.html").render(
        page=page(record),
        style=Markup(style),
        script=Markup(script),
        style_hash=_digest(style),
        script_hash=_digest(script),
        status_words=STATUS_WORDS,
        status_notes=STATUS_NOTES,
        polarity_notes=POLARITY_NOTES,
    )  # fmt: skip


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("variorum.present.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _asset(*names: str) -> str:
    """The package's own files of that kind, one after the other."""
    folder = resources.files(__name__) / "assets"
    return "".join((folder / name).read_text("utf-8") for name in names)


def _digest(text: str) -> str:
    """The source expression that lets exactly this text through a content security policy."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
