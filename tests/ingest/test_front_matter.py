from __future__ import annotations

import pytest

from variorum.errors import FormatError, UnreadableError
from variorum.ingest import from_bytes

BODY = "PARIS, Jan 9, 2026 (AFP) - The ministers met on Tuesday.\n\nThey spoke for two hours.\n"


def test_what_it_states_wins_and_the_file_stays_whole() -> None:
    head = (
        '---\ntitle: "Talks: day \\"two\\""\noutlet: The Linda Times\nagency: [AFP, "Reuters"]\n'
        "byline:\n  - Ana Kovel\n  - John Roe\npublished: 2026-01-13T07:35\nupdated: 14 January 2026\n"
        "url: https://www.example.com/a\nlanguage: en-GB\nmood: calm  # ignored\n---\n"
    )
    [article], failures = from_bytes((head + BODY).encode(), "a.txt")
    assert failures == []
    assert article.text == head + BODY
    assert article.parts[0].kind == "boilerplate"
    assert article.text[: article.parts[0].span.end] == head.rstrip("\n")
    assert (article.title, article.outlet, article.agencies) == (
        'Talks: day "two"',
        "The Linda Times",
        ("AFP", "Reuters"),
    )
    assert (article.byline, article.language) == (("Ana Kovel", "John Roe"), "en")
    assert (article.published, article.updated, article.url) == (
        "2026-01-13T07:35",
        "2026-01-14",
        "https://www.example.com/a",
    )
    assert article.dateline is not None and article.dateline.place == "Paris"
    assert [p.text for p in article.paragraphs] == ["The ministers met on Tuesday.", "They spoke for two hours."]


def test_what_it_leaves_out_the_text_says() -> None:
    [article], _ = from_bytes(("---\noutlet: The Linda Times\n---\n" + BODY).encode(), "a.txt")
    assert (article.outlet, article.agencies, article.published) == ("The Linda Times", ("AFP",), "2026-01-09")


def test_a_byline_of_two_in_one_line() -> None:
    [article], _ = from_bytes(
        ("---\nbyline: By Ana Kovel and John Roe\nagency: AP, dpa\n---\n" + BODY).encode(), "a.txt"
    )
    assert (article.byline, article.agencies) == (("Ana Kovel", "John Roe"), ("AP", "dpa"))


@pytest.mark.parametrize("key", ["author", "authors", "by"])
def test_writers_under_other_keys(key: str) -> None:
    [article], _ = from_bytes((f"---\n{key}: [Ana Kovel, John Roe]\n---\n" + BODY).encode(), "a.txt")
    assert article.byline == ("Ana Kovel", "John Roe")


def test_windows_line_ends() -> None:
    [article], _ = from_bytes(("---\ntitle: Talks\n---\n" + BODY).replace("\n", "\r\n").encode(), "a.txt")
    assert article.title == "Talks"
    assert article.paragraphs[0].text == "The ministers met on Tuesday."


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        ("---\ntitle: Talks\n", "never closed"),
        ("---\ntitle: Talks\nno key here\n---\n", "line 3: neither"),
        ("---\ntitle: Talks\ntitle: More\n---\n", "line 3: 'title' is given twice"),
        ('---\ntitle: "Talks\n---\n', "line 2: the quotation mark is not closed"),
        ("---\nagency: [AFP, AP\n---\n", "line 2: the list is not closed"),
        ("---\ntitle: Talks\npublished: soon\n---\n", "line 3: published: 'soon' is not a date"),
        ("---\nlanguage: plain English\n---\n", "line 2: language: 'plain English' is no language code"),
    ],
)
def test_a_broken_block_names_its_line(head: str, reason: str) -> None:
    with pytest.raises(FormatError, match=reason) as caught:
        from_bytes((head + BODY).encode(), "desk/a.txt")
    assert str(caught.value).startswith("desk/a.txt: ")


def test_a_rule_of_dashes_is_no_front_matter() -> None:
    [article], _ = from_bytes(("---\n\nTalks go on in Paris\n\n" + BODY).encode(), "a.txt")
    assert article.title == "Talks go on in Paris"


def test_nothing_under_it_is_refused() -> None:
    with pytest.raises(UnreadableError, match="nothing under the front matter"):
        from_bytes(b"---\ntitle: Talks\n---\n \n", "a.txt")
