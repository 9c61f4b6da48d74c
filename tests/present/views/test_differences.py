from __future__ import annotations

import pytest

from tests.present.made_record import made_record
from variorum.present.views.differences import Differences, Position, differences
from variorum.present.views.sources import Sources


def view() -> Differences:
    record = made_record()
    return differences(record["differences"], Sources(record["articles"]))


def test_conflicts_stand_apart_from_what_can_be_explained() -> None:
    assert [d.id for d in view().conflicts] == ["d1"]
    assert [d.verdict for d in view().explained] == ["superseded", "compatible", "compatible"]


def test_what_a_comparison_holds_less_likely_than_not_stands_by_itself_the_likeliest_first() -> None:
    rows = {row["id"]: row for row in made_record()["differences"]}
    rows["d2"]["likeliness"], rows["d3"]["likeliness"], rows["d4"]["likeliness"] = 0.3, 0.45, 0.5
    found = differences(list(rows.values()), Sources(made_record()["articles"]))
    assert [d.id for d in found.explained] == ["d4"]
    assert [d.id for d in found.doubtful] == ["d3", "d2"]
    assert [d.id for d in found.all] == ["d1", "d4", "d3", "d2"]


def test_what_rules_found_stands_before_what_is_only_likely() -> None:
    rows = {row["id"]: row for row in made_record()["differences"]}
    rows["d2"]["likeliness"] = 0.9
    found = differences(list(rows.values()), Sources(made_record()["articles"]))
    assert [d.id for d in found.explained] == ["d4", "d3", "d2"]


def test_a_position_has_its_reports_and_their_exact_words_with_the_answer_marked() -> None:
    on, off = view().conflicts[0].positions
    assert [s.siglum for s in on.sources] == ["S1", "S2"]
    assert [p.words for p in off.passages] == ["fishing rights will stay off the table"]
    assert [s.text for s in off.passages[0].stretches if s.differs] == ["off"]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2026-03-10", "Tue 10 Mar 2026"),
        ("2026-03-09/2026-03-15", "9–15 Mar 2026"),
        ("2025-11", "Nov 2025"),
        ("two  of\nthem", "two of them"),
    ],
)
def test_bare_days_are_put_in_words(value: str, words: str) -> None:
    record = made_record()
    record["differences"][0]["positions"][0]["value"] = value
    (difference,) = (
        d for d in differences(record["differences"], Sources(record["articles"])).explained if d.id == "d2"
    )
    assert difference.positions[0].value == words


def test_two_answers_that_are_whole_passages_are_marked_where_they_part() -> None:
    record = made_record()
    second, formal = record["differences"][0]["positions"][0], record["differences"][0]["positions"][2]
    words = [second["evidence"][0]["exact"], formal["evidence"][0]["exact"]]
    record["differences"] = [
        record["differences"][0] | {"positions": [second | {"value": words[0]}, formal | {"value": words[1]}]}
    ]
    (difference,) = differences(record["differences"], Sources(record["articles"])).explained
    marked = [[s.text for s in p.passages[0].stretches if s.differs] for p in difference.positions]
    assert all(marked)
    assert all("second" not in text for texts in marked for text in texts)


def test_spellings_and_precision_come_last() -> None:
    rows = made_record()["differences"]
    rows[0]["kind"] = "name"
    assert [d.id for d in differences(rows, Sources(made_record()["articles"])).explained] == ["d4", "d2", "d3"]


def with_evidence(passages: list[tuple[str, str]], value: str) -> Position:
    record = made_record()
    ids = {a["id"]: a for a in record["articles"]}
    assert {a for a, _ in passages} <= set(ids)
    evidence = [
        {"article": a, "start": n, "end": n + len(words), "exact": words} for n, (a, words) in enumerate(passages)
    ]
    row = {"value": value, "articles": [a for a, _ in passages], "evidence": evidence}
    rows = [record["differences"][1] | {"positions": [row]}]
    found = differences(rows, Sources(record["articles"]))
    return (found.conflicts + found.explained)[0].positions[0]


def test_copies_of_one_sentence_are_quoted_once_with_all_who_have_it() -> None:
    first, second, third = (a["id"] for a in made_record()["articles"][:3])
    position = with_evidence(
        [(first, "Ten boats came, he said."), (second, "Ten boats  came he said"), (third, "He saw ten boats.")],
        "ten boats",
    )
    assert len(position.passages) == 2
    copied = max(position.passages, key=lambda p: len(p.cites))
    assert len({c.source for c in copied.cites}) == 2
    assert [c.nth for c in copied.cites] == [1, 1]


def test_of_many_passages_those_with_the_answer_are_shown_at_once() -> None:
    article = made_record()["articles"][0]["id"]
    plain = [(article, f"Sentence {w} tells of something else.") for w in ("a", "b", "c")]
    position = with_evidence([*plain, (article, "Ten boats came.")], "ten boats")
    assert [p.words for p in position.leading] == [plain[0][1], plain[1][1], "Ten boats came."]
    assert [p.words for p in position.more] == [plain[2][1]]


def test_of_many_passages_each_report_is_heard_first() -> None:
    first, second = (a["id"] for a in made_record()["articles"][:2])
    said = [
        (first, "Ten boats came."),
        (first, "He saw ten boats."),
        (first, "All ten boats left."),
        (second, "Ten boats!"),
    ]
    position = with_evidence(said, "ten boats")
    assert [p.words for p in position.more] == ["All ten boats left."]
