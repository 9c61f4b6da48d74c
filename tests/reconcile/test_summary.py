from __future__ import annotations

import pytest

from tests.reconcile import told
from variorum.model.record import Difference, Position, SummaryLine, Support, TimelineEntry
from variorum.reconcile.align import Stated, stated_claims
from variorum.reconcile.borne_out import Bearers
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.facts import joined_claims
from variorum.reconcile.summary import summary
from variorum.reconcile.support import Origins
from variorum.reconcile.tellings import tellings
from variorum.reconcile.toll_lines import corrects, names_toll
from variorum.reconcile.whole_lines import line_of

ONE = told.report("one", "Mara Ilves and Teo Roan met in Brel on Tuesday.")
TWO = told.report("two", "When Mara Ilves and Teo Roan met in Brel on Tuesday, it rained.")
ALONE = told.report("three", "The harbour of Brel was built by monks long ago.")
Row = tuple[told.Article, told.Claim]


def lines(
    rows: list[Row],
    facts: list[list[int]],
    *,
    differences: tuple[Difference, ...] = (),
    entries: tuple[TimelineEntry, ...] = (),
    origin_of: dict[str, str] | None = None,
) -> tuple[SummaryLine, ...]:
    """The summary of claims, ``facts`` being the numbers of those that are of one fact."""
    articles = list(dict.fromkeys(a for a, _ in rows))
    corpus = told.corpus([(a, [], [c for b, c in rows if b is a]) for a in articles])
    stated = {s.claim.id: s for s in stated_claims(corpus, [])}
    grouped = [[stated[rows[n][1].id] for n in fact] for fact in facts]
    origins = Origins(origin_of or {})
    joined = joined_claims(corpus, grouped, differences, origins)
    found = summary(corpus, Bearers(corpus, grouped, tellings(corpus)), joined, differences, entries, origins)
    assert all(" ".join(line.evidence[0].exact.split()) == line.text for line in found)
    assert all(line.claim in {c.id for c in joined} for line in found)
    return found


def meeting() -> list[Row]:
    terms = ["meet", "brel"]
    more = {"subject": "Mara Ilves and Teo Roan", "predicate": "meet"}
    return [
        (ONE, told.claim(ONE, ONE.text[:-1], terms, entities=("e1",), **more)),
        (TWO, told.claim(TWO, "When Mara Ilves and Teo Roan met in Brel on Tuesday", terms, entities=("e1",), **more)),
        (ALONE, told.claim(ALONE, ALONE.text[:-1], ["harbour"], subject="The harbour", predicate="build")),
    ]


def texts(found: tuple[SummaryLine, ...]) -> list[str]:
    return [line.text for line in found]


def test_what_two_origins_tell_alike_is_told_in_the_words_of_the_report_that_opens_a_sentence_with_it() -> None:
    (line,) = lines(meeting(), [[0, 1], [2]])
    assert line.text == ONE.text[:-1]
    assert [c.article for c in line.evidence] == [ONE.id, TWO.id]
    assert line.support == Support(2, 2)


def test_two_reports_of_one_origin_are_no_agreement() -> None:
    assert lines(meeting(), [[0, 1], [2]], origin_of={ONE.id: "AFP", TWO.id: "AFP"}) == ()


def test_what_others_dispute_is_left_out() -> None:
    where = told.cite(ONE, "on Tuesday"), told.cite(TWO, "on Tuesday")
    answers = (Position("Tuesday", (ONE.id, TWO.id), where),)
    clash = Difference("d1", "date", "When?", answers, "conflict", "Two days.")
    assert lines(meeting(), [[0, 1], [2]], differences=(clash,)) == ()


@pytest.mark.parametrize(("likeliness", "told_so"), [(None, 0), (0.6, 0), (0.4, 1)])
def test_what_is_overtaken_less_likely_than_not_is_told(likeliness: float | None, told_so: int) -> None:
    answers = (
        Position("Tuesday", (ONE.id, TWO.id), (told.cite(ONE, "on Tuesday"), told.cite(TWO, "on Tuesday"))),
        Position("later", (TWO.id,), (told.cite(TWO, "met in Brel"),)),
    )
    moved = Difference("d1", "date", "When?", answers, "superseded", "It was put off.", likeliness)
    assert len(lines(meeting(), [[0, 1], [2]], differences=(moved,))) == told_so


def test_what_was_called_off_is_left_out() -> None:
    evidence = (told.cite(ONE, ONE.text[:-1]), told.cite(TWO, "met in Brel"))
    off = TimelineEntry("h1", None, "met", "meeting", "cancelled", (), None, Support(1, 1), evidence)
    assert lines(meeting(), [[0, 1], [2]], entries=(off,)) == ()


def test_one_row_of_two_statements_is_not_told_as_agreed() -> None:
    came = told.report("came", "The minister Mara Ilves travelled to Brel on Friday.")
    went = told.report("went", "The minister Mara Ilves offered her resignation on Saturday.")
    rows = [
        (came, told.claim(came, came.text[:-1], ["travel", "brel"], subject="The minister Mara Ilves",
                          predicate="travel", entities=("e1",))),
        (went, told.claim(went, went.text[:-1], ["offer", "resignation"], subject="The minister Mara Ilves",
                          predicate="offer", theme="resignation", entities=("e1",))),
    ]  # fmt: skip
    assert lines(rows, [[0, 1]]) == ()


EARLY = told.report("early", "At least 7 people were killed in the Brel fire on Monday.", "2026-01-12")
LATE = told.report("late", "The death toll from the Brel fire has risen to 12.", "2026-01-13")
BEHIND = told.report("behind", "Officials lowered the death toll of the Brel fire to 11.", "2026-01-14")


def tolls(*reports: told.Article) -> tuple[SummaryLine, ...]:
    figures = {EARLY.id: ("7", 7), LATE.id: ("12", 12), BEHIND.id: ("11", 11)}
    subjects = {EARLY.id: "At least 7 people", LATE.id: "The death toll from the Brel fire", BEHIND.id: "Officials"}
    rows = []
    for report in reports:
        words, value = figures[report.id]
        dead = told.number(report, words, value, of="dead", noun=None)
        claim = told.claim(
            report, report.text[:-1], ["toll", "fire"], subject=subjects[report.id], predicate="rise",
            entities=("e1",), quantities=(dead,),
        )  # fmt: skip
        rows.append((report, claim))
    positions = tuple(Position(str(figures[a.id][1]), (a.id,), (c.cite,)) for a, c in rows[:2])
    changed = Difference("d1", "number", "How many died?", positions, "superseded", "It rose.")
    return lines(rows, [list(range(len(rows)))], differences=(changed,))


def test_of_a_toll_that_changes_the_latest_is_told_and_marked_as_such() -> None:
    (line,) = tolls(EARLY, LATE)
    assert (line.text, line.latest, line.support) == (LATE.text[:-1], True, Support(1, 1))


def test_a_later_report_that_puts_the_toll_right_has_the_last_word() -> None:
    (line,) = tolls(EARLY, LATE, BEHIND)
    assert (line.text, line.latest) == (BEHIND.text[:-1], True)


def stated(text: str, words: str, **slots: object) -> tuple[Corpus, Stated]:
    report = told.report("r", text)
    claim = told.claim(report, words, ["train"], **{"predicate": "leave", "entities": ("e1",), **slots})
    corpus = told.corpus([(report, [], [claim])])
    return corpus, stated_claims(corpus, [])[0]


@pytest.mark.parametrize(
    ("text", "words", "subject", "line"),
    [
        ("Six died when a mail train left the rails near Brel.", "when a mail train left the rails near Brel",
         "a mail train", "a mail train left the rails near Brel"),
        ("A mail train left the rails (near Brel on Monday).", "A mail train left the rails (near Brel on Monday",
         "A mail train", "A mail train left the rails (near Brel on Monday)"),
        ("It left the rails near Brel on Monday.", "It left the rails near Brel on Monday", "It", None),
        ("A mail train left the rails near Brel yesterday.", "A mail train left the rails near Brel yesterday",
         "A mail train", None),
        ("The mail train of Brel, which left the rails on Monday, is back.", "which left the rails on Monday",
         "The mail train", None),
        ("A mail train left Brel station on Monday to fetch coal.", "A mail train left Brel station on Monday",
         "A mail train", None),
        ("He denied that a mail train left the rails near Brel.", "a mail train left the rails near Brel",
         "a mail train", None),
        ("The deal with Brel, left unsigned for a year.", "The deal with Brel, left unsigned for a year",
         "The deal with Brel", None),
    ],
)  # fmt: skip
def test_a_line_is_a_whole_clause_that_needs_nothing_told_before(
    text: str, words: str, subject: str, line: str | None
) -> None:
    found = line_of(*stated(text, words, subject=subject))
    assert (found.exact if found else None) == line


def test_words_of_a_toll() -> None:
    _, lowered = stated("Officials lowered the death toll to 11.", "Officials lowered the death toll to 11")
    _, part = stated("Nine of the dead were from Brel.", "Nine of the dead were from Brel")
    assert (names_toll(lowered), corrects(lowered)) == (True, True)
    assert (names_toll(part), corrects(part)) == (False, False)
