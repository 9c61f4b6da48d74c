"""Which addresses may be fetched: the web's own, and none of this machine or the networks around it."""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, urlsplit, urlunsplit

from variorum.errors import UnreadableError

PORTS = {"http": 80, "https": 443}
NAT64 = ipaddress.ip_network("64:ff9b::/96")
LONGEST = 2000
"""Characters of an address."""
Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], list[str]]
"""Host and port into the numbers of its machines, in order of preference."""


@dataclass(frozen=True, slots=True)
class Target:
    """One address taken apart, fit to be asked for: ``path`` holds the query too."""

    url: str
    scheme: str
    host: str
    port: int
    path: str

    @property
    def site(self) -> str:
        """Scheme, host and port: what a robots.txt speaks for."""
        shown = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{shown}" + ("" if self.port == PORTS[self.scheme] else f":{self.port}")


def is_address(given: object) -> bool:
    """Whether what a user names is an address, and no file: it begins with a scheme."""
    return isinstance(given, str) and bool(re.match(r"[A-Za-z][A-Za-z0-9+.-]*://", given))


def target(url: str, named: str | None = None) -> Target:
    """An address taken apart; letters beyond ASCII are encoded, a fragment is cut off.

    Args:
        url: the address.
        named: the one that led to it, for errors.

    Raises:
        UnreadableError: no address of the web, or one with a password in it.
    """
    named = named or url
    try:
        parts = urlsplit(url.strip())
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii") if parts.hostname else ""
    except (ValueError, UnicodeError):
        raise UnreadableError(named, "not a valid address") from None
    scheme = parts.scheme.lower()
    if scheme not in PORTS:
        raise UnreadableError(named, "only http and https addresses are fetched")
    fit = re.fullmatch(r"[A-Za-z0-9._:%-]+", host)
    if not fit or len(url) > LONGEST or re.search(r"[\x00-\x1f\x7f]", url.strip()):
        raise UnreadableError(named, "not a valid address")
    if parts.username is not None or parts.password is not None:
        raise UnreadableError(named, "an address with a name or password in it is not fetched")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]")
    shown = f"[{host}]" if ":" in host else host
    whole = urlunsplit((scheme, shown + (f":{port}" if port else ""), path, query, ""))
    return Target(whole, scheme, host, port or PORTS[scheme], path + (f"?{query}" if query else ""))


def resolve(host: str, port: int) -> list[str]:
    """The numbers that the machine's own resolver gives for a host, each once.

    Raises:
        OSError: there is no such host.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(row[4][0]) for row in found))


def allowed(where: Target, numbers: list[str], url: str, *, private: bool) -> list[str]:
    """The numbers that may be connected to.

    They are what the connection must be made to: asked again, the host's name may say something else.

    Raises:
        UnreadableError: none, as all are of this machine or of a network that is not public.
    """
    fit = [n for n in numbers if private or is_public(n)]
    if not fit:
        raise UnreadableError(url, f"{where.host} is no public address, which is refused")
    return fit


def is_public(number: str) -> bool:
    """Whether an IP address is one of the public internet, in whatever form it hides another."""
    try:
        address: Address = ipaddress.ip_address(number.partition("%")[0])
    except ValueError:
        return False
    return all(_is_global(a) for a in (address, *_hidden(address)))


def _is_global(address: Address) -> bool:
    mapped = isinstance(address, ipaddress.IPv6Address) and bool(address.ipv4_mapped or address in NAT64)
    plain = address.is_global or mapped
    return plain and not (
        address.is_multicast or address.is_loopback or address.is_link_local or address.is_unspecified
    )


def _hidden(address: Address) -> list[Address]:
    """The IPv4 addresses inside an IPv6 one: mapped, 6to4, Teredo, NAT64."""
    if isinstance(address, ipaddress.IPv4Address):
        return []
    found: list[Address | None] = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in NAT64:
        found.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return [a for a in found if a is not None]
