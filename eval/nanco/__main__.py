"""Do two outlets' answers to one question say the same? ``python -m eval.nanco FILE [--words] [--dev] [--misses]``.

Prints balanced accuracy for each question, at the product's own threshold and at the mean of the thresholds that are
best on each development question (the paper's protocol). Test questions set no threshold. ``--invented`` is the same
over our own questions, at the thresholds of NAnCo's development questions.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import mean

from eval.nanco.data import DEV, TEST, Question, invented, load
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
    options.add_argument("--invented", action="store_true", help="our own questions in place of the test questions")
    options.add_argument("--misses", action="store_true", help="the misses of the last row, by kind")
    given = options.parse_args()
    questions = {q.id: q for q in load(given.file)}
    ours = invented() if given.invented else []
    questions |= {q.id: q for q in ours}
    measured = tuple(q.id for q in ours) or (() if given.dev else TEST)
    shown, kind = DEV + measured, "own" if ours else "test"
    embedder = None if given.words else _embedder()
    print(
        f"{'balanced accuracy':34}" + "".join(f"{q[:6]:>7}" for q in shown) + "    dev" + f"{kind:>7}" * bool(measured)
    )
    for name, scorer, fixed in _rows(embedder):
        scores = {q: scorer(questions[q]) for q in shown}
        learnt = mean(best_threshold(scores[q], questions[q].labels) for q in DEV)
        threshold = SAME if fixed else learnt
        print(_row(f"{name}, at {threshold:.3f}", questions, scores, threshold))
    if given.misses:
        for half, title in ((DEV, "development"), (measured, kind))[: 1 + bool(measured)]:
            _print_misses(title, [questions[q] for q in half], scores, threshold)
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
            ("vectors, behind question", lambda q: cosines(embedder, q.pairs, q.text, behind=True), False),
            ("vectors, words, typed", lambda q: same_answers(q.answers, q.text, embedder=embedder), False),
            ("vectors, words, typed", lambda q: same_answers(q.answers, q.text, embedder=embedder), True),
        ]
    return rows


def _row(name: str, questions: Mapping[str, Question], scores: Mapping[str, Sequence[float]], threshold: float) -> str:
    found = {q: balanced_accuracy(s, questions[q].labels, threshold) for q, s in scores.items()}
    others = [f for q, f in found.items() if q not in DEV]
    means = [mean(found[q] for q in DEV), *([mean(others)] if others else [])]
    return f"{name:34}" + "".join(f"{100 * f:7.1f}" for f in [*found.values(), *means])


def _print_misses(
    title: str, questions: Sequence[Question], scores: Mapping[str, Sequence[float]], threshold: float
) -> None:
    kinds: Counter[str] = sum((misses(q, scores[q.id], threshold) for q in questions), Counter())
    print(f"\nmisses on the {title} questions: {kinds.total()}")
    for kind, count in sorted(kinds.items(), key=lambda row: (-row[1], row[0])):
        print(f"{count:5}  {kind}")


if __name__ == "__main__":
    sys.exit(main())
