"""Cues in the tree: the verbs, nouns, adjectives and prepositions that report, with what they report."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from variorum.read.speech.draft import Draft
from variorum.read.speech.lexicon import Entry, Lexicon
from variorum.read.speech.source import is_passive, source_of, source_range
from variorum.read.speech.tree import Range, Tree

Found = tuple[str, list[Range], int]
"""The frame, the content's ranges, and where the cue ends."""


def verb_drafts(tree: Tree, place: int, words: Lexicon, quoted: frozenset[int]) -> Iterator[Draft]:
    """One draft for each verb that is a cue and has its content in the same sentence.

    Args:
        tree: the passage.
        place: the passage's place in the list of passages.
        words: the language's words.
        quoted: tokens between quotation marks, whose own cues are the speaker's, not the report's.
    """
    for verb, tag in enumerate(tree.tags):
        if tag[0] != "V" or verb in quoted or tree.deps[verb] in ("amod", "compound"):
            continue
        entry = entry_of(tree, verb, words)
        if entry is None:
            continue
        for frame in FRAMES:
            if (found := frame(tree, verb, entry)) is not None:
                yield _draft(tree, place, verb, entry, found, words)
                break


def entry_of(tree: Tree, verb: int, words: Lexicon) -> Entry | None:
    """The verb's entry; with its particle ("point out") if the table has that."""
    if verb > 0 and tree.tags[verb - 1] == "HYPH":
        return None  # "so-called", "much-discussed"
    lemma = tree.lemmas[verb].lower()
    for particle in tree.children(verb, "prt"):
        if (found := words.verbs.get(f"{lemma} {tree.lower[particle]}")) is not None:
            return found
    return words.verbs.get(lemma)


def _draft(tree: Tree, place: int, verb: int, entry: Entry, found: Found, words: Lexicon) -> Draft:
    frame, content, end = found
    source = source_of(tree, verb)
    cue = cue_range(tree, verb, end, words)
    return Draft(
        place, verb, cue, entry.manner_of(frame), frame,
        source=source[0] if source else None,
        head=source[1] if source else None,
        inner=[r for r in (tree.trim(c) for c in content) if r[0] < r[1]],
        addressee=addressee_of(tree, verb, entry),
    )  # fmt: skip


def cue_range(tree: Tree, verb: int, end: int | None = None, words: Lexicon | None = None) -> Range:
    """The verb group: auxiliaries, negation and adverbs that stand next to the verb, a particle, a linking preposition."""
    first = _group_start(tree, verb)
    governor = tree.heads[verb]
    if (
        tree.deps[verb] == "xcomp"
        and governor < first
        and tree.tags[governor][0] == "V"
        and _adjoin(tree, governor, first)
    ):
        first = _group_start(tree, governor)
    last = max(end or 0, verb + 1)
    for particle in tree.children(verb, "prt"):
        if particle == last:
            last += 1
    return first, last


def _group_start(tree: Tree, verb: int) -> int:
    first = verb
    own = set(tree.children(verb, "aux", "auxpass", "neg", "advmod"))
    while first - 1 in own and tree.tags[first - 1] not in ("WRB", "TO"):
        first -= 1
    if first - 1 in own and tree.tags[first - 1] == "TO":
        first -= 1
    return first


def _adjoin(tree: Tree, governor: int, first: int) -> bool:
    return all(tree.deps[t] in ("advmod", "aux", "neg", "prt") for t in range(governor + 1, first))


def addressee_of(tree: Tree, verb: int, entry: Entry) -> Range | None:
    """To whom it was said: "told reporters", "said to them"."""
    if entry.takes("told"):
        for child in tree.children(verb, "dobj", "dative"):
            if child > verb and tree.tags[child] != "IN":
                return tree.extent(child)
    for to in tree.children(verb, "prep", "dative"):
        if tree.lower[to] == "to" and (who := tree.child(to, "pobj")) is not None and to == verb + 1:
            return tree.extent(who)
    return None


# --- Frames: each gives its content, or None ---------------------------------------------------------------------------


def _clause(tree: Tree, verb: int, entry: Entry) -> Found | None:
    """A clause after the cue: "said it would rain"; any cue may take one that "that" or a question word opens."""
    for clause in tree.children(verb, "ccomp"):
        first, last = tree.extent(clause)
        if clause < verb:
            continue
        first, end = max(first, verb + 1), verb + 1
        for particle in tree.children(verb, "prt"):
            first, end = max(first, particle + 1), max(end, particle + 1)
        if tree.lower[first] in entry.prepositions and tree.lower[first] != "that":
            return "for", [(first + 1, last)], first + 1
        if not entry.takes("clause", "small", "objinf") and tree.lower[first] not in OPENERS:
            continue
        thing = tree.child(verb, "dobj")
        if thing is not None and verb < thing < first and not entry.takes("told"):
            first = tree.left[thing]
        return "clause", [(first, without_trail(tree, clause, first, last))], end
    return None


OPENERS = frozenset({"that", "whether", "if", "how", "why", "what", "who", "when", "where", "which"})


def without_trail(tree: Tree, clause: int, first: int, last: int) -> int:
    """Where a reported clause ends: a loose relative clause or participle after its last comma is the report's own."""
    for token in range(last - 1, first, -1):
        if tree.words[token] == "," and token + 1 < last and _loose(tree, token + 1, last):
            return token
    return last


def _loose(tree: Tree, start: int, last: int) -> bool:
    """Whether a loose clause stands from here to the end: "which ...", "who ...", "raising ..."."""
    if tree.tags[start] == "VBG" and tree.deps[start] == "advcl" and tree.right[start] + 1 == last:
        return True
    if tree.lower[start] not in ("which", "who", "whose"):
        return False
    verb = next((t for t in tree.passage.ancestors(start) if tree.deps[t] == "relcl"), None)
    return verb is not None and tree.right[verb] + 1 == last


def _tail(tree: Tree, verb: int, entry: Entry) -> Found | None:
    """The clause that the cue follows or interrupts: "it would rain, he said"."""
    if not entry.takes("tail"):
        return None
    core = core_range(tree, verb)
    first, last = tree.sentence(verb)
    if any(c > verb and tree.words[tree.left[c] - 1] != "," for c in tree.children(verb, "dobj", "xcomp", "prt")):
        return None
    if core is None or core[0] <= first or tree.words[core[0] - 1] not in (",", "—", "–", "-", *_MARKS):
        return None
    if core[1] < last and (tree.words[core[1]] == ":" or tree.tags[core[1]] == "``"):
        return None  # "Asked when, he said: ..."
    before = (first, core[0] - 1 if tree.words[core[0] - 1] not in _MARKS else core[0])
    interrupts = core[1] < last and tree.words[core[1]] == "," and _goes_on(tree, verb, core[1], last)
    rest = [(core[1], last)] if interrupts else []
    if not any(tree.tags[t] in _FINITE for r in (before, *rest) for t in range(*r)):
        return None
    return "tail", [before, *rest], verb + 1


_MARKS = ('"', "”", "''", "’", "'", "»")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "VB"})


def _goes_on(tree: Tree, verb: int, start: int, last: int) -> bool:
    """Whether what follows an interrupting cue is still the content: the clause's own words, not the cue's."""
    return not any(tree.heads[t] == verb for t in range(start + 1, last) if not tree.is_punct(t))


def core_range(tree: Tree, verb: int) -> Range | None:
    """The cue's own clause where it is no more than subject and verb, side by side in either order."""
    subject = tree.child(verb, "nsubj")
    if subject is None:
        return None
    group = cue_range(tree, verb)
    first, last = tree.extent(subject)
    if first <= verb < last:
        return None
    if last in (group[0], group[0] - 1) or (last < group[0] and tree.words[group[0] - 1] == ","):
        return first, group[1]
    if first == group[1]:
        return group[0], last
    return None


def _infinitive(tree: Tree, verb: int, entry: Entry) -> Found | None:
    """An infinitive, with its own subject where it has one: "promised to leave", "urged them to leave"."""
    for complement in tree.children(verb, "xcomp"):
        to = next((c for c in tree.children(complement, "aux") if tree.tags[c] == "TO"), None)
        if complement < verb or to is None:
            continue
        first, last = tree.extent(complement)
        subject = tree.child(verb, "dobj", "dative")
        if subject is not None and verb < subject < complement and entry.takes("objinf"):
            return "objinf", [(tree.left[subject], last)], verb + 1
        passive = tree.child(verb, "nsubjpass")
        if passive is not None and entry.takes("objinf", "inf"):
            return "objinf", [*_subject_piece(tree, passive), (first, last)], verb + 1
        if entry.takes("inf"):
            return "inf", [(first, last)], verb + 1
    return None


def _subject_piece(tree: Tree, subject: int) -> list[Range]:
    return [] if tree.lower[subject] in ("it", "there") else [tree.extent(subject)]


def _small(tree: Tree, verb: int, entry: Entry) -> Found | None:
    """An object and what is said of it: "called it a disaster"."""
    if not entry.takes("small"):
        return None
    said = tree.child(verb, "oprd")
    if said is None:
        return None
    subject = tree.child(verb, "nsubjpass")
    if subject is not None:
        return "small", [*_subject_piece(tree, subject), tree.extent(said)], verb + 1
    thing = tree.child(verb, "dobj")
    first = min(tree.left[t] for t in (said, thing) if t is not None)
    return "small", [(max(first, verb + 1), tree.right[said] + 1)], verb + 1


def _as(tree: Tree, verb: int, entry: Entry) -> Found | None:
    """An object and "as": "described it as a disaster"."""
    if not entry.takes("as"):
        return None
    link = next((c for c in tree.children(verb, "prep") if tree.lower[c] == "as" and c > verb), None)
    if link is None:
        return None
    subject, thing = tree.child(verb, "nsubjpass"), tree.child(verb, "dobj")
    if thing is not None and verb < thing < link:
        return "as", [(tree.left[thing], tree.right[link] + 1)], verb + 1
    if subject is not None and link == verb + 1:
        return "as", [*_subject_piece(tree, subject), (link + 1, tree.right[link] + 1)], link + 1
    return None


def _preposition(tree: Tree, verb: int, entry: Entry) -> Found | None:
    """A preposition that links to the content: "called for calm", "accused them of theft"."""
    if not entry.prepositions:
        return None
    for link in tree.children(verb, "prep", "agent", "prt"):
        if link < verb or tree.lower[link] not in entry.prepositions or tree.left[link] != link:
            continue
        last = tree.right[link] + 1
        thing = tree.child(verb, "dobj")
        if thing is not None and verb < thing < link and tree.lower[link] == "of":
            return "of", [(tree.left[thing], last)], verb + 1
        if last == link + 1:
            continue
        beside = all(tree.deps[t] in ("advmod", "prt") for t in range(verb + 1, link))
        return (
            tree.lower[link],
            [(link + 1, _with_infinitive(tree, verb, link, last))],
            link + 1 if beside else verb + 1,
        )
    return None


def _with_infinitive(tree: Tree, verb: int, link: int, last: int) -> int:
    """ "called on them to leave": the infinitive belongs to the content."""
    after = [c for c in tree.children(verb, "xcomp", "advcl") if tree.left[c] == last and tree.lower[last] == "to"]
    return tree.right[after[0]] + 1 if after and link < after[0] else last


def _gerund(tree: Tree, verb: int, entry: Entry) -> Found | None:
    """A participle: "considered leaving"."""
    if not entry.takes("ger"):
        return None
    for complement in tree.children(verb, "xcomp", "pcomp"):
        if complement > verb and tree.tags[complement] == "VBG":
            return "ger", [tree.extent(complement)], verb + 1
    return None


def _noun_phrase(tree: Tree, verb: int, entry: Entry) -> Found | None:
    """A noun phrase: "criticised the plan"; in the passive its subject."""
    if not entry.takes("np"):
        return None
    thing = tree.child(verb, "dobj")
    if thing is not None:
        if tree.tags[thing] in ("WP", "WDT"):
            return "np", [tree.extent(thing)], verb + 1
        return ("np", [(tree.left[thing], _with_reason(tree, verb, thing))], verb + 1) if thing > verb else None
    subject = tree.child(verb, "nsubjpass")
    if subject is not None and tree.child(verb, "agent") is not None and is_passive(tree, verb):
        return "np", [tree.extent(subject)], verb + 1
    return None


def _with_reason(tree: Tree, verb: int, thing: int) -> int:
    """The object with the "for ..." or "as ..." that goes with it: "blamed them for the delay"."""
    last = tree.right[thing] + 1
    for link in tree.children(verb, "prep"):
        if tree.left[link] == last and tree.lower[link] in REASONS:
            last = tree.right[link] + 1
    return without_trail(tree, thing, tree.left[thing], last)


REASONS = frozenset({"for", "as", "of", "to", "with", "over", "about", "from"})

FRAMES: tuple[Callable[[Tree, int, Entry], Found | None], ...] = (
    _clause, _tail, _infinitive, _small, _as, _preposition, _gerund, _noun_phrase,
)  # fmt: skip
"""In the order in which they are asked: what tells most comes first."""


# --- Nouns, adjectives, prepositions -----------------------------------------------------------------------------------


def noun_drafts(tree: Tree, place: int, words: Lexicon, quoted: frozenset[int]) -> Iterator[Draft]:
    """Nominal cues with their content: "his claim that ...", "calls for ..."."""
    for noun, tag in enumerate(tree.tags):
        if tag not in ("NN", "NNS") or noun in quoted or tree.deps[noun] == "compound":
            continue
        entry = words.nouns.get(tree.lemmas[noun])
        if entry is None:
            continue
        found = _noun_content(tree, noun, entry)
        if found is not None:
            yield _noun_draft(tree, place, noun, entry, found, words)


def _noun_content(tree: Tree, noun: int, entry: Entry) -> Found | None:
    for clause in tree.children(noun, "acl", "ccomp", "relcl"):
        if clause < noun:
            continue
        first, last = tree.extent(clause)
        if entry.takes("that") and tree.lower[first] in ("that", "whether") and tree.deps[first] == "mark":
            return "clause", [(first, last)], noun + 1
        if entry.takes("inf") and tree.lower[first] == "to":
            return "inf", [(first, last)], noun + 1
    for link in tree.children(noun, "prep"):
        if link > noun and tree.lower[link] in entry.prepositions and tree.right[link] > link:
            end = link + 1 if link == noun + 1 else noun + 1
            return tree.lower[link], [(link + 1, tree.right[link] + 1)], end
    return None


def _noun_draft(tree: Tree, place: int, noun: int, entry: Entry, found: Found, words: Lexicon) -> Draft:
    frame, content, end = found
    first, source = noun, None
    for owner in tree.children(noun, "poss"):
        source = (tree.extent(owner), owner)
        first = min(tree.right[owner] + 1, noun)
        if tree.lower[first] in ("'s", "'"):
            first += 1
    for by in tree.children(noun, "prep"):
        if tree.lower[by] in ("by", "from") and source is None and (who := tree.child(by, "pobj")) is not None:
            source = (tree.extent(who), who)
    verb = tree.heads[noun]
    if source is None:
        first = tree.left[noun]
        if tree.deps[noun] == "dobj":
            source = source_of(tree, verb)
            first = cue_range(tree, verb)[0] if tree.lemmas[verb] in words.light else first
    return Draft(
        place, noun, (first, end), entry.manner_of(frame), frame,
        source=source[0] if source else None,
        head=source[1] if source else None,
        inner=[r for r in (tree.trim(c) for c in content) if r[0] < r[1]],
    )  # fmt: skip


def adjective_drafts(tree: Tree, place: int, words: Lexicon, quoted: frozenset[int]) -> Iterator[Draft]:
    """Adjectives that hold an attitude: "is concerned that ...", "was ready to ..."."""
    for word, tag in enumerate(tree.tags):
        entry = words.adjectives.get(tree.lower[word]) if tag in ("JJ", "VBN", "VBD") and word not in quoted else None
        if entry is None:
            continue
        verb = word if tag != "JJ" or tree.deps[word] != "acomp" else tree.heads[word]
        found = _adjective_content(tree, word, entry)
        source = source_of_state(tree, verb)
        if found is not None and source is not None:
            frame, content, end = found
            first = cue_range(tree, verb)[0]
            yield Draft(
                place, word, (min(first, word), end), "think", frame, source=source[0], head=source[1],
                inner=[r for r in (tree.trim(c) for c in content) if r[0] < r[1]],
            )  # fmt: skip


def source_of_state(tree: Tree, verb: int) -> tuple[Range, int] | None:
    """Who is in the state: the subject, of the passive too ("was shocked that")."""
    subject = tree.child(verb, "nsubj", "nsubjpass")
    if subject is None or tree.lower[subject] in ("it", "there"):
        return None
    return source_range(tree, subject, verb), subject


def _adjective_content(tree: Tree, word: int, entry: Entry) -> Found | None:
    for clause in tree.children(word, "ccomp", "xcomp"):
        if clause < word:
            continue
        first, last = tree.extent(clause)
        if tree.deps[clause] == "ccomp" and entry.takes("clause"):
            return "clause", [(first, last)], word + 1
        if tree.lower[first] == "to" and entry.takes("inf"):
            return "inf", [(first, last)], word + 1
    for link in tree.children(word, "prep"):
        if link == word + 1 and tree.lower[link] in entry.prepositions:
            return tree.lower[link], [(link + 1, tree.right[link] + 1)], link + 1
    return None


def phrase_drafts(tree: Tree, place: int, words: Lexicon, quoted: frozenset[int]) -> Iterator[Draft]:
    """Prepositional cues: "according to the ministry", "in his view"."""
    starts = {p[0] for p in words.phrases} | {"in"}
    for at, word in enumerate(tree.lower):
        if word not in starts or at in quoted:
            continue
        for phrase in words.phrases:
            if tree.lower[at : at + len(phrase)] == phrase:
                if (draft := _phrase_draft(tree, place, at, len(phrase))) is not None:
                    yield draft
                break
        else:
            thing = tree.child(at, "pobj")
            if word == "in" and thing is not None and tree.lemmas[thing] in words.possessed:
                owner = tree.child(thing, "poss")
                if owner is not None:
                    yield _beside_clause(tree, place, at, thing, (at, thing + 1), owner)


def _phrase_draft(tree: Tree, place: int, at: int, length: int) -> Draft | None:
    link = at + length - 1
    who = tree.child(link, "pobj")
    if who is None:
        return None
    return _beside_clause(tree, place, at, at, (at, at + length), who)


def _beside_clause(tree: Tree, place: int, at: int, nucleus: int, cue: Range, who: int) -> Draft:
    """The content of a prepositional cue is the clause it stands in, without the cue and its source."""
    source = source_range(tree, who, at)
    first, last = tree.sentence(at)
    end = max(tree.right[at] + 1, source[1], cue[1])
    head = tree.heads[at]
    before, after = (first, at), (end, last)
    if before[0] == before[1] or all(tree.is_punct(t) for t in range(*before)):
        content = [after]
    elif end >= last or all(tree.is_punct(t) for t in range(*after)):
        content = [before]
    else:
        left, right = tree.extent(head)
        content = [(max(left, first), at), (end, max(right, end))]
    return Draft(
        place, nucleus, cue, "say", "phrase", source=source, head=who,
        inner=[r for r in (tree.trim(c) for c in content) if r[0] < r[1]],
    )  # fmt: skip
