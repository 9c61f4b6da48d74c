"""A text as word pieces: of all ways to spell it the likeliest, by the unigram model of SentencePiece."""

from __future__ import annotations

from functools import cached_property

from variorum.backends.pairs.weights import Pieces

SPACE = "▁"
UNLIKELY = 10.0
"""What a character that no piece spells costs beyond the rarest piece, in log probability; as SentencePiece has it."""
LONGEST = 16
"""Characters of the longest piece that is tried; the vocabulary has none longer."""


class Speller:
    """Spells texts by a list of pieces."""

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces

    def spelled(self, text: str, most: int) -> list[int]:
        """The numbers of its pieces, the first so many."""
        plain = self._pieces.plain
        read = "".join(plain.get(ord(c), c) for c in text)
        return [n for word in read.split() for n in self._word(SPACE + word)][:most]

    @cached_property
    def _known(self) -> dict[str, list[int]]:
        return {}

    @cached_property
    def _worst(self) -> float:
        return float(self._pieces.score.min()) - UNLIKELY

    def _word(self, word: str) -> list[int]:
        if word not in self._known:
            self._known[word] = self._likeliest(word)
        return self._known[word]

    def _likeliest(self, word: str) -> list[int]:
        """The best path through the word, by Viterbi's algorithm. No piece goes over a space, so words stand alone."""
        number, score = self._pieces.number, self._pieces.score
        best: list[tuple[float, int, int]] = [(0.0, 0, 0)]
        for end in range(1, len(word) + 1):
            ways = [
                (best[start][0] + float(score[n]), start, n)
                for start in range(max(0, end - LONGEST), end)
                if (n := number.get(word[start:end])) is not None
            ]
            if not any(start == end - 1 for _, start, _ in ways):
                ways.append((best[end - 1][0] + self._worst, end - 1, self._pieces.unknown))
            best.append(max(ways, key=lambda way: (way[0], -way[1])))
        found: list[int] = []
        at = len(word)
        while at:
            found.append(best[at][2])
            at = best[at][1]
        return found[::-1]
