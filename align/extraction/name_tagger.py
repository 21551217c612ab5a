"""A spaCy component that finds names with a network, and a tokenizer for the pipelines that are stored with it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Span
from spacy.util import minibatch, registry

from align.blas import one_thread
from align.extraction.name_features import COLUMNS, Features
from align.extraction.name_lexicon import lexicon_of
from align.extraction.name_network import MOST_PIECES, Floats, Network
from align.extraction.name_pieces import Unigram
from align.extraction.name_places import place_odds
from align.extraction.name_rules import WordTokenizer
from align.languages import LANGUAGES
from align.text import Token

TAGS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-MISC", "I-MISC")
_PLACE = TAGS.index("B-LOC")
_INSIDE = np.array([tag.startswith("I") for tag in TAGS])
_ALLOWED = np.array([[tag[0] != "I" or last.partition("-")[2] == tag[2:] for tag in TAGS] for last in TAGS])
_FORBIDDEN = np.where(_ALLOWED, 0.0, -1e9)


def best_tags(scores: Floats) -> list[int]:
    """The best row of tags in which every I continues a name of its label (Viterbi)."""
    choice = scores.argmax(1)
    if not _INSIDE[choice[0]] and _ALLOWED[choice[:-1], choice[1:]].all():
        return list(choice.tolist())
    best = scores[0] + np.where(_INSIDE, -1e9, 0.0)
    back = []
    for row in scores[1:]:
        paths = best[:, None] + _FORBIDDEN
        back.append(paths.argmax(0))
        best = paths.max(0) + row
    path = [int(best.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return path[::-1]


@registry.tokenizers("align.words.v1")  # type: ignore[untyped-decorator]
def make_tokenizer() -> Callable[[Pipeline], StoredTokenizer]:
    """The tokenizer in a pipeline's config."""
    return lambda nlp: StoredTokenizer(nlp.vocab)


class StoredTokenizer(WordTokenizer):
    """The tokenizer of the rules, in a pipeline that is stored: it has nothing to store."""

    def to_disk(self, path: Path, **_: Any) -> None:
        """Nothing is written."""

    def from_disk(self, path: Path, **_: Any) -> StoredTokenizer:
        """Nothing is read."""
        return self


@Pipeline.factory("align_name_tagger")
class NameTagger:
    """The component: writes the names that the network finds to `doc.ents`."""

    network: Network
    unigram: Unigram
    features: Features

    def __init__(self, nlp: Pipeline, name: str) -> None:
        self.name = name
        self._lexicon = lexicon_of(LANGUAGES[str(nlp.lang)])

    def use(self, network: Network, unigram: Unigram) -> None:
        """Take a network and what divides words into its pieces."""
        self.network, self.unigram = network, unigram
        self.features = Features(self._lexicon, network.sizes)

    def __call__(self, doc: Doc) -> Doc:
        return next(self._mark([doc]))

    def pipe(self, docs: Iterable[Doc], batch_size: int = 64) -> Iterator[Doc]:
        """Mark many texts, the words of a batch of them at once."""
        for batch in minibatch(docs, batch_size):  # type: ignore[no-untyped-call]
            yield from self._mark(batch)

    def _mark(self, docs: Sequence[Doc]) -> Iterator[Doc]:
        words = [[doc[at].text for at in doc.user_data["positions"]] for doc in docs]
        scores = self.scores([(row, doc.user_data["tokens"]) for row, doc in zip(words, docs, strict=True)])
        for doc, rows in zip(docs, scores, strict=True):
            rows[:, _PLACE] += place_odds([token.form for token in doc.user_data["tokens"]], self._lexicon)
            positions = doc.user_data["positions"]
            names = doc.user_data["names"] = spans(rows)
            doc.ents = [Span(doc, positions[start], positions[end - 1] + 1, label) for start, end, label in names]
            yield doc

    def scores(self, texts: Sequence[tuple[Sequence[str], Sequence[Token]]]) -> list[Floats]:
        """For each text, given as its words and their tokens, the scores of the tags of each word."""
        size = sum(len(words) + 1 for words, _ in texts)
        rows = np.zeros((size, len(COLUMNS), 2), np.int32)
        pieces = np.full((size, MOST_PIECES), len(self.network.weights["pieces.weight"]) - 1, np.int32)
        gaps, at = [], 0
        for words, tokens in texts:
            self._fill(rows[at:], pieces[at:], words, [token.form for token in tokens])
            at += len(words)
            gaps.append(at)
            at += 1
        with one_thread():
            found = self.network.scores(rows, pieces, gaps)
        ends = zip([0, *(gap + 1 for gap in gaps)], gaps)  # noqa: B905
        return [found[start:end] for start, end in ends]

    def _fill(
        self, rows: NDArray[np.int32], pieces: NDArray[np.int32], words: Sequence[str], forms: Sequence[str]
    ) -> None:
        listed = self.features.listed(forms)
        for at, (word, entry) in enumerate(zip(words, listed, strict=True)):
            rows[at] = (*self.features.rows(word), self.features.hashed(len(COLUMNS) - 1, entry))
            found = self.unigram.of(word)[:MOST_PIECES]
            pieces[at, : len(found)] = found

    def to_disk(self, path: Path, exclude: Iterable[str] = ()) -> None:
        """Write the network and the pieces."""
        path.mkdir(parents=True, exist_ok=True)
        self.network.save(path / "network.npz")

    def from_disk(self, path: Path, exclude: Iterable[str] = ()) -> NameTagger:
        """Read what `to_disk` and the training wrote."""
        table = json.loads((path / "pieces.json").read_text(encoding="utf-8"))
        self.use(Network.load(path / "network.npz"), Unigram(table["pieces"], table["scores"]))
        return self


def spans(scores: Floats) -> list[tuple[int, int, str]]:
    """The names, as (first word, word after the last, label)."""
    found: list[tuple[int, int, str]] = []
    for at, number in enumerate(best_tags(scores) if len(scores) else []):
        prefix, _, label = TAGS[number].partition("-")
        if prefix == "B":
            found.append((at, at + 1, label))
        elif prefix == "I":
            found[-1] = (found[-1][0], at + 1, label)
    return found
