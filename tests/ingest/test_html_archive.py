from __future__ import annotations

import base64
import quopri

import pytest

from variorum.errors import FormatError
from variorum.ingest import format_name, from_bytes

PAGE = (
    "<!DOCTYPE html><html><head><title>Brücke frei</title></head><body><article><h1>Bridge reopens</h1>"
    "<p>The bridge over the Drava reopened on Monday, “at last”, customs officers said.</p>"
    "<p>It had been shut since October, when the two states recalled their ambassadors.</p></article></body></html>"
)
HEAD = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://drava.example/2026/bridge\r\nSubject: Bridge\r\n"
    "Date: Mon, 11 May 2026 08:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
    '\ttype="text/html";\r\n'
    '\tboundary="----b"\r\n\r\n\r\n'
)


def saved(coding: str) -> bytes:
    raw = PAGE.encode()
    body = quopri.encodestring(raw) if coding == "quoted-printable" else base64.encodebytes(raw)
    style = "------b\r\nContent-Type: text/css\r\n\r\n.a { color: red }\r\n"
    part = f"------b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: {coding}\r\n"
    place = "Content-Location: https://drava.example/other\r\n\r\n"
    return f"{HEAD}{style}{part}{place}".encode() + body + b"\r\n------b--\r\n"


@pytest.mark.parametrize("coding", ["quoted-printable", "base64"])
def test_the_page_of_a_saved_page(coding: str) -> None:
    (found,), failures = from_bytes(saved(coding), "bridge.mhtml")
    assert failures == []
    assert (found.title, found.url, found.path) == (
        "Bridge reopens",
        "https://drava.example/2026/bridge",
        "bridge.mhtml",
    )
    assert "“at last”" in found.text
    assert "color" not in found.text


def test_it_is_known_by_its_head() -> None:
    assert format_name(saved("base64"), "bridge.mht") == "MHTML"


def test_a_saved_page_without_a_page() -> None:
    raw = HEAD.encode() + b"------b\r\nContent-Type: text/css\r\n\r\n.a {}\r\n------b--\r\n"
    with pytest.raises(FormatError, match="no page in this web archive"):
        from_bytes(raw, "bridge.mhtml")
