"""Agencies, and the forms in which reports credit them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from variorum.lang import table


@dataclass(frozen=True, slots=True)
class Agency:
    """A news agency: its short name, whether a lone credit to it also names the outlet, whether it is a broadcaster."""

    name: str
    own_service: bool
    broadcasts: bool = False


def _fold(form: str) -> str:
    """Short capitals keep their case ("PA" is an agency, "pa" is none); all else loses it."""
    form = " ".join(form.split()).strip(" .,;:")
    return form if form.isupper() and len(form) <= 5 else form.casefold()


@cache
def _by_form() -> dict[str, Agency]:
    known: dict[str, Agency] = {}
    for row in table("en", "agencies")["agency"]:
        agency = Agency(row["name"], row.get("own_service", False), row.get("broadcasts", False))
        for form in (row["name"], *row["forms"]) if "forms" in row else (row["name"],):
            known.setdefault(_fold(form), agency)
            if len(form) > 5:
                known.setdefault(form.casefold(), agency)
    return known


@cache
def _by_host() -> dict[str, Agency]:
    return {
        host: Agency(row["name"], row.get("own_service", False), row.get("broadcasts", False))
        for row in table("en", "agencies")["agency"]
        for host in row.get("hosts", ())
    }


def agency(form: str) -> Agency | None:
    """The agency credited by exactly this form, if it is known."""
    bare = re.sub(r"^(?:the|with)\s+", "", form.strip(), flags=re.IGNORECASE)
    return _by_form().get(_fold(form)) or _by_form().get(_fold(bare))


def in_full(form: str) -> str | None:
    """A known agency's form as it is mostly written: ``BURUNDI PRESS AGENCY`` as ``Burundi Press Agency``."""
    known = agency(form)
    rows = (row for row in table("en", "agencies")["agency"] if known and row["name"] == known.name)
    forms = (f for row in rows for f in row["forms"] if f.casefold() == form.casefold() and not f.isupper())
    if known is None:
        return None
    if known.name.casefold() == form.casefold():
        return known.name
    return next(forms, known.name)


@cache
def pattern() -> str:
    """The source of a pattern for any agency's credit; long forms in any case, short ones as they stand."""
    forms = {f for row in table("en", "agencies")["agency"] for f in (row["name"], *row.get("forms", ()))}
    forms |= {f.upper() for f in forms if len(f) > 5}
    return "|".join(re.escape(f) for f in sorted(forms, key=lambda f: (-len(f), f)))


@cache
def _anywhere() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/-])(?:{pattern()})(?![\w/-])")


def agencies_in(text: str) -> list[Agency]:
    """The agencies a credit names, in order, each once; capitals must stand as they are known."""
    return list(dict.fromkeys(a for m in _anywhere().finditer(text) if (a := agency(m[0]))))


def split_credit(credit: str) -> tuple[str, ...]:
    """``BSS/AFP`` as its names in order; known agencies by their short names."""
    credit = " ".join(credit.split()).strip(" .,")
    if known := agency(credit):
        return (known.name,)
    names = [n.strip(" .") for n in re.split(r"\s*[/,;&+|]\s*|\s+and\s+|\s+with\s+", credit) if n.strip(" .")]
    if len(names) == 1 and "-" in credit:
        halves = credit.split("-")
        if all(agency(h) for h in halves):
            names = halves
    return tuple(dict.fromkeys(a.name if (a := agency(n)) else n for n in names))


def by_url(url: str | None) -> str | None:
    """Who publishes at this address: an agency's name, or the bare host; None when it has none."""
    address = re.match(r"(?:[a-z][a-z0-9+.\-]*:)?//(?:[^/@]*@)?([^/:?#\s]+)", (url or "").strip(), re.IGNORECASE)
    host = re.sub(r"^(?:www\d?|m|amp|edition|mobile)\.", "", address[1].lower()) if address else ""
    if not host:
        return None
    known = _by_host().get(host) or _by_host().get(host.split(".", 1)[-1])
    return known.name if known else host
