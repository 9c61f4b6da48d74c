"""Rows of what voices tell otherwise: a doer, a cause, a reason, a purpose, each answer with who gives it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from variorum.model.record import Difference, Verdict
from variorum.model.text import Citation
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.build import difference, position, told_by
from variorum.reconcile.voices import two_voices


class Voiced(Protocol):
    """An answer in a report's words, with who gives it; None for the report itself."""

    @property
    def cite(self) -> Citation:
        """Where it stands."""

    @property
    def words(self) -> str:
        """The answer."""

    @property
    def who(self) -> str | None:
        """Who gives it."""


def voiced(said: Voiced) -> str:
    """An answer, with who gives it: "a stone (the minister)"."""
    return f"{said.words} ({said.who})" if said.who else said.words


def several_voices(one: Sequence[Voiced], two: Sequence[Voiced]) -> bool:
    """Whether some of the one answer and some of the other are not given by one voice."""
    voices = [[(said.cite.article, said.who) for said in side] for side in (one, two)]
    return any(two_voices(a, b) for a in voices[0] for b in voices[1])


def voices_differ(
    corpus: Corpus,
    question: str,
    groups: Sequence[Sequence[Voiced]],
    judged: tuple[Verdict, str],
) -> Difference:
    """One position a group, in the words of its first; the reason has a place for what they say."""
    positions = [position(corpus, voiced(g[0]), [s.cite for s in g]) for g in groups]
    said = "; ".join(f"{told_by(corpus, g[0].cite.article, g[0].who)}: {g[0].words}" for g in groups)
    verdict, why = judged
    return difference("attribution", question, positions, verdict, why.format(said))
