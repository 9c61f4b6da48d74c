"""The taught encoder as the graph that :mod:`variorum.backends.pairs` runs, its matrices in eight bits.

A matrix is cut to eight bits by its columns, beforehand; what is multiplied by it as a whole, while it runs. Where a
few of its places are far larger than the rest (before and within the two matrices that go in and out), these are made
smaller and the matrix' rows larger by as much, so that less is lost (Xiao et al. 2023, SmoothQuant).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper

HERE = "com.microsoft"
"""Whose are the operators that ONNX does not have."""
SMOOTH = 0.75
"""How much of what is large goes over to the matrix."""
OPSET, IR = 18, 9

Arrays = Mapping[str, Any]


@dataclass
class Graph:
    """A graph in the making.

    Attributes:
        arrays: all numbers by name, in single precision; see :meth:`eval.pairs.torch_encoder.Comparing.arrays`.
        largest: for the matrices ``l0.fi``, ``l0.fo`` and so on how large each place before them was seen to be; what
            is not there is not smoothed.
        heads: of each layer.
        epsilon: what keeps a norm from dividing by nought.
    """

    arrays: Arrays
    largest: Arrays
    heads: int
    epsilon: float
    nodes: list[NodeProto] = field(default_factory=list)
    constants: list[TensorProto] = field(default_factory=list)

    def constant(self, name: str, value: Any) -> str:
        """Keeps an array."""
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, kind: str, inputs: Sequence[str], out: str | Sequence[str], domain: str = "", **more: Any) -> str:
        """One step; returns the name of the first thing that comes out."""
        outs = [out] if isinstance(out, str) else list(out)
        self.nodes.append(helper.make_node(kind, list(inputs), outs, domain=domain, **more))
        return outs[0]

    def times(self, x: str, name: str, parts: Sequence[str]) -> str:
        """X times matrices side by side, in eight bits, each with what is added behind it."""
        matrix = np.concatenate([self.arrays[f"{part}.w"].T for part in parts], axis=1)
        behind = np.concatenate([self.arrays[f"{part}.b"] for part in parts])
        if name in self.largest:
            rows = np.maximum(np.abs(matrix).max(1), 1e-5)
            less = (np.maximum(self.largest[name], 1e-5) ** SMOOTH / rows ** (1 - SMOOTH)).astype(np.float32)
            x = self.node("Mul", [x, self.constant(f"{name}.smooth", 1 / less)], f"{name}.smoothed")
            matrix = matrix * less[:, None]
        step = np.abs(matrix).max(0) / 127
        step = np.where(step == 0, 1, step).astype(np.float32)
        eight = np.clip(np.round(matrix / step), -127, 127).astype(np.int8)
        values = {"w": eight, "step": step, "zero": np.zeros(len(step), np.int8), "b": behind}
        told = [self.constant(f"{name}.{key}", value) for key, value in values.items()]
        return self.node("DynamicQuantizeMatMul", [x, *told], f"{name}.out", HERE)

    def norm(self, xs: Sequence[str], name: str) -> str:
        """One thing, or two added, with mean nought and spread one, scaled and shifted."""
        parts = [self.constant(f"{name}.{p}", self.arrays[f"{name}.{p}"]) for p in "wb"]
        if len(xs) == 1:
            return self.node("LayerNormalization", [*xs, *parts], f"{name}.out", axis=-1, epsilon=self.epsilon)
        return self.node("SkipLayerNormalization", [*xs, *parts], f"{name}.out", HERE, epsilon=self.epsilon)

    def entry(self) -> str:
        """Words, places and sides added up."""
        shape = self.node("Shape", ["words"], "shape")
        bounds = [self.constant(name, np.array([n])) for name, n in (("first", 0), ("second", 1), ("third", 2))]
        length = self.node("Slice", [shape, *bounds[1:]], "places")
        table = self.constant("emb.pos", self.arrays["emb.pos"])
        places = self.node("Slice", [table, bounds[0], length, bounds[0]], "pos")
        sides = self.node("Gather", [self.constant("emb.side", self.arrays["side"]), "side"], "sides", axis=0)
        told = self.node("Add", [self.node("Add", ["words", places], "placed"), sides], "told")
        return self.norm([told], "emb.ln")

    def layer(self, name: str, x: str) -> str:
        """Attention, then the two matrices that go in and out."""
        parts = [f"{name}.{part}.own" for part in "qkv"]
        looking = self.times(x, f"{name}.qkv", [f"{name}.{part}" for part in "qkv"])
        self.node("Split", [looking], parts, axis=-1, num_outputs=3)
        seen = self.node("MultiHeadAttention", [*parts, "", "length"], f"{name}.seen", HERE, num_heads=self.heads)
        x = self.norm([x, self.times(seen, f"{name}.ao", [f"{name}.ao"])], f"{name}.aln")
        inner = self.times(x, f"{name}.fi", [f"{name}.fi"])
        inner = self.node("FastGelu", [inner], f"{name}.inner", HERE)
        return self.norm([x, self.times(inner, f"{name}.fo", [f"{name}.fo"])], f"{name}.oln")

    def shares(self, x: str) -> str:
        """From the means of both sentences the shares of the standings."""
        means = self.node("MatMul", ["means", x], "both")
        first = self.node("Split", [means], ["one.row", "two.row"], axis=1, num_outputs=2)
        axis = self.constant("axis", np.array([1]))
        one, two = (self.node("Squeeze", [row, axis], row[:3]) for row in (first, "two.row"))
        apart = self.node("Abs", [self.node("Sub", [one, two], "less")], "apart")
        told = self.node("Concat", [one, two, apart, self.node("Mul", [one, two], "product")], "features", axis=1)
        head = [self.constant(f"head.{part}", self.arrays[f"head.{part}"]) for part in "wb"]
        return self.node("Softmax", [self.node("Gemm", [told, *head], "scores", transB=1)], "shares", axis=-1)


def graph(made: Graph, layers: int) -> bytes:
    """An ONNX file's bytes, of so many layers."""
    x = made.entry()
    for n in range(layers):
        x = made.layer(f"l{n}", x)
    made.shares(x)
    return bytes(_whole(made, made.arrays["emb.ln.w"].size, len(made.arrays["head.b"])).SerializeToString())


def _whole(made: Graph, width: int, standings: int) -> ModelProto:
    def told(name: str, kind: int, *shape: str | int) -> Any:
        return helper.make_tensor_value_info(name, kind, list(shape))

    inputs = [
        told("words", TensorProto.FLOAT, "pairs", "places", width),
        told("side", TensorProto.INT64, "pairs", "places"),
        told("means", TensorProto.FLOAT, "pairs", 2, "places"),
        told("length", TensorProto.INT32, "pairs"),
    ]
    outputs = [told("shares", TensorProto.FLOAT, "pairs", standings)]
    whole = helper.make_graph(made.nodes, "pairs", inputs, outputs, made.constants)
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(HERE, 1)]
    return helper.make_model(whole, opset_imports=opsets, ir_version=IR)
