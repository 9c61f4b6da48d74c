from __future__ import annotations

import pytest

from variorum.ingest.captions import credit_start, is_bare_credit, is_caption


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("Ana Kovel waits in Linda. (Pool photo) (Yonhap)", "(Pool photo) (Yonhap)"),
        ("Ana Kovel waits in Linda. [Photo: AFP]", "[Photo: AFP]"),
        ("Ana Kovel waits in Linda. Photo: Reuters", "Photo: Reuters"),
        ("Ana Kovel waits in Linda. (AP Photo/John Roe)", "(AP Photo/John Roe)"),
        ("Ana Kovel waits in Linda. John Roe / AFP via Getty Images", "John Roe / AFP via Getty Images"),
        ("Ana Kovel waits in Linda [John Roe/Reuters]", "[John Roe/Reuters]"),
        ("Ana Kovel waits in Linda. REUTERS/John Roe", "REUTERS/John Roe"),
        ("Ana Kovel waits in Linda. (Photo by John Roe/Getty Images)", "(Photo by John Roe/Getty Images)"),
        ("Ana Kovel waits in Linda. File photo", "File photo"),
        ("Ana Kovel waits in Linda. (Courtesy of the ministry)", "(Courtesy of the ministry)"),
    ],
)
def test_a_picture_credit_makes_a_caption(text: str, credit: str) -> None:
    assert is_caption(text)
    start = credit_start(text)
    assert start is not None and text[start:].strip() == credit


@pytest.mark.parametrize(
    "text",
    [
        "FILE PHOTO: Ana Kovel in Linda",
        "FILE - Ana Kovel in Linda in 2024",
        "Caption: Ana Kovel",
        "Kovel, in this file photo from Oct. 3.",
    ],
)
def test_a_caption_may_say_that_it_is_one(text: str) -> None:
    assert is_caption(text)


@pytest.mark.parametrize(
    "text",
    [
        "The ministers met on Tuesday, the Ministry of Fish (MOF) said.",
        "The ministers met on Tuesday. (Reuters)",
        "The plan is seen in Linda as a way out.",
        "He posted a photo of the strait (which is closed).",
        "She told AFP that the strait was closed.",
        "The picture is not clear: catches fell by half (and prices rose).",
    ],
)
def test_sentences_are_no_captions(text: str) -> None:
    assert not is_caption(text)


def test_a_credit_alone() -> None:
    for text in (
        "Getty Images",
        "Image source, Reuters",
        "(AP Photo/John Roe)",
        "Photo: John Roe",
        "Image: John Roe/picture alliance",
    ):
        assert is_bare_credit(text), text
    for text in ("Reuters", "(AFP)", "Photo: Ana Kovel waits for the guests of the day"):
        assert not is_bare_credit(text), text
