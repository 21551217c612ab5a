"""The sentences of the speed benchmark: the corpora of the project, or any folder of texts with a sentence a line."""

from __future__ import annotations

from pathlib import Path

from align import languages
from align.read import split_blocks
from align.segment import segment

CORPORA = Path(__file__).parent.parent / "corpora"


def load_sentences(folder: Path | None) -> dict[str, list[str]]:
    """Sentences by language: of STEM.LANGUAGE.txt in a folder, a sentence a line, or of the project's corpora."""
    read = _of_corpora if folder is None else _of_lines
    return {code: read(folder or CORPORA, code) for code in languages.LANGUAGES}


def _of_lines(folder: Path, code: str) -> list[str]:
    lines = (line.strip() for path in _texts(folder, f"*.{code}.txt") for line in path.read_text("utf-8").splitlines())
    return [line for line in lines if line]


def _of_corpora(folder: Path, code: str) -> list[str]:
    sentences = []
    for path in _texts(folder / code, "*.txt"):
        text = path.read_text("utf-8")
        parts = segment(text, split_blocks(text), languages.get(code))
        sentences += [text[part.start : part.end] for part in parts]
    return sentences


def _texts(folder: Path, pattern: str) -> list[Path]:
    paths = sorted(folder.glob(pattern))
    if not paths:
        raise FileNotFoundError(f"There is no text {pattern} in {folder}.")
    return paths
