"""The tokenizer of e5 as a model of the sentencepiece library.

The library reads its models as messages of Protocol Buffers (sentencepiece_model.proto, whose numbers of fields and of
kinds are named here). The file of e5 holds the same pieces in a form of its own, so the message is written here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sentencepiece import SentencePieceProcessor

from align.encoders.e5_file import BEGIN, E5, END, PAD, UNKNOWN

_SPACES = re.compile(" {2,}")
# Fields of ModelProto: pieces = 1, trainer_spec = 2, normalizer_spec = 3; of a piece: piece = 1, score = 2, type = 3.
_KINDS = {UNKNOWN: 2, **dict.fromkeys(range(UNKNOWN), 3)}  # of a piece: UNKNOWN = 2, CONTROL = 3
_SPECIAL = {UNKNOWN: 40, BEGIN: 41, END: 42, PAD: 43}  # trainer_spec: unk_id, bos_id, eos_id, pad_id
_UNIGRAM = 1  # trainer_spec.model_type
_IDENTITY = b"identity"  # normalizer_spec.name: the texts come normalised
_LENGTH_DELIMITED, _FIXED_32 = 2, 5  # wire types


class E5Pieces:
    """Texts as numbers of pieces, with the signs that begin and end a text."""

    def __init__(self, model: E5) -> None:
        self._normal = model.normal
        self._longest = model.sizes["positions"] - 2
        self._processor = SentencePieceProcessor(model_proto=b"".join(_messages(model)))

    def encode(self, texts: Sequence[str]) -> list[list[int]]:
        """A text that is longer than the network reads is cut at its end."""
        plain = [_SPACES.sub(" ", text.translate(self._normal)) for text in texts]
        found: list[list[int]] = self._processor.encode(plain, out_type=int)
        return [[BEGIN, *numbers[: self._longest], END] for numbers in found]


def _messages(model: E5) -> Iterator[bytes]:
    scores = model.scores.astype("<f4").tobytes()
    score_key = bytes([2 << 3 | _FIXED_32])
    for number, piece in enumerate(model.pieces):
        kind = _whole(3, _KINDS[number]) if number in _KINDS else b""
        yield _bytes(1, _bytes(1, piece.encode()) + score_key + scores[4 * number : 4 * number + 4] + kind)
    yield _bytes(2, _whole(3, _UNIGRAM) + b"".join(_whole(field, number) for number, field in _SPECIAL.items()))
    yield _bytes(3, _bytes(1, _IDENTITY))


def _bytes(field: int, content: bytes) -> bytes:
    return bytes([field << 3 | _LENGTH_DELIMITED]) + _varint(len(content)) + content


def _whole(field: int, number: int) -> bytes:
    return _varint(field << 3) + _varint(number)


def _varint(number: int) -> bytes:
    """Seven bits a byte, the lowest first; the high bit says that another byte follows."""
    if number < 128:
        return bytes([number])
    return bytes([number & 127 | 128]) + _varint(number >> 7)
