"""Reports written for these tests: two ways to tell one event, look-alikes, and an agency's text."""

from __future__ import annotations

from typing import Any

from tests import factory
from variorum.model.article import Article

AGENCY = """The mayor of Tarnwick opened the rebuilt harbour bridge on Monday, eleven months after a barge tore away its middle pier and cut the old town off from the mainland.
About four thousand people walked across behind a brass band while fishing boats sounded their horns from the water below.
Engineers had warned in spring that the work could last until next winter, but a dry summer let the crews pour the new foundations weeks ahead of plan.
"We never stopped believing that we would cross here again," Mayor Edda Holm told the crowd.
The bridge cost nineteen million crowns, a third of it paid by the insurer of the barge. Lorries heavier than twelve tonnes stay banned until the deck has settled.
A ferry that carried schoolchildren over the channel since last October will make its final trip on Friday evening."""  # noqa: E501

OTHER = """Tarnwick has its bridge back. Edda Holm, the mayor, cut a ribbon at noon on Monday and let residents stroll over the channel for the first time since a barge struck the crossing almost a year ago.
Crowds estimated by police at four thousand cheered as musicians led the way toward the old town.
"We never stopped believing that we would cross here again," Mayor Edda Holm told the crowd.
Good weather helped the builders, who finished well before the deadline; the bill came to nineteen million crowns. Heavy trucks must still use the inland road."""  # noqa: E501

QUAKE_A = """A magnitude 6.1 earthquake shook the hills around Velmora on Tuesday, toppling chimneys and killing at least nine people, rescuers said.
The tremor struck before dawn and was felt as far as Port Issen. Soldiers dug through rubble in the village of Karsa, where a school dormitory collapsed.
Governor Talia Renn declared an emergency and asked for tents, blankets and dogs trained to find survivors. Aftershocks kept families outdoors."""  # noqa: E501

QUAKE_A2 = """Rescue teams pulled survivors from a collapsed dormitory in Karsa after an earthquake of magnitude 6.1 hit the Velmora hills early on Tuesday.
At least nine people died, the civil defence office in Port Issen said, and the toll may rise. Talia Renn, the governor, has declared an emergency.
Aftershocks shook the region through the morning and residents slept in tents beside the road."""  # noqa: E501

QUAKE_B = """A magnitude 5.8 earthquake shook the coast near Dunhaven on Thursday, toppling walls and killing at least four people, rescuers said.
The tremor struck after midnight and was felt as far as Lake Orrin. Soldiers dug through rubble in the town of Bellport, where a market hall collapsed.
Prefect Jonas Weck declared an emergency and asked for tents, blankets and dogs trained to find survivors. Aftershocks kept families outdoors."""  # noqa: E501


QUIET = """Beekeepers in the upper valley expect a poor harvest after frost killed most of the early blossom.
Some will feed their hives with sugar until the lime trees flower; others mean to move them south."""


def report(text: str, name: str, **given: Any) -> Article:
    """An article of this text, its own outlet unless one is given."""
    return factory.article(text, **({"path": f"{name}.txt", "outlet": f"The {name.title()} Post"} | given))
