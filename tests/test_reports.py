"""The shipped reports are what the tool makes of the shipped corpora today."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from align.cli import main

ROOT = Path(__file__).parent.parent
REPORTS = ROOT / "reports"
_FIGURE = re.compile(r"\d+\.\d+")
# Scores are sums of floating-point numbers, whose last digits hang on the processor.
TOLERANCE = 0.011


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The reports made anew, by the command that `make demo` runs, from the project's root."""
    folder = tmp_path_factory.mktemp("reports")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        assert main(["corpus", "corpora", "-o", str(folder)]) == 1
    yield folder


@pytest.mark.slow
def test_every_shipped_report_is_fresh(made: Path) -> None:
    shipped = {path.name for path in REPORTS.iterdir()}
    assert shipped == {path.name for path in made.iterdir()}
    stale = [name for name in sorted(shipped) if not same(REPORTS / name, made / name)]
    assert not stale, f"run `make demo` and commit reports/: {stale}"


def same(shipped: Path, made: Path) -> bool:
    """Equal texts but for the last digit of a score."""
    if shipped.suffix == ".xlsx":  # its compression hangs on the machine
        return unpacked(shipped) == unpacked(made)
    a, b = shipped.read_text("utf-8"), made.read_text("utf-8")
    if _FIGURE.split(a) != _FIGURE.split(b):
        return False
    return all(
        abs(float(x) - float(y)) <= TOLERANCE for x, y in zip(_FIGURE.findall(a), _FIGURE.findall(b), strict=True)
    )


def unpacked(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as book:
        return {name: book.read(name) for name in book.namelist()}


@pytest.mark.parametrize(
    ("shipped", "made", "equal"),
    [
        ('"score": 0.9112', '"score": 0.9113', True),
        ('"score": 0.91', '"score": 0.95', False),
        ("1,500 troops", "1,400 troops", False),
        ("confidence 0.60", "confidence 0.61", True),
    ],
)
def test_what_counts_as_the_same(tmp_path: Path, shipped: str, made: str, equal: bool) -> None:
    (tmp_path / "a").write_text(shipped)
    (tmp_path / "b").write_text(made)
    assert same(tmp_path / "a", tmp_path / "b") is equal
