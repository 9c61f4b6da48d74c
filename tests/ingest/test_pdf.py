"""Press releases as PDF, and PDFs that are damaged, closed, or made to do harm."""

from __future__ import annotations

import hashlib
import io
import time
import zlib

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ingest.documents import pdf
from tests.ingest.test_archives import names, zipped
from tests.ingest.test_invariants import check
from variorum.errors import InputError, UnreadableError
from variorum.ingest import from_bytes

FIRST = [
    "Ministry of Works                 Press release 4/2026",
    "Mill to be built again",
    "PORTO, Jan 14 - The ministry will build the mill in Porto again, it said on",
    "Wednesday, and it will begin in May of the same year if the weather allows it",
    "to.",
    '"It was a loss for the town," the minister said.',
    "- 1 -",
]
SECOND = [
    "Ministry of Works                 Press release 4/2026",
    "The work takes a year and costs three million euros, half of which the town",
    "pays, the minister told reporters.",
    "- 2 -",
]


def spaced(lines: list[str], gaps: dict[int, int], sizes: dict[int, int]) -> bytes:
    """A page on which some lines stand lower than their leading, or in other type."""
    raw = pdf([lines])
    steps = []
    for i, line in enumerate(lines):
        text = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        steps.append(f"/F1 {sizes.get(i, 11)} Tf 0 {-14 - gaps.get(i, 0)} Td ({text}) Tj")
    stream = "BT 72 780 Td\n" + "\n".join(steps) + "\nET"
    head, _, rest = raw.partition(b"<< /Length ")
    tail = rest[rest.index(b"endstream") :]
    return head + f"<< /Length {len(stream)} >>\nstream\n{stream}\n".encode("cp1252") + tail


def test_a_press_release_of_two_pages() -> None:
    raw = pdf([FIRST, SECOND], info="/CreationDate (D:20260114093000Z)")
    [article], failures = from_bytes(raw, "release.pdf")
    check(article)
    assert (failures, article.path) == ([], "release.pdf")
    assert article.raw_sha256 == hashlib.sha256(raw).hexdigest()
    assert "Ministry of Works" not in article.text and "- 1 -" not in article.text
    assert article.title == "Mill to be built again"
    assert article.dateline is not None and str(article.dateline.date) == "2026-01-14"
    assert [p.text for p in article.paragraphs if p.kind == "body"] == [
        "The ministry will build the mill in Porto again, it said on Wednesday, and it will begin in May of the same "
        "year if the weather allows it to.",
        '"It was a loss for the town," the minister said.',
        "The work takes a year and costs three million euros, half of which the town pays, "
        "the minister told reporters.",
    ]


def test_gaps_and_sizes_of_type_make_paragraphs() -> None:
    lines = [
        "Mill to be built again",
        "The ministry will build the mill",
        "It said so on Monday",
        "The work takes a year",
    ]
    [article], _ = from_bytes(spaced(lines, {3: 8}, {0: 24}), "a.pdf")
    assert article.text == "\n".join([lines[0], "", *lines[1:3], "", lines[3]])


def test_pdf_is_known_by_its_content_and_in_archives() -> None:
    raw = pdf([FIRST])
    assert names(from_bytes(raw, "release")[0]) == ["release"]
    assert names(from_bytes(zipped({"a/b.pdf": raw}), "a.zip")[0]) == ["a.zip!/a/b.pdf"]


def test_a_page_that_cannot_be_read_costs_no_other_its_place() -> None:
    raw = pdf([FIRST, SECOND])
    at = raw.rindex(b"/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]")
    broken = raw[:at] + raw[at:].replace(b"/MediaBox [0 0 595 842]", b"/MediaBox [0 0 595 84 ", 1)
    [article], failures = from_bytes(broken, "a.pdf")
    assert "The ministry will build" in article.text
    assert all(f.path == "a.pdf" and "page 2" in f.error for f in failures)


def with_stream(raw: bytes, stream: bytes, entries: bytes) -> bytes:
    """The document with its page's content replaced."""
    head, _, rest = raw.partition(b"<< /Length ")
    tail = rest[rest.index(b"endstream") :]
    return head + b"<< /Length %d %s >>\nstream\n" % (len(stream), entries) + stream + b"\n" + tail


LAUGHS = b"".join(
    b"%d 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources "
    b"<< /XObject << /X %d 0 R >> >> /Length 35 >>\nstream\n/X Do /X Do /X Do /X Do /X Do /X Do\nendstream\nendobj\n"
    % (n, n + 1)
    for n in range(100, 109)
)


BOMB = zlib.compress(b"(a) Tj " * 20_000_000)


def locked(password: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf([FIRST])))
    writer.encrypt(password, owner_password="other", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"%PDF-1.7 ...", "not a PDF, or a damaged one"),
        (b"Ministry of Works", "not a PDF, or a damaged one"),
        (pdf([[]]), "no text in it; pictures of pages are not read"),
        (locked("secret"), "encrypted"),
        (pdf([FIRST]).replace(b"trailer\n<< ", b"trailer\n<< /Encrypt << /Filter /X /V 9 >> "), "encrypted"),
        (with_stream(pdf([FIRST]), BOMB, b"/Filter /FlateDecode"), "page 1 cannot be read: LimitReachedError"),
    ],
)
def test_what_gives_no_text_is_refused(raw: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as told:
        from_bytes(raw, "a.pdf")
    assert told.value.path == "a.pdf"


def test_a_document_that_only_its_owner_may_change_is_read() -> None:
    assert "Mill to be built again" in from_bytes(locked(""), "a.pdf")[0][0].text


def test_forms_that_draw_one_another_come_to_an_end() -> None:
    raw = pdf([FIRST]).replace(b"/Font << /F1 3 0 R >>", b"/Font << /F1 3 0 R >> /XObject << /X 100 0 R >>")
    raw = with_stream(raw, b"BT /F1 11 Tf (The mill) Tj ET /X Do", b"").replace(b"xref\n", LAUGHS + b"xref\n", 1)
    began = time.process_time()
    with pytest.raises(UnreadableError, match="more than 2,000,000 steps of drawing in it"):
        from_bytes(raw, "a.pdf")
    assert time.process_time() - began < 30


@given(st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 255)), max_size=12), st.integers(0, 3000))
@settings(max_examples=60, deadline=None)
def test_damage_anywhere_is_told_and_never_worse(spoilt: list[tuple[int, int]], cut: int) -> None:
    broken = bytearray(pdf([FIRST, SECOND]))
    for at, value in spoilt:
        broken[at % len(broken)] = value
    del broken[max(50, len(broken) - cut) :]
    try:
        articles, failures = from_bytes(bytes(broken), "a.pdf")
    except InputError as error:
        assert error.path == "a.pdf"
    else:
        assert articles or failures
