"""Archives of reports, and archives made to do harm: each fails by name, and alone."""

from __future__ import annotations

import bz2
import gzip
import io
import struct
import tarfile
import time
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.errors import FormatError, InputError, UnreadableError
from variorum.ingest import DEFAULT_LIMITS, Limits, from_bytes, from_file
from variorum.ingest.packed import _Members
from variorum.model.article import Article, Failure

TALKS = b"LINDA, Jan 13, 2026 - The ministers met on Tuesday, and spoke for two hours."
MILL = b"PORTO, Jan 12, 2026 - A mill burned down on Monday, police said."
HOST = "host.zip"


def zipped(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, raw in files.items():
            info = zipfile.ZipInfo(name)
            info.filename = name
            info.compress_type = method
            archive.writestr(info, raw)
    return out.getvalue()


def tarred(files: Mapping[str, bytes], *entries: tarfile.TarInfo) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for entry in entries:
            archive.addfile(entry)
        for name, raw in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(raw)
            archive.addfile(info, io.BytesIO(raw))
    return out.getvalue()


def read(raw: bytes, name: str, **limits: Any) -> tuple[list[Article], list[Failure]]:
    """What comes before a failure of the whole, and the failures, that one last."""
    articles: list[Article] = []
    failures: list[Failure] = []
    try:
        for found in from_file(io.BytesIO(raw), name, limits=replace(DEFAULT_LIMITS, **limits)):
            if isinstance(found, Article):
                articles.append(found)
            else:
                failures.append(found)
    except InputError as error:
        failures.append(Failure(error.path, "whole", error.reason))
    return articles, failures


def names(articles: list[Article]) -> list[str | None]:
    return [a.path for a in articles]


def test_members_are_named_by_archive_and_path() -> None:
    lines = b'{"headline": "Talks", "text": "They met."}\n{"headline": "Mill", "text": "It burned."}\n'
    files = {"may/talks.txt": TALKS, "mill": MILL, "all.jsonl": lines}
    for raw, name in ((zipped(files), "desk/a.zip"), (tarred(files), "desk/a.tar")):
        articles, failures = from_bytes(raw, name)
        assert failures == []
        assert names(articles) == [
            f"{name}!/may/talks.txt",
            f"{name}!/mill",
            f"{name}!/all.jsonl#1",
            f"{name}!/all.jsonl#2",
        ]
        assert articles[0].text == TALKS.decode()


def test_a_report_keeps_its_id_in_and_out_of_archives() -> None:
    [[alone], _] = from_bytes(TALKS, "talks.txt")
    [[inside], _] = from_bytes(zipped({"deep/talks.txt": TALKS}), "a.zip")
    assert (inside.id, inside.raw_sha256) == (alone.id, alone.raw_sha256)


@pytest.mark.parametrize("name", ["talks.txt.gz", "talks.txt.bz2"])
def test_one_packed_file_keeps_its_path(name: str) -> None:
    raw = gzip.compress(TALKS) if name.endswith("gz") else bz2.compress(TALKS)
    articles, failures = from_bytes(raw, name)
    assert (names(articles), articles[0].text, failures) == ([name], TALKS.decode(), [])


@pytest.mark.parametrize("name", ["a.tar.gz", "a.tgz", "a"])
def test_packed_tar(name: str) -> None:
    articles, failures = from_bytes(gzip.compress(tarred({"x/talks.txt": TALKS, "mill.txt": MILL})), name)
    assert (names(articles), failures) == ([f"{name}!/x/talks.txt", f"{name}!/mill.txt"], [])


def test_archives_in_archives_down_to_the_limit() -> None:
    raw = zipped({"talks.txt": TALKS})
    for n in range(2):
        raw = zipped({f"{n}.zip": raw, f"{n}.txt": MILL})
    articles, failures = read(raw, HOST)
    assert names(articles) == ["host.zip!/1.zip!/0.zip!/talks.txt", "host.zip!/1.zip!/0.txt", "host.zip!/1.txt"]
    assert failures == []
    articles, failures = read(raw, HOST, nesting=2)
    assert names(articles) == ["host.zip!/1.zip!/0.txt", "host.zip!/1.txt"]
    assert failures == [Failure("host.zip!/1.zip!/0.zip!/talks.txt", "ingest", "packed more than 2 deep")]


def test_what_is_no_report_is_passed_over_as_in_folders() -> None:
    files = {"README.md": MILL, ".hidden": MILL, "__MACOSX/._talks.txt": MILL, "a/.git/x": MILL, "talks.txt": TALKS}
    articles, failures = from_bytes(zipped(files), HOST)
    assert (names(articles), failures) == (["host.zip!/talks.txt"], [])


def test_only_what_is_asked_for_is_read() -> None:
    raw = zipped({"in.zip": zipped({"talks.txt": TALKS, "bad.txt": b""}), "mill.txt": MILL, "broken.json": b"{"})
    wanted = ["host.zip!/in.zip!/talks.txt"]
    assert [f.path for f in from_file(io.BytesIO(raw), HOST, only=wanted)] == wanted


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("../../etc/cron.d/x.txt", "leads out"),
        ("a/../../x.txt", "leads out"),
        ("..\\..\\x.txt", "leads out"),
        ("/etc/passwd", "absolute"),
        ("\\\\share\\x.txt", "absolute"),
        ("C:\\x.txt", "absolute"),
    ],
)
def test_names_that_lead_elsewhere_are_refused(bad: str, reason: str) -> None:
    for pack, name in ((zipped, "a.zip"), (tarred, "a.tar")):
        articles, failures = from_bytes(pack({bad: TALKS, "good.txt": MILL}), name)
        assert names(articles) == [f"{name}!/good.txt"]
        assert [f.path for f in failures] == [f"{name}!/{bad}"]
        assert reason in failures[0].error


def test_control_characters_in_names_never_reach_the_terminal() -> None:
    articles, failures = from_bytes(zipped({"a\x1b[2Jb.txt": TALKS, "c\nd.txt": b""}), "a.zip")
    assert names(articles) == ["a.zip!/a\ufffd[2Jb.txt"]
    assert [f.path for f in failures] == ["a.zip!/c\ufffdd.txt"]


def test_links_and_devices_are_not_followed() -> None:
    entries = []
    for name, kind in (("s.txt", tarfile.SYMTYPE), ("h.txt", tarfile.LNKTYPE), ("f.txt", tarfile.FIFOTYPE)):
        entry = tarfile.TarInfo(name)
        entry.type, entry.linkname = kind, "/etc/passwd"
        entries.append(entry)
    articles, failures = from_bytes(tarred({"good.txt": MILL}, *entries), "a.tar")
    assert names(articles) == ["a.tar!/good.txt"]
    assert [f.error for f in failures] == ["a link, which is not followed"] * 2 + ["neither file nor folder"]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo("s.txt")
        info.create_system, info.external_attr = 3, 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
        archive.writestr("good.txt", MILL)
    articles, failures = from_bytes(out.getvalue(), "a.zip")
    assert names(articles) == ["a.zip!/good.txt"]
    assert failures == [Failure("a.zip!/s.txt", "ingest", "a link, which is not followed")]


def test_an_encrypted_member_is_named_and_the_rest_read() -> None:
    raw = bytearray(zipped({"secret.txt": TALKS, "good.txt": MILL}))
    raw[raw.index(b"PK\x03\x04") + 6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    articles, failures = from_bytes(bytes(raw), "a.zip")
    assert names(articles) == ["a.zip!/good.txt"]
    assert failures == [Failure("a.zip!/secret.txt", "ingest", "encrypted")]


def test_a_member_that_is_damaged_costs_no_other_its_place() -> None:
    raw = bytearray(zipped({"bad.txt": TALKS, "good.txt": MILL}, zipfile.ZIP_STORED))
    raw[raw.index(b"ministers")] ^= 0xFF
    articles, failures = from_bytes(bytes(raw), "a.zip")
    assert names(articles) == ["a.zip!/good.txt"]
    assert [f.path for f in failures] == ["a.zip!/bad.txt"]
    assert "Bad CRC-32" in failures[0].error


def test_a_member_of_an_unknown_packing_is_named() -> None:
    raw = bytearray(zipped({"bad.txt": TALKS, "good.txt": MILL}))
    for sign, at in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        struct.pack_into("<H", raw, raw.index(sign) + at, 99)
    articles, failures = from_bytes(bytes(raw), "a.zip")
    assert names(articles) == ["a.zip!/good.txt"]
    assert [f.path for f in failures] == ["a.zip!/bad.txt"]


def test_a_bomb_in_a_zip_is_refused_by_its_ratio() -> None:
    articles, failures = from_bytes(zipped({"bomb.txt": b"a" * 8_000_000, "good.txt": MILL}), "a.zip")
    assert names(articles) == ["a.zip!/good.txt"]
    assert failures == [Failure("a.zip!/bomb.txt", "ingest", "unpacks to more than 250 times its size")]


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress])
def test_a_packed_bomb_is_refused_by_its_ratio(pack: Any) -> None:
    with pytest.raises(UnreadableError, match="unpacks to more than 250 times its size"):
        from_bytes(pack(b"Fire. " * 500_000), "bomb.txt.gz")


def test_a_member_larger_than_a_file_may_be_is_refused() -> None:
    text = b" ".join(str(n * n).encode() for n in range(9_000))
    articles, failures = read(zipped({"long.txt": text, "good.txt": MILL}), "a.zip", file=20_000)
    assert names(articles) == ["a.zip!/good.txt"]
    assert [f.path for f in failures] == ["a.zip!/long.txt"]
    assert "too large" in failures[0].error


def test_the_whole_has_an_end_in_bytes_and_in_members() -> None:
    raw = zipped({f"{n}.txt": MILL + str(n).encode() for n in range(50)})
    articles, failures = read(raw, "a.zip", members=7)
    assert len(articles) == 7
    assert failures == [Failure("a.zip", "whole", "more than 7 members in it; the rest is left unread")]
    articles, failures = read(raw, "a.zip", unpacked=20 * len(MILL))
    assert 15 < len(articles) < 20
    assert [(f.path, f.stage) for f in failures] == [("a.zip", "whole")]


def overlapping(kernel: bytes, times: int) -> bytes:
    """A ZIP whose members are all the same bytes (Fifield, "A better zip bomb", 2019)."""
    one = zipped({"a.txt": kernel})
    start = one.index(b"PK\x01\x02")
    end = one.index(b"PK\x05\x06")
    entry = one[start:end]
    tail = bytearray(one[end:])
    struct.pack_into("<HHII", tail, 8, times, times, len(entry) * times, start)
    return one[:start] + entry * times + bytes(tail)


def test_members_that_share_their_bytes_come_to_an_end() -> None:
    kernel = b"\x00".join(str(n % 900).encode() for n in range(250_000))
    raw = overlapping(kernel, 1500)
    assert 1500 * len(kernel) > 10 * 250 * len(raw)
    articles, failures = read(raw, "a.zip", file=1_000_000)
    assert articles == []
    if "Overlapped" in failures[-1].error:  # newer versions of Python see it themselves, member by member
        return
    assert failures[-1] == Failure("a.zip", "whole", "unpacks to more than 250 times its size; the rest is left unread")
    assert len(failures) < 50


def test_a_zip_that_holds_itself_comes_to_an_end() -> None:
    raw = zipped({"talks.txt": TALKS})
    for _ in range(30):
        raw = zipped({"again.zip": raw})
    articles, failures = from_bytes(raw, "a.zip")
    assert articles == []
    assert [f.error for f in failures] == ["packed more than 4 deep"]


def test_a_tar_header_that_would_fill_the_memory_is_refused() -> None:
    entry = tarfile.TarInfo("x")
    entry.type, entry.size = tarfile.XHDTYPE, 3_000_000_000
    raw = tarred({"good.txt": MILL})
    whole = raw[:1024] + entry.tobuf(tarfile.GNU_FORMAT)
    articles, failures = read(whole, "a.tar")
    assert names(articles) == ["a.tar!/good.txt"]
    assert "a header of 3,000,000,000 bytes" in failures[0].error


def test_what_breaks_off_keeps_what_came_before() -> None:
    raw = tarred({"good.txt": MILL, "long.txt": TALKS * 100})
    articles, failures = read(raw[:2000], "a.tar")
    assert names(articles) == ["a.tar!/good.txt"]
    assert {f.path for f in failures} <= {"a.tar", "a.tar!/long.txt"} and failures
    spoilt = bytearray(tarred({"good.txt": MILL, "next.txt": TALKS}))
    spoilt[1024:1100] = b"\xff" * 76
    articles, failures = read(bytes(spoilt), "a.tar")
    assert names(articles) == ["a.tar!/good.txt"]
    assert [(f.path, f.stage) for f in failures] == [("a.tar", "whole")]


@pytest.mark.parametrize(
    ("raw", "name", "reason"),
    [
        (zipped({"a.txt": TALKS})[:40], "a.zip", "not a ZIP archive"),
        (zipped({}), "a.zip", "no file in the archive"),
        (zipped({".x": TALKS}), "a.zip", "no file in the archive"),
        (TALKS, "a.zip", "not a ZIP archive"),
        (TALKS, "a.tar", "not a tar archive"),
        (gzip.compress(TALKS)[:30], "a.txt.gz", "damaged"),
        (TALKS, "a.txt.gz", "damaged"),
        (b"\x1f\x8b\x08garbage that is not deflated", "a.gz", "damaged"),
        (b"", "a.zip", "empty file"),
    ],
)
def test_what_is_no_archive_is_refused(raw: bytes, name: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        from_bytes(raw, name)


def test_a_stream_that_cannot_be_sought_is_read() -> None:
    raw = io.BytesIO(gzip.compress(zipped({"talks.txt": TALKS})))
    found = list(from_file(gzip.GzipFile(fileobj=raw), "a.zip", limits=Limits()))  # type: ignore[arg-type]
    assert [f.path for f in found] == ["a.zip!/talks.txt"]


SMALL = zipped({"talks.txt": TALKS, "in.zip": zipped({"mill.txt": MILL})}), tarred({"talks.txt": TALKS})


@given(
    st.sampled_from(SMALL), st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 255)), max_size=12), st.booleans()
)
@settings(max_examples=300, deadline=None)
def test_damage_anywhere_is_told_and_never_worse(raw: bytes, spoilt: list[tuple[int, int]], cut: bool) -> None:
    broken = bytearray(raw)
    for at, value in spoilt:
        broken[at % len(broken)] = value
    if cut and spoilt:
        del broken[spoilt[0][0] % len(broken) :]
    try:
        articles, failures = from_bytes(bytes(broken), "a.bin")
    except (FormatError, UnreadableError) as error:
        assert error.path.startswith("a.bin")
    else:
        assert articles or failures


@given(
    st.lists(st.binary(max_size=3000), min_size=1, max_size=5),
    st.integers(1, 5000),
    st.sampled_from([b"", b"\x00" * 7]),
)
@settings(max_examples=100, deadline=None)
def test_packed_pieces_are_one_file(pieces: list[bytes], size: int, padding: bytes) -> None:
    members = _Members(io.BytesIO(b"".join(gzip.compress(p) + padding for p in pieces)))
    assert b"".join(iter(lambda: members.read1(size), b"")) == b"".join(pieces)


def test_what_only_looks_packed_comes_to_an_end() -> None:
    began = time.process_time()
    with pytest.raises(UnreadableError, match="1001 of its pieces could not be unpacked"):
        from_bytes(b"\x1f\x8b\x08\xff" * 2_000_000, "a.gz")
    assert time.process_time() - began < 5
