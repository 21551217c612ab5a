"""Imports point down only; the layers are listed here from the top."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "align"

# Modules or packages of `align`, the top layer first. A module may import from its own package and from layers below.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("__main__",),
    ("cli",),
    ("commands",),
    ("options",),
    ("review",),
    ("evaluate",),
    ("batch",),
    ("counterparts",),
    ("corpus",),
    ("report",),
    ("facts",),
    ("project",),
    ("suppressions",),
    ("checking",),
    ("pipeline",),
    ("bilingual",),
    ("read", "segment", "extraction", "pairing", "comparison"),  # the stages: none imports another
    ("readers",),
    ("contexts",),
    ("nearest", "translations"),
    ("wording", "masking", "encode", "output", "names", "calendars", "assignment", "startup", "stems"),
    ("encoders",),
    ("blas",),
    ("languages",),
    ("text", "xml_events"),
    ("model",),
    ("errors",),
)
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}


def modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def top_name(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "align":
            parts = node.module.split(".")
            names |= {parts[1]} if len(parts) > 1 else {alias.name for alias in node.names}
        elif isinstance(node, ast.Import):
            names |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("align.")}
    return names


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_down(path: Path) -> None:
    own = top_name(path)
    upward = {name for name in imported(path) if name != own and LEVEL[name] <= LEVEL[own]}
    assert not upward, f"{own} imports {upward}, which is not below it"


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_language_code_outside_the_tables(path: Path) -> None:
    if top_name(path) == "languages":
        return
    compared = {
        constant.value
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Compare)
        for constant in [node.left, *node.comparators]
        if isinstance(constant, ast.Constant)
    }
    assert not compared & {"en", "ar"}
