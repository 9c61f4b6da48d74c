"""A record as Markdown (CommonMark with GitHub's tables), to be pasted into a note.

Cites stand as ``[S1:120-163]``: the report's siglum, and code points of its text, half-open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from variorum.present.views.agenda import agenda
from variorum.present.views.claims import Claim, claims, omissions
from variorum.present.views.dates import when_words
from variorum.present.views.differences import Difference, differences
from variorum.present.views.entities import Entity, cast, names
from variorum.present.views.origins import independence, lineage
from variorum.present.views.quotes import Utterance, ledger
from variorum.present.views.sources import Cite, Row, Source, Sources
from variorum.present.views.timeline import timeline

SPECIAL = re.compile(r"([\\`*_\[\]<>|~&$])")
BLOCK_START = re.compile(r"^([#+=-]|\d+(?=[.)]))")
VERDICTS = {
    "conflict": "Conflict.",
    "superseded": "The later report supersedes the earlier.",
    "compatible": "Compatible.",
}


def escape(text: str) -> str:
    """Words as they read, on one line, with what Markdown would take for its own marks disarmed."""
    line = SPECIAL.sub(r"\\\1", " ".join(text.split()))
    return BLOCK_START.sub(lambda m: m[1] + "\\" if m[1].isdigit() else "\\" + m[1], line)


def render(record: Row) -> str:
    """The whole record as one document; the reports that the sigla stand for are listed last."""
    sources = Sources(record["articles"])
    sections = (
        _head(record, sources),
        _timeline(record, sources),
        _differences(record, sources),
        _agenda(record, sources),
        _quotes(record, sources),
        _who(record, sources),
        _own_claims(record, sources),
        _omissions(record, sources),
        _reports(record, sources),
        _failures(record),
    )
    return "\n".join(line for section in sections for line in section).rstrip("\n") + "\n"


def _cited(cites: Iterable[Cite]) -> str:
    return " ".join(f"[{c.source.siglum}:{c.start}-{c.end}]" for c in cites)


def _sigla(sources: Iterable[Source]) -> str:
    return " ".join(s.siglum for s in sources)


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    """The lines under a heading; nothing at all where there are none."""
    inside = list(lines)
    if inside:
        yield from (f"## {title}", "", *inside, "")


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    if rows:
        yield "| " + " | ".join(head) + " |"
        yield "|" + "---|" * len(head)
    for row in rows:
        yield "| " + " | ".join(row) + " |"


def _head(record: Row, sources: Sources) -> Iterator[str]:
    story = record["story"]
    view = independence(record["independence"], sources)
    yield from (f"# {escape(story['title'])}", "")
    numbers = ", ".join(f"{c.number} {c.unit}" for c in view.counts)
    yield from (f"{when_words({**story, 'grain': 'day'})}. {numbers}.", "")
    reasons = [f"- {_sigla(m.sources)}: {escape(m.reason)}" for m in view.merges]
    reasons += [
        f"- {link.source.siglum}: {escape(link.reason)} {_cited(link.passages)}".rstrip()
        for link in lineage(record["lineage"], sources)
    ]
    yield from (*reasons, "") if reasons else ()


def _timeline(record: Row, sources: Sources) -> Iterator[str]:
    view = timeline(record["timeline"], sources, names(record["entities"]))
    for title, happenings in (("Timeline", view.story), ("Background", view.background)):
        rows = [(h.when, escape(h.what), h.status_words, _cited(h.cites)) for h in happenings]
        yield from _section(title, _table(("When", "What", "Status", "Who says so"), rows))


def _differences(record: Row, sources: Sources) -> Iterator[str]:
    view = differences(record["differences"], sources)
    found = view.conflicts + view.explained
    return _section("Where they differ", (line for n, d in enumerate(found, 1) for line in _difference(n, d)))


def _difference(number: int, difference: Difference) -> Iterator[str]:
    verdict = VERDICTS[difference.verdict]
    yield f"{number}. **{escape(difference.question)}** {verdict} {escape(difference.explanation)}"
    indent = " " * len(f"{number}. ")
    for position in difference.positions:
        own = [p.cite for p in position.passages if p.cite.words.casefold() == position.value.casefold()]
        yield f"{indent}- {_sigla(position.sources)}: {escape(position.value)} {_cited(own)}".rstrip()
        for passage in (p for p in position.passages if p.cite not in own):
            yield f"{indent}  - “{escape(passage.cite.exact)}” {_cited([passage.cite])}"


def _agenda(record: Row, sources: Sources) -> Iterator[str]:
    view = agenda(record["agenda"], sources, names(record["entities"]))
    rows = []
    for topic in view.topics:
        cells = [
            "; ".join(f"{escape(s.words + (f' ({s.note})' if s.note else ''))} {_cited(s.cites)}" for s in cell)
            for cell in topic.cells
        ]
        rows.append(("– " * topic.depth + escape(topic.name), *cells))
    return _section("On the agenda", _table(("Topic", *(c.siglum for c in view.columns)), rows))


def _quotes(record: Row, sources: Sources) -> Iterator[str]:
    lines = []
    for speaker in ledger(record["quotes"], sources, names(record["entities"])):
        if speaker.quoted:
            lines.append(f"- **{escape(speaker.name or 'Speaker not named')}**")
            lines.extend(line for utterance in speaker.quoted for line in _utterance(utterance))
    return _section("What was said", lines)


def _utterance(utterance: Utterance) -> Iterator[str]:
    note = f" ({utterance.differs})" if utterance.differs else ""
    for n, wording in enumerate(utterance.wordings):
        words = escape("".join(s.text for s in wording.stretches))
        place = f", {escape('; '.join(wording.occasions))}" if wording.occasions else ""
        yield f"{'  ' if n == 0 else '    '}- {words}{place} {_cited(wording.cites)}{note if n == 0 else ''}"
    for cite in utterance.paraphrases:
        yield f"    - in other words: {escape(cite.exact)} {_cited([cite])}"


def _who(record: Row, sources: Sources) -> Iterator[str]:
    view = cast(record["entities"], sources)
    groups = (("People", view.leading + view.others), *view.rest)
    lines = []
    for label, entities in groups:
        if entities:
            lines += [f"- {label}", *(f"  - {_entity(e)}" for e in entities)]
    return _section("Who and where", lines)


def _entity(entity: Entity) -> str:
    offices = "".join(f", {escape(o.title)} {_cited(o.cites[:1])}" for o in entity.offices)
    forms = ", ".join(escape(f.text) for f in entity.forms)
    return f"**{escape(entity.name)}**{offices}{f'; also {forms}' if forms else ''} ({_sigla(entity.sources)})"


def _claim(claim: Claim) -> str:
    holder = f" (according to {escape(claim.holder)})" if claim.holder else ""
    return f"{escape(claim.text)}{holder} {_cited(claim.cites)}"


def _own_claims(record: Row, sources: Sources) -> Iterator[str]:
    if len(sources.all) < 2:
        return iter(())
    lines = []
    for own in claims(record["claims"], sources).own:
        lines += [f"- {own.source.siglum}", *(f"  - {_claim(c)}" for c in own.claims)]
    return _section("What only one report says", lines)


def _omissions(record: Row, sources: Sources) -> Iterator[str]:
    lines = []
    for left_out in omissions(record["silences"], record["claims"], sources):
        lines += [f"- {left_out.source.siglum} does not carry", *(f"  - {_claim(c)}" for c in left_out.claims)]
    return _section("Who leaves out what", lines)


def _reports(record: Row, sources: Sources) -> Iterator[str]:
    where = {a["id"]: a["url"] or a["path"] or "" for a in record["articles"]}
    lines = []
    for source in sources.all:
        credit = f" ({escape(source.credit)})" if source.credit else ""
        at = f", {escape(where[source.id])}" if where[source.id] else ""
        lines.append(
            f"- **{source.siglum}** {escape(source.outlet)}{credit}, {source.date}: {escape(source.title)}{at}"
        )
    return _section("Reports", lines)


def _failures(record: Row) -> Iterator[str]:
    rows = record["failures"]
    return _section("Not read", [f"- {escape(f['path'])} ({f['stage']}): {escape(f['error'])}" for f in rows])
