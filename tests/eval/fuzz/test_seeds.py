"""What fuzzing begins with, and each input that once showed a fault, is read without one."""

from __future__ import annotations

from pathlib import Path

import pytest
from eval.fuzz.targets import SEEDS, TARGETS

MODEL = {"text": pytest.mark.model}
CASES = [
    pytest.param(name, path, id=f"{name}-{path.stem}", marks=[MODEL[name]] if name in MODEL else [])
    for name in TARGETS
    for path in sorted((SEEDS / name).iterdir())
]


@pytest.mark.parametrize(("target", "path"), CASES)
def test_a_seed_is_read(target: str, path: Path) -> None:
    TARGETS[target](path.read_bytes())


def test_every_target_has_seeds() -> None:
    assert {p.name for p in SEEDS.iterdir()} == set(TARGETS)
    assert all(any((SEEDS / name).iterdir()) for name in TARGETS)
