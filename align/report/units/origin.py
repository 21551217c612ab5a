"""The file that a report on units is about."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class Origin:
    """A bilingual file: its id, where it was read from, and the codes of the languages of sources and targets."""

    id: str
    name: str
    left: str
    right: str

    def address(self) -> str:
        """Where it lies, as a URI."""
        path = PurePath(self.name.encode("utf-8", "replace").decode("utf-8").replace("\0", ""))
        return path.as_uri() if path.is_absolute() else quote(path.as_posix(), safe="/")
