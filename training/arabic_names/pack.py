"""A trained student as a spaCy pipeline on disk, and its scores as the pipeline that ships gives them."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import spacy
import torch
from spacy.language import Language as Pipeline

from align.encoders.e5_file import E5
from align.extraction.name_network import Network
from align.extraction.name_pieces import Unigram
from align.extraction.name_tagger import NameTagger
from training.arabic_names import conll, encoder
from training.arabic_names.conll import Sentence
from training.arabic_names.pieces import Pieces

CONFIG = Path(__file__).with_name("pipeline.cfg")
NAME, VERSION = "align_names", "1.0.0"
LICENCE = "CC BY-SA 4.0"
COMPONENT = "align_name_tagger"


def pack(weights: Path, model: E5, pieces: Pieces, out: Path, teacher: Path | None = None) -> None:
    """Write a pipeline for `spacy.load`; with an exported teacher, the accurate form."""
    config = spacy.util.load_config(CONFIG)
    config["components"][COMPONENT]["factory"] += "_accurate" if teacher else ""
    pipeline = spacy.util.load_model_from_config(config, auto_fill=True)
    pipeline.meta.update({"name": NAME, "version": VERSION, "license": LICENCE})
    component = pipeline.get_pipe(COMPONENT)
    assert isinstance(component, NameTagger)
    written = [model.pieces[number] for number in pieces.numbers]
    scores = [round(float(model.scores[number]), 3) for number in pieces.numbers]
    state = {name: value.numpy().astype(np.float32) for name, value in torch.load(weights).items()}
    component.use(Network(state), Unigram(written, scores))
    if out.exists():
        shutil.rmtree(out)
    pipeline.to_disk(out)
    folder = out / COMPONENT
    text = json.dumps({"pieces": written, "scores": scores}, ensure_ascii=False, separators=(",", ":"))
    (folder / "pieces.json").write_text(text, encoding="utf-8")
    if teacher:
        shutil.copy(teacher, folder / encoder.STORED)


def measure(folder: Path, sentences: Sequence[Sentence]) -> dict[str, float]:
    """F1 of the stored pipeline sentence by sentence, its size in bytes, and its tokens a second of processor time."""
    pipeline = spacy.load(folder)
    texts = [" ".join(sentence.words) for sentence in sentences]
    found = [_tags(pipeline, sentence) for sentence in sentences]
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    clock = time.process_time()
    for text in texts:
        pipeline(text)
    seconds = time.process_time() - clock
    speed = sum(len(sentence.words) for sentence in sentences) / seconds
    return conll.score([sentence.tags for sentence in sentences], found) | {"bytes": size, "speed": round(speed)}


def _tags(pipeline: Pipeline, sentence: Sentence) -> list[str]:
    """The pipeline's names as tags of the sentence's own words, which its tokenizer may have divided."""
    starts, ends, at = {}, {}, 0
    for number, word in enumerate(sentence.words):
        starts[at], ends[at + len(word)] = number, number
        at += len(word) + 1
    tags = ["O"] * len(sentence.words)
    for name in pipeline(" ".join(sentence.words)).ents:
        if name.start_char in starts and name.end_char in ends:
            first, last = starts[name.start_char], ends[name.end_char]
            tags[first : last + 1] = [f"B-{name.label_}", *[f"I-{name.label_}"] * (last - first)]
    return tags
