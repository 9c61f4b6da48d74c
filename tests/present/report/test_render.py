from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from typing import Any

import pytest

from tests.present.made_record import bare_record, made_record
from variorum.errors import CitationError
from variorum.model.plain import cites_in
from variorum.present.report import render
from variorum.present.views.sources import Sources

VOID = {"meta", "link", "input", "path", "circle", "rect", "use", "br"}


class Outline(HTMLParser):
    """The page's ids, links, headings, addresses and text; fails on a tag that is closed out of turn."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.addresses: list[str] = []
        self.headings: list[int] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append((tag, given))
        if tag not in VOID:
            self._open.append(tag)
        if given.get("id"):
            self.ids.append(given["id"] or "")
        for name in ("href", "src", "data", "action", "poster", "srcset"):
            if value := given.get(name):
                (self.links if value.startswith("#") else self.addresses).append(value)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self._open.pop() == tag


@pytest.fixture(scope="module")
def html() -> str:
    return render(made_record())


@pytest.fixture(scope="module")
def outline(html: str) -> Outline:
    return Outline(html)


def test_the_same_record_gives_the_same_bytes(html: str) -> None:
    assert render(made_record()) == html


def test_every_id_stands_once_and_every_link_has_its_end(outline: Outline) -> None:
    assert len(outline.ids) == len(set(outline.ids))
    assert {link[1:] for link in outline.links} <= set(outline.ids)


def test_every_cited_passage_is_marked_in_its_report(outline: Outline) -> None:
    record = made_record()
    sources = Sources(record["articles"])
    links = [
        sources.cite({"article": c.article, "start": c.start, "end": c.end, "exact": ""}) for c in cites_in(record)
    ]
    assert {link.anchor for link in links} <= set(outline.ids)


def test_headings_step_down_one_at_a_time(outline: Outline) -> None:
    assert outline.headings[0] == 1
    assert outline.headings.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(outline.headings, outline.headings[1:], strict=False))


def test_nothing_is_loaded_from_outside(html: str, outline: Outline) -> None:
    assert set(outline.addresses) == {"data:,", "https://courier.example/voss"}  # an icon of no bytes; the report's own
    assert "@import" not in html
    assert "url(" not in html


def test_the_policy_lets_through_only_the_pages_own_style_and_script(html: str, outline: Outline) -> None:
    policy = next(a["content"] for t, a in outline.tags if a.get("http-equiv") == "Content-Security-Policy") or ""
    for tag in ("style", "script"):
        (inside,) = re.findall(f"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert not [a for _, a in outline.tags if "style" in a or any(name.startswith("on") for name in a)]


def poisoned(node: Any, poison: str) -> Any:
    """The record with every free text begun by markup; ids, offsets, kinds and exact words stay."""
    free = {"title", "outlet", "name", "speaker_name", "topic", "question", "value", "explanation", "reason", "what",
            "holder", "error", "of", "hedge", "attributed_to", "agency", "words"}  # fmt: skip
    if isinstance(node, dict):
        return {k: poison + v if k in free and isinstance(v, str) else poisoned(v, poison) for k, v in node.items()}
    return [poisoned(v, poison) for v in node] if isinstance(node, list) else node


def test_markup_in_any_text_stays_text() -> None:
    poison = "</style></script><script>alert(1)</script><img src=x onerror=alert(1)>\"'>"
    outline = Outline(render(poisoned(made_record(), poison)))
    assert [t for t, _ in outline.tags].count("script") == 1
    assert not [t for t, _ in outline.tags if t == "img"]


def test_markup_in_a_reports_own_text_stays_text() -> None:
    record = made_record()
    record["articles"][3]["text"] = record["articles"][3]["text"].replace("Many islanders died", "<b onclick=x()>diedx")
    assert "<b onclick" not in render(record)


def test_every_section_is_there_when_filled_and_gone_when_empty(outline: Outline) -> None:
    sections = ["glance", "timeline", "differences", "quotes", "agenda", "cast", "claims", "omissions", "lineage",
                "reports", "failures"]  # fmt: skip
    assert [a["id"] for t, a in outline.tags if t == "section"] == sections
    bare = Outline(render(bare_record()))
    assert [a["id"] for t, a in bare.tags if t == "section"] == ["glance", "reports"]


@pytest.mark.parametrize(
    "section", ["lineage", "entities", "times", "timeline", "quotes", "agenda", "claims", "differences", "silences"]
)
def test_any_one_section_may_be_empty(section: str) -> None:
    record = made_record() | {section: []}
    if section == "claims":
        record["silences"] = []
    outline = Outline(render(record))
    assert {link[1:] for link in outline.links} <= set(outline.ids)


def test_a_record_without_texts_still_leads_each_cite_to_its_words() -> None:
    record = made_record()
    for article in record["articles"]:
        del article["text"]
    html = render(record)
    outline = Outline(html)
    assert {link[1:] for link in outline.links} <= set(outline.ids)
    assert "leaves this report’s text out" in html


def test_a_finding_that_cites_a_stranger_is_an_error() -> None:
    record = made_record()
    record["quotes"][0]["variants"][0]["article"] = "a9999"
    with pytest.raises(CitationError, match="a9999"):
        render(record)
