"""``python -m variorum`` is the command ``variorum``."""

from variorum.present.cli import main

main()
