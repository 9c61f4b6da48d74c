"""One thing that two sides call by two names, and one weapon that two reports describe in two ways.

The first is told by a report ("known as X in the one land and Y in the other"), the second seen by the frame in which
each stands ("fired several short-range ballistic missiles", "a test-fire of a tactical guided missile"). Both are
compatible; the words are data in ``lang/en/called.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from variorum.lang import expression, table
from variorum.model.record import Difference
from variorum.model.text import Citation, Span
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.build import difference, position, told_by
from variorum.reconcile.disasters import opens_with
from variorum.reconcile.sentences import Sentence

NAME = r"[A-Z][\w’'-]*(?: (?:(?:of|the|de|al|el) )?[A-Z][\w’'-]*){0,4}"
"""Capitalised words, small ones between them."""
SIDE = r"[A-Z]\w+(?: [A-Z]\w+)?"
SHOWN = 3
"""Citations of a name in one position."""


def called_differences(corpus: Corpus) -> list[Difference]:
    """One compatible difference for each thing called, or weapon described, otherwise."""
    rows = []
    for sentence, match in ((s, m) for s in corpus.sentences.claimed for m in _given(s)):
        names = match["x"], match["y"]
        uses = [_used(corpus, name) for name in names]
        users = [{c.article for c in cites} for cites in uses]
        if not (users[0] - users[1] or users[1] - users[0]):
            continue
        given = [sentence.cite(*match.span(group)) for group in ("x", "y")]
        positions = [
            position(corpus, name, cites[:SHOWN] or [own]) for name, cites, own in zip(names, uses, given, strict=True)
        ]
        why = f"Two names of one thing: {told_by(corpus, sentence.article, None)} gives both (“{match[0]}”)."
        rows.append(difference("name", f"By what name is {names[0]} called?", positions, "compatible", why))
    return [*{r.id: r for r in rows}.values(), *_described(corpus)]


def _given(sentence: Sentence) -> Iterator[re.Match[str]]:
    """Where a sentence gives two names for one thing."""
    if not expression("en", "called", "cue").search(sentence.text):
        return
    for form in _patterns():
        for match in form.finditer(sentence.text):
            if match["x"] != match["y"]:
                yield match


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(
            re.sub(r"\bY\b", lambda _: rf"(?P<y>{NAME})", re.sub(r"\bX\b", lambda _: rf"(?P<x>{NAME})", line)).replace(
                "SIDE", SIDE
            )
        )
        for line in table("en", "called")["both"]
    )


def _used(corpus: Corpus, name: str) -> list[Citation]:
    """Where reports use a name and do not give both."""
    words = r"\s+".join(map(re.escape, name.split()))
    form = re.compile(rf"(?<![\w-]){words}(?![\w-])")
    found = []
    for article in corpus.articles:
        places = [Span(m.start(), m.end()) for m in form.finditer(article.text)]
        if places:
            flat = re.sub(r"\s", " ", article.text)
            told = [Span(m.start(), m.end()) for p in _patterns() for m in p.finditer(flat)]
            found += [article.cite(s) for s in places if not any(s.overlaps(t) for t in told)]
    return found


def _described(corpus: Corpus) -> list[Difference]:
    """A weapon that one report describes by how far it flies, and another by what it is for."""
    weapon = table("en", "called")["weapon"]
    if not opens_with(corpus, (rf"(?:\w+ )?{weapon['thing']}",)):
        return []
    found: dict[str, list[tuple[str, Citation]]] = {"range": [], "role": []}
    for sentence in corpus.sentences.claimed:
        if sentence.past:
            continue
        for match in _weapon().finditer(sentence.text):
            kinds = [k for k in found if re.search(rf"\b(?:{'|'.join(weapon[k])})\b", match["x"], re.I)]
            if len(kinds) == 1:
                cite = sentence.cite(match.start("x"), match.end("x"))
                found[kinds[0]].append((" ".join(match["x"].split()), cite))
    users = [{c.article for _, c in rows} for rows in found.values()]
    if not (users[0] - users[1] and users[1] - users[0]):
        return []
    positions = [position(corpus, rows[0][0], [c for _, c in rows]) for rows in found.values()]
    first, second = (
        next(r for r in rows if r[1].article in users[n] - users[1 - n]) for n, rows in enumerate(found.values())
    )
    said = "; ".join(f"{told_by(corpus, c.article, None)}: {w}" for w, c in (first, second))
    why = f"One weapon is described by its range and by its kind ({said}); both may be so."
    return [difference("name", "What was fired?", positions, "compatible", why)]


@cache
def _weapon() -> re.Pattern[str]:
    weapon = table("en", "called")["weapon"]
    more = "|".join((*weapon["range"], *weapon["role"], "ballistic"))
    done = "|".join(weapon["done"])
    described = rf"(?:(?:{more})[ ,]+(?:and )?)+{weapon['thing']}(?: with a \w+ warhead)?"
    return re.compile(rf"\b(?:{done}) (?:[\w-]+ ){{0,4}}?(?P<x>{described})", re.I)
