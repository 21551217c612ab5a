"""Relative addresses of reports beside each other."""

from __future__ import annotations

from urllib.parse import quote


def address(path: str) -> str:
    """A relative address that neither Markdown nor HTML can take for anything else."""
    return "./" + quote(path.replace("\\", "/").removeprefix("./"), safe="/")
