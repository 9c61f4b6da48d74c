"""What the command may cost on a machine with two cores."""

RUNS = 5
RECORD_SECONDS = 6.0
RECORD_MEGABYTES = 700.0
HELP_SECONDS = 0.4
READING_SHARE = 0.75
"""Share of the bare pipeline's words per second that reading must keep."""
COPIED_SHARE = 1.5
"""The same where half of the text is copied: the bare pipeline parses both prints."""
