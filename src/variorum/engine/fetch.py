"""Fetches addresses of the web, politely and warily: one request a host at a time, nothing that robots.txt forbids.

Every step of a redirect is checked as the first was: scheme, robots.txt, and the numbers that its host's name gives.
The connection is made to a checked number, so that a name cannot say one thing when asked and another when used.
"""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from typing import Any
from urllib.parse import urljoin

from variorum.engine.fetch_address import Resolve, Target, allowed, resolve, target
from variorum.engine.fetch_cache import FetchCache, Kept
from variorum.engine.fetch_request import Answer, Most, Way, request
from variorum.engine.settings import Web
from variorum.errors import InputError, UnreadableError

PRODUCT = "Variorum"
MOVED = frozenset({301, 302, 303, 307, 308})
ROBOTS = 500 * 1024
"""Bytes of a robots.txt that are looked at (RFC 9309, 2.5)."""
WINDOW = 4
"""Answers waited for at a time, for each host asked at once; they are in memory together."""
LONGEST_DELAY = 60.0
"""Seconds of the longest pause that a robots.txt may ask for."""
PICTURES = ("image/", "video/", "audio/", "font/")
REASONS = {
    401: "wants a password",
    402: "wants payment",
    403: "refuses it",
    404: "has no such page",
    410: "has it no more",
}
BUSY = frozenset({429, 503})


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave.

    Attributes:
        url: as it was asked for.
        at: where it was found, redirects followed.
        body: its bytes, unpacked.
        media_type: as the server gives it, parameters and all.
        fresh: whether the server sent it, and not the cache on its word.
    """

    url: str
    at: str
    body: bytes
    media_type: str | None
    fresh: bool = True


@dataclass
class _Host:
    """What is known of one host.

    Attributes:
        turn: held by whoever asks it.
        asked: when it was last asked.
        pause: seconds that it asks for between two requests.
        robots: the rules of its robots.txt; None while not asked for.
        failed: why they cannot be had.
    """

    turn: threading.Lock = field(default_factory=threading.Lock)
    asked: float | None = None
    pause: float = 0.0
    robots: Any = None
    failed: str | None = None


class Fetcher:
    """Fetches for one run.

    Args:
        web: how.
        largest: bytes of the largest answer.
        numbers: how a host's name becomes numbers.
        tls: how servers' certificates are checked; the machine's own way by default.
    """

    def __init__(
        self, web: Web, largest: int, *, numbers: Resolve = resolve, tls: ssl.SSLContext | None = None
    ) -> None:
        self._web = web
        self._largest = largest
        self._numbers = numbers
        self._way = Way(web.timeout, web.patience, tls)
        self._cache = FetchCache(web.cache) if web.cache else None
        self._hosts: dict[str, _Host] = {}
        self._guard = threading.Lock()

    def fetch_all(self, urls: Iterable[str]) -> Iterator[Fetched | InputError]:
        """What each address gave, or why it gave nothing, in the order of the addresses."""

        def one(url: str) -> Fetched | InputError:
            try:
                return self.fetch(url)
            except InputError as error:
                return error

        left = iter(urls)
        pool = ThreadPoolExecutor(max_workers=self._web.at_once)
        try:
            while some := list(islice(left, WINDOW * self._web.at_once)):
                yield from pool.map(one, some)
        finally:  # an interrupted run does not wait for what it will not use
            pool.shutdown(wait=False, cancel_futures=True)

    def fetch(self, url: str) -> Fetched:
        """What an address gives.

        Raises:
            UnreadableError: it cannot, may not or should not be fetched, and why.
        """
        at = url
        for _ in range(self._web.redirects + 1):
            where = target(at, url)
            self._require_welcome(where, url)
            kept = self._cache.get(where.url) if self._cache else None
            answer = self._ask(where, url, kept)
            if answer.status == 304 and kept:
                return Fetched(url, where.url, kept.body, kept.media_type, fresh=False)
            if answer.status in MOVED:
                at = self._moved(where, answer, url)
                continue
            return self._taken(where, answer, url)
        raise UnreadableError(url, f"more than {self._web.redirects} redirects")

    def _moved(self, where: Target, answer: Answer, url: str) -> str:
        place = answer.headers.get("Location")
        if not place:
            raise UnreadableError(url, f"{where.host} says that it moved ({answer.status}), and not where")
        return urljoin(where.url, place.encode("latin-1", "replace").decode("utf-8", "replace"))

    def _taken(self, where: Target, answer: Answer, url: str) -> Fetched:
        if answer.status != 200:
            reason = REASONS.get(answer.status, "asks to be left alone" if answer.status in BUSY else "gives no page")
            raise UnreadableError(url, f"{where.host} {reason} ({answer.status})")
        media_type = answer.headers.get("Content-Type")
        if media_type and media_type.strip().lower().startswith(PICTURES):
            raise UnreadableError(url, f"{media_type.partition(';')[0].strip()}, no report")
        etag, modified = answer.headers.get("ETag"), answer.headers.get("Last-Modified")
        if self._cache and (etag or modified):
            self._cache.put(where.url, Kept(answer.body, media_type, etag, modified))
        return Fetched(url, where.url, answer.body, media_type)

    def _require_welcome(self, where: Target, url: str) -> None:
        """See that the host's robots.txt lets this address be fetched (RFC 9309).

        Raises:
            UnreadableError: it does not, or cannot be asked.
        """
        host = self._host(where)
        with host.turn:
            if host.robots is None and host.failed is None:
                try:
                    self._checked(where, url)
                    host.robots = self._robots(where, url)
                    host.pause = min(host.robots.crawl_delay(PRODUCT) or 0.0, LONGEST_DELAY)
                except UnreadableError as error:
                    host.failed = error.reason
        if host.failed:
            raise UnreadableError(url, host.failed)
        if not host.robots.can_fetch(where.url, PRODUCT):
            raise UnreadableError(url, f"the robots.txt of {where.host} forbids it")

    def _robots(self, where: Target, url: str) -> Any:
        """A host's rules. Where there are none all may be fetched; where the host fails, nothing (RFC 9309, 2.3.1)."""
        from protego import Protego

        at = f"{where.site}/robots.txt"
        for _ in range(self._web.redirects + 1):
            place = target(at, url)
            try:
                answer = self._request(place, url, None, Most(ROBOTS, cut=True))
            except UnreadableError as error:
                raise UnreadableError(url, f"the robots.txt of {place.host} cannot be had: {error.reason}") from None
            if answer.status not in MOVED:
                break
            at = self._moved(place, answer, url)
        if answer.status >= 500 or answer.status == 429:
            raise UnreadableError(url, f"the robots.txt of {where.host} cannot be had ({answer.status})")
        return Protego.parse(answer.body.decode("utf-8", "replace") if answer.status == 200 else "")

    def _host(self, where: Target) -> _Host:
        with self._guard:
            return self._hosts.setdefault(where.site, _Host())

    def _ask(self, where: Target, url: str, kept: Kept | None) -> Answer:
        """One request, when it is this host's turn."""
        host = self._host(where)
        with host.turn:
            if host.asked is not None:
                time.sleep(max(0.0, host.asked + max(self._web.pause, host.pause) - time.monotonic()))
            try:
                return self._request(where, url, kept, Most(self._largest))
            finally:
                host.asked = time.monotonic()

    def _request(self, where: Target, url: str, kept: Kept | None, most: Most) -> Answer:
        """One request to a checked number.

        Args:
            where: what to ask for.
            url: the address that the user or a feed named, for errors.
            kept: what is there already.
            most: how much to take.
        """
        numbers = self._checked(where, url)
        try:
            return request(where, numbers, self._way, kept, most)
        except UnreadableError as error:
            raise UnreadableError(url, error.reason) from None

    def _checked(self, where: Target, url: str) -> list[str]:
        """The numbers of a host that may be connected to.

        Raises:
            UnreadableError: there is no such host, or it is not a public one.
        """
        try:
            numbers = self._numbers(where.host, where.port)
        except (OSError, UnicodeError):
            raise UnreadableError(url, f"there is no host {where.host}") from None
        return allowed(where, numbers, url, private=self._web.private)
