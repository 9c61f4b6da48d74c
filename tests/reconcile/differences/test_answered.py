"""Questions that every newsroom asks: which sentences answer them, on which matter, and what two answers are."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reconcile import told
from variorum.model.record import Difference
from variorum.reconcile.answers import answers, questions
from variorum.reconcile.asked import Asked
from variorum.reconcile.differences.answered import answered_differences

FILLER = (
    "The bakery on the square sells bread until noon. Farmers in the hills expect a late harvest of plums. "
    "A new tram line reaches the northern suburbs. The museum shows paintings by a local artist."
)


def corpus_of(*texts: str, days: tuple[str, ...] = ("2026-01-13", "2026-01-13")) -> Any:
    """A story of reports in which no claim was read, but for the speaker before "said that"."""
    reports = [told.report(name, f"{text} {FILLER}", day) for name, text, day in zip("abcd", texts, days, strict=False)]
    return told.corpus([(r, [], []) for r in reports])


def rows(*texts: str, days: tuple[str, ...] = ("2026-01-13", "2026-01-13")) -> list[Difference]:
    """What reports of these sentences differ in."""
    return answered_differences(Asked(corpus_of(*texts, days=days)))


def answered(name: str, text: str) -> list[int]:
    """The answers that a text gives to the question of a name."""
    corpus = corpus_of(text)
    question = next(q for q in questions() if q.name == name)
    return [a.side for a in answers(corpus, question)]


MADE_KNOWN = [
    ("Fishermen along the coast were warned two hours before the wave came.", 0),
    ("The harbour office had issued an alert for the bay.", 0),
    ("Sirens sounded in the lower town at dawn.", 0),
    ("A notice to mariners was published on the eve of the firing.", 0),
    ("The mayor had been informed in advance of the blasting.", 0),
    ("The dam was opened without any warning.", 1),
    ("Villagers were not warned.", 1),
    ("There was no siren in the valley.", 1),
    ("Families in the camp received no message.", 1),
    ("Nobody alerted us, a shopkeeper said.", 1),
    ("They heard neither a siren nor an announcement.", 1),
    ("The port never got a notice.", 1),
]
OTHERS = [
    ("informed", "The port had received no intimation of the firing.", [1]),
    ("informed", "The islanders came to know of the blasting from the newspapers.", [1]),
    ("informed", "The mayor had been apprised of the blasting.", [0]),
    ("distress", "At no point did the ship ask for help.", [1]),
    ("confessed", "The porter made a clean breast of it.", [0]),
    ("confessed", "The league said it had nothing to do with the bombing.", [1]),
    ("valid", "The ferry's licence had been suspended in spring.", [1]),
    ("valid", "The clinic was unlicensed.", [1]),
    ("custody", "The banker has not been seen since.", [1]),
    ("custody", "The banker turned himself in.", [0]),
    ("custody", "The choir's concert was held in the square.", []),
    ("condition", "The jockey is on the mend.", [1]),
    ("contained", "Crews were struggling to tame the blaze.", [0]),
    ("contained", "The blaze was doused at noon.", [1]),
    ("struck", "The monastery came under artillery fire.", [0]),
    ("ended", "The siege of the jail drags on.", [0]),
    ("ended", "The manhunt was stood down.", [1]),
    ("minors", "Three of the pickers were underage.", [0]),
    ("minors", "The mill employed no minors.", [1]),
    ("minors", "The mill may employ minors.", []),
    ("help refused", "The skipper waved away an offer of help.", [0]),
    ("help refused", "The skipper did not want assistance.", [0]),
    ("help refused", "The skipper gladly accepted help.", [1]),
    ("distress", "The skipper radioed a mayday at dusk.", [0]),
    ("distress", "The crew reported smoke in the hold to the coast station.", [0]),
    ("distress", "The trawler had sent no distress call.", [1]),
    ("distress", "The pilot did not declare an emergency.", [1]),
    ("sensors", "The smoke detectors had gone off twice that night.", [0]),
    ("sensors", "The gauge recorded dangerous pressure for an hour.", [0]),
    ("sensors", "None of the detectors showed anything.", [1]),
    ("working", "The ferry sailed with its radar switched off.", [1]),
    ("working", "The brakes were in working order.", [0]),
    ("confessed", "The caretaker has confessed.", [0]),
    ("confessed", "The caretaker pleaded not guilty.", [1]),
    ("confessed", "The driver admitted to setting the barn alight.", [0]),
    ("confessed", "The driver never confessed.", [1]),
    ("all hit", "All of the rockets struck their targets.", [0]),
    ("all hit", "One of the rockets fell short.", [1]),
    ("both found", "Both climbers were found alive.", [0]),
    ("both found", "Only one of the climbers was found.", [1]),
    ("gone or standing", "The old chapel was swept away.", [0]),
    ("gone or standing", "The old chapel was damaged but it stands.", [1]),
    ("valid", "The pilot's licence was valid.", [0]),
    ("valid", "The pilot's licence had expired in May.", [1]),
    ("ended", "The exercise is still under way.", [0]),
    ("ended", "The navy concluded the exercise on Friday.", [1]),
    ("condition", "The goalkeeper's condition is critical.", [0]),
    ("condition", "The bishop is out of danger.", [1]),
    ("contact", "Contact with the balloon was lost over the sea.", [0]),
    ("contained", "The blaze was brought under control.", [1]),
    ("custody", "The owner has been detained.", [0]),
    ("custody", "The owner has not been arrested.", [1]),
    ("alive", "The skipper is alive.", [0]),
    ("alive", "The skipper was found dead.", [1]),
    ("all killed", "All of the gunmen were killed.", [0]),
    ("all killed", "One of the gunmen escaped.", [1]),
    ("both alive", "Both sailors survived.", [0]),
    ("valid", "The boat passed a safety inspection in June.", [0]),
    ("intercepted", "The navy shot down all four drones.", [0]),
    ("intercepted", "Two of the drones got through.", [1]),
    ("succeeded", "The probe was put into orbit.", [0]),
    ("succeeded", "The landing failed.", [1]),
    ("struck", "The library was shelled.", [0]),
    ("struck", "The library was not hit.", [1]),
    ("both dead", "Both divers drowned.", [0]),
    ("both dead", "One of the divers survived.", [1]),
    ("distress", "Controllers noticed nothing unusual.", [1]),
    ("deaths", "There were no reports of deaths.", [0]),
]
SILENT = [
    ("informed", "Residents should have been warned."),
    ("informed", "The minister will be informed on Monday."),
    ("informed", "A minister warned of higher taxes."),
    ("informed", "The embassy was informed only after the launch."),
    ("informed", "A surprise visit is one without notice, whether sirens sounded or not?"),
    ("confessed", "He asked whether the man had confessed."),
    ("confessed", "The mayor admitted that the road was bad."),
    ("all hit", "One of the buses failed."),
    ("distress", "The economy is in trouble."),
    ("gone or standing", "Hopes were swept away."),
    ("valid", "The goal was valid."),
]


@pytest.mark.parametrize(("text", "side"), MADE_KNOWN)
def test_whether_it_was_made_known_is_read_in_every_wording(text: str, side: int) -> None:
    assert set(answered("informed", text)) == {side}


@pytest.mark.parametrize(("name", "text", "sides"), OTHERS)
def test_the_other_questions_are_read(name: str, text: str, sides: list[int]) -> None:
    assert answered(name, text) == sides


@pytest.mark.parametrize(("name", "text"), SILENT)
def test_what_is_imagined_or_on_something_else_answers_nothing(name: str, text: str) -> None:
    assert answered(name, text) == []


def test_a_warning_that_was_sent_by_one_report_and_never_came_by_another_is_a_conflict() -> None:
    (row,) = rows(
        "Shepherds said that they were not warned of the avalanche.",
        "The park office said that text messages were sent before the avalanche.",
    )
    assert row.verdict == "conflict"
    assert {p.value for p in row.positions} == {"made known", "not made known"}
    assert "Shepherds (in A)" in row.explanation


def test_what_one_office_did_not_issue_says_nothing_of_another() -> None:
    text_a, text_b = "Latvia did not issue a ballast warning.", "Estonia issued a storm warning for the gulf."
    reports = [told.report(n, f"{t} {FILLER}") for n, t in (("a", text_a), ("b", text_b))]
    people = [told.entity("e1", "Latvia", "country", "LV"), told.entity("e2", "Estonia", "country", "EE")]
    slots = [
        ("Latvia", "e1", "a ballast warning", "no", text_a[:-1]),
        ("Estonia", "e2", "a storm warning for the gulf", "yes", text_b[:-1]),
    ]
    given: list[Any] = []
    for report, (who, ident, what, polarity, words) in zip(reports, slots, strict=True):
        more: dict[str, Any] = {"subject": who, "subject_entity": ident, "predicate": "issue", "object": what}
        more |= {
            "theme": "warning",
            "polarity": polarity,
            "entities": (ident,),
            "sentence": told.cite(report, words + "."),
        }
        given.append((report, [], [told.claim(report, words, [], **more)]))
    assert answered_differences(Asked(told.corpus(given, people))) == []


def test_no_deaths_at_first_is_overtaken() -> None:
    (row,) = rows(
        "There were no reports of deaths in the landslide.",
        "A farmer who was buried in the landslide has died.",
        days=("2026-01-13", "2026-01-14"),
    )
    assert row.verdict == "superseded"
    assert rows("There were no reports of deaths in the landslide.", "A farmer buried in the landslide has died.") == []


def test_what_goes_on_may_end_and_not_the_other_way() -> None:
    on, over = "The joint naval exercise is still under way.", "The navy concluded the joint naval exercise on Friday."
    (row,) = rows(on, over, days=("2026-01-13", "2026-01-17"))
    assert row.verdict == "superseded"
    (row,) = rows(over, on, days=("2026-01-13", "2026-01-17"))
    assert row.verdict == "conflict"


def test_another_bridge_is_another_matter() -> None:
    assert rows("The Amber Bridge was swept away.", "The Kestrel Bridge was damaged but is standing.") == []
    (row,) = rows("The Amber Bridge was swept away.", "The Amber Bridge was damaged but is standing.")
    assert row.verdict == "conflict"


def test_one_voice_in_one_report_does_not_contradict_itself() -> None:
    assert rows("Villagers were not warned. Later in the night sirens sounded in the village.") == []
