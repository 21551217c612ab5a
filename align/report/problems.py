"""Problems in words: what could not be used of a document, and what is wrong with a unit of a bilingual file.

In English a problem is its own message. In another language what is said of units is told anew; a document's own
words are told apart, so that each is isolated.
"""

from __future__ import annotations

from align.model import Pair, Problem
from align.report.bidi import one_line, without_isolates
from align.report.quotes import shorten
from align.report.reasons import Part, fill
from align.wording import DEFAULT_INTERFACE, Interface

TERM = "The glossary renders %(term)s as %(renderings)s, which the target lacks."
UNIT = "unit %(unit)s, line %(line)s"
_LONGEST_UNIT = 80  # PO files have whole sentences for ids
_LONGEST_TERM = 120


def problem_parts(problem: Problem, interface: Interface = DEFAULT_INTERFACE) -> list[Part]:
    """What a problem says, safe to show, divided into our words and those of documents."""
    if interface is DEFAULT_INTERFACE or not is_told(problem, interface):
        return [Part(one_line(problem.message), True)]
    if not problem.term:
        return [Part(interface.text(problem.message), False)]
    shown = [Part(shorten(one_line(without_isolates(each)), _LONGEST_TERM), True) for each in problem.term]
    between = Part(" / ", False)
    renderings = [piece for each in shown[1:] for piece in (each, between)][:-1]
    return fill(interface.text(TERM), {"term": shown[:1], "renderings": renderings})


def is_told(problem: Problem, interface: Interface) -> bool:
    """Whether a problem can be told in the language of the interface; what cannot is told in English."""
    return interface.knows(TERM if problem.term else problem.message)


def place_parts(problem: Problem, interface: Interface = DEFAULT_INTERFACE) -> list[Part]:
    """Where a problem is: the document, or the unit of a bilingual file and its line."""
    if not problem.rule:
        return [Part(one_line(problem.document), True)]
    return unit_parts(problem.unit, problem.line, interface)


def unit_of(pair: Pair | None) -> tuple[str, int]:
    """The id and the line of the unit that a pair is; empty and 0 for passages that were paired."""
    return (pair.id, pair.line) if pair and pair.line else ("", 0)


def unit_parts(unit: str, line: int, interface: Interface = DEFAULT_INTERFACE) -> list[Part]:
    """A unit and the line of its file where it stands."""
    places = {"unit": [Part(shown_unit(unit), True)], "line": [Part(str(line), False)]}
    return fill(interface.text(UNIT), places)


def shown_unit(unit: str) -> str:
    """The id of a unit, safe to show, on one line, and not too long."""
    return shorten(one_line(without_isolates(unit)), _LONGEST_UNIT)
