"""Bring the marks and the trees together: what stands between quotation marks is content, whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from variorum.model.parse import Passage, kept_with_parse
from variorum.read.speech.after import cue_after
from variorum.read.speech.beside import cue_at_end, cue_beside, is_whole_sentence, lead_in
from variorum.read.speech.draft import Draft, Ground, Piece
from variorum.read.speech.labels import is_title, names_something
from variorum.read.speech.lexicon import Lexicon
from variorum.read.speech.marks import Stretch
from variorum.read.speech.nesting import outermost
from variorum.read.speech.nominal import adjective_drafts, noun_drafts
from variorum.read.speech.phrases import colon_drafts, phrase_drafts
from variorum.read.speech.thread import Thread
from variorum.read.speech.tree import Tree
from variorum.read.speech.verbs import verb_drafts

STOPS = frozenset(".?!")
FRAGMENT = 3
"""Words: fewer, in a sentence that names no speaker, are as often a label as what somebody said."""
CONJUNCTION = 3
"""Tokens: a conjunction between two pieces, with its comma or adverb."""


def attributions(trees: Sequence[Tree], marks: Sequence[Sequence[Stretch]], words: Lexicon) -> list[Draft]:
    """Every attribution of an article, with its content in pieces, in the order of the text.

    Args:
        trees: the passages.
        marks: each passage's quoted stretches.
        words: the language's words.
    """
    out: list[Draft] = []
    thread = Thread()
    for place, (tree, stretches) in enumerate(zip(trees, marks, strict=True)):
        drafts = _placed(_of_passage(tree.passage, tuple(stretches), words), place)
        if place and (announced := _announced(trees[place - 1], place, stretches, [*out, *drafts], words)) is not None:
            drafts.insert(0, announced)
        _go_on(tree, place, stretches, drafts, words)
        thread.follow(tree, place, stretches, drafts)
        out += drafts
    thread.end()
    for draft in out:
        draft.pieces = _joined(draft.pieces, trees)
    return [d for d in out if d.pieces]


def _placed(drafts: Sequence[Draft], place: int) -> list[Draft]:
    """Copies of a passage's drafts, free to grow, with their place among the article's passages."""
    copies = {
        id(d): replace(d, passage=place, inner=[*d.inner], pieces=[Piece(place, p.start, p.end) for p in d.pieces])
        for d in drafts
    }
    for copy in copies.values():
        copy.holder = copies.get(id(copy.holder)) if copy.holder else None
    return list(copies.values())


@kept_with_parse
def _of_passage(passage: Passage, stretches: tuple[Stretch, ...], words: Lexicon) -> tuple[Draft, ...]:
    """What the passage alone tells, as if it were the article's first."""
    tree, place = Tree(passage), 0
    quoted = frozenset(t for s in stretches for t in _tokens(tree, s))
    ground = Ground(tree, place, words, quoted)
    makers = (verb_drafts, noun_drafts, adjective_drafts, phrase_drafts, colon_drafts)
    found = [draft for make in makers for draft in make(ground)]
    drafts = outermost(tree, found)
    for draft in drafts:
        draft.pieces = [_piece(tree, place, r, stretches) for r in draft.inner]
        if draft.frame == "tail" and draft.pieces:
            draft.pieces[0] = _own_sentences(tree, draft.pieces[0], stretches)
    for stretch in stretches:
        if not _covered(stretch, place, drafts) and not names_something(tree, stretch, words):
            _attach(tree, place, stretch, drafts, words)
    for draft in drafts:
        if draft.head is not None and draft.head in quoted and _is_thing(tree, draft.head, words):
            draft.source = draft.head = None
    return tuple(sorted(drafts, key=lambda d: d.cue))


def _is_thing(tree: Tree, noun: int, words: Lexicon) -> bool:
    """Whether a noun in quotation marks is a label, which speaks for nobody; an alias or «experts» may."""
    return tree.tags[noun] in ("NN", "NNS") and tree.lemmas[noun] not in words.spokesmen


def _announced(
    before: Tree, place: int, stretches: Sequence[Stretch], drafts: Sequence[Draft], words: Lexicon
) -> Draft | None:
    """The cue that ends the paragraph before with a colon, if this one begins with a loose quotation."""
    if not stretches or stretches[0].start > 0 or _covered(stretches[0], place, drafts):
        return None
    draft = cue_at_end(before, place - 1, words)
    if draft is not None:
        draft.pieces = [Piece(place, stretches[0].start, stretches[0].end)]
    return draft


def _go_on(tree: Tree, place: int, stretches: Sequence[Stretch], drafts: Sequence[Draft], words: Lexicon) -> None:
    """Give quoted words in a sentence that names nobody to who spoke in the sentence before.

    "Lee said the line worked. The talk was «brief and correct»." A report tells on in the words of its source; a label
    is nobody's words.
    """
    for stretch in stretches:
        inside = [t for t in tree.tokens_in(stretch.inner_start, stretch.inner_end) if not tree.is_punct(t)]
        if _covered(stretch, place, drafts) or is_whole_sentence(tree, stretch) or len(inside) < FRAGMENT:
            continue
        first, last = tree.sentence(inside[0])
        before = tree.sentence(first - 1) if first else None
        if before is None or is_title(tree, stretch) or names_something(tree, stretch, words):
            continue
        if any(first <= d.nucleus < last for d in drafts):
            continue
        said = [d for d in drafts if d.manner == "say" and d.source and before[0] <= d.nucleus < before[1]]
        outer = [d for d in said if d.holder is None]
        if len(outer) == 1 and _ends(tree, inside[-1], last):
            outer[0].pieces.append(Piece(place, stretch.start, stretch.end))


def _ends(tree: Tree, token: int, end: int) -> bool:
    """Whether nothing but stops and marks stands between a token and its sentence's end."""
    return all(tree.is_punct(t) for t in range(token + 1, end))


def _tokens(tree: Tree, stretch: Stretch) -> range:
    return tree.tokens_in(stretch.start, stretch.end)


def _piece(tree: Tree, place: int, span: tuple[int, int], stretches: Sequence[Stretch]) -> Piece:
    """The tokens' characters, grown so that no quoted stretch is cut."""
    start, end = tree.parse.starts[span[0]], tree.parse.ends[span[1] - 1]
    for s in stretches:
        if s.start < end and start < s.end:
            start, end = min(start, s.start), max(end, s.end)
    return Piece(place, start, end)


def _own_sentences(tree: Tree, piece: Piece, stretches: Sequence[Stretch]) -> Piece:
    """The words before a cue, from a quotation on that is a sentence of its own.

    What stands before it is the sentence before, whose stop the parser has taken for an abbreviation's: "left at
    4 p.m. «We are late,» she said".
    """
    text = tree.passage.text
    for s in stretches:
        if not piece.start < s.start < piece.end <= s.end:
            continue
        if text[s.inner_start : s.inner_end].strip()[:1].isupper() and text[: s.start].rstrip()[-1:] in STOPS:
            return Piece(piece.passage, s.start, piece.end)
    return piece


def _covered(stretch: Stretch, place: int, drafts: Sequence[Draft]) -> bool:
    return any(p.passage == place and p.start < stretch.end and stretch.start < p.end for d in drafts for p in d.pieces)


def _attach(tree: Tree, place: int, stretch: Stretch, drafts: list[Draft], words: Lexicon) -> None:
    """Give a loose quotation to the cue beside it, or to the one whose quotation it goes on with."""
    going_on = next((d for d in drafts if _right_behind(tree, d, stretch) or _spelt_out(tree, d, stretch)), None)
    if going_on is not None:
        going_on.pieces.append(Piece(place, stretch.start, stretch.end))
        return
    if _attach_aside(tree, place, stretch, drafts):
        return
    beside = cue_beside(tree, place, stretch, words) or cue_after(tree, place, stretch, words)
    if beside is None:
        return
    piece = Piece(place, lead_in(tree, beside, stretch), stretch.end)
    for draft in drafts:
        if draft.nucleus == beside.nucleus or draft.cue[0] <= beside.nucleus < draft.cue[1]:
            draft.pieces.append(piece)
            return
    holders = [d for d in drafts if any(p.start <= tree.parse.starts[beside.nucleus] < p.end for p in d.pieces)]
    for holder in holders:
        holder.pieces = [p for p in holder.pieces if not p.start <= tree.parse.starts[beside.nucleus] < p.end]
    drafts[:] = [d for d in drafts if d.pieces]
    beside.pieces = [piece]
    drafts.append(beside)


def _attach_aside(tree: Tree, place: int, stretch: Stretch, drafts: Sequence[Draft]) -> bool:
    """Give quoted words in a loose relative clause to the attribution whose content they tell more of, if there is one.

    In "He praised the pilot, who had «not slept for two days»" the words are his as well.
    """
    at = tree.first_from(stretch.inner_start)
    verb = next((t for t in (at, *tree.passage.ancestors(at)) if tree.deps[t] == "relcl"), None) if at else None
    if verb is None:
        return False
    noun = tree.heads[verb]
    holder = next((d for d in drafts if any(a <= noun < b for a, b in d.inner) and d.cue[1] <= noun), None)
    if holder is None or holder.head is None or holder.manner not in ("say", "judge"):
        return False
    holder.pieces.append(Piece(place, tree.parse.starts[tree.left[verb]], stretch.end))
    return True


def _right_behind(tree: Tree, draft: Draft, stretch: Stretch) -> bool:
    """Whether nothing but a comma parts a cue that follows its content from the quotation: "...," he said, "..."."""
    last = max(draft.cue[1], draft.source[1] if draft.source else 0)
    end = tree.parse.ends[last - 1]
    between = tree.passage.text[end : stretch.start].strip()
    follows = bool(draft.pieces) and draft.pieces[0].start < tree.parse.starts[draft.cue[0]]
    joined = between in (", and", ", but")  # "it went well, he said, and «on time»"
    return (
        follows and end <= stretch.start and (between == "," or joined or (not between and tree.words[last - 1] == ","))
    )


def _spelt_out(tree: Tree, draft: Draft, stretch: Stretch) -> bool:
    """Whether the quotation follows the reported words over a colon: "said she has what it takes: «...»"."""
    ends = (p.end for p in draft.pieces)
    return draft.manner == "say" and any(tree.passage.text[end : stretch.start].strip() == ":" for end in ends)


def _joined(pieces: Sequence[Piece], trees: Sequence[Tree]) -> list[Piece]:
    """Sorted, with pieces that overlap, touch, or are no more than a conjunction apart made one."""
    out: list[Piece] = []
    for piece in sorted(pieces):
        if out and out[-1].passage == piece.passage and _adjoin(trees[piece.passage], out[-1].end, piece.start):
            out[-1] = Piece(piece.passage, out[-1].start, max(out[-1].end, piece.end))
        else:
            out.append(piece)
    return out


def _adjoin(tree: Tree, end: int, start: int) -> bool:
    if start <= end or not tree.passage.text[end:start].strip():
        return True
    between = tree.tokens_in(end, start)
    return (
        len(between) <= CONJUNCTION
        and any(tree.tags[t] == "CC" for t in between)
        and all(tree.tags[t] in ("CC", ",", "RB", "DT", "IN", "TO") for t in between)
    )
