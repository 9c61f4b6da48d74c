"""Texts gathered by length, so that a model works on many short ones at a time and on few long ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sized
from typing import TypeVar

T = TypeVar("T", bound=Sized)


def batches(items: Iterable[T], enough: int) -> Iterator[list[T]]:
    """The items in order, so many at a time that their lengths come to ``enough`` or a little more."""
    batch: list[T] = []
    length = 0
    for item in items:
        batch.append(item)
        length += len(item)
        if length >= enough:
            yield batch
            batch, length = [], 0
    if batch:
        yield batch
