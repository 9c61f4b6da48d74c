from __future__ import annotations

import io
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ingest.test_invariants import check
from variorum.errors import InputError
from variorum.ingest import Declared, from_bytes, from_file
from variorum.ingest.html_decoding import decode_page
from variorum.model.article import Article, Failure

PAGES = Path(__file__).parent / "pages"
NAMES = sorted(p.stem for p in PAGES.glob("*.html"))


def page(name: str) -> Article:
    found, _ = from_bytes((PAGES / f"{name}.html").read_bytes(), f"{name}.html")
    (article,) = found
    return article


def html(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def only(raw: bytes, path: str = "page.html", url: str | None = None) -> Article:
    (article,) = (a for a in from_file(io.BytesIO(raw), path, declared=Declared(url=url)) if isinstance(a, Article))
    return article


def words(article: Article, kind: str) -> list[str]:
    return [article.text[p.span.start : p.span.end] for p in article.parts if p.kind == kind]


REPORT = (
    "<article><h1>Bridge reopens</h1><p>The bridge over the Drava reopened on Monday, customs officers said.</p>"
    "<p>About 300 lorries were waiting when the barrier rose at dawn, and the first was through within a minute.</p>"
    "<p>It had been shut since October, when the two states recalled their ambassadors.</p></article>"
)


@pytest.mark.parametrize("name", NAMES)
def test_the_text_is_the_reports_lines_in_order_each_of_its_part(name: str) -> None:
    article = page(name)
    check(article)
    told = [line.partition("|") for line in (PAGES / f"{name}.txt").read_text("utf-8").splitlines()]
    found = [(p.kind, article.text[p.span.start : p.span.end]) for p in article.parts]
    assert [text[: len(start)] for (_, text), (_, _, start) in zip(found, told, strict=False)] == [t[2] for t in told]
    assert len(found) == len(told)
    assert [(k, text[:40]) for (k, text), t in zip(found, told, strict=True) if t[0] not in (k, "*")] == []


@pytest.mark.parametrize(
    ("name", "title", "outlet", "agencies", "byline", "published", "updated", "language"),
    [
        ("components", "Ferry crews return to work after pay deal", "Coast News", (), ("Hanna Frey", "Oskar Lund"),
         "2026-02-03T18:04:11+00:00", "2026-02-03T21:30+00:00", "en"),
        ("opengraph", "Parliament passes water bill", "The Upland Times", ("Reuters",), ("Nils Brandt",),
         "2026-03-05T09:15+03:00", "2026-03-05T11:40+03:00", "en"),
        ("bare", "Two dead in mine fire", "Valley Gazette", (), ("Tom Averell",), "2026-04-06", None, "en"),
        ("amp", "Border bridge reopens to lorries", "Frontier News", ("AFP",), (), "2026-05-11T06:00+00:00",
         "2026-05-11T06:00+00:00", "en"),
        ("live", "Election night live: count under way in Talia", "The Channel", (), ("Rosa Imel",),
         "2026-06-07T17:00+02:00", "2026-06-07T22:40+02:00", "en"),
        ("paywall", "Central bank weighs a second cut", "The Ledger", (), ("Ivo Marsh",), "2026-07-02", None, "en"),
        ("german", "Hafen von Brel bleibt gesperrt", "Küstenbote", ("dpa",), (), "2026-01-14T08:12+01:00", None, "de"),
        ("spanish", "El puerto seguirá cerrado hasta febrero", "El Litoral de Brel", (), ("Marta Quiroga",),
         "2026-01-14T10:00-03:00", None, "es"),
        ("japanese", "港の交渉は決裂、再開は2月に", "沿岸新聞", (), (), "2026-01-14T08:12+09:00", None, "ja"),
        ("arabic", "ميناء بريل يبقى مغلقا حتى فبراير", "صحيفة الساحل", (), (), "2026-01-14T08:00+03:00", None, "ar"),
        ("scripted", "Rail line to the north opens a year late", "Rail Courier", (), ("Lena Voss", "Karl Amt"),
         "2026-08-20T05:00+00:00", None, "en"),
        ("hashed", "Reservoir guards seize power station in Orrin", "Meridian", (), ("Sana Roth",),
         "2026-09-09T04:11+00:00", None, "en"),
        ("wire", "Glacier lake drained", "PNS", (), (), "2026-10-03", None, "en"),
        ("rail", "Glacier lake drained, two villages safe", "CBN", (), ("Ruth Alm", "Per Dahl"),
         "2026-10-03T10:00+00:00", "2026-10-03T11:10+00:00", "en"),
        ("wysiwyg", "Ministers part without deal on Brel harbour", "Al Sahil", (), (), "2026-01-13T20:00:05+00:00",
         "2026-01-13T20:00:05+00:00", "en"),
        ("breaks", "Monsoon delays rail bridge opening: Minister", "The Deccan Daily", ("PTI",), (),
         "2026-07-05T18:33+05:30", "2026-07-05T19:02+05:30", "en"),
        ("modules", "Strike shuts ports on two coasts", "PNS News", ("PNS",), ("Ana Kovel", "Tom Hale"),
         "2026-04-14T05:04+00:00", "2026-04-14T05:04+00:00", "en"),
        ("islands", "‘No one slept’: how a village moved its church", "The Sentinel", (), ("Jo Vann",),
         "2026-05-02T05:00:11+00:00", "2026-05-02T09:00+00:00", "en"),
        ("gutenberg", "Villagers win back their well", "Hill Country Observer", (), ("Dana Reeve",),
         "2026-08-03T14:20+00:00", "2026-08-04T08:00+00:00", "en"),
        ("russian", "Порт Брель останется закрытым", "Вестник побережья", (), (), None, None, "ru"),
        ("korean", "항만 협상 결렬…2월 재개", "연안일보", (), (), "2026-01-14T08:12+09:00", None, "ko"),
        ("release", "Talia Rail Opens Northern Line", "Talia Rail", (), (), "2026-08-20", None, "en"),
        ("twoh1", "Border town counts its dead after flood", "The Gazette of Linda", (), ("Petra Holm",),
         "2026-06-12T18:40", None, "en"),
        ("drupal", "Remarks at the signing of the river treaty", "Ministry of Foreign Affairs of Talia", (),
         ("Office of the Spokesperson",), "2026-11-02", None, "en"),
    ],
)  # fmt: skip
def test_stated_facts(  # noqa: PLR0917
    name: str,
    title: str,
    outlet: str | None,
    agencies: tuple[str, ...],
    byline: tuple[str, ...],
    published: str | None,
    updated: str | None,
    language: str,
) -> None:
    found = page(name)
    assert (found.title, found.outlet, found.agencies, found.byline) == (title, outlet, agencies, byline)
    assert (found.published, found.updated, found.language) == (published, updated, language)


def test_the_address_is_the_canonical_one_then_the_one_it_was_found_at() -> None:
    assert page("amp").url == "https://news.frontier.example/2026/05/11/bridge-reopens"
    assert page("opengraph").url is None, "a relative link leads nowhere from a file"
    raw = (PAGES / "opengraph.html").read_bytes()
    found = only(raw, url="http://uplandtimes.example/p?id=42&utm_source=x")
    assert found.url == "http://uplandtimes.example/politics/water-bill/"
    assert only(html(REPORT), url="https://a.example/b").url == "https://a.example/b"
    home = '<link rel="canonical" href="/">'
    assert only(html(REPORT, home), url="https://a.example/b").url == "https://a.example/b"
    odd = '<link rel="canonical" href="javascript:alert(1)">'
    assert only(html(REPORT, odd), url="https://a.example/b").url == "https://a.example/b"


def test_an_opening_for_subscribers_says_so() -> None:
    (article,), failures = from_bytes((PAGES / "paywall.html").read_bytes(), "paywall.html")
    assert [f.error for f in failures] == ["only the report's opening is on the page, the rest is for subscribers"]
    assert "body" not in {p.kind for p in article.parts}


def test_the_day_is_looked_for_around_the_report_and_not_in_it() -> None:
    raw = html(REPORT.replace("on Monday", "on 3 March 2019"))
    assert only(raw).published is None
    assert only(raw, url="https://a.example/2026/05/11/bridge").published == "2026-05-11"
    assert only(html(REPORT.replace("</h1>", "</h1><p>11 mai 2026</p>"))).published == "2026-05-11"


def test_a_page_reads_the_same_on_every_day() -> None:
    """No clock is asked: neither what "ago" counts from, nor whether a day has come."""
    assert only(html(REPORT.replace("</h1>", "</h1><div class='date'>2 hours ago</div>"))).published is None
    assert only(html(REPORT), url="https://a.example/2039/05/11/bridge").published == "2039-05-11"


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **given: object) -> None:
        raise AssertionError("a page was to be read, and something was fetched")

    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.setattr("socket.getaddrinfo", refuse)
    head = '<base href="http://127.0.0.1:9/"><link rel="stylesheet" href="http://127.0.0.1:9/a.css">'
    assert only(html(REPORT + '<img src="http://127.0.0.1:9/x"><iframe src="//127.0.0.1:9"></iframe>', head)).title


def test_what_the_page_says_wins_over_what_its_text_says_and_bad_values_are_passed_over() -> None:
    state = """<script type="application/ld+json">
    //<![CDATA[
    {"@type": "NewsArticle", "headline": "Bridge\\treopens &amp; stays open", "datePublished": "soon",
     "dateCreated": "2026-05-10", "author": [{"name": "https://a.example/x"}, {"name": "Newsroom"}, "Ana Kovel, AFP"],
     "publisher": {"name": "Drava Daily | News, sport and weather"}, "inLanguage": "english of sorts",
     "wordCount": "many", "isAccessibleForFree": 1, }
    //]]>
    </script><meta name="author" content="Somebody Else">"""
    found = only(html(REPORT, state))
    assert (found.outlet, found.byline, found.agencies) == ("Drava Daily", ("Ana Kovel",), ("AFP",))
    assert (found.published, found.language, found.title) == ("2026-05-10", "en", "Bridge reopens")


def test_of_several_reports_in_the_data_the_one_that_is_this_page() -> None:
    def row(n: int, title: str) -> str:
        return f'{{"@type":"NewsArticle","url":"https://a.example/{n}","headline":"{title}","datePublished":"2026-01-0{n}"}}'

    rows = ",".join(row(n, t) for n, t in [(1, "Storm closes airport"), (2, "Bridge reopens"), (3, "Bus fares rise")])
    head = f'<script type="application/ld+json">[{rows}]</script>'
    assert only(html(REPORT, head), url="https://a.example/3").published == "2026-01-03"
    assert only(html(REPORT, head + "<title>Bridge reopens | A</title>")).published == "2026-01-02"


@pytest.mark.parametrize(
    ("charset", "declared"),
    [
        ("utf-8", "utf-8"), ("utf-8", "iso-8859-1"), ("utf-8-sig", ""), ("utf-16", ""), ("cp1252", "iso-8859-1"),
        ("cp1252", ""), ("iso-8859-2", "iso-8859-2"), ("utf-8", "no-such-thing"), ("utf-8", "rot13"),
        ("utf-8", "utf-16"),
    ],
)  # fmt: skip
def test_encodings(charset: str, declared: str) -> None:
    told = "Der Minister für Verkehr kündigte an, die Brücke bleibe geöffnet."
    meta = f'<meta charset="{declared}">' if declared else ""
    raw = html(REPORT.replace("</article>", f"<p>{told}</p></article>"), meta).decode().encode(charset)
    assert told in only(raw).text


def test_the_servers_word_for_the_encoding_is_heard() -> None:
    raw = html(REPORT.replace("Drava", "Драва")).decode().encode("koi8-r")
    (found,) = from_file(io.BytesIO(raw), "a.html", media_type="text/html; charset=KOI8-R")
    assert isinstance(found, Article)
    assert "Драва" in found.text


@pytest.mark.parametrize(
    "raw",
    [
        b"<!DOCTYPE html><html>" + bytes(range(256)) * 40,
        b"<html>" + "Ő".encode("iso-8859-2") * 5 + b"\xff\xfe\xfd" * 400 + "Драва".encode() * 900,
        b"<!DOCTYPE html>\x00\x01\x02" + b"\x00" * 500,
    ],
)
def test_broken_encodings_are_refused(raw: bytes) -> None:
    with pytest.raises(InputError):
        from_bytes(raw, "a.html")


@pytest.mark.parametrize(
    "raw",
    [
        b"<html></html>",
        b"<!DOCTYPE html>",
        html(""),
        html(
            "<nav><a href=/>Home</a></nav><script>let x = 'a long text that is no report, as it is a script'</script>"
        ),
        html("".join(f"<li><a href=/{n}>Headline number {n} of the day's many stories</a></li>" for n in range(40))),
        html("<img src=a.jpg>"),
        html(
            "<h1>Coast News</h1>"
            + "".join(
                f"<div><h3><a href=/{n}>Story number {n} of this day</a></h3><p>What was said by officers on day {n} "
                "of the talks, and what the ministers answered, in short.</p></div>"
                for n in range(12)
            )
        ),
    ],
)
def test_pages_without_a_report_are_set_aside(raw: bytes) -> None:
    with pytest.raises(InputError, match=r"no (?:report|page)"):
        from_bytes(raw, "a.html")


def test_what_no_reader_sees_is_not_in_the_text() -> None:
    found = only(
        html(
            REPORT.replace("customs", "cus\u00adtoms\u200b")
            .replace("</h1>", "</h1><p hidden>Not to be seen by anybody who reads this report.</p>")
            .replace("<p>It", "<p style='display: none'>Nor is this to be seen by anyone.</p><p>It")
            .replace("ambassadors.", "ambassadors.<!-- nor this --><script>nor('this')</script>")
        )
    )
    assert "customs officers" in found.text
    for word in ("seen", "nor", "\u200b", "\u00ad"):
        assert word not in found.text


def test_scripts_in_titles_are_inert_text() -> None:
    state = (
        '{"@type":"NewsArticle","headline":"<script>alert(1)</script>Bridge","author":"<img src=x onerror=alert(1)>"}'
    )
    found = only(html(REPORT.replace("<h1>Bridge reopens</h1>", ""), f'<script type="application/ld+json">{state}'))
    assert "<script" not in (found.title or "")
    shown = only(html(REPORT.replace("Bridge reopens", "&lt;script&gt;alert(1)&lt;/script&gt; reopens")))
    assert shown.title == "<script>alert(1)</script> reopens"


@pytest.mark.parametrize("tag", ["div", "b", "span", "table", "blockquote", "ul><li", "font"])
def test_enormous_nesting_ends_in_time(tag: str) -> None:
    start = time.monotonic()
    raw = html(f"<{tag}>" * 50_000 + "The bridge over the Drava reopened on Monday, customs officers said." + REPORT)
    try:
        found, _ = from_bytes(raw, "a.html")
        assert "reopened on Monday" in found[0].text
    except InputError as error:
        assert error.reason
    assert time.monotonic() - start < 20


def test_a_page_that_is_heavy_with_scripts_is_read_and_one_of_endless_text_is_not() -> None:
    start = time.monotonic()
    heavy = html(
        REPORT + "<script>" + "x = 'y';" * 1_250_000 + "</script>", "<style>" + "a{b:c}" * 100_000 + "</style>"
    )
    assert len(heavy) > 10_000_000
    assert len(only(heavy).paragraphs) == 4
    endless = html("<article><h1>All of it</h1>" + "<p>The same was said by officers on Monday.</p>" * 220_000)
    assert len(endless) > 10_000_000
    with pytest.raises(InputError, match="no report"):
        from_bytes(endless, "a.html")
    assert time.monotonic() - start < 20


def test_data_that_nest_or_lie_do_no_harm() -> None:
    nested = '{"a":' * 5000 + "1" + "}" * 5000
    deep = '{"@graph":[' * 300 + '{"@type":"NewsArticle","headline":"x"}' + "]}" * 300
    wrong = '{"@type":["NewsArticle",7,null],"headline":["a",{"name":{}}],"author":{"name":{"x":1}},"url":5}'
    for data in (
        nested,
        deep,
        wrong,
        "[]",
        "null",
        '"NewsArticle"',
        "{",
        '{"@type":"NewsArticle","articleBody":"' + "x" * 90,
    ):
        assert only(html(REPORT, f'<script type="application/ld+json">{data}</script>')).title == "Bridge reopens"


def stripped(name: str, what: str) -> bytes:
    """The page without what its markup says: classes and the like, elements that say what they hold, or paragraphs."""
    from lxml import html as lxml_html

    text = decode_page((PAGES / f"{name}.html").read_bytes(), name).partition("?>")[2] if name == "wire" else ""
    text = text or decode_page((PAGES / f"{name}.html").read_bytes(), name)
    tree = lxml_html.document_fromstring(text.encode(), parser=lxml_html.HTMLParser(encoding="utf-8"))
    telling = {"article", "main", "section", "header", "footer", "aside", "nav", "figure", "figcaption", "time"}
    plain = {"elements": telling, "paragraphs": {"p"}}.get(what, set())
    for element in tree.iter(lxml_html.etree.Element):
        if what == "names":
            for key in [k for k in element.attrib if k in ("class", "id", "itemprop", "role") or k.startswith("data-")]:
                del element.attrib[key]
        element.tag = "div" if element.tag in plain else element.tag
        if element.tag == "meta" and (element.get("charset") or element.get("http-equiv")):
            element.getparent().remove(element)
    return bytes(lxml_html.tostring(tree, encoding="utf-8", doctype="<!DOCTYPE html>"))


@pytest.mark.parametrize(
    ("what", "recall", "precision"), [("names", 0.94, 0.97), ("elements", 0.95, 0.98), ("paragraphs", 0.97, 0.99)]
)
def test_pages_whose_markup_says_less(what: str, recall: float, precision: float) -> None:
    """Of the lines to be read: the share found again, and the share of those found that are of the report."""
    wanted = found = right = kept = 0
    for name in NAMES:
        told = [line.partition("|") for line in (PAGES / f"{name}.txt").read_text("utf-8").splitlines()]
        lines = [p.text for p in only(stripped(name, what)).paragraphs]
        read = [t[2] for t in told if t[0] in ("headline", "summary", "caption", "body")]
        found += sum(any(line.startswith(start) for line in lines) for start in read)
        wanted += len(read)
        right += sum(any(t[2].startswith(line[:20]) or line.startswith(t[2]) for t in told) for line in lines)
        kept += len(lines)
    assert found / wanted >= recall
    assert right / kept >= precision


PIECES = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<div class='byline'>",
            "</div>",
            "<h1>",
            "</h1>",
            "<figure><figcaption>",
            "</figcaption></figure>",
        ),
        *(
            "<table><tr><td>",
            "</table>",
            "<br>",
            "<pre>",
            "</pre>",
            "<time datetime='2026-01-13'>",
            "</time>",
            "<li>",
            "<a>",
        ),
        *(
            "The ministers met on Tuesday in Linda.",
            "By Ana Kovel",
            "PARIS, Jan 9, 2026 (AFP) -",
            "(Reuters)",
            "Related",
        ),
        *(
            "Posted : January 13, 2026, 07:35",
            "&nbsp;",
            "&#0;",
            "&lt;b&gt;",
            "\u2028",
            "\x0c",
            "\n\n",
            "<!--",
            "-->",
            "<",
        ),
        *(
            "<article>",
            "</article>",
            "<script>",
            "</script>",
            "<meta charset=x>",
            "¶",
            "Read more",
            "“We will see,” he said.",
        ),
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_page_is_read_or_refused_with_a_reason(body: str) -> None:
    try:
        found, failures = from_bytes(html(body), "a.html")
    except InputError as error:
        assert error.reason
        return
    for article in found:
        check(article)
        assert not re.search(r"[\x00-\x08\x0b\x0e-\x1f]", article.text)
    assert all(isinstance(f, Failure) for f in failures)


@pytest.mark.parametrize("piece", ["&#1;", "&#x0;", "&#xd800;", "\x01", "\x0c", "\ufffe", "&#xffff;", "\x00"])
def test_what_is_no_character_is_not_in_the_text(piece: str) -> None:
    state = '<script type="application/ld+json">{"@type": "NewsArticle", "author": "Ana \\ud800 Kovel"}</script>'
    found = only(html(REPORT.replace("customs", f"cus{piece}toms <aside>x</aside>{piece}"), state))
    assert found.byline == ("Ana Kovel",)
    found.text.encode("utf-8")
    assert not re.search(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]", found.text)
