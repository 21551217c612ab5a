"""Reports: a finished `Comparison` in one of several forms. The same comparison gives the same bytes."""

from __future__ import annotations

import importlib

from align.errors import AlignError
from align.model import Comparison
from align.report.serial import load_schema
from align.report.terminal import terminal_summary
from align.wording import INTERFACES, interface

__all__ = [
    "FORMATS",
    "INTERFACES",
    "TEXT_FORMATS",
    "interface",
    "load_schema",
    "render",
    "render_bytes",
    "terminal_summary",
]

# Where each form is made; its module, and what that needs, loads when the form is asked for.
_RENDERERS = {
    "json": ("align.report.serial", "render_json"),
    "html": ("align.report.page", "render_html"),
    "md": ("align.report.markdown", "render_markdown"),
    "csv": ("align.report.tabular", "render_csv"),
    "xlsx": ("align.report.workbook", "render_xlsx"),
    "sarif": ("align.report.sarif", "render_sarif"),
}
FORMATS: tuple[str, ...] = tuple(_RENDERERS)
TEXT_FORMATS: tuple[str, ...] = tuple(form for form in FORMATS if form != "xlsx")


def render(comparison: Comparison, form: str, ui: str = "en") -> str:
    """The comparison in one of `TEXT_FORMATS`, told in the interface language `ui` (one of `INTERFACES`).

    The text is to be written as UTF-8 with its line ends left as they are. Raises `AlignError` for a form or an
    interface that there is none of.
    """
    return str(_made(comparison, form, TEXT_FORMATS, ui))


def render_bytes(comparison: Comparison, form: str, ui: str = "en") -> bytes:
    """As `render`, in any of `FORMATS`, as the bytes of a file."""
    made = _made(comparison, form, FORMATS, ui)
    return made if isinstance(made, bytes) else made.encode("utf-8", "replace")


def _made(comparison: Comparison, form: str, forms: tuple[str, ...], ui: str) -> str | bytes:
    if form not in forms:
        raise AlignError(f"There is no report form {form!r}; choose one of {', '.join(forms)}.")
    module, function = _RENDERERS[form]
    made: str | bytes = getattr(importlib.import_module(module), function)(comparison, interface(ui))
    return made
