"""Newsroom formats in XML: NITF and NewsML-G2, and XML made to do harm."""

from __future__ import annotations

from typing import Any

import pytest

from tests.ingest.test_archives import names
from tests.ingest.test_invariants import check
from variorum.errors import FormatError, InputError
from variorum.ingest import from_bytes
from variorum.model.article import Article

NITF = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "http://www.nitf.org/IPTC/NITF/3.4/specification/dtd/nitf-3-4.dtd">
<nitf xml:lang="en">
 <head>
  <title>mill-fire</title>
  <docdata><date.issue norm="20260113T073500Z"/><doc.copyright year="2026" holder="The Linda Times"/></docdata>
  <pubdata type="web" name="The Linda Times" ex-ref="https://times.example/mill"/>
 </head>
 <body>
  <body.head>
   <hedline><hl1>Mill burns down in Porto</hl1><hl2>Firemen were there in ten minutes</hl2></hedline>
   <byline>By <person>Ana Kovel</person> and <person>John Roe</person><byttl>AFP</byttl></byline>
   <dateline><location>PORTO</location>, <story.date norm="20260112">Jan 12</story.date></dateline>
  </body.head>
  <body.content>
   <block>
    <p>A mill burned down in <location>Porto</location> on <chron norm="20260112">Monday</chron>, police&nbsp;said.</p>
    <p>Nobody was hurt &amp; the fire was out before noon.</p>
    <media media-type="image"><media-metadata name="x" value="y"/><media-reference source="a.jpg">a.jpg
     </media-reference>
     <media-caption>The mill on Monday.</media-caption><media-producer>Rui Paz/AFP</media-producer></media>
    <ul><li>The mill was built in 1890.</li></ul>
   </block>
  </body.content>
  <body.end><tagline>Editing by Rita Sol.</tagline></body.end>
 </body>
</nitf>"""


def one(raw: str, name: str = "item.xml") -> Article:
    [article], failures = from_bytes(raw.encode(), name)
    assert failures == []
    check(article)
    return article


def facts(article: Article) -> tuple[Any, ...]:
    return article.title, article.outlet, article.byline, article.published, article.language


@pytest.mark.parametrize("name", ["item.xml", "item.nitf", "item"])
def test_nitf(name: str) -> None:
    article = one(NITF, name)
    assert facts(article) == (
        "Mill burns down in Porto",
        "The Linda Times",
        ("Ana Kovel", "John Roe"),
        "2026-01-13T07:35+00:00",
        "en",
    )
    assert (article.url, article.agencies) == ("https://times.example/mill", ("AFP",))
    assert article.dateline is not None
    assert (article.dateline.place, str(article.dateline.date)) == ("Porto", "2026-01-12")
    read = [(p.kind, p.text) for p in article.paragraphs]
    assert read[:4] == [
        ("headline", "Mill burns down in Porto"),
        ("summary", "Firemen were there in ten minutes"),
        ("body", "A mill burned down in Porto on Monday, police said."),
        ("body", "Nobody was hurt & the fire was out before noon."),
    ]
    assert ("caption", "The mill on Monday.") in read
    assert "a.jpg" not in article.text


XHTML = """<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head>
<title>x</title></head><body><p>A mill burned down on <b>Monday</b>, police said.</p>
<p>Nobody was hurt.</p></body></html></inlineXML>"""


def item(content: str = XHTML, kind: str = "text", guid: str = "tag:wire.example,2026:1", extra: str = "") -> str:
    return f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{guid}" version="2" xml:lang="en-US"
 standard="NewsML-G2" standardversion="2.29">
 <rightsInfo><copyrightHolder literal="AFP"/></rightsInfo>
 <itemMeta><itemClass qcode="ninat:{kind}"/><provider qcode="nprov:AFP"/>
  <versionCreated>2026-01-13T08:35:00Z</versionCreated><pubStatus qcode="stat:usable"/>{extra}</itemMeta>
 <contentMeta><contentCreated>2026-01-13T07:35:00Z</contentCreated><by>By Ana Kovel and John Roe</by>
  <dateline>PORTO, Jan 12 (AFP) -</dateline><slugline>mill</slugline><headline>Mill burns down in Porto</headline>
 </contentMeta>
 <contentSet>{content}</contentSet></newsItem>"""


EXPECTED = (
    "Mill burns down in Porto",
    "AFP",
    ("Ana Kovel", "John Roe"),
    "2026-01-13T07:35+00:00",
    "en",
)


@pytest.mark.parametrize(
    "content",
    [
        XHTML,
        f'<inlineXML contenttype="application/nitf+xml">{NITF[NITF.index("<nitf") :]}</inlineXML>',
        "<inlineData contenttype='text/plain'>A mill burned down on Monday, police said.\nNobody was hurt."
        "</inlineData>",
        "<inlineData contenttype='text/html'><![CDATA[<p>A mill burned down on Monday, police said.</p>"
        "<p>Nobody was hurt.</p>]]></inlineData>",
    ],
)
def test_a_news_item(content: str) -> None:
    article = one('<?xml version="1.0"?>\n' + item(content.replace("&nbsp;", " ")))
    assert facts(article) == EXPECTED
    assert article.updated == "2026-01-13T08:35+00:00"
    assert article.dateline is not None and article.dateline.place == "Porto"
    read = [p.text for p in article.paragraphs if p.kind == "body"]
    assert read[0].endswith("Monday, police said.") and read[1].startswith("Nobody was hurt")


def message(*items: str) -> str:
    inside = "".join(items)
    return f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{inside}</itemSet></newsMessage>'


def test_a_message_gives_its_reports_and_passes_over_pictures() -> None:
    picture = item('<remoteContent href="a.jpg" contenttype="image/jpeg"/>', kind="picture", guid="b")
    package = '<packageItem guid="p"><groupSet><group id="r"><itemRef residref="a"/></group></groupSet></packageItem>'
    gone = item(guid="c").replace("stat:usable", "stat:canceled")
    late = item(guid="d").replace("2026-01-13T07:35:00Z", "soon")
    raw = message(package, item(guid="a"), picture, gone, late)
    articles, failures = from_bytes(raw.encode(), "wire.xml")
    assert names(articles) == ["wire.xml#1", "wire.xml#4"]
    assert facts(articles[0]) == EXPECTED
    assert articles[0].id != articles[1].id
    assert [(f.path, f.error) for f in failures] == [
        ("wire.xml#3", "canceled by its sender"),
        ("wire.xml#4", "contentCreated: 'soon' is not a date; the report is read without it"),
    ]


def test_an_item_keeps_its_id_when_others_join_the_message() -> None:
    [first], _ = from_bytes(message(item(guid="a")).encode(), "wire.xml")
    [_, again], _ = from_bytes(message(item(guid="b"), item(guid="a")).encode(), "wire.xml")
    assert first.id == again.id


def test_an_item_in_another_language_is_kept() -> None:
    text = "Die Feuerwehr war nach zehn Minuten da, und der Brand war noch vor dem Mittag gelöscht, sagte die Polizei."
    content = f"<inlineData contenttype='text/plain'>{text}</inlineData>"
    raw = item(content).replace("en-US", "de").replace("Mill burns down in Porto", "Mühle in Porto abgebrannt")
    assert one(raw).language == "de"


def old_item(content: str, number: int = 1, kind: str = "Text", status: str = "Usable") -> str:
    return f"""<NewsItem xml:lang="en"><Identification><NewsIdentifier><ProviderId>wire.example</ProviderId>
<NewsItemId>{number}</NewsItemId><PublicIdentifier>urn:newsml:wire.example:{number}</PublicIdentifier></NewsIdentifier>
</Identification><NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20260113T073500Z</FirstCreated>
<ThisRevisionCreated>20260113T083500Z</ThisRevisionCreated><Status FormalName="{status}"/></NewsManagement>
<NewsComponent><NewsLines><HeadLine>Mill burns down in Porto</HeadLine><ByLine>By Ana Kovel and John Roe</ByLine>
<DateLine>PORTO, Jan 12 (AFP) -</DateLine></NewsLines><AdministrativeMetadata><Provider><Party FormalName="AFP"/>
</Provider></AdministrativeMetadata><NewsComponent><ContentItem><MediaType FormalName="{kind}"/>
<DataContent>{content}</DataContent></ContentItem></NewsComponent></NewsComponent></NewsItem>"""


OLD_HEAD = '<?xml version="1.0"?><!DOCTYPE NewsML SYSTEM "NewsML_1.2.dtd"><NewsML><NewsEnvelope/>'
PARAGRAPHS = "<p>A mill burned down on Monday, police said.</p><p>Nobody was hurt.</p>"


@pytest.mark.parametrize(
    "content",
    [
        PARAGRAPHS,
        f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{PARAGRAPHS}</body></html>',
        f"<nitf><body><body.content>{PARAGRAPHS}</body.content></body></nitf>",
        f"<![CDATA[{PARAGRAPHS}]]>",
        "A mill burned down on Monday, police said.\nNobody was hurt.",
    ],
)
def test_newsml_before_g2(content: str) -> None:
    article = one(OLD_HEAD + old_item(content) + "</NewsML>")
    assert facts(article) == EXPECTED
    assert article.updated == "2026-01-13T08:35+00:00"
    assert article.dateline is not None and article.dateline.place == "Porto"
    assert [p.text for p in article.paragraphs if p.kind == "body"] == [
        "A mill burned down on Monday, police said.",
        "Nobody was hurt.",
    ]


def test_several_items_of_newsml_before_g2() -> None:
    items = [
        old_item("", 1, kind="Photo"),
        old_item(PARAGRAPHS, 2),
        old_item(PARAGRAPHS, 3, status="Canceled"),
        old_item(PARAGRAPHS, 4),
    ]
    articles, failures = from_bytes((OLD_HEAD + "".join(items) + "</NewsML>").encode(), "wire.xml")
    assert names(articles) == ["wire.xml#2", "wire.xml#4"]
    assert articles[0].id != articles[1].id
    assert [(f.path, f.error) for f in failures] == [("wire.xml#3", "Canceled by its sender")]
    with pytest.raises(FormatError, match="no report in it: 1 items without text"):
        from_bytes((OLD_HEAD + items[0] + "</NewsML>").encode(), "wire.xml")


BILLION = (
    '<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
BARE = NITF[NITF.index("<nitf") :]


@pytest.mark.parametrize(
    "head", [BILLION, OUTSIDE, OUTSIDE.replace("SYSTEM", 'PUBLIC "x"'), OUTSIDE.replace("x SYS", "% x SYS")]
)
@pytest.mark.parametrize("body", [BARE.replace("Nobody", "&c; &x; Nobody"), item()])
def test_entities_of_its_own_are_refused(head: str, body: str) -> None:
    with pytest.raises(FormatError, match="declares XML entities"):
        from_bytes((head + body).encode(), "item.xml")
    with pytest.raises(InputError):
        from_bytes((head + body).encode("utf-16"), "item.xml")


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (NITF[:900], "not well-formed XML"),
        (BARE.replace("police&nbsp;said", "&nosuch; said"), "not well-formed XML: Entity 'nosuch' not defined"),
        ("<nitf>" + "<block>" * 5_000 + "</block>" * 5_000 + "</nitf>", "deep|depth"),
        ("<nitf><head/><body><body.content/></body></nitf>", "no text in the document"),
        (message(), "no news item"),
        (message(item("<remoteContent href='a'/>", kind="picture")), "no report in it: 1 items without text"),
        ('<?xml version="1.0"?><invoice><sum>3</sum></invoice>', "XML whose first element is 'invoice'"),
    ],
)
def test_what_holds_no_report_is_refused(raw: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        from_bytes(raw.encode(), "item.xml")
