"""What caused the disaster that a story is about: two theories, or none before one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from variorum.lang import table, words
from variorum.lang.stems import stem
from variorum.model.record import Difference, Verdict
from variorum.reconcile.acts import tokens
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.build import difference, position, told_by
from variorum.reconcile.differences.voices import voiced, voices_differ
from variorum.reconcile.disasters import any_of, disasters
from variorum.reconcile.noun_phrases import noun_phrase
from variorum.reconcile.theories import Theory, open_cause, theories

LONG = 4
"""Letters from which a word that two theories share makes them one."""


def theory_differences(corpus: Corpus) -> list[Difference]:
    """One difference with every theory of the cause, and one of what was open and then was not."""
    kinds = disasters(corpus)
    found = theories(corpus, kinds)
    groups = _groups([t for t in found if t.families or not _is_party(t)])
    rows = []
    if len(groups) > 1 and _two_voices(groups):
        rows.append(_row(corpus, kinds[0], groups))
    if settled := _settled(corpus, kinds, found):
        rows.append(settled)
    return rows


def _is_party(theory: Theory) -> bool:
    """Its words name a body, who is to blame, and no cause."""
    head = noun_phrase(theory.words).head
    return head in {stem(w) for key in ("public_bodies", "led_by_persons") for w in words("en", "names", key)}


def _groups(found: Sequence[Theory]) -> list[list[Theory]]:
    """Theories of one cause together, in order; those left out that only name what a narrower one names too."""
    groups: list[list[Theory]] = []
    for theory in (t for t in found if not any(_broader(t, u) for u in found)):
        same = [g for g in groups if any(_one(theory, t) for t in g)]
        groups = [g for g in groups if not any(g is s for s in same)]
        groups.append([*(t for g in same for t in g), theory])
    return groups


def _one(a: Theory, b: Theory) -> bool:
    """They are of one family; where a family is not known, they share a word."""
    if a.families and b.families:
        return bool(a.families & b.families)
    one, two = ({stem(w) for w in tokens(t.words) if len(w) >= LONG} for t in (a, b))
    return bool(one & two)


def _broader(a: Theory, b: Theory) -> bool:
    """The one is only of a broad family, and the other's words name it too: gas, and a gas pipe badly repaired."""
    listed = [table("en", "theories")["families"][f] for f in sorted(a.families - b.families)]
    if not a.families or len(listed) < len(a.families) or not all(f.get("parent") for f in listed):
        return False
    names = [any_of((name,)) for f in listed for name in f["named"]]
    return any(name.search(a.words) and name.search(b.cite.exact) for name in names)


def _two_voices(groups: Sequence[Sequence[Theory]]) -> bool:
    """Two of the groups are told by different reports or people, one as the cause or each by several reports."""
    widely = [len({t.article for t in g}) > 1 for g in groups]
    return any(
        a.article != b.article or a.who != b.who
        for (n, one), (m, two) in combinations(enumerate(groups), 2)
        for a in one
        for b in two
        if a.marked or b.marked or (widely[n] and widely[m])
    )


def _row(corpus: Corpus, kind: str, groups: Sequence[Sequence[Theory]]) -> Difference:
    verdict = _verdict(corpus, groups)
    if verdict == "superseded":
        why = "The cause was first told one way, and a later finding says another ({}): the later one stands."
    else:
        why = "Different causes are given ({}); nothing in the reports settles which is right."
    return voices_differ(corpus, f"What caused the {kind}?", [_marked_first(g) for g in groups], (verdict, why))


def _marked_first(group: Sequence[Theory]) -> list[Theory]:
    return sorted(group, key=lambda t: not t.marked)


def _verdict(corpus: Corpus, groups: Sequence[Sequence[Theory]]) -> Verdict:
    """A later finding by which an inquiry ends supersedes; all else stands against all else."""
    if len(groups) != 2:
        return "conflict"
    early, late = sorted(groups, key=lambda g: max(corpus.rank[t.article] for t in g))
    after = min(corpus.rank[t.article] for t in late) > max(corpus.rank[t.article] for t in early)
    ends = table("en", "theories")["concludes"]
    found = any(w in t.sentence.lower() for t in late for w in ends)
    one_voice = {t.who for t in early if t.who} & {t.who for t in late if t.who}
    return "superseded" if after and (found or one_voice) else "conflict"


def _settled(corpus: Corpus, kinds: Sequence[str], found: Sequence[Theory]) -> Difference | None:
    """The cause was open in one report, and a later one gives it."""
    unknown = open_cause(corpus) if kinds else []
    if not unknown:
        return None
    article, cite = unknown[0]
    later = [t for t in found if t.marked and _published(corpus, t.article) > _published(corpus, article)]
    if not later:
        return None
    first = position(corpus, "not known", [cite])
    then = position(corpus, voiced(later[0]), [t.cite for t in later])
    who = told_by(corpus, later[0].article, later[0].who)
    why = f"At first the cause was said to be open; a later report gives one ({who}: {later[0].words})."
    return difference("status", f"Is it known what caused the {kinds[0]}?", [first, then], "superseded", why)


def _published(corpus: Corpus, article: str) -> str:
    return corpus.article[article].published or ""
