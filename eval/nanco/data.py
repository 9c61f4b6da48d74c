"""NAnCo (Laban et al. 2022, "Discord Questions", BSD-3-Clause): answers of many outlets to eight questions, in groups.

Three people grouped each question's answers by what they say; ``cluster_global`` is their merged grouping. A pair of
answers is positive when both are in one group. The split is the paper's, from the notebook published with the data:
four questions to set a threshold on, four to test. Four are few to choose a formula on: ``questions.toml`` beside this
has fourteen more, of invented news.
"""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

DEV = ("Q2", "Q3", "Q5", "Q6")
TEST = ("Q4", "Q7", "Q8", "Q9")
INVENTED = Path(__file__).with_name("questions.toml")


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its answers, and the group each is in."""

    id: str
    text: str
    answers: tuple[str, ...]
    groups: tuple[int, ...]

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Every two answers."""
        return list(combinations(self.answers, 2))

    @property
    def labels(self) -> list[bool]:
        """Whether the two say the same, for each pair."""
        return [a == b for a, b in combinations(self.groups, 2)]


def invented() -> list[Question]:
    """Our own questions, to develop on: written apart from NAnCo's."""
    return [
        Question(
            id=row["id"],
            text=row["text"],
            answers=tuple(answer for group in row["groups"] for answer in group),
            groups=tuple(n for n, group in enumerate(row["groups"]) for _ in group),
        )
        for row in tomllib.loads(INVENTED.read_text("utf-8"))["questions"]
    ]


def load(path: Path) -> list[Question]:
    """The questions in the file's order.

    Raises:
        OSError: the file cannot be read.
        KeyError: it is not NAnCo.
    """
    rows = json.loads(path.read_text("utf-8"))
    return [
        Question(
            id=row["answers"][0]["qid"],
            text=row["question"],
            answers=tuple(a["Answer"] for a in row["answers"]),
            groups=tuple(int(a["cluster_global"]) for a in row["answers"]),
        )
        for row in rows
    ]
