"""Facts by source: what several texts of one topic state, brought together out of the comparisons of each two.

Claims that the comparisons hold against each other become one fact (`cluster.py`); within a fact, values that can all
hold are one answer, and each source gives one answer or more (`table.py`); a label made of the texts' own words tells
what the fact is about (`labels.py`). Nothing here says which answer is true.
"""

from __future__ import annotations

from align.facts.fact import Answer, Claim, Fact, FactTable, Label, Link, SourcePair
from align.facts.table import tabulate

__all__ = ["Answer", "Claim", "Fact", "FactTable", "Label", "Link", "SourcePair", "tabulate"]
