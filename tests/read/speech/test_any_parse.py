"""Whatever a parser gives, the reader neither raises nor gives a span that does not hold."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests import factory
from variorum.model.parse import Parse, Passage
from variorum.read.speech import find_quotes

WORDS = [
    "Marsh", "she", "who", "office", "said", "told", "called", "adding", "claim", "reporters", "interview", "X", "that",
    "to", "for", "as", "by", "of", "in", "according", "post", "and", "not", "concerned", "'s", ",", ".", ":", "—",
    '"', "“", "”", "''", "‘", "’", "«", "»", "-", "(", ")",
]  # fmt: skip
TAGS = [
    "NNP",
    "NN",
    "NNS",
    "PRP",
    "WP",
    "VBD",
    "VBZ",
    "VBG",
    "VBN",
    "VB",
    "IN",
    "TO",
    "JJ",
    "RB",
    "CC",
    "DT",
    ",",
    ".",
    "HYPH",
]
DEPS = [
    "nsubj", "nsubjpass", "ccomp", "xcomp", "advcl", "acl", "relcl", "conj", "dobj", "pobj", "prep", "agent", "poss",
    "appos", "punct", "mark", "aux", "auxpass", "oprd", "prt", "parataxis", "amod", "compound", "pcomp", "dep",
]  # fmt: skip


@st.composite
def paragraphs(draw: st.DrawFn) -> tuple[str, Parse]:
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=24))
    count = len(words)
    order = draw(st.permutations(range(count)))
    heads = [0] * count
    for n, token in enumerate(order):  # each hangs on one placed before it, so that there is no circle
        heads[token] = order[draw(st.integers(0, n - 1))] if n and draw(st.booleans()) else token
    starts, at = [], 0
    for word in words:
        starts.append(at)
        at += len(word) + 1
    cut = draw(st.integers(1, count))
    return " ".join(words), Parse(
        starts=tuple(starts),
        ends=tuple(s + len(w) for s, w in zip(starts, words, strict=True)),
        lemmas=tuple(
            {"said": "say", "told": "tell", "called": "call", "adding": "add"}.get(w, w.lower()) for w in words
        ),
        tags=tuple(draw(st.lists(st.sampled_from(TAGS), min_size=count, max_size=count))),
        pos=("X",) * count,
        deps=tuple(draw(st.lists(st.sampled_from(DEPS), min_size=count, max_size=count))),
        heads=tuple(heads),
        labels=("",) * count,
        sentences=tuple(s for s in ((0, cut), (cut, count)) if s[0] < s[1]),
    )


@settings(max_examples=400, deadline=None)
@given(st.lists(paragraphs(), min_size=1, max_size=3))
def test_every_span_holds(given_paragraphs: list[tuple[str, Parse]]) -> None:
    article = factory.article("\n".join(text for text, _ in given_paragraphs))
    passages, at = [], 0
    for n, (text, parse) in enumerate(given_paragraphs):
        passages.append(Passage(n, factory.paragraph(text, at=at), parse))
        at += len(text) + 1
    quotes = find_quotes(article, passages, (), (), ())
    for n, quote in enumerate(quotes):
        cites = [quote.source, quote.cue, *quote.content, *quote.quoted]
        cites += [quote.occasion.cite] if quote.occasion else []
        assert all(c is None or c.holds(article.text) for c in cites)
        assert quote.content and quote.cue is not None
        assert quote.holder is None or (quote.holder != n and quote.holder < len(quotes))
    assert len({q.id for q in quotes}) == len(quotes)
