"""The files in which a table of facts is written, by their endings."""

from __future__ import annotations

from collections.abc import Iterator

from align.facts import FactTable
from align.report.facts import facts_markdown, facts_page
from align.report.facts_tables import facts_csv, facts_json, facts_xlsx
from align.wording import DEFAULT_INTERFACE, Interface


def facts_files(table: FactTable, interface: Interface = DEFAULT_INTERFACE) -> Iterator[tuple[str, str | bytes]]:
    """Each form of the table with the ending of its file."""
    yield "html", facts_page(table, interface)
    yield "md", facts_markdown(table, interface)
    yield "json", facts_json(table, interface)
    yield "csv", facts_csv(table, interface)
    yield "xlsx", facts_xlsx(table, interface)
