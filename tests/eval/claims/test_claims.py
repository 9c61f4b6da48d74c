from __future__ import annotations

from pathlib import Path

import pytest
from eval.claims.__main__ import traps_seen
from eval.claims.data import Pair, load
from eval.claims.fit import fitted
from eval.floors import floors
from eval.sentences.__main__ import average_precision

from variorum.reconcile.resemblance import FEATURES
from variorum.reconcile.sameness import CONSTANT, COSINE, same_facts
from variorum.reconcile.sameness import fitted as in_use

FACT = '[[fact]]\nsaid = "A."\nsame = ["B.", "C."]\nother = [["number", "D."]]\n'


def test_a_fact_gives_its_retellings_its_others_and_its_traps(tmp_path: Path) -> None:
    file = tmp_path / "facts.toml"
    file.write_text(FACT + FACT.replace("A.", "E."), "utf-8")
    found = [p for p in load(file) if p.half == "dev" and p.kind != "other story"]
    assert [(p.one, p.two) for p in found if p.same] == [("A.", "B."), ("A.", "C."), ("B.", "C.")]
    assert [(p.one, p.two, p.trap) for p in found if not p.same] == [
        ("A.", "D.", True), ("B.", "D.", False), ("C.", "D.", False),
    ]  # fmt: skip


def test_an_unknown_kind_is_named(tmp_path: Path) -> None:
    file = tmp_path / "facts.toml"
    file.write_text(FACT.replace("number", "colour"), "utf-8")
    with pytest.raises(ValueError, match="colour"):
        load(file)


def test_no_claim_is_in_both_halves() -> None:
    texts = {half: {t for p in load() if p.half == half for t in (p.one, p.two)} for half in ("dev", "check")}
    assert len(load()) > 400
    assert not texts["dev"] & texts["check"]


def test_a_trap_is_seen_when_it_scores_below_all_retellings() -> None:
    said = [Pair("a", "b", "same", "dev"), Pair("a", "c", "same", "dev")]
    traps = [Pair("a", "d", "number", "dev", True), Pair("a", "e", "number", "dev", True)]
    assert traps_seen(list(zip([*said, *traps], [0.9, 0.6, 0.5, 0.7], strict=True))) == 0.5


def test_a_feature_of_the_wrong_sign_is_left_out() -> None:
    import numpy as np

    labels = [[True, True, False, False]] * 3
    table = np.array([[1.0, 1.0], [0.9, 0.8], [0.1, 0.1], [0.0, 0.2]] * 3)
    found = fitted(["words_shared", "days_clash"], table, labels)
    assert found["words_shared"] > 0
    assert set(found) == {CONSTANT, "words_shared"}


def test_every_weight_in_use_belongs_to_a_feature() -> None:
    names = {f.__name__ for f in FEATURES}
    assert set(in_use("words")) <= names | {CONSTANT}
    assert set(in_use("vectors")) <= names | {CONSTANT, COSINE}


@pytest.mark.parametrize("half", ["dev", "check"])
def test_words_and_types_hold_their_floor(half: str) -> None:
    pairs = [p for p in load() if p.half == half and not p.trap]
    scores = same_facts([(p.one, p.two) for p in pairs])
    assert average_precision(scores, [p.same for p in pairs]) >= floors("claims", half)["words, typed"]
