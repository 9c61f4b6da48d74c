"""Addresses of the web as pages and feeds state them."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit


def web_address(href: object, base: str | None = None, given: str | None = None) -> str | None:
    """An address of the web, made whole from where it stands; None for any other."""
    if not isinstance(href, str) or not href.strip():
        return None
    try:
        whole = urljoin(urljoin(given or "", base or ""), href.strip())
        parts = urlsplit(whole)
    except ValueError:
        return None
    return whole if parts.scheme.lower() in ("http", "https") and parts.netloc and len(whole) < 2000 else None
