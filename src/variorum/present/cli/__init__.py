"""The command ``variorum``: the library's verbs, one command each."""

from variorum.present.cli.commands import main

__all__ = ["main"]
