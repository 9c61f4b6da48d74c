"""One request over HTTP to a number that was checked, bounded in size and in time."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import zlib
from contextlib import suppress
from dataclasses import dataclass

from variorum import __version__
from variorum.engine.fetch_address import Target
from variorum.engine.fetch_cache import Kept
from variorum.errors import UnreadableError

AGENT = f"Variorum/{__version__} (reads news reports; honours robots.txt)"
ACCEPT = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.5"
CHUNK = 64 * 1024


@dataclass(frozen=True, slots=True)
class Answer:
    """A server's answer; ``body`` is unpacked, and empty unless the status is 200."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes


@dataclass(frozen=True, slots=True)
class Most:
    """Bytes of the largest answer, and whether a larger one is cut off rather than refused."""

    size: int
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Way:
    """How long to wait, in seconds (see ``Web``), and how certificates are checked; None is the machine's way."""

    timeout: float
    patience: float
    tls: ssl.SSLContext | None = None


def request(where: Target, numbers: list[str], way: Way, kept: Kept | None, most: Most) -> Answer:
    """Ask one of the numbers for what is wanted.

    Args:
        where: what to ask for.
        numbers: what its host's name gave, checked.
        way: how.
        kept: what is there already.
        most: how much to take.

    Raises:
        UnreadableError: no answer, a broken one, or one too large; its path is the target's address.
    """
    connection = _Connection(where, numbers, way)
    try:
        connection.request("GET", where.path, headers=_headers(kept))
        response = connection.getresponse()
        return Answer(response.status, response.headers, _body(response, where.url, most))
    except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
        reason = f"took longer than {way.patience:g} s" if connection.expired else _reason(error)
        raise UnreadableError(where.url, f"{where.host}: {reason}") from None
    finally:
        connection.finish()


def _headers(kept: Kept | None) -> dict[str, str]:
    headers = {"User-Agent": AGENT, "Accept": ACCEPT, "Accept-Encoding": "gzip", "Connection": "close"}
    if kept and kept.etag:
        headers["If-None-Match"] = kept.etag
    if kept and kept.last_modified:
        headers["If-Modified-Since"] = kept.last_modified
    return headers


def _reason(error: Exception) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not valid ({error.verify_message})"
    if isinstance(error, TimeoutError):
        return "no answer in time"
    if isinstance(error, OSError):
        return error.strerror or str(error) or "the connection broke"
    return f"no proper answer ({type(error).__name__})"


def _body(response: http.client.HTTPResponse, url: str, most: Most) -> bytes:
    """The answer's bytes, unpacked as they come and never more than wanted."""
    if response.status != 200:
        return b""
    coding = (response.headers.get("Content-Encoding") or "identity").strip().lower()
    if coding not in ("identity", "gzip", "x-gzip", "deflate"):
        raise ValueError(f"unknown coding {coding}")
    unpack = zlib.decompressobj(47 if coding != "deflate" else 15) if coding != "identity" else None
    out = bytearray()
    while len(out) <= most.size and (data := response.read(CHUNK)):
        out += unpack.decompress(data, most.size + 1 - len(out)) if unpack else data
    broken = response.length or (unpack and not unpack.eof)
    if len(out) <= most.size and broken:
        raise ConnectionError("the answer broke off")
    if len(out) > most.size and not most.cut:
        raise UnreadableError(url, f"larger than {most.size / 1024 / 1024:.4g} MB")
    return bytes(out[: most.size])


class _Connection(http.client.HTTPConnection):
    """A connection to one of the numbers given, which breaks off when the whole takes too long."""

    def __init__(self, where: Target, numbers: list[str], way: Way) -> None:
        super().__init__(where.host, where.port, timeout=way.timeout)
        self._where = where
        self._numbers = numbers
        self._tls = (way.tls or ssl.create_default_context()) if where.scheme == "https" else None
        self._patience = way.patience
        self._timer: threading.Timer | None = None
        self._used: socket.socket | None = None
        self.expired = False

    def connect(self) -> None:
        """Connect to the first number that answers."""
        raw = self._connected()
        self._timer = threading.Timer(self._patience, self._expire)
        self._timer.daemon = True
        self._timer.start()
        self.sock = self._used = raw
        if self._tls:
            tls = self._tls.wrap_socket(raw, server_hostname=self._where.host, do_handshake_on_connect=False)
            self.sock = self._used = tls
            tls.do_handshake()

    def _connected(self) -> socket.socket:
        failed: OSError = OSError("no number to connect to")
        for number in self._numbers:
            try:
                return socket.create_connection((number, self._where.port), timeout=self.timeout)
            except OSError as error:
                failed = error
        raise failed

    def _expire(self) -> None:
        """End the connection under whoever waits for it; a TLS socket's own method would take itself apart first."""
        self.expired = True
        with suppress(OSError, ValueError):
            if self._used:
                socket.socket.shutdown(self._used, socket.SHUT_RDWR)

    def finish(self) -> None:
        """Close the connection, which the answer may still have been read from, and stop waiting for its end."""
        if self._timer:
            self._timer.cancel()
        self.close()
        if self._used:
            self._used.close()
