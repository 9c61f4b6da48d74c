"""Is a topic on the agenda or off it, and was it spoken of or not?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from variorum.lang import table, words
from variorum.model.record import Difference, Verdict
from variorum.reconcile.clusters import together
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.build import difference, position
from variorum.reconcile.matters import Matters
from variorum.reconcile.raised import Said, said_of_topics
from variorum.reconcile.voices import two_voices


def agenda_differences(corpus: Corpus, known: Matters) -> list[Difference]:
    """For each topic that somebody takes off the agenda, or says was not spoken of, what the others say of it."""
    said = said_of_topics(corpus, known)
    rows = []
    for group in _topics(known, [s for s in said if s.denies]):
        meets = [s for s in said if not s.denies and any(_one_topic(known, s, no) for no in group)]
        rows += _rows(corpus, known, group, meets)
    return rows


def _topics(known: Matters, denials: Iterable[Said]) -> list[list[Said]]:
    """Denials of one topic together."""
    return together(denials, lambda group, said: any(_tied(known, said, other) for other in group))


def _tied(known: Matters, a: Said, b: Said) -> bool:
    return any(known.tie(x, y) > 0 for x in a.topics for y in b.topics)


def _one_topic(known: Matters, yes: Said, no: Said) -> bool:
    """On one topic, by two reports or two voices of one."""
    return two_voices((yes.article, yes.voice), (no.article, no.voice)) and _tied(known, yes, no)


def _meets(known: Matters, yes: Said, denials: Iterable[Said]) -> bool:
    return any(_one_topic(known, yes, no) for no in denials)


def _rows(corpus: Corpus, known: Matters, no: Sequence[Said], yes: Sequence[Said]) -> list[Difference]:
    """One row for what was to be, one for what was."""
    off, silent = ([s for s in no if s.told == t] for t in (False, True))
    planned, told = (
        [s for s in yes if s.told == t and _meets(known, s, same or no)] for t, same in ((False, off), (True, silent))
    )
    found = []
    overtaken = told and not silent and all(s.answer == "may" for s in planned) and corpus.later(off, told)
    if planned and off and not overtaken:
        found.append(_row(corpus, planned, off, *_planned(planned, off, corpus)))
    if told and silent:
        found.append(_row(corpus, told, silent, *_spoken(told, silent, corpus)))
    if not found and planned and silent and corpus.later(planned, silent):
        why = "On the agenda by {0}; later it was not spoken of, according to {1}."
        found.append(_row(corpus, planned, silent, "superseded", why))
    if not found and told and off and corpus.later(off, told):
        why = "Not to be spoken of, by {1}; it was all the same, according to {0}."
        found.append(_row(corpus, [*planned, *told], off, "superseded", why))
    return found


def _planned(yes: Sequence[Said], no: Sequence[Said], corpus: Corpus) -> tuple[Verdict, str]:
    if all(s.answer == "may" for s in yes):
        return "compatible", "It may come up, by {0}; it is not on the agenda, by {1}: the one leaves it open."
    if all(s.weak for s in no):
        why = "To be spoken of, by {0}; not open to bargaining, or nobody else's affair, by {1}: both can be so."
        return "compatible", why
    return "conflict", "On the agenda according to {0}, not according to {1}: both cannot be right."


def _spoken(yes: Sequence[Said], no: Sequence[Said], corpus: Corpus) -> tuple[Verdict, str]:
    return "conflict", "It was spoken of according to {0}, and was not according to {1}: both cannot be right."


def _row(corpus: Corpus, yes: Sequence[Said], no: Sequence[Said], verdict: Verdict, why: str) -> Difference:
    names = table("en", "reconcile")["polarity"]
    by: dict[str, list[Said]] = {}
    for said in (*yes, *no):
        by.setdefault(said.answer, []).append(said)
    positions = [position(corpus, names[answer], [s.cite for s in told]) for answer, told in by.items()]
    topic = min((s.named for s in no if s.named), key=len, default="")
    verb = "Are" if _plural(topic) else "Is"
    past = "Were" if verb == "Are" else "Was"
    asked = f"{past} {topic} raised?" if yes[0].told and no[0].told else f"{verb} {topic} on the agenda?"
    return difference("polarity", asked, positions, verdict, why.format(_who(corpus, yes), _who(corpus, no)))


def _plural(topic: str) -> bool:
    """By the noun before the words that say more of it: "questions concerning the border"."""
    ends = words("en", "acts", "phrase", "ends_at") | words("en", "raised", "shape", "concerning")
    said = topic.lower().split()
    noun = [*takewhile(lambda w: w not in ends, said)][-1:] or said[:1]
    return bool(noun) and noun[0].endswith("s") and not noun[0].endswith(("ss", "us", "is"))


def _who(corpus: Corpus, said: Sequence[Said]) -> str:
    first = said[0]
    outlet = corpus.article[first.article].outlet or "one report"
    return f"{first.voice} (in {outlet})" if first.voice else outlet
