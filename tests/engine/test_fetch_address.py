from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.engine.fetch_address import allowed, is_address, is_public, target
from variorum.errors import InputError, UnreadableError


@pytest.mark.parametrize("number", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::5db8:d822"])
def test_public_numbers(number: str) -> None:
    assert is_public(number)


@pytest.mark.parametrize(
    "number",
    [
        *(
            "127.0.0.1",
            "127.9.9.9",
            "0.0.0.0",
            "10.0.0.1",
            "172.16.3.4",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
        ),
        *("224.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::", "ff02::1"),
        *("2001:db8::1", "2001:0:7f00:1::", "not a number", "", "127.0.0.1.nip.example"),
    ],
)
def test_numbers_that_are_not_the_webs(number: str) -> None:
    assert not is_public(number)


def test_of_several_numbers_only_the_public_ones_are_connected_to() -> None:
    where = target("https://host.example/")
    numbers = ["10.0.0.1", "93.184.216.34"]
    assert allowed(where, numbers, where.url, private=False) == ["93.184.216.34"]
    assert allowed(where, numbers, where.url, private=True) == numbers
    with pytest.raises(UnreadableError, match=r"host\.example is no public address"):
        allowed(where, ["10.0.0.1", "::1"], where.url, private=False)


def test_an_address_is_made_fit_to_be_asked_for() -> None:
    found = target(" HTTP://Münze.Example:8080/über uns?q=ä b#part ")
    assert found.url == "http://xn--mnze-0ra.example:8080/%C3%BCber%20uns?q=%C3%A4%20b"
    assert (found.host, found.port, found.path) == ("xn--mnze-0ra.example", 8080, "/%C3%BCber%20uns?q=%C3%A4%20b")
    assert found.site == "http://xn--mnze-0ra.example:8080"
    assert target("https://a.example").path == "/"
    assert target("https://a.example:443/%7Ex").site == "https://a.example"
    assert target("http://[::1]:8/x").site == "http://[::1]:8"


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("ftp://a.example/x", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("javascript:alert(1)", "only http and https"),
        ("http://", "not a valid address"),
        ("http://a.example:99999/", "not a valid address"),
        ("http://a.example/x\r\nHost: b", "not a valid address"),
        ("http://" + "a" * 64 + ".example/", "not a valid address"),
        ("http://[::1/", "not a valid address"),
        ("http://a.example/" + "x" * 3000, "not a valid address"),
        ("http://me:secret@a.example/", "name or password"),
    ],
)
def test_what_is_no_address_of_the_web(url: str, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        target(url)


@given(st.one_of(st.text(max_size=60), st.text(max_size=40).map("http://".__add__)))
def test_any_words_are_an_address_or_refused(words: str) -> None:
    try:
        found = target(words)
    except InputError:
        return
    assert found.url.isascii()
    assert found.scheme in ("http", "https")
    assert not any(c.isspace() for c in found.path)


def test_files_and_addresses_are_told_apart() -> None:
    assert is_address("https://a.example/feed")
    assert is_address("ftp://a.example")
    assert not is_address("reports/monday.txt")
    assert not is_address("C:\\reports")
