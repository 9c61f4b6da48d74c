"""Whole reports as people have them: which part each line is, and the facts taken from the parts."""
# ruff: noqa: E501 (a report's line is clearer whole)

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

import pytest

from tests.ingest.test_invariants import check
from variorum.ingest import from_text
from variorum.model.article import Article

ONE = "The ministers of Ardania and Belmora met on Tuesday to discuss fishing rights in the northern strait."
TWO = "Both sides said that the talks had been useful, and that they would go on in March."
THREE = "“We are not far apart,” Foreign Minister Ana Kovel told reporters after the meeting."
BODY = f"{ONE}\n\n{TWO}\n\n{THREE}\n"
HEADLINE = "Ministers meet over fishing rights"


def parts(article: Article) -> list[tuple[str, str]]:
    return [(p.kind, article.text[p.span.start : p.span.end]) for p in article.parts]


def read(article: Article, kind: str) -> list[str]:
    return [p.text for p in article.paragraphs if p.kind == kind]


@dataclass
class Layout:
    text: str
    kinds: str
    facts: dict[str, Any]


def layout(text: str, kinds: str, **facts: Any) -> Layout:
    return Layout(text, kinds, facts)


LAYOUTS = {
    "wire": layout(
        f"{HEADLINE}\n\nBy Jane Doe and John Roe\n\nJanuary 13, 2026 10:15 AM UTC · Updated 3 hours ago\n\n"
        f"LINDA, Jan 13 (Reuters) - {BODY}\n(Reporting by Jane Doe; Editing by Mary Major)\n",
        "headline byline stamp dateline body body body byline",
        title=HEADLINE, outlet=None, agencies=("Reuters",), byline=("Jane Doe", "John Roe"), published="2026-01-13T10:15+00:00",
    ),
    "carrier and agency": layout(
        f"UNB\n  13 Jan 2026, 16:59\n\n{HEADLINE}\n\nLINDA, Jan 13, 2026 (UNB/AFP) - {BODY}",
        "masthead stamp headline dateline body body body",
        outlet="UNB", agencies=("AFP",), published="2026-01-13T16:59",
    ),
    "a carrier by its initials": layout(
        f"The Linda Herald\n\n{HEADLINE}\n\nLINDA, Jan 13, 2026 (LH/Northern Wire) - {BODY}",
        "masthead headline dateline body body body",
        outlet="The Linda Herald", agencies=("Northern Wire",),
    ),
    "an agency nobody knows": layout(
        f"The Linda Herald\n\n{HEADLINE}\n\nLINDA, Jan 13, 2026 (Northern Wire) - {BODY}\n(QNX and staff)\n",
        "masthead headline dateline body body body byline",
        outlet="The Linda Herald", agencies=("Northern Wire", "QNX"),
    ),
    "stamped twice in the byline's line, one caption printed twice, buttons in another script": layout(
        f"{HEADLINE}\n\nBy Kim Na-ri Posted : January 13, 2026, 06:12 Updated : January 13, 2026, 06:40\n"
        "Ana Kovel (R) greets her guests in this file photo from Oct. 3, 2025. (Pool photo) (Yonhap)\n"
        "Ana Kovel (R) greets her guests in this file photo from Oct. 3, 2025. (Pool photo) (Yonhap)\n\n"
        f"LINDA, January 13 (AJP) -{BODY}\n사진 크게 보기\n닫기",
        "headline byline stamp caption boilerplate dateline body body body boilerplate boilerplate",
        outlet="AJP", agencies=("AJP",), byline=("Kim Na-ri",), published="2026-01-13T06:12", updated="2026-01-13T06:40",
    ),
    "an agency on its own site, a label between the paragraphs": layout(
        f"{HEADLINE}\n\nby · UPI\n\nLINDA, Jan. 13 (UPI) -- {ONE}\n\nRelated\n\n{TWO}\n\n{THREE}",
        "headline byline dateline body boilerplate body body",
        outlet="UPI", agencies=("UPI",), published=None,
    ),
    "bare date, title in quotation marks, the lead twice": layout(
        f"13.01.2026\n\n\"{HEADLINE}\"\n\nLINDA, Ardania (AP) — Ministers of Ardania and Belmora met on Tuesday to discuss "
        f"fishing rights in the northern strait, their first talks in years\n\nLINDA, Ardania (AP) — {ONE} "
        f"They were their first talks in years.\n\n{TWO}",
        "stamp headline dateline summary dateline body body",
        title=HEADLINE, outlet=None, agencies=("AP",), published="2026-01-13",
    ),
    "masthead, slogan, a picture's one word, outlet in the dateline": layout(
        f"The Strait Today\n\nRead, Think & Sail\n\n{HEADLINE}\n\nKovel\n\nLinda, January 14, 2026 – The Strait Today: {BODY}",
        "masthead masthead headline boilerplate dateline body body body",
        title=HEADLINE, outlet="The Strait Today", published="2026-01-14",
    ),
    "share buttons, standfirst, writer and place": layout(
        f"{HEADLINE}\n\nGap has narrowed as the quota year begins, officials say\n\nJane Doe in Linda\n"
        f"Tue 13 Jan 2026 08.10 GMT\nShare\n\n{BODY}\nMost viewed\nFish prices up again\nMost viewed\n",
        "headline summary byline stamp boilerplate body body body boilerplate boilerplate boilerplate",
        byline=("Jane Doe",), published="2026-01-13T08:10+00:00",
    ),
    "broadcaster": layout(
        f"{HEADLINE}\n\n13 January 2026\n\nShare\n\nSave\n\nJane Doe\n\nBBC News, Linda\n\nGetty Images\n\n"
        f"Foreign Minister Ana Kovel (left) arrives for the talks\n\n{BODY}",
        "headline stamp boilerplate boilerplate byline byline caption caption body body body",
        byline=("Jane Doe",), agencies=(),
    ),
    "TASS": layout(
        f"Ardania ready for new talks — diplomat\n\nMOSCOW, January 13. /TASS/. {BODY}",
        "headline dateline body body body",
        title="Ardania ready for new talks — diplomat", outlet="TASS",
    ),
    "Xinhua": layout(
        f"{HEADLINE}\n\nSource: Xinhua | 2026-01-13 16:30:15 | Editor: huaxia\n\nLINDA, Jan. 13 (Xinhua) -- {BODY}\nEnditem\n",
        "headline byline stamp byline dateline body body body boilerplate",
        outlet="Xinhua", published="2026-01-13T16:30",
    ),
    "newspaper with sections, credit under the picture, links and copyright below": layout(
        f"The Linda Herald\nNational\nPolitics\n{HEADLINE}\nBy Kim Na-ri\nPublished : Jan. 13, 2026 - 17:30:12\nLink copied\n"
        f"Ana Kovel, right, shakes hands with her guest in Linda on Tuesday. (Yonhap)\n{BODY}\nkimnari@example.com\n\n"
        "Related Stories\nFish prices up\nStrait closed to ships\n\n© 2026 The Linda Herald. All rights reserved.\n",
        "masthead masthead masthead headline byline stamp boilerplate caption body body body "
        "boilerplate boilerplate boilerplate boilerplate boilerplate",
        outlet="The Linda Herald", agencies=(), byline=("Kim Na-ri",),
    ),
    "standfirst, then a dateline of a known place alone": layout(
        f"{HEADLINE}\n\nA third state mediates as both sides claim progress.\n\nBy Jane Doe\nPublished On 13 Jan 2026\n\nParis, France – {BODY}",
        "headline summary byline stamp dateline body body body",
        published="2026-01-13",
    ),
    "place and stamp, place with a colon, notices": layout(
        f"{HEADLINE}\n\nWritten by: Jane Doe\nNew Delhi | Updated: January 13, 2026 10:15 IST\n\nNEW DELHI: {BODY}\n"
        "(This story has not been edited by our staff and is auto-generated from a syndicated feed.)\n\nALSO READ | Why the strait matters\n",
        "headline byline dateline stamp dateline body body body boilerplate boilerplate",
        byline=("Jane Doe",), updated="2026-01-13T10:15", published="2026-01-13",
    ),
    "agency above, initials below": layout(
        f"{HEADLINE}\nAFP\nTue, January 13, 2026 at 4:45 PM GMT+1\n\n{BODY}\njd/rm\n",
        "headline byline stamp body body body boilerplate",
        agencies=("AFP",), outlet=None,
    ),
    "agency behind the last sentence": layout(
        f"{HEADLINE}\n\nLinda, 13 January 2026\n\n{BODY.rstrip()} (Reuters)\n",
        "headline dateline body body body byline",
        agencies=("Reuters",), published="2026-01-13",
    ),
    "web page's title": layout(f"{HEADLINE} in Linda | The Linda Herald\n\n{BODY}", "headline body body body", title=f"{HEADLINE} in Linda", outlet="The Linda Herald"),
    "outlet beside the stamp": layout(f"{HEADLINE}\nLinda Daily | Updated: 2026-01-13 09:10\n\n{BODY}", "headline stamp stamp body body body", outlet="Linda Daily"),
    "capitals": layout(f"{HEADLINE.upper()}\n\n{BODY}", "headline body body body", title=HEADLINE.upper()),
    "a question": layout(f"Will the ministers meet again?\n\n{BODY}", "headline body body body"),
    "no headline": layout(BODY, "body body body", title=None),
    "one sentence": layout(ONE, "body", title=None),
    "one line of few words": layout("Ministers meet in Linda", "body", title=None, language="en"),
    "crossheads": layout(f"{HEADLINE}\n\n{ONE}\n\nA long quarrel\n\n{TWO}\n\nWhat comes next?\n\n{THREE}", "headline body body body body body"),
    "a list": layout(f"{HEADLINE}\n\n{ONE}\n\nThey agreed on this:\n- Quotas stay\n- Boats are counted", "headline body body body body"),
}  # fmt: skip


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_layouts(name: str, newline: str) -> None:
    case = LAYOUTS[name]
    article = from_text(case.text.replace("\n", newline))
    check(article)
    assert [kind for kind, _ in parts(article)] == case.kinds.split()
    assert {key: getattr(article, key) for key in case.facts} == case.facts


def test_body_and_summary_are_read_without_dateline_and_credit() -> None:
    article = from_text(LAYOUTS["bare date, title in quotation marks, the lead twice"].text)
    assert read(article, "summary")[0].startswith("Ministers of Ardania")
    assert read(article, "body")[0].startswith(ONE)
    assert article.dateline is not None
    span = article.dateline.span
    assert (article.dateline.place, article.text[span.start : span.end]) == ("Linda, Ardania", "LINDA, Ardania (AP) —")


def test_a_captions_credit_is_not_read() -> None:
    article = from_text(LAYOUTS["newspaper with sections, credit under the picture, links and copyright below"].text)
    assert read(article, "caption") == ["Ana Kovel, right, shakes hands with her guest in Linda on Tuesday."]


def test_a_hard_wrapped_wire() -> None:
    text = (
        "MINISTERS MEET OVER FISHING RIGHTS\n\nBy JANE DOE\nAssociated Press\n\n"
        "LINDA, Ardania (AP) — The ministers of Ardania and Belmora met on\nTuesday to discuss fishing rights in the northern strait, a long-\n"
        "running quarrel between the two.\n\nBoth sides said that the talks had been useful, and that they would go\non in March.\n\n___\n\n"
        "Associated Press writer John Roe in Port Arda contributed to this report.\n"
    )
    article = from_text(text)
    check(article)
    assert read(article, "body") == [
        "The ministers of Ardania and Belmora met on Tuesday to discuss fishing rights in the northern strait, "
        "a long-running quarrel between the two.",
        "Both sides said that the talks had been useful, and that they would go on in March.",
    ]
    assert (article.agencies, article.byline, article.outlet) == (("AP",), ("Jane Doe",), None)


def test_a_dateline_takes_the_stamps_year() -> None:
    article = from_text(f"1 January 2026\n\n{HEADLINE}\n\nLINDA, Dec. 31 (Reuters) - {BODY}")
    assert article.dateline is not None and str(article.dateline.date) == "2025-12-31"
    assert article.published == "2026-01-01"
    assert str(article.day) == "2026-01-01"


@pytest.mark.parametrize("mark", ["—", "-", "–"])
def test_sentences_with_dashes_stay_whole(mark: str) -> None:
    text = f"Ardania {mark} which has no coast {mark} sent a minister.\n\nKovel {mark} Her country's envoy {mark} was late."
    article = from_text(text)
    assert article.dateline is None
    assert "\n\n".join(read(article, "body")) == text


def test_reports_in_other_languages_are_named() -> None:
    german = "Die Minister trafen sich am Dienstag in Linda, um über die Rechte der Fischer in der nördlichen Meerenge zu sprechen."
    korean = "장관들은 화요일 린다에서 만나 북부 해협의 어업권을 논의했다."
    assert [from_text(t).language for t in (german, korean, ONE)] == ["de", "ko", "en"]


@pytest.mark.parametrize("unit", ["©", "a: b\n", "A-", "(AP) ", "By A, ", "13.01.2026 ", "10:10 ---\nBy \t"])
def test_junk_costs_time_in_proportion_only(unit: str) -> None:
    from_text(ONE)
    start = time.perf_counter()
    from_text(unit * (20_000 // len(unit)) + f"\n\n{ONE}")
    assert time.perf_counter() - start < 10  # some tenths of a second; a square of the length takes minutes


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Ministers Meet Over Fishing Rights In The Strait.", "Ministers Meet Over Fishing Rights In The Strait"),
        (
            "Ministers to discuss fishing rights in northern strait.",
            "Ministers to discuss fishing rights in northern strait",
        ),
        ("Kovel Calls Northern Strait ‘Not Far Apart.’", "Kovel Calls Northern Strait ‘Not Far Apart’"),
        ("Ministers Seek Help Of The U.S.", "Ministers Seek Help Of The U.S."),
        ("The delegations arrived by boat.", None),
    ],
)
def test_a_headline_may_end_in_a_full_stop(line: str, title: str | None) -> None:
    assert from_text(f"{line}\n\n{BODY}").title == title


@pytest.mark.parametrize(
    "sentence",
    [
        "The talks failed.",
        "Here is what they said:",
        "What did they say?",
        "Copyright law was not on the agenda of the meeting.",
        "Join the union, Kovel urged.",
        "Read more than the first page, Kovel told reporters.",
        "Updated rules, issued on January 3, 2026, did not help.",
        "With the strait closed, prices rose.",
        "By Tuesday, all had left.",
        "(Kovel had said on Monday that she would not go.)",
    ],
)
def test_no_sentence_of_the_body_is_taken_for_furniture(sentence: str) -> None:
    for text in (f"{HEADLINE}\n\n{sentence}\n\n{BODY}", f"{HEADLINE}\n\n{BODY}\n{sentence}\n\n{TWO[:-1]}, too."):
        assert sentence in read(from_text(text), "body"), text


@pytest.mark.parametrize(
    "title",
    [
        "Authors Sue Maker Of Machine",
        "Report: Ardania Rejects Deal",
        "Sources: Kovel To Resign",
        "Media: Ardania Seizes Boats",
        "Words Fail In The Strait",
        "Northern Strait: Boats Seized",
        "Ardania – Boats Seized Again",
        "Council Backs Fishing Pact",
        "Ministry of Fisheries denies report",
    ],
)
def test_a_headline_is_not_taken_for_masthead_or_byline(title: str) -> None:
    article = from_text(f"{title}\n\n{BODY}")
    assert (article.title, article.byline, article.outlet) == (title, (), None)
    over_deck = from_text(f"{title}\n\nBoth sides speak of progress in the strait\n\n{BODY}")
    assert (over_deck.byline, over_deck.outlet) == ((), None)
