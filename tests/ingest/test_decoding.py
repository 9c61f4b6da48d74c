from __future__ import annotations

import pytest

from variorum.errors import UnreadableError
from variorum.ingest.decoding import decode

TEXT = "Ministers met in Zürich – “at last”, one said.\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_four_encodings_give_the_same_characters(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "a.txt") == TEXT


def test_utf_16_of_either_order_needs_its_mark() -> None:
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be"), "a.txt") == TEXT
    with pytest.raises(UnreadableError, match="binary"):
        decode(TEXT.encode("utf-16-le"), "a.txt")


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty file"),
        (b" \n\t\r\n", "white space"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        (bytes(range(1, 32)) * 20, "binary"),
        (b"Z\xfcrich \x81\x8d was quiet", "no known encoding"),
        (b"\xff\xfea", "UTF-16"),
    ],
)
def test_what_is_no_text_is_refused_with_file_and_reason(raw: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason) as caught:
        decode(raw, "desk/report.txt")
    assert caught.value.path == "desk/report.txt"
