from __future__ import annotations

import pytest

from tests import factory
from variorum.model.article import Article
from variorum.model.record import OriginGroup, Support
from variorum.model.story import Lineage, Relation
from variorum.model.text import Citation
from variorum.reconcile.independence import independence, origin_of, support


def report(
    name: str, outlet: str | None = None, *agencies: str, text: str = "They met.\nThey ate.\nThey left."
) -> Article:
    return factory.article(text, id=name, path=name, outlet=outlet, agencies=agencies)


def link(article: str, other: str | None, relation: Relation, agency: str | None = None, **given: object) -> Lineage:
    fields = {"coverage": 0.8 if other else None, "passages": (), "reason": "because"} | given
    return Lineage(article, other, agency, relation, **fields)  # type: ignore[arg-type]


def numbers(articles: list[Article], lineage: list[Lineage]) -> tuple[int, int, int, int]:
    found = independence(articles, lineage)
    return found.articles, found.outlets, found.lineages, found.origins


def test_reports_written_apart_are_as_many_origins() -> None:
    articles = [report("a", "One"), report("b", "Two"), report("c")]
    assert numbers(articles, []) == (3, 3, 3, 3)
    assert independence(articles, []).groups == ()


def test_two_agencies_that_are_not_here_are_two_lineages() -> None:
    articles = [report("a", "One", "AFP"), report("b", None, "AP"), report("c", "Two")]
    lineage = [link("a", None, "carries", "AFP"), link("b", None, "carries", "AP")]
    assert numbers(articles, lineage) == (3, 3, 3, 3)


@pytest.mark.parametrize("relation", ["carries", "copies", "edits"])
def test_one_text_is_one_lineage_and_one_origin_with_its_reason(relation: Relation) -> None:
    articles = [report("a", "One", "AFP"), report("b", "Two", "AFP"), report("c", "Three")]
    found = independence(articles, [link("b", "a", relation, "AFP")])
    assert (found.lineages, found.origins) == (2, 2)
    [group] = found.groups
    assert group.articles == ("a", "b")
    assert "AFP's text" in group.reason
    assert "because" in group.reason


def test_descent_runs_through_the_articles_between() -> None:
    articles = [report(n, n) for n in "abcd"]
    assert numbers(articles, [link("b", "a", "copies"), link("c", "b", "edits")]) == (4, 4, 2, 2)


@pytest.mark.parametrize("relation", ["shares", "rewrites"])
def test_shared_passages_and_sources_named_late_merge_nothing(relation: Relation) -> None:
    articles = [report("a", "One"), report("b", "Two")]
    late = Citation("b", 20, 24, "They")
    assert numbers(articles, [link("b", "a", relation, passages=(late,))]) == (2, 2, 2, 2)


def test_two_texts_of_one_agency_are_two_lineages_and_one_origin() -> None:
    articles = [report("a", "One", "AFP"), report("b", "Two", "AFP"), report("c", "Agence France-Presse")]
    found = independence(articles, [])
    assert (found.lineages, found.origins) == (3, 1)
    assert found.groups == (OriginGroup(("a", "b", "c"), "reports of one agency: AFP, in texts of their own"),)


def test_a_mixed_credit_makes_no_bridge_between_agencies() -> None:
    articles = [report("a", "One", "AFP"), report("b", "Two", "AFP", "AP"), report("c", "Three", "AP")]
    assert numbers(articles, []) == (3, 3, 3, 3)


def test_a_lead_that_rests_on_another_report_has_its_origin_there() -> None:
    articles = [report("a", "One"), report("b", "Two")]
    lead = Citation("b", 0, 4, "They")
    found = independence(articles, [link("b", "a", "rewrites", passages=(lead,))])
    assert (found.lineages, found.origins) == (2, 1)
    assert "because" in found.groups[0].reason


def test_leads_that_rest_on_one_agency_share_its_origin() -> None:
    articles = [report("a", "One", "Reuters"), report("b", "Two"), report("c", "Three")]
    lineage = [link(n, None, "rewrites", "Reuters", passages=(Citation(n, 0, 4, "They"),)) for n in "bc"]
    assert numbers(articles, lineage) == (3, 3, 3, 1)


def test_one_outlet_with_two_reports_is_one_outlet() -> None:
    assert numbers([report("a", "The Example"), report("b", "Example")], []) == (2, 1, 2, 2)


def test_a_shared_occasion_is_named_but_changes_no_number() -> None:
    articles = [report("a"), report("b"), report("c")]
    found = independence(articles, [], [(("b", "a"), "both rest on the briefing"), (("c",), "alone")])
    assert found.origins == 3
    assert found.groups == (OriginGroup(("a", "b"), "both rest on the briefing"),)


def test_links_to_other_stories_are_passed_over() -> None:
    assert numbers([report("a", "One")], [link("a", "elsewhere", "copies"), link("other", "a", "copies")]) == (
        1,
        1,
        1,
        1,
    )
    assert numbers([], []) == (0, 0, 0, 0)


def test_support_counts_an_origin_and_an_occasion_once() -> None:
    articles = [report(n, n) for n in "abcd"]
    origins = origin_of(articles, [link("b", "a", "copies")])
    assert origins == {"a": "a", "b": "a", "c": "c", "d": "d"}
    assert support(["a", "b", "c"], origins) == Support(3, 2)
    assert support(["c", "d", "c"], origins) == Support(2, 2)
    assert support(["b", "c", "d"], origins, [(("c", "d"), "one briefing")]) == Support(3, 2)
    assert support(["a", "c"], origins, [(("a", "d"), "a briefing c was not at")]) == Support(2, 2)
    assert support([], origins) == Support(0, 0)
