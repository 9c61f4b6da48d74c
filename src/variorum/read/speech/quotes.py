"""One article's attributions: who said what, with which words, on which occasion."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from variorum.model.article import Article
from variorum.model.ids import make_id
from variorum.model.parse import Passage
from variorum.model.reading import Entity, Manner, Mention, Quote, QuoteKind
from variorum.model.text import Citation, Span
from variorum.model.time import TimeExpression
from variorum.read.speech.discourse import Discourse, Speaker
from variorum.read.speech.draft import Draft, Piece
from variorum.read.speech.labels import is_label
from variorum.read.speech.lexicon import Lexicon, lexicon
from variorum.read.speech.marks import Stretch, stretches
from variorum.read.speech.merge import attributions
from variorum.read.speech.occasion import Occasions
from variorum.read.speech.speaker import resolve
from variorum.read.speech.tree import Range, Tree


def find_quotes(
    article: Article,
    passages: Sequence[Passage],
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    times: Sequence[TimeExpression],
) -> tuple[Quote, ...]:
    """The article's attributions in the order of their cues.

    Args:
        article: the report.
        passages: its parsed paragraphs, in order.
        mentions: names, pronouns and nominals in them, resolved as far as they are.
        entities: those the mentions point to.
        times: the report's time expressions, for an occasion's day.
    """
    words = lexicon(article.language)
    trees = [Tree(p) for p in passages]
    marks = stretches([p.text for p in passages], words.contractions)
    drafts = attributions(trees, marks, words)
    by_paragraph: defaultdict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_paragraph[mention.paragraph].append(mention)
    discourse = Discourse({e.id: e for e in entities}, article.language)
    return _Assembly(
        article, words, trees, marks, by_paragraph, discourse, Occasions(article, trees, by_paragraph, times)
    ).quotes(drafts)


@dataclass(frozen=True)
class _Assembly:
    """Turns drafts into quotes, in order, carrying speakers and occasions along."""

    article: Article
    words: Lexicon
    trees: Sequence[Tree]
    marks: Sequence[Sequence[Stretch]]
    mentions: Mapping[int, Sequence[Mention]]
    discourse: Discourse
    occasions: Occasions

    def quotes(self, drafts: Sequence[Draft]) -> tuple[Quote, ...]:
        """All of them; ``holder`` is the index of the quote that embeds one."""
        index = {id(d): n for n, d in enumerate(drafts)}
        inner: defaultdict[int, list[Piece]] = defaultdict(list)
        for draft in drafts:
            inner[id(draft.holder)] += draft.pieces if draft.holder else ()
        return tuple(self._quote(d, index.get(id(d.holder)) if d.holder else None, inner[id(d)]) for d in drafts)

    def _quote(self, draft: Draft, holder: int | None, inner: Sequence[Piece]) -> Quote:
        tree = self.trees[draft.passage]
        content = [self.trees[p.passage].passage.paragraph.span(p.start, p.end) for p in draft.pieces]
        speaker = resolve(draft, tree, self.mentions.get(tree.passage.index, ()), self.discourse)
        draft.manner = _manner(draft, tree, speaker, self.words)
        quoted = self._quoted(draft, inner)
        addressee = tree.passage.span(*draft.addressee) if draft.addressee else None
        if addressee is not None and any(addressee.overlaps(c) for c in content):
            draft.addressee = _before_content(draft, tree, content)
        spoken = draft.manner == "say" or bool(quoted)
        cue = self.article.cite(tree.passage.span(*draft.cue))
        pieces = tuple(self.article.cite(s) for s in content)
        return Quote(
            id=make_id("quote", self.article.id, cue.start, [[c.start, c.end] for c in pieces]),
            kind=_kind(pieces, quoted),
            source=self.article.cite(tree.passage.span(*draft.source)) if draft.source else None,
            cue=cue,
            content=pieces,
            quoted=quoted,
            speaker=speaker.entity,
            speaker_name=speaker.name,
            reason=speaker.reason,
            occasion=self.occasions.of(draft, tree, speaker, content) if spoken else None,
            addressee=tree.passage.phrase(*draft.addressee) if draft.addressee else None,
            holder=holder,
            manner=draft.manner,
        )

    def _quoted(self, draft: Draft, inner: Sequence[Piece]) -> tuple[Citation, ...]:
        """The stretches of the content that stand between marks, labels apart.

        Within a sentence that stands in no marks, what is quoted in another's words is that other's ("he told the
        board that «...», according to two members").
        """
        return tuple(
            self.article.cite(self.trees[piece.passage].passage.paragraph.span(s.inner_start, s.inner_end))
            for piece in draft.pieces
            for s in self.marks[piece.passage]
            if _holds(piece, s) and not any(_holds(i, s) for i in inner if i.passage == piece.passage)
            if not self._label(s, piece, draft)
        )

    def _label(self, stretch: Stretch, piece: Piece, draft: Draft) -> bool:
        return is_label(self.trees[piece.passage], stretch, draft, self.words)


def _holds(piece: Piece, stretch: Stretch) -> bool:
    return piece.start <= stretch.start and stretch.end <= piece.end


def _before_content(draft: Draft, tree: Tree, content: Sequence[Span]) -> Range | None:
    """The addressee as far as the content ("a briefing that ..."); None if the content begins with it.

    In "promised «a new road»" the object is what, not whom.
    """
    assert draft.addressee is not None
    first, last = draft.addressee
    while last > first and any(tree.passage.span(last - 1, last).overlaps(c) for c in content):
        last -= 1
    whole = any(tree.passage.span(first, first + 1).overlaps(c) for c in content)
    return None if whole or last == first else (first, last)


def _manner(draft: Draft, tree: Tree, speaker: Speaker, words: Lexicon) -> Manner:
    """A thing that is nobody ("the visit underscores ties") says nothing: it shows."""
    if draft.manner != "say" or draft.frame != "np" or speaker.entity is not None:
        return draft.manner
    noun = draft.head is not None and tree.tags[draft.head] in ("NN", "NNS", "DT", "WDT")
    thing = noun and draft.head is not None and tree.lemmas[draft.head] not in words.spokesmen
    return "show" if draft.head is None or thing else "say"


def _kind(content: Sequence[Citation], quoted: Sequence[Citation]) -> QuoteKind:
    """Direct when nothing but marks and stops stands outside the quoted stretches."""
    if not quoted:
        return "indirect"
    inside = [q.span for q in quoted]
    for piece in content:
        for offset, char in enumerate(piece.exact, piece.start):
            if char.isalnum() and not any(s.start <= offset < s.end for s in inside):
                return "mixed"
    return "direct"
