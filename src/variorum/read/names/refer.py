"""Pronouns and common nouns that stand for somebody named: the pass over the article that resolves them in order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from variorum.lang.name_forms import fold
from variorum.model.parse import Passage, kept_with_parse
from variorum.read.names.bodies import body
from variorum.read.names.discourse import Discourse, Seen
from variorum.read.names.draft import Draft
from variorum.read.names.nominals import heads_of_references, nominal
from variorum.read.names.pronouns import pronoun
from variorum.read.names.reference import Reference
from variorum.read.names.roles import gender_of

NOMINAL_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "CD", "DT"})


def find_references(passages: Sequence[Passage], drafts: Sequence[Draft], language: str) -> list[Reference]:
    """All references of an article in order of the text.

    The article is read to learn genders (from titles, given names, and pronouns whose choice is clear); if pronouns
    taught any, it is read again to use them.
    """
    told = [p for p in passages if p.paragraph.kind != "headline"]
    discourse = Discourse(drafts, language)
    for draft in drafts:
        if draft.kind == "person" and (gender := _gender_by_words(discourse, draft)):
            discourse.gender[draft] = gender
    found = _pass(discourse, told)
    learnt = {
        d: "m" if votes["m"] > votes["f"] else "f" for d, votes in discourse.votes.items() if votes["m"] != votes["f"]
    }
    if learnt.keys() <= discourse.gender.keys():
        return found
    discourse.gender = learnt | discourse.gender
    return _pass(discourse, told)


def _gender_by_words(discourse: Discourse, draft: Draft) -> str | None:
    for span in draft.spans:
        if gender := gender_of(span, discourse.language):
            return gender
    full = [words for form in draft.forms if len(words := fold(form).split()) > 1]
    return next((g for words in full if (g := discourse.w.given.get(words[0]))), None)


def _pass(discourse: Discourse, passages: Sequence[Passage]) -> list[Reference]:
    discourse.restart()
    found: list[Reference] = []
    for p in passages:
        quoted = quoted_tokens(p)
        tokens = sorted(_referring(p, discourse.language) | discourse.starts.get(p.index, frozenset()))
        for first, last in p.parse.sentences:
            discourse.next_sentence()
            near = tokens[bisect_left(tokens, first) : bisect_left(tokens, last)]
            found += _sentence(discourse, p, (first, near), quoted)
    return found


@kept_with_parse
def _referring(p: Passage, language: str) -> frozenset[int]:
    """The tokens that may stand for somebody named: pronouns, and the heads of phrases that are looked into."""
    heads = heads_of_references(language)
    tags = p.parse.tags
    return frozenset(
        t for t, word in enumerate(p.lower) if tags[t] in ("PRP", "PRP$") or (tags[t] in NOMINAL_TAGS and word in heads)
    )


def _sentence(d: Discourse, p: Passage, tokens: tuple[int, Sequence[int]], quoted: frozenset[int]) -> list[Reference]:
    """The references of one sentence, by its first token and those at which a name or a reference may stand."""
    found: list[Reference] = []
    tags, (first, near), after = p.parse.tags, tokens, 0
    for t in near:
        if t < after:
            continue
        if named := d.starting.get((p.index, t)):
            span, draft = named
            d.see(p, Seen(t, span.last - 1, draft), quoted, adjective=span.sort == "adjective")
            after = max(span.last, t + 1)
            continue
        if tags[t] in ("PRP", "PRP$"):
            reference = pronoun(d, p, t, quoted)
        else:
            reference = body(d, p, t, first) if p.lower[t] in d.w.body_heads else nominal(d, p, t, first)
        if reference is not None:
            found.append(reference)
            if reference.draft is not None:
                d.see(p, Seen(reference.first, reference.last - 1, reference.draft), quoted)
            if reference.members:
                d.see_all(p, reference.last - 1, reference.members)
    d.note_pairs(p)
    return found


@kept_with_parse
def quoted_tokens(p: Passage) -> frozenset[int]:
    """Tokens between quotation marks; a mark that is left open quotes to the paragraph's end."""
    inside, found = False, []
    for t, word in enumerate(p.words):
        if word in ('"', "“", "”", "``", "''"):
            inside = word in ("“", "``") or (word == '"' and not inside)
        elif inside:
            found.append(t)
    return frozenset(found)
