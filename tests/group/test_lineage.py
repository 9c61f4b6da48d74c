from __future__ import annotations

import itertools
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest

from tests import factory
from tests.group.reports import AGENCY, OTHER, QUAKE_A, QUIET, report
from variorum.group import find_lineage
from variorum.model.article import Article, Dateline
from variorum.model.story import Lineage
from variorum.model.text import Part, Span

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


def links(*articles: Article) -> list[Lineage]:
    found = find_lineage(articles)
    texts = {a.id: a.text for a in articles}
    assert all(c.holds(texts[c.article]) for k in found for c in k.passages)
    return list(found)


def drop(text: str, share: float, seed: int = 0) -> str:
    random = Random(seed)
    return "\n".join(" ".join(w for w in line.split() if random.random() >= share) for line in text.split("\n"))


def test_a_whole_copy_later_published_copies_the_earlier() -> None:
    first, second = report(AGENCY, "north"), report(AGENCY, "south", published="2026-01-14")
    [link] = links(second, first)
    assert (link.article, link.other, link.relation, link.coverage) == (second.id, first.id, "copies", 1.0)
    assert "published later" in link.reason


def test_clock_times_of_one_day_tell_direction() -> None:
    first = report(AGENCY, "north", published="2026-01-13T09:00+01:00")
    second = report(AGENCY, "south", published="2026-01-13T08:30+00:00")
    [link] = links(first, second)
    assert link.article == second.id


def test_a_cut_and_worn_copy_edits_its_source() -> None:
    source = report(AGENCY, "north")
    cut = report(drop("\n".join(AGENCY.split("\n")[:4]), 0.05) + "\nA line of our own.", "south")
    [link] = links(source, cut)
    assert (link.article, link.other, link.relation) == (cut.id, source.id, "edits")
    assert link.coverage is not None
    assert link.coverage > 0.8
    assert "longer" in link.reason


def test_the_credited_copy_is_nearer_the_source_than_one_without_credit() -> None:
    credited = report(AGENCY, "north", agencies=("Meridian",), published="2026-01-14")
    silent = report(AGENCY, "south", published="2026-01-13")
    found = links(credited, silent)
    assert [(k.article, k.other, k.relation, k.agency) for k in found] == [
        (silent.id, credited.id, "copies", "Meridian"),
        (credited.id, None, "carries", "Meridian"),
    ]


def test_text_credited_to_an_agency_that_is_here_is_carried_from_its_own_report() -> None:
    own = report(AGENCY, "agency", outlet="Meridian")
    carrier = report("\n".join(AGENCY.split("\n")[:5]), "north", agencies=("Meridian",))
    [link] = links(carrier, own)
    assert (link.article, link.other, link.relation, link.agency) == (carrier.id, own.id, "carries", "Meridian")


def test_an_agencys_name_meets_its_short_form() -> None:
    own = report(AGENCY, "agency", outlet="The Associated Press")
    carrier = report(AGENCY, "north", agencies=("AP",))
    [link] = links(carrier, own)
    assert (link.relation, link.agency) == ("carries", "AP")


def test_an_agency_that_is_not_here_is_carried_by_its_credit_and_the_words_are_cited() -> None:
    text = "TARNWICK, Jan 13 (Meridian) - " + OTHER
    article = report(
        text,
        "north",
        agencies=("Meridian",),
        parts=(Part("dateline", Span(0, 28)), Part("body", Span(30, len(text)))),
        dateline=Dateline("Tarnwick", None, Span(0, 8)),
    )
    [link] = links(article)
    assert (link.other, link.relation, link.coverage) == (None, "carries", None)
    assert [c.exact for c in link.passages] == ["Meridian"]


def test_a_report_in_its_own_agencys_name_carries_nothing() -> None:
    assert links(report(AGENCY, "agency", outlet="UPI", agencies=("UPI",))) == []


def test_two_reporters_with_the_same_quotation_share_nothing() -> None:
    assert links(report(AGENCY, "north"), report(OTHER, "south")) == []


def test_a_long_treatys_name_is_no_shared_passage() -> None:
    name = "the Comprehensive and Progressive Agreement for Open Rivers and the Protection of Northern Lakes"
    one = f"Ministers from nine states will soon decide who may join {name} before spring arrives."
    two = f"Fishermen fear what membership of {name} could mean for their quotas this year."
    assert links(report(one, "north"), report(two, "south")) == []


def test_one_shared_paragraph_is_shared_and_cited_in_both() -> None:
    paragraph = AGENCY.split("\n")[2]
    north = report(paragraph + "\n" + QUIET, "north")
    south = report(OTHER + "\n" + paragraph, "south")
    [link] = links(north, south)
    assert link.relation == "shares"
    assert {c.article for c in link.passages} == {north.id, south.id}
    assert all(c.exact in paragraph for c in link.passages)


def test_an_update_edits_the_short_report_it_takes_in() -> None:
    brief = report("\n".join(AGENCY.split("\n")[:2]), "north", published="2026-01-13T07:00")
    update = report(AGENCY, "north-update", published="2026-01-13T12:00")
    [link] = links(brief, update)
    assert (link.article, link.other, link.relation) == (update.id, brief.id, "edits")
    assert "100% of the other's" in link.reason


def test_citations_keep_within_a_sentence() -> None:
    for link in links(report(AGENCY, "north"), report(AGENCY, "south")):
        assert all(c.exact.rstrip('.”"').count(". ") == 0 and "\n" not in c.exact for c in link.passages)


def test_two_copies_cut_in_different_ways_are_of_one_descent() -> None:
    lines = AGENCY.split("\n")
    source = report(AGENCY, "wire")
    head = report("\n".join(lines[:3]), "north")
    tail = report("\n".join(lines[2:]), "south")
    found = {frozenset((k.article, k.other)): k for k in links(source, head, tail)}
    assert {pair: k.relation for pair, k in found.items()} == {
        frozenset((source.id, head.id)): "edits",
        frozenset((source.id, tail.id)): "edits",
        frozenset((head.id, tail.id)): "shares",
    }
    assert "both have most of their text in common with" in found[frozenset((head.id, tail.id))].reason


def test_two_worn_copies_cut_in_different_ways_edit_one_another() -> None:
    lines = AGENCY.split("\n")
    source = report(AGENCY, "wire")
    head = report(drop("\n".join(lines[:5]), 0.06, 1), "north")
    tail = report(drop("\n".join(lines[2:]), 0.06, 2), "south")
    assert {k.relation for k in links(source, head, tail)} == {"edits"}


def test_paragraphs_that_stand_in_unlike_texts_are_furniture() -> None:
    house = (
        "Our bureau on the northern coast has followed every storm and every catch since nineteen hundred and twelve."
    )
    rest = [AGENCY, OTHER, QUAKE_A, QUIET]
    assert links(*(report(f"{text}\n{house}", f"paper{n}") for n, text in enumerate(rest))) == []


def test_a_named_agency_is_rewritten() -> None:
    text = "The bridge at Tarnwick is open again, Reuters reported on Monday, citing the mayor."
    [link] = links(report(text, "north"))
    assert (link.other, link.agency, link.relation) == (None, "Reuters", "rewrites")
    assert [c.exact for c in link.passages] == ["Reuters reported"]


@pytest.mark.parametrize(
    "words",
    [
        "according to a Coast Courier report",
        "according to the Coast Courier",
        "the Coast Courier reported",
        "in a report by the Coast Courier",
        "citing the Coast Courier",
        "as first reported by the Coast Courier",
    ],
)
def test_an_outlet_that_is_here_is_rewritten_when_it_tells_the_same(words: str) -> None:
    source = report(OTHER, "courier", outlet="Coast Courier", published="2026-01-12")
    text = "Tarnwick residents may again stroll over the channel crossing that a barge struck last year, " + words + "."
    [link] = links(report(text, "north"), source)
    assert (link.relation, link.other, link.agency) == ("rewrites", source.id, None)


def test_an_outlet_named_for_another_matter_is_no_source() -> None:
    source = report(QUIET, "courier", outlet="Coast Courier", published="2026-01-12")
    text = "Sugar prices doubled within three weeks, the Coast Courier reported, as mills ran short of cane."
    assert links(report(text, "north"), source) == []


def test_an_adjective_of_a_country_is_no_agency() -> None:
    assert links(report("Wages rose, according to the Hungarian Central Statistical Office.", "north")) == []


def test_odd_input_is_no_obstacle() -> None:
    empty = factory.article("", path="empty.txt")
    blank = factory.article("x", path="blank.txt", paragraphs=(factory.paragraph(""), factory.paragraph("...")))
    short = factory.article("Too short.", path="short.txt", published=None)
    assert find_lineage([]) == ()
    assert find_lineage([empty]) == ()
    assert find_lineage([empty, blank, short, short]) == ()


def test_the_order_of_the_articles_has_no_influence() -> None:
    articles = [
        report(AGENCY, "wire", agencies=("Meridian",)),
        report(drop(AGENCY, 0.05), "north"),
        report(OTHER, "south"),
        report("\n".join(AGENCY.split("\n")[2:]), "west", published=None),
        report(QUIET, "east"),
    ]
    once = find_lineage(articles)
    assert once
    for order in itertools.permutations(articles):
        assert find_lineage(order) == once


@pytest.mark.skipif(not SEEDS.is_dir(), reason="needs the shared seed reports beside the repository")
def test_the_seed_reports_share_no_text() -> None:
    articles = [_plain(path) for path in sorted(SEEDS.iterdir())]
    assert len(articles) == 5
    assert [k for k in find_lineage(articles) if k.relation in ("copies", "edits", "shares")] == []


def _plain(path: Path) -> Article:
    """A report with each of its longer paragraphs as body, unwrapped, whatever else it may be."""
    blocks: Sequence[str] = path.read_text("utf-8").split("\n\n")
    lines = [" ".join(block.split()) for block in blocks]
    return factory.article("\n".join(line for line in lines if len(line) > 80), path=path.name)


def test_scripts_other_than_latin_are_compared_too() -> None:
    text = "в город приехали министры трёх стран чтобы обсудить договор о рыболовстве и охране северных озёр и рек"
    [link] = links(report(text, "north", language="ru"), report(text, "south", language="ru"))
    assert link.relation == "copies"
