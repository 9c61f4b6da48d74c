"""Reports as named values: the names of sites, corpora and tables; JSON, JSON Lines, CSV and TSV."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from tests.ingest.test_archives import names, read
from tests.ingest.test_invariants import check
from variorum.errors import FormatError, InputError
from variorum.ingest import from_bytes, from_file
from variorum.model.article import Article, Failure

BODY = "PORTO, Jan 12 - A mill burned down on Monday, police said.\nNobody was hurt in the fire."
NEWS_PLEASE: dict[str, Any] = {
    "authors": ["Ana Kovel", "John Roe"],
    "date_download": "2026-01-20 10:00:00",
    "date_modify": None,
    "date_publish": "2026-01-13 07:35:00",
    "description": "A fire in Porto.",
    "filename": "x.json",
    "image_url": "https://post.example/a.jpg",
    "language": "en",
    "localpath": None,
    "maintext": BODY,
    "source_domain": "www.post.example",
    "title": "Mill burns down in Porto",
    "title_page": None,
    "url": "https://www.post.example/mill",
}


def one(row: dict[str, Any]) -> Article:
    [article], failures = from_bytes(json.dumps(row).encode(), "a.json")
    assert failures == []
    check(article)
    return article


def facts(article: Article) -> tuple[Any, ...]:
    return article.title, article.outlet, article.byline, article.published, article.url, article.language


EXPECTED = (
    "Mill burns down in Porto",
    "post.example",
    ("Ana Kovel", "John Roe"),
    "2026-01-13T07:35",
    "https://www.post.example/mill",
    "en",
)


def test_a_row_of_news_please() -> None:
    article = one(NEWS_PLEASE)
    assert facts(article) == EXPECTED
    assert article.text == f"Mill burns down in Porto\n\n{BODY}"
    assert article.updated is None


@pytest.mark.parametrize(
    "names_given",
    [
        ("title", "text", "publish_date", "source", "authors", "link"),
        ("Headline", "Content", "Published", "Domain", "Author", "URL"),
        ("headline", "body", "pub_date", "outlet", "byline", "url"),
        ("heading", "full_text", "publishedAt", "site_name", "writers", "canonical_url"),
        ("name", "articleBody", "datePublished", "publisher", "author", "mainEntityOfPage"),
        ("title", "body_text", "date", "news_outlet", "journalist", "web_url"),
    ],
)
def test_common_names_of_corpora(names_given: tuple[str, ...]) -> None:
    values = ("Mill burns down in Porto", BODY, "2026-01-13T07:35:00", "post.example", "Ana Kovel and John Roe")
    row = dict(zip(names_given, (*values, "https://www.post.example/mill"), strict=True))
    assert facts(one(row)) == EXPECTED


@pytest.mark.parametrize(
    ("value", "published"),
    [
        (1768289700, "2026-01-13T07:35+00:00"),
        (1768289700000, "2026-01-13T07:35+00:00"),
        ("1768289700", "2026-01-13T07:35+00:00"),
        ({"$date": "2026-01-13T07:35:00Z"}, "2026-01-13T07:35+00:00"),
        ("20260113T073500Z", "2026-01-13T07:35+00:00"),
        ("20260113", "2026-01-13"),
        ("Tue, 13 Jan 2026 07:35:00 GMT", "2026-01-13T07:35+00:00"),
        ("nan", None),
        (float("nan"), None),
        ("", None),
    ],
)
def test_dates_as_corpora_have_them(value: Any, published: str | None) -> None:
    assert one({"text": "A mill burned down, police said.", "date": value}).published == published


@pytest.mark.parametrize("value", ["eng", "English", "en-US", "EN"])
def test_languages_as_corpora_have_them(value: str) -> None:
    assert one({"text": BODY, "lang": value}).language == "en"


def test_a_value_that_is_wrong_costs_the_fact_and_not_the_report() -> None:
    row = {"text": BODY, "date": "some day", "published_at": True, "lang": "klingonese!", "url": "not an address"}
    [article], failures = from_bytes(json.dumps(row).encode(), "a.json")
    assert (article.published, article.url, article.language) == (None, None, "en")
    assert [f.path for f in failures] == ["a.json"] * 3
    assert [f.error.partition(":")[0] for f in failures] == ["published_at", "date", "lang"]


def test_a_body_in_markup_gives_its_paragraphs() -> None:
    body = "<p>A mill burned down in <b>Porto</b> on Monday.</p><script>alert(1)</script>"
    body += "<p>Nobody was hurt &amp; all is well.</p>"
    article = one({"title": "Mill burns down", "content": body})
    assert article.text == "Mill burns down\n\nA mill burned down in Porto on Monday.\n\nNobody was hurt & all is well."
    assert [p.kind for p in article.parts] == ["headline", "body", "body"]


def test_signs_of_less_and_more_are_no_markup() -> None:
    assert one({"text": "The rate was < 3 % and > 2 %, the bank said."}).text.count("<") == 1


def test_a_row_with_nothing_but_a_description_is_read_by_it() -> None:
    assert (
        one({"title": "Mill burns down", "description": "A mill burned in Porto."})
        .paragraphs[1]
        .text.startswith("A mill")
    )


@pytest.mark.parametrize(
    "wrapped",
    [
        [NEWS_PLEASE],
        {"status": "ok", "articles": [NEWS_PLEASE]},
        {"hits": {"hits": [{"_id": "1", "_source": NEWS_PLEASE}]}},
        {"data": [{"article": NEWS_PLEASE}]},
        {"itemListElement": [{"item": NEWS_PLEASE}]},
    ],
)
def test_lists_as_services_give_them(wrapped: Any) -> None:
    [article], failures = from_bytes(json.dumps(wrapped).encode(), "a.json")
    assert (facts(article), article.path, failures) == (EXPECTED, "a.json#1", [])


def test_an_article_in_a_language_that_is_not_read_is_kept() -> None:
    text = "Der Minister sagte am Dienstag, die Regierung werde die Brücke noch in diesem Jahr neu bauen lassen."
    assert one({"title": "Die Brücke wird gebaut", "text": text}).language == "de"


def test_errors_in_lines_name_the_line_of_the_file() -> None:
    raw = f'{json.dumps(NEWS_PLEASE)}\n\n{json.dumps(NEWS_PLEASE)}\n{{"title": "x" 1}}\n'.encode()
    articles, failures = from_bytes(raw, "all.jsonl")
    assert names(articles) == ["all.jsonl#1", "all.jsonl#3"]
    assert failures[0].path == "all.jsonl#4"
    assert "at line 4, column 15" in failures[0].error
    with pytest.raises(FormatError, match="at line 3, column 1"):
        from_bytes(b'{"title":\n\n]}', "a.json")


def test_lines_in_utf_16_and_with_a_mark() -> None:
    line = json.dumps(NEWS_PLEASE | {"title": "Moulin brûlé à Porto"}, ensure_ascii=False)
    for raw in (
        f"{line}\n{line}".encode("utf-16"),
        f"{line}\n{line}".encode("utf-8-sig"),
        f"{line}\n{line}".encode("cp1252"),
    ):
        articles, failures = from_bytes(raw, "all.jsonl")
        assert ([a.title for a in articles], failures) == (["Moulin brûlé à Porto"] * 2, [])


def test_a_line_that_is_too_long_fails_alone() -> None:
    lines = [json.dumps(NEWS_PLEASE), json.dumps({"text": "word " * 5_000}), "", json.dumps(NEWS_PLEASE)]
    articles, failures = read("\n".join(lines).encode(), "all.jsonl", file=3_000)
    assert names(articles) == ["all.jsonl#1", "all.jsonl#4"]
    assert [(f.path, "too large" in f.error) for f in failures] == [("all.jsonl#2", True)]


def test_what_is_no_json_lines_is_told_once() -> None:
    with pytest.raises(FormatError, match=r"not JSON Lines: all\.jsonl#1: not JSON: .*, and so on"):
        from_bytes(b"some words\n" * 500, "all.jsonl")
    empty = json.dumps({"title": "Nothing", "text": ""})
    articles, failures = from_bytes("\n".join([empty] * 40 + [json.dumps(NEWS_PLEASE)]).encode(), "all.jsonl")
    assert (names(articles), len(failures)) == (["all.jsonl#41"], 40)


def test_a_list_larger_than_a_file_may_be_is_read_piece_by_piece() -> None:
    rows = [NEWS_PLEASE | {"title": f"Report {n} “é”"} for n in range(40)]
    for indent in (None, 2):
        raw = json.dumps(rows, ensure_ascii=False, indent=indent).encode()
        articles, failures = read(raw, "all.json", file=3_000)
        assert ([a.title for a in articles], failures) == ([r["title"] for r in rows], [])
        assert articles[-1].path == "all.json#40"
    articles, failures = read(raw[:-300], "all.json", file=3_000)
    assert len(articles) == 39
    assert failures[0].path == "all.json" and "in item 40 of the list" in failures[0].error
    articles, failures = read(json.dumps({"articles": rows}).encode(), "all.json", file=3_000)
    assert articles == [] and "too large" in failures[0].error


def table(rows: list[dict[str, str]], **form: Any) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), **form)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


CELLS = {
    "id": "7",
    "Title": "Mill burns down in Porto",
    "publish_date": "2026-01-13 07:35:00",
    "Source": "post.example",
    "authors": "['Ana Kovel', 'John Roe']",
    "url": "https://www.post.example/mill",
    "text": BODY,
}


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("all.csv", {}),
        ("all.csv", {"delimiter": ";"}),
        ("all.tsv", {"delimiter": "\t"}),
        ("all.csv", {"quoting": csv.QUOTE_ALL, "lineterminator": "\n"}),
    ],
)
def test_tables(name: str, form: dict[str, Any]) -> None:
    articles, failures = from_bytes(
        table([CELLS, CELLS | {"Title": "Again", "text": 'He said "no", twice; then left.'}], **form), name
    )
    assert failures == []
    assert (facts(articles[0]), articles[0].text) == (EXPECTED, f"Mill burns down in Porto\n\n{BODY}")
    assert names(articles) == [f"{name}#1", f"{name}#2"]
    assert articles[1].paragraphs[1].text == 'He said "no", twice; then left.'


def test_a_bad_row_fails_alone() -> None:
    raw = (
        table([CELLS, CELLS | {"text": ""}, CELLS])
        + b"8,x,2026,y,z,u,some words,too,many\r\n\r\n"
        + b",,,,,,only text\r\n"
    )
    articles, failures = from_bytes(raw, "all.csv")
    assert names(articles) == ["all.csv#1", "all.csv#3", "all.csv#5"]
    assert failures == [
        Failure("all.csv#2", "ingest", "'articleBody' is missing or empty"),
        Failure("all.csv#4", "ingest", "9 cells under 7 columns"),
    ]


def test_a_row_keeps_its_id_when_others_join_the_table() -> None:
    [[first], [again, _]] = [from_bytes(table(rows), "all.csv")[0] for rows in ([CELLS], [CELLS, CELLS | {"id": "8"}])]
    assert first.id == again.id


def test_a_cell_may_be_as_long_as_a_file() -> None:
    articles, _ = from_bytes(table([CELLS | {"text": "The minister spoke again. " * 20_000}]), "all.csv")
    assert len(articles[0].text) > 500_000


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"a,b,c\n1,2,3\n", "no column of text: its first line names a, b, c"),
        (b"title,text\n\x00\x01\x02\n", "binary"),
        (b"title,text\n" + b"a,\n" * 30_000 + b"x,\xff\xfe\n", "behind row 2[0-9]{4}: not utf-8"),
    ],
)
def test_what_is_no_table_is_refused(raw: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        list(from_file(io.BytesIO(raw), "all.csv"))


def test_quotation_marks_out_of_order_cost_one_row_of_commas_and_none_of_tabs() -> None:
    raw = b'title,text\nA,The mill burned.\nB,"The mill" burned\nC,The mill burned.\nD,"never closed\n'
    articles, failures = from_bytes(raw, "all.csv")
    assert [(a.path, a.title) for a in articles] == [("all.csv#1", "A"), ("all.csv#3", "C")]
    assert [(f.path, f.error.partition(":")[0]) for f in failures] == [
        ("all.csv#2", "quotation marks out of order"),
        ("all.csv#4", "quotation marks out of order"),
    ]
    articles, failures = from_bytes(raw.replace(b",", b"\t"), "all.tsv")
    assert ([a.paragraphs[1].text for a in articles][1:4:2], failures) == (['"The mill" burned', '"never closed'], [])


@pytest.mark.parametrize(
    "row",
    [
        {"title": {"rendered": "Mill"}, "content": {"rendered": "<p>It burned.</p>"}, "link": "https://p.example/1"},
        {"webTitle": "Mill", "fields": {"bodyText": "It burned."}, "webUrl": "https://p.example/1"},
        {"headline": {"main": "Mill"}, "doc": "It burned.", "web_url": "https://p.example/1"},
        {"id": "7", "attributes": {"title": "Mill", "body": "It burned.", "url": "https://p.example/1"}},
    ],
)
def test_values_in_objects_of_their_own(row: dict[str, Any]) -> None:
    article = one(row)
    assert (article.title, article.text, article.url) == ("Mill", "Mill\n\nIt burned.", "https://p.example/1")


def test_an_address_is_no_writer() -> None:
    row = {"text": BODY, "author": ["https://social.example/post", "Ana Kovel"], "source": "https://www.post.example/"}
    assert (one(row).byline, one(row).outlet) == (("Ana Kovel",), "post.example")


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            {
                "uri": "8123", "lang": "eng", "date": "2026-01-13", "time": "07:35:00",
                "dateTime": "2026-01-13T07:35:00Z",
                "url": "https://post.example/mill", "title": "Mill", "body": "It burned.",
                "source": {"uri": "post.example", "title": "The Post"}, "authors": [{"uri": "a", "name": "Ana Kovel"}],
            },
            ("Mill", "The Post", ("Ana Kovel",), "2026-01-13T07:35+00:00", "https://post.example/mill", "en"),
        ),
        (
            {
                "thread": {"site": "post.example", "title": "Another"}, "author": "Ana Kovel", "title": "Mill",
                "text": "It burned.", "published": "2026-01-13T07:35:00.000+02:00", "language": "english",
                "url": "https://post.example/mill",
            },
            ("Mill", "post.example", ("Ana Kovel",), "2026-01-13T07:35+02:00", "https://post.example/mill", "en"),
        ),
        (
            {
                "title": "Mill", "text": "It burned.", "authors": [], "publish_date": "01-13-2026",
                "domain": "post.example",
                "url": "https://post.example/mill", "warc_date": "2026-02-01T00:00:00Z", "status": "success",
            },
            ("Mill", "post.example", (), "2026-01-13", "https://post.example/mill", "en"),
        ),
    ],
)  # fmt: skip
def test_rows_of_services_and_crawls(row: dict[str, Any], expected: tuple[Any, ...]) -> None:
    assert facts(one(row)) == expected


def test_numbers_without_end_and_surprises_cost_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def surprise(*_: Any, **__: Any) -> Any:
        raise IndexError("no such thing")

    lines = ['{"title": "x", "n": ' + "9" * 5_000 + "}", json.dumps(NEWS_PLEASE), "[" * 90_000, '"text"']
    articles, failures = from_bytes("\n".join(lines).encode(), "all.jsonl")
    assert names(articles) == ["all.jsonl#2"]
    assert [f.path for f in failures] == ["all.jsonl#1", "all.jsonl#3", "all.jsonl#4"]
    monkeypatch.setattr("variorum.ingest.rows.assemble", surprise)
    _, failures = from_bytes(f"{lines[1]}\n{lines[1]}".encode(), "all.jsonl")
    assert [f.path for f in failures] == ["all.jsonl#1", "all.jsonl#2"]
    assert failures[0].error == "cannot be read: IndexError: no such thing"
