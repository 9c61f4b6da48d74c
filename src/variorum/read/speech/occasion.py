"""Where it was said: the briefing, the interview, the post; and how far one occasion reaches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from variorum.model.article import Article
from variorum.model.reading import Mention, Occasion
from variorum.model.text import Span
from variorum.model.time import TimeExpression, When
from variorum.read.speech.discourse import NOBODY, Speaker
from variorum.read.speech.draft import Draft
from variorum.read.speech.occasion_named import Found, named_by, settings
from variorum.read.speech.outlets import outlets_told
from variorum.read.speech.places import places, pointing
from variorum.read.speech.tree import Tree

REACH = 2
"""Paragraphs after which a speaker who is quoted again is no longer on the same occasion."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A sentence that sets an occasion for its subjects: "He was speaking to reporters in Oslo."."""

    place: int
    token: int
    entities: frozenset[str]
    occasion: Occasion


@dataclass(frozen=True, slots=True)
class Said:
    """The place of words and the occasion on which they were said, if any is known."""

    place: tuple[int, int]
    occasion: Occasion | None


def _key(speaker: Speaker) -> Speaker:
    """A speaker by entity and name, however we know."""
    return replace(speaker, reason=None)


class Occasions:
    """One article's occasions, each for as long as it lasts."""

    def __init__(
        self,
        article: Article,
        trees: Sequence[Tree],
        mentions: Mapping[int, Sequence[Mention]],
        times: Sequence[TimeExpression],
    ) -> None:
        self._article, self._times = article, times
        self._known = places(article.language)
        self._outlets = outlets_told(article, trees, mentions, self._known)
        self._last: dict[Speaker, Said] = {}
        self._latest: Said | None = None
        self._settings = [s for n, t in enumerate(trees) for s in self._set_in(t, n, mentions.get(t.passage.index, ()))]

    def of(self, draft: Draft, tree: Tree, speaker: Speaker, content: Sequence[Span]) -> Occasion | None:
        """The occasion that the cue's own sentence names, or the one before.

        An occasion lasts for the same speaker through its paragraph, and on as long as that speaker is quoted again
        within two; who answers has the occasion of the words that are answered.

        Args:
            draft: the attribution.
            tree: its passage.
            speaker: who spoke.
            content: the reported words' ranges in the article.
        """
        here = (draft.passage, draft.cue[0])
        if (found := named_by(draft, tree, content, self._known, self._outlets)) is not None:
            said = Said(here, self._same_again(self._occasion(tree, draft.nucleus, found, content)))
        elif self._elsewhere(draft, tree, speaker, content):
            return None
        else:
            goes_on = self._set_for(speaker, here) or self._going_on(speaker, here) or self._answered(draft, tree, here)
            said = Said(here, goes_on)
        self._last[_key(speaker)] = self._latest = said
        return said.occasion

    def _same_again(self, own: Occasion) -> Occasion:
        """What was told before of an occasion that is named again: "In the interview, ..."."""
        last = self._latest.occasion if self._latest else None
        if last is None or last.kind != own.kind or own.medium or own.when:
            return own
        definite = any(w in pointing(self._article.language) for w in own.cite.exact.lower().split())
        return replace(own, medium=last.medium, when=last.when) if definite else own

    def _elsewhere(self, draft: Draft, tree: Tree, speaker: Speaker, content: Sequence[Span]) -> bool:
        """Whether the cue itself tells of another time: the perfect ("has said"), or another day."""
        if any(tree.lemmas[t] == "have" for t in range(*draft.cue)):
            return True
        own = _when(self._times, tree.passage.span(*tree.sentence(draft.nucleus)), content)
        last = self._last.get(_key(speaker))
        before = last.occasion.when if last and last.occasion else None
        return own is not None and before is not None and not own.interval.overlaps(before.interval)

    def _going_on(self, speaker: Speaker, here: tuple[int, int]) -> Occasion | None:
        last = self._last.get(_key(speaker))
        if last is None or _key(speaker) == NOBODY or here[0] - last.place[0] > REACH:
            return None
        return last.occasion

    def _answered(self, draft: Draft, tree: Tree, here: tuple[int, int]) -> Occasion | None:
        """The occasion of the words just quoted, for a cue that answers them."""
        if self._latest is None or tree.lemmas[draft.nucleus] not in self._known.answering:
            return None
        return self._latest.occasion if here[0] - self._latest.place[0] <= 1 else None

    def _set_for(self, speaker: Speaker, here: tuple[int, int]) -> Occasion | None:
        """The last setting for this speaker, in this paragraph or the one before, if they said nothing since."""
        last = self._last.get(_key(speaker))
        since = last.place if last else (-1, 0)
        for setting in reversed(self._settings):
            place = (setting.place, setting.token)
            if since < place < here and here[0] - setting.place <= 1 and speaker.entity in setting.entities:
                return setting.occasion
        return None

    def _set_in(self, tree: Tree, place: int, mentions: Sequence[Mention]) -> Iterator[Setting]:
        for verb, found, (first, last) in settings(tree.passage, self._known):
            about = [m for m in mentions if first <= m.first < last and m.form != "adjective"]
            entities = frozenset(e for m in about for e in (*m.members, m.entity) if e is not None)
            yield Setting(place, verb, entities, self._occasion(tree, verb, found, ()))

    def _occasion(self, tree: Tree, at: int, found: Found, content: Sequence[Span]) -> Occasion:
        kind, span, medium = found
        sentence = tree.passage.span(*tree.sentence(at))
        cite = self._article.cite(tree.passage.span(*span))
        return Occasion(kind, cite, medium, _when(self._times, sentence, content))


def _when(times: Sequence[TimeExpression], sentence: Span, content: Sequence[Span]) -> When | None:
    """The sentence's first date outside the reported words."""
    for time in times:
        span = time.cite.span
        if time.when is not None and sentence.contains(span) and not any(c.overlaps(span) for c in content):
            return time.when
    return None
