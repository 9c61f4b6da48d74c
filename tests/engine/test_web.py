from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.engine.loopback import LOCAL, Reply, Site, serving
from variorum.engine import Settings, ingest
from variorum.errors import NothingToReadError

FEEDS = Settings(web=replace(LOCAL, follow="feeds"))
PAGES = Settings(web=replace(LOCAL, follow="pages"))
OFFLINE = Settings(web=LOCAL)


def page(title: str, head: str = "") -> bytes:
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>"
        f"<p>{title}, the customs officers said on Monday at the bridge over the Drava.</p>"
        "<p>About 300 lorries were waiting there when the barrier rose at dawn.</p></article></body></html>"
    ).encode()


def feed(*items: tuple[str, str], title: str = "Drava Daily") -> bytes:
    rows = "".join(
        f"<item><title>{name}</title><link>{link}</link><guid>{link}</guid><dc:creator>Lena Voss</dc:creator>"
        f"<pubDate>Mon, 11 May 2026 08:00:00 +0200</pubDate><description>{name}, in short.</description></item>"
        for name, link in items
    )
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<channel><title>{title}</title>{rows}</channel></rss>"
    ).encode()


def opml(*urls: str) -> bytes:
    rows = "".join(f'<outline xmlUrl="{url}"/>' for url in urls)
    return f'<?xml version="1.0"?><opml version="2.0"><body>{rows}</body></opml>'.encode()


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as one:
        yield one


def test_a_page_named_by_its_address(site: Site) -> None:
    site.pages["/2026/bridge?id=1"] = Reply(page("Bridge reopens"))
    (found,) = ingest(f"{site.at}/2026/bridge?id=1", settings=OFFLINE)
    assert (found.title, found.path, found.url) == ("Bridge reopens", f"{site.at}/2026/bridge?id=1", found.path)
    assert found.outlet == "127.0.0.1"


def test_the_address_of_a_page_is_where_its_redirects_lead(site: Site) -> None:
    site.pages["/r"] = Reply(status=301, headers={"Location": "/bridge"})
    site.pages["/bridge"] = Reply(page("Bridge reopens"))
    (found,) = ingest(f"{site.at}/r", settings=OFFLINE)
    assert (found.path, found.url) == (f"{site.at}/r", f"{site.at}/bridge")


def test_other_forms_go_by_their_content_and_what_the_server_says(site: Site) -> None:
    site.pages["/a"] = Reply(b"BREL, Jan 13 - They met on Tuesday.", headers={"Content-Type": "text/plain"})
    site.pages["/b"] = Reply(page("Brücke frei").decode().encode("cp1252"), headers={"Content-Type": "text/html"})
    one, two = ingest(f"{site.at}/a", f"{site.at}/b", settings=OFFLINE)
    assert one.text == "BREL, Jan 13 - They met on Tuesday."
    assert two.title == "Brücke frei"


def test_files_and_addresses_stand_in_the_order_given(site: Site, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("They met on Tuesday in Brel.")
    site.pages["/b"] = Reply(page("Bridge reopens"))
    found = ingest(f"{site.at}/b", tmp_path / "a.txt", settings=OFFLINE)
    assert [a.path for a in found] == [f"{site.at}/b", str(tmp_path / "a.txt")]


def test_nothing_but_what_is_named_is_fetched(site: Site, tmp_path: Path) -> None:
    (tmp_path / "feed.rss").write_bytes(feed(("Bridge reopens", f"{site.at}/1")))
    (tmp_path / "list.opml").write_bytes(opml(f"{site.at}/feed"))
    (tmp_path / "page.html").write_bytes(page("Fares rise", f'<link rel="stylesheet" href="{site.at}/a.css">'))
    found = ingest(tmp_path, settings=OFFLINE)
    assert len(found) == 2
    assert site.asked == []
    assert [f.error for f in found.notes] == ["of 1 of 1 items only a summary is here"]
    assert [f.error for f in found.failures] == ["a list of one feed, which were not fetched"]


def test_a_feed_named_by_its_address(site: Site) -> None:
    site.pages["/feed"] = Reply(feed(("Bridge reopens", "/1"), ("Fares rise", "/2")))
    found = ingest(f"{site.at}/feed", settings=OFFLINE)
    assert [(a.title, a.path, a.url) for a in found] == [
        ("Bridge reopens", f"{site.at}/feed#1", f"{site.at}/1"),
        ("Fares rise", f"{site.at}/feed#2", f"{site.at}/2"),
    ]
    assert site.paths() == ["/feed"]


def test_pages_of_a_feed_take_the_place_of_their_summaries(site: Site) -> None:
    site.pages["/feed"] = Reply(feed(("Bridge reopens", "/1"), ("Fares rise", "/2"), ("Bells ring", "/3")))
    site.pages["/1"] = Reply(page("Bridge reopens"))
    site.pages["/3"] = Reply(page("Bells ring"))
    found = ingest(f"{site.at}/feed", settings=PAGES)
    assert [a.path for a in found] == [f"{site.at}/1", f"{site.at}/feed#2", f"{site.at}/3"]
    assert found[0].published == "2026-05-11T08:00+02:00", "the feed's, as the page does not say"
    assert (found[0].outlet, found[0].byline) == ("Drava Daily", ("Lena Voss",))
    assert [(f.path, f.error) for f in found.failures] == [(f"{site.at}/2", "127.0.0.1 has no such page (404)")]
    assert [(f.path, f.error) for f in found.notes] == [(f"{site.at}/feed", "of 1 of 3 items only a summary is here")]


def test_the_feeds_of_a_list_and_then_their_pages(site: Site, tmp_path: Path) -> None:
    (tmp_path / "list.opml").write_bytes(opml(f"{site.at}/one", f"{site.at}/two", f"{site.at}/gone"))
    site.pages["/one"] = Reply(feed(("Bridge reopens", "/1")))
    site.pages["/two"] = Reply(feed(("Bridge reopens", "/1"), ("Fares rise", "/2")))
    site.pages["/1"], site.pages["/2"] = Reply(page("Bridge reopens")), Reply(page("Fares rise"))
    found = ingest(tmp_path / "list.opml", settings=FEEDS)
    assert [a.path for a in found] == [f"{site.at}/one#1", f"{site.at}/two#2"], "an item of two feeds is one article"
    assert {f"{site.at}/gone", f"{site.at}/two#1"} <= {f.path for f in found.failures}
    found = ingest(tmp_path / "list.opml", settings=PAGES)
    assert [a.path for a in found] == [f"{site.at}/1", f"{site.at}/2"]
    assert site.paths().count("/1") == 1


def test_private_addresses_from_a_feed_are_refused(site: Site, tmp_path: Path) -> None:
    inside = ["http://127.0.0.1:1/x", "http://169.254.169.254/latest/", "http://[::1]/", "http://localhost/", site.at]
    (tmp_path / "feed.rss").write_bytes(feed(*((f"Item {n} of it", url) for n, url in enumerate(inside))))
    found = ingest(tmp_path / "feed.rss", settings=Settings(web=replace(PAGES.web, private=False)))
    assert len(found) == len(inside), "the summaries stay"
    assert sum("no public address" in f.error for f in found.failures) == len(inside)
    assert site.asked == []


def test_a_list_that_leads_to_itself_ends(site: Site) -> None:
    site.pages["/list"] = Reply(opml(f"{site.at}/list", f"{site.at}/other"), headers={"Content-Type": "text/x-opml"})
    site.pages["/other"] = Reply(opml(f"{site.at}/list", f"{site.at}/feed"), headers={"Content-Type": "text/x-opml"})
    site.pages["/feed"] = Reply(feed(("Bridge reopens", f"{site.at}/list")))
    found = ingest(f"{site.at}/list", settings=PAGES)
    assert [a.title for a in found] == ["Bridge reopens"]
    assert sorted(site.paths()) == ["/feed", "/list", "/other"]


def test_no_more_is_followed_than_is_allowed(site: Site) -> None:
    site.pages["/feed"] = Reply(feed(*((f"Item {n} of it", f"/{n}") for n in range(20))))
    told: list[tuple[str, int, int]] = []
    settings = Settings(web=replace(PAGES.web, most=5))
    found = ingest(f"{site.at}/feed", settings=settings, progress=lambda *step: told.append(step))
    assert len(site.paths()) == 5
    assert "16 more addresses in it were not followed: the limit is 5 in a run" in {f.error for f in found.failures}
    assert told == [*(("fetch", n, 4) for n in (1, 2, 3, 4)), ("ingest", 1, 1)]


def test_what_is_no_address_of_the_web_is_told() -> None:
    with pytest.raises(NothingToReadError, match="only http and https addresses are fetched"):
        ingest("ftp://a.example/x")
    with pytest.raises(NothingToReadError, match="no public address"):
        ingest("http://127.0.0.1:9/x")


def test_the_same_page_is_the_same_article_from_the_cache(site: Site, tmp_path: Path) -> None:
    site.pages["/a"] = Reply(page("Bridge reopens"), headers={"ETag": '"1"'})
    settings = Settings(web=replace(LOCAL, cache=tmp_path))
    (first,) = ingest(f"{site.at}/a", settings=settings)
    site.pages["/a"] = lambda asked: Reply(status=304 if "If-None-Match" in asked.headers else 500)
    (again,) = ingest(f"{site.at}/a", settings=settings)
    assert first == again
