"""Speech: attributions with source, cue and content, their speakers and occasions."""

from variorum.read.speech.quotes import find_quotes

__all__ = ["find_quotes"]
