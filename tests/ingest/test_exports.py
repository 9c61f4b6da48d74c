"""Many reports in one file, as databases of newspapers export them, in every form they come in."""

from __future__ import annotations

import time

import pytest

from tests.ingest.documents import FACTIVA_BARE, FACTIVA_CODED, LEXIS_NEXIS, NEXIS_UNI, docx, pdf, rtf
from tests.ingest.test_archives import names
from tests.ingest.test_invariants import check
from variorum.ingest import exports, factiva, from_bytes, nexis
from variorum.model.article import Article

FORMS = [
    ("export.docx", docx(NEXIS_UNI)),
    ("export.DOCX", docx(NEXIS_UNI)),
    ("export.rtf", rtf(NEXIS_UNI)),
    ("export.txt", "\n".join(NEXIS_UNI).encode()),
    ("export.txt", "\r\n".join(NEXIS_UNI).encode()),
    ("export.docx", docx([line.replace(": ", ":\u00a0") for line in NEXIS_UNI])),
]


def bodies(article: Article) -> list[str]:
    check(article)
    return [p.text for p in article.paragraphs if p.kind == "body"]


@pytest.mark.parametrize(("name", "raw"), FORMS)
def test_nexis_uni(name: str, raw: bytes) -> None:
    articles, failures = from_bytes(raw, name)
    assert [(f.path, f.error.partition(" is not")[0]) for f in failures] == [(f"{name}#3", "date: '14. Yule 2026'")]
    assert names(articles) == [f"{name}#1", f"{name}#2", f"{name}#3"]
    assert len({a.id for a in articles}) == 3
    first, second, third = articles
    assert (first.title, first.outlet, first.published) == (
        "Mill burns down in Porto",
        "The Linda Times (Linda)",
        "2026-01-13",
    )
    assert (first.byline, first.language) == (("Ana Kovel", "John Roe"), "en")
    assert first.dateline is not None and first.dateline.place == "Porto"
    assert bodies(first) == [
        "A mill burned down in Porto on Monday, police said.",
        "Nobody was hurt in the fire, which began in a store room.",
        "Subject: the mayor spoke of a loss for the town, and said that it will be built again.",
    ]
    assert (second.title, second.published) == ("Firemen praised for their speed", "2026-01-14T10:25+00:00")
    assert "AFP" in (second.outlet or "", *second.agencies)
    assert bodies(second) == [
        "Porto's mayor praised the firemen on Wednesday.",
        "They came within ten minutes, he told reporters.",
    ]
    assert (third.language, third.outlet, third.byline) == ("de", "Der Bote", ("Uwe Kern",))


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_the_older_form_of_lexis_nexis(line_end: str) -> None:
    articles, failures = from_bytes(LEXIS_NEXIS.replace("\n", line_end).encode("cp1252"), "export.TXT")
    assert (names(articles), failures) == (["export.TXT#1", "export.TXT#2"], [])
    first, second = articles
    title = "Mill burns down in Porto, and nobody knows what the owners will do with the ground"
    assert (first.title, first.outlet, first.published) == (title, "The Linda Times (Linda)", "2026-01-13")
    assert first.byline == ("Ana Kovel", "John Roe")
    assert bodies(first) == [
        "A mill burned down in Porto on Monday, police said. "
        "The fire, which began in a store room, was out before noon.",
        "Nobody was hurt in it, and the mayor spoke of a loss for the whole of the town "
        "and for all who had worked there.",
    ]
    assert (second.title, second.outlet, second.published) == (
        "Firemen praised for their speed",
        "The Harbour Post",
        "2026-01-14",
    )
    assert second.byline == ("Rita Sol",)
    assert len(bodies(second)) == 1


@pytest.mark.parametrize("lines", [FACTIVA_CODED, FACTIVA_BARE])
@pytest.mark.parametrize("make", [docx, rtf, lambda lines: "\n".join(lines).encode()])
def test_factiva(lines: list[str], make: object) -> None:
    again = [line.replace("Porto", "Lisbon") for line in lines]
    raw = make([*lines, "", "", *again])  # type: ignore[operator]
    articles, failures = from_bytes(raw, "export")
    assert (names(articles), failures) == (["export#1", "export#2"], [])
    for article, town in zip(articles, ("Porto", "Lisbon"), strict=True):
        assert (article.title, article.outlet, article.published, article.language) == (
            f"Mill burns down in {town}",
            "The Linda Times",
            "2026-01-13",
            "en",
        )
        assert article.byline == ("Ana Kovel", "John Roe")
        assert bodies(article) == [
            f"A mill burned down in {town} on Monday, police said.",
            "Nobody was hurt in the fire, which began in a store room.",
            "The mayor spoke of a loss for the town.",
        ]


def test_an_only_report_has_the_files_own_path() -> None:
    start = NEXIS_UNI.index("Firemen praised for their speed")
    end = NEXIS_UNI.index("Die Mühle ist abgebrannt", start)
    articles, failures = from_bytes(docx(NEXIS_UNI[start:end]), "one.docx")
    assert (names(articles), failures) == (["one.docx"], [])
    assert articles[0].title == "Firemen praised for their speed"


def test_a_report_without_text_and_one_with_an_odd_date_cost_no_other_its_place() -> None:
    lines = [line for line in NEXIS_UNI if not line.startswith(("Porto's mayor praised", "They came within"))]
    lines[lines.index("January 13, 2026 Tuesday")] = "Winter 2026"
    articles, failures = from_bytes(docx(lines), "export.docx")
    assert names(articles) == ["export.docx#1", "export.docx#3"]
    assert articles[0].published is None
    assert [(f.path, f.error) for f in failures[:2]] == [
        ("export.docx#1", "date: 'Winter 2026' is not a date; the report is read without it"),
        ("export.docx#2", "no text under its heads"),
    ]


def test_a_report_that_only_sounds_like_an_export_is_one_report() -> None:
    text = "The form asks for three things.\n\nLength: the writer counts 300 words\n\nByline: who wrote it, she said."
    [article], failures = from_bytes(text.encode(), "a.txt")
    assert (article.text, failures) == (text, [])


def test_pdf_export() -> None:
    lines = [line.replace("ü", "u") for line in NEXIS_UNI]
    articles, failures = from_bytes(pdf([lines[:24], lines[24:]]), "export.pdf")
    assert (names(articles), len(failures)) == (["export.pdf#1", "export.pdf#2", "export.pdf#3"], 1)
    assert [a.title for a in articles[:2]] == ["Mill burns down in Porto", "Firemen praised for their speed"]


@pytest.mark.parametrize(
    "text",
    [
        "Length: 1 words\n" * 60_000 + "End of Document",
        "January 1, 2026\n" * 60_000 + "Length: 1 words\nBody\nx\nEnd of Document",
        "12 words\n" + "1 January 2026\n" * 60_000 + "Document ABCDEFGHIJKLMN\n",
        "Document \n" * 200_000,
        " " * 1_000_000 + "\nLength: 3 words\nEnd of Document",
        "Length: 3 words\nBody\nx\n" + "Subject: a\n" * 60_000 + "Load-Date: x\nEnd of Document",
    ],
)
def test_texts_made_to_keep_it_busy_are_taken_apart_in_no_time(text: str) -> None:
    began = time.process_time()
    if exports.is_export(text):
        assert list((nexis if nexis.is_export(text) else factiva).reports(text))
    assert time.process_time() - began < 3
