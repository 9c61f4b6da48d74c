"""The components taken apart say what the whole pipeline says."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from variorum.backends import spacy_forms, spacy_vectors
from variorum.backends.spacy_parser import SpacyParser
from variorum.engine import ingest
from variorum.errors import BackendError
from variorum.model.parse import Parse

pytestmark = pytest.mark.model

EXAMPLES = Path(__file__).parents[2] / "examples"
ODD = (
    "", " ", "\n \n", "  Two  spaces \n and  a break. ", "\u200b", "\N{GRINNING FACE} x", "a" * 60, "-", "The",
    "He ain't gonna leave; he's gotta stay, so c'mon, y'all, let's go.", "There's one ship. There are two piers.",
    "New York. Paris. Jan. 5. Ms. Anna Marsh of Quay Ltd. of Port Vale, N.J., paid $5 million on Jan. 3, 2024.",
)  # fmt: skip


@pytest.fixture(scope="session")
def parser() -> SpacyParser:
    return SpacyParser()


def whole(parser: SpacyParser, texts: Sequence[str]) -> list[dict[str, Any]]:
    """What the pipeline itself makes of the texts, for what a parse keeps of its tokens."""
    return [_columns(doc) for doc in parser.load().pipe(texts)]


def _columns(doc: Any) -> dict[str, Any]:
    kept = [t for t in doc if not t.is_space]
    place = {t.i: n for n, t in enumerate(kept)}

    def head(token: Any) -> int:
        above = [token.head, *token.head.ancestors]
        return next((place[t.i] for t in above if t.i in place), place[token.i])

    bounds = [[place[t.i] for t in sent if t.i in place] for sent in doc.sents]
    return {
        "starts": tuple(t.idx for t in kept),
        "ends": tuple(t.idx + len(t) for t in kept),
        "lemmas": tuple(t.lemma_ for t in kept),
        "tags": tuple(t.tag_ for t in kept),
        "pos": tuple(t.pos_ for t in kept),
        "deps": tuple(t.dep_ for t in kept),
        "heads": tuple(head(t) for t in kept),
        "labels": tuple(f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "" for t in kept),
        "sentences": tuple((inside[0], inside[-1] + 1) for inside in bounds if inside),
    }


def columns(parses: Sequence[Parse]) -> list[dict[str, Any]]:
    names = ("starts", "ends", "lemmas", "tags", "pos", "deps", "heads", "labels", "sentences")
    return [{name: getattr(parse, name) for name in names} for parse in parses]


def texts() -> list[str]:
    articles = ingest(*sorted(p for p in EXAMPLES.iterdir() if p.is_dir()))
    return [*ODD, *(p.text for a in articles for p in a.paragraphs)]


def test_parses_are_the_pipelines_own(parser: SpacyParser) -> None:
    every = texts()
    assert len(every) > 200
    expected = whole(parser, every)
    assert any(label for one in expected for label in one["labels"])
    assert columns(parser.parse(every)) == expected
    # With all words known, and each text alone.
    assert columns([parser.parse([text])[0] for text in every[:60]]) == expected[:60]


def test_what_is_kept_is_bounded(parser: SpacyParser, monkeypatch: pytest.MonkeyPatch) -> None:
    every = texts()[:60]
    expected = parser.parse(every)
    monkeypatch.setattr(spacy_vectors, "MOST", 700)
    monkeypatch.setattr(spacy_vectors, "TOKENS", 100)
    monkeypatch.setattr(spacy_forms, "MOST", 50)
    fresh = SpacyParser()
    assert [fresh.parse([text])[0] for text in every] == expected


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some=st.lists(st.text(st.sampled_from("ab AB.,\n'\"$1-"), max_size=30), max_size=4))
def test_any_text(parser: SpacyParser, some: list[str]) -> None:
    assert columns(parser.parse(some)) == whole(parser, some)


def test_another_kind_of_model_is_refused() -> None:
    parser = SpacyParser()
    pipeline = parser.load()
    with pipeline.select_pipes(disable=["ner"]), pytest.raises(BackendError, match="ner"):
        parser.parse(["The ferry left."])
