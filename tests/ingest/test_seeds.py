"""The article facts of the five seed reports, against their gold; skipped where the seeds are not at hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.test_invariants import check
from variorum.ingest import complete_years, from_bytes
from variorum.ingest.agencies import agency
from variorum.model.article import Article

SHARED = Path(__file__).resolve().parents[3] / "shared"
GOLD = SHARED / "acceptance" / "nara.json"

pytestmark = pytest.mark.skipif(not GOLD.exists(), reason="../shared is not at hand")


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    read = [a for p in sorted((SHARED / "seeds").glob("*.txt")) for a in from_bytes(p.read_bytes(), str(p))[0]]
    return {Path(a.path or "").name: a for a in complete_years(read)}


def rows() -> list[dict[str, Any]]:
    return list(json.loads(GOLD.read_text("utf-8"))["articles"]) if GOLD.exists() else []


@pytest.mark.parametrize("gold", rows(), ids=lambda row: row["id"][:3])
def test_article_facts(articles: dict[str, Article], gold: dict[str, Any]) -> None:
    article = articles[gold["id"]]
    check(article)
    assert article.outlet == gold["outlet"]
    own = agency(gold["outlet"] or "")
    assert list(article.agencies) == [name for name in (gold["agency"] or (own and own.name),) if name]
    assert article.title == gold["title"]
    assert (article.published or "")[:10] == gold["published"]
    assert (article.updated or "")[:10] == gold.get("updated", "")
    assert list(article.byline) == gold.get("byline", [])
    assert article.dateline is not None and gold["dateline_place"] in article.dateline.place
    assert article.language == "en"
