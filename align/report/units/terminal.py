"""What the command prints of a checked file: a place, the quotations and the reason for each finding, as they come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from align.model import Comparison, Problem, Signature, Verdict
from align.report.bidi import isolate_rtl, one_line
from align.report.evidence import Evidence, Evidences
from align.report.order import BY_SEVERITY
from align.report.quotes import shorten
from align.report.terminal import COLORED, PLAIN, plural, quoted, wrapped
from align.report.units.origin import Origin
from align.report.wording import INTERNAL, VERDICT_NAMES, VERDICT_SIGNS, counted

_REACH = 56
_LONGEST_UNIT = 40
_SHOWN: tuple[Verdict, ...] = ("conflict", "only-left", "only-right")
_MOST_SHOWN = 1_000  # findings and problems; who has more wants a report


class TerminalWriter:
    """Lines for one file after the other."""

    def __init__(self, color: bool) -> None:
        self._style = COLORED if color else PLAIN
        self._counts: Counter[str] = Counter()
        self._shown = 0
        self._signature: Signature | None = None

    def begin(self, origin: Origin) -> None:
        self._origin = origin
        self._counts.clear()
        self._shown = 0

    def add(self, part: Comparison) -> Iterator[str]:
        """The lines on a stretch, in the order of the file."""
        self._signature = part.signature
        self._counts["unit"] += len(part.pairs)
        self._counts.update(finding.verdict for finding in part.findings)
        self._counts.update(problem.rule for problem in part.problems if problem.rule)
        places = {pair.id: (number, pair.line) for number, pair in enumerate(part.pairs)}
        told = [(places[each.pair][0], each) for each in Evidences(part, _REACH).findings(*_SHOWN)]
        told += [(places[each.unit][0], each) for each in part.problems]  # type: ignore[misc]
        for _, each in sorted(told, key=lambda found: found[0]):
            self._shown += 1
            if self._shown > _MOST_SHOWN:
                return
            if isinstance(each, Problem):
                yield f"{self._place(each.line, each.unit)}  {wrapped(self._style.alarm, str(each.rule))}"
                yield f"        {isolate_rtl(one_line(each.message))}"
            else:
                yield from self._evidence(each, places[each.pair][1])
            yield ""

    def end(self, problems: Sequence[Problem]) -> Iterator[str]:
        """The last lines on a file: what was not read of it, and how much was found."""
        if self._shown > _MOST_SHOWN:
            yield f"and {self._shown - _MOST_SHOWN:,} more or further; -o OUT writes them all"
        for problem in problems:
            yield f"{wrapped(self._style.alarm, 'problem')}  {isolate_rtl(one_line(problem.message))}"
        counts = [counted(self._counts["unit"], "unit")]
        for verdict in BY_SEVERITY:
            number = self._counts[verdict]
            counts.append(f"{number:,} {VERDICT_NAMES[verdict] if number == 1 else plural(verdict)}")
        counts += [f"{self._counts[rule]:,} {name}" for rule, name in _RULES.items() if self._counts[rule]]
        languages = f"{self._origin.left} \u2192 {self._origin.right}"
        yield wrapped(self._style.bold, f"{isolate_rtl(one_line(self._origin.name))} ({languages})")
        yield "; ".join((counts[0], ", ".join(counts[1:])))
        yield wrapped(self._style.faint, one_line(str(self._signature)))

    def _place(self, line: int, unit: str) -> str:
        name = isolate_rtl(one_line(self._origin.name))
        return wrapped(self._style.bold, f"{name}:{line}") + f"  {isolate_rtl(shorten(one_line(unit), _LONGEST_UNIT))}"

    def _evidence(self, evidence: Evidence, line: int) -> Iterator[str]:
        sign = VERDICT_SIGNS[evidence.verdict] if evidence.verdict != INTERNAL else ""
        emphasis = self._style.alarm if evidence.verdict == "conflict" else self._style.bold
        verdict = wrapped(emphasis, f"{sign} {evidence.kind}")
        yield f"{self._place(line, evidence.pair)}  {verdict}  {evidence.confidence:.2f}"
        yield from (
            f"   {isolate_rtl(exhibit.label):>3}  {quoted(exhibit, self._style)}" for exhibit in evidence.exhibits
        )
        yield f"        {evidence.plain_reason}"


_RULES = {"untranslated": "untranslated", "term": "with a term of the glossary missing"}
