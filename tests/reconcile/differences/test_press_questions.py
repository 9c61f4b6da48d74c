"""Why, who began it, what struck it, what for, said where, called how: where two voices answer otherwise."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reconcile import told
from tests.reconcile.test_theories import story
from variorum.model.record import LedgerQuote, Variant
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.called import called_differences
from variorum.reconcile.differences.corrections import correction_differences
from variorum.reconcile.differences.first_blows import first_blow_differences, side_of
from variorum.reconcile.differences.instruments import instrument_differences, kind_of
from variorum.reconcile.differences.press_questions import press_question_differences
from variorum.reconcile.differences.purposes import purpose_differences
from variorum.reconcile.differences.reasons import why_differences
from variorum.reconcile.differences.retold import retold_differences
from variorum.reconcile.reasons import kinds_of

FILL = " ".join(f"The {n} of Brix was painted {c}." for n, c in zip("abcdefghijklmnopqrst", range(20), strict=True))
"""Sentences of nothing common, so that words of the others are telling."""


def clauses(*rows: tuple[str, dict[str, Any]]) -> Corpus:
    """One report for each sentence, read as one clause with these slots, before sentences that share nothing."""
    reports: list[Any] = []
    for n, (text, slots) in enumerate(rows):
        report = told.report("abcdef"[n], f"{text} {FILL}", published=f"2026-01-{13 + n}")
        claim = told.claim(report, text, [], sentence=told.cite(report, text), **slots)
        rest = [f"{s}." for s in FILL.rstrip(".").split(". ")]
        fill = [told.claim(report, s, [], sentence=told.cite(report, s), paragraph=9) for s in rest]
        reports.append((report, [], [claim, *fill]))
    return told.corpus(reports, [told.entity("e1", "Samir Haddad"), told.entity("e2", "Omar Said")])


@pytest.mark.parametrize(
    ("thing", "one", "other"),
    [
        (
            "summit",
            "The Tirana summit was cancelled because of a storm.",
            "The Tirana summit was called off for security reasons.",
        ),
        (
            "match",
            "The Panama match was abandoned owing to rain.",
            "The Panama match was abandoned at the request of the guests.",
        ),
        (
            "launch",
            "The Orion launch was postponed due to strong winds.",
            "The Orion launch was delayed by a day because of a software fault.",
        ),
        ("ferry", "Because of fog, the Brac ferry was suspended.", "The Brac ferry was suspended because of a strike."),
        (
            "release",
            "The prisoner release was put off after two guards were wounded.",
            "The prisoner release was delayed for technical reasons.",
        ),
        (
            "visit",
            "The Gomel visit was dropped for lack of time.",
            "The Gomel visit was dropped on the advice of doctors.",
        ),
    ],
)
def test_two_reasons_for_one_act(thing: str, one: str, other: str) -> None:
    [row] = why_differences(clauses((one, {"theme": thing}), (other, {"theme": thing})))
    assert (row.kind, row.verdict, len(row.positions)) == ("attribution", "conflict", 2)
    assert "Different reasons" in row.explanation


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            ("The Gomel visit was put off because of the storm.", "visit"),
            ("The Gomel visit was put off because of bad weather.", "visit"),
        ),
        (
            ("The Oruro parade was cancelled because of rain.", "parade"),
            ("The Lugano concert was cancelled because of a strike.", "concert"),
        ),
        (
            ("The Bari runway was closed and is due to open on Friday.", "runway"),
            ("The Bari runway was closed because of snow.", "runway"),
        ),
        (
            ("In 2019 the Tirana summit was cancelled because of a storm.", "summit"),
            ("The Tirana summit was cancelled for security reasons.", "summit"),
        ),
        (
            ("The Tirana summit was cancelled after lunch.", "summit"),
            ("The Tirana summit was cancelled for security reasons.", "summit"),
        ),
    ],
)
def test_one_reason_or_two_acts_are_no_difference(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert why_differences(clauses((one[0], {"theme": one[1]}), (other[0], {"theme": other[1]}))) == []


def test_other_doers_do_not_call_off_one_thing() -> None:
    port = ("The port workers called off the Brix strike because of a pay deal.", "The port workers")
    bakers = ("The bakers called off the Brix strike because of a court order.", "The bakers")
    rows = [(text, {"theme": "strike", "subject": subject}) for text, subject in (port, bakers)]
    assert why_differences(clauses(*rows)) == []


def test_a_reason_given_for_what_the_sentence_before_tells() -> None:
    texts = (
        "The Kovno talks ended early on Monday. Petrov blamed a fever for the decision.",
        "The Kovno talks ended early on Monday. The Riga side had asked for it.",
    )
    reports: list[Any] = []
    for n, text in enumerate(texts):
        report = told.report("ab"[n], text, published=f"2026-01-{13 + n}")
        cut = text.index(". ") + 1
        sentences = text[:cut], text[cut + 1 :]
        claims = [told.claim(report, s, [], sentence=told.cite(report, s), entities=("e1",)) for s in sentences]
        reports.append((report, [], claims))
    filler = told.report("c", FILL)
    rest = [told.claim(filler, f"{s}.", [], sentence=told.cite(filler, f"{s}.")) for s in FILL.rstrip(".").split(". ")]
    corpus = told.corpus([*reports, (filler, [], rest)], [told.entity("e1", "Kovno", "place")])
    [row] = why_differences(corpus)
    assert [p.value for p in row.positions] == ["a fever", "The Riga side had asked for it"]


def test_kinds_of_reason() -> None:
    assert kinds_of("dense fog over the bay") == {"weather"}
    assert kinds_of("reasons of scheduling") == {"schedule"}
    assert kinds_of("a whim") == frozenset()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Clashes erupted when demonstrators threw stones at officers.", "The police had attacked a peaceful rally."),
        ("Soldiers returned fire after protesters attacked them.", "The soldiers opened fire without any warning."),
        ("Officers only responded to an attack by hooded youths.", "Riot police charged a peaceful march."),
        (
            "Togolese troops had opened fire on a patrol, setting off the clashes.",
            "It was the Ghanaian army which launched the attack.",
        ),
        ("They gassed us without provocation.", "The violence began when masked men threw petrol bombs."),
        ("Togo accused Ghana of firing first.", "Ghana struck in retaliation for shelling by Togo."),
    ],
)
def test_each_side_says_that_the_other_began(one: str, other: str) -> None:
    [row] = first_blow_differences(story("Two sides fought", one, other))
    assert (row.question, row.verdict, len(row.positions)) == ("Who began the violence?", "conflict", 2)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Police fired tear gas on Monday.", "Demonstrators threw stones on Tuesday."),
        ("Officers charged a peaceful march.", "The army attacked an unarmed crowd."),
        ("In 2011 police attacked a peaceful rally.", "The violence began when youths threw stones."),
        ("Togolese troops shelled a village.", "Ghanaian troops took a hill."),
    ],
)
def test_one_side_or_other_deeds_are_no_first_blow(one: str, other: str) -> None:
    assert first_blow_differences(story("Two sides fought", one, other)) == []


def test_that_nobody_knows_who_began_is_a_position() -> None:
    open_ = "It was not possible to establish who had fired first."
    [row] = first_blow_differences(
        story(
            "Two sides fought", "Police attacked a peaceful rally.", "Clashes began after youths threw stones.", open_
        )
    )
    assert row.positions[-1].value == "not established"


def test_sides_are_roles_or_countries() -> None:
    assert side_of("hooded youths") == "crowd"
    assert side_of("riot police") == "forces"
    assert side_of("the Ghanaian army") == "GH"
    assert side_of("Ghana and Togo") is None


HADDAD = {"subject": "Samir Haddad", "entities": ("e1",)}
SAID = {"subject": "Omar Said", "entities": ("e2",)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Samir Haddad was hit by a rubber bullet.", "Samir Haddad was struck by a stone."),
        ("Samir Haddad was killed by a sniper's bullet.", "Samir Haddad was killed by shrapnel."),
        ("Samir Haddad was injured by a landmine.", "Samir Haddad was wounded by a drone."),
        ("Samir Haddad had been hit by a tear gas canister.", "Samir Haddad was hit by a brick."),
        ("Samir Haddad was killed by lightning.", "Samir Haddad was killed by a falling tree."),
    ],
)
def test_two_things_that_struck_one_person(one: str, other: str) -> None:
    [row] = instrument_differences(clauses((one, HADDAD), (other, HADDAD)))
    assert (row.question, row.verdict) == ("What struck Samir Haddad?", "conflict")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Samir Haddad was killed by a bullet.", HADDAD), ("Omar Said was killed by a drone.", SAID)),
        (("Samir Haddad was killed by a bullet.", HADDAD), ("Samir Haddad was hit by a stray bullet.", HADDAD)),
        (
            ("Samir Haddad was hit by a stone.", HADDAD),
            ("Samir Haddad was not hit by a bullet.", HADDAD | {"polarity": "no"}),
        ),
        (
            ("The house was hit by a missile.", {"subject": "The house"}),
            ("The school was hit by a drone.", {"subject": "The school"}),
        ),
    ],
)
def test_two_victims_or_one_thing_are_no_difference(one: tuple[str, Any], other: tuple[str, Any]) -> None:
    assert instrument_differences(clauses(one, other)) == []


def test_what_struck_a_thing_that_the_story_is_about() -> None:
    missile = ("The plane was brought down by a missile.", {"subject": "The plane"})
    geese = ("The plane was brought down by a flock of geese.", {"subject": "The plane"})
    [row] = instrument_differences(clauses(missile, geese))
    assert row.question.startswith("What did it")


def test_a_ship_with_a_name_is_a_thing() -> None:
    missile = ("The tanker Aurora was hit by a missile.", {"subject": "The tanker"})
    drone = ("The tanker Aurora had been struck by a drone.", {"subject": "The tanker Aurora", "subject_entity": "e1"})
    assert len(instrument_differences(clauses(missile, drone))) == 1


def test_kinds_of_what_strikes() -> None:
    assert kind_of("a tear gas canister") == "canister"
    assert kind_of("a rubber bullet") == "pellet"
    assert kind_of("a bullet") == "bullet"
    assert kind_of("an umbrella") is None


ORBIT = "A rocket put a satellite into orbit on Monday"
SHIP = "A cargo ship was stopped on Monday"
SHOT = "A missile was fired on Monday"
DRILL = "Naval drills began around the island of Korv"
SPY = "A balloon was shot down over the plains"
CRASH = "Two boats collided off Samar"
TALKS = "The council met in Lagos"
ATOM = "Inspectors went to the nuclear plant at Fordu"
RAID = "An air strike hit Tora"
MINE = "Two men were killed on a path"


@pytest.mark.parametrize(
    ("opening", "one", "other"),
    [
        (
            ORBIT,
            "The satellite would be used for telecommunications, they said.",
            "It was a spy satellite, two experts said.",
        ),
        (ORBIT, "The satellite will monitor crops.", "It is a military reconnaissance satellite."),
        (SHIP, "The ship was carrying medicine and flour.", "The vessel was loaded with weapons."),
        (SHIP, "The boat had been delivering food to a reef.", "The ship carried construction materials."),
        (SHOT, "The test was part of its regular training.", "The launch was a response to the drills."),
        (SHOT, "The launch had nothing to do with the talks.", "The missile test was a reply to sanctions."),
        (SHOT, "The missile was of a completely new type.", "The missile is a modified version of an older one."),
        (SHOT, "It was a new-type cruise missile.", "The missile was a variant of the Korv-3, first tested in 2018."),
        (
            DRILL,
            "The drills around the island of Korv were routine.",
            "The drills around the island of Korv are a rehearsal for an invasion.",
        ),
        (SPY, "It was a weather balloon, Beijing said.", "It was a surveillance balloon."),
        (SPY, "The balloon was for meteorological work.", "The balloon was eavesdropping, a general said."),
        (
            CRASH,
            "The collision beside the Korv light was an accident.",
            "The collision beside the Korv light was deliberate.",
        ),
        (
            TALKS,
            "It was the routine meeting of its cocoa board.",
            "They spoke of an emergency meeting of the cocoa board.",
        ),
        (ATOM, "The plant at Fordu was peaceful.", "The plant at Fordu was for building nuclear weapons."),
        (RAID, "In Tora 14 militants were killed.", "In Tora 14 villagers were killed, an elder said."),
        (MINE, "The mine had been freshly planted.", "The device was a remnant of the civil war."),
        (MINE, "It was a newly laid mine.", "The mine was an old one."),
    ],
)
def test_answers_that_exclude_one_another(opening: str, one: str, other: str) -> None:
    [row] = purpose_differences(story(opening, one, other, FILL))
    assert (row.kind, row.verdict, len(row.positions)) == ("attribution", "conflict", 2)


@pytest.mark.parametrize(
    ("opening", "one", "other"),
    [
        (ORBIT, "The satellite is for telecommunications.", "The satellite will be used for broadcasting."),
        (ORBIT, "The satellite is for telecommunications.", "In 2019 another satellite was a spy satellite."),
        (SHIP, "The ship carried food.", "The vessel was loaded with blankets and tents."),
        (SHOT, "The launch was a response to the drills.", "A deputy reacted to the news."),
        (SHOT, "The test was part of its regular training.", "It was a test rather than a response to the drills."),
        (MINE, "The mine had been freshly planted.", "The mine was not an old one."),
        (RAID, "In Tora 14 militants were killed.", "In Tora six villagers were killed."),
        (TALKS, "The cabinet held a routine meeting in Oslo.", "The allies held an emergency meeting in Bonn."),
        (CRASH, "A blaze in Delft began by accident.", "A man was deliberately run over in Ghent."),
        ("Two ministers met", "The test was part of its regular training.", "The launch was a response to the drills."),
    ],
)
def test_answers_that_go_together(opening: str, one: str, other: str) -> None:
    assert purpose_differences(story(opening, one, other, FILL)) == []


def quoted(before: str, said: str, behind: str, *, name: str, article: str) -> tuple[told.Article, Variant]:
    """A report that quotes somebody between these words, without an occasion that the reading knew."""
    report = told.report(article, f"{before}“{said}”{behind}")
    start = report.text.index(said)
    return report, Variant(report.id, start, start + len(said), said, "direct", "said", None)


def on_occasions(*rows: tuple[str, str, str]) -> list[Any]:
    """What two reports differ in as to where one speaker said it."""
    made = [quoted(*row, name="Olga Brandt", article="ab"[n]) for n, row in enumerate(rows)]
    corpus = told.corpus([(report, [], []) for report, _ in made], [told.entity("e1", "Olga Brandt")])
    quotes = [
        LedgerQuote(f"q{n}", "e1", "Olga Brandt", "direct", None, (v,), (), None) for n, (_, v) in enumerate(made)
    ]
    return retold_differences(corpus, quotes)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            ("", "The bridge will stand a hundred years,", " Brandt told a press conference."),
            ("At a state dinner Brandt spoke. ", "This bridge will stand a hundred years,", " she said."),
        ),
        (
            ("", "We lost everything in ten minutes,", " Brandt told Reuters by telephone."),
            ("Brandt spoke from her hospital bed. ", "In ten minutes we had lost everything,", " she said."),
        ),
        (
            ("", "No minister is above the law,", " Brandt told parliament."),
            ("In an interview with a magazine Brandt said: ", "No minister stands above the law.", ""),
        ),
        (
            ("", "The guns are silent,", " Brandt said in a statement."),
            ("", "The guns have fallen silent,", " Brandt told the crowd."),
        ),
        (
            ("", "Our sea is not for sale,", " Brandt said in a toast."),
            ("", "The sea is not for sale,", " Brandt said, standing next to her guest."),
        ),
        (
            (
                "Brandt assured at a press conference that all was calm.\n",
                "The guards acted with restraint,",
                " Brandt maintained.",
            ),
            ("", "The guards acted with great restraint,", " Brandt told Radio Norte."),
        ),
    ],
)
def test_one_utterance_on_two_occasions(one: tuple[str, str, str], other: tuple[str, str, str]) -> None:
    [row] = on_occasions(one, other)
    assert (row.kind, row.verdict, len(row.positions)) == ("occasion", "conflict", 2)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            ("", "The guns are silent,", " Brandt said at a news conference."),
            ("", "The guns have fallen silent,", " Brandt told reporters."),
        ),
        (
            ("", "We will win this vote,", " Brandt told a rally. She sat down. She rose."),
            ("", "We will lower the tax,", " Brandt said on the radio."),
        ),
        (
            ("", "The guns are silent,", " Brandt said."),
            ("", "The guns have fallen silent,", " Brandt told parliament."),
        ),
        (
            ("", "The guns are silent,", " Brandt said, standing next to her guest."),
            ("", "The guns are silent,", " Brandt told a press conference."),
        ),
    ],
)
def test_one_occasion_or_two_utterances(one: tuple[str, str, str], other: tuple[str, str, str]) -> None:
    assert on_occasions(one, other) == []


@pytest.mark.parametrize(
    "said",
    [
        "They fought for the peak known as Karu Dag in Azerbaijan and Sari Lerr in Armenia.",
        "The peak is called Karu Dag by the Azeris and Sari Lerr by the Armenians.",
        "They fought for the peak which Baku calls Karu Dag and Yerevan calls Sari Lerr.",
        "The peak, Karu Dag to the Azeris and Sari Lerr to the Armenians, is bare.",
        "The peak is known as Karu Dag in Azerbaijan and as Sari Lerr in Armenia.",
    ],
)
def test_two_names_that_a_report_gives(said: str) -> None:
    [row] = called_differences(story("Two sides fought", said, "Karu Dag was shelled.", "Sari Lerr fell."))
    assert (row.kind, row.verdict) == ("name", "compatible")
    assert [p.value for p in row.positions] == ["Karu Dag", "Sari Lerr"]


@pytest.mark.parametrize(
    "said",
    [
        "She is known as Karu Dag.",
        "Karu Dag was called by Sari Lerr.",
        "They know Karu Dag and Sari Lerr.",
    ],
)
def test_two_things_are_not_two_names(said: str) -> None:
    assert called_differences(story("Two sides fought", said, "Karu Dag was shelled.", "Sari Lerr fell.")) == []


def test_one_weapon_described_in_two_ways() -> None:
    south = "The north fired several short-range ballistic missiles."
    north = "It was a test-fire of a tactical guided missile."
    [row] = called_differences(story(SHOT, south, north))
    assert [p.value for p in row.positions] == ["short-range ballistic missiles", "tactical guided missile"]
    assert called_differences(story(SHOT, south, "It fired short-range missiles again.")) == []


def test_what_is_shown_already_is_not_shown_again() -> None:
    corpus = story(MINE, "The mine had been freshly planted.", "The device was a remnant of the civil war.")
    [row] = press_question_differences(corpus, (), ())
    assert press_question_differences(corpus, (), (row,)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("An alert sent to phones spoke of a missile.", "The ministry apologised for the alert."),
        ("A statement on the site announced a truce.", "The palace withdrew the statement an hour later."),
        ("The agency's report named the pilot.", "The agency retracted its report on Monday."),
        ("The notice warned of radiation. The plant apologised for the mistake.", "Nobody was hurt."),
        ('A tweet by the mayor mentioned "two bombs".', "The mayor's office deleted the tweet."),
    ],
)
def test_what_was_taken_back_no_longer_stands(one: str, other: str) -> None:
    [row] = correction_differences(story("Phones rang at noon", one, other))
    assert (row.kind, row.verdict, len(row.positions)) == ("status", "superseded", 2)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("An alert sent to phones spoke of a missile.", "The ministry defended the alert."),
        ("An alert sent to phones spoke of a missile.", "The ministry withdrew its troops."),
        ("The notice warned of radiation.", "Two drivers apologised for the mistake."),
    ],
)
def test_what_nobody_took_back_stands(one: str, other: str) -> None:
    assert correction_differences(story("Phones rang at noon", one, other)) == []
