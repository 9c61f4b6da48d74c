"""What lineage and grouping are held against: rensa and datasketch for copies, scikit-learn for stories.

Each gets what suits it: shingles of three words, 128 permutations, and of several thresholds the one that does best on
the very stream that is measured.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Sequence

import rensa
from datasketch import MinHash, MinHashLSH
from sklearn.cluster import AgglomerativeClustering
from sklearn.feature_extraction.text import TfidfVectorizer

from eval.group.scores import Score, b_cubed, pairs
from variorum.model.article import Article

PERMUTATIONS, SHINGLE = 128, 3
THRESHOLDS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5)
LEAST = (0.05, 0.08, 0.12, 0.16, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5)
Found = tuple[Score, float, float]
"""The score, the threshold that gave it, and processor seconds."""


def copies_by_rensa(articles: Sequence[Article], gold: set[frozenset[str]]) -> Found:
    """Copy pairs by rensa's MinHash and its index."""

    def run(threshold: float) -> Iterable[tuple[int, int]]:
        index = rensa.RMinHashLSH(threshold=threshold, num_perm=PERMUTATIONS, num_bands=_bands(threshold))
        sketches = []
        for n, words in enumerate(map(_shingles, articles)):
            sketch = rensa.RMinHash(num_perm=PERMUTATIONS, seed=1)
            sketch.update(words)
            sketches.append(sketch)
            for m in index.query(sketch):
                if sketches[m].jaccard(sketch) >= threshold:
                    yield m, n
            index.insert(n, sketch)

    return _best(run, articles, gold)


def copies_by_datasketch(articles: Sequence[Article], gold: set[frozenset[str]]) -> Found:
    """Copy pairs by datasketch's MinHash and its index."""

    def run(threshold: float) -> Iterable[tuple[int, int]]:
        index = MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
        sketches = []
        for n, words in enumerate(map(_shingles, articles)):
            sketch = MinHash(num_perm=PERMUTATIONS, seed=1)
            sketch.update_batch([w.encode("utf-8") for w in words])
            sketches.append(sketch)
            for m in index.query(sketch):
                if sketches[m].jaccard(sketch) >= threshold:
                    yield m, n
            index.insert(n, sketch)

    return _best(run, articles, gold)


def stories_by_tfidf(articles: Sequence[Article], gold: dict[str, int]) -> tuple[dict[str, int], float, float]:
    """Stories by TF-IDF and average link: the best grouping, its threshold, and processor seconds for one."""
    start = time.process_time()
    vectors = TfidfVectorizer(stop_words="english", sublinear_tf=True).fit_transform(map(_text, articles))
    distances = (1 - (vectors @ vectors.T).toarray()).clip(0)
    once = time.process_time() - start
    best: tuple[float, dict[str, int], float, float] | None = None
    for least in LEAST:
        start = time.process_time()
        link = AgglomerativeClustering(
            n_clusters=None, distance_threshold=1 - least, metric="precomputed", linkage="average"
        )
        found = dict(zip((a.id for a in articles), map(int, link.fit_predict(distances)), strict=True))
        seconds = once + time.process_time() - start
        score = b_cubed(gold, found).f1
        if best is None or score > best[0]:
            best = score, found, least, seconds
    assert best is not None
    return best[1:]


def _best(
    run: Callable[[float], Iterable[tuple[int, int]]], articles: Sequence[Article], gold: set[frozenset[str]]
) -> Found:
    best: Found | None = None
    for threshold in THRESHOLDS:
        start = time.process_time()
        found = {frozenset((articles[i].id, articles[j].id)) for i, j in run(threshold)}
        seconds = time.process_time() - start
        score = pairs(gold, found)
        if best is None or score.f1 > best[0].f1:
            best = score, threshold, seconds
    assert best is not None
    return best


def _bands(threshold: float) -> int:
    """Bands with which half of the pairs at the threshold meet, or more: the more, the lower it is."""
    return 64 if threshold < 0.2 else 32 if threshold < 0.45 else 16


def _text(article: Article) -> str:
    return " ".join(p.text for p in article.paragraphs)


def _shingles(article: Article) -> list[str]:
    words = re.findall(r"\w+", _text(article).lower())
    return [" ".join(words[n : n + SHINGLE]) for n in range(max(1, len(words) - SHINGLE + 1))]
