"""The language's table of time words, compiled once: words to classes, rules to regular expressions over classes.

A paragraph becomes a string with one letter a token, each letter standing for a set of classes; a rule is an ordinary
regular expression over those letters. Words without a class share one letter, so most text costs one look-up a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from variorum.lang import table

TOKEN = re.compile(
    r"""\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\d-])
      | \d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?![\d/])
      | \d{1,2}-\d{1,2}-(?:\d{4}|\d{2})(?![\d-])
      | \d{1,2}\.\d{1,2}\.\d{4}(?!\d)
      | \d{1,2}/\d{1,2}(?![\d/])
      | \d{1,2}:\d{2}(?::\d{2})?(?!\d)
      | \d+(?:st|nd|rd|th)\b
      | \d{1,3}0['’]?s\b
      | ['’]\d{2}s?\b
      | \d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)
      | \d+\.\d+
      | \d+
      | o['’]clock\b
      | [ap]\.\s?m\.?
      | (?:[A-Z]\.){2,}
      | ['’]s\b
      | [^\W\d_]+
      | [^\w\s]""",
    re.VERBOSE | re.IGNORECASE,
)
"""One token of a time expression: dates, clocks and numbers are whole; words hold letters only."""

SHAPES = (
    ("ISO", re.compile(r"\d{4}-\d{2}-\d{2}.*")),
    ("NUMERIC_DATE", re.compile(r"\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})")),
    ("VULGAR", re.compile(r"[1-9]/[2-9]")),
    ("CLOCK", re.compile(r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?")),
    ("NTH", re.compile(r"\d{1,6}(?:st|nd|rd|th)", re.IGNORECASE)),
    ("DECADE", re.compile(r"(?:1\d\d0|20\d0|[’']?\d0)['’]?s", re.IGNORECASE)),
    ("SHORT_YEAR", re.compile(r"['’]\d{2}")),
    ("YEAR", re.compile(r"1[0-9]\d{2}|20\d{2}|21\d{2}")),
    ("DAY", re.compile(r"0?[1-9]|[12]\d|3[01]")),
    ("HOUR", re.compile(r"[01]?\d|2[0-4]")),
    ("POINT_HOUR", re.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d")),
    ("TWO_DIGITS", re.compile(r"\d{2}")),
    ("FOUR_DIGITS", re.compile(r"(?:[01]\d|2[0-4])[0-5]\d")),
    ("NUM", re.compile(r"\d[\d,]{0,14}(?:\.\d{1,9})?")),
)
"""Classes of tokens that begin with a digit or an apostrophe. Figures longer than any time has are in none."""

PUNCTUATION = {
    "-": "HYPHEN", "–": "HYPHEN", "—": "DASH", "‑": "HYPHEN", "‐": "HYPHEN", ".": "DOT", ",": "COMMA",
    "(": "OPEN", ")": "CLOSE", "/": "SLASH", "+": "SIGN",
    "'S": "POSSESSIVE", "’S": "POSSESSIVE", "'s": "POSSESSIVE", "’s": "POSSESSIVE",
    "'": "APOSTROPHE", "’": "APOSTROPHE",
    "$": "MONEY", "£": "MONEY", "€": "MONEY", "¥": "MONEY", "%": "PERCENT",
}  # fmt: skip

FORM = re.compile(r"\s*(?:(\w+):)?(?:(')([^']+|')'|([A-Z_]{2,})|\{([A-Z_]+)\}|(\?<=|[(){}|?*+!=,\d]|\?!|\?=))\s*")
LEADING = re.compile(r"['’]?(\d+)")
LONGEST_RUN = 120
"""Letters looked at together; no expression is near as long. Endless rows of figures cost no more than their length."""
LONGEST_KEPT, MOST_KEPT = 24, 100_000
"""Bounds of what is remembered between texts: letters of a run, entries."""
PLAIN = "\x01"
"""The letter of every token that is in no class."""


@dataclass(frozen=True)
class Rule:
    """One form, compiled.

    Attributes:
        build: name of the builder.
        regex: over class letters; a named group for each role.
        classes: for each role that is one class, that class.
        options: further keys of the rule.
        rank: among rules that match equally long, the lowest wins; phrases have -1, rules their place in the table.
    """

    build: str
    regex: re.Pattern[str]
    classes: dict[str, str]
    options: dict[str, Any]
    rank: int


class Lexicon:
    """A language's time words and rules.

    Args:
        language: ISO 639-1 code of a folder of ``variorum.lang``.
    """

    def __init__(self, language: str) -> None:
        data = table(language, "times")
        self.data = data
        self._unions = {name: frozenset(parts) for name, parts in data["unions"].items()}
        self._capital = frozenset(data["needs_capital"])
        self._words: dict[str, dict[str, Any]] = {}
        for name, entries in data["words"].items():
            for word, value in entries.items():
                self._words.setdefault(word, {})[name] = value
        self.cues = {name: frozenset(words) for name, words in data["cues"].items()}
        self.glue: dict[str, str] = data["glue"]
        self.feasts = {_fold(k): v for k, v in data["feasts"].items()}
        self.named_days = {_fold(k): v for k, v in data["named_days"].items()}
        self._literals = _literals(data, [*self.feasts, *self.named_days, *data["not_times"]["phrases"]])
        self._letters: dict[frozenset[str], str] = {frozenset(): PLAIN}
        self._letter_of: dict[str, str] = {}
        self._spread()
        self.rules = self._compile()
        # No form holds a plain word, so a match lies in a run of classed words; some classes alone make no time.
        self.runs = re.compile(f"[^{PLAIN}]{{1,{LONGEST_RUN}}}")
        self._matches: dict[str, tuple[tuple[Rule, re.Match[str]], ...]] = {}
        self._trigger = re.compile(f"[{self._set(data['triggers'])}]")

    def letter(self, token: str) -> str:
        """The letter that stands for the token's classes."""
        found = self._letter_of.get(token)
        if found is None:
            found = self._letters.get(self._signature(token), PLAIN)
            if len(self._letter_of) < MOST_KEPT:
                self._letter_of[token] = found
        return found

    def matches(self, run: str) -> tuple[tuple[Rule, re.Match[str]], ...]:
        """All matches of all rules in a run of letters. News repeats itself, so short runs are remembered."""
        found = self._matches.get(run)
        if found is None:
            rules = self.rules if self._trigger.search(run) else ()
            found = tuple((rule, m) for rule in rules for m in rule.regex.finditer(run))
            if len(run) <= LONGEST_KEPT and len(self._matches) < MOST_KEPT:
                self._matches[run] = found
        return found

    def value(self, token: str, name: str) -> Any:
        """The token's value in a class or union; a number's own value; None when it is in neither."""
        if digits := LEADING.match(token):
            return int(digits[1])
        values = self._words.get(_fold(token), {})
        return next((values[n] for n in sorted(self._unions.get(name, {name})) if n in values), None)

    def has(self, token: str, name: str) -> bool:
        """Whether the token is in the class."""
        return name in self._signature(token)

    def _signature(self, token: str) -> frozenset[str]:
        if mark := PUNCTUATION.get(token):
            return frozenset([mark, f"'{token}" if token in self._literals else mark])
        if token[0].isdigit() or token[0] in "'’":
            shapes = {name for name, shape in SHAPES if shape.fullmatch(token)}
            return frozenset(shapes | {f"'{token}"} if token in self._literals else shapes)
        word = _fold(token)
        names = set(self._words.get(word, ()))
        if token == word and word in self._capital:
            names.clear()
        if word in self._literals:
            names.add(f"'{word}")
        return frozenset(names)

    def _spread(self) -> None:
        """Give every set of classes that a token can have its letter."""
        samples: set[str] = set(self._words) | self._literals | set(PUNCTUATION)
        samples |= {w.capitalize() for w in samples}
        samples |= {str(n) for n in range(2200)} | {f"{n:02}" for n in range(100)} | {f"{n:04}" for n in range(2400)}
        samples |= {
            "2005-06-13",
            "1/2/2005",
            "1/2",
            "1/2/05",
            "10:30",
            "10:30:15",
            "9:30",
            "1st",
            "1990s",
            "80s",
            "'80s",
            "'82",
        }
        samples |= {"1,000", "2.5", "10.30", "24.7", "3000", "123456", "'85", "123", "88:88", "99/99/99"}
        for sample in sorted(samples):
            self._letters.setdefault(self._signature(sample), chr(0x100 + len(self._letters)))

    def _set(self, names: Iterable[str]) -> str:
        wanted: set[str] = set()
        for name in names:
            wanted |= self._unions.get(name, {name})
        return "".join(letter for classes, letter in self._letters.items() if classes & wanted)

    def _compile(self) -> tuple[Rule, ...]:
        rows = [dict(row) for row in self.data["rule"]]
        rules = []
        for rank, row in enumerate(rows):
            classes: dict[str, str] = {}
            pattern = self._pattern(row.pop("form"), classes)
            rules.append(Rule(row.pop("build"), re.compile(pattern), classes, row, rank))
        named = (("feast_phrase", self.feasts), ("named_day", self.named_days))
        for build, phrases in (*named, ("nothing", self.data["not_times"]["phrases"])):
            forms = sorted((self._phrase(p) for p in phrases), key=len, reverse=True)
            rules.append(Rule(build, re.compile("|".join(forms)), {}, {}, -1))
        return tuple(rules)

    def _phrase(self, phrase: str) -> str:
        return "".join(f"[{self._set([_literal(t)])}]" for t in TOKEN.findall(phrase))

    def _pattern(self, form: str, classes: dict[str, str]) -> str:
        out, at = [], 0
        while at < len(form):
            m = FORM.match(form, at)
            if not m:
                raise ValueError(f"cannot read the form {form!r} at {form[at:]!r}")
            at = m.end()
            role, quoted, word, name, macro, mark = m.groups()
            if mark:
                out.append("(?:" if mark == "(" and form[at : at + 1] != "?" else mark)
                continue
            if macro:
                inner = f"(?:{self._pattern(self.data['macros'][macro], classes)})"
            else:
                letters = self._set([f"'{word}" if quoted else name])
                if not letters:
                    raise ValueError(f"no token is in the class {word or name!r} of the form {form!r}")
                inner = f"[{letters}]"
                if role and name:
                    classes[role] = name
            out.append(f"(?P<{role}>{inner})" if role else inner)
        return "".join(out)


@cache
def lexicon(language: str) -> Lexicon:
    """The language's lexicon, compiled at the first call."""
    return Lexicon(language)


def _fold(token: str) -> str:
    return token.lower().replace("’", "'")


def _literal(token: str) -> str:
    return PUNCTUATION.get(token) or f"'{_fold(token)}"


def _literals(data: dict[str, Any], phrases: Iterable[str]) -> frozenset[str]:
    forms = [row["form"] for row in data["rule"]] + list(data["macros"].values())
    quoted = {w for form in forms for w in re.findall(r"'([^']+)'", form)}
    return frozenset(quoted | {_fold(t) for p in phrases for t in TOKEN.findall(p) if t not in PUNCTUATION})
