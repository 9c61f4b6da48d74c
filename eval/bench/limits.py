"""What the command may cost on a machine with two cores."""

RUNS = 5
RECORD_SECONDS = 6.0
RECORD_MEGABYTES = 700.0
HELP_SECONDS = 0.4
READING_SHARE = 0.75
"""Share of the bare pipeline's words per second that reading must keep."""
COPIED_SHARE = 1.5
"""The same where half of the text is copied: the bare pipeline parses both prints."""
STREAM_MINUTES, STREAM_GIGABYTES = 10, 4
"""For lineage and grouping of 100,000 reports in one process."""
ONE_MORE = 1.5
"""How many times what it costs at 1,000 one more report may cost at 100,000."""
STORY_SECONDS = {10: 12.0, 40: 45.0}
"""Processor time of a record, by the number of its reports."""
STORY_GROWTH = 2.5
"""How many times as much a story of twice the reports may cost."""
STORY_MEGABYTES = 1200.0
