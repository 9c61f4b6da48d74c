"""The words that name an occasion: a phrase ("in an interview"), hearers ("told parliament"), a source, a verb."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.lang.name_forms import fold
from variorum.lang.territories import territories
from variorum.model.parse import Passage, kept_with_parse
from variorum.model.text import Span
from variorum.read.speech.draft import Draft
from variorum.read.speech.places import Places
from variorum.read.speech.source import source_of
from variorum.read.speech.tree import Range, Tree

Found = tuple[str, Range, str | None]
"""Kind, the half-open range of the tokens that say so, and with whom or where."""
GATHERED = "meeting"
"""The occasion of what was told to people gathered, or only named together: staff, a board, shareholders."""
TOLD = "told_reporters"
"""The occasion of what was told to a news agency, a newspaper or a broadcaster."""
UNSPOKEN = frozenset({"meeting", "rally", "call"})
"""Occasions that one holds or attends without a word being said."""


def named_by(
    draft: Draft, tree: Tree, content: Sequence[Span], known: Places, outlets: frozenset[str] = frozenset()
) -> Found | None:
    """The occasion that a cue's own sentence names outside the reported words, of its several the one that says most.

    Args:
        draft: the attribution.
        tree: its passage.
        content: the reported words' ranges in the article.
        known: the language's words for occasions.
        outlets: names that the article gives to outlets, beside those that everybody knows.
    """
    told, phrase = _told(draft, tree, known, outlets), _phrase(draft, tree, content, known)
    found = _narrower(told, phrase, known) or told or phrase
    return found or _source(draft, tree, known) or _verb(draft, tree, known)


@kept_with_parse
def settings(passage: Passage, known: Places) -> tuple[tuple[int, Found, Range], ...]:
    """The verbs of a passage that set an occasion, with the tokens of those for whom."""
    tree = Tree(passage)
    verbs = [v for v, tag in enumerate(tree.tags) if tag[0] == "V"]
    rows = [(v, found, source_of(tree, v)) for v in verbs if (found := _setting(tree, v, known)) is not None]
    return tuple((v, found, source[0]) for v, found, source in rows if source is not None)


def _setting(tree: Tree, verb: int, known: Places) -> Found | None:
    """What a verb sets: its object ("addressed parliament", "gave an interview"), or whom it is spoken to.

    Any verb may stand under a phrase that names where words were said: "In a letter to staff, she struck another tone."
    """
    speaks = tree.lemmas[verb] in known.speaking
    if (kind := known.by_verb.get(tree.lemmas[verb])) is not None:
        whom = tree.child(verb, "dobj")
        return kind, (verb, (whom if whom is not None and whom > verb else verb) + 1), None
    if not speaks and tree.lemmas[verb] not in known.verbs:
        return _named_before(tree, verb, known)
    if any(tree.deps[t] == "ccomp" for t in (verb, *tree.passage.ancestors(verb))):
        return None  # "said that he had spoken by phone with ..."
    below = [*tree.children(verb, "dobj"), *(n for p in tree.children(verb, "prep") for n in tree.children(p, "pobj"))]
    for noun in below:
        if tree.tags[noun][0] != "N" or noun < verb:
            continue
        listeners = known.told.get(tree.lemmas[noun].lower())
        if speaks and listeners is not None:
            return listeners, (verb, noun + 1), tree.words[noun]
        if (speaks or tree.deps[noun] == "dobj") and (found := occasion_at(tree, noun, known)) is not None:
            return found
    return None


def _named_before(tree: Tree, verb: int, known: Places) -> Found | None:
    """The phrase before a verb's subject that names an occasion of speech."""
    subject = tree.child(verb, "nsubj")
    for link in tree.children(verb, "prep"):
        noun = tree.child(link, "pobj")
        if noun is None or subject is None or noun > subject:
            continue
        found = occasion_at(tree, noun, known)
        if found is not None and found[0] in known.spoken:
            return found
    return None


def _told(draft: Draft, tree: Tree, known: Places, outlets: frozenset[str]) -> Found | None:
    """The addressee that makes an occasion: "told reporters", "told parliament", "told us"."""
    if draft.addressee is None:
        return None
    first, last = tree.trim(draft.addressee)
    last = next((t for t in range(first + 1, last) if tree.words[t] == ","), last)
    head = next((t for t in range(first, last) if not first <= tree.heads[t] < last), first)
    if last == first + 1 and tree.lower[first] in known.own:
        return TOLD, (draft.cue[0], last), None
    outlet = _is_outlet(tree, head, (first, last), known, outlets)
    for token in () if outlet and not _on_air(tree, head, known) else (head, *range(first, last)):
        listeners = None if _seat(tree, token, known) else known.told.get(tree.lemmas[token].lower())
        kind = _kind(tree, token, known) or listeners
        if kind is not None and tree.tags[token][0] == "N":
            listens = kind in (listeners, "broadcast")
            return kind, (draft.cue[0], last), tree.passage.phrase(first, last) if listens else None
    if outlet:
        return TOLD, (draft.cue[0], last), tree.passage.phrase(*_bare(tree, head, last))
    return None


def _narrower(told: Found | None, phrase: Found | None, known: Places) -> Found | None:
    """Of words told to an outlet, to reporters or to staff on an occasion that the sentence names, that occasion.

    Whom words were told to is a meeting only for want of better: "told employees in a video message".
    """
    if told is None or phrase is None or told[0] == phrase[0]:
        return None
    if told[0] != GATHERED and (told[0] != TOLD or phrase[0] not in known.spoken):
        return None
    kind, span, medium = phrase
    return kind, span, medium or told[2]


def _on_air(tree: Tree, head: int, known: Places) -> bool:
    """Whether the outlet's name itself says that it is heard or seen: "Czech Radio"."""
    return any(_kind(tree, t, known) == "broadcast" for t in (head, *tree.children(head, "compound")))


def _is_outlet(tree: Tree, head: int, span: Range, known: Places, outlets: frozenset[str]) -> bool:
    """Whether a name is a news agency's, a broadcaster's or a newspaper's: "told AFP", "told the Harbour Times"."""
    if not tree.tags[head].startswith("NNP"):
        return False
    first = next((t for t in range(*span) if tree.tags[t].startswith("NNP")), head)
    name = tree.passage.phrase(first, head + 1)
    ends = {tree.lower[first], tree.lower[head]}
    if name.casefold() in outlets:
        return True
    return name in known.outlets or tree.words[head] in known.outlets or bool(ends & known.outlet_words)


def _source(draft: Draft, tree: Tree, known: Places) -> Found | None:
    """A source that is an occasion itself: "the joint statement said"."""
    if draft.source is None or draft.head is None or tree.tags[draft.head] not in ("NN", "NNS"):
        return None
    kind = _kind(tree, draft.head, known)
    return (kind, draft.source, None) if kind in known.sources else None


def _verb(draft: Draft, tree: Tree, known: Places) -> Found | None:
    """A verb that is an occasion itself: "tweeted"."""
    kind = known.by_verb.get(tree.lemmas[draft.nucleus])
    return (kind, draft.cue, None) if kind else None


def _phrase(draft: Draft, tree: Tree, content: Sequence[Span], known: Places) -> Found | None:
    """The phrase nearest to the cue that names an occasion: "in a press briefing Friday", "issued a statement"."""
    first, last = tree.sentence(draft.nucleus)
    best: tuple[int, str, Range, str | None] | None = None
    for noun in range(first, last):
        if _form(tree.lemmas[noun]) not in known.heads or not _is_noun(tree, noun):
            continue
        here = tree.passage.span(noun, noun + 1)
        if any(c.overlaps(here) for c in content) or _anothers(tree, draft.nucleus, noun):
            continue
        found = occasion_at(tree, noun, known)
        if found is not None and (best is None or abs(noun - draft.nucleus) < best[0]):
            best = (abs(noun - draft.nucleus), *found)
    return best[1:] if best else None


def _is_noun(tree: Tree, token: int) -> bool:
    """Whether a token is a noun, or stands where one does ("at the plenary")."""
    return tree.tags[token][0] in "NP" or (tree.tags[token] == "JJ" and tree.deps[token] == "pobj")


def _anothers(tree: Tree, cue: int, noun: int) -> bool:
    """Whether the phrase belongs to another clause: a relative one, or one that the cue's is joined to."""
    above = list(tree.passage.ancestors(cue))
    if any(tree.deps[t] == "relcl" and t != cue and t not in above for t in tree.passage.ancestors(noun)):
        return True
    if tree.deps[cue] not in ("advcl", "conj") or tree.child(cue, "nsubj") is None:
        return False
    verb = next((t for t in tree.passage.ancestors(noun) if tree.tags[t][0] == "V"), None)
    return verb is not None and verb != cue and verb in tree.passage.ancestors(cue)


def occasion_at(tree: Tree, noun: int, known: Places) -> Found | None:
    """The occasion that a noun names, if it hangs on a preposition or a verb that makes it one."""
    kind = _kind(tree, noun, known)
    governor = tree.heads[noun]
    if kind is None or governor == noun:
        return None
    if tree.deps[noun] == "pobj" and _leads(tree, governor, noun, kind, known):
        above = tree.heads[governor]
        if tree.tags[above][0] == "N" and _kind(tree, above, known) is not None:
            return None  # "a post on X": the post is the occasion
    elif tree.deps[noun] != "dobj" or tree.lemmas[governor] not in known.verbs or kind in UNSPOKEN:
        return None
    end, medium = _reach(tree, noun, kind, known)
    if kind == "post" and tree.tags[noun].startswith("NNP") and medium is None:
        medium = tree.passage.phrase(noun + 1 - len(_run(tree, noun, known) or ("",)), noun + 1)
    return kind, (min(governor, tree.left[noun]), end), medium


def _leads(tree: Tree, link: int, noun: int, kind: str, known: Places) -> bool:
    """Whether a preposition makes an occasion of its noun: "in the House", "after the ceremony", "by phone"."""
    word, above = tree.lower[link], tree.heads[link]
    if word in known.prepositions:
        return True
    if word in known.ended:
        return kind in known.gatherings and tree.tags[above][0] == "V"
    return word == "by" and kind in known.by and tree.child(noun, "det", "poss") is None


def _kind(tree: Tree, noun: int, known: Places) -> str | None:
    """The kind that the table gives for the longest run of words that ends in the noun."""
    run = _run(tree, noun, known)
    if run is None:
        return None
    return known.names[run] if _is_name(tree, noun, run, known) else known.nouns[run]


def _run(tree: Tree, noun: int, known: Places) -> tuple[str, ...] | None:
    """The longest run of words, ending in the noun, that the table knows."""
    for length in (3, 2, 1):
        run = tuple(_form(lemma) for lemma in tree.lemmas[max(0, noun - length + 1) : noun + 1])
        if run in known.nouns or _is_name(tree, noun, run, known):
            return run
    return None


def _is_name(tree: Tree, noun: int, run: tuple[str, ...], known: Places) -> bool:
    """Whether the run is a name of the table, with its capital: a network called X is no letter."""
    if run not in known.names or not tree.words[noun][0].isupper():
        return False
    return len(run) > 1 or not _seat(tree, noun, known)


def _seat(tree: Tree, noun: int, known: Places) -> bool:
    """Whether a house is somebody's seat, and no parliament: "the White House", "Government House"."""
    if tree.lower[noun] not in known.alone or noun == 0 or not tree.tags[noun - 1].startswith("NNP"):
        return False
    return fold(tree.words[noun - 1]) not in territories("en").names


def _form(lemma: str) -> str:
    """A lemma in lower case; of a letter that ends its sentence ("on X.") without the stop."""
    return lemma.lower().rstrip(".") if len(lemma) == 2 else lemma.lower()


def _reach(tree: Tree, noun: int, kind: str, known: Places) -> tuple[int, str | None]:
    """Where the phrase ends, and with whom or where it was."""
    end, medium = noun + 1, None
    for child in tree.children(noun, "prep", "npadvmod", "nmod"):
        links = known.medium | {"of"} if kind in known.of else known.medium
        if child != end or (tree.deps[child] == "prep" and tree.lower[child] not in links):
            continue
        thing = tree.child(child, "pobj")
        stop = _simple_end(tree, thing) if thing is not None else child + 1
        if thing is not None and medium is None and tree.parse.labels[thing][2:] not in ("DATE", "TIME"):
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
