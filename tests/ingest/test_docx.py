"""Word documents and RTF: what a reader sees of them, and documents made to do harm."""

from __future__ import annotations

import contextlib
import io
import socket
import time
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ingest.documents import W, docx, rtf
from variorum.errors import FormatError, InputError, UnreadableError
from variorum.ingest import from_bytes
from variorum.ingest.rtf import text_of

RELEASE = [
    "Ministry of Works",
    "Mill to be built again",
    "PORTO, Jan 14, 2026 - The ministry will build the mill again, it said on Wednesday.",
    "“It was a loss for the town,” the minister said — and for him.",
    "The work begins in May 🏭 and takes a year.",
]


@pytest.mark.parametrize(("name", "raw"), [("a.docx", docx(RELEASE)), ("a.rtf", rtf(RELEASE)), ("a", docx(RELEASE))])
def test_a_press_release(name: str, raw: bytes) -> None:
    [article], failures = from_bytes(raw, name)
    assert failures == []
    assert article.text.split("\n")[:5] == RELEASE
    assert (article.path, article.title, article.published) == (name, "Mill to be built again", "2026-01-14")


def runs(*inside: str) -> str:
    return "<w:p>" + "".join(inside) + "</w:p>"


def test_what_a_reader_of_word_does_not_see_is_left_out() -> None:
    body = runs(
        "<w:r><w:t>The ministry </w:t></w:r>",
        "<w:del><w:r><w:delText>never </w:delText></w:r></w:del>",
        "<w:ins><w:r><w:t>will </w:t></w:r></w:ins>",
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secretly </w:t></w:r>",
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>build</w:t><w:tab/><w:t>the</w:t><w:br/><w:t>mill</w:t></w:r>',
        '<w:r><w:instrText> HYPERLINK "http://x" </w:instrText></w:r>',
        "<w:hyperlink><w:r><w:t> again.</w:t></w:r></w:hyperlink>",
    )
    body += "<w:tbl><w:tr><w:tc>" + runs("<w:r><w:t>It said so on Monday.</w:t></w:r>") + "</w:tc></w:tr></w:tbl>"
    [article], _ = from_bytes(docx([], body=body), "a.docx")
    assert article.text == "The ministry will build the\nmill again.\nIt said so on Monday."


def test_what_a_document_refers_to_is_never_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    relations = """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
 Target="http://evil.example/a.dotm" TargetMode="External"/>
<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
 Target="file:///etc/passwd" TargetMode="External"/></Relationships>"""

    def refuse(*_: object) -> None:
        raise AssertionError("something was fetched")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    raw = docx(RELEASE, **{"word/_rels/document.xml.rels": relations, "word/_rels/settings.xml.rels": relations})
    [article], _ = from_bytes(raw, "a.docx")
    assert "passwd" not in article.text and article.text.startswith("Ministry of Works")


ENTITIES = f"""<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;">]>
<w:document {W}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"""


def zipped(**parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (docx([], body=" "), "no text in the document"),
        (docx([], **{"word/document.xml": ENTITIES}), "declares XML entities"),
        (docx([], **{"word/document.xml": "<w:document>"}), "not well-formed XML"),
        (zipped(**{"[Content_Types].xml": "x"}), "not a Word document"),
        (docx(RELEASE)[:400], "not a Word document, or a damaged one"),
        (docx(["a" * 9_000_000]), "unpacks to more than 250 times its size"),
        (b"Ministry of Works", "not a Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "not a Word document"),
    ],
)
def test_what_is_no_word_document_is_refused(raw: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as told:
        from_bytes(raw, "a.docx")
    assert told.value.path.startswith("a.docx")


def test_rtf_in_code_pages_and_unicode() -> None:
    head = (
        r"{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial;}{\f2\fcharset128 Mincho;}}"
    )
    assert text_of(head + r"\f0 caf\'e9 \f1\'ef\'f0\f2\'93\'fa\f0  d\u233\'e9j\u224?}", "a") == "café пр日 déjà"
    assert text_of(head + r"{\uc2 a\u8212\'97\'97b}c\u55356?\u57325?d\u55356?e}", "a") == "a—bc🏭d\ufffde".replace(
        "🏭", "\U0001f3ed"
    )
    assert text_of(head + "{\\*\\xyz unseen}{\\pict\\bin5 }}{{}ab}x\\par y\\~z\\-w}", "a") == "abx\ny\u00a0zw".replace(
        "ab", "", 1
    )


def test_rtf_links_show_their_words_and_not_their_address() -> None:
    link = r'{\field{\*\fldinst{HYPERLINK "http://x.example/a"}}{\fldrslt{\ul Mill burns down}}}'
    assert text_of(r"{\rtf1 " + link + r"\par It did.}", "a") == "Mill burns down\nIt did."


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"{\\rtf1 " + b"{" * 3_000, "nested more than 1000 deep"),
        (b"{\\rtf1 {\\pict 0a0b0c}}", "no text in the document"),
        (b"Ministry of Works", "not RTF"),
        (b"{\\rtf", "no text in the document"),
    ],
)
def test_what_is_no_rtf_is_refused(raw: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        from_bytes(raw, "a.rtf")


@pytest.mark.parametrize(
    "garbage",
    [
        "{\\field{\\*\\fldinst{ HYPERLINK ",
        "{\\fonttbl\\f1",
        "\\f1",
        "\\u-1?",
        "\\'zz\\'",
        "\\bin99999999",
        "}",
        "\\\\*",
    ],
)
def test_rtf_garbage_is_gone_through_in_no_time(garbage: str) -> None:
    began = time.process_time()
    with contextlib.suppress(FormatError, UnreadableError):
        from_bytes(b"{\\rtf1 Some words." + garbage.encode() * 60_000, "a.rtf")
    assert time.process_time() - began < 5  # some tenths of a second; a square of the length takes twenty


@given(st.binary(max_size=300), st.lists(st.tuples(st.integers(0, 900), st.integers(0, 255)), max_size=10))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_read_or_refused(raw: bytes, spoilt: list[tuple[int, int]]) -> None:
    broken = bytearray(rtf(RELEASE))
    word = bytearray(docx(RELEASE))
    for at, value in spoilt:
        broken[at % len(broken)] = value
        word[at % len(word)] = value
    for name, data in (
        ("a.rtf", b"{\\rtf1 " + raw),
        ("a.rtf", bytes(broken)),
        ("a.docx", bytes(word)),
        ("a.docx", raw),
    ):
        try:
            articles, failures = from_bytes(data, name)
        except InputError as error:
            assert error.path.startswith(name)
        else:
            assert articles or failures
