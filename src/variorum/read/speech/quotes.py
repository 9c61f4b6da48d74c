"""One article's attributions: who said what, with which words, on which occasion."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from variorum.model.article import Article
from variorum.model.ids import make_id
from variorum.model.parse import Passage
from variorum.model.reading import Entity, Manner, Mention, Occasion, Quote, QuoteKind
from variorum.model.text import Citation, Span
from variorum.model.time import TimeExpression
from variorum.read.speech.draft import Draft
from variorum.read.speech.labels import is_label
from variorum.read.speech.lexicon import lexicon
from variorum.read.speech.marks import Stretch, stretches
from variorum.read.speech.merge import attributions
from variorum.read.speech.occasion import occasion_of
from variorum.read.speech.speaker import NOBODY, Discourse, Speaker, resolve
from variorum.read.speech.tree import Tree


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
    return _Assembly(article, trees, marks, mentions, entities, times).quotes(drafts)


class _Assembly:
    """Turns drafts into quotes, in order, carrying speakers and occasions along."""

    def __init__(
        self,
        article: Article,
        trees: Sequence[Tree],
        marks: Sequence[Sequence[Stretch]],
        mentions: Sequence[Mention],
        entities: Sequence[Entity],
        times: Sequence[TimeExpression],
    ) -> None:
        self.article, self.trees, self.marks, self.times = article, trees, marks, times
        self.words = lexicon(article.language)
        self.mentions: Mapping[int, list[Mention]] = defaultdict(list)
        for m in mentions:
            self.mentions[m.paragraph].append(m)
        self.discourse = Discourse({e.id: e for e in entities}, article.language)
        self.carried: tuple[int, Speaker, Occasion] | None = None

    def quotes(self, drafts: Sequence[Draft]) -> tuple[Quote, ...]:
        """All of them; ``holder`` is the index of the quote that embeds one."""
        index = {id(d): n for n, d in enumerate(drafts)}
        return tuple(self._quote(d, index.get(id(d.holder)) if d.holder else None) for d in drafts)

    def _quote(self, draft: Draft, holder: int | None) -> Quote:
        tree = self.trees[draft.passage]
        content = [self.trees[p.passage].passage.paragraph.span(p.start, p.end) for p in draft.pieces]
        quoted = self._quoted(draft)
        speaker = resolve(draft, tree, self.mentions[tree.passage.index], self.discourse)
        occasion = self._occasion(draft, tree, speaker, content) if draft.manner == "say" or quoted else None
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
            occasion=occasion,
            addressee=tree.passage.phrase(*draft.addressee) if draft.addressee else None,
            holder=holder,
            manner=_manner(draft, speaker),
        )

    def _quoted(self, draft: Draft) -> tuple[Citation, ...]:
        """The stretches of the content that stand between marks, labels apart."""
        out = []
        for piece in draft.pieces:
            tree = self.trees[piece.passage]
            for s in self.marks[piece.passage]:
                if piece.start <= s.start and s.end <= piece.end and not is_label(tree, s, draft, self.words):
                    out.append(self.article.cite(tree.passage.paragraph.span(s.inner_start, s.inner_end)))
        return tuple(out)

    def _occasion(self, draft: Draft, tree: Tree, speaker: Speaker, content: Sequence[Span]) -> Occasion | None:
        """The sentence's own occasion, or the one before, for the same speaker in this paragraph or the next."""
        own = occasion_of(draft, tree, self.article, self.times, content)
        if own is not None:
            self.carried = (draft.passage, speaker, own)
            return own
        if self.carried is None:
            return None
        place, who, occasion = self.carried
        same = who is not NOBODY and (who.entity, who.name) == (speaker.entity, speaker.name)
        if not same or draft.passage - place > 1:
            self.carried = None
            return None
        self.carried = (draft.passage, who, occasion)
        return occasion


def _manner(draft: Draft, speaker: Speaker) -> Manner:
    """A thing that is nobody ("the visit underscores ties") says nothing: it shows."""
    return "show" if draft.manner == "say" and draft.frame == "np" and speaker.entity is None else draft.manner


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
