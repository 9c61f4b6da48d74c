"""Which of two reports with one text had it from the other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from variorum.group.credits import carried, own_agency
from variorum.lang.agencies import name_key
from variorum.model.article import Article


def in_order(articles: Sequence[Article]) -> list[Article]:
    """Each article once, by publication, then id. Those without a day of their own come last."""
    once = {a.id: a for a in articles}
    return sorted(once.values(), key=lambda a: (_stamp(a) or "9999", a.id))


def taker(left: Article, right: Article, lengths: tuple[int, int]) -> tuple[bool, str]:
    """Whether the left one has its text from the right, and why: by credit, then publication, then length.

    Args:
        left: one of the two.
        right: the other.
        lengths: the words of each one's body.
    """
    credits_right, credits_left = _credits(left, right), _credits(right, left)
    if credits_right != credits_left:
        return credits_right, "it credits the other"
    if bool(carried(left)) != bool(carried(right)):
        return not carried(left), "the other credits the agency it is from, and it does not"
    order = published_before(left, right)
    if order:
        return order > 0, "it was published later"
    if lengths[0] != lengths[1]:
        return lengths[0] < lengths[1], "the other is longer, and neither is known to be earlier"
    return left.id > right.id, "neither is known to be earlier"


def published_before(left: Article, right: Article) -> int:
    """-1 when the left was published first, 1 when the right was, 0 when their stamps do not tell.

    Two clock times are compared when both name their zone or neither does; else the days. A report without a stamp has
    the day of its dateline.
    """
    one, two = _stamp(left), _stamp(right)
    if not one or not two:
        return 0
    if len(one) > 10 and len(two) > 10:
        a, b = dt.datetime.fromisoformat(one), dt.datetime.fromisoformat(two)
        if (a.tzinfo is None) == (b.tzinfo is None):
            return (a > b) - (a < b)
    return (one[:10] > two[:10]) - (one[:10] < two[:10])


def _stamp(article: Article) -> str | None:
    return article.published or (article.day.isoformat() if article.day else None)


def _credits(article: Article, other: Article) -> bool:
    """Whether the article credits the agency that published the other."""
    return own_agency(other) in {name_key(a) for a in carried(article)}
