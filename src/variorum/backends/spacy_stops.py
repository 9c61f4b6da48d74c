"""Full stops that end no sentence, told to spaCy's parser before it looks for sentences.

The parser begins a sentence behind many abbreviations it has rarely seen: "at 9:16 a.m. Japan time", "Atty. Cruz". What
stands behind them then loses its clause. It never begins one at a token that is marked beforehand as going on.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import Any

from variorum.lang import words

GAP = r"[ \u00a0]+"
NAME = r"(?=[^\W\d_a-z])"
"""What follows begins with a capital."""


class GoingOn:
    """A tokenizer whose documents know the tokens that go on with a sentence.

    Args:
        tokenizer: spaCy's, of the pipeline.
    """

    def __init__(self, tokenizer: Any) -> None:
        self._tokenizer = tokenizer

    def __call__(self, text: str) -> Any:
        """The text's document; tokens at which a sentence cannot begin are marked."""
        doc = self._tokenizer(text)
        places = sorted(set(going_on(text)))
        if places:
            starts = [token.idx for token in doc]
            for place in places:
                at = bisect_left(starts, place)
                if 0 < at < len(starts) and starts[at] == place:
                    doc[at].is_sent_start = False
        return doc

    def __getattr__(self, name: str) -> Any:
        """What else the pipeline asks of its tokenizer."""
        return getattr(self._tokenizer, name)


def going_on(text: str) -> Iterator[int]:
    """Offsets of words that follow an abbreviation's full stop and begin no sentence."""
    for form in _forms():
        yield from (m.end() for m in form.finditer(text))


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """The constructions, each ending where the next word begins. Abbreviations of names and numbers have a capital."""
    titles, opener = _capital("titles"), rf"(?!(?i:{_listed('openers')})\b)"
    hour = r"(?<![^\W\d_])[ap]\.?m\."
    return (
        re.compile(rf"\b(?:{titles})\.{GAP}{NAME}{opener}"),
        re.compile(rf"\b(?:{_capital('titles_before_titles')})\.{GAP}(?=(?:{titles})\.)"),
        re.compile(rf"(?<!\d[ \u00a0])\b(?:{_capital('places')})\.{GAP}{NAME}{opener}"),
        re.compile(rf"\b(?:{_capital('numbers')}|{_listed('measures')})\.{GAP}(?=\d)"),
        re.compile(rf"{hour}{GAP}(?=(?i:{_listed('behind_the_hour')})\b(?!['’]s))"),
        re.compile(rf"{hour}{GAP}(?=(?:[A-Z][\w'’-]*{GAP}){{1,4}}[Tt]ime\b)"),
        re.compile(rf"{hour}{GAP}(?=[(\[]\w)"),
    )


def _listed(key: str) -> str:
    return "|".join(sorted(words("en", "abbreviations", key)))


def _capital(key: str) -> str:
    return "|".join(w.capitalize() for w in sorted(words("en", "abbreviations", key)))
