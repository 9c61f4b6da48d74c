"""``python -m eval.group [--stories N] [--seed N]``: make a stream, link and group it, print scores and speed."""

from __future__ import annotations

import argparse
import resource
import time

from eval.group import agencies, lookalikes
from eval.group.scores import b_cubed, pairs, pairwise
from eval.group.stream import Mix, make_stream
from variorum.group import find_lineage, group_stories

LINKED = ("carries", "copies", "edits")


def main() -> None:
    """Print one line a measure."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--stories", type=int, default=120)
    options.add_argument("--reports", type=int, default=5)
    options.add_argument("--copies", type=int, default=4)
    options.add_argument("--days", type=int, default=60)
    options.add_argument("--seed", type=int, default=0)
    given = options.parse_args()
    mix = Mix(stories=given.stories, reports=given.reports, copies=given.copies, days=given.days)
    stream = make_stream(mix, given.seed)
    count = len(stream.articles)
    print(f"articles {count}, texts {len(set(stream.text.values()))}, stories {len(set(stream.story.values()))}")
    start, used = time.perf_counter(), time.process_time()
    lineage = find_lineage(stream.articles)
    linked = time.perf_counter()
    stories = group_stories(stream.articles, lineage)
    grouped = time.perf_counter()
    found = {frozenset((k.article, k.other)) for k in lineage if k.other and k.relation in LINKED}
    copies = pairs(stream.copy_pairs(), found)
    print(f"copy pairs   precision {copies.precision:.4f}  recall {copies.recall:.4f}  ({len(found)} linked)")
    group = {a.id: s.id for s in stories for a in s.articles}
    for name, score in (("B-cubed", b_cubed(stream.story, group)), ("pairwise", pairwise(stream.story, group))):
        print(f"{name:9s}    precision {score.precision:.4f}  recall {score.recall:.4f}  F1 {score.f1:.4f}")
    print(f"lineage      {linked - start:.1f} s, {count / (linked - start):.0f} articles/s")
    print(f"grouping     {grouped - linked:.1f} s, {count / (grouped - linked):.0f} articles/s")
    print(f"processor    {time.process_time() - used:.1f} s for both")
    print(f"peak memory  {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    for name, (articles, story) in lookalikes.sets().items():
        group = lookalikes.ours(articles)
        print(f"look-alikes, {name:26} B-cubed {b_cubed(story, group).f1:.3f}  pairs {pairwise(story, group).f1:.3f}")
    credit, wrong = agencies.measure()
    print(
        f"agencies credited   precision {credit.precision:.3f}  recall {credit.recall:.3f}  ({len(wrong)} texts wrong)"
    )


if __name__ == "__main__":
    main()
