"""What was said: the ledger by speaker, wordings side by side."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from variorum.present.views.dates import when_words
from variorum.present.views.sources import Cite, Row, Sources
from variorum.present.views.wording import Stretch, collate

QUOTATION_MARK = re.compile('["“”„«»]')
DIFFERS_WORDS = {
    "words": "wording differs",
    "occasion": "occasion differs",
    "both": "wording and occasion differ",
}


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording, with every report that prints it so.

    Attributes:
        bare: exact words whose quotation marks lie outside the cite.
        occasions: where these reports say that it was said, each once.
    """

    stretches: tuple[Stretch, ...]
    kind: str
    bare: bool
    cites: tuple[Cite, ...]
    occasions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Utterance:
    """One thing said, in every wording the reports give it; ``occasion`` is None when the wordings have their own."""

    id: str
    kind: str
    occasion: str | None
    differs: str | None
    wordings: tuple[Wording, ...]
    paraphrases: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker with what they are quoted as saying, exact words apart from mere report."""

    name: str
    quoted: tuple[Utterance, ...]
    reported: tuple[Utterance, ...]


def ledger(rows: Sequence[Row], sources: Sources, names: Mapping[str, str]) -> tuple[Speaker, ...]:
    """The view of ``quotes[]``: speakers with most exact words first; an unnamed speaker last."""
    by_name: dict[str, list[Row]] = {}
    for row in rows:
        name = row["speaker_name"] or names.get(row["speaker"] or "") or ""
        by_name.setdefault(name, []).append(row)
    speakers = [_speaker(name, rows, sources) for name, rows in by_name.items()]
    return tuple(sorted(speakers, key=lambda s: (not s.name, -len(s.quoted), -len(s.reported), s.name)))


def _speaker(name: str, rows: Sequence[Row], sources: Sources) -> Speaker:
    said = [_utterance(r, sources) for r in rows]
    said.sort(key=lambda u: (not u.differs, -_reports(u), u.wordings[0].cites[0].source.number, u.id))
    quoted = tuple(u for u in said if u.kind != "indirect")
    return Speaker(name, quoted, tuple(u for u in said if u.kind == "indirect"))


def _reports(utterance: Utterance) -> int:
    cites = [c for w in utterance.wordings for c in w.cites] + list(utterance.paraphrases)
    return len({c.source.number for c in cites})


def _utterance(row: Row, sources: Sources) -> Utterance:
    variants = sorted(row["variants"], key=lambda v: (sources[v["article"]].number, v["start"]))
    same: dict[str, list[Row]] = {}
    for variant in variants:
        same.setdefault(" ".join(variant["exact"].split()), []).append(variant)
    collated = collate(list(same))
    wordings = tuple(_wording(s, group, sources) for s, group in zip(collated, same.values(), strict=True))
    return Utterance(
        id=row["id"],
        kind=row["kind"],
        occasion=None if any(w.occasions for w in wordings) else occasion_words(row["occasion"]),
        differs=DIFFERS_WORDS[row["differs"]] if row["differs"] else None,
        wordings=wordings,
        paraphrases=sources.cites(row["paraphrases"]),
    )


def _wording(stretches: tuple[Stretch, ...], variants: Sequence[Row], sources: Sources) -> Wording:
    occasions = [occasion_words(v["occasion"]) for v in variants]
    return Wording(
        stretches=stretches,
        kind=variants[0]["kind"],
        bare=variants[0]["kind"] == "direct" and not QUOTATION_MARK.search(variants[0]["exact"]),
        cites=sources.cites(variants),
        occasions=tuple(dict.fromkeys(o for o in occasions if o)),
    )


def occasion_words(occasion: Row | None) -> str | None:
    """An occasion as a line of the ledger: the report's own words, and the day they mean.

    Takes the ledger's form (``{kind, words, medium, when}``) and the reading's, whose words are a cite.
    """
    if not occasion:
        return None
    words = occasion.get("words") or (occasion.get("cite") or {}).get("exact") or occasion["kind"].replace("_", " ")
    day = f" [{when_words(occasion['when'])}]" if occasion.get("when") else ""
    return " ".join(words.split()) + day
