"""Times: words such as "late last month", with the interval they mean, seen from the article's own day.

The road: the paragraph's words become class letters (``lexicon``), rules over the letters give matches (``tagger``), a
match becomes a meaning (``build``), meanings that stand in context (``context``) are joined (``assemble``), and each is
held against the article's day, the days the text has set, and the tense (``direction``, ``resolve``).
"""

from variorum.read.times.find import find_times
from variorum.read.times.timex import timex_document

__all__ = ["find_times", "timex_document"]
