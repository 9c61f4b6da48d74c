"""``python -m eval.sentences FOLDER [--words]``: average precision of taking two sentences for one fact.

NewsReader MEANTIME (Minard et al. 2016, CC BY 4.0), ``intra_cross-doc_annotation``. Positive: two sentences of two
documents that mention one event. Negative: 600 other pairs of those sentences, of one topic, taken at even distances.
"""

from __future__ import annotations

import argparse
import math
import sys
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from variorum.backends.e5_embedder import E5Embedder
from variorum.errors import BackendError
from variorum.reconcile.resemblance import nearness
from variorum.reconcile.sameness import cosines, same_facts
from variorum.reconcile.worded import worded

NEGATIVES = 600


@dataclass(frozen=True)
class Sentence:
    """A sentence and the events of the topic that it mentions."""

    topic: str
    document: str
    text: str
    events: frozenset[str]


def load(folder: Path) -> list[Sentence]:
    """Every sentence of the corpus, by topic and document."""
    return [s for path in sorted(folder.glob("intra_cross-doc_annotation/*/*.xml")) for s in _sentences(path)]


def _sentences(path: Path) -> Iterator[Sentence]:
    root = ET.parse(path).getroot()
    words: dict[str, list[str]] = defaultdict(list)
    place = {}
    for token in root.iter("token"):
        place[token.get("t_id")] = token.get("sentence", "")
        words[token.get("sentence", "")].append(token.text or "")
    instance = {e.get("m_id"): e.get("instance_id") or "" for e in root.iter("EVENT")}
    mention = {m.get("m_id"): place[a.get("t_id")] for m in root.iter("EVENT_MENTION") for a in m.iter("token_anchor")}
    events = defaultdict(set)
    for link in root.iter("REFERS_TO"):
        target = link.find("target")
        for source in link.iter("source"):
            if target is not None and instance.get(target.get("m_id")) and source.get("m_id") in mention:
                events[mention[source.get("m_id")]].add(instance[target.get("m_id")])
    for number, found in words.items():
        yield Sentence(path.parent.name, path.name, " ".join(found), frozenset(events[number]))


def labelled(sentences: Sequence[Sentence]) -> tuple[list[tuple[str, str]], list[bool]]:
    """Pairs of sentences and whether both mention one event."""
    apart = [(a, b) for a, b in combinations(sentences, 2) if a.topic == b.topic and a.document != b.document]
    same = [(a, b) for a, b in apart if a.events & b.events]
    used = {s for pair in same for s in pair}
    others = [(a, b) for a, b in apart if a in used and b in used and not a.events & b.events]
    other = [others[n * len(others) // NEGATIVES] for n in range(min(NEGATIVES, len(others)))]
    return [(a.text, b.text) for a, b in [*same, *other]], [True] * len(same) + [False] * len(other)


def average_precision(scores: Sequence[float], labels: Sequence[bool]) -> float:
    """The mean, over the positives, of the precision among all that score no less than each."""
    found, right = Counter(scores), Counter(s for s, label in zip(scores, labels, strict=True) if label)
    seen = hits = 0
    total = 0.0
    for score in sorted(found, reverse=True):
        seen, hits = seen + found[score], hits + right[score]
        total += right[score] * hits / seen
    return total / max(1, hits)


def tf_idf(pairs: Sequence[tuple[str, str]], sentences: Sequence[Sentence]) -> list[float]:
    """Cosines of the plainest vectors, as something to compare with."""
    counts = Counter(w for s in sentences for w in set(worded(s.text).words))

    def vector(text: str) -> dict[str, float]:
        found = {w: math.log(len(sentences) / counts[w]) for w in worded(text).words}
        length = math.sqrt(sum(v * v for v in found.values())) or 1.0
        return {w: v / length for w, v in found.items()}

    known = {text: vector(text) for pair in pairs for text in pair}
    return [sum(v * known[b].get(w, 0.0) for w, v in known[a].items()) for a, b in pairs]


def main() -> int:
    """Print the figures."""
    options = argparse.ArgumentParser(prog="python -m eval.sentences")
    options.add_argument("folder", type=Path)
    options.add_argument("--words", action="store_true", help="without the embedder")
    given = options.parse_args()
    sentences = load(given.folder)
    pairs, labels = labelled(sentences)
    rows = {
        "TF-IDF": tf_idf(pairs, sentences),
        "words in common": [nearness(a, b) for a, b in pairs],
        "words, typed": same_facts(pairs),
    }
    if not given.words:
        embedder = E5Embedder()
        try:
            rows["vectors"] = cosines(embedder, pairs)
            rows["vectors, words, typed"] = same_facts(pairs, embedder=embedder)
        except BackendError as error:
            print(f"without vectors: {error}")
    print(f"{len(pairs)} pairs, {sum(labels)} of one event; average precision:")
    for name, scores in rows.items():
        print(f"{name:24}{average_precision(scores, labels):7.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
