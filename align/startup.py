"""A quicker start of a command. It changes the whole process, so only the command line, which owns it, asks for it."""

from __future__ import annotations

import gc
import importlib.util
import sys
from types import ModuleType
from typing import cast

# spaCy's packages for models that do run on PyTorch.
TORCH_PIPELINES = ("spacy_transformers", "spacy_curated_transformers")
# A command makes large tables and hardly any cycles: Python's own (700, 10, 10) costs it a tenth of its time.
_GC_THRESHOLDS = (100_000, 50, 100)


def prepare(names: bool = True) -> None:
    """Make ready for a command that reads texts: collect garbage less often, and import spaCy the light way.

    spaCy finds `names`; a command that looks for none does without.
    """
    gc.set_threshold(*_GC_THRESHOLDS)
    if names and not any(importlib.util.find_spec(package) for package in TORCH_PIPELINES):
        _import_spacy_without_torch()


def _import_spacy_without_torch() -> None:
    """Import spaCy as if PyTorch, which camel-tools installs, were not there.

    spaCy's thinc imports it whenever it can, for two seconds and nearly 200 MB; none of our pipelines runs on it.
    What needs it later, such as the LaBSE encoder, can still import it.
    """
    if "torch" in sys.modules or "thinc" in sys.modules:
        return
    sys.modules["torch"] = cast(ModuleType, None)  # makes `import torch` an ImportError (Python's import system, 5.3.1)
    try:
        import spacy  # noqa: F401
    finally:
        del sys.modules["torch"]
