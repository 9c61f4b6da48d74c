"""News items of the IPTC in JSON, in the forms of the versions."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.ingest.test_invariants import check
from variorum.ingest import from_bytes
from variorum.model.article import Article

HTML = "<p>PORTO (AFP) - A mill burned down on Monday, police said.</p><p>Nobody was hurt.</p>"
PLAIN = "PORTO (AFP) - A mill burned down on Monday, police said.\nNobody was hurt."
COMMON = {"uri": "https://wire.example/item/1", "type": "text", "language": "en-GB", "urgency": 4}
ONE: dict[str, Any] = COMMON | {
    "versioncreated": "2026-01-13T08:35:00Z",
    "firstcreated": "2026-01-13T07:35:00Z",
    "headline": "Mill burns down in Porto",
    "byline": "By Ana Kovel and John Roe",
    "body_text": PLAIN,
    "body_xhtml": HTML,
    "infosource": [{"name": "AFP"}],
    "associations": {
        "main": {"type": "picture", "uri": "x", "byline": "Rui Paz/AFP", "description_text": "The mill on Monday."},
        "sound": {"type": "audio", "uri": "y", "description_text": "Sirens."},
    },
}
TWO: dict[str, Any] = COMMON | {
    "versioncreated": "2026-01-13T08:35:00Z",
    "firstcreated": "2026-01-13T07:35:00Z",
    "headlines": [{"role": "short", "value": "Mill burns"}, {"role": "main", "value": "Mill burns down in Porto"}],
    "by": "Ana Kovel and John Roe",
    "bodies": [
        {"role": "raw", "contenttype": "application/xml", "value": "<x>not this</x>"},
        {"role": "text", "contenttype": "text/plain", "value": PLAIN},
        {"role": "main", "contenttype": "text/html", "value": HTML},
    ],
    "infosources": [{"name": "Agence France-Presse"}],
    "associations": [
        {"type": "picture", "uri": "x", "by": "Rui Paz/AFP", "descriptions": [{"value": "The mill on Monday."}]},
    ],
}
THREE: dict[str, Any] = {
    "uri": "https://wire.example/item/1",
    "language": "en",
    "versionCreated": "2026-01-13T08:35:00Z",
    "firstCreated": "2026-01-13T07:35:00Z",
    "headlines": [{"role": "main", "value": "Mill burns down in Porto"}],
    "by": "By Ana Kovel, John Roe",
    "bodies": [{"role": "html", "contentType": "text/html; charset=utf-8", "value": HTML}],
    "copyrightHolder": "AFP",
    "associations": TWO["associations"],
}


def one(item: Any, name: str = "item.json") -> Article:
    [article], failures = from_bytes(json.dumps(item).encode(), name)
    assert failures == []
    check(article)
    return article


@pytest.mark.parametrize("item", [ONE, TWO, THREE])
def test_the_versions_give_one_report(item: dict[str, Any]) -> None:
    article = one(item)
    assert article.title == "Mill burns down in Porto"
    assert article.byline == ("Ana Kovel", "John Roe")
    assert (article.published, article.updated) == ("2026-01-13T07:35+00:00", "2026-01-13T08:35+00:00")
    assert (article.url, article.language, article.outlet) == ("https://wire.example/item/1", "en", "AFP")
    assert [(p.kind, p.text) for p in article.paragraphs] == [
        ("headline", "Mill burns down in Porto"),
        ("body", "A mill burned down on Monday, police said."),
        ("body", "Nobody was hurt."),
        ("caption", "The mill on Monday."),
    ]


def test_an_agency_among_the_writers_is_credited() -> None:
    article = one(THREE | {"by": "Ana Kovel, dpa", "copyrightHolder": "The Linda Times"})
    assert (article.byline, article.outlet) == (("Ana Kovel",), "The Linda Times")
    assert set(article.agencies) == {"dpa", "AFP"}


def test_many_items_in_a_file() -> None:
    rows = [
        ONE,
        COMMON | {"type": "picture", "versioncreated": "2026-01-13T08:35:00Z"},
        THREE,
        {"uri": "a", "pubstatus": "x"},
    ]
    for raw, name in (
        (json.dumps(rows), "all.json"),
        (json.dumps({"items": rows}), "all.json"),
        ("\n".join(map(json.dumps, rows)), "all.ndjson"),
    ):
        articles, failures = from_bytes(raw.encode(), name)
        assert [a.path for a in articles] == [f"{name}#1", f"{name}#3"]
        assert [(f.path, f.error) for f in failures] == [
            (f"{name}#2", "a picture, no report"),
            (f"{name}#4", "no text in the item"),
        ]
        assert articles[0].id != articles[1].id


def test_an_item_in_another_language_is_kept() -> None:
    text = "Die Feuerwehr war nach zehn Minuten da, und der Brand war noch vor dem Mittag gelöscht, sagte die Polizei."
    assert one(THREE | {"bodies": [{"value": text}], "language": "de", "headlines": []}).language == "de"
