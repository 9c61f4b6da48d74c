"""Pages as a crawler took them, and archives of them that are damaged."""

from __future__ import annotations

import gzip
import io
import zlib

import pytest

from tests.ingest.test_archives import names, read, zipped
from variorum.errors import FormatError
from variorum.ingest import from_bytes, from_file
from variorum.model.article import Failure

URL = "https://news.example/2026/01/mill"
TAKEN = "2026-01-13T05:00:00Z"
MILL = "A mill burned down on Monday in Porto, police said. Nobody was hurt in the fire, which began in a store room."
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Mill burns down in Porto</title></head><body><article>
<h1>Mill burns down in Porto</h1><p>PORTO, Jan 12 - {MILL}</p><p>The firemen came within ten minutes, and put
the fire out before noon, a spokesman for the town said on Monday.</p></article></body></html>""".encode()


def record(kind: str, block: bytes, **headers: str) -> bytes:
    lines = {"WARC-Type": kind, "WARC-Target-URI": URL, "WARC-Date": TAKEN, "Content-Length": str(len(block))}
    lines |= {name.replace("_", "-"): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items() if value)
    return b"WARC/1.1\r\n" + head.encode() + b"\r\n" + block + b"\r\n\r\n"


def response(body: bytes, *headers: str, status: str = "200 OK", kind: str = "text/html; charset=utf-8") -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", *headers, "", ""]
    block = "\r\n".join(lines).encode() + body
    return record("response", block, Content_Type="application/http; msgtype=response")


def chunked(body: bytes, size: int = 50) -> bytes:
    pieces = [body[i : i + size] for i in range(0, len(body), size)]
    return b"".join(f"{len(p):x};x=1\r\n".encode() + p + b"\r\n" for p in pieces) + b"0\r\n\r\n"


DAMAGED = "damaged, or not what it says it is"
INFO = record("warcinfo", b"software: x\r\n", Content_Type="application/warc-fields")
REQUEST = record("request", b"GET / HTTP/1.1\r\n\r\n", Content_Type="application/http; msgtype=request")
STYLE = response(b"p {color: red}", kind="text/css")
TEXT = record("conversion", MILL.encode(), Content_Type="text/plain")


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz", "crawl"])
def test_pages_with_their_address(name: str) -> None:
    records = [INFO, REQUEST, response(PAGE), STYLE, response(PAGE, status="404 Not Found"), TEXT]
    raw = b"".join(gzip.compress(r) if name.endswith("gz") else r for r in records)
    articles, failures = from_bytes(raw, name)
    assert failures == []
    assert names(articles) == [f"{name}#3", f"{name}#6"]
    assert [a.url for a in articles] == [URL, URL]
    assert MILL in articles[0].text and articles[1].text == MILL
    assert articles[0].title == "Mill burns down in Porto"


def test_the_time_a_page_was_taken_gives_its_dateline_a_year_and_is_no_date_of_its_own() -> None:
    [article, bare], _ = from_bytes(
        record("resource", f"PORTO, Jan 12 (AFP) - {MILL}".encode(), Content_Type="text/plain") + TEXT, "crawl.warc"
    )
    assert article.dateline is not None and str(article.dateline.date) == "2026-01-12"
    assert bare.published is None


def test_the_language_that_a_crawl_has_identified_is_taken_over() -> None:
    raw = record("conversion", b"Tot ziens.", Content_Type="text/plain", WARC_Identified_Content_Language="nld,eng")
    assert from_bytes(raw + TEXT, "crawl.warc.wet")[0][0].language == "nl"


PACKED = [
    (chunked(PAGE), ("Transfer-Encoding: chunked",)),
    (gzip.compress(PAGE), ("Content-Encoding: gzip",)),
    (zlib.compress(PAGE), ("Content-Encoding: deflate",)),
    (zlib.compress(PAGE)[2:-4], ("Content-Encoding: deflate",)),
    (chunked(gzip.compress(PAGE)), ("Transfer-Encoding: chunked", "Content-Encoding: gzip")),
    (PAGE, ("Transfer-Encoding: chunked", "Content-Encoding: gzip")),
]


@pytest.mark.parametrize(("body", "headers"), PACKED)
def test_bodies_as_servers_send_them(body: bytes, headers: tuple[str, ...]) -> None:
    [article], failures = from_bytes(response(body, *headers), "crawl.warc")
    assert (failures, MILL in article.text) == ([], True)


def test_a_record_that_is_damaged_costs_no_other_its_place() -> None:
    bad = [
        response(PAGE).replace(b"Content-Length: ", b"Content-Length: minus "),
        response(b"\x1f\x8b\x08 not packed at all", "Content-Encoding: gzip"),
        response(PAGE, "Content-Encoding: br"),
    ]
    short = response(PAGE).replace(b"Content-Length: ", b"Content-Length: 1")  # runs into the records behind it
    articles, failures = from_bytes(b"".join([*bad, b"\xff\xfe\x00 noise\n", TEXT, TEXT]), "crawl.warc")
    assert names(articles) == ["crawl.warc#4", "crawl.warc#5"]
    assert [f.path for f in failures] == ["crawl.warc#1", "crawl.warc#2", "crawl.warc#3"]
    assert [f.error.partition(":")[0] for f in failures] == ["damaged"] * 3
    assert "packed by br" in failures[2].error
    articles, failures = from_bytes(TEXT + short, "crawl.warc")
    assert (names(articles), [f.path for f in failures]) == (["crawl.warc#1"], ["crawl.warc#2"])
    assert "cut off" in failures[0].error
    articles, failures = from_bytes(short + TEXT + response(PAGE), "crawl.warc")
    assert (names(articles), [f.path for f in failures]) == (["crawl.warc#2", "crawl.warc#3"], ["crawl.warc#1"])


def test_a_packed_record_that_is_damaged_costs_no_other_its_place() -> None:
    members = [gzip.compress(r) for r in (TEXT, response(PAGE * 4), TEXT, response(PAGE))]
    spoilt = bytearray(members[1])
    spoilt[40:60] = b"\xff" * 20
    articles, failures = from_bytes(members[0] + bytes(spoilt) + members[2] + members[3], "crawl.warc.gz")
    assert len(articles) == 3
    assert failures[-1] == Failure("crawl.warc.gz", "ingest", f"{DAMAGED}: 1 of its pieces could not be unpacked")
    articles, failures = from_bytes(members[0] + b"\x00" * 100 + members[3], "crawl.warc.gz")
    assert (names(articles), failures) == (["crawl.warc.gz#1", "crawl.warc.gz#2"], [])


def test_a_file_that_breaks_off_keeps_what_came_before() -> None:
    raw = TEXT + response(PAGE)
    articles, failures = from_bytes(raw[:-80], "crawl.warc")
    assert names(articles) == ["crawl.warc#1"]
    assert [(f.path, f.error.partition(":")[0]) for f in failures] == [("crawl.warc#2", "cut off")]
    articles, failures = from_bytes(gzip.compress(TEXT) + gzip.compress(response(PAGE))[:-60], "crawl.warc.gz")
    assert names(articles) == ["crawl.warc.gz#1"]
    assert "damaged" in failures[-1].error


def test_hostile_records_come_to_an_end() -> None:
    bomb = response(gzip.compress(b"<p>" + b"a" * 9_000_000), "Content-Encoding: gzip")
    long_head = b"WARC/1.1\r\nX: " + b"a" * 200_000 + b"\r\n\r\n"
    articles, failures = read(bomb + long_head + TEXT, "crawl.warc", file=1_000_000)
    assert names(articles) == ["crawl.warc#3"]
    assert [f.path for f in failures] == ["crawl.warc#1", "crawl.warc#2"]
    assert "unpacks to more than" in failures[0].error
    articles, failures = read(record("resource", b"a" * 5_000, Content_Type="text/plain") + TEXT, "a.warc", file=2_000)
    assert names(articles) == ["a.warc#2"]
    assert "too large" in failures[0].error


@pytest.mark.parametrize(("raw", "reason"), [(INFO + REQUEST, "no page in it"), (b"Talks in Linda", "not a WARC")])
def test_what_holds_no_page_is_refused(raw: bytes, reason: str) -> None:
    with pytest.raises(FormatError, match=reason):
        from_bytes(raw, "crawl.warc")


def test_wacz_gives_the_pages_of_its_archives_and_not_its_indexes() -> None:
    files = {
        "archive/data.warc.gz": gzip.compress(INFO) + gzip.compress(TEXT),
        "indexes/index.cdx.gz": gzip.compress(b"x"),
        "pages/pages.jsonl": b'{"title": "x", "text": "not the report"}\n',
        "datapackage.json": b"{}",
    }
    for name in ("site.wacz", "site"):
        articles, failures = from_bytes(zipped(files), name)
        assert (names(articles), failures) == ([f"{name}!/archive/data.warc.gz#2"], [])
    wanted = ["site.wacz!/archive/data.warc.gz#2"]
    assert [f.path for f in from_file(io.BytesIO(zipped(files)), "site.wacz", only=wanted)] == wanted
    with pytest.raises(FormatError, match="no WARC file"):
        from_bytes(zipped({"datapackage.json": b"{}"}), "site.wacz")
