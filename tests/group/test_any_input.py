"""Whatever the reports hold, lineage and stories come out, and every citation holds."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests import factory
from variorum.group import find_lineage, group_stories
from variorum.model.article import Article

PROSE = "the minister of fishing met Orla Finch in Olm and said nothing more about it"
SIGNS = '" “ ” ( 5.8 ! Mr. it. U.S. é 日本 ’ \u200b'
WORDS = st.sampled_from([*PROSE.split(" "), *SIGNS.split(" "), "Reuters reported.", "on Jan. 5"])
LINES = st.lists(WORDS, max_size=40).map(" ".join)
STAMPS = st.sampled_from([None, "2026-01-13", "2026-01-13T08:00", "2026-01-13T08:00+01:00", "2026-03-01"])


@st.composite
def reports(draw: st.DrawFn) -> list[Article]:
    lines = draw(st.lists(LINES, min_size=1, max_size=5))
    made = []
    for n in range(draw(st.integers(0, 5))):
        text = "\n".join(draw(st.lists(st.sampled_from(lines), max_size=4)))
        given = {
            "published": draw(STAMPS),
            "title": draw(st.sampled_from([None, "", "Finch in Olm"])),
            "outlet": draw(st.sampled_from([None, "Reuters", "The Post"])),
            "agencies": draw(st.sampled_from([(), ("Reuters",), ("AFP", "Reuters")])),
        }
        made.append(factory.article(text, path=f"{n}.txt", **given))
    return made


@settings(max_examples=150, deadline=None)
@given(reports())
def test_every_article_is_in_one_story_and_every_citation_holds(articles: list[Article]) -> None:
    lineage = find_lineage(articles)
    texts = {a.id: a.text for a in articles}
    assert all(c.holds(texts[c.article]) and len(c.exact) < 600 for k in lineage for c in k.passages)
    assert all(k.coverage is None or 0 < k.coverage <= 1 for k in lineage)
    assert all(k.article != k.other for k in lineage)
    stories = group_stories(articles, lineage)
    assert sorted(a.id for s in stories for a in s.articles) == sorted(texts)
    backwards = articles[::-1]
    assert find_lineage(backwards) == lineage
    assert group_stories(backwards, find_lineage(backwards)) == stories


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(max_size=120), max_size=4))
def test_any_characters_will_do(texts: list[str]) -> None:
    articles = [factory.article(text, path=f"{n}.txt") for n, text in enumerate([*texts, *texts])]
    lineage = find_lineage(articles)
    by_id = {a.id: a.text for a in articles}
    assert all(c.holds(by_id[c.article]) for k in lineage for c in k.passages)
    assert sum(len(s.articles) for s in group_stories(articles, lineage)) == len(by_id)
