"""A small gold story, and a record that gets all of it right."""

from __future__ import annotations

from typing import Any

Row = dict[str, Any]

EARLY = """Two ministers to meet in Brel next week

Ana Brandt will meet Omar Sule in Brel on Tuesday. Fishing will be on the agenda.

"We are neighbours," Brandt told reporters. Her "open door" plan is a year old.
"""
LATE = """Ministers met in Brel

Ana Brandt and Sule Omar met in Brel on May 12. Fishing was not discussed.

“We are good neighbours,” Brandt told Radio Brel in an interview.
"""
COPY = EARLY.replace("next week", "soon")
TEXTS = {"early.txt": EARLY, "copy.txt": COPY, "late.txt": LATE}
IDS = {"early.txt": "a1", "copy.txt": "a2", "late.txt": "a3"}


def gold() -> Row:
    """The gold story over the three reports."""
    talks = {"early.txt": "Ana Brandt will meet Omar Sule in Brel", "late.txt": "Ana Brandt and Sule Omar met in Brel"}
    on, off = "Fishing will be on the agenda", "Fishing was not discussed"
    return {
        "story": "Brandt and Sule meet in Brel",
        "articles": [
            {"id": "early.txt", "outlet": "The Brel Post", "agency": "NPA", "published": "2026-05-08",
             "title": "Two ministers to meet in Brel next week", "dateline_place": "Brel", "byline": ["Kim Vo"]},
            {"id": "copy.txt", "outlet": None, "agency": None},
            {"id": "late.txt", "outlet": "brelnews.com", "agency": None, "published": "2026-05-13",
             "updated": "2026-05-14"},
        ],
        "entities": [
            {"kind": "person", "name": "Ana Brandt", "names": ["Ana Brandt", "Brandt"]},
            {"kind": "person", "name": "Omar Sule", "names": ["Omar Sule", "Sule Omar"]},
            {"kind": "place", "name": "Brel", "names": ["Brel"]},
        ],
        "times": [
            {"article": "early.txt", "exact": "Tuesday", "before": "in Brel on ", "value": "2026-05-12"},
            {"article": "early.txt", "exact": "next week", "before": "", "value": "2026-05-11/2026-05-17"},
            {"article": "late.txt", "exact": "May 12", "before": "on ", "value": "2026-05-12"},
        ],
        "quotes": [
            {"article": "early.txt", "content": "We are neighbours", "kind": "direct", "speaker": "Ana Brandt",
             "occasion": "told reporters"},
            {"article": "late.txt", "content": "We are good neighbours", "kind": "direct", "speaker": "Ana Brandt",
             "occasion": "interview with Radio Brel"},
        ],
        "quotes_not": [{"article": "early.txt", "content": "open door", "why": "a label"}],
        "events": [{"what": "they meet", "start": "2026-05-12", "end": None, "status": "happened", "evidence": talks}],
        "agenda": [{"topic": "fishing", "articles": {"early.txt": "on", "late.txt": "not raised"},
                    "exact": {"early.txt": on, "late.txt": off}}],
        "differences": [
            {"kind": "polarity", "question": "Was fishing on the agenda?", "verdict": "conflict", "positions": [
                {"value": "on", "articles": ["early.txt"], "exact": on},
                {"value": "not raised", "articles": ["late.txt"], "exact": {"late.txt": off}}]},
        ],
        "agreements": [{"fact": "they meet in Brel", "exact": talks}],
        "copies": [{"articles": ["early.txt", "copy.txt"], "relation": "edited copy"}],
    }  # fmt: skip


def cite(name: str, words: str) -> Row:
    """The words' first occurrence in one of the reports."""
    start = TEXTS[name].index(words)
    return {"article": IDS[name], "start": start, "end": start + len(words), "exact": words}


def record() -> Row:
    """A record that gets every row of the gold right."""
    on, off = cite("early.txt", "Fishing will be on the agenda"), cite("late.txt", "Fishing was not discussed")
    talks = [cite("early.txt", "will meet Omar Sule"), cite("late.txt", "met in Brel on May 12")]
    reporters, radio = {"kind": "told_reporters", "medium": None}, {"kind": "interview", "medium": "Radio Brel"}
    said = [
        cite("early.txt", "We are neighbours") | {"kind": "direct", "occasion": reporters},
        cite("late.txt", "We are good neighbours") | {"kind": "direct", "occasion": radio},
    ]
    return {
        "articles": [
            _article("early.txt", outlet="Brel Post", agencies=["NPA"], published="2026-05-08T10:00",
                     title="Two ministers to meet in Brel next week", byline=["Kim Vo"],
                     dateline={"place": "BREL, Norland", "date": None}),
            _article("copy.txt"),
            _article("late.txt", outlet="Brelnews", published="2026-05-13", updated="2026-05-14"),
        ],
        "entities": [
            _entity("e1", "person", "Ana Brandt", "Ana Brandt", "Brandt"),
            _entity("e2", "person", "Omar Sule", "Omar Sule", "Sule Omar"),
            _entity("e3", "place", "Brel", "Brel"),
        ],
        "times": [
            cite("early.txt", "Tuesday") | {"from": "2026-05-12", "to": "2026-05-12"},
            cite("early.txt", "next week") | {"from": "2026-05-11", "to": "2026-05-17"},
            cite("late.txt", "May 12") | {"from": None, "edtf": "2026-05-12"},
        ],
        "quotes": [{"id": "q1", "speaker": "e1", "speaker_name": "Ana Brandt", "kind": "direct", "occasion": None,
                    "variants": said}],
        "timeline": [{"id": "h1", "when": {"from": "2026-05-12", "to": "2026-05-12"}, "status": "happened",
                      "evidence": talks}],
        "agenda": [{"topic": "fishing", "entries": [{"polarity": "on", "cite": on},
                                                    {"polarity": "not_raised", "cite": off}]}],
        "differences": [{"question": "Fishing?", "verdict": "conflict",
                         "positions": [{"value": "on", "evidence": [on]}, {"value": "off", "evidence": [off]}]}],
        "claims": [{"id": "c1", "evidence": talks}],
        "lineage": [{"article": "a2", "other": "a1", "relation": "edits", "passages": []}],
    }  # fmt: skip


def _article(name: str, **given: Any) -> Row:
    return {"id": IDS[name], "path": f"reports/{name}", "text": TEXTS[name]} | given


def _entity(ident: str, kind: str, name: str, *names: str) -> Row:
    return {"id": ident, "kind": kind, "name": name, "names": [{"text": n, "articles": []} for n in names]}
