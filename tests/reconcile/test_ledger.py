from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest

from tests import factory
from variorum.model.article import Article
from variorum.model.ids import make_id
from variorum.model.reading import Entity, NameForm, Occasion, Quote, QuoteKind, Reading
from variorum.model.record import LedgerQuote
from variorum.model.text import Citation, Span
from variorum.model.time import Interval, When
from variorum.reconcile.ledger import ledger
from variorum.reconcile.ledger_words import content_words, same_words, tokens

MARSH = Entity("e-marsh", "person", "Ada Marsh", (NameForm("Ada Marsh", ()),), (), None, None, ())
REYES = Entity("e-reyes", "person", "Ben Reyes", (NameForm("Ben Reyes", ()),), (), None, None, ())


def cite(article: Article, words: str) -> Citation:
    start = article.text.index(words)
    return article.cite(Span(start, start + len(words)))


def said(article: Article, words: str, quoted: Sequence[str] = (), **given: Any) -> Quote:
    """A quote whose content is ``words``; direct when the quoted words are all of it but the marks."""
    content = cite(article, words)
    marks = tuple(cite(article, q) for q in quoted)
    bare = words.strip('"“”.')
    kind: QuoteKind = "indirect" if not quoted else "direct" if quoted[0].strip(".") == bare else "mixed"
    fields: dict[str, Any] = {
        "id": make_id("quote", article.id, content.start), "kind": kind, "source": None, "cue": cite(article, "said"),
        "content": (content,), "quoted": marks, "speaker": "marsh", "speaker_name": "Marsh", "reason": None,
        "occasion": None,
    }  # fmt: skip
    return Quote(**fields | given)


def reading(article: Article, *quotes: Quote) -> Reading:
    return Reading(article.id, (), (), (), quotes, (), (), ())


def report(name: str, text: str) -> Article:
    return factory.article(text, path=name)


def rows(*pairs: tuple[Article, Sequence[Quote]]) -> tuple[LedgerQuote, ...]:
    articles = [a for a, _ in pairs]
    readings = [reading(a, *quotes) for a, quotes in pairs]
    found = ledger(articles, readings, {"marsh": MARSH.id, "reyes": REYES.id}, (MARSH, REYES))
    text = {a.id: a.text for a in articles}
    for row in found:
        for v in row.variants:
            assert text[v.article][v.start : v.end] == v.exact
    return found


A = report("a.txt", 'Marsh said: "We will open the bridge before the first snow falls."')
B = report("b.txt", 'The bridge would open "before the first snow falls," Marsh said on Monday.')
C = report("c.txt", "Marsh said the bridge opens before the first snow.")

IN_A = said(
    A,
    '"We will open the bridge before the first snow falls."',
    ["We will open the bridge before the first snow falls."],
)
IN_B = said(B, 'The bridge would open "before the first snow falls,"', ["before the first snow falls,"])
IN_C = said(C, "the bridge opens before the first snow")


def test_one_utterance_in_two_outlets_is_one_row() -> None:
    (row,) = rows((A, [IN_A]), (B, [IN_B]))
    assert (row.speaker, row.speaker_name, row.kind, row.differs) == (MARSH.id, "Ada Marsh", "mixed", "words")
    assert [v.exact for v in row.variants] == [
        "We will open the bridge before the first snow falls.",
        'The bridge would open "before the first snow falls,"',
    ]
    assert [v.kind for v in row.variants] == ["direct", "mixed"]


def test_the_same_words_differ_in_nothing() -> None:
    twin = report("a2.txt", A.text)
    (row,) = rows((A, [IN_A]), (twin, [said(twin, IN_A.content[0].exact, [IN_A.quoted[0].exact])]))
    assert row.differs is None and len(row.variants) == 2


def test_an_indirect_report_is_a_paraphrase_of_the_row() -> None:
    (row,) = rows((A, [IN_A]), (C, [IN_C]))
    assert [p.exact for p in row.paraphrases] == ["the bridge opens before the first snow"]


def test_an_indirect_report_of_somebody_else_is_a_row_of_its_own() -> None:
    first, second = rows((A, [IN_A]), (C, [said(C, IN_C.content[0].exact, speaker="reyes", speaker_name="Reyes")]))
    assert (first.kind, second.kind, second.speaker) == ("direct", "indirect", REYES.id)


def test_two_known_speakers_never_share_a_row() -> None:
    found = rows((A, [IN_A]), (B, [said(B, IN_B.content[0].exact, [IN_B.quoted[0].exact], speaker="reyes")]))
    assert len(found) == 2


def test_an_unknown_speaker_does_not_join_two_known_ones() -> None:
    d = report("d.txt", A.text)
    nobody = said(B, IN_B.content[0].exact, [IN_B.quoted[0].exact], speaker=None, speaker_name=None)
    other = said(d, IN_A.content[0].exact, [IN_A.quoted[0].exact], speaker="reyes", speaker_name="Reyes")
    found = rows((A, [IN_A]), (B, [nobody]), (d, [other]))
    assert len(found) == 2
    assert {row.speaker for row in found} == {MARSH.id, REYES.id}


def test_a_short_phrase_needs_like_words_around_it() -> None:
    x = report("x.txt", 'Marsh said the strike was a "grave mistake" of the union.')
    y = report("y.txt", 'Marsh said the new tax was a "grave mistake" of parliament.')
    z = report("z.txt", 'The strike was a "grave mistake", Marsh said.')
    one = said(x, 'the strike was a "grave mistake" of the union', ["grave mistake"])
    two = said(y, 'the new tax was a "grave mistake" of parliament', ["grave mistake"])
    three = said(z, 'The strike was a "grave mistake"', ["grave mistake"])
    found = rows((x, [one]), (y, [two]), (z, [three]))
    assert [[v.article for v in row.variants] for row in found] == [[x.id, z.id], [y.id]]


def test_a_stretch_among_others_is_compared_by_itself() -> None:
    x = report("x.txt", 'Marsh said that "the bridge has never asked anybody for a toll".')
    y = report("y.txt", 'Marsh said that "the bridge has never asked anyone for a toll" and "winter comes early here".')
    one = said(
        x, 'that "the bridge has never asked anybody for a toll"', ["the bridge has never asked anybody for a toll"],
        occasion=occasion(x, "told_reporters", "Marsh"),
    )  # fmt: skip
    two = said(
        y, 'that "the bridge has never asked anyone for a toll" and "winter comes early here"',
        ["the bridge has never asked anyone for a toll", "winter comes early here"],
        occasion=occasion(y, "interview", "Marsh"),
    )  # fmt: skip
    (row,) = rows((x, [one]), (y, [two]))
    assert [v.article for v in row.variants] == [x.id, y.id]
    assert row.differs == "both"


def test_a_pronoun_is_no_name() -> None:
    (row,) = rows((C, [said(C, IN_C.content[0].exact, speaker=None, speaker_name="It")]))
    assert row.speaker_name is None
    (row,) = rows((C, [said(C, IN_C.content[0].exact, speaker=None, speaker_name="the ministry")]))
    assert row.speaker_name == "the ministry"


def occasion(article: Article, kind: str, words: str, day: int | None = None) -> Occasion:
    date = dt.date(2026, 1, day) if day else None
    when = When(Interval(date, date), "day", date.isoformat()) if date else None
    return Occasion(kind, cite(article, words), None, when)


@pytest.mark.parametrize(
    ("left", "right", "differs"),
    [
        (("interview", 5), ("told_reporters", None), "occasion"),
        (("briefing", 5), ("told_reporters", 5), None),
        (("briefing", 5), ("briefing", 6), "occasion"),
        (("briefing", None), (None, None), None),
    ],
)
def test_two_occasions_are_a_difference(
    left: tuple[str | None, int | None], right: tuple[str | None, int | None], differs: str | None
) -> None:
    twin = report("a2.txt", A.text)
    quotes = []
    for article, (kind, day) in ((A, left), (twin, right)):
        where = occasion(article, kind, "Marsh", day) if kind else None
        quotes.append(said(article, IN_A.content[0].exact, [IN_A.quoted[0].exact], occasion=where))
    (row,) = rows((A, [quotes[0]]), (twin, [quotes[1]]))
    assert row.differs == differs


def test_thoughts_and_empty_reports_stay_out() -> None:
    thought = said(C, IN_C.content[0].exact, manner="think")
    empty = said(C, "snow")
    assert rows((C, [thought, empty])) == ()


def test_rows_come_in_the_order_of_the_articles_and_ids_stay() -> None:
    first = rows((A, [IN_A]), (C, [said(C, IN_C.content[0].exact, speaker="reyes")]))
    again = rows((A, [IN_A]), (C, [said(C, IN_C.content[0].exact, speaker="reyes")]))
    assert [r.variants[0].article for r in first] == [A.id, C.id]
    assert [r.id for r in first] == [r.id for r in again]
    assert len({r.id for r in first}) == 2


def test_words() -> None:
    assert tokens("It’s (the bridge) a ‘toll-free’ road.") == ("it's", "a", "toll-free", "road")
    assert same_words(tokens("we will never sign it"), tokens("We will never sign it."))
    assert same_words(tokens("never sign the treaty"), tokens("and so we shall never sign the treaty, he thinks"))
    assert not same_words(tokens("the treaty"), tokens("never sign the treaty at all"))
    assert not same_words((), tokens("anything"))
    assert content_words("the importance of the 12 bridges") == {"impor", "12", "bridg"}


def test_a_short_sentence_of_one_speaker_is_one_utterance() -> None:
    x = report("x.txt", 'Marsh said "We rang the harbour twice. Nobody came" on the radio.')
    y = report("y.txt", 'Marsh said "Nobody came." at a fair.')
    one = said(x, '"We rang the harbour twice. Nobody came"', ["We rang the harbour twice. Nobody came"])
    two = said(y, '"Nobody came."', ["Nobody came."])
    (row,) = rows((x, [one]), (y, [two]))
    assert [v.article for v in row.variants] == [x.id, y.id]


def test_thanks_are_said_on_any_day() -> None:
    x = report("x.txt", 'Marsh said "We rang the harbour twice. Thank you." on the radio.')
    y = report("y.txt", 'Marsh said "Thank you." at a fair.')
    one = said(x, '"We rang the harbour twice. Thank you."', ["We rang the harbour twice. Thank you."])
    two = said(y, '"Thank you."', ["Thank you."])
    assert len(rows((x, [one]), (y, [two]))) == 2
    other = said(y, '"Thank you."', ["Thank you."], speaker="reyes", speaker_name="Reyes")
    assert len(rows((x, [one]), (y, [other]))) == 2
