"""Words in quotation marks that nobody spoke: labels, titles, scare quotes. Told by grammar."""

from __future__ import annotations

from variorum.read.speech.draft import ANTECEDENT, Draft
from variorum.read.speech.lexicon import Lexicon
from variorum.read.speech.marks import Stretch
from variorum.read.speech.tree import Tree

SHORT = 4
"""Words: a label is not longer."""
LONGEST_TITLE = 10
"""Words: nor is a title."""


def is_label(tree: Tree, stretch: Stretch, draft: Draft, words: Lexicon) -> bool:
    """Whether a quoted stretch inside an attribution's content is a name for something, not words that were said.

    A label is short and has no verb. It stands as a modifier before its noun, or behind a word that announces a name
    ("so-called", "the term"), or it is the content of no words at all but of a thought, a wish, an emphasis.
    """
    if draft.frame == ANTECEDENT:
        tokens = _short(tree, stretch)
        return is_title(tree, stretch) or (bool(tokens) and _announced(tree, tokens[0], words))
    if names_something(tree, stretch, words):
        return not _whole(tree, stretch, draft)
    tokens = _short(tree, stretch)
    if not tokens or _whole(tree, stretch, draft):
        return False
    head = _head(tree, tokens)
    judged = draft.manner == "judge" and draft.verbal
    return tree.tags[head][0] == "N" and draft.manner != "say" and not judged


def names_something(tree: Tree, stretch: Stretch, words: Lexicon) -> bool:
    """Whether the stretch is a label by its own place: a title, a modifier before its noun, or announced as a name."""
    if is_title(tree, stretch):
        return True
    tokens = _short(tree, stretch)
    if not tokens:
        return False
    head = _head(tree, tokens)
    modifier = tree.deps[head] in ("amod", "compound", "nmod") and tree.heads[head] > tokens[-1]
    return modifier or _announced(tree, tokens[0], words)


def _short(tree: Tree, stretch: Stretch) -> list[int]:
    """The stretch's words, if they are few and none of them is a finite verb."""
    inside = tree.tokens_in(stretch.inner_start, stretch.inner_end)
    tokens = [t for t in inside if not tree.is_punct(t)]
    finite = any(tree.tags[t] in ("VBD", "VBZ", "VBP", "MD") for t in tokens)
    return [] if finite or len(tokens) > SHORT else tokens


def _head(tree: Tree, tokens: list[int]) -> int:
    outside = (t for t in tokens if not tokens[0] <= tree.heads[t] <= tokens[-1] or tree.heads[t] == t)
    return next(outside, tokens[-1])


def is_title(tree: Tree, stretch: Stretch) -> bool:
    """Whether a quoted stretch is the title of a work or a programme: capitals throughout, in the midst of a phrase."""
    inside = [t for t in tree.tokens_in(stretch.inner_start, stretch.inner_end) if not tree.is_punct(t)]
    if not inside or inside[0] == 0 or len(inside) > LONGEST_TITLE:
        return False
    before = inside[0] - 1
    while before > 0 and tree.is_mark(before):
        before -= 1
    if tree.tags[before] not in ("IN", "POS", "DT", "PRP$", "NN", "NNS", "NNP", "CC"):
        return False
    return all(tree.words[t][:1].isupper() or len(tree.words[t]) < 5 for t in inside) and all(
        tree.words[t][:1].isupper() or tree.words[t][:1].isdigit() for t in (inside[0], inside[-1])
    )


def _whole(tree: Tree, stretch: Stretch, draft: Draft) -> bool:
    """Whether the stretch is all that the cue reports: then it was said."""
    return (
        all(p.start >= stretch.start - 1 and p.end <= stretch.end + 1 for p in draft.pieces) and draft.manner == "say"
    )


def _announced(tree: Tree, first: int, words: Lexicon) -> bool:
    at = first - 1
    while at >= 0 and tree.is_mark(at):
        at -= 1
    if at < 0 or tree.child(at, "nsubj") is not None:  # "what he called «a disgrace»" was said
        return False
    return tree.lower[at] in words.label_before or tree.lemmas[at] in words.label_nouns
