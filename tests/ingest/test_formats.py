from __future__ import annotations

import contextlib
import io
import json
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from variorum.errors import FormatError, InputError, UnreadableError
from variorum.ingest import formats, from_bytes, from_text
from variorum.ingest.formats import FORMATS, Format, Found, format_of, register
from variorum.ingest.source import Source
from variorum.model.article import Failure

REPORT = b"The ministers met on Tuesday in Linda, and spoke for two hours."


@pytest.mark.parametrize("name", ["memo.doc", "table.XLSX", "all.7z"])
def test_formats_without_a_reader_are_named(name: str) -> None:
    with pytest.raises(FormatError, match=r"is not read; docs/formats\.md lists what is"):
        from_bytes(REPORT, name)


@pytest.mark.parametrize(("raw", "kind"), [(b"PK\x03\x04..", "ZIP")])
def test_their_content_shows_under_any_suffix(raw: bytes, kind: str) -> None:
    with pytest.raises(FormatError, match=kind):
        from_bytes(raw, "report.txt")


def test_a_file_without_a_known_suffix_goes_by_its_content() -> None:
    row = json.dumps({"headline": "Talks", "articleBody": REPORT.decode()})
    assert from_bytes(REPORT, "report")[0][0].text == REPORT.decode()
    assert from_bytes(row.encode(), "report.dat")[0][0].title == "Talks"
    assert [a.path for a in from_bytes(f"{row}\n{row}".encode(), "report.dat")[0]] == ["report.dat#1", "report.dat#2"]


def test_a_file_that_is_too_large_is_refused_whatever_it_is() -> None:
    raw = b"x" * (20 * 1024 * 1024)
    for name in ("a.txt", "a.json"):
        with pytest.raises(InputError, match=r"too large: the limit is 16 MB"):
            from_bytes(raw, name)
    assert from_bytes(raw, "a.jsonl")[1] == [Failure("a.jsonl#1", "ingest", "too large: the limit is 16 MB a line")]


def test_a_page_of_furniture_alone_is_no_report() -> None:
    with pytest.raises(UnreadableError, match="no report in it"):
        from_bytes(b"13.01.2026\n\nRead more\n\nShare\n", "a.txt")


def test_bare_text_takes_what_it_is_given() -> None:
    article = from_text(REPORT.decode(), title="Talks", published="13 January 2026", outlet="The Linda Times")
    assert (article.title, article.published, article.outlet, article.path) == (
        "Talks",
        "2026-01-13",
        "The Linda Times",
        None,
    )
    assert [p.kind for p in article.paragraphs] == ["body"]
    with pytest.raises(UnreadableError, match="empty"):
        from_text(" \n")
    with pytest.raises(UnreadableError, match="surrogate"):
        from_text("Half \ud83d of it")


@pytest.mark.parametrize(
    "head",
    [
        b"<!--x-->" * 9_000,
        b"<?xml version='1.0'?>" + b"<!---->-->" * 6_000,
        b"<!DOCTYPE x [" + b"]>" * 30_000,
        b"<?x?>" * 12_000,
        b"PK\x03\x04" + b"a" * 70_000,
        b"From a" + b" a" * 30_000,
        b"Received: " * 6_000,
        b"Subject: a\n" * 6_000,
        b"Subject: a\n b\n c" * 6_000,
    ],
)
def test_a_mark_is_looked_for_in_no_time(head: bytes) -> None:
    began = time.process_time()
    with contextlib.suppress(InputError):
        format_of(Source.of(io.BytesIO(head), "a"))
    assert time.process_time() - began < 0.5


@pytest.mark.parametrize("raw", [b"<?xml version='1.0'?>\n<!-- x --><b:invoice xmlns:b='x'/>", b"<b:invoice/>"])
def test_xml_of_an_unknown_kind_is_named_by_its_first_element(raw: bytes) -> None:
    with pytest.raises(FormatError, match="XML whose first element is 'b:invoice' is not read"):
        from_bytes(raw, "a.xml")


def read_secret(source: Source) -> Iterator[Found]:
    """A format of somebody else's: reports turned around, with one packed inside."""
    yield from_text(source.raw.decode()[::-1], path=source.path)
    yield source.member("inside.txt", io.BytesIO(REPORT))
    raise RuntimeError("the rest is lost")


SECRET = Format("secret", read_secret, (".secret",), ("text/x-secret",), re.compile(rb"\.terces"))


def check_secret() -> None:
    raw = b".tercesni tem sretsinim owT"
    for name in ("a.secret", "a.txt"):
        [article, inside], failures = from_bytes(raw, name)
        assert article.text == "Two ministers met insecret."
        assert (inside.path, inside.text) == (f"{name}!/inside.txt", REPORT.decode())
        assert failures == [Failure(name, "ingest", "cannot be read as secret: RuntimeError: the rest is lost")]


def test_a_program_can_add_a_format(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "_registered", [])
    register(SECRET)
    check_secret()


def test_a_package_can_add_a_format(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    info = tmp_path / "secret-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: secret\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[variorum.formats]\nsecret = tests.ingest.test_formats:SECRET\n")
    monkeypatch.syspath_prepend(tmp_path)
    formats._of_packages.cache_clear()
    try:
        check_secret()
    finally:
        formats._of_packages.cache_clear()


def test_every_format_can_be_told_from_the_others() -> None:
    suffixes = [suffix for each in FORMATS for suffix in each.suffixes]
    types = [kind for each in FORMATS for kind in each.media_types]
    assert (len(set(suffixes)), len(set(types))) == (len(suffixes), len(types))
    assert all(s.startswith(".") and s == s.lower() for s in suffixes)
    assert all("/" in kind and kind == kind.lower() for kind in types)
