"""Articles to stories: whose text each carries, and which tell one event. Values in, values out."""

from variorum.group.lineage import find_lineage
from variorum.group.live import Arrival, LiveStories
from variorum.group.sharing import Sharing
from variorum.group.stories import group_stories

__all__ = ["Arrival", "LiveStories", "Sharing", "find_lineage", "group_stories"]
