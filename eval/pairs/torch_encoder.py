"""The encoder of ``variorum.backends.pairs`` in PyTorch, where it can learn."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from torch import nn

from variorum.backends.pairs.encoder import MATRICES
from variorum.backends.pairs.weights import BLOCK, Packed
from variorum.model.protocols import STANDINGS

SHARES = (1.0, 0.87, 0.75)
"""Shares of a block's largest number that its scale may be made for."""
PLACES = 200
"""Places of a pair that are told apart; its sentences are cut to fewer."""


class Matrix(nn.Module):
    """A matrix that learns, and what is added behind it."""

    def __init__(self, packed: Packed, name: str) -> None:
        super().__init__()
        behind = torch.tensor(packed.floats(f"{name}.b"))
        whole = torch.tensor(packed.floats(f"{name}.w").reshape(len(behind), -1))
        self.w, self.b = nn.Parameter(whole), nn.Parameter(behind)
        self.register_buffer("before", whole.clone(), persistent=False)

    def forward(self, x: Any) -> Any:
        """The matrix times x."""
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
        looked = nn.functional.scaled_dot_product_attention(q, k, v, attn_mask=seen)
        out = self.parts["ao"](looked.transpose(1, 2).reshape(count, length, width))
        x = self.aln(x + nn.functional.dropout(out, dropped, self.training))
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

    def learned(self) -> dict[str, Any]:
        """What was learned, by the names that the encoder reads: matrices as what is added to them, in four bits."""
        found = {"side": _half(self.side), "emb.pos": _half(self.places)}
        found |= {"head.w": _half(self.head.weight), "head.b": _half(self.head.bias)}
        norms = {"emb.ln": self.first}
        for n, layer in enumerate(self.layers):
            norms |= {f"l{n}.{name}": getattr(layer, name) for name in ("aln", "oln")}
            for name, part in layer.parts.items():
                found[f"l{n}.{name}.w"] = packed_blocks((part.w - part.before).detach().numpy())
                found[f"l{n}.{name}.b"] = _half(part.b)
        return found | {f"{name}.{p}": _half(getattr(norm, p)) for name, norm in norms.items() for p in "wb"}


def packed_blocks(numbers: Any) -> Any:
    """Numbers as four-bit blocks, of a few scales for each block the one that loses least."""
    blocks = numbers.reshape(-1, BLOCK)
    most = blocks[np.arange(len(blocks)), np.abs(blocks).argmax(1)]
    found = [_packed(blocks, (most / -8 * share).astype(np.float16)) for share in SHARES]
    best = np.stack([lost for _, lost in found]).argmin(0)
    return np.stack([rows for rows, _ in found])[best, np.arange(len(blocks))].reshape(-1)


def _packed(blocks: Any, scale: Any) -> tuple[Any, Any]:
    step = np.where(scale == 0, 1e-12, scale.astype(np.float32))[:, None]
    halves = np.clip(np.round(blocks / step) + 8, 0, 15)
    lost = (((halves - 8) * step - blocks) ** 2).sum(1)
    low, high = np.split(halves.astype(np.uint8), 2, axis=1)
    return np.concatenate([scale.view(np.uint8).reshape(-1, 2), low | (high << 4)], axis=1), lost


def _half(tensor: Any) -> Any:
    return tensor.detach().numpy().astype(np.float16)
