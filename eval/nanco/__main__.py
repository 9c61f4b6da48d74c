"""``python -m eval.nanco FILE [--words] [--misses]``: do two outlets' answers to one question say the same?

Prints balanced accuracy for each question, at the product's own threshold and at the mean of the thresholds that are
best on each development question (the paper's protocol). Test questions set no threshold.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import mean

from eval.nanco.data import DEV, TEST, Question, load
from eval.nanco.score import balanced_accuracy, best_threshold, misses
from variorum.backends.e5_embedder import E5Embedder
from variorum.errors import BackendError
from variorum.model.protocols import Embedder
from variorum.reconcile.resemblance import nearness
from variorum.reconcile.sameness import SAME, cosines, same_answers

Scorer = Callable[[Question], list[float]]


def main() -> int:
    """Print the table."""
    options = argparse.ArgumentParser(prog="python -m eval.nanco")
    options.add_argument("file", type=Path)
    options.add_argument("--words", action="store_true", help="without the embedder")
    options.add_argument("--dev", action="store_true", help="development questions only")
    options.add_argument("--misses", action="store_true", help="the misses of the last row, by kind")
    given = options.parse_args()
    questions = {q.id: q for q in load(given.file)}
    shown = DEV if given.dev else DEV + TEST
    embedder = None if given.words else _embedder()
    print(
        f"{'balanced accuracy':34}" + "".join(f"{q:>7}" for q in shown) + "    dev" + ("" if given.dev else "   test")
    )
    for name, scorer, fixed in _rows(embedder):
        scores = {q: scorer(questions[q]) for q in shown}
        learnt = mean(best_threshold(scores[q], questions[q].labels) for q in DEV)
        threshold = SAME if fixed else learnt
        print(_row(f"{name}, at {threshold:.3f}", questions, scores, threshold))
    if given.misses:
        _print_misses([questions[q] for q in shown], scores, threshold)
    return 0


def _embedder() -> Embedder | None:
    embedder = E5Embedder()
    try:
        embedder.vectors(["a"])
    except BackendError as error:
        print(f"without vectors: {error}")
        return None
    return embedder


def _rows(embedder: Embedder | None) -> list[tuple[str, Scorer, bool]]:
    """(title, scores of a question's pairs, whether the product's own threshold is asked for)."""
    rows: list[tuple[str, Scorer, bool]] = [
        ("words in common", lambda q: [nearness(a, b) for a, b in q.pairs], False),
        ("words, typed", lambda q: same_answers(q.answers, q.text), False),
        ("words, typed", lambda q: same_answers(q.answers, q.text), True),
    ]
    if embedder:
        rows += [
            ("vectors", lambda q: cosines(embedder, q.pairs), False),
            ("vectors, question out", lambda q: cosines(embedder, q.pairs, q.text), False),
            ("vectors, words, typed", lambda q: same_answers(q.answers, q.text, embedder=embedder), False),
            ("vectors, words, typed", lambda q: same_answers(q.answers, q.text, embedder=embedder), True),
        ]
    return rows


def _row(name: str, questions: Mapping[str, Question], scores: Mapping[str, Sequence[float]], threshold: float) -> str:
    found = {q: balanced_accuracy(s, questions[q].labels, threshold) for q, s in scores.items()}
    means = [mean(found[q] for q in half) for half in (DEV, TEST) if all(q in found for q in half)]
    return f"{name:34}" + "".join(f"{100 * f:7.1f}" for f in [*found.values(), *means])


def _print_misses(questions: Sequence[Question], scores: Mapping[str, Sequence[float]], threshold: float) -> None:
    for half, name in ((DEV, "development"), (TEST, "test")):
        kinds: Counter[str] = sum((misses(q, scores[q.id], threshold) for q in questions if q.id in half), Counter())
        print(f"\nmisses on the {name} questions: {kinds.total()}")
        for kind, count in sorted(kinds.items(), key=lambda row: (-row[1], row[0])):
            print(f"{count:5}  {kind}")


if __name__ == "__main__":
    sys.exit(main())
