"""Is a topic on the agenda or off it?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from variorum.lang import table
from variorum.model.record import AgendaEntry, AgendaTopic, Difference, Verdict
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.build import difference, position

FOR = frozenset({"on", "raised"})
AGAINST = frozenset({"off", "not_raised"})


def agenda_differences(corpus: Corpus, topics: Iterable[AgendaTopic]) -> list[Difference]:
    """One difference for each topic on which the reports' polarities differ."""
    return [d for topic in topics if (d := _compare(corpus, topic))]


def _compare(corpus: Corpus, topic: AgendaTopic) -> Difference | None:
    by_polarity: dict[str, list[AgendaEntry]] = {}
    for entry in topic.entries:
        by_polarity.setdefault(entry.polarity, []).append(entry)
    if len(by_polarity) < 2 or len({e.article for e in topic.entries}) < 2:
        return None
    names = table("en", "reconcile")["polarity"]
    positions = [position(corpus, names[p], [e.cite for e in entries]) for p, entries in by_polarity.items()]
    verdict, why = _judge(corpus, by_polarity)
    verb = "Are" if topic.topic.split()[-1].endswith("s") else "Is"
    return difference("polarity", f"{verb} {topic.topic} on the agenda?", positions, verdict, why)


def _judge(corpus: Corpus, by_polarity: dict[str, list[AgendaEntry]]) -> tuple[Verdict, str]:
    found = set(by_polarity)
    if not (found & FOR and found & AGAINST):
        if found & {"raised", "not_raised"}:
            return "compatible", "One report tells what was planned, another what came of it."
        return "compatible", "The reports differ in how sure they are, not in what they say."
    told = found & {"raised", "not_raised"}
    plans = found & {"on", "off"}
    if told and len(plans) == 1 and _later(corpus, by_polarity, told, plans):
        return "superseded", "A report written after the event tells what came of what an earlier one expected."
    return "conflict", "One report puts the topic on the agenda, another takes it off; both cannot be right."


def _later(corpus: Corpus, by: dict[str, list[AgendaEntry]], told: Iterable[str], plans: Iterable[str]) -> bool:
    def days(polarities: Iterable[str]) -> Sequence[int]:
        return [corpus.rank[e.article] for p in polarities for e in by[p]]

    return min(days(told)) > max(days(plans))
