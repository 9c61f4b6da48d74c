"""Any bytes under any name: read, or refused with the file's name and a reason. Nothing else, and soon."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ingest.test_invariants import check
from variorum.errors import InputError
from variorum.ingest import from_bytes
from variorum.ingest.formats import FORMATS

SUFFIXES = sorted({suffix for each in FORMATS for suffix in each.suffixes} | {"", ".xml", ".bin"})
PIECES = st.sampled_from(
    [
        *(
            b"%PDF-1.7\n",
            b"PK\x03\x04",
            b"PK\x01\x02",
            b"PK\x05\x06",
            b"\x1f\x8b\x08\x00",
            b"{\\rtf1 ",
            b"WARC/1.0\r\n",
            b"BZh91AY&SY",
        ),
        *(
            b"Content-Length: 40\r\n",
            b"\r\n\r\n",
            b"From a@b Mon Jan 12 10:00:00 2026\n",
            b"Subject: x\n",
            b"MIME-Version: 1.0\n",
        ),
        *(
            b"<?xml version='1.0'?>",
            b"<nitf>",
            b"<newsItem>",
            b"<NewsML>",
            b"<!DOCTYPE html>",
            b"<p>",
            b"</p>",
            b"<![CDATA[",
        ),
        *(
            b'{"title": "x", "text": "',
            b'"}',
            b"[",
            b"]",
            b"\n",
            b"title,text\n",
            b"a,b\n",
            b"Length: 3 words\n",
            b"End of Document\n",
        ),
        *(
            b"Document ABCDEFGHIJKLM\n",
            b"12 words\n",
            b"HD  Mill\n",
            b"The ministers met on Tuesday.",
            b"\xff\xfe",
            b"\xef\xbb\xbf",
        ),
        *(b"\x00" * 300, b"ustar", b"\\'e9", b"\\u8212?", b"obj <<", b">> stream", b"endstream endobj", b"trailer <<"),
    ]
)
BYTES = st.one_of(
    st.binary(max_size=600),
    st.lists(PIECES, max_size=14).map(b"".join),
    st.lists(st.one_of(PIECES, st.binary(max_size=20)), max_size=20).map(b"".join),
)


@given(BYTES, st.sampled_from(SUFFIXES))
@settings(max_examples=500, deadline=None)
def test_any_bytes_are_read_or_refused(raw: bytes, suffix: str) -> None:
    name = f"desk/a{suffix}"
    try:
        articles, failures = from_bytes(raw, name)
    except InputError as error:
        assert error.path.startswith(name) and error.reason
        return
    for article in articles:
        assert (article.path or "").startswith(name)
        assert article.raw_sha256 != EMPTY
        check(article)
    assert all(f.path.startswith(name) and f.error for f in failures)


EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
"""The hash of no bytes: nothing is read from them."""
