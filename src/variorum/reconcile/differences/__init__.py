"""Where the reports differ: typed comparators, one a kind, each answering with its reason."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.model.record import Difference, LedgerQuote
from variorum.reconcile.align import Stated
from variorum.reconcile.asked import Asked
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.absent import absent_differences
from variorum.reconcile.differences.agenda import agenda_differences
from variorum.reconcile.differences.answered import answered_differences
from variorum.reconcile.differences.blame import cause_differences
from variorum.reconcile.differences.build import echoes
from variorum.reconcile.differences.changes import change_differences
from variorum.reconcile.differences.clashes import clash_differences
from variorum.reconcile.differences.compared import compared_differences
from variorum.reconcile.differences.counts import count_differences
from variorum.reconcile.differences.dates import date_differences, recalled_differences
from variorum.reconcile.differences.datings import dating_differences
from variorum.reconcile.differences.holders import holder_differences
from variorum.reconcile.differences.lengths import length_differences
from variorum.reconcile.differences.looked_over import looked_over
from variorum.reconcile.differences.names import name_differences
from variorum.reconcile.differences.number_questions import number_differences
from variorum.reconcile.differences.opposed import opposed_differences
from variorum.reconcile.differences.opposed_field import field
from variorum.reconcile.differences.other_names import other_name_differences
from variorum.reconcile.differences.passages import in_sentences
from variorum.reconcile.differences.places import place_differences
from variorum.reconcile.differences.polarity import polarity_differences
from variorum.reconcile.differences.press_questions import press_question_differences
from variorum.reconcile.differences.programme import programme_differences
from variorum.reconcile.differences.settled import settled_differences
from variorum.reconcile.differences.sites import site_differences
from variorum.reconcile.differences.speech import attribution_differences, occasion_differences, wording_differences
from variorum.reconcile.differences.standings import status_differences
from variorum.reconcile.differences.states import state_differences
from variorum.reconcile.differences.timed import timed_differences
from variorum.reconcile.differences.weighed import weighed_differences
from variorum.reconcile.differences.whereabouts import whereabout_differences
from variorum.reconcile.figures import figures, is_bare
from variorum.reconcile.matters import matters
from variorum.reconcile.one_happening import Told
from variorum.reconcile.side_by_side import SideBySide
from variorum.reconcile.tellings import Telling

ORDER = {"conflict": 0, "superseded": 1, "compatible": 2}


def differences(  # noqa: PLR0913, PLR0917  what each stage before it found
    corpus: Corpus,
    happenings: Sequence[Sequence[Told]],
    facts: Sequence[Sequence[Stated]],
    quotes: Sequence[LedgerQuote],
    told: Sequence[Telling],
    side: SideBySide | None = None,
) -> tuple[Difference, ...]:
    """All differences, conflicts first, then what a later report supersedes, then what only looks like one."""
    given, known, clauses = figures(corpus, facts), matters(corpus), field(corpus)
    counted = [f for f in given if not is_bare(f)]
    dated, placed = dating_differences(corpus, told), site_differences(corpus, told)
    happened = [*date_differences(corpus, happenings), *clash_differences(corpus, happenings)]
    topics = agenda_differences(corpus, known)
    found = [
        *topics,
        *occasion_differences(corpus, quotes),
        *attribution_differences(corpus, quotes),
        *wording_differences(corpus, quotes),
        *count_differences(corpus, facts),
        *number_differences(corpus, counted),
        *polarity_differences(corpus, facts),
        *cause_differences(corpus),
        *dated,
        *placed,
        *(row for row in happened if not echoes(row, [*dated, *placed])),
        *state_differences(corpus),
        *length_differences(corpus, told),
        *change_differences(corpus, told),
        *recalled_differences(corpus),
        *place_differences(corpus, happenings),
        *status_differences(corpus, happenings),
        *name_differences(corpus),
        *other_name_differences(corpus),
        *holder_differences(corpus),
    ]
    asked = Asked(corpus)
    found += [row for row in answered_differences(asked) if not echoes(row, found)]
    found += [row for row in absent_differences(asked) if not echoes(row, found)]
    found += programme_differences(clauses, found)
    found += press_question_differences(corpus, quotes, found)
    found += settled_differences(corpus, known, found)
    found += whereabout_differences(corpus, found)
    found += timed_differences(corpus, found)
    found += weighed_differences(corpus, facts, given, found)
    found += opposed_differences(clauses, found)
    # Whether a named topic was raised is told in closed words, and needs no second ground.
    closed = [in_sentences(corpus, d) for d in topics]
    rest = [in_sentences(corpus, d) for d in found[len(topics) :] if not _alike(d)]
    rows = [*closed, *rest]
    if side:
        rows = [*closed, *looked_over(corpus, side, rest), *compared_differences(corpus, side.pairs, rows)]
    once = {d.id: d for d in rows}
    return tuple(sorted(once.values(), key=lambda d: ORDER[d.verdict]))


def _alike(row: Difference) -> bool:
    """Its answers are in the very same words: what they mean was read otherwise in a copy of another day."""
    timed = row.kind in {"date", "granularity"} and row.verdict == "conflict"
    return timed and len({p.value.lower() for p in row.positions}) == 1
