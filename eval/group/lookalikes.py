"""``python -m eval.group.lookalikes``: stories that look alike, told by several outlets in their own words.

Reports written for this: earthquakes, summits of one pair, acquisitions by one buyer, trials and so on, in pairs.
Thresholds were set on one half; the other checks them. Beside ours, in the same run, scikit-learn's TF-IDF with average
link at one threshold for all rows.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from eval.group.scores import b_cubed, pairwise
from eval.places import EXAMPLES
from variorum.group import find_lineage, group_stories
from variorum.ingest import from_bytes
from variorum.model.article import Article

FOLDER = Path(__file__).parent / "lookalikes"
TFIDF_LEAST = 0.12
"""The cosine from which TF-IDF's groups are joined: the best single one for these sets."""

Set = tuple[list[Article], dict[str, str]]
"""Articles, and the story of each by id."""


def told(name: str) -> Set:
    """One half: ``tune`` or ``check``."""
    path = FOLDER / f"{name}.jsonl"
    raw = path.read_bytes()
    articles, failures = from_bytes(raw, path.name)
    assert not failures, failures
    stories = [json.loads(line)["story"] for line in raw.decode("utf-8").splitlines()]
    return articles, {a.id: stories[int((a.path or "").rpartition("#")[2]) - 1] for a in articles}


def examples() -> Set:
    """The example stories, together."""
    articles: list[Article] = []
    story: dict[str, str] = {}
    for path in sorted(p for p in EXAMPLES.glob("*/*") if p.is_file()):
        found, _ = from_bytes(path.read_bytes(), str(path.relative_to(EXAMPLES)))
        articles += found
        story |= {a.id: path.parent.name for a in found}
    return articles, story


def undated(given: Set) -> Set:
    """The same without any day."""
    return [replace(a, published=None, updated=None, dateline=None) for a in given[0]], given[1]


def ours(articles: Sequence[Article]) -> dict[str, str]:
    """The story of each article, as Variorum groups them."""
    return {a.id: s.id for s in group_stories(articles, find_lineage(articles)) for a in s.articles}


def tfidf(articles: Sequence[Article], least: float = TFIDF_LEAST) -> dict[str, int]:
    """The same by TF-IDF and average link."""
    from sklearn.cluster import AgglomerativeClustering
    from sklearn.feature_extraction.text import TfidfVectorizer

    texts = [
        " ".join([a.title or "", *(p.text for p in a.paragraphs if p.kind in ("body", "summary"))]) for a in articles
    ]
    vectors = TfidfVectorizer(stop_words="english", sublinear_tf=True).fit_transform(texts)
    distances = (1 - (vectors @ vectors.T).toarray()).clip(0)
    link = AgglomerativeClustering(
        n_clusters=None, distance_threshold=1 - least, metric="precomputed", linkage="average"
    )
    return dict(zip((a.id for a in articles), map(int, link.fit_predict(distances)), strict=True))


def sets() -> dict[str, Set]:
    """The sets by name."""
    tune, check = told("tune"), told("check")
    return {
        "tuned on": tune, "checked on": check, "both": (tune[0] + check[0], tune[1] | check[1]), "examples": examples(),
        "checked on, without dates": undated(check),
    }  # fmt: skip


def main() -> None:
    """Print a line a set."""
    print(f"{'':26} reports stories    ours B3, pairs   TF-IDF B3, pairs")
    for name, (articles, story) in sets().items():
        cells = [(b_cubed(story, g).f1, pairwise(story, g).f1) for g in (ours(articles), tfidf(articles))]
        row = "   ".join(f"{a:9.3f} {b:7.3f}" for a, b in cells)
        print(f"{name:26} {len(articles):7} {len(set(story.values())):7} {row}")


if __name__ == "__main__":
    main()
