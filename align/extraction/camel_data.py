"""Where the data of camel-tools lie that a user has installed with its command `camel_data`.

The layout is that of camel-tools 1.6: the folder that CAMELTOOLS_DATA names, else one in the user's home, holds
`catalogue.json` (where each data set lies), `versions.json` (which packages are installed) and `data/`. It is read here
without importing `camel_tools.data`, which downloads the catalogue at its import where there is none: nothing is
fetched from a network unless the user runs `camel_data`.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeVar

from align.errors import ModelError

_T = TypeVar("_T")


class DataSet(NamedTuple):
    """A data set: its component and name in the catalogue, the package that brings it, files without which it is not
    there."""

    component: str
    name: str
    package: str
    files: tuple[str, ...]


RECOGNIZER = DataSet("NamedEntityRecognition", "arabert", "ner-arabert", ("config.json", "vocab.txt"))
MORPHOLOGY = DataSet("MorphologyDB", "calima-msa-r13", "morphology-db-msa-r13", ("morphology.db",))
FREQUENCIES = DataSet("DisambigMLE", "calima-msa-r13", "disambig-mle-calima-msa-r13", ("model.json",))


def required(data: DataSet) -> Path:
    """The folder of a data set. Raises `ModelError` where it is not installed."""
    folder = installed(data)
    if folder is None:
        raise ModelError(
            f"The data of camel-tools for Arabic names are not in {_root()}; install them with: "
            f"camel_data -i {data.package}"
        )
    return folder


def installed(data: DataSet) -> Path | None:
    """The folder of a data set, if it is installed. Raises `ModelError` where the catalogue cannot be read."""
    catalogue = _root() / "catalogue.json"
    if not catalogue.is_file():
        return None
    try:
        components = json.loads(catalogue.read_text(encoding="utf-8"))["components"]
        path = components.get(data.component, {}).get("datasets", {}).get(data.name, {}).get("path")
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(
            f"The catalogue of camel-tools' data {catalogue} cannot be read; delete it, then run: "
            f"camel_data -i {data.package}"
        ) from error
    folder = _root() / "data" / path if isinstance(path, str) else None
    return folder if folder and all((folder / name).is_file() for name in data.files) else None


def label(data: DataSet) -> str:
    """The package of a data set with the version that is installed, where `camel_data` has noted one."""
    try:
        versions = json.loads((_root() / "versions.json").read_text(encoding="utf-8"))
        return f"{data.package}-{versions[data.package]}"
    except (OSError, ValueError, KeyError, TypeError):
        return data.package


def loaded(data: DataSet, folder: Path, load: Callable[[], _T]) -> _T:
    """What `load` makes of a data set. Raises `ModelError` where its files are damaged.

    camel-tools hands on whatever PyTorch, transformers or its own parsers raise, which has no common class.
    """
    try:
        return load()
    except Exception as error:
        reason = str(error).strip().partition("\n")[0].rstrip(".") or type(error).__name__
        raise ModelError(
            f"camel-tools cannot load {folder} ({reason}); install it again with: camel_data -i -f {data.package}"
        ) from error


def _root() -> Path:
    chosen = os.environ.get("CAMELTOOLS_DATA")
    if chosen is not None:
        return Path(chosen).expanduser().absolute()
    return Path.home() / ("AppData/Roaming/camel_tools" if sys.platform == "win32" else ".camel_tools")
