"""The cue that stands next to a quotation, whatever the parser has made of the two."""

from __future__ import annotations

import re

from variorum.model.reading import Manner
from variorum.read.speech.draft import Draft
from variorum.read.speech.group import addressee_of, core_range, cue_range, entry_of, relayed
from variorum.read.speech.lexicon import Entry, Lexicon
from variorum.read.speech.marks import Stretch
from variorum.read.speech.source import is_passive, source_of, source_range
from variorum.read.speech.tree import Range, Tree

FARTHEST = 40
"""Tokens: a source with its apposition is not longer."""
HANGING = frozenset(",?!—–-…")
"""A quotation that ends with one of these waits for its cue."""
FINAL = frozenset(".?!…")
DASHES = frozenset({"—", "–", "―", "--", "-"})
SIGNED = re.compile(r"\s*(?:―|—|–|--)\s*(?=\S)")
SIGNATURE = 12
"""Tokens: the name and office of one who signs a quotation are not longer."""


def is_whole_sentence(tree: Tree, stretch: Stretch) -> bool:
    """Whether the quotation is a sentence, or several, of its own."""
    text = tree.passage.text
    inner = text[stretch.inner_start : stretch.inner_end].strip()
    before = text[: stretch.start].rstrip()
    ends = (
        inner[-1:] in FINAL or text[stretch.end : stretch.end + 1] in FINAL or (not stretch.closed and stretch.goes_on)
    )
    starts = not before or before[-1] in ".?!…:”\"'’)" or before.endswith(("''",))
    return ends and starts and len(inner) > 1 and not inner[:1].islower()


def cue_beside(tree: Tree, place: int, stretch: Stretch, words: Lexicon) -> Draft | None:
    """The cue right before the quotation, if that stands within its sentence, or right behind it.

    A quotation that ends with a comma waits for the cue behind it.
    """
    text = tree.passage.text
    before = text[: stretch.start].rstrip()[-1:]
    within = (before.isalnum() or before in (",", ":")) and not text[: stretch.inner_end].rstrip().endswith(",")
    ahead = _before(tree, place, stretch, words) if within else None
    return ahead or _behind(tree, place, stretch, words) or _before(tree, place, stretch, words)


def _behind(tree: Tree, place: int, stretch: Stretch, words: Lexicon) -> Draft | None:
    """A cue after the quotation: said Lee; Lee said; a dash and a name. Any verb will do after a comma."""
    text = tree.passage.text
    dash = SIGNED.match(text, stretch.end)
    if dash is not None and (signed := _signature(tree, place, tree.first_from(dash.end()))) is not None:
        return signed
    start = tree.first_from(stretch.end)
    if start is None:
        return None
    inner = text[stretch.inner_start : stretch.inner_end].rstrip()
    if inner[-1:] not in HANGING and tree.words[start] not in (",", *DASHES):
        return None
    while start < len(tree.words) and (tree.words[start] == "," or tree.words[start] in DASHES):
        start += 1
    for verb in range(start, min(start + FARTHEST, len(tree.words))):
        if tree.words[verb] in (".", ";", '"', "“") and verb > start:
            return None
        if tree.tags[verb][0] != "V" or tree.deps[verb] in ("aux", "auxpass"):
            continue
        entry = entry_of(tree, verb, words)
        core = core_range(tree, verb)
        beside = core is not None and (core[0] == start or (core[0] == start + 1 and tree.tags[start] == "RB"))
        says = entry is not None and entry.takes("quote", "tail")
        if (beside or (verb == start and says)) and (_free(tree, verb, entry) or relayed(tree, verb)):
            return _draft(tree, place, relayed(tree, verb) or verb, words, "tail")
        if says and core is None and verb > start and _free(tree, verb, entry):
            return _between(tree, place, start, verb, words)
        if tree.tags[verb] in ("VBD", "VBZ", "VBP") and tree.deps[verb] not in ("relcl", "acl", "advcl"):
            return None
    return None


def _between(tree: Tree, place: int, start: int, verb: int, words: Lexicon) -> Draft | None:
    """What stands between a quotation and its verb is the subject, wherever the parser has hung it."""
    inside = range(start, verb)
    nouns = [t for t in inside if tree.tags[t][0] == "N" or tree.tags[t] == "PRP"]
    subject = tree.child(verb, "nsubj")
    if not nouns or (subject is not None and subject in inside) or tree.tags[start] in ("IN", "CC", "WRB", "TO"):
        return None
    head = next((t for t in nouns if not start <= tree.heads[t] < verb), nouns[0])
    draft = _draft(tree, place, verb, words, "tail")
    first, last = tree.trim((start, cue_range(tree, verb)[0]))
    parted = any(tree.words[t] == "," for t in range(first, last)) and tree.words[last] == ","
    draft.source, draft.head = (first, last + parted), head
    return draft


def _free(tree: Tree, verb: int, entry: Entry | None) -> bool:
    """Whether the verb has no content of its own behind it, so that the quotation before it may be its content."""
    if any(tree.left[c] > verb and not tree.apart(c) for c in tree.children(verb, "ccomp")):
        return verb > 0 and tree.child(verb, "nsubj") is None
    thing = tree.child(verb, "dobj")
    return thing is None or thing < verb or (entry is not None and entry.takes("told", "quote"))


def _signature(tree: Tree, place: int, start: int | None) -> Draft | None:
    """A name after a dash, to the end of the paragraph: the speaker signs."""
    end = len(tree.words)
    while start is not None and end > start and tree.is_punct(end - 1):
        end -= 1
    if start is None or not 0 < end - start <= SIGNATURE or not tree.words[start][:1].isupper():
        return None
    inside = range(start, end)
    if any(tree.tags[t][0] == "V" and tree.tags[t] != "VBN" for t in inside):
        return None
    head = next((t for t in inside if tree.heads[t] not in inside or tree.heads[t] == t), start)
    return Draft(place, start - 1, (start - 1, start), "say", "tail", source=(start, end), head=head)


def _before(tree: Tree, place: int, stretch: Stretch, words: Lexicon) -> Draft | None:
    """A cue before the quotation: Lee said; Lee told reporters; or the name and a colon."""
    at = tree.last_before(stretch.start)
    return _up_to(tree, place, at, words)


def cue_at_end(tree: Tree, place: int, words: Lexicon) -> Draft | None:
    """The cue of a paragraph that ends with a colon, for a quotation that is a paragraph of its own."""
    last = len(tree.words) - 1
    return _up_to(tree, place, last, words) if last > 0 and tree.words[last] == ":" else None


def _up_to(tree: Tree, place: int, at: int, words: Lexicon) -> Draft | None:
    colon = False
    while at >= 0 and (tree.words[at] in (",", ":", "--", "—", "that", "-") or tree.is_mark(at)):
        colon = colon or tree.words[at] == ":"
        at -= 1
    if at < 0:
        return None
    first = tree.sentence(at)[0]
    verb = _governing(tree, at, first, words)
    if verb is not None:
        draft = _draft(tree, place, verb, words, "quote")
        if colon and draft.cue[1] < len(tree.words) and tree.words[draft.cue[1]] == ":":
            draft.cue = (draft.cue[0], draft.cue[1] + 1)
        return draft
    return _colon(tree, place, at, first) if colon else None


def lead_in(tree: Tree, draft: Draft, stretch: Stretch) -> int:
    """Where the content of a cue before a quotation begins: behind the cue, unless something parts the two.

    "branded the plan a «disaster»" reports the whole of "the plan a disaster".
    """
    at = tree.first_from(stretch.start)
    if draft.frame != "quote" or at is None or not draft.cue[1] < at:
        return stretch.start
    between = range(draft.cue[1], at)
    if any(tree.words[t] in (",", ":", "—", "–", "--", ";", ".") for t in between):
        return stretch.start
    that = next((t for t in between if tree.lower[t] == "that" and tree.deps[t] == "mark"), None)
    if that is not None:
        return tree.parse.starts[that]
    if draft.addressee is not None or tree.deps[between[0]] in ("npadvmod", "npmod", "advmod"):
        return stretch.start
    if tree.deps[between[0]] == "prep" and tree.lower[between[0]] not in ("of", "about", "for", "as"):
        return stretch.start
    return tree.parse.starts[between[0]]


def _governing(tree: Tree, at: int, first: int, words: Lexicon) -> int | None:
    """The verb of saying that the words right before the quotation depend on."""
    todo = [at, *tree.passage.ancestors(at)]
    for token in todo:
        if token < first:
            return None
        if tree.tags[token][0] == "V" and token <= at:
            entry = entry_of(tree, token, words)
            if entry is not None and entry.takes("quote", "clause", "told"):
                return token
            if tree.deps[token] not in ("xcomp", "aux", "conj", "advcl"):
                return None
    return None


def _colon(tree: Tree, place: int, at: int, first: int) -> Draft | None:
    """A name and a colon ("Lee: ..."), or a clause whose colon announces the words."""
    colon = at + 1
    while colon < len(tree.words) and tree.words[colon] != ":":
        colon += 1
    verbs = [t for t in range(first, at + 1) if tree.tags[t] in ("VBD", "VBZ", "VBP")]
    if not verbs:
        head = at
        while first <= tree.heads[head] <= at and tree.heads[head] != head:
            head = tree.heads[head]
        if tree.tags[head][0] not in "NP" or at + 1 - first > FARTHEST:
            return None
        return Draft(place, colon, (colon, colon + 1), "say", "quote", source=(first, at + 1), head=head)
    source = source_of(tree, verbs[0])
    cue = cue_range(tree, verbs[0])
    return Draft(
        place, verbs[0], (cue[0], colon + 1), "say", "quote",
        source=source[0] if source else None, head=source[1] if source else None,
    )  # fmt: skip


def _draft(tree: Tree, place: int, verb: int, words: Lexicon, frame: str) -> Draft:
    entry = entry_of(tree, verb, words)
    manner: Manner = "say" if entry is None else entry.manner_of(frame)
    found = source_of(tree, verb) or (_inverted(tree, verb) if frame == "tail" else None)
    addressee = addressee_of(tree, verb, entry) if entry else None
    if found is not None and addressee is not None and addressee[0] <= found[1] < addressee[1]:
        addressee = None
    source = source_range(tree, found[1], verb) if found else None
    if source is not None and found is not None and verb < found[0][0] < source[0]:
        source = (found[0][0], source[1])
    return Draft(
        place, verb, cue_range(tree, verb), manner, frame,
        source=source, head=found[1] if found else None, addressee=addressee, verbal=True,
    )  # fmt: skip


def _inverted(tree: Tree, verb: int) -> tuple[Range, int] | None:
    """The noun behind a verb that the parser took for its object, or missed ("...," said Lee)."""
    if is_passive(tree, verb):
        return None
    after = [c for c in tree.children(verb, *BEHIND) if c > verb and tree.tags[c][0] in "NP"]
    if after:
        return tree.extent(after[0]), after[0]
    end = verb + 1
    while end < len(tree.words) and tree.words[end][:1].isupper():
        end += 1
    return ((verb + 1, end), end - 1) if end > verb + 1 else None


BEHIND = ("nsubj", "dobj", "dative", "attr", "dep", "npadvmod", "ccomp", "appos", "oprd")
"""What a parser may call the subject that stands behind its verb."""
