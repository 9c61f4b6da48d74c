"""A server on loopback whose answers are given by the test."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from variorum.engine.settings import Web

LOCAL = Web(private=True, pause=0.0, timeout=2.0, patience=5.0)
"""How tests fetch: from this machine, without waiting between requests."""


@dataclass
class Reply:
    """What the server answers; ``after`` writes the body itself, in its own time."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    after: Callable[[BaseHTTPRequestHandler], None] | None = None


@dataclass
class Asked:
    """One request as it came."""

    path: str
    headers: Mapping[str, str]


class Site:
    """The pages of the server, by path, and what it was asked; without a robots.txt of its own it allows all."""

    def __init__(self) -> None:
        self.pages: dict[str, Reply | Callable[[Asked], Reply]] = {}
        self.asked: list[Asked] = []
        self.at = ""

    def paths(self) -> list[str]:
        """What was asked for, robots.txt left out."""
        return [a.path for a in self.asked if a.path != "/robots.txt"]

    def answer(self, asked: Asked) -> Reply:
        self.asked.append(asked)
        page = self.pages.get(asked.path, Reply(status=404))
        return page(asked) if callable(page) else page


@contextmanager
def serving(tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    """A site on a free port of 127.0.0.1 for as long as the test runs."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            reply = site.answer(Asked(self.path, dict(self.headers)))
            self.send_response(reply.status)
            stated = {"Content-Length": str(len(reply.body)), "Content-Type": "text/html; charset=utf-8"}
            for name, value in (stated | dict(reply.headers)).items():
                if value:
                    self.send_header(name, value)
            self.end_headers()
            try:
                if reply.after:
                    reply.after(self)
                else:
                    self.wfile.write(reply.body)
            except OSError:
                return

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base class's name)
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    site.at = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
