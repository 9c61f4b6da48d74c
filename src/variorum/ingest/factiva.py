"""Exports of Factiva: with its indexing, each line behind two or three letters, or without.

With indexing: ``HD`` the headline, ``PD`` the date, ``SN`` the source, ``LP`` and ``TD`` the text, ``AN`` the number.
Without: headline, byline, "512 words", date, source, its code, language, copyright, text, and "Document" with
the number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from variorum.ingest.dates import either
from variorum.ingest.exported import Exported, is_date
from variorum.lang import table

TIME = re.compile(r"\d{1,2}:\d{2}(?:\s*[AaPp]\.?[Mm]\.?)?(?:\s+\w{2,4})?")
CODE = re.compile(r"[A-Z0-9]{2,10}")


def is_export(text: str) -> bool:
    """Whether a text has the marks of such an export: a number of words, and a report's number at its end."""
    return bool(_number().search(text)) and bool(_words().search(text))


def reports(text: str) -> Iterator[Exported]:
    """The reports of an export, in its order."""
    start = 0
    for found in _number().finditer(text):
        piece = text[start : found.start()]
        start = found.end()
        if _words().search(piece):
            yield _coded(piece) if _code().match(_first_code(piece)) else _bare(piece)


def _data(*keys: str) -> list[str]:
    data = table("en", "exports")["factiva"]
    return [word for key in keys for word in data[key]]


@cache
def _number() -> re.Pattern[str]:
    """A report's number, and where its indexing goes on behind it, that too."""
    codes = either(_data("closing"))
    return re.compile(
        rf"^[ \t]*(?:(?:{codes})[|\s]+)?(?:{either(_data('document'))})\s+[A-Za-z0-9]{{12,}}[|\s]*$", re.M
    )


@cache
def _words() -> re.Pattern[str]:
    codes = either(_data("words"))
    return re.compile(rf"^[ \t]*(?:(?:{codes})[|\s]+)?[\d,.]+ (?:{either(_data('unit'))})[|\s]*$", re.M)


@cache
def _code() -> re.Pattern[str]:
    keys = ("headline", "byline", "words", "date", "source", "language", "lead", "text", "closing", "others")
    return re.compile(rf"[ \t]*(?P<code>{either(_data(*keys))})(?:[ \t]*\|[ \t]*|\t+| {{2,}}|$|[ \t]*\n)(?P<value>.*)")


def _first_code(piece: str) -> str:
    """The line that the headline or any first fact stands on, if it has a code."""
    return next((line for line in piece.splitlines() if _code().match(line)), "")


def _coded(piece: str) -> Exported:
    facts: dict[str, list[str]] = {}
    code = ""
    for line in piece.splitlines():
        if found := _code().match(line):
            code = found["code"]
            facts.setdefault(code, []).append(found["value"].strip(" |\t"))
        elif code:
            facts[code].append(line.strip(" |\t"))

    def value(key: str) -> str | None:
        lines = [line for c in _data(key) for line in facts.get(c, ()) if line]
        return " ".join(lines) or None

    body = "\n\n".join("\n".join(facts[c]).strip() for c in _data("lead", "text") if c in facts)
    return Exported(
        whole=piece,
        headline=value("headline"),
        body=body,
        outlet=value("source"),
        date=value("date"),
        byline=tuple(filter(None, [value("byline")])),
        language=value("language"),
    )


def _bare(piece: str) -> Exported:
    lines = [line.strip(" |\t") for line in piece.splitlines()]
    counted = next(i for i, line in enumerate(lines) if _words().match(line))
    above = [line for line in lines[:counted] if line]
    byline = above.pop() if len(above) > 1 and re.match(r"(?i)by\s", above[-1]) else None
    at = counted + 1
    date = outlet = language = None
    while at < len(lines):
        line = lines[at]
        if date is None and is_date(line):
            date = line
        elif date and outlet is None and line and not TIME.fullmatch(line):
            outlet = line
        elif line.lower().startswith(tuple(c.lower() for c in _data("copyright"))):
            at += 1
            break
        elif outlet and language is None and line.isalpha() and not line.isupper():
            language = line
        elif line and not (TIME.fullmatch(line) or CODE.fullmatch(line) or len(line) < 20):
            break
        at += 1
    return Exported(
        whole=piece,
        headline=_headline(above),
        body="\n".join(lines[at:]).strip("\n"),
        outlet=outlet,
        date=date,
        byline=(byline,) if byline else (),
        language=language,
    )


def _headline(above: Sequence[str]) -> str | None:
    """The line above the facts; a section's name above that is no part of it."""
    return above[-1] if above else None
