"""Reads pairs of reports for what they share: candidates from the index, then alignment of each."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, MutableMapping, Sequence
from functools import lru_cache

from variorum.group.alignment import Row, align, in_common
from variorum.group.fingerprints import Hashes, Vocabulary, candidate_pairs, fingerprints, hashes_of
from variorum.group.forest import components
from variorum.group.sharing import EVIDENCE, Sharing, sharing
from variorum.group.words import Body, body_of, body_paragraphs
from variorum.model.article import Article
from variorum.model.text import Paragraph

CLOSURE = 256
"""In a circle of up to so many copies each is held against each; in a larger one, only those the index paired."""
FURNITURE_TEXTS = 3
"""A paragraph that stands word for word in so many texts which are no copies of one another is furniture."""
_CACHED = 4096

Pair = tuple[int, int]
Comparisons = MutableMapping[tuple[str, str], Sharing | None]
"""What two texts share, by the hashes of their words; None for what shows no copying."""


class PairReader:
    """Holds the reports' words and aligns pairs of them. Reports are spoken of by their number in the list given.

    Args:
        articles: the reports.
        known: what pairs of texts were found to share before; what is found now is added.
    """

    def __init__(self, articles: Sequence[Article], known: Comparisons | None = None) -> None:
        self.articles: list[Article] = []
        self._known = known
        self.paragraphs: list[tuple[Paragraph, ...]] = []
        self._vocabulary = Vocabulary()
        self.hashes: list[Hashes] = []
        # Paragraphs are only ever dropped, so their number tells one state of a report from another.
        self._body = lru_cache(_CACHED)(lambda n, _: body_of(self.paragraphs[n]))
        self._row = lru_cache(_CACHED)(lambda n, _: Row(self.hashes[n]))

        for article in articles:
            self.add(article)

    def add(self, article: Article) -> int:
        """Take in one more report; its number."""
        self.articles.append(article)
        self.paragraphs.append(body_paragraphs(article))
        self.hashes.append(hashes_of(self.paragraphs[-1], self._vocabulary))
        return len(self.articles) - 1

    def shared(self) -> dict[Pair, Sharing]:
        """What each pair (i < j) shares, for the pairs that share anything worth a link.

        Copies of one text are first found through a few neighbours each, then all held against one another. Paragraphs
        that turn up in texts with nothing else in common are then put aside as furniture, and what had them read again.
        """
        found = self._read(candidate_pairs([fingerprints(h) for h in self.hashes]))
        changed = self._drop_furniture(self._circles(found))
        again = [pair for pair in found if changed.intersection(pair)]
        found = {pair: sharing for pair, sharing in found.items() if not changed.intersection(pair)}
        found |= self._read(again)
        within = [
            (i, j)
            for circle in self._circles(found)
            if len(circle) <= CLOSURE
            for n, i in enumerate(circle)
            for j in circle[n + 1 :]
            if (i, j) not in found
        ]
        return found | self._read(within)

    def compare(self, i: int, j: int) -> Sharing | None:
        """What two reports share, None when it shows no copying."""
        if self._known is None:
            return self._compare(i, j)
        key = self._key(i), self._key(j)
        if key not in self._known:
            self._known[key] = self._compare(i, j)
        return self._known[key]

    def _key(self, n: int) -> str:
        """The hash of the n-th report's words, such as are left of them."""
        return hashlib.blake2b(self.hashes[n].tobytes(), digest_size=12).hexdigest()

    def _compare(self, i: int, j: int) -> Sharing | None:
        if min(len(self.hashes[i]), len(self.hashes[j])) < EVIDENCE:
            return None
        left, right = (self._row(n, len(self.paragraphs[n])) for n in (i, j))
        blocks = [b for b in align(left, right) if len(b) >= EVIDENCE]
        return sharing(self.body(i), self.body(j), blocks, in_common(left, right)) if blocks else None

    def body(self, n: int) -> Body:
        """The n-th report's words with their places."""
        return self._body(n, len(self.paragraphs[n]))

    def _read(self, pairs: Iterable[Pair]) -> dict[Pair, Sharing]:
        return {pair: found for pair in pairs if (found := self.compare(*pair))}

    def _circles(self, found: dict[Pair, Sharing]) -> list[list[int]]:
        return components(len(self.articles), [pair for pair, sharing in found.items() if sharing.most])

    def _drop_furniture(self, circles: Sequence[Sequence[int]]) -> set[int]:
        """Take recurring paragraphs out of the reports that have them; the numbers of those reports."""
        text_of = {n: -1 - c for c, circle in enumerate(circles) for n in circle}
        often = Counter(p.text for paragraphs in self.paragraphs for p in paragraphs)
        holders: dict[str, set[int]] = {text: set() for text, count in often.items() if count >= FURNITURE_TEXTS}
        del often
        for n, paragraphs in enumerate(self.paragraphs):
            for paragraph in paragraphs:
                if paragraph.text in holders:
                    holders[paragraph.text].add(text_of.get(n, n))
        furniture = {text for text, texts in holders.items() if len(texts) >= FURNITURE_TEXTS}
        changed = set()
        for n, paragraphs in enumerate(self.paragraphs):
            kept = tuple(p for p in paragraphs if p.text not in furniture)
            if len(kept) < len(paragraphs):
                self.paragraphs[n] = kept
                self.hashes[n] = hashes_of(kept, self._vocabulary)
                changed.add(n)
        return changed
