"""Where it was said: the briefing, the interview, the post; and how far one occasion reaches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from variorum.lang import table, words
from variorum.model.article import Article
from variorum.model.reading import Occasion
from variorum.model.text import Span
from variorum.model.time import TimeExpression, When
from variorum.read.speech.draft import Draft
from variorum.read.speech.speaker import NOBODY, Speaker
from variorum.read.speech.tree import Range, Tree

UNSPOKEN = frozenset({"meeting", "rally", "call"})
"""Occasions that one holds or attends without a word being said."""


@dataclass(frozen=True)
class Places:
    """The language's words for occasions."""

    nouns: dict[tuple[str, ...], str]
    heads: frozenset[str]
    told: dict[str, str]
    by_verb: dict[str, str]
    prepositions: frozenset[str]
    verbs: frozenset[str]
    medium: frozenset[str]


@cache
def places(language: str = "en") -> Places:
    """The occasion table of a language."""
    data = table(language, "speech")["occasions"]
    nouns = {tuple(n.lower().split()): kind for kind, ns in data["kinds"].items() for n in ns}
    return Places(
        nouns=nouns,
        heads=frozenset(n[-1] for n in nouns),
        told={n: kind for kind, ns in data["told"].items() for n in ns},
        by_verb=dict(data["by_verb"]),
        prepositions=frozenset(data["prepositions"]),
        verbs=frozenset(data["verbs"]),
        medium=words(language, "speech", "occasions", "medium"),
    )


class Occasions:
    """One article's occasions, each for as long as it lasts."""

    def __init__(self, article: Article, times: Sequence[TimeExpression]) -> None:
        self._article, self._times = article, times
        self._known = places(article.language)
        self._last: tuple[int, Speaker, Occasion] | None = None

    def of(self, draft: Draft, tree: Tree, speaker: Speaker, content: Sequence[Span]) -> Occasion | None:
        """The occasion that the cue's own sentence names, or the one before.

        An occasion lasts for the same speaker through its paragraph, and through each next one as long as that goes on
        with the same speaker.

        Args:
            draft: the attribution.
            tree: its passage.
            speaker: who spoke.
            content: the reported words' ranges in the article.
        """
        own = self._own(draft, tree, content)
        if own is not None:
            self._last = (draft.passage, speaker, own)
            return own
        if self._last is None:
            return None
        place, who, occasion = self._last
        same = who is not NOBODY and (who.entity, who.name) == (speaker.entity, speaker.name)
        self._last = (draft.passage, who, occasion) if same and draft.passage - place <= 1 else None
        return occasion if self._last else None

    def _own(self, draft: Draft, tree: Tree, content: Sequence[Span]) -> Occasion | None:
        known = self._known
        found = _told(draft, tree, known) or _phrase(draft, tree, content, known) or _verb(draft, tree, known)
        if found is None:
            return None
        kind, span, medium = found
        sentence = tree.passage.span(*tree.sentence(draft.nucleus))
        cite = self._article.cite(tree.passage.span(*span))
        return Occasion(kind, cite, medium, _when(self._times, sentence, content))


def _told(draft: Draft, tree: Tree, known: Places) -> tuple[str, Range, str | None] | None:
    """The addressee that makes an occasion: "told reporters", "told parliament"."""
    if draft.addressee is None:
        return None
    for token in range(*draft.addressee):
        kind = known.told.get(tree.lemmas[token].lower())
        if kind is not None:
            return kind, (draft.cue[0], draft.addressee[1]), tree.passage.phrase(*draft.addressee)
    return None


def _verb(draft: Draft, tree: Tree, known: Places) -> tuple[str, Range, str | None] | None:
    kind = known.by_verb.get(tree.lemmas[draft.nucleus])
    return (kind, draft.cue, None) if kind else None


def _phrase(draft: Draft, tree: Tree, content: Sequence[Span], known: Places) -> tuple[str, Range, str | None] | None:
    """The phrase nearest to the cue that names an occasion: "in a press briefing Friday", "issued a statement"."""
    first, last = tree.sentence(draft.nucleus)
    best: tuple[int, str, Range, str | None] | None = None
    for noun in range(first, last):
        if tree.lemmas[noun].lower() not in known.heads or tree.tags[noun][0] not in "NP":
            continue
        here = tree.passage.span(noun, noun + 1)
        found = None if any(c.overlaps(here) for c in content) else occasion_at(tree, noun, known)
        if found is not None and (best is None or abs(noun - draft.nucleus) < best[0]):
            best = (abs(noun - draft.nucleus), *found)
    return best[1:] if best else None


def occasion_at(tree: Tree, noun: int, known: Places) -> tuple[str, Range, str | None] | None:
    """The occasion that a noun names, if it hangs on a preposition or a verb that makes it one."""
    kind = _kind(tree, noun, known)
    governor = tree.heads[noun]
    if kind is None or governor == noun:
        return None
    if tree.deps[noun] == "pobj" and tree.lower[governor] in known.prepositions:
        above = tree.heads[governor]
        if tree.tags[above][0] == "N" and _kind(tree, above, known) is not None:
            return None  # "a post on X": the post is the occasion
    elif tree.deps[noun] != "dobj" or tree.lemmas[governor] not in known.verbs or kind in UNSPOKEN:
        return None
    end, medium = _reach(tree, noun, known)
    if kind == "post" and tree.tags[noun] == "NNP" and medium is None:
        medium = tree.words[noun]
    return kind, (min(governor, tree.left[noun]), end), medium


def _kind(tree: Tree, noun: int, known: Places) -> str | None:
    """The longest run of words, ending in the noun, that the table knows; a network's name keeps its capital."""
    for length in (3, 2, 1):
        if noun - length + 1 < 0:
            continue
        run = tuple(tree.lemmas[t].lower() for t in range(noun - length + 1, noun + 1))
        if run in known.nouns:
            proper = tree.words[noun] == "X" or run != ("x",)
            return known.nouns[run] if proper else None
    return None


def _reach(tree: Tree, noun: int, known: Places) -> tuple[int, str | None]:
    """Where the phrase ends, and with whom or where it was."""
    end, medium = noun + 1, None
    for child in tree.children(noun, "prep", "npadvmod", "nmod"):
        if child != end or (tree.deps[child] == "prep" and tree.lower[child] not in known.medium):
            continue
        thing = tree.child(child, "pobj")
        stop = _simple_end(tree, thing) if thing is not None else child + 1
        if thing is not None and medium is None:
            medium = tree.passage.phrase(*_bare(tree, thing, stop))
        end = stop
    return end, medium


def _simple_end(tree: Tree, noun: int) -> int:
    """The end of the noun phrase without the clauses and phrases that trail it."""
    trailing = tree.children(noun, "relcl", "acl", "prep", "advcl", "punct", "cc", "appos")
    return min([tree.right[noun] + 1, *(tree.left[c] for c in trailing if c > noun)])


def _bare(tree: Tree, noun: int, stop: int) -> Range:
    """A name without the owner and the article before it: "Japan's NHK" is NHK."""
    first = tree.left[noun]
    for child in tree.children(noun, "poss", "det"):
        if child < noun:
            first = max(first, tree.right[child] + 1)
    return min(first, noun), stop


def _when(times: Sequence[TimeExpression], sentence: Span, content: Sequence[Span]) -> When | None:
    """The sentence's first date outside the reported words."""
    for time in times:
        span = time.cite.span
        if time.when is not None and sentence.contains(span) and not any(c.overlaps(span) for c in content):
            return time.when
    return None
