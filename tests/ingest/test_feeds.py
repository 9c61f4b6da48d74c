from __future__ import annotations

import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ingest.test_invariants import check
from variorum.errors import FormatError, InputError, UnreadableError
from variorum.ingest import format_name, from_bytes, listed_feeds
from variorum.ingest.feeds import item_date
from variorum.model.article import Article, Failure

SPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:media="http://search.yahoo.com/mrss/"'
)
WHOLE = """<figure><img src="a.jpg"/><figcaption>The ministers leave. Photograph: Ana Kovel/PNS</figcaption></figure>
<p>BREL, Jan 13 (AFP) - The two ministers parted without a deal on Tuesday, officials said.</p>
<p>&#8220;We have not closed the door,&#8221; Foreign Minister Ivo Lanz said.</p><script>alert(1)</script>
<p>The harbour handles 40 percent of the grain that both states export.</p><ul><li>Talks may resume in May</li></ul>
<p>The post <a href="https://c.example/1">Harbour talks</a> appeared first on <a href="https://c.example">C</a>.</p>"""


def rss(items: str, channel: str = "<title>World news | The Brel Courier</title>", head: str = "") -> bytes:
    body = f"<channel>{channel}<link>https://courier.example/</link><description>d</description>{items}</channel>"
    return f'<?xml version="1.0" encoding="UTF-8"?>{head}\n<rss version="2.0" {SPACES}>{body}</rss>'.encode()


def item(**fields: str) -> str:
    """An item of these elements; an underscore in a name stands for the colon of a prefix."""
    names = {key: key.replace("_", ":") for key in fields}
    return "<item>" + "".join(f"<{names[k]}>{v}</{names[k]}>" for k, v in fields.items()) + "</item>"


def articles(raw: bytes, path: str = "feed.xml") -> list[Article]:
    return from_bytes(raw, path)[0]


def parts(article: Article) -> list[tuple[str, str]]:
    return [(p.kind, article.text[p.span.start : p.span.end]) for p in article.parts]


def test_an_item_with_its_whole_text_is_a_report() -> None:
    raw = rss(
        item(
            title="Harbour talks end without a deal",
            link="https://courier.example/harbour?utm=rss",
            guid="c-1",
            dc_creator="<![CDATA[Mara Quist]]>",
            pubDate="Tue, 13 Jan 2026 07:35:00 +0100",
            description="Ministers left after nine hours.",
            content_encoded=f"<![CDATA[{WHOLE}]]>",
        )
    )
    (found,), failures = from_bytes(raw, "world.xml")
    assert failures == []
    check(found)
    assert parts(found) == [
        ("headline", "Harbour talks end without a deal"),
        ("caption", "The ministers leave. Photograph: Ana Kovel/PNS"),
        ("dateline", "BREL, Jan 13 (AFP) -"),
        ("body", "The two ministers parted without a deal on Tuesday, officials said."),
        ("body", "“We have not closed the door,” Foreign Minister Ivo Lanz said."),
        ("body", "The harbour handles 40 percent of the grain that both states export."),
        ("body", "Talks may resume in May"),
    ]
    assert (found.path, found.url) == ("world.xml#1", "https://courier.example/harbour?utm=rss")
    assert (found.title, found.outlet) == ("Harbour talks end without a deal", "The Brel Courier")
    assert (found.byline, found.agencies, found.published) == (("Mara Quist",), ("AFP",), "2026-01-13T07:35+01:00")


LONG = "The ministers met on Tuesday and spoke for nine hours about the toll. " * 15


@pytest.mark.parametrize(
    ("fields", "whole"),
    [
        ({"description": "Crews went back to work on Tuesday after nine days."}, False),
        ({"description": LONG}, True),
        ({"description": LONG + " [&amp;#8230;]"}, False),
        ({"description": LONG + "&lt;a href='https://a.example'&gt;Continue reading...&lt;/a&gt;"}, False),
        ({"description": "&lt;p&gt;One is said.&lt;p&gt;Two is too.&lt;p&gt;So is three."}, True),
        ({"content_encoded": "<![CDATA[<p>Short.</p>]]>"}, False),
        ({"content_encoded": f"<![CDATA[<p>{LONG[:500]}</p>]]>"}, True),
        ({"content_encoded": "<![CDATA[<p>Short.</p>]]>", "description": LONG}, True),
        ({}, False),
    ],
)  # fmt: skip
def test_what_is_a_report_and_what_only_its_summary(fields: dict[str, str], whole: bool) -> None:
    (found,), failures = from_bytes(rss(item(title="Ferry crews return to work", **fields)), "f.xml")
    assert ("body" in dict(parts(found))) == whole
    assert [f.error for f in failures] == ([] if whole else ["of 1 of 1 items only a summary is here"])
    assert "Continue reading" not in found.text


def test_links_under_an_item_and_buttons_are_no_text() -> None:
    text = (
        f"<p>{LONG}</p><p><a href='/x'>Fishermen block the port</a></p><p>Share</p><p>Read more: <a href='/y'>y</a></p>"
    )
    (found,) = articles(rss(item(title="t", content_encoded=f"<![CDATA[{text}]]>")))
    assert found.text.splitlines()[-1] == LONG.strip()


@pytest.mark.parametrize(
    ("channel", "fields", "outlet"),
    [
        ("<title>World news | The Brel Courier</title>", {}, "The Brel Courier"),
        ("<title>Coast News - World</title>", {}, "Coast News"),
        ("<title>The Upland Times &gt; Politics</title>", {}, "The Upland Times"),
        ("<title>Latest</title><dc:publisher>Drava Daily</dc:publisher>", {}, "Drava Daily"),
        ("<title>Search: harbour</title>", {"source": "The Seld Star"}, "The Seld Star"),
    ],
)
def test_who_publishes_the_feed(channel: str, fields: dict[str, str], outlet: str) -> None:
    (found,) = articles(rss(item(title="Talks end", link="https://courier.example/1", **fields), channel))
    assert found.outlet == outlet


def test_in_a_feed_of_many_sites_each_item_is_of_its_own() -> None:
    items = item(title="One is here", link="https://a.example/1") + item(title="Two is here", link="https://b.test/2")
    assert [a.outlet for a in articles(rss(items, "<title>All the news</title>"))] == ["a.example", "b.test"]


@pytest.mark.parametrize(
    ("fields", "byline", "agencies"),
    [
        ({"author": "oskar@courier.example (Oskar Lund)"}, ("Oskar Lund",), ()),
        ({"author": "desk@courier.example"}, (), ()),
        ({"dc_creator": "AFP"}, (), ("AFP",)),
        ({"dc_creator": "By Ana Kovel and Tom Hale"}, ("Ana Kovel", "Tom Hale"), ()),
        ({"dc_creator": "The Brel Courier"}, (), ()),
    ],
)
def test_who_wrote_it(fields: dict[str, str], byline: tuple[str, ...], agencies: tuple[str, ...]) -> None:
    (found,) = articles(rss(item(title="Talks end", description="They parted on Tuesday.", **fields)))
    assert (found.byline, found.agencies) == (byline, agencies)


ATOM = """<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>Drava Daily</title><link href="https://drava.example/"/><id>urn:x</id><updated>2026-05-11T08:00:00Z</updated>
<entry><title type="html">Bridge &lt;em&gt;reopens&lt;/em&gt;</title><link href="/2026/bridge"/><id>tag:1</id>
<published>2026-05-11T06:00:00+02:00</published><updated>2026-05-11T08:00:00+02:00</updated>
<author><name>Marko Ilic</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
<p>Lorries crossed on Monday.</p><p>About 300 were waiting.</p><p>The bridge was shut in October.</p></div></content>
</entry></feed>"""


def test_atom() -> None:
    (found,) = articles(ATOM.encode(), "feed.atom")
    assert (found.title, found.outlet, found.byline) == ("Bridge reopens", "Drava Daily", ("Marko Ilic",))
    assert (found.published, found.updated) == ("2026-05-11T06:00+02:00", "2026-05-11T08:00+02:00")
    assert [p for p in parts(found) if p[0] == "body"][1:] == [
        ("body", "About 300 were waiting."),
        ("body", "The bridge was shut in October."),
    ]


def test_rdf_and_other_encodings() -> None:
    raw = (
        '<?xml version="1.0" encoding="iso-8859-1"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns="http://purl.org/rss/1.0/"><channel><title>Küstenbote</title></channel><item rdf:about="https://k.example/1">'
        "<title>Brücke frei</title><link>https://k.example/1</link><description>Die Brücke ist seit Montag wieder "
        "geöffnet, teilte die Behörde für den Verkehr am Abend mit.</description></item></rdf:RDF>"
    ).encode("iso-8859-1")
    (found,) = articles(raw)
    assert (found.title, found.outlet, found.language) == ("Brücke frei", "Küstenbote", "de")


def json_feed(items: list[Any], **about: Any) -> bytes:
    head = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Drava Daily",
        "home_page_url": "https://drava.example",
    }
    return json.dumps(head | about | {"items": items}).encode()


def test_json_feed() -> None:
    whole = {
        "id": "1", "url": "https://drava.example/1", "title": "Bridge reopens",
        "date_published": "2026-05-11T06:00:00Z",
        "content_html": "<p>Lorries crossed on Monday.</p><p>About 300 were waiting.</p><p>It was shut in October.</p>",
        "authors": [{"name": "Marko Ilic"}],
    }  # fmt: skip
    brief = {"id": 2, "title": "Fares rise", "summary": "Bus fares rise in May.", "author": {"name": "Lena Voss"}}
    plain = {"id": "3", "content_text": "One is said.\n\nTwo is too.\n\nSo is three."}
    found, failures = from_bytes(json_feed([whole, brief, plain, "four"]), "feed.json")
    assert [a.title for a in found] == ["Bridge reopens", "Fares rise", None]
    assert [a.byline for a in found] == [("Marko Ilic",), ("Lena Voss",), ()]
    assert [("body" in dict(parts(a))) for a in found] == [True, False, True]
    assert found[0].published == "2026-05-11T06:00+00:00"
    assert [f.error for f in failures] == ["of 1 of 3 items only a summary is here", "1 of 4 items are no objects"]


def test_each_form_is_known_by_its_content() -> None:
    assert format_name(rss(""), "x.xml") == "RSS and Atom"
    assert format_name(ATOM.encode(), "x") == "RSS and Atom"
    assert format_name(json_feed([]), "x.json") == "JSON Feed"
    assert format_name(b'<?xml version="1.0"?><opml version="2.0"><body/></opml>', "x.xml") == "OPML"
    assert format_name(b'{"headline": "jsonfeed.org", "articleBody": "x"}', "x.json") == "JSON"


def test_the_same_item_is_the_same_article_wherever_it_stands_in_the_feed() -> None:
    one, two = item(title="One is here", guid="1"), item(title="Two is here", guid="2")
    (first,) = articles(rss(one), "monday.xml")
    _, again = articles(rss(two + one), "tuesday.xml")
    changed = articles(rss(item(title="One was here", guid="1")), "monday.xml")[0]
    assert first.id == again.id
    assert again.path == "tuesday.xml#2"
    assert changed.id != first.id


def test_an_empty_item_fails_alone_and_an_empty_feed_is_told() -> None:
    found, failures = from_bytes(rss(item(title="") + item(title="Talks end in Brel")), "f.xml")
    assert [a.path for a in found] == ["f.xml#2"]
    assert failures[0] == Failure("f.xml#1", "ingest", "an item without title or text")
    with pytest.raises(UnreadableError, match="without items"):
        from_bytes(rss(""), "f.xml")
    with pytest.raises(UnreadableError, match="without items"):
        from_bytes(json_feed([]), "f.json")


@pytest.mark.parametrize("title", ["<script>alert(1)</script>Talks", "Talks <img src=x onerror=alert(1)>", "a < b"])
def test_scripts_in_titles_are_inert(title: str) -> None:
    escaped = title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = "They parted on Tuesday.<script>alert(2)</script><p onclick='alert(3)'>Nobody stayed.</p>"
    (found,) = articles(rss(item(title=escaped, link="javascript:alert(4)", content_encoded=f"<![CDATA[{text}]]>")))
    assert found.url is None
    assert "alert(2)" not in found.text
    assert "onclick" not in found.text
    assert found.title in (title, "Talks", "a")


BOMB = '<!DOCTYPE r [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
) + "]>"  # fmt: skip
OUTSIDE = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("head", [BOMB, OUTSIDE, BOMB.replace("<!ENTITY", "<!ENTITY % q 'x'> <!ENTITY")])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("name", ["f.rss", "f.opml", "f.xml", "f.atom"])
def test_entities_are_refused(head: str, encoding: str, name: str) -> None:
    start = time.monotonic()
    raw = rss(item(title="&j; &x;"), head=head).decode().replace("UTF-8", encoding)
    if name == "f.opml":
        body = '<opml><body><outline xmlUrl="https://&j;.example"/></body></opml>'
        raw = f'<?xml version="1.0" encoding="{encoding}"?>{head}{body}'
    with pytest.raises(FormatError, match=r"entities|not read yet"):
        from_bytes(raw.encode(encoding), name)
    assert time.monotonic() - start < 2


@pytest.mark.parametrize("name", ["f.rss", "f.opml", "f.json"])
def test_enormous_nesting_and_sizes_end_in_time(name: str) -> None:
    start = time.monotonic()
    deep = {
        "f.rss": rss("<a>" * 100_000 + item(title="Talks end") + "</a>" * 100_000),
        "f.opml": b"<opml><body>" + b"<outline>" * 100_000 + b'<outline xmlUrl="https://a.example/f"/>',
        "f.json": json_feed([{"title": "Talks end"}])[:-2] + b"," + b"[" * 100_000 + b"]" * 100_000 + b"]}",
    }[name]
    try:
        from_bytes(deep, name)
    except InputError as error:
        assert error.reason
    assert time.monotonic() - start < 20


def test_a_large_feed_is_read_in_time() -> None:
    start = time.monotonic()
    body = "<![CDATA[" + "<p>The ministers met on Tuesday and spoke for nine hours about the toll.</p>" * 60 + "]]>"
    found = articles(rss("".join(item(title=f"Talks, day {n}", guid=str(n), content_encoded=body) for n in range(200))))
    assert len(found) == 200
    assert time.monotonic() - start < 20


def test_broken_xml_gives_what_can_be_had_and_no_feed_is_told() -> None:
    raw = rss(item(title="Talks end in Brel", description="They &nbsp; parted & left on Tuesday.")).replace(
        b"</rss>", b""
    )
    assert articles(raw)[0].title == "Talks end in Brel"
    with pytest.raises(InputError):
        from_bytes(b"<rss>", "f.rss")
    with pytest.raises(FormatError, match="no feed"):
        from_bytes(b"just words", "f.rss")
    with pytest.raises(FormatError, match="items"):
        from_bytes(b'{"version": "https://jsonfeed.org/version/1", "items": 5}', "f.json")


@given(st.lists(st.sampled_from([
    "<item>", "</item>", "<title>", "</title>", "Talks end", "<description>", "</description>", "<![CDATA[", "]]>",
    "&lt;p&gt;They met.", "<link>", "https://a.example", "</link>", "<pubDate>", "Tue, 13 Jan 2026", "</pubDate>",
    "<content:encoded>", "</content:encoded>", "<guid>", "</guid>", "&", "\x00", "é", "<dc:creator>", "</dc:creator>",
]), max_size=25).map("".join))  # fmt: skip
def test_any_feed_is_read_or_refused_with_a_reason(items: str) -> None:
    try:
        found, _ = from_bytes(rss(items), "f.rss")
    except InputError as error:
        assert error.reason
        return
    for article in found:
        check(article)


@pytest.mark.parametrize(
    ("stated", "iso"),
    [
        ("Tue, 13 Jan 2026 07:35:00 +0900", "2026-01-13T07:35+09:00"),
        ("13 Jan 2026 07:35 GMT", "2026-01-13T07:35+00:00"),
        ("2026-01-13T07:35:00.000Z", "2026-01-13T07:35+00:00"),
        ("2026-01-13", "2026-01-13"),
        ("January 13, 2026", "2026-01-13"),
        ("yesterday", None),
        ("", None),
        (None, None),
        ("Tue, 99 Jan 2026 07:35:00 +0900", None),
        ("Tue, 13 Jan 99999999999 07:35:00 +0900", None),
    ],
)
def test_dates_of_feeds(stated: str | None, iso: str | None) -> None:
    assert item_date(stated) == iso


LIST = b"""<?xml version="1.0" encoding="UTF-8"?><opml version="2.0"><head><title>Desk</title></head><body>
<outline text="Coast"><outline type="rss" text="Coast News" xmlUrl="https://coast.example/rss" htmlUrl="https://coast.example"/>
<outline type="rss" text="Again" xmlUrl="https://coast.example/rss"/></outline>
<outline text="Drava" XMLURL="http://drava.example/feed.json"/><outline text="none"/>
<outline text="bad" xmlUrl="file:///etc/passwd"/><outline text="worse" xmlUrl="javascript:alert(1)"/></body></opml>"""


def test_the_feeds_of_a_list_each_once() -> None:
    assert listed_feeds(LIST, "desk.opml") == ["https://coast.example/rss", "http://drava.example/feed.json"]


def test_a_list_holds_no_articles_and_says_so() -> None:
    found, failures = from_bytes(LIST, "desk.opml")
    assert found == []
    assert [f.error for f in failures] == ["a list of 2 feeds, which were not fetched"]
    with pytest.raises(UnreadableError, match="without feeds"):
        from_bytes(b"<opml><body/></opml>", "desk.opml")
