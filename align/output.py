"""Writing results: a file is written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from align.errors import OutputError


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file, text as UTF-8, by way of a neighbour that takes its place at the end. Raises `OutputError`."""
    write_pieces(path, [content if isinstance(content, bytes) else content.encode("utf-8", "replace")])


def write_pieces(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file from pieces that need not be in memory at once, whole or not at all. Raises `OutputError`."""
    temporary = None
    try:
        descriptor, temporary = tempfile.mkstemp(dir=path.parent or Path(), prefix=f".{path.name}.")
        with os.fdopen(descriptor, "wb") as file:
            for piece in pieces:
                file.write(piece)
        os.chmod(temporary, 0o666 & ~_umask())  # mkstemp makes it private
        os.replace(temporary, path)
    except BaseException as error:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        if not isinstance(error, OSError):
            raise
        raise OutputError(f"{path} cannot be written: {error.strerror or error}.") from None


def make_folder(path: Path) -> None:
    """Make a folder and what it stands in. Raises `OutputError`."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"The folder {path} cannot be made: {error.strerror or error}.") from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
