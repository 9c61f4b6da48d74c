"""Logistic regression with a ridge, by Newton's method: the same figures on every machine, without another package."""

from __future__ import annotations

from typing import Any

import numpy as np

STEPS = 60
ENOUGH = 1e-6
"""Change of the weights below which they are found."""


def newton(table: Any, labels: Any, ridge: float, free: int | None = None) -> Any:
    """The weights in the order of the columns, each feature scaled by its deviation.

    Args:
        table: a row of features for each pair.
        labels: 1 for a pair of one question, else 0.
        ridge: what a weight of one deviation costs.
        free: the column of ones, if it is to be neither scaled nor held back.
    """
    scale, held = np.maximum(table.std(0), ENOUGH), np.full(table.shape[1], ridge)
    if free is not None:
        scale[free], held[free] = 1.0, ENOUGH
    scaled, weights = table / scale, np.zeros(table.shape[1])
    for _ in range(STEPS):
        likely = chances(scaled, weights)
        slope = scaled.T @ (labels - likely) - held * weights
        curve = (scaled * (likely * (1 - likely))[:, None]).T @ scaled + np.diag(held)
        step = np.linalg.solve(curve, slope)
        weights += step
        if np.abs(step).max() < ENOUGH:
            break
    return weights / scale


def chances(table: Any, weights: Any) -> Any:
    """How likely each row is by the weights, 0 to 1."""
    return 1 / (1 + np.exp(-table @ weights))
