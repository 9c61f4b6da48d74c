"""A record made by hand over four invented reports, in the shape of ``variorum/record/1``; every cite \
holds."""

from __future__ import annotations

import hashlib
from typing import Any

Row = dict[str, Any]

GAZETTE = """THE NORLAND GAZETTE
News | Politics | Weather

Voss to meet Alvane in Halden next week

By Petra Lund
Posted: March 4, 2026, 16:40

OSTBERG, March 4 (NPA) - Norland's Prime Minister Mara Voss will travel to
Halden next week for talks with Costaran President Teo Alvane, her office said
Wednesday, days after she met Emperor Ruan in the capital of Sund.

The visit, on Tuesday and Wednesday, comes after naval drills in the Strait of
Imber late last month.

Fishing rights are expected to be on the agenda, including the quota for
herring, government spokesman Olav Brekke told reporters on Wednesday.

"The sea between us is a road, not a wall," Voss told reporters on Wednesday.

It will be Voss's second visit to Costara since last June.

Relations have suffered from Norland's 1888-1921 rule over the Outer Isles.

Sign up for our morning letter
"""

COURIER = """Voss to meet Alvane in Halden next week

OSTBERG, March 4 (NPA) - Norland's Prime Minister Mara Voss will travel to Halden next week for talks with \
Costaran President Teo Alvane, her office said Wednesday.

Fishing rights are expected to be on the agenda, including the quota for herring, government spokesman Olav \
Brekke told reporters on Wednesday.

It will be Voss's second visit to Costara since last June.
"""

HARBOUR = """Two neighbours, one table: Halden awaits its guests

By Ines Caro | Harbour Times | 9 March 2026

HALDEN - When President Teo Alvane receives Prime Minister Mara Voss on Tuesday, fishing rights will stay off \
the table, officials here say. The two may touch on the herring quota.

In an interview with Radio Imber, Voss said that "the sea between us is a road and not a wall".

The meeting will be the third between the two leaders, who last met in Sund in November.

The leaders are due to visit the lighthouse of Cape Orm on Wednesday.

In 1911 a ferry sank off Halden; 84 islanders drowned.
"""

MERIDIAN = """Halden talks end with a ferry deal

HALDEN, Costara, March 11, 2026 - The Meridian: Mara Voss and Teo Alvane met in Halden on Tuesday and agreed \
to reopen the night ferry between the two countries.

It was the second formal meeting of the two leaders.

"We shall open the ferry by June," Mr Alvane said at a joint news conference. Ms. Voss called the talks frank.

Many islanders died when a ferry sank off Halden in 1911.
"""

TEXTS = (GAZETTE, COURIER, HARBOUR, MERIDIAN)
IDS = ("a0001", "a0002", "a0003", "a0004")
VOSS, ALVANE, BREKKE, HALDEN, NORLAND, COSTARA, NPA = "e01", "e02", "e03", "e04", "e05", "e06", "e07"


def cite(report: int, words: str, nth: int = 0) -> Row:
    """The cite for the words' n-th occurrence in a report (1 to 4); line breaks in the report count as spaces."""
    flat = TEXTS[report - 1].replace("\n", " ")
    start = -1
    for _ in range(nth + 1):
        start = flat.index(words, start + 1)
    end = start + len(words)
    return {"article": IDS[report - 1], "start": start, "end": end, "exact": TEXTS[report - 1][start:end]}


def when(start: str, end: str | None = None, grain: str = "day") -> Row:
    """An interval of days."""
    return {"from": start, "to": end or start, "grain": grain, "edtf": start if not end else f"{start}/{end}"}


def part(report: int, kind: str, first: str, last: str | None = None) -> Row:
    """A part from its first words to its last."""
    text = TEXTS[report - 1]
    start = text.index(first)
    tail = last or first
    return {"kind": kind, "start": start, "end": text.index(tail, start) + len(tail)}


def _article(report: int, parts: list[Row], **given: Any) -> Row:
    text = TEXTS[report - 1]
    return {
        "id": IDS[report - 1], "path": f"reports/{report:03}.txt", "url": None, "outlet": None, "agencies": [],
        "byline": [], "title": None, "published": None, "updated": None, "dateline": None, "language": "en",
        "raw_sha256": "0" * 64, "text_sha256": hashlib.sha256(text.encode()).hexdigest(), "parts": parts, "text": text,
    } | given  # fmt: skip


def _articles() -> list[Row]:
    title = "Voss to meet Alvane in Halden next week"
    return [
        _article(
            1,
            [
                part(1, "masthead", "THE NORLAND", "Weather"), part(1, "headline", title),
                part(1, "byline", "By Petra Lund"), part(1, "stamp", "Posted", "16:40"),
                part(1, "dateline", "OSTBERG, March 4 (NPA) -"), part(1, "body", "Norland's", "Outer Isles."),
                part(1, "boilerplate", "Sign up", "letter"),
            ],
            outlet="The Norland Gazette", agencies=["NPA"], byline=["Petra Lund"], title=title,
            published="2026-03-04T16:40", dateline={"place": "OSTBERG", "date": "2026-03-04"},
        ),
        _article(
            2, [part(2, "headline", title), part(2, "body", "OSTBERG", "last June.")],
            outlet="Costara Courier", agencies=["NPA"], title=title, published="2026-03-04",
            url="https://courier.example/voss",
        ),
        _article(
            3, [part(3, "headline", "Two neighbours", "guests"), part(3, "byline", "By Ines", "2026"),
                part(3, "body", "HALDEN", "drowned.")],
            outlet="Harbour Times", byline=["Ines Caro"], title="Two neighbours, one table: Halden awaits its guests",
            published="2026-03-09", dateline={"place": "HALDEN", "date": None},
        ),
        _article(
            4, [part(4, "headline", "Halden talks end with a ferry deal"), part(4, "body", "HALDEN", "1911.")],
            outlet="The Meridian", title="Halden talks end with a ferry deal", published="2026-03-11",
            dateline={"place": "HALDEN, Costara", "date": "2026-03-11"},
        ),
    ]  # fmt: skip


def _independence() -> Row:
    return {
        "articles": 4, "outlets": 4, "lineages": 3, "origins": 3,
        "groups": [{"articles": ["a0001", "a0002"], "reason": "Both print the text of NPA by their credit lines."}],
    }  # fmt: skip


def _lineage() -> list[Row]:
    return [
        {"article": "a0001", "other": None, "agency": "NPA", "relation": "carries", "coverage": None,
         "passages": [cite(1, "(NPA)")], "reason": "The credit line names NPA."},
        {"article": "a0002", "other": "a0001", "agency": "NPA", "relation": "edits", "coverage": 0.93,
         "passages": [cite(2, "It will be Voss's second visit to Costara since last June."),
                      cite(1, "It will be Voss's second visit to Costara since last June.")],
         "reason": "93 of 100 body words stand in the other report in the same order."},
    ]  # fmt: skip


def _entity(id_: str, kind: str, name: str, reports: str, **given: Any) -> Row:
    ids = [IDS[int(r) - 1] for r in reports]
    return {
        "id": id_, "kind": kind, "name": name, "names": [{"text": name, "articles": ids}], "roles": [],
        "country": None, "place": None, "articles": ids,
    } | given  # fmt: skip


def _entities() -> list[Row]:
    return [
        _entity(VOSS, "person", "Mara Voss", "1234", country="NL",
                names=[{"text": "Mara Voss", "articles": list(IDS)}, {"text": "Voss", "articles": ["a0001", "a0003"]},
                       {"text": "Ms. Voss", "articles": ["a0004"]}],
                roles=[{"title": "Prime Minister", "of": "Norland", "cite": cite(1, "Prime Minister")},
                       {"title": "prime minister", "of": "Norland", "cite": cite(2, "Prime Minister")},
                       {"title": "Prime Minister", "of": None, "cite": cite(3, "Prime Minister")}]),
        _entity(ALVANE, "person", "Teo Alvane", "1234",
                roles=[{"title": "Costaran President", "of": "Costara", "cite": cite(1, "Costaran President")}]),
        _entity(BREKKE, "person", "Olav Brekke", "12",
                roles=[{"title": "government spokesman", "of": None, "cite": cite(1, "government spokesman")}]),
        _entity("e08", "person", "Petra Lund", "1"),
        _entity(HALDEN, "place", "Halden", "1234", country="NO",
                place={"lat": 59.12, "lon": 11.39, "geonames_id": 1}),
        _entity(NORLAND, "country", "Norland", "12"),
        _entity(COSTARA, "country", "Costara", "124"),
        _entity(NPA, "organization", "NPA", "12"),
    ]  # fmt: skip


def _times() -> list[Row]:
    timex = {"timex": {"type": "DATE", "value": "2026"}}
    return [
        cite(1, "next week") | when("2026-03-09", "2026-03-15", "week") | {"basis": "from_publication"} | timex,
        cite(1, "late last month") | when("2026-02-21", "2026-02-28") | {"basis": "from_publication"} | timex,
        cite(3, "on Tuesday") | when("2026-03-10") | {"basis": "from_publication"} | timex,
        cite(3, "1911") | when("1911-01-01", "1911-12-31", "year") | {"basis": "stated"} | timex,
        cite(4, "second") | {"from": None, "to": None, "grain": None, "edtf": None, "basis": None} | timex,
    ]


def _event(id_: str, days: Row | None, what: str, status: str, evidence: list[Row], **given: Any) -> Row:
    reports = {c["article"] for c in evidence}
    return {
        "id": id_, "when": days, "what": what, "kind": "meeting", "status": status, "participants": [VOSS, ALVANE],
        "place": HALDEN, "support": {"articles": len(reports), "origins": min(len(reports), 3)}, "evidence": evidence,
        "background": False,
    } | given  # fmt: skip


def _timeline() -> list[Row]:
    met = [cite(1, "will travel to Halden next week for talks"), cite(2, "will travel to Halden next week for talks"),
           cite(3, "When President Teo Alvane receives Prime Minister Mara Voss on Tuesday"),
           cite(4, "Mara Voss and Teo Alvane met in Halden on Tuesday")]  # fmt: skip
    light = [cite(3, "The leaders are due to visit the lighthouse of Cape Orm on Wednesday.")]
    ruled = [cite(1, "Norland's 1888-1921 rule over the Outer Isles")]
    sank = [cite(3, "In 1911 a ferry sank off Halden"), cite(4, "a ferry sank off Halden in 1911")]
    return [
        _event("h1", when("2026-03-10"), "Mara Voss and Teo Alvane met in Halden on Tuesday", "happened", met),
        _event("h2", when("2026-03-11"), "The leaders are due to visit the lighthouse of Cape Orm on Wednesday",
               "unconfirmed", light, kind="visit"),
        _event("h3", when("2026-03-04"), "The sea between us is a road, Voss told reporters", "happened",
               [cite(1, "Voss told reporters on Wednesday")], place=None),
        _event("h4", when("2026-02-21", "2026-02-28"), "naval drills in the Strait of Imber late last month",
               "happened", [cite(1, "naval drills in the Strait of Imber late last month")], participants=[]),
        _event("h5", when("2025-11-01", "2025-11-30", "month"), "who last met in Sund in November", "happened",
               [cite(3, "who last met in Sund in November")]),
        _event("h6", None, "agreed to reopen the night ferry between the two countries", "announced",
               [cite(4, "agreed to reopen the night ferry between the two countries")], kind="agreement"),
        _event("h7", when("2026-06-01", "2026-06-30", "month"), "We shall open the ferry by June", "scheduled",
               [cite(4, "We shall open the ferry by June")], kind="opening"),
        _event("h8", when("1888-01-01", "1921-12-31", "year"), "Norland's rule over the Outer Isles", "happened",
               ruled, background=True, kind="rule", place=None, participants=[NORLAND]),
        _event("h9", when("1911-01-01", "1911-12-31", "year"), "a ferry sank off Halden", "happened", sank,
               background=True, kind="accident", participants=[]),
    ]  # fmt: skip


def _said(words: str, kind: str, day: Row | None = None) -> Row:
    return {"kind": kind, "words": words, "medium": None, "when": day}


def _quotes() -> list[Row]:
    reporters = _said("told reporters on Wednesday", "told_reporters", when("2026-03-04"))
    radio = _said("In an interview with Radio Imber", "interview")
    road = cite(1, '"The sea between us is a road, not a wall,"')
    road_radio = cite(3, '"the sea between us is a road and not a wall"')
    ferry = cite(4, '"We shall open the ferry by June,"')
    told = [cite(n, "Fishing rights are expected to be on the agenda, including the quota for herring") for n in (1, 2)]
    return [
        {"id": "q1", "speaker": VOSS, "speaker_name": "Mara Voss", "kind": "direct", "occasion": reporters,
         "variants": [road | {"kind": "direct", "cue": "told", "occasion": reporters},
                      road_radio | {"kind": "mixed", "cue": "said", "occasion": radio}],
         "paraphrases": [cite(4, "Ms. Voss called the talks frank.")], "differs": "both"},
        {"id": "q2", "speaker": ALVANE, "speaker_name": "Teo Alvane", "kind": "direct", "occasion": None,
         "variants": [ferry | {"kind": "direct", "cue": "said", "occasion": None}], "paraphrases": [], "differs": None},
        {"id": "q3", "speaker": BREKKE, "speaker_name": "Olav Brekke", "kind": "indirect", "occasion": reporters,
         "variants": [t | {"kind": "indirect", "cue": "told", "occasion": None} for t in told],
         "paraphrases": [], "differs": None},
        {"id": "q4", "speaker": None, "speaker_name": None, "kind": "indirect", "occasion": None,
         "variants": [cite(3, "fishing rights will stay off the table")
                      | {"kind": "indirect", "cue": "say", "occasion": None}],
         "paraphrases": [], "differs": None},
    ]  # fmt: skip


def _entry(report: int, words: str, polarity: str, **given: Any) -> Row:
    row = {"article": IDS[report - 1], "side": None, "polarity": polarity, "hedge": None, "attributed_to": None}
    return row | {"cite": cite(report, words)} | given


def _agenda() -> list[Row]:
    on = "Fishing rights are expected to be on the agenda"
    return [
        {"id": "g2", "topic": "herring quota", "parent": "g1", "entries": [
            _entry(1, "including the quota for herring", "on"), _entry(2, "including the quota for herring", "on"),
            _entry(3, "The two may touch on the herring quota.", "may", hedge="may")]},
        {"id": "g1", "topic": "fishing rights", "parent": None, "entries": [
            _entry(1, on, "on", hedge="expected", attributed_to="Olav Brekke"),
            _entry(2, on, "on", hedge="expected", attributed_to="Olav Brekke"),
            _entry(3, "fishing rights will stay off the table", "off", attributed_to="officials here")]},
        {"id": "g3", "topic": "the night ferry", "parent": None, "entries": [
            _entry(4, "agreed to reopen the night ferry between the two countries", "raised", side=ALVANE)]},
    ]  # fmt: skip


def _claim(id_: str, text: str, status: str, evidence: list[Row], holder: str | None = None) -> Row:
    reports = len({c["article"] for c in evidence})
    slots: Row = {
        "subject": None, "subject_entity": None, "predicate": None, "object": None, "quantities": [], "ordinals": [],
        "time": None, "place": None, "polarity": "yes", "hedge": None, "ascribed": None, "future": False, "theme": None,
    }  # fmt: skip
    return {
        "id": id_, "text": text, "slots": slots, "holder": holder, "status": status,
        "support": {"articles": reports, "origins": max(1, reports - 1)}, "evidence": evidence,
    }  # fmt: skip


def _claims() -> list[Row]:
    second = "It will be Voss's second visit to Costara since last June."
    met = "Mara Voss and Teo Alvane met in Halden on Tuesday"
    sank = [cite(3, "In 1911 a ferry sank off Halden; 84 islanders drowned."),
            cite(4, "Many islanders died when a ferry sank off Halden in 1911.")]  # fmt: skip
    return [
        _claim("c1", met, "agreed", [cite(4, met), cite(1, "will travel to Halden next week for talks"),
                                     cite(2, "will travel to Halden next week for talks")]),
        _claim("c2", second, "agreed", [cite(1, second), cite(2, second)]),
        _claim("c3", sank[0]["exact"], "disputed", sank),
        _claim("c4", "fishing rights will stay off the table", "single",
               [cite(3, "fishing rights will stay off the table")], holder="officials here"),
        _claim("c5", "It was the second formal meeting of the two leaders.", "single",
               [cite(4, "It was the second formal meeting of the two leaders.")]),
        _claim("c6", "Relations have suffered from Norland's 1888-1921 rule over the Outer Isles.", "single",
               [cite(1, "Relations have suffered from Norland's 1888-1921 rule over the Outer Isles.")]),
    ]  # fmt: skip


def _position(value: str, *evidence: Row) -> Row:
    return {"value": value, "articles": list(dict.fromkeys(c["article"] for c in evidence)), "evidence": list(evidence)}


def _differences() -> list[Row]:
    on = "Fishing rights are expected to be on the agenda"
    second = "It will be Voss's second visit to Costara since last June."
    return [
        {"id": "d2", "kind": "number", "question": "Which meeting of the two is this?", "verdict": "compatible",
         "positions": [
             _position("second visit to Costara", cite(1, second), cite(2, second)),
             _position("third", cite(3, "The meeting will be the third between the two leaders")),
             _position("second formal meeting", cite(4, "It was the second formal meeting of the two leaders."))],
         "explanation": "They count different sets: visits to Costara, all meetings, formal meetings.",
         "likeliness": None},
        {"id": "d1", "kind": "polarity", "question": "Are fishing rights on the agenda?", "verdict": "conflict",
         "positions": [_position("on", cite(1, on), cite(2, on)),
                       _position("off", cite(3, "fishing rights will stay off the table"))],
         "explanation": "One says on, the other off, of the same topic and the same meeting.", "likeliness": None},
        {"id": "d3", "kind": "granularity", "question": "How many died in 1911?", "verdict": "compatible",
         "positions": [_position("84", cite(3, "84 islanders drowned")), _position("many", cite(4, "Many islanders"))],
         "explanation": "“Many” is less precise than 84 and does not contradict it.", "likeliness": None},
        {"id": "d4", "kind": "status", "question": "Has the visit to Halden taken place?", "verdict": "superseded",
         "positions": [_position("planned", cite(1, "will travel to Halden next week for talks")),
                       _position("happened", cite(4, "Mara Voss and Teo Alvane met in Halden on Tuesday"))],
         "explanation": "The later report tells as done what the earlier one told as planned.", "likeliness": None},
    ]  # fmt: skip


def made_record() -> Row:
    """A fresh copy of the whole record, every section filled."""
    return {
        "schema": "variorum/record/1",
        "aligner": "lexical",
        "story": {"id": "s01", "title": "Voss and Alvane meet in Halden", "from": "2026-03-04", "to": "2026-03-11"},
        "summary": [
            {
                "text": row["text"],
                "claim": row["id"],
                "support": row["support"],
                "evidence": row["evidence"],
                "latest": False,
            }
            for row in _claims()
            if row["status"] == "agreed"
        ],
        "articles": _articles(),
        "independence": _independence(),
        "lineage": _lineage(),
        "entities": _entities(),
        "times": _times(),
        "timeline": _timeline(),
        "quotes": _quotes(),
        "agenda": _agenda(),
        "claims": _claims(),
        "differences": _differences(),
        "silences": [{"claim": "c2", "articles_silent": ["a0003", "a0004"]}],
        "failures": [{"path": "reports/broken.txt", "stage": "ingest", "error": "is empty"}],
    }


def bare_record() -> Row:
    """One report, its text left out, and nothing found in it."""
    article = _articles()[2] | {"outlet": None, "title": None, "published": None}
    del article["text"]
    empty: Row = {k: [] for k in ("lineage", "entities", "times", "timeline", "quotes", "agenda", "claims",
                                  "differences", "silences", "failures", "summary")}  # fmt: skip
    return empty | {
        "schema": "variorum/record/1",
        "aligner": "lexical",
        "story": {"id": "s02", "title": "A ferry sinks", "from": None, "to": None},
        "articles": [article],
        "independence": {"articles": 1, "outlets": 1, "lineages": 1, "origins": 1, "groups": []},
    }
