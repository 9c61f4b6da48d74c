"""``python -m eval.claims [--words] [--misses]``: do two claims of news state one fact?

Average precision and, at the product's own threshold, balanced accuracy, for each half; and of the traps (a claim with
one thing changed) how many score below every true retelling of the same fact. Then the whole product on pairs of
reports: of the facts that both tell, how many are joined, and of the joined sentences, how many state one fact.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Sequence

from eval.claims import stories
from eval.claims.data import Half, Pair, load
from eval.nanco.score import balanced_accuracy
from eval.sentences.__main__ import Sentence, average_precision, tf_idf
from variorum.backends.e5_embedder import E5Embedder
from variorum.engine.reader import Reader
from variorum.errors import BackendError
from variorum.reconcile.resemblance import nearness
from variorum.reconcile.sameness import SAME, cosines, same_facts

HALVES: tuple[Half, ...] = ("dev", "check")


def main() -> int:
    """Print the figures."""
    options = argparse.ArgumentParser(prog="python -m eval.claims")
    options.add_argument("--words", action="store_true", help="without the embedder")
    options.add_argument("--misses", action="store_true", help="the dev half's misses of the last row")
    given = options.parse_args()
    pairs = load()
    texts = [(p.one, p.two) for p in pairs]
    rows = {
        "TF-IDF": tf_idf(texts, [Sentence("", "", t, frozenset()) for t in sorted({t for p in texts for t in p})]),
        "words in common": [nearness(a, b) for a, b in texts],
        "words, typed": same_facts(texts),
    }
    if not given.words:
        embedder = E5Embedder()
        try:
            rows["vectors"] = cosines(embedder, texts)
            rows["vectors, words, typed"] = same_facts(texts, embedder=embedder)
        except BackendError as error:
            print(f"without vectors: {error}")
    told = sum(not p.trap for p in pairs)
    print(f"{told} pairs, {sum(p.same for p in pairs)} of one fact, and {len(pairs) - told} traps")
    print(f"{'':24}{'dev: AP':>9}{'balanced':>10}{'traps':>7}{'check: AP':>11}{'balanced':>10}{'traps':>7}")
    for name, scores in rows.items():
        print(f"{name:24}" + "  ".join(_half(pairs, scores, half, typed="typed" in name) for half in HALVES))
    if given.misses:
        _print_misses(pairs, scores)
    _print_stories(misses=given.misses)
    return 0


def _print_stories(*, misses: bool) -> None:
    """How many facts of two reports are joined, and how many of the joined sentences are of one fact."""
    reader, told = Reader(), stories.load()
    for half in HALVES:
        pairs = [p for reports in told if reports.half == half for p in stories.judged(reports, reader)]
        joined, same = [p for p in pairs if p.joined], [p for p in pairs if p.same]
        right = sum(p.same for p in joined)
        print(f"two reports, {half}: joined {right} of {len(same)}; of {len(joined)} joined {right} are right")
        for pair in pairs if misses and half == "dev" else ():
            if pair.same != pair.joined:
                print(f"{'missed' if pair.same else 'false'}: {pair.topic}\n       {pair.one}\n       {pair.two}")


def _half(pairs: Sequence[Pair], scores: Sequence[float], half: Half, *, typed: bool) -> str:
    rows = [(p, s) for p, s in zip(pairs, scores, strict=True) if p.half == half]
    told = [(s, p.same) for p, s in rows if not p.trap]
    found, labels = [s for s, _ in told], [same for _, same in told]
    balanced = f"{100 * balanced_accuracy(found, labels, SAME):10.1f}" if typed else f"{'':10}"
    return f"{average_precision(found, labels):9.3f}{balanced}{100 * traps_seen(rows):7.1f}"


def traps_seen(rows: Sequence[tuple[Pair, float]]) -> float:
    """The share of traps that score below all retellings of the claim they were made from."""
    retold: dict[str, list[float]] = defaultdict(list)
    for pair, score in rows:
        if pair.same:
            retold[pair.one].append(score)
    seen = [score < min(retold[pair.one]) for pair, score in rows if pair.trap]
    return sum(seen) / max(1, len(seen))


def _print_misses(pairs: Sequence[Pair], scores: Sequence[float]) -> None:
    for pair, score in zip(pairs, scores, strict=True):
        if pair.half == "dev" and (score >= SAME) != pair.same:
            print(f"{score:5.2f}  {'trap: ' if pair.trap else ''}{pair.kind}\n       {pair.one}\n       {pair.two}")


if __name__ == "__main__":
    sys.exit(main())
