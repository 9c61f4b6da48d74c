"""``python -m eval.group.agencies``: whose text reports say they are: ways to credit one, and what looks like one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from eval.group.scores import Score
from variorum.ingest import from_bytes
from variorum.lang.agencies import is_agency, name_key

FILE = Path(__file__).parent / "credits.txt"
PARAGRAPHS = (
    "Boats between the islands and the mainland stayed in port on Tuesday after a storm damaged two piers and sank a "
    "trawler, the harbour master said. About four hundred passengers spent the night in a school.",
    "The line carries eleven hundred people on an ordinary day, most of them pupils and nurses. Repairs may take until "
    "the end of the month, and buses will run to the southern landing in the meantime, the operator said.",
)


def snippets() -> Iterator[tuple[frozenset[str], str]]:
    """Each report's agencies and its text, with the outlet, where one is given, as front matter."""
    for block in FILE.read_text("utf-8").split("\n==== ")[1:]:
        head, _, text = block.partition("\n")
        outlet, _, rest = text.partition("\n")
        if outlet.startswith("outlet: "):
            text = f"---\n{outlet}\n---\n{rest}"
        for n, paragraph in enumerate(PARAGRAPHS, start=1):
            text = text.replace(f"{{{n}}}", paragraph)
        yield frozenset(name_key(a) for a in head.split(", ") if a != "-"), text.strip() + "\n"


def credited(text: str) -> frozenset[str]:
    """The agencies whose text it is by its credits; without any, an outlet that is an agency itself."""
    [article], _ = from_bytes(text.encode("utf-8"), "snippet.txt")
    own = [article.outlet] if article.outlet and is_agency(article.outlet) else []
    return frozenset(map(name_key, article.agencies or own))


def measure() -> tuple[Score, list[str]]:
    """Precision and recall of (report, agency), and each miss in words."""
    right = said = asked = 0
    misses = []
    for wanted, text in snippets():
        got = credited(text)
        right, said, asked = right + len(wanted & got), said + len(got), asked + len(wanted)
        if got != wanted:
            misses.append(f"wanted {sorted(wanted)}, got {sorted(got)}:\n{text}")
    return Score(right / said if said else 1.0, right / asked if asked else 1.0), misses


def main() -> None:
    """Print the misses, then the scores."""
    score, misses = measure()
    for miss in misses:
        print(miss)
    print(f"agencies     precision {score.precision:.3f}  recall {score.recall:.3f}  ({len(misses)} texts wrong)")


if __name__ == "__main__":
    main()
