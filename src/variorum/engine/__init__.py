"""The only folder that knows every stage: settings, intake, pipeline, quarantine. The library's face."""

from variorum.engine.desk import Edition, continue_desk, decide, note_recorded
from variorum.engine.intake import Articles, ingest
from variorum.engine.pipeline import as_one_story, group, readable, record
from variorum.engine.reader import Reader, forget, read, read_text
from variorum.engine.settings import DEFAULTS, Progress, Settings, Web

__all__ = [
    "DEFAULTS",
    "Articles",
    "Edition",
    "Progress",
    "Reader",
    "Settings",
    "Web",
    "as_one_story",
    "continue_desk",
    "decide",
    "forget",
    "group",
    "ingest",
    "note_recorded",
    "read",
    "read_text",
    "readable",
    "record",
]
