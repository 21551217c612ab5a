"""Reports: a finished `Comparison` as text in one of several forms. The same comparison gives the same bytes."""

from __future__ import annotations

import importlib

from align.errors import AlignError
from align.model import Comparison
from align.report.serial import load_schema
from align.report.terminal import terminal_summary

__all__ = ["FORMATS", "load_schema", "render", "terminal_summary"]

# Where each form is made; its module, and what that needs, loads when the form is asked for.
_RENDERERS = {
    "json": ("align.report.serial", "render_json"),
    "html": ("align.report.page", "render_html"),
    "md": ("align.report.markdown", "render_markdown"),
    "csv": ("align.report.tabular", "render_csv"),
}
FORMATS: tuple[str, ...] = tuple(_RENDERERS)


def render(comparison: Comparison, form: str) -> str:
    """The comparison in one of `FORMATS`, to be written as UTF-8 with line ends left as they are.

    Raises `AlignError` for a form that there is none of.
    """
    try:
        module, function = _RENDERERS[form]
    except KeyError:
        raise AlignError(f"There is no report form {form!r}; choose one of {', '.join(FORMATS)}.") from None
    return str(getattr(importlib.import_module(module), function)(comparison))
