"""Exports of Nexis Uni, Nexis Advance (DOCX, RTF, PDF) and of LexisNexis Academic before them (TXT, RTF, DOC).

The newer form prints headline, outlet and date on a line each, then facts ("Section:", "Length:", "Byline:"), then the
body under a line "Body" and, at the foot, "Load-Date:" and "End of Document". The older one counts ("3 of 60
DOCUMENTS"), prints outlet and date first, and its labels in capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from variorum.ingest.dates import either
from variorum.ingest.exported import Exported, is_date, labelled
from variorum.ingest.prose import ends_sentence
from variorum.lang import table


def is_export(text: str) -> bool:
    """Whether a text has the facts and the marks of such an export: a length in words, and a report's end or count."""
    return bool(_length().search(text)) and bool(_end().search(text) or COUNT.search(text) or _closing().search(text))


def reports(text: str) -> Iterator[Exported]:
    """The reports of an export, in its order; what has no length in words is a cover or a list of contents."""
    for piece in _pieces(text):
        if _length().search(piece):
            yield _report(piece)


COUNT = re.compile(r"^[ \t]*\d+ of \d+ DOCUMENTS?[ \t]*$", re.MULTILINE)


def _labels(*keys: str) -> list[str]:
    data = table("en", "exports")["nexis"]
    return [label for key in keys for label in data[key]]


@cache
def _length() -> re.Pattern[str]:
    return re.compile(rf"^[ \t]*(?:{either(_labels('length'))})[ \t]*:[ \t]*[\d,.]+ \w+[ \t]*$", re.I | re.M)


@cache
def _end() -> re.Pattern[str]:
    return re.compile(rf"^[ \t]*(?:{either(_labels('end'))})[ \t]*$", re.I | re.M)


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(rf"^[ \t]*(?:{either(_labels('closing'))})[ \t]*:.*$", re.I | re.M)


@cache
def _above() -> re.Pattern[str]:
    return labelled(_labels("length", "byline", "dateline", "headline", "highlight", "above"))


@cache
def _below() -> re.Pattern[str]:
    names = either(_labels("below"))
    return re.compile(rf"\s*(?:(?:{names})\s*:.*|(?:{names})\s*)$", re.IGNORECASE)


@cache
def _sure() -> re.Pattern[str]:
    sure, names = either(_labels("sure")), [label.upper() for label in _labels("below")]
    return re.compile(rf"\s*(?:(?i:{sure})\s*(?::.*)?|(?:{either(names)})\s*:.*)$")


@cache
def _body() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{either(_labels('body'))})\s*:?\s*$", re.IGNORECASE)


@cache
def _copyright() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{either(_labels('copyright'))})\b", re.IGNORECASE)


def _pieces(text: str) -> list[str]:
    """The text cut at each report's end, or at each count, or behind each closing line."""
    if _end().search(text):
        return _end().split(text)
    if COUNT.search(text):
        return COUNT.split(text)
    pieces, start = [], 0
    for found in _closing().finditer(text):
        pieces.append(text[start : found.end()])
        start = found.end()
    return [*pieces, text[start:]]


def _report(piece: str) -> Exported:
    lines = piece.splitlines()
    opened = next((i for i, line in enumerate(lines) if _length().match(line)), len(lines) - 1)
    begin = _body_start(lines, opened)
    end = _body_end(lines, begin)
    head = lines[:begin]
    dated = next((i for i in range(min(opened, len(head) - 1), -1, -1) if is_date(head[i].strip())), None)
    dated = _in_its_place(head) if dated is None else dated
    title, outlet = _names(head, dated)
    return Exported(
        whole=piece,
        headline=_value(head, "headline") or title,
        body="\n".join(lines[begin:end]).strip("\n"),
        outlet=outlet,
        date=head[dated].strip() if dated is not None else None,
        byline=tuple(n.strip() for n in (_value(head, "byline") or "").split(";") if n.strip()),
        dateline=_value(head, "dateline"),
        language=_language(lines[end:]),
    )


def _in_its_place(head: Sequence[str]) -> int | None:
    """The line that stands where the date does, in a language whose dates are not known.

    One of the last two above the copyright line or the first fact, if it has figures, and headline and outlet above it.
    """
    first = next((i for i, line in enumerate(head) if _above().match(line) or _copyright().match(line)), len(head))
    above = [i for i in range(first) if head[i].strip()]
    return next((i for i in reversed(above[2:][-2:]) if any(c.isdigit() for c in head[i])), None)


def _body_start(lines: Sequence[str], opened: int) -> int:
    """The first line of the text: under "Body", else under the last fact in a row that begins with the length."""
    for i in range(len(lines)):
        if _body().match(lines[i]) and i > opened - 12:
            return i + 1
    at = opened + 1
    while at < len(lines):
        if lines[at].strip() and not _above().match(lines[at]):
            return _behind_wrapped(lines, at)
        at += 1
    return at


def _behind_wrapped(lines: Sequence[str], at: int) -> int:
    """Past the rest of a fact that is wrapped on a second line: no blank line stands before it."""
    while 0 < at < len(lines) and lines[at].strip() and _above().match(lines[at - 1]) and lines[at - 1].strip():
        if not lines[at - 1].strip().endswith(":") and len(lines[at - 1]) < 60:
            return at
        at += 1
    return at


def _body_end(lines: Sequence[str], begin: int) -> int:
    """Where what stands under the text begins: the first label that no sentence begins with, or is in capitals.

    Labels that a sentence may begin with ("Language: ...") are taken with it where nothing but labels stands between.
    """
    end = next((i for i in range(begin, len(lines)) if _sure().match(lines[i])), len(lines))
    at = end
    while at > begin and end < len(lines) and _may_be_below(lines[at - 1]):
        at -= 1
    return at


def _may_be_below(line: str) -> bool:
    return not line.strip() or (bool(_below().match(line)) and not ends_sentence(line))


def _value(head: Sequence[str], key: str) -> str | None:
    """The fact of that label, with the lines it is wrapped on."""
    pattern = labelled(_labels(key))
    for i, line in enumerate(head):
        if found := pattern.match(line):
            rest = [found["value"].strip()]
            for more in head[i + 1 :]:
                if not more.strip() or _above().match(more) or _body().match(more):
                    break
                rest.append(more.strip())
            return " ".join(rest).strip() or None
    return None


def _names(head: Sequence[str], dated: int | None) -> tuple[str | None, str | None]:
    """Headline and outlet.

    The outlet stands above the date. In the newer form the headline stands above the outlet; in the older one, where
    nothing but a copyright line does, it is the last group of lines between the date and the first label.
    """
    if dated is None:
        return None, None
    above = [i for i in range(dated) if head[i].strip() and not _copyright().match(head[i])]
    outlet = head[above[-1]].strip() if above else None
    first = next((i for i in range(dated, len(head)) if _above().match(head[i])), len(head))
    groups = _groups(head[dated + 1 : first])
    if groups and (len(above) == 1 or head[above[-1]].startswith("  ")):
        return groups[-1], outlet
    title = head[above[-2]].strip() if len(above) > 1 else None
    return title, outlet


def _groups(lines: Sequence[str]) -> list[str]:
    """Lines between blank ones, each group joined; copyright lines and the rest of the date's own group left out."""
    groups: list[list[str]] = [[]]
    for line in lines:
        if not line.strip():
            groups.append([])
        else:
            groups[-1].append(line.strip())
    joined = [" ".join(g) for g in groups[1:]]
    return [g for g in joined if g and not _copyright().match(g)]


def _language(foot: Sequence[str]) -> str | None:
    """The first language named under the report: "ENGLISH", "English; English"."""
    pattern = labelled(_labels("language"))
    value = next((m["value"] for line in foot if (m := pattern.match(line))), None)
    return re.split(r"[;,(]", value)[0].strip() or None if value else None
