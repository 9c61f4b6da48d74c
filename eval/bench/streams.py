"""``python -m eval.bench.streams [SIZE ...]``: lineage and grouping beside other libraries, and as a stream grows.

First on 4,000 articles of which 3,000 are copies; then the cost of one more report and that of all together, up to the
largest size (two reports in five are copies), each part in a process of its own. Seconds are of the processor. Writes
``docs/img/stream-cost.svg`` when the sizes reach 100,000.
"""

from __future__ import annotations

import gc
import json
import re
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from eval.bench.child import KILOBYTE
from eval.bench.limits import ONE_MORE, STREAM_GIGABYTES, STREAM_MINUTES
from eval.bench.picture import line_chart
from eval.group.scores import Score, b_cubed, pairs, pairwise
from eval.group.stream import Mix, Stream, make_stream
from eval.places import ROOT
from variorum.group import find_lineage, group_stories
from variorum.group.live import LiveStories

SIZES = (1_000, 3_000, 10_000, 30_000, 100_000)
LAST = 500
"""The cost of one more report is the mean over so many up to a size, with its share of the full passes before."""
OLDEST = 2
"""The garbage collector's generation whose passes go through all that is held."""
LINKED = ("carries", "copies", "edits")


def stream_of(size: int) -> Stream:
    """A stream of at least so many reports, two in five of them copies, told over sixty days."""
    return make_stream(Mix(stories=round(size / 4.5), copied=0.4), 7)


def beside() -> None:
    """Print scores and speed on 4,000 articles, ours and the others'."""
    from eval.bench.rivals import copies_by_datasketch, copies_by_rensa, stories_by_tfidf

    stream = make_stream(Mix(stories=340, copies=3, same=True), 11)
    articles, gold = stream.articles, stream.copy_pairs()
    print(f"{len(articles)} articles, {len(set(stream.text.values()))} of them no copies; processor seconds")
    print(f"{'copies':42} precision  recall   seconds  articles/s")
    start = time.process_time()
    lineage = find_lineage(articles)
    seconds = time.process_time() - start
    found = {frozenset((k.article, k.other)) for k in lineage if k.other and k.relation in LINKED}
    _copies("ours, with passages, credits and direction", pairs(gold, found), seconds, len(articles))
    for name, method in (("rensa", copies_by_rensa), ("datasketch", copies_by_datasketch)):
        score, threshold, seconds = method(articles, gold)
        _copies(f"{name}, threshold {threshold}", score, seconds, len(articles))
    print(f"{'stories':42} B-cubed    pairs    seconds  articles/s")
    start = time.process_time()
    ours = {a.id: s.id for s in group_stories(articles, lineage) for a in s.articles}
    _stories("ours", stream.story, ours, time.process_time() - start)
    theirs, least, seconds = stories_by_tfidf(articles, stream.story)
    _stories(f"TF-IDF and average link, threshold {least}", stream.story, theirs, seconds)


def _copies(name: str, score: Score, seconds: float, count: int) -> None:
    print(f"{name:42} {score.precision:9.4f} {score.recall:8.4f} {seconds:8.1f} {count / seconds:10.0f}", flush=True)


def _stories(name: str, gold: dict[str, int], found: dict[str, str] | dict[str, int], seconds: float) -> None:
    scores = b_cubed(gold, found).f1, pairwise(gold, found).f1
    print(f"{name:42} {scores[0]:9.4f} {scores[1]:8.4f} {seconds:8.1f} {len(gold) / seconds:10.0f}", flush=True)


class FullPasses:
    """The processor seconds of the garbage collector's passes through all that is held.

    There are but a few in a whole stream, each as long as hundreds of reports. Whether one falls among the last
    ``LAST`` before a size is chance, so they are shared out among all the reports up to there.
    """

    def __init__(self) -> None:
        self.seconds = 0.0
        self._start = 0.0

    def __call__(self, phase: str, info: dict[str, int]) -> None:
        """What the collector calls before and after each pass."""
        if info["generation"] < OLDEST:
            return
        if phase == "start":
            self._start = time.process_time()
        else:
            self.seconds += time.process_time() - self._start


def live(sizes: Sequence[int]) -> dict[str, object]:
    """The cost of one more report at each size, in milliseconds, as a stream comes in by its days."""
    stream = stream_of(sizes[-1])
    stories, costs = LiveStories(), {}
    ordered = sorted(stream.articles, key=lambda a: (a.published or "", a.id))[: sizes[-1]]
    used: list[float] = []
    passes = FullPasses()
    gc.callbacks.append(passes)
    for n, article in enumerate(ordered, start=1):
        start, before = time.process_time(), passes.seconds
        stories.add(article)
        used.append(time.process_time() - start - (passes.seconds - before))
        if n in sizes:
            costs[n] = 1000 * (sum(used[-LAST:]) / LAST + passes.seconds / n)
    gc.callbacks.remove(passes)
    found = {a.id: n for n, story in enumerate(stories.stories()) for a in story}
    gold = {i: stream.story[i] for i in found}
    return {
        "costs": costs,
        "all": sum(used) + passes.seconds,
        "b_cubed": b_cubed(gold, found).f1,
        "megabytes": _megabytes(),
    }


def together(size: int) -> dict[str, object]:
    """Lineage and stories of a whole stream at once."""
    stream = stream_of(size)
    articles = sorted(stream.articles, key=lambda a: (a.published or "", a.id))[:size]
    wall, start = time.perf_counter(), time.process_time()
    lineage = find_lineage(articles)
    linked = time.process_time() - start
    found = {a.id: s.id for s in group_stories(articles, lineage) for a in s.articles}
    seconds, wall = time.process_time() - start, time.perf_counter() - wall
    links = {frozenset((k.article, k.other)) for k in lineage if k.other and k.relation in LINKED}
    kept = {a.id for a in articles}
    score = pairs({p for p in stream.copy_pairs() if p <= kept}, links)
    gold = {i: stream.story[i] for i in found}
    return {
        "lineage": linked, "grouping": seconds - linked, "wall": wall, "megabytes": _megabytes(),
        "precision": score.precision, "recall": score.recall,
        "b_cubed": b_cubed(gold, found).f1, "pairs": pairwise(gold, found).f1,
    }  # fmt: skip


def _megabytes() -> float:
    """Peak resident memory of this process; what it had of its parent before it began is no part of it."""
    status = Path("/proc/self/status")
    if status.exists() and (peak := re.search(r"VmHWM:\s+(\d+) kB", status.read_text("ascii"))):
        return int(peak[1]) * 1024 / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KILOBYTE / 1e6


def main() -> int:
    """Print the tables; 1 when a limit is passed."""
    if sys.argv[1:2] == ["--part"]:
        part, *sizes = sys.argv[2:]
        numbers = [int(s) for s in sizes]
        print(json.dumps(live(numbers) if part == "live" else together(numbers[-1])))
        return 0
    sizes = tuple(int(s) for s in sys.argv[1:]) or SIZES
    beside()
    one, whole = _part("live", sizes), _part("together", sizes)
    costs = {int(n): cost for n, cost in one["costs"].items()}
    print(f"\n{'reports':>9}  milliseconds for one more")
    for n, cost in costs.items():
        print(f"{n:9,}  {cost:.2f}")
    ratio = costs[sizes[-1]] / costs[sizes[0]]
    print(f"{ratio:.2f} times as much at {sizes[-1]:,} as at {sizes[0]:,}; at most {ONE_MORE}")
    print(f"stories as they stand then: B-cubed {one['b_cubed']:.4f}; {one['megabytes']:.0f} MB")
    minutes, gigabytes = whole["wall"] / 60, whole["megabytes"] / 1000
    print(
        f"\nall {sizes[-1]:,} at once: lineage {whole['lineage']:.0f} s, grouping {whole['grouping']:.0f} s of the "
        f"processor, {minutes:.1f} minutes by the clock (at most {STREAM_MINUTES}), {gigabytes:.2f} GB (at most "
        f"{STREAM_GIGABYTES})\ncopies: precision {whole['precision']:.4f}, recall {whole['recall']:.4f}; "
        f"stories: B-cubed {whole['b_cubed']:.4f}, pairs {whole['pairs']:.4f}"
    )
    if sizes[-1] >= SIZES[-1]:
        picture = line_chart(
            "What one more report costs, and all together per report",
            "reports that are there (two in five are copies)", "processor milliseconds",
            {"one more": list(costs.items()), "all at once": _per_report(sizes, whole)},
        )  # fmt: skip
        (ROOT / "docs" / "img" / "stream-cost.svg").write_text(picture, "utf-8")
    return 0 if ratio <= ONE_MORE and minutes <= STREAM_MINUTES and gigabytes <= STREAM_GIGABYTES else 1


def _per_report(sizes: Sequence[int], whole: dict[str, float]) -> list[tuple[float, float]]:
    """Milliseconds a report when all come at once, at each size."""
    smaller = [(n, _part("together", [n])) for n in sizes[:-1]]
    every = [*smaller, (sizes[-1], whole)]
    return [(n, 1000 * (found["lineage"] + found["grouping"]) / n) for n, found in every]


def _part(part: str, sizes: Sequence[int]) -> dict[str, float | dict[str, float]]:
    command = [sys.executable, "-m", "eval.bench.streams", "--part", part, *map(str, sizes)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, float | dict[str, float]] = json.loads(done.stdout)
    return found


if __name__ == "__main__":
    sys.exit(main())
