"""An article into a reading."""

from variorum.read.article import read_article

__all__ = ["read_article"]
