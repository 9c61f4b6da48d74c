"""The language a report is written in."""

from __future__ import annotations

from functools import cache

from variorum.lang import table

SAMPLE = 400
"""Words looked at: enough for certainty, and the same time for a note as for a book."""
FEWEST = 3
"""Different English function words that a text must show."""

SHORT = 10
"""Words. Identifiers guess at less; unaccented Latin letters are then taken for English, which is all that is read."""


@cache
def _english() -> tuple[frozenset[str], float]:
    data = table("en", "ingest")["language"]
    return frozenset(data["words"]), float(data["share"])


def language_of(text: str) -> str:
    """The ISO 639-1 code of the text's language.

    English shows by its function words; only where it does not is the trained identifier (py3langid) loaded.
    """
    tokens = [w.strip(".,;:!?\"'“”‘’()").lower() for w in text.split(None, SAMPLE)[:SAMPLE]]
    words, share = _english()
    hits = [t for t in tokens if t in words]
    if len(hits) >= share * len(tokens) and len(set(hits)) >= FEWEST:
        return "en"
    if len(tokens) < SHORT and text.isascii():
        return "en"
    import py3langid

    code, _ = py3langid.classify(" ".join(tokens))
    return str(code)
