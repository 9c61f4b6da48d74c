from __future__ import annotations

import json
from typing import Any

import pytest

from tests.ingest.test_invariants import check
from variorum.errors import FormatError
from variorum.ingest import from_bytes
from variorum.model.article import Article, Failure

ROW: dict[str, Any] = {
    "@type": "NewsArticle",
    "headline": "Talks go on in Linda",
    "articleBody": "LINDA (AFP) - The ministers met on Tuesday.\nThey “spoke” for two hours.\n",
    "datePublished": "2026-01-13T07:35:00+09:00",
    "dateModified": "2026-01-14",
    "publisher": {"@type": "Organization", "name": "The Linda Times"},
    "author": [{"@type": "Person", "name": "Ana Kovel"}, "John Roe"],
    "url": "https://www.example.com/a",
    "inLanguage": "en",
}


WITHOUT = "{}; the report is read without it"


def read(value: Any, name: str = "a.json") -> tuple[list[Article], list[Failure]]:
    return from_bytes(json.dumps(value).encode(), name)


def test_an_article_in_schema_orgs_names() -> None:
    [article], failures = read(ROW)
    assert failures == []
    assert article.text == f"{ROW['headline']}\n\n{ROW['articleBody']}"
    assert [(p.kind, p.text) for p in article.paragraphs] == [
        ("headline", "Talks go on in Linda"),
        ("body", "The ministers met on Tuesday."),
        ("body", "They “spoke” for two hours."),
    ]
    assert (article.outlet, article.agencies, article.byline) == (
        "The Linda Times",
        ("AFP",),
        ("Ana Kovel", "John Roe"),
    )
    assert (article.published, article.updated) == ("2026-01-13T07:35+09:00", "2026-01-14")
    assert (article.path, article.url, article.language) == ("a.json", "https://www.example.com/a", "en")
    check(article)


def test_a_list_keeps_the_good_and_names_the_bad() -> None:
    articles, failures = read(
        [ROW, {"headline": "no body"}, 7, ROW | {"author": {"age": 3}}, ROW | {"datePublished": 5}, ROW]
    )
    assert [a.path for a in articles] == ["a.json#1", "a.json#4", "a.json#5", "a.json#6"]
    assert len({a.id for a in articles}) == 4
    assert (articles[1].byline, articles[2].published) == ((), None)
    assert failures == [
        Failure("a.json#2", "ingest", "'articleBody' is missing or empty"),
        Failure("a.json#3", "ingest", "an article must be an object, this is a number"),
        Failure("a.json#4", "ingest", WITHOUT.format("author: no name in it")),
        Failure("a.json#5", "ingest", WITHOUT.format("datePublished: 5 is not a date")),
    ]


def test_a_graph_gives_its_articles_only() -> None:
    articles, failures = read({"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"}, ROW]})
    assert [a.title for a in articles] == ["Talks go on in Linda"]
    assert failures == []


def test_lines_fail_alone_and_keep_their_numbers() -> None:
    lines = [
        json.dumps(ROW),
        "",
        "{broken",
        json.dumps(ROW | {"articleBody": "Only \ud800"}),
        json.dumps(ROW | {"headline": None}),
    ]
    articles, failures = from_bytes("\n".join(lines).encode(), "all.jsonl")
    assert [a.path for a in articles] == ["all.jsonl#1", "all.jsonl#5"]
    assert [(f.path, f.stage) for f in failures] == [("all.jsonl#3", "ingest"), ("all.jsonl#4", "ingest")]
    assert "not JSON" in failures[0].error
    assert "surrogate" in failures[1].error
    assert articles[1].title is None


def test_a_line_keeps_its_id_when_others_join_the_file() -> None:
    one, two = json.dumps(ROW), json.dumps(ROW | {"headline": "More"})
    [[first], [again, _]] = [from_bytes(raw.encode(), "all.jsonl")[0] for raw in (one, f"{one}\n{two}\n")]
    assert first.id == again.id


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b'{"headline": ', "not JSON: .* line 1, column"),
        (b'"just words"', "no article in it"),
        (b'{"results": 3}', "no article in it"),
        (b"[]", "no article in it"),
        (b"[" * 100_000, "nested too deeply|not JSON"),
    ],
)
def test_what_holds_no_article_is_refused(raw: bytes, reason: str) -> None:
    with pytest.raises(FormatError, match=reason):
        from_bytes(raw, "a.json")
