"""Reports: a finished `Comparison` as text in one of several forms. The same comparison gives the same bytes."""

from __future__ import annotations

from collections.abc import Callable

from align.errors import AlignError
from align.model import Comparison
from align.report.markdown import render_markdown
from align.report.page import render_html
from align.report.serial import load_schema, render_json
from align.report.tabular import render_csv
from align.report.terminal import terminal_summary

__all__ = ["FORMATS", "load_schema", "render", "terminal_summary"]

_RENDERERS: dict[str, Callable[[Comparison], str]] = {
    "json": render_json,
    "html": render_html,
    "md": render_markdown,
    "csv": render_csv,
}
FORMATS: tuple[str, ...] = tuple(_RENDERERS)


def render(comparison: Comparison, form: str) -> str:
    """The comparison in one of `FORMATS`, to be written as UTF-8 with line ends left as they are.

    Raises `AlignError` for a form that there is none of.
    """
    try:
        renderer = _RENDERERS[form]
    except KeyError:
        raise AlignError(f"There is no report form {form!r}; choose one of {', '.join(FORMATS)}.") from None
    return renderer(comparison)
