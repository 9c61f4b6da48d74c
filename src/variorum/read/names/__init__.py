"""Who and where: names, what they stand for, and the words that stand for them."""

from variorum.read.names.find import find_names

__all__ = ["find_names"]
