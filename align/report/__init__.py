"""Reports: a finished `Comparison` in one of several forms. The same comparison gives the same bytes."""

from __future__ import annotations

import importlib

from align.errors import AlignError
from align.model import Comparison
from align.report.serial import load_schema
from align.report.terminal import terminal_summary
from align.wording import INTERFACES, interface

__all__ = ["FORMATS", "INTERFACES", "interface", "load_schema", "render", "terminal_summary"]

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


def render(comparison: Comparison, form: str, ui: str = "en") -> str | bytes:
    """The comparison in one of `FORMATS`, told in the interface language `ui` (one of `INTERFACES`).

    Text is to be written as UTF-8 with its line ends left as they are; a workbook is bytes. Raises `AlignError` for a
    form or an interface that there is none of.
    """
    try:
        module, function = _RENDERERS[form]
    except KeyError:
        raise AlignError(f"There is no report form {form!r}; choose one of {', '.join(FORMATS)}.") from None
    made: str | bytes = getattr(importlib.import_module(module), function)(comparison, interface(ui))
    return made
