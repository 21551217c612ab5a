"""align compares two accounts of the same events in two languages, or in one, and shows where they disagree.

>>> import align
>>> comparison = align.compare("article.en.txt", "feature.ar.txt")
>>> [finding.reason for finding in comparison.findings if finding.verdict == "conflict"]

Nothing heavy is loaded before it is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from align.errors import AlignError, InputError, LanguageError, ModelError, OutputError
from align.model import Comparison, Document, Finding, Mention, Pair, Settings

if TYPE_CHECKING:
    from align.names.similarity import name_similarity
    from align.pipeline import compare, extract

__all__ = [
    "AlignError",
    "Comparison",
    "Document",
    "Finding",
    "InputError",
    "LanguageError",
    "Mention",
    "ModelError",
    "OutputError",
    "Pair",
    "Settings",
    "compare",
    "extract",
    "name_similarity",
]

_LAZY = {"compare": "align.pipeline", "extract": "align.pipeline", "name_similarity": "align.names.similarity"}


def __getattr__(name: str) -> Any:
    """The three functions load their modules, and these their models, when they are first asked for."""
    if name not in _LAZY:
        raise AttributeError(f"module 'align' has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(_LAZY[name]), name)
