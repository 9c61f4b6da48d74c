"""The encoder of ``variorum.backends.pairs`` in PyTorch, where it can learn."""

from __future__ import annotations

from typing import Any

import torch
from torch import nn

from variorum.backends.pairs.weights import Packed
from variorum.model.protocols import STANDINGS

MATRICES = ("q", "k", "v", "ao", "fi", "fo")
PLACES = 200
"""Places of a pair that are told apart; its sentences are cut to fewer."""
BLANK = -1e4
"""What a place that is not to be looked at scores."""


class Matrix(nn.Module):
    """A matrix that learns, and what is added behind it."""

    def __init__(self, packed: Packed, name: str) -> None:
        super().__init__()
        behind = torch.tensor(packed.floats(f"{name}.b"))
        whole = torch.tensor(packed.floats(f"{name}.w").reshape(len(behind), -1))
        self.w, self.b = nn.Parameter(whole), nn.Parameter(behind)
        self.largest: Any = None

    def forward(self, x: Any) -> Any:
        """The matrix times x; outside of training it is kept how large each place of x was."""
        if not self.training:
            seen = x.detach().abs().reshape(-1, x.shape[-1]).max(0).values.float()
            self.largest = seen if self.largest is None else torch.maximum(self.largest, seen)
        return nn.functional.linear(x, self.w, self.b)


class Norm(nn.Module):
    """A layer's norm, whose scale and shift learn."""

    def __init__(self, packed: Packed, name: str) -> None:
        super().__init__()
        self.w = nn.Parameter(torch.tensor(packed.floats(f"{name}.w")))
        self.b = nn.Parameter(torch.tensor(packed.floats(f"{name}.b")))
        self.epsilon = packed.epsilon

    def forward(self, x: Any) -> Any:
        """X with mean nought and spread one, scaled and shifted."""
        return nn.functional.layer_norm(x, self.w.shape, self.w, self.b, self.epsilon)


class Layer(nn.Module):
    """One layer of attention."""

    def __init__(self, packed: Packed, n: int) -> None:
        super().__init__()
        self.heads = packed.heads
        self.parts = nn.ModuleDict({name: Matrix(packed, f"l{n}.{name}") for name in MATRICES})
        self.aln, self.oln = (Norm(packed, f"l{n}.{name}") for name in ("aln", "oln"))

    def forward(self, x: Any, seen: Any, dropped: float) -> Any:
        """X after the layer; ``seen`` tells which places look at which."""
        count, length, width = x.shape
        q, k, v = (self.parts[n](x).view(count, length, self.heads, -1).transpose(1, 2) for n in "qkv")
        scores = (q @ k.transpose(-1, -2)) * (self.heads / width) ** 0.5
        looked = scores.masked_fill(~seen, BLANK).softmax(-1).to(v.dtype) @ v
        x = self.aln(x + self.parts["ao"](looked.transpose(1, 2).reshape(count, length, width)))
        out = self.parts["fo"](nn.functional.gelu(self.parts["fi"](x)))
        return self.oln(x + nn.functional.dropout(out, dropped, self.training))


class Comparing(nn.Module):
    """The whole: two sentences in, a score for each standing out."""

    def __init__(self, packed: Packed) -> None:
        super().__init__()
        table = packed.floats("emb.word").reshape(-1, packed.width)
        self.word = nn.Embedding.from_pretrained(torch.tensor(table), freeze=True)
        self.places = nn.Parameter(torch.tensor(packed.floats("emb.pos").reshape(-1, packed.width)[:PLACES].copy()))
        self.first = Norm(packed, "emb.ln")
        self.side = nn.Parameter(torch.tensor(packed.floats("emb.type")[: packed.width]).repeat(2, 1))
        self.layers = nn.ModuleList(Layer(packed, n) for n in range(packed.layers))
        self.head = nn.Linear(4 * packed.width, len(STANDINGS))
        nn.init.normal_(self.head.weight, 0, 0.02)

    def forward(self, batch: tuple[Any, Any, Any], dropped: float = 0.0) -> Any:
        """Scores by (pieces, which are there, of which sentence)."""
        pieces, there, side = batch
        x = self.first(self.word(pieces) + self.places[: pieces.shape[1]] + self.side[side])
        seen = there[:, None, None, :].bool()
        for layer in self.layers:
            x = layer(x, seen, dropped)
        one, two = (self._mean(x, there * (side == n)) for n in (0, 1))
        return self.head(torch.cat([one, two, (one - two).abs(), one * two], 1))

    def _mean(self, x: Any, mask: Any) -> Any:
        return (x * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)

    def arrays(self) -> dict[str, Any]:
        """All numbers by the names that :func:`eval.pairs.graph.graph` reads."""
        norms = {"emb.ln": self.first}
        norms |= {
            f"l{n}.{name}": getattr(layer, name) for n, layer in enumerate(self.layers) for name in ("aln", "oln")
        }
        parts = norms | {f"l{n}.{name}": p for n, layer in enumerate(self.layers) for name, p in layer.parts.items()}
        found = {f"{name}.{key}": _numbers(getattr(part, key)) for name, part in parts.items() for key in "wb"}
        found |= {"side": _numbers(self.side), "emb.pos": _numbers(self.places)}
        return found | {"head.w": _numbers(self.head.weight), "head.b": _numbers(self.head.bias)}

    def largest(self) -> dict[str, Any]:
        """For the matrices that go in and out how large each place before them was, in all that was read so far."""
        return {f"l{n}.{name}": _numbers(layer.parts[name].largest)
                for n, layer in enumerate(self.layers) for name in ("fi", "fo")}  # fmt: skip


def _numbers(tensor: Any) -> Any:
    return tensor.detach().float().numpy()
