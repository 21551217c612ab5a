"""The accurate form: a component that asks the teacher beside the student, through onnxruntime.

It is no part of align, which needs no onnxruntime. `spacy.load` reads its pipeline once this module is imported.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from spacy.language import Language as Pipeline

from align.extraction.name_network import Floats
from align.extraction.name_pieces import Unigram
from align.extraction.name_tagger import NameTagger
from align.text import Token

STORED = "encoder.onnx"
WEIGHT = 0.3  # of the teacher's opinion
BEGIN, END = 0, 2  # piece numbers, as in XLM-RoBERTa
LONGEST = 500  # pieces read at once: the encoder has places for 512


class Encoder:
    """Gives the scores of tags for the words of a text, by their first pieces."""

    def __init__(self, path: Path, unigram: Unigram) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        self._unigram = unigram

    def scores(self, words: Sequence[str]) -> Floats:
        """A text longer than the encoder's places is read in stretches."""
        found: list[Floats] = []
        stretch: list[int] = [BEGIN]
        starts: list[int] = []
        for word in words:
            parts = self._unigram.of(word)
            if len(stretch) + len(parts) >= LONGEST:
                found.append(self._run(stretch, starts))
                stretch, starts = [BEGIN], []
            starts.append(len(stretch))
            stretch += parts
        if starts:
            found.append(self._run(stretch, starts))
        return np.concatenate(found)

    def _run(self, stretch: Sequence[int], starts: Sequence[int]) -> Floats:
        numbers = np.array([[*stretch, END]], np.int64)
        (scores,) = self._session.run(None, {"numbers": numbers, "mask": np.ones_like(numbers)})
        of_words: Floats = scores[0, starts]
        return of_words


@Pipeline.factory("align_name_tagger_accurate")
class AccurateTagger(NameTagger):
    """Marks names by the weighted mean of what the network and the encoder say, as logarithms of probabilities."""

    encoder: Encoder

    def scores(self, texts: Sequence[tuple[Sequence[str], Sequence[Token]]]) -> list[Floats]:
        """For each text, the scores of the tags of each word."""
        return [
            (1 - WEIGHT) * log_chances(scores) + WEIGHT * log_chances(self.encoder.scores(words)) if words else scores
            for scores, (words, _) in zip(super().scores(texts), texts, strict=True)
        ]

    def from_disk(self, path: Path, exclude: Iterable[str] = ()) -> AccurateTagger:
        """Read the network, the pieces and the encoder."""
        super().from_disk(path, exclude)
        self.encoder = Encoder(path / STORED, self.unigram)
        return self


def log_chances(scores: Floats) -> Floats:
    """Scores as logarithms of probabilities."""
    shifted = scores - scores.max(1, keepdims=True)
    logs: Floats = shifted - np.log(np.exp(shifted).sum(1, keepdims=True))
    return logs
