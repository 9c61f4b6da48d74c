"""A record as Markdown (CommonMark with GitHub's tables), to be pasted into a note.

Cites stand as ``[S1:120-163]``: the report's siglum, and code points of its text, half-open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from variorum.present.views.claims import Claim
from variorum.present.views.differences import Difference
from variorum.present.views.entities import Entity
from variorum.present.views.page import Page, page, summary_title
from variorum.present.views.quotes import Utterance
from variorum.present.views.sources import Cite, Row, Source
from variorum.present.views.wording import quoted

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
    view = page(record)
    sections = (
        _head(view),
        _summary(view),
        _glance(view),
        _timeline(view),
        _differences(view),
        _agenda(view),
        _quotes(view),
        _who(view),
        _own_claims(view),
        _omissions(view),
        _reports(record, view),
        _failures(view),
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


def _head(view: Page) -> Iterator[str]:
    yield from (f"# {escape(view.title)}", "")
    numbers = ", ".join(f"{c.number} {c.unit}" for c in view.independence.counts)
    yield from (f"{view.dates}. {numbers}.", "")
    reasons = [f"- {_sigla(m.sources)}: {escape(m.reason)}" for m in view.independence.merges]
    reasons += [
        f"- {link.source.siglum}: {escape(link.reason)} {_cited(link.passages)}".rstrip() for link in view.lineage
    ]
    yield from (*reasons, "") if reasons else ()


def _summary(view: Page) -> Iterator[str]:
    return _section(
        summary_title(view.summary),
        [f"- {escape(s.text)} {'the latest figure: ' if s.latest else ''}{_cited(s.cites)}" for s in view.summary],
    )


def _glance(view: Page) -> Iterator[str]:
    glance = view.glance
    lines = [f"- {h.when}: {escape(h.what)} {_cited(h.cites)}" for h in glance.happened]
    lines += [f"- {h.when}, {h.status_words}: {escape(h.what)} {_cited(h.cites)}" for h in glance.planned]
    for conflict in glance.conflicts:
        answers = " / ".join(f"{escape(p.value)} ({_sigla(p.sources)})" for p in conflict.positions)
        lines.append(f"- **{escape(conflict.question)}** {answers}")
    return _section("In short", lines)


def _timeline(view: Page) -> Iterator[str]:
    for title, happenings in (("Timeline", view.timeline.story), ("Background", view.timeline.background)):
        rows = [(h.when, escape(h.what), h.status_words, _cited(h.cites)) for h in happenings]
        yield from _section(title, _table(("When", "What", "Status", "Who says so"), rows))


def _differences(view: Page) -> Iterator[str]:
    found = view.differences
    sure = found.conflicts + found.explained
    yield from _section("Where they differ", (line for n, d in enumerate(sure, 1) for line in _difference(n, d)))
    rest = enumerate(found.doubtful, len(sure) + 1)
    yield from _section("Where they perhaps differ", (line for n, d in rest for line in _difference(n, d)))


def _difference(number: int, difference: Difference) -> Iterator[str]:
    verdict = VERDICTS[difference.verdict]
    yield f"{number}. **{escape(difference.question)}** {verdict} {escape(difference.explanation)}"
    indent = " " * len(f"{number}. ")
    for position in difference.positions:
        own = [p for p in position.passages if p.words.casefold() == position.value.casefold()]
        cites = _cited(c for p in own for c in p.cites)
        yield f"{indent}- {_sigla(position.sources)}: {escape(position.value)} {cites}".rstrip()
        for passage in (p for p in position.passages if p not in own):
            yield f"{indent}  - {escape(quoted(passage.words))} {_cited(passage.cites)}"


def _agenda(view: Page) -> Iterator[str]:
    rows = []
    for topic in view.agenda.topics:
        cells = [
            "; ".join(f"{escape(s.words + (f' ({s.note})' if s.note else ''))} {_cited(s.cites)}" for s in cell)
            for cell in topic.cells
        ]
        rows.append(("– " * topic.depth + escape(topic.name), *cells))
    return _section("On the agenda", _table(("Topic", *(c.siglum for c in view.agenda.columns)), rows))


def _quotes(view: Page) -> Iterator[str]:
    lines = []
    for speaker in view.speakers:
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


def _who(view: Page) -> Iterator[str]:
    lines = []
    for label, entities in (("People", view.cast.leading + view.cast.others), *view.cast.rest):
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


def _own_claims(view: Page) -> Iterator[str]:
    lines = []
    for own in view.claims.own if len(view.sources) > 1 else ():
        lines += [f"- {own.source.siglum}", *(f"  - {_claim(c)}" for c in own.claims)]
    return _section("What only one report says", lines)


def _omissions(view: Page) -> Iterator[str]:
    lines = []
    for left_out in view.omissions:
        lines += [f"- {left_out.source.siglum} does not carry", *(f"  - {_claim(c)}" for c in left_out.claims)]
    return _section("Who leaves out what", lines)


def _reports(record: Row, view: Page) -> Iterator[str]:
    where = {a["id"]: a["url"] or a["path"] or "" for a in record["articles"]}
    lines = []
    for source in view.sources:
        credit = f" ({escape(source.credit)})" if source.credit else ""
        at = f", {escape(where[source.id])}" if where[source.id] else ""
        outlet = f"{escape(source.outlet)}{credit}"
        lines.append(f"- **{source.siglum}** {outlet}, {source.date}: {escape(source.title)}{at}")
    return _section("Reports", lines)


def _failures(view: Page) -> Iterator[str]:
    rows = view.failures
    return _section("Not read", [f"- {escape(f['path'])} ({f['stage']}): {escape(f['error'])}" for f in rows])
