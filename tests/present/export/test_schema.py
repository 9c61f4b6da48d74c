from __future__ import annotations

import copy
from dataclasses import fields
from typing import Any, get_args, get_type_hints

import pytest
from jsonschema import Draft202012Validator

from tests import factory
from tests.present.made_record import bare_record, made_record
from variorum.model import article, reading, record, story, text, time
from variorum.model.plain import plain, plain_article
from variorum.present.export.schema import faults, record_schema

DEFS: dict[str, Any] = record_schema()["$defs"]

CLASSES: dict[str, type] = {
    "cite": text.Citation,
    "occasion": record.SaidOn,
    "support": record.Support,
    "lineage": story.Lineage,
    "entity": reading.Entity,
    "timeline_entry": record.TimelineEntry,
    "variant": record.Variant,
    "quote": record.LedgerQuote,
    "agenda_topic": record.AgendaTopic,
    "agenda_entry": record.AgendaEntry,
    "quantity": reading.Quantity,
    "ordinal": reading.Ordinal,
    "slots": reading.Slots,
    "claim": record.JoinedClaim,
    "position": record.Position,
    "difference": record.Difference,
    "silence": record.Silence,
    "failure": article.Failure,
    "origin_group": record.OriginGroup,
    "independence": record.Independence,
    "story": record.StoryHead,
}
"""Definitions of the schema that are a class of the model, written field by field."""

ENUMS: list[tuple[str, str, Any]] = [
    ("part", "kind", text.PartKind),
    ("lineage", "relation", story.Relation),
    ("entity", "kind", reading.EntityKind),
    ("timeline_entry", "status", record.Status),
    ("agenda_entry", "polarity", reading.AgendaPolarity),
    ("slots", "polarity", reading.Polarity),
    ("claim", "status", record.ClaimStatus),
    ("difference", "kind", record.DifferenceKind),
    ("difference", "verdict", record.Verdict),
]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(record_schema())


def test_a_caller_cannot_spoil_the_schema_for_the_next() -> None:
    record_schema().clear()
    assert record_schema()["title"] == "Variorum record"


@pytest.mark.parametrize("name", sorted(CLASSES))
def test_each_class_of_the_record_is_written_as_the_schema_says(name: str) -> None:
    assert list(DEFS[name]["properties"]) == [f.name.rstrip("_") for f in fields(CLASSES[name])]
    assert DEFS[name]["required"] == list(DEFS[name]["properties"])


@pytest.mark.parametrize(("name", "field", "literal"), ENUMS, ids=lambda v: v if isinstance(v, str) else "")
def test_each_closed_list_of_the_model_is_the_schemas(name: str, field: str, literal: Any) -> None:
    assert DEFS[name]["properties"][field]["enum"] == list(get_args(literal))


def test_the_other_closed_lists_too() -> None:
    assert DEFS["grain"]["enum"] == list(get_args(time.Grain))
    assert DEFS["quote_kind"]["enum"] == list(get_args(reading.QuoteKind))
    assert DEFS["time"]["properties"]["basis"]["enum"] == [*get_args(time.Basis), None]
    timex = DEFS["time"]["properties"]["timex"]["properties"]
    assert timex["type"]["enum"] == list(get_args(time.TimexType))
    assert record_schema()["properties"]["schema"]["const"] == record.SCHEMA


HEAD = {"aligner", "story", "summary"}
"""What a record opens with, in this order."""


def test_the_sections_are_the_records() -> None:
    sections = ["story", "summary", *(f.name for f in fields(record.Record) if f.name not in HEAD)]
    assert list(record_schema()["properties"]) == ["schema", "aligner", *sections]


def test_an_article_is_written_as_the_schema_says() -> None:
    row = plain_article(factory.article("Lee left."))
    assert list(row) == list(DEFS["article"]["properties"])
    assert set(get_type_hints(article.Article)) - set(row) == {"paragraphs"}


def test_a_full_record_conforms() -> None:
    assert faults(made_record()) == []


def test_a_record_without_texts_and_findings_conforms() -> None:
    assert faults(bare_record()) == []


def test_slots_as_the_model_writes_them_conform() -> None:
    cite = text.Citation("a1", 0, 5, "three")
    slots = reading.Slots(
        subject="Lee",
        subject_entity="e1",
        predicate="visit",
        object="Nara",
        quantities=(reading.Quantity(cite, 3, None, None, "ship", "sink", "several"),),
        ordinals=(reading.Ordinal(cite, -1, ("visit", "Nara"), "since May"),),
        time=None,
        place=None,
        polarity="no",
        hedge="may",
    )
    data = made_record()
    data["claims"][0]["slots"] = plain(slots)
    assert faults(data) == []


BREACHES: list[tuple[list[str | int], Any, str]] = [
    (["schema"], "variorum/record/2", "variorum/record/1"),
    (["articles"], [], "non-empty"),
    (["articles", 0, "text_sha256"], "abc", "does not match"),
    (["articles", 0, "published"], "4 March 2026", "/articles/0/published"),
    (["articles", 0, "dateline", "date"], "2026-02-30", "/articles/0/dateline"),
    (["articles", 0, "mood"], "calm", "mood"),
    (["independence", "origins"], 0, "less than the minimum"),
    (["lineage", 1, "coverage"], 93, "/lineage/1/coverage"),
    (["entities", 0, "kind"], "ship", "not one of"),
    (["entities", 4, "place", "lat"], 591.2, "/entities/4/place"),
    (["times", 0, "basis"], "guessed", "not one of"),
    (["timeline", 0, "status"], "planned", "not one of"),
    (["timeline", 0, "evidence"], [], "non-empty"),
    (["timeline", 0, "when", "from"], "10 March", "/timeline/0/when"),
    (["quotes", 0, "variants", 0, "start"], -1, "less than the minimum"),
    (["quotes", 0, "variants", 0, "exact"], "", "/quotes/0/variants/0/exact"),
    (["agenda", 0, "entries", 0, "polarity"], "perhaps", "not one of"),
    (["claims", 0, "slots", "polarity"], None, "not one of"),
    (["differences", 0, "verdict"], "wrong", "not one of"),
    (["differences", 0, "positions"], [], "/differences/0/positions"),
    (["silences", 0, "articles_silent"], ["a0003", "a0003"], "non-unique"),
    (["failures", 0, "stage"], None, "/failures/0/stage"),
]


@pytest.mark.parametrize(("path", "value", "reason"), BREACHES, ids=["/".join(map(str, b[0])) for b in BREACHES])
def test_a_breach_is_found_where_it_stands(path: list[str | int], value: Any, reason: str) -> None:
    data = made_record()
    _put(data, path, value)
    found = faults(data)
    assert len(found) == 1
    assert reason in found[0]
    parent = "".join(f"/{step}" for step in path[:-1])
    assert found[0].startswith(parent)


def _put(data: Any, path: list[str | int], value: Any) -> None:
    *parents, last = path
    for step in parents:
        data = data[step]
    data[last] = value


@pytest.mark.parametrize("section", list(record_schema()["required"]))
def test_no_section_may_be_missing(section: str) -> None:
    data = copy.deepcopy(made_record())
    del data[section]
    (fault,) = faults(data)
    assert section in fault


def test_what_is_no_object_is_no_record() -> None:
    assert faults([]) != []
    assert faults(None) != []
