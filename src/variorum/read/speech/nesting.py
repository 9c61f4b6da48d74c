"""Which attribution holds which: a speaker's own cues are part of what the speaker says."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.read.speech.draft import AROUND, Draft
from variorum.read.speech.tree import Tree

CONTRASTS = frozenset({"while", "whereas"})


def outermost(tree: Tree, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts that the report itself makes, and those of another's words within them, in order of their cues.

    A cue inside another's content is dropped, unless it attributes words to somebody else ("the office said that Lee
    had told ..."), which is kept with its holder, or only seems to be inside, because the parser has hung it too low
    ("said it would take time, adding that ...").
    """
    drafts = _without_carriers(sorted(drafts, key=lambda d: (d.cue, d.nucleus)))
    for draft in drafts:
        _close(tree, draft, drafts)
    out: list[Draft] = []
    for draft in drafts:
        governor = _governor(tree, draft, drafts)
        holder = None if governor else _holder(draft, out, drafts)
        if governor is not None:
            _lift(tree, draft, governor)
        elif holder is not None and (contrast := _contrast(tree, draft)) is not None:
            _cut(tree, holder, contrast)
        elif holder is not None and _another_voice(tree, draft, holder):
            draft.holder = holder
        elif holder is not None:
            continue
        out.append(draft)
    return [d for d in out if d.inner]


def _close(tree: Tree, last: Draft, drafts: Sequence[Draft]) -> None:
    """End what was told to somebody before a cue that closes the sentence: "She told the board ..., her aide said"."""
    if last.frame != "tail" or last.source is None or len(last.inner) != 1 or last.source[0] > last.nucleus:
        return
    first, end = last.inner[0]
    for draft in drafts:
        told = draft.frame == "clause" and draft.addressee is not None and first <= draft.nucleus < end
        if told and any(a <= last.nucleus < b for a, b in draft.inner):
            draft.inner = [tree.trim((a, min(b, last.source[0]))) for a, b in draft.inner if a < last.source[0]]


def _governor(tree: Tree, draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The attribution that a cue hung too low really goes on from: the highest one above it in the tree."""
    above = list(tree.passage.ancestors(draft.nucleus))
    return next((d for d in drafts if d.nucleus in above and _hung_too_low(tree, draft, d)), None)


def _holder(draft: Draft, outer: Sequence[Draft], drafts: Sequence[Draft]) -> Draft | None:
    """The attribution whose content holds this cue: one already found to be outermost, before any other."""
    among = [*(o for o in outer if o.holder is None), *(d for d in drafts if d.frame != "tail"), *drafts]
    return next((d for d in among if d is not draft and _inside(draft, d)), None)


def _inside(draft: Draft, holder: Draft) -> bool:
    if draft.frame == "phrase" and holder.manner != "say":
        return False  # "according to" reports the whole sentence
    return any(first <= draft.nucleus < last for first, last in holder.inner) and not (
        any(first <= holder.nucleus < last for first, last in draft.inner) and draft.nucleus < holder.nucleus
    )


def _without_carriers(drafts: Sequence[Draft]) -> list[Draft]:
    """One draft for one content.

    A noun that has taken a verb into its cue ("made the claim that") stands for both, and a verb for the noun behind
    it ("said in a statement that").
    """
    taken = {t for d in drafts for t in range(*d.cue) if t != d.nucleus}
    left = [d for d in drafts if d.nucleus not in taken]
    first: dict[tuple[tuple[int, int], ...], Draft] = {}
    for draft in left:
        first.setdefault(tuple(draft.inner), draft)
    return [d for d in left if first[tuple(d.inner)] is d]


def _hung_too_low(tree: Tree, draft: Draft, holder: Draft) -> bool:
    """A say-verb with no subject of its own, joined by a comma ("..., adding that") or, in one tense, a conjunction."""
    verb = draft.nucleus
    if (
        draft.manner != "say"
        or holder.manner not in ("say", "show")
        or tree.tags[verb][0] != "V"
        or verb < holder.nucleus
    ):
        return False
    if tree.child(verb, "nsubj", "nsubjpass") is not None:
        return False
    before = draft.cue[0] - 1
    if tree.tags[verb] == "VBG":
        return before > 0 and tree.words[before] in (",", "”", '"', "''") and draft.frame in ("clause", "quote")
    same = tree.tags[verb] == tree.tags[holder.nucleus] and tree.tags[verb] in ("VBD", "VBZ", "VBP")
    return same and tree.deps[verb] == "conj" and tree.tags[before] in ("CC", ",")


def _lift(tree: Tree, draft: Draft, holder: Draft) -> None:
    """Give the draft its holder's source, and cut the holder's content before it."""
    draft.source, draft.head = holder.source, holder.head
    _cut(tree, holder, draft.cue[0])


def _contrast(tree: Tree, draft: Draft) -> int | None:
    """Where a clause begins that sets one speaker against another: ", while Reyes said ..."."""
    mark = tree.child(draft.nucleus, "mark")
    if draft.manner != "say" or draft.head is None or mark is None or tree.lower[mark] not in CONTRASTS:
        return None
    return mark if mark > 0 and tree.words[mark - 1] == "," else None


def _cut(tree: Tree, holder: Draft, cut: int) -> None:
    """End the holder's content before a token."""
    while cut > 0 and (tree.tags[cut - 1] == "CC" or tree.words[cut - 1] == ","):
        cut -= 1
    holder.inner = [(a, min(b, cut)) for a, b in holder.inner if a < cut]


def _another_voice(tree: Tree, draft: Draft, holder: Draft) -> bool:
    """Whether an inner cue gives words to somebody else.

    Inside a that-clause a pronoun is mostly the outer speaker ("Lee said he had told ..."); before a cue that follows
    its content it is not ("he told the board ..., according to two members"). Who judges something in words of their
    own is another voice too ("the council called it «a provocation», the office said").
    """
    judges = draft.manner == "judge" and draft.verbal and any(tree.is_mark(t) for r in draft.inner for t in range(*r))
    if holder.manner != "say" or draft.head is None:
        return False
    if not judges and (draft.manner != "say" or draft.frame not in ("clause", "tail")):
        return False
    if tree.tags[draft.head].startswith("W"):
        return False
    if tree.tags[draft.head].startswith("PRP"):
        return holder.frame in AROUND and holder.head is not None and not tree.tags[holder.head].startswith("PRP")
    return holder.head is None or tree.lower[draft.head] != tree.lower[holder.head]
