"""What a page or a feed of ill will says of itself is inert text in the record, on the page and in Markdown."""

from __future__ import annotations

from typing import Any

import pytest
from markdown_it import MarkdownIt

from tests.present.edition import record
from tests.present.report.test_render import Outline
from variorum.ingest import from_bytes
from variorum.model.article import Article
from variorum.present.export import markdown
from variorum.present.report import render

SCRIPT = "</title></script><script>alert(1)</script><img src=x onerror=alert(1)> [x](javascript:alert(1)) `| <!--"
ESCAPED = SCRIPT.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
PAGE = (
    f'<!DOCTYPE html><html><head><meta property="og:site_name" content="{ESCAPED}">'
    f'<meta name="author" content="{ESCAPED}">'
    '<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="data:text/html,x"></head>'
    f"<body><article><h1>Ministers {ESCAPED}</h1><p>The ministers {ESCAPED} met on Tuesday, officials in Brel said.</p>"
    "<p>They parted without a deal, and no day was set for another round.</p></article></body></html>"
)
FEED = (
    f'<?xml version="1.0"?><rss version="2.0"><channel><title>{ESCAPED}</title><item><title>Ministers {ESCAPED}</title>'
    f"<link>javascript:alert(1)</link><author>{ESCAPED}</author><description>Met on Tuesday {ESCAPED}</description>"
    "</item></channel></rss>"
)
READER = MarkdownIt("commonmark", {"html": True}).enable("table")


@pytest.fixture(scope="module", params=["page.html", "feed.rss"])
def hostile(request: pytest.FixtureRequest) -> Article:
    raw = PAGE if request.param == "page.html" else FEED
    return from_bytes(raw.encode(), str(request.param))[0][0]


def data(hostile: Article) -> dict[str, Any]:
    """A record of two reports that say of themselves what the hostile one says."""
    made = record().to_dict()
    made["story"]["title"] = hostile.title
    for row in made["articles"]:
        row |= {"title": hostile.title, "outlet": hostile.outlet, "byline": list(hostile.byline), "url": hostile.url}
    made["failures"] = [{"path": SCRIPT, "stage": "ingest", "error": SCRIPT}]
    return made


def test_its_words_are_text_in_the_record_and_its_addresses_are_none(hostile: Article) -> None:
    assert hostile.title is not None
    assert hostile.title.startswith("Ministers </title></script><script>alert(1)</script>")
    assert hostile.url is None


def test_on_the_page_they_are_text(hostile: Article) -> None:
    outline = Outline(render(data(hostile)))
    tags = [tag for tag, _ in outline.tags]
    assert (tags.count("script"), tags.count("img")) == (1, 0)
    assert not [a for _, a in outline.tags if any(name.startswith("on") for name in a)]
    assert not [link for link in outline.addresses if link.startswith(("javascript:", "data:text"))]


def test_in_markdown_they_are_text(hostile: Article) -> None:
    tokens = READER.parse(markdown.render(data(hostile)))
    inside = [child for token in tokens for child in (token, *(token.children or ()))]
    assert not [t for t in inside if t.type in ("html_block", "html_inline", "image", "code_inline", "fence")]
    links = [str(t.attrs.get("href")) for t in inside if t.type == "link_open"]
    assert not [link for link in links if "script" in link]
