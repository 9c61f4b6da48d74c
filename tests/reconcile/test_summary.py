from __future__ import annotations

from tests.reconcile import told
from variorum.model.record import Difference, JoinedClaim, Position, Support, TimelineEntry
from variorum.reconcile.align import stated_claims
from variorum.reconcile.facts import joined_claims
from variorum.reconcile.summary import summary
from variorum.reconcile.support import Origins

ONE = told.report("one", "Mara Ilves and Teo Roan met in Brel on Tuesday.")
TWO = told.report("two", "When Mara Ilves and Teo Roan met in Brel on Tuesday, it rained.")
ALONE = told.report("three", "The harbour of Brel was built by monks long ago.")


def claims(*, toll: bool = False) -> tuple[list[told.Article], list[told.Claim]]:
    terms = ["meet", "brel"]
    figure = (told.number(ONE, "Tuesday", 7, of="dead"),) if toll else ()
    first = told.claim(ONE, ONE.text[:-1], terms, subject="Mara Ilves", entities=("e1",), quantities=figure)
    second = told.claim(TWO, "When Mara Ilves and Teo Roan met in Brel on Tuesday", terms, subject="Mara Ilves")
    third = told.claim(ALONE, ALONE.text[:-1], ["harbour"], subject="The harbour", entities=("e2",))
    return [ONE, TWO, ALONE], [first, second, third]


def made(
    *, toll: bool = False, differences: tuple[Difference, ...] = (), entries: tuple[TimelineEntry, ...] = ()
) -> list[str]:
    articles, rows = claims(toll=toll)
    corpus = told.corpus([(a, [], [c]) for a, c in zip(articles, rows, strict=True)])
    stated = stated_claims(corpus, [])
    facts = [[s for s in stated if s.article != ALONE.id], [s for s in stated if s.article == ALONE.id]]
    joined: tuple[JoinedClaim, ...] = joined_claims(corpus, facts, differences, Origins({a.id: a.id for a in articles}))
    lines = summary(corpus, facts, joined, differences, entries)
    assert all(line.evidence[0].exact == line.text for line in lines)
    return [line.text for line in lines]


def test_an_agreed_claim_is_told_in_the_words_of_the_report_that_gives_it_a_sentence() -> None:
    assert made() == [ONE.text[:-1]]


def test_what_others_dispute_is_left_out() -> None:
    where = told.cite(ONE, "on Tuesday")
    clash = Difference("d1", "date", "When?", (Position("Tuesday", (ONE.id,), (where,)),), "conflict", "Two days.")
    assert made(differences=(clash,)) == []


def test_a_toll_may_be_overtaken_and_is_left_out() -> None:
    assert made(toll=True) == []


def test_what_was_called_off_is_left_out() -> None:
    evidence = (told.cite(ONE, ONE.text[:-1]),)
    off = TimelineEntry("h1", None, "met", "meeting", "cancelled", (), None, Support(1, 1), evidence)
    assert made(entries=(off,)) == []
