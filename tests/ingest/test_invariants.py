from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.errors import UnreadableError
from variorum.ingest import from_bytes, from_text
from variorum.model.article import Article

PIECES = st.sampled_from(
    [
        *("By Ana Kovel", "PARIS, Jan 9, 2026 (AFP) -", "(Reuters)", "Related", "Posted : January 13, 2026, 07:35"),
        *("---", "title: x", "The ministers met on Tuesday.", "Ana Kovel (L) waits. (Pool photo)", "Photo: Reuters"),
        *("닫기", "\n", "\r\n", "\n\n", "\u00a0", "  ", "\t", "© 2026 The Linda Times", "Linda —", "- ", "13.01.2026"),
        *(
            "co-\noperation",
            "\u2028",
            "\x0c",
            "“",
            "|",
            ":",
            "**",
            "# ",
            "_a_",
            "> ",
            "[a](b)",
            "*Ana Kovel*",
            "TITLE: x",
            "Source: Xinhua",
            "\ufeff",
        ),
    ]
)
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(PIECES, min_size=1, max_size=25).map(" ".join),
    st.lists(PIECES, min_size=1, max_size=25).map("".join),
)


def check(article: Article) -> None:
    end = 0
    for part in article.parts:
        assert end <= part.span.start < part.span.end <= len(article.text)
        assert article.text[end : part.span.start].strip() == ""
        assert article.text[part.span.start : part.span.end].strip() == article.text[part.span.start : part.span.end]
        end = part.span.end
    assert article.text[end:].strip() == ""
    for paragraph in article.paragraphs:
        assert paragraph.kind in {"headline", "caption", "summary", "body"}
        assert len(paragraph.offsets) == len(paragraph.text) + 1
        assert all(a < b for a, b in zip(paragraph.offsets, paragraph.offsets[1:], strict=False))
        assert paragraph.text == " ".join(paragraph.text.split())
        for i, char in enumerate(paragraph.text):
            own = article.text[paragraph.offsets[i]]
            assert own == char or (char == " " and own.isspace())
        home = paragraph.span(0, len(paragraph.text))
        assert any(p.kind == paragraph.kind and p.span.contains(home) for p in article.parts)


@given(TEXTS.filter(lambda t: t.strip() != ""))
@settings(max_examples=400, deadline=None)
def test_every_character_that_is_no_white_space_is_in_one_part(text: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return
    try:
        article = from_text(text)
    except UnreadableError:
        return  # nothing in it is a report's words
    assert article.text == text
    check(article)


@given(
    st.lists(st.from_regex(r"[A-Z][a-z]{2,8}( [a-z]{2,9}){5,12}\.", fullmatch=True), min_size=1, max_size=6),
    st.sampled_from(["\n", "\r\n\r\n"]),
)
@settings(max_examples=50, deadline=None)
def test_sentences_are_never_lost(sentences: list[str], gap: str) -> None:
    article = from_text(gap.join(sentences))
    check(article)
    assert [p.text for p in article.paragraphs] == list(dict.fromkeys(sentences))


def test_equal_bytes_under_two_names_are_two_articles_with_stable_ids() -> None:
    raw = b"Ministers met in Linda on Tuesday."
    [[one], [two]] = [from_bytes(raw, p)[0] for p in ("a/one.txt", "a/two.txt")]
    [again] = from_bytes(raw, "elsewhere/one.txt")[0]
    assert one.id != two.id
    assert one.id == again.id
    assert one.raw_sha256 == two.raw_sha256
