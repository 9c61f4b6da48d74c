"""The JSON Schema of ``variorum/record/1``, and records held against it."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any


@cache
def _source() -> str:
    return resources.files(__package__).joinpath("record.schema.json").read_text("utf-8")


def record_schema() -> dict[str, Any]:
    """The schema (draft 2020-12), a fresh copy at each call."""
    schema: dict[str, Any] = json.loads(_source())
    return schema


def faults(record: Any) -> list[str]:
    """What in a record's plain data breaks the schema: ``pointer: reason``, in the record's order; none if it conforms.

    Pointers are JSON pointers (RFC 6901). Dates are checked to exist; whether cites hold is for ``verify``.
    """
    from jsonschema import Draft202012Validator

    validator = Draft202012Validator(record_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)
    found = sorted(validator.iter_errors(record), key=lambda error: [str(step) for step in error.absolute_path])
    return [f"{_pointer(error.absolute_path)}: {error.message}" for error in found]


def _pointer(path: Any) -> str:
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)
