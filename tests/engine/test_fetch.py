from __future__ import annotations

import gzip
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from itertools import pairwise
from pathlib import Path

import pytest

from tests.engine.loopback import LOCAL, Asked, Reply, Site, serving
from variorum.engine.fetch import Fetched, Fetcher
from variorum.engine.settings import Web
from variorum.errors import InputError, UnreadableError

MEGABYTE = 1024 * 1024


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as one:
        yield one


def fetcher(web: Web = LOCAL, largest: int = MEGABYTE) -> Fetcher:
    return Fetcher(web, largest)


def refused(url: str, web: Web = LOCAL, largest: int = MEGABYTE) -> str:
    with pytest.raises(UnreadableError) as told:
        Fetcher(web, largest).fetch(url)
    assert told.value.path == url
    return told.value.reason


def test_a_page_with_what_the_server_says_of_it(site: Site) -> None:
    site.pages["/a"] = Reply(b"<p>Hello</p>", headers={"Content-Type": "text/html; charset=koi8-r"})
    found = fetcher().fetch(f"{site.at}/a#top")
    assert found == Fetched(f"{site.at}/a#top", f"{site.at}/a", b"<p>Hello</p>", "text/html; charset=koi8-r")
    agent = site.asked[-1].headers["User-Agent"]
    assert agent.startswith("Variorum/")


def test_this_machine_and_private_networks_are_refused(site: Site) -> None:
    for host in (site.at, site.at.replace("127.0.0.1", "localhost"), "http://10.1.2.3", "http://169.254.169.254"):
        assert "no public address" in refused(f"{host}/a", Web())
    assert site.asked == []


def test_a_redirect_to_a_private_address_is_refused(site: Site) -> None:
    """The first host is public by its name; the second step names a number of this machine."""
    site.pages["/a"] = Reply(status=302, headers={"Location": "http://127.0.0.2/secret"})
    names = {"news.example": ["93.184.216.34"], "127.0.0.2": ["127.0.0.2"]}
    one = Fetcher(Web(pause=0, timeout=1), MEGABYTE, numbers=lambda host, port: names[host])
    where = {"93.184.216.34": "127.0.0.1"}
    with connecting_elsewhere(where), pytest.raises(UnreadableError, match=r"127\.0\.0\.2 is no public address"):
        one.fetch(f"http://news.example:{site.at.rpartition(':')[2]}/a")
    assert site.paths() == ["/a"]


def test_a_name_that_says_something_else_when_used_is_not_followed(site: Site) -> None:
    """Rebinding: the connection is made to the number that was checked, whatever the name says by then."""
    asked: list[str] = []

    def numbers(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["93.184.216.34"] if len(asked) < 3 else ["127.0.0.1"]

    connected: list[str] = []
    one = Fetcher(Web(pause=0, timeout=1), MEGABYTE, numbers=numbers)
    here = {"93.184.216.34": "127.0.0.1"}
    with connecting_elsewhere(here, connected), pytest.raises(UnreadableError, match="no public address"):
        one.fetch(f"http://rebound.example:{site.at.rpartition(':')[2]}/a")
    assert connected == ["93.184.216.34"], "for robots.txt, when the name still said so"
    assert site.paths() == []


@contextmanager
def connecting_elsewhere(where: dict[str, str], seen: list[str] | None = None) -> Iterator[None]:
    """Connects to this machine in place of a public number, so that no test leaves it."""
    connect = socket.create_connection

    def instead(address: tuple[str, int], timeout: float | None = None) -> socket.socket:
        if seen is not None:
            seen.append(address[0])
        if address[0] not in where:
            raise OSError("nobody there")
        return connect((where[address[0]], address[1]), timeout)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("socket.create_connection", instead)
        yield


def test_redirects_are_followed_and_counted(site: Site) -> None:
    for n in range(8):
        site.pages[f"/{n}"] = Reply(status=301, headers={"Location": f"/{n + 1}"})
    site.pages["/8"] = Reply(b"there")
    found = fetcher().fetch(f"{site.at}/3")
    assert (found.at, found.body) == (f"{site.at}/8", b"there")
    assert refused(f"{site.at}/2") == "more than 5 redirects"


def test_an_endless_redirect_ends(site: Site) -> None:
    site.pages["/loop"] = Reply(status=302, headers={"Location": "/loop"})
    assert refused(f"{site.at}/loop") == "more than 5 redirects"
    assert len(site.paths()) == 6


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("file:///etc/passwd", "only http and https"),
        ("ftp://127.0.0.1/x", "only http and https"),
        ("http://a:b@127.0.0.1/", "name or password"),
        ("", "not where"),
    ],
)
def test_a_redirect_out_of_the_web_is_refused(site: Site, place: str, reason: str) -> None:
    site.pages["/a"] = Reply(status=302, headers={"Location": place})
    assert reason in refused(f"{site.at}/a")


def test_robots_txt_is_honoured_by_name_and_for_all(site: Site) -> None:
    site.pages["/robots.txt"] = Reply(
        b"User-agent: *\nDisallow: /private/\nAllow: /private/open$\n\nUser-agent: Other\nDisallow: /\n"
    )
    site.pages["/a"] = site.pages["/private/open"] = site.pages["/private/x"] = Reply(b"text")
    assert "robots.txt of 127.0.0.1 forbids it" in refused(f"{site.at}/private/x")
    assert fetcher().fetch(f"{site.at}/a").body == b"text"
    assert fetcher().fetch(f"{site.at}/private/open").body == b"text"
    site.pages["/robots.txt"] = Reply(b"User-agent: Variorum\nDisallow: /\n")
    assert "forbids" in refused(f"{site.at}/a")
    assert "/private/x" not in site.paths()


def test_robots_txt_is_asked_for_once_and_a_redirect_is_checked_by_it(site: Site) -> None:
    site.pages["/robots.txt"] = Reply(b"User-agent: *\nDisallow: /no")
    site.pages["/a"] = Reply(status=302, headers={"Location": "/no"})
    one = fetcher()
    for _ in range(2):
        with pytest.raises(UnreadableError, match="forbids"):
            one.fetch(f"{site.at}/a")
    assert [a.path for a in site.asked] == ["/robots.txt", "/a", "/a"]


def test_without_robots_txt_all_is_allowed_and_with_a_failing_one_nothing(site: Site) -> None:
    site.pages["/a"] = Reply(b"text")
    assert fetcher().fetch(f"{site.at}/a").body == b"text"
    site.pages["/robots.txt"] = Reply(status=503)
    assert refused(f"{site.at}/a") == "the robots.txt of 127.0.0.1 cannot be had (503)"


def test_the_pause_between_two_requests_to_a_host(site: Site) -> None:
    site.pages["/a"] = site.pages["/b"] = Reply(b"text")
    times: list[float] = []

    def timed(asked: Asked) -> Reply:
        times.append(time.monotonic())
        return Reply(b"text")

    site.pages["/a"] = site.pages["/b"] = site.pages["/c"] = timed
    found = list(fetcher(replace(LOCAL, pause=0.2)).fetch_all([f"{site.at}/{n}" for n in "abc"]))
    assert [f.url for f in found if isinstance(f, Fetched)] == [f"{site.at}/{n}" for n in "abc"]
    assert min(b - a for a, b in pairwise(times)) >= 0.19


def test_a_delay_that_robots_txt_asks_for(site: Site) -> None:
    site.pages["/robots.txt"] = Reply(b"User-agent: *\nCrawl-delay: 0.3\n")
    site.pages["/a"] = site.pages["/b"] = Reply(b"text")
    one, start = fetcher(), time.monotonic()
    one.fetch(f"{site.at}/a")
    one.fetch(f"{site.at}/b")
    assert time.monotonic() - start >= 0.29


def test_an_unchanged_page_is_taken_from_the_cache(site: Site, tmp_path: Path) -> None:
    def page(asked: Asked) -> Reply:
        if asked.headers.get("If-None-Match") == '"one"' and asked.headers.get("If-Modified-Since"):
            return Reply(status=304)
        return Reply(b"text", headers={"ETag": '"one"', "Last-Modified": "Tue, 13 Jan 2026 07:00:00 GMT"})

    site.pages["/a"] = page
    web = replace(LOCAL, cache=tmp_path / "kept")
    first, again = (Fetcher(web, MEGABYTE).fetch(f"{site.at}/a") for _ in range(2))
    assert (first.fresh, again.fresh) == (True, False)
    assert first.body == again.body == b"text"
    assert first.media_type == again.media_type
    for file in (tmp_path / "kept").iterdir():
        file.write_bytes(file.read_bytes()[:-1])
    assert Fetcher(web, MEGABYTE).fetch(f"{site.at}/a").fresh, "a damaged answer is not used"


def test_a_page_that_changed_replaces_the_one_kept(site: Site, tmp_path: Path) -> None:
    web = replace(LOCAL, cache=tmp_path)
    for text in (b"one", b"two"):
        site.pages["/a"] = Reply(text, headers={"ETag": f'"{text.decode()}"'})
        assert Fetcher(web, MEGABYTE).fetch(f"{site.at}/a").body == text
    assert len(list(tmp_path.iterdir())) == 1


def test_an_answer_without_a_sign_is_not_kept(site: Site, tmp_path: Path) -> None:
    site.pages["/a"] = Reply(b"text")
    Fetcher(replace(LOCAL, cache=tmp_path), MEGABYTE).fetch(f"{site.at}/a")
    assert list(tmp_path.iterdir()) == []


def test_a_cache_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(InputError, match="cannot be used as a cache"):
        Fetcher(replace(LOCAL, cache=tmp_path / "file" / "in"), MEGABYTE)


def test_too_large_by_its_bytes_and_by_what_they_unpack_to(site: Site) -> None:
    site.pages["/big"] = Reply(b"x" * 5000)
    site.pages["/bomb"] = Reply(gzip.compress(b"x" * 50 * MEGABYTE), headers={"Content-Encoding": "gzip"})
    site.pages["/fits"] = Reply(gzip.compress(b"y" * 4000), headers={"Content-Encoding": "gzip"})
    assert "larger than" in refused(f"{site.at}/big", largest=4096)
    assert refused(f"{site.at}/bomb") == "larger than 1 MB"
    assert fetcher().fetch(f"{site.at}/fits").body == b"y" * 4000


def test_a_page_without_an_end_is_broken_off(site: Site) -> None:
    def endless(handler: BaseHTTPRequestHandler) -> None:
        for _ in range(10_000):
            handler.wfile.write(b"x" * 1024)

    site.pages["/a"] = Reply(headers={"Content-Length": ""}, after=endless)
    assert refused(f"{site.at}/a") == "larger than 1 MB"


def test_a_server_that_drips_is_left(site: Site) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        for _ in range(200):
            handler.wfile.write(b"x")
            time.sleep(0.05)

    site.pages["/a"] = Reply(headers={"Content-Length": "200"}, after=drip)
    start = time.monotonic()
    assert "took longer than 0.4 s" in refused(f"{site.at}/a", replace(LOCAL, patience=0.4))
    assert time.monotonic() - start < 4


def test_a_server_that_says_nothing_is_left(site: Site) -> None:
    site.pages["/a"] = Reply(headers={"Content-Length": "100"}, after=lambda handler: time.sleep(1))
    assert "no answer in time" in refused(f"{site.at}/a", replace(LOCAL, timeout=0.2))


def test_an_answer_that_breaks_off_is_none(site: Site) -> None:
    site.pages["/a"] = Reply(b"half", headers={"Content-Length": "8"})
    packed = gzip.compress(b"whole text" * 50)[:-12]
    site.pages["/b"] = Reply(packed, headers={"Content-Encoding": "gzip"})
    for path in "ab":
        assert "broke off" in refused(f"{site.at}/{path}")


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (Reply(status=404), "has no such page (404)"),
        (Reply(status=403), "refuses it (403)"),
        (Reply(status=429), "asks to be left alone (429)"),
        (Reply(status=500), "gives no page (500)"),
        (Reply(b"x", headers={"Content-Type": "image/png"}), "image/png, no report"),
        (Reply(b"x", headers={"Content-Encoding": "zstd"}), "no proper answer"),
        (Reply(b"not packed", headers={"Content-Encoding": "gzip"}), "no proper answer"),
    ],
)
def test_answers_without_a_page(site: Site, reply: Reply, reason: str) -> None:
    site.pages["/a"] = reply
    assert reason in refused(f"{site.at}/a")


def test_hosts_that_are_not_there() -> None:
    assert "there is no host" in refused("http://no-such-host.invalid/a")
    with serving() as gone:
        at = gone.at
    assert "robots.txt of 127.0.0.1 cannot be had" in refused(f"{at}/a")


@pytest.mark.skipif(shutil.which("openssl") is None, reason="no openssl to make a certificate with")
def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "cert.pem"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"),
            *("-addext", "subjectAltName=DNS:localhost", "-keyout", str(key), "-out", str(certificate)),
        ],
        check=True,
        capture_output=True,
    )
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate, key)
    with serving(tls) as site:
        site.pages["/a"] = Reply(b"text")
        at = site.at.replace("http://127.0.0.1", "https://localhost")
        assert "certificate is not valid" in refused(f"{at}/a")
        trusting = ssl.create_default_context(cafile=str(certificate))
        assert Fetcher(LOCAL, MEGABYTE, tls=trusting).fetch(f"{at}/a").body == b"text"
        other = at.replace("localhost", "127.0.0.1")
        with pytest.raises(UnreadableError, match="certificate is not valid"):
            Fetcher(LOCAL, MEGABYTE, tls=trusting).fetch(f"{other}/a")
