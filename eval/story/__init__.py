"""One record held against a story that a person read: what was asked, what was right, what was missed."""

from eval.story.score import Line, Scorecard, score

__all__ = ["Line", "Scorecard", "score"]
