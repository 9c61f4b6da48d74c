"""Frames: what stands for the content of a verb. Each gives its content, or None."""

from __future__ import annotations

from collections.abc import Callable

from variorum.read.speech.draft import ANTECEDENT, Found
from variorum.read.speech.group import core_range
from variorum.read.speech.lexicon import Entry
from variorum.read.speech.source import is_passive
from variorum.read.speech.tree import Range, Tree

OPENERS = frozenset({"that", "whether", "if", "how", "why", "what", "who", "when", "where", "which"})
REASONS = frozenset({"for", "as", "of", "to", "with", "over", "about", "from"})
"""Prepositions behind an object that belong to what is reported: "blamed them for the delay"."""
CLOSING = ('"', "”", "''", "’", "'", "»")
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "VB"})


def _antecedent(tree: Tree, verb: int, entry: Entry) -> Found | None:
    """What a relative clause says was spoken of, in the speaker's words: "the «sham» vote that he decried"."""
    noun, subject = tree.heads[verb], tree.child(verb, "nsubj")
    if tree.deps[verb] != "relcl" or subject is None or tree.tags[subject].startswith("W") or subject > verb:
        return None
    stranded = any(
        tree.lower[link] in entry.prepositions and tree.child(link, "pobj", "pcomp") is None
        for link in tree.children(verb, "prep")
        if link == verb + 1
    )
    thing = tree.child(verb, "dobj")
    judged = entry.frames.get("np") == "judge" and (thing is None or thing < verb)
    first, last = tree.left[noun], tree.left[verb]
    if not (stranded or judged) or not noun < last or not any(tree.is_mark(t) for t in range(first, last)):
        return None
    return ANTECEDENT, [(first, last)], verb + 1 + stranded


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
        if first - 1 > verb and tree.lower[first - 1] in entry.prepositions:
            return "for", [(first, last)], first
        thing = tree.child(verb, "dobj")
        if thing is not None and verb < thing < first and not entry.takes("told"):
            first = tree.left[thing]
        return "clause", [(first, _spelt_out(tree, verb, without_trail(tree, clause, first, last)))], end
    return None


def _spelt_out(tree: Tree, verb: int, last: int) -> int:
    """What follows the clause over a colon is reported too: "notes that all is well: prices fall, wages rise"."""
    end = tree.sentence(verb)[1]
    colon = last < end - 1 and tree.words[last] == ":"
    return end if colon and not tree.is_mark(last + 1) else last


def _displaced(tree: Tree, verb: int, entry: Entry) -> Found | None:
    """A that-clause hung on a noun between it and its verb: "said in a statement that ...", "wrote on X that ..."."""
    thing = tree.child(verb, "dobj")
    if not entry.takes("clause") or (thing is not None and not entry.takes("told")):
        return None
    for link in tree.children(verb, "prep", "npadvmod", "dobj"):
        for clause in range(max(link, verb + 1), tree.right[link] + 1):
            first = tree.left[clause]
            if tree.deps[clause] not in ("relcl", "acl", "ccomp") or tree.lower[first] != "that" or first <= link:
                continue
            if any(c != first for c in tree.children(clause, "nsubj", "nsubjpass", "expl")):
                last = tree.right[clause] + 1
                return "clause", [(first, without_trail(tree, clause, first, last))], verb + 1
    return None


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
    own = ("xcomp", "prt") if entry.takes("told") else ("dobj", "xcomp", "prt")
    if any(c > verb and not tree.apart(c) for c in tree.children(verb, *own)):
        return None
    if core is None or core[0] <= first or tree.words[core[0] - 1] not in (",", "—", "–", "-", *CLOSING):
        return None
    if tree.words[core[0] - 1] == "," and _opens(tree, core[1], last):
        return None  # "Asked when, he said: ..."
    before = (first, core[0] - 1 if tree.words[core[0] - 1] not in CLOSING else core[0])
    interrupts = core[1] < last and tree.words[core[1]] == "," and _goes_on(tree, verb, core[1], last)
    rest = [(core[1], last)] if interrupts else []
    if not any(tree.tags[t] in FINITE for r in (before, *rest) for t in range(*r)):
        return None
    return "tail", [before, *rest], verb + 1


def _opens(tree: Tree, at: int, last: int) -> bool:
    """Whether a quotation or a colon comes next, over a comma."""
    if at < last and tree.words[at] == ",":
        at += 1
    return at < last and (tree.words[at] == ":" or tree.tags[at] == "``" or tree.words[at] in ("“", "„", "«", "‘"))


def _as_told(tree: Tree, verb: int, entry: Entry) -> Found | None:
    """The clause beside "as ...": "the plan, as he noted, failed", "as she put it, the plan failed"."""
    core = core_range(tree, verb) if entry.takes("tail", "as_told") else None
    first, last = tree.sentence(verb)
    if core is None or core[0] <= first or tree.lower[core[0] - 1] != "as":
        return None
    if entry.takes("as_told") and (core[1] >= last or tree.lower[core[1]] != "it"):
        return None
    link = core[0] - 1
    end = core[1] + 1 if entry.takes("as_told") else core[1]
    if any(tree.tags[t] in FINITE for t in range(first, link)):
        return "tail", [(first, link)], end
    comma = next((t for t in range(end, last) if tree.words[t] == ","), None)
    return ("tail", [(comma + 1, last)], end) if comma is not None and comma + 1 < last else None


def _goes_on(tree: Tree, verb: int, start: int, last: int) -> bool:
    """Whether what follows an interrupting cue is still the content: the clause's own words, not the cue's."""
    return not any(tree.heads[t] == verb for t in range(start + 1, last) if not tree.is_punct(t))


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
    subject, thing = tree.child(verb, "nsubjpass"), tree.child(verb, "dobj")
    links = [*tree.children(verb, "prep"), *(tree.children(thing, "prep") if thing is not None else ())]
    link = next((c for c in links if tree.lower[c] == "as" and c > verb), None)
    if link is None:
        return None
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
        if thing is not None and verb < thing < link and (tree.lower[link] == "of" or entry.takes("objprep")):
            return "objprep", [(tree.left[thing], last)], verb + 1
        if last == link + 1 or dated(tree, link):
            continue
        beside = all(tree.deps[t] in ("advmod", "prt") for t in range(verb + 1, link))
        return (
            tree.lower[link],
            [(link + 1, _with_infinitive(tree, verb, link, last))],
            link + 1 if beside else verb + 1,
        )
    return None


def dated(tree: Tree, link: int) -> bool:
    """Whether a preposition gives the day, not the content: "ruled on Monday"."""
    thing = tree.child(link, "pobj")
    return thing is not None and tree.parse.labels[thing][2:] in ("DATE", "TIME")


def _with_infinitive(tree: Tree, verb: int, link: int, last: int) -> int:
    """The infinitive that belongs to the content: "called on them to leave"."""
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


def evidence(tree: Tree, verb: int, entry: Entry) -> Found | None:
    """What a document or a poll gives evidence of: "the poll shows a dead heat"."""
    thing = tree.child(verb, "dobj")
    if not entry.takes("evidence") or thing is None or thing < verb:
        return None
    return "evidence", [(tree.left[thing], _with_reason(tree, verb, thing))], verb + 1


def _with_reason(tree: Tree, verb: int, thing: int) -> int:
    """The object with the "for ..." or "as ..." that goes with it: "blamed them for the delay"."""
    last = tree.right[thing] + 1
    for link in tree.children(verb, "prep"):
        behind = last + 1 if last < len(tree.words) and tree.is_mark(last) else last
        if tree.left[link] in (last, behind) and tree.lower[link] in REASONS:
            last = tree.right[link] + 1
    return without_trail(tree, thing, tree.left[thing], last)


FRAMES: tuple[Callable[[Tree, int, Entry], Found | None], ...] = (
    _antecedent,
    _clause,
    _displaced,
    _as_told,
    _tail, _infinitive, _small, _as, _preposition, _gerund, _noun_phrase,
)  # fmt: skip
"""In the order in which they are asked: what tells most comes first."""
