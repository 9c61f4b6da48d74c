"""Score a record (``variorum/record/1``, texts included) against a gold story.

A gold story is what a desk officer would write by hand: articles, entities, times, quotes, events, agenda,
differences, agreements, copies. Each category says how many of the gold's rows the record got right. Where inventing
rows would help a record, the line also gives the share of the record's own rows that the gold knows.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from eval.story.match import (
    LONGEST_CITE,
    Page,
    Range,
    Row,
    cites_in,
    days,
    days_of,
    fold,
    meet,
    near,
    outlet_core,
    overlap,
    same_speaker,
    words_of,
)

STANDS_FOR = {
    "happened": {"happened", "under_way"},
    "planned": {"planned", "announced", "scheduled", "unconfirmed"},
    "ongoing": {"under_way", "ongoing"},
}
"""A gold event's status and the record's that mean it."""

AGENDA_STANDS_FOR = {
    "on": {"on", "raised"},
    "raised": {"on", "raised"},
    "off": {"off", "not_raised"},
    "not raised": {"off", "not_raised"},
    "may": {"may"},
}
COPYING = {"carries", "copies", "edits"}
SAID = {"direct", "mixed"}
EMPTY_WORDS = {"a", "an", "the", "on", "in", "with", "at", "told", "to"}


@dataclass(frozen=True)
class Line:
    """One category: rows of the gold asked for and right, and what was missed, in words.

    Attributes:
        precision: how many of the record's own rows the gold knows, and of how many; None where it isn't measured.
        wrong: rows of the record that the gold says are wrong (a label taken for a quote, a conflict nobody sees).
    """

    category: str
    right: int
    asked: int
    misses: tuple[str, ...] = ()
    precision: tuple[int, int] | None = None
    wrong: int | None = None


@dataclass(frozen=True)
class Scorecard:
    """All categories of one record."""

    lines: tuple[Line, ...]

    @property
    def right(self) -> int:
        """Rows right in all, cites apart."""
        return sum(line.right for line in self.lines if line.category != CITES)

    @property
    def asked(self) -> int:
        """Rows asked for in all, cites apart."""
        return sum(line.asked for line in self.lines if line.category != CITES)

    @property
    def share(self) -> float:
        """Right among asked, 0 to 1."""
        return self.right / self.asked if self.asked else 0.0

    def line(self, category: str) -> Line:
        """One category by its name; KeyError if it was not asked."""
        return {line.category: line for line in self.lines}[category]


CITES = "citations that hold"


class Pair:
    """A record and a gold story, with the record's articles found under the gold's names for them.

    Raises:
        ValueError: the record was written without the articles' texts.
    """

    def __init__(self, record: Row, gold: Row) -> None:
        self.record, self.gold = record, gold
        if not all("text" in row for row in record["articles"]):
            raise ValueError("the record must carry its articles' texts")
        rows = {Path(row.get("path") or row["id"]).name: row for row in record["articles"]}
        stems = {Path(name).stem: row for name, row in rows.items()}
        wanted = [row["id"] for row in gold["articles"]]
        found = {name: rows.get(name) or stems.get(Path(name).stem) for name in wanted}
        self.articles: dict[str, Row] = {name: row for name, row in found.items() if row}
        self.pages = {name: Page.of(row["text"]) for name, row in self.articles.items()}
        self.entities: dict[str, Row] = {e["id"]: e for e in record.get("entities", [])}

    @cached_property
    def gold_name(self) -> dict[str, str]:
        """The gold's name for each article id of the record."""
        return {row["id"]: name for name, row in self.articles.items()}

    def id_of(self, article: str) -> str | None:
        """The record's id for an article as the gold names it."""
        return self.articles[article]["id"] if article in self.articles else None

    def find(self, article: str, words: str, before: str = "") -> list[Range]:
        """Where an article holds the words; nowhere, if the record lacks the article."""
        page = self.pages.get(article)
        return page.find(words, before) if page else []

    def names(self, entity: str | None) -> set[str]:
        """Every form of an entity's name, folded."""
        row = self.entities.get(entity or "")
        forms = row.get("names", []) if row else []
        return {fold(row["name"]), *(fold(f["text"]) for f in forms)} if row else set()

    def touches(self, cites: list[Row], article: str, words: str) -> bool:
        """Whether one of the cites, none too long to point at anything, shares a character with the words."""
        name, ranges = self.id_of(article), self.find(article, words)
        tight = [c for c in cites if c["article"] == name and c["end"] - c["start"] <= LONGEST_CITE]
        return any(overlap((c["start"], c["end"]), r) for c in tight for r in ranges)


def score(record: Row, gold: Row) -> Scorecard:
    """Hold a record against a gold story.

    Args:
        record: a record's plain data, with texts.
        gold: a gold story's plain data.

    Returns:
        One line a category, in a fixed order; categories that the gold has no rows for are left out.
    """
    pair = Pair(record, gold)
    lines = [line for category in CATEGORIES for line in category(pair)]
    return Scorecard(tuple(line for line in lines if line.asked or line.misses))


def cites(pair: Pair) -> Iterator[Line]:
    """Does every cite repeat the words that stand there?"""
    texts = {row["id"]: row["text"] for row in pair.record["articles"]}
    rows = cites_in({k: v for k, v in pair.record.items() if k != "articles"})
    broken = [c for c in rows if not c["exact"] or texts.get(c["article"], "")[c["start"] : c["end"]] != c["exact"]]
    yield Line(CITES, len(rows) - len(broken), len(rows), tuple(str(c)[:160] for c in broken))


def article_facts(pair: Pair) -> Iterator[Line]:
    """Outlet, agency, days, title, byline and dateline of each article, one point each."""
    checks = [
        (f"{row['id']} {fact}", good)
        for row in pair.gold["articles"]
        if row.get("same_story") is not False
        for fact, good in _facts(row, pair.articles.get(row["id"]))
    ]
    yield Line(
        "article facts", sum(good for _, good in checks), len(checks), tuple(n for n, good in checks if not good)
    )


def _facts(want: Row, got: Row | None) -> Iterator[tuple[str, bool]]:
    yield "present", got is not None
    got = got or {}
    agencies = {fold(a) for a in got.get("agencies") or []}
    if outlet := want.get("outlet"):
        ours, theirs = outlet_core(got.get("outlet")), outlet_core(outlet)
        yield "outlet", (bool(ours) and (theirs in ours or ours in theirs)) or fold(outlet) in agencies
    if agency := want.get("agency"):
        yield "agency", fold(agency) in agencies
    for stamp in ("published", "updated"):
        if want.get(stamp):
            yield stamp, str(got.get(stamp) or "")[:10] == want[stamp]
    if title := want.get("title"):
        yield "title", Page.of(title).flat == Page.of(got.get("title") or "").flat.strip(' "')
    if byline := want.get("byline"):
        yield "byline", {fold(n) for n in byline} == {fold(n) for n in got.get("byline") or []}
    if place := want.get("dateline_place"):
        yield "dateline", fold(place) in fold((got.get("dateline") or {}).get("place"))


def entities(pair: Pair) -> Iterator[Line]:
    """Is each entity one entity with all its names, and not another's?"""
    owners: dict[str, str] = {}
    misses: list[str] = []
    for want in pair.gold["entities"]:
        best = _likest(pair, want)
        if best is None or not _whole(pair, want, best):
            misses.append(
                f"{want['kind']} {want['name']}: best {best and (best['kind'], sorted(pair.names(best['id'])))}"
            )
        elif best["id"] in owners:
            misses.append(f"{want['name']} is merged with {owners[best['id']]}")
        else:
            owners[best["id"]] = want["name"]
    yield Line("entities whole and apart", len(owners), len(pair.gold["entities"]), tuple(misses))


def _likest(pair: Pair, want: Row) -> Row | None:
    """The record's entity that shares most names, of the same kind if several do."""
    forms = {fold(n) for n in want["names"]}
    rows = list(pair.entities.values())
    return max(rows, key=lambda e: (len(forms & pair.names(e["id"])), e["kind"] == want["kind"]), default=None)


def _whole(pair: Pair, want: Row, entity: Row) -> bool:
    """All names of several words, four in five of all, and the kind (a place may be an organization too)."""
    forms = {fold(n) for n in want["names"]}
    got = forms & pair.names(entity["id"])
    full = {n for n in forms if " " in n or len(forms) == 1} or forms
    kinds = {want["kind"], "organization"} if want["kind"] == "place" else {want["kind"]}
    return full <= got and len(got) >= 0.8 * len(forms) and entity["kind"] in kinds


def times(pair: Pair) -> Iterator[Line]:
    """Does each expression mean the days it should?"""
    misses: list[str] = []
    for want in pair.gold["times"]:
        ranges = pair.find(want["article"], want["exact"], want.get("before", ""))
        here = _at(pair.record.get("times", []), pair.id_of(want["article"]), ranges)
        if not any(near(days_of(t), days(want["value"])) for t in here):
            got = [(t["exact"], t.get("from"), t.get("to")) for t in here]
            misses.append(
                f"{want['article']} {want.get('before', '')}[{want['exact']}] wants {want['value']}, got {got}"
            )
    asked = len(pair.gold["times"])
    yield Line("dates resolved", asked - len(misses), asked, tuple(misses))


def _at(rows: list[Row], article: str | None, ranges: list[Range]) -> list[Row]:
    """The rows of one article that share a character with one of the ranges."""
    return [r for r in rows if r["article"] == article and any(overlap((r["start"], r["end"]), s) for s in ranges)]


@dataclass(frozen=True)
class _Heard:
    """A gold quote, and the record's variants that touch it, each with its ledger row."""

    want: Row
    hits: list[tuple[Row, Row]]

    @property
    def name(self) -> str:
        """For a miss's words."""
        return f"{self.want['article']} {self.want['content'][:50]!r}"


def quotes(pair: Pair) -> Iterator[Line]:
    """Is each utterance found, under the right speaker, on the right occasion?"""
    heard = [_Heard(want, _variants(pair, want)) for want in pair.gold["quotes"]]
    found = tuple(h.name for h in heard if not h.hits)
    yield Line("quotes found", len(heard) - len(found), len(heard), found, _precision(pair, heard), _labels(pair))
    spoken = tuple(
        f"{h.name} by {h.want['speaker']}: got {[row.get('speaker_name') for row, _ in h.hits]}"
        for h in heard
        if not any(_speaks(pair, row, h.want["speaker"]) for row, _ in h.hits)
    )
    yield Line("quotes with the right speaker", len(heard) - len(spoken), len(heard), spoken)
    placed = [h for h in heard if h.want.get("occasion")]
    lost = tuple(f"{h.name} wants {h.want['occasion']}" for h in placed if not _on_occasion(h))
    yield Line("quotes with the occasion", len(placed) - len(lost), len(placed), lost)


def _variants(pair: Pair, want: Row) -> list[tuple[Row, Row]]:
    ranges = pair.find(want["article"], want["content"])
    rows = [(row, v) for row in pair.record.get("quotes", []) for v in row["variants"]]
    here = {id(v) for v in _at([v for _, v in rows], pair.id_of(want["article"]), ranges)}
    return [(row, v) for row, v in rows if id(v) in here]


def _speaks(pair: Pair, row: Row, speaker: str | None) -> bool:
    if not speaker:  # a chant, a sign: nobody in particular
        return pair.entities.get(row.get("speaker") or "", {}).get("kind") != "person"
    names = {fold(row.get("speaker_name")), *pair.names(row.get("speaker"))}
    return any(same_speaker(fold(speaker), name) for name in names)


def _on_occasion(heard: _Heard) -> bool:
    keys = set(re.findall(r"\w+", fold(heard.want["occasion"]))) - EMPTY_WORDS
    told = [fold(json.dumps(v.get("occasion") or row.get("occasion"), ensure_ascii=False)) for row, v in heard.hits]
    return any(key in words for words in told for key in keys)


def _precision(pair: Pair, heard: list[_Heard]) -> tuple[int, int] | None:
    """Of the variants in quotation marks in the articles that the gold read whole, how many it knows."""
    if not pair.gold.get("quotes_complete", True):
        return None
    whole = pair.gold.get("quotes_complete_in") or {h.want["article"] for h in heard}
    ids = {pair.id_of(name) for name in whole}
    known = {id(v) for h in heard for _, v in h.hits}
    mine = [v for row in pair.record.get("quotes", []) for v in row["variants"] if v["article"] in ids]
    mine = [v for v in mine if v["kind"] in SAID]
    return sum(id(v) in known for v in mine), len(mine)


def _labels(pair: Pair) -> int | None:
    """How many words in quotation marks that nobody spoke were taken for somebody's."""
    labels = pair.gold.get("quotes_not")
    if not labels:
        return None
    mine = [v for row in pair.record.get("quotes", []) for v in row["variants"] if v["kind"] in SAID]
    said = {(v["article"], fold(v["exact"]).strip('" .,')) for v in mine}
    return sum((pair.id_of(label["article"]), fold(label["content"]).strip('" .,')) in said for label in labels)


def events(pair: Pair) -> Iterator[Line]:
    """Is each happening on the timeline, on its day, with its status?"""
    absent: list[str] = []
    wrong: list[str] = []
    for want in pair.gold["events"]:
        hits = _entries(pair, want)
        name = f"{want['what']} {want.get('start')} {want['status']}"
        got = [e["status"] for e in hits]
        if not hits:
            absent.append(name)
        if not STANDS_FOR.get(want["status"], {want["status"]}) & set(got):
            wrong.append(f"{name}: got {got}")
    asked = len(pair.gold["events"])
    yield Line("events on the timeline", asked - len(absent), asked, tuple(absent))
    yield Line("events with the right status", asked - len(wrong), asked, tuple(wrong))


def _entries(pair: Pair, want: Row) -> list[Row]:
    start, end = want.get("start"), want.get("end")
    wanted = days(f"{start}/{end}" if end else start)
    rows = pair.record.get("timeline", [])
    return [
        e
        for e in rows
        if (wanted is None or meet(days_of(e.get("when")), wanted))
        and any(pair.touches(e["evidence"], article, words) for article, words in want["evidence"].items())
    ]


def agenda(pair: Pair) -> Iterator[Line]:
    """Does each report's word on each topic have the right polarity?"""
    entries = [e for topic in pair.record.get("agenda", []) for e in topic["entries"]]
    asked, misses = 0, []
    for topic in pair.gold.get("agenda", []):
        for article, words in topic["exact"].items():
            asked += 1
            polarity = topic["articles"][article]
            got = [e["polarity"] for e in entries if pair.touches([e["cite"]], article, words)]
            if not AGENDA_STANDS_FOR[polarity] & set(got):
                misses.append(f"{article} {topic['topic']} wants {polarity}, got {got}")
    yield Line("agenda entries", asked - len(misses), asked, tuple(misses))


def differences(pair: Pair) -> Iterator[Line]:
    """Is each difference shown with evidence of two of its positions or more, and judged as the gold judges it?"""
    rows = pair.record.get("differences", [])
    hits = [(want, [d for d in rows if _positions_met(pair, want, d) >= 2]) for want in pair.gold["differences"]]
    known = {id(d) for _, ds in hits for d in ds}
    loud = [d for d in rows if d["verdict"] == "conflict"]
    false = tuple(f"conflict not in the gold: {d['question']}" for d in loud if id(d) not in known)
    absent = tuple(want["question"] for want, ds in hits if not ds)
    shown = (len(loud) - len(false), len(loud))
    yield Line("differences found", len(hits) - len(absent), len(hits), absent + false, shown, len(false))
    wrong = [(want, ds) for want, ds in hits if want["verdict"] not in {d["verdict"] for d in ds}]
    misses = tuple(f"{w['question']} wants {w['verdict']}, got {[d['verdict'] for d in ds]}" for w, ds in wrong)
    yield Line("differences with the right verdict", len(hits) - len(wrong), len(hits), misses)


def _positions_met(pair: Pair, want: Row, row: Row) -> int:
    """How many of the gold's positions some position of the record's difference cites."""
    evidence = [cite for position in row["positions"] for cite in position["evidence"]]
    return sum(any(pair.touches(evidence, a, w) for a, w in words_of(position)) for position in want["positions"])


def agreements(pair: Pair) -> Iterator[Line]:
    """Does one claim join two or more of the reports that tell the same fact?"""
    claims = pair.record.get("claims", [])
    misses = []
    for want in pair.gold["agreements"]:
        told = [sum(pair.touches(c["evidence"], a, w) for a, w in want["exact"].items()) for c in claims]
        if max(told, default=0) < 2:
            misses.append(f"{want['fact']}: one claim holds {max(told, default=0)} of {len(want['exact'])}")
    asked = len(pair.gold["agreements"])
    yield Line("agreements joined", asked - len(misses), asked, tuple(misses))


def copies(pair: Pair) -> Iterator[Line]:
    """Are the articles that carry one text linked, and no others?"""
    gold = pair.gold.get("copies", [])
    shared = {p for row in gold if row["relation"] == "shared passages" for p in _pairs(row["articles"])}
    wanted = {p for row in gold if row["relation"] != "shared passages" for p in _pairs(row["articles"])}
    linked = [row for row in pair.record.get("lineage", []) if row["relation"] in COPYING and row.get("other")]
    ends = [(pair.gold_name.get(row["article"]), pair.gold_name.get(row["other"])) for row in linked]
    mine = {p for a, b in ends if a and b for p in _pairs([a, b])} - shared
    misses = [f"not linked: {sorted(p)}" for p in sorted(wanted - mine, key=sorted)]
    misses += [f"linked without reason: {sorted(p)}" for p in sorted(mine - wanted, key=sorted)]
    yield Line("copies linked", len(wanted & mine), len(wanted), tuple(misses), (len(wanted & mine), len(mine)))


def _pairs(articles: list[str]) -> set[frozenset[str]]:
    return {frozenset((a, b)) for i, a in enumerate(articles) for b in articles[i + 1 :]}


Category = Callable[[Pair], Iterator[Line]]
CATEGORIES: tuple[Category, ...] = (
    cites,
    article_facts,
    entities,
    times,
    quotes,
    events,
    agenda,
    differences,
    agreements,
    copies,
)


def table(card: Scorecard, *, misses: bool = False) -> str:
    """A scorecard as lines of text: category, right/asked, precision, then what was missed."""
    rows = [*card.lines, Line("in all, citations apart", card.right, card.asked)]
    out = [_row(line) for line in rows]
    out[-1] += f" {100 * card.share:.1f} %"
    return "\n".join(out + [f"{n.category}: {m}" for n in card.lines for m in n.misses if misses])


def _row(line: Line) -> str:
    known = f"known {line.precision[0]}/{line.precision[1]}" if line.precision else ""
    wrong = f"wrong {line.wrong}" if line.wrong is not None else ""
    return f"{line.category:36} {line.right:4}/{line.asked:<4} {known} {wrong}".rstrip()


def load(path: Path) -> dict[str, Any]:
    """A record or gold story from its file."""
    data: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return data
