"""The table of facts by source, as one self-contained HTML page and as Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from align.facts import Answer, Claim, Fact, FactTable, Label
from align.facts.fact import Agreement
from align.model import Kind, Mention
from align.report.addresses import address
from align.report.bidi import Direction, direction, isolate_rtl, one_line
from align.report.columns import title_of
from align.report.markdown import escape
from align.report.order import page_numbers
from align.report.page import asset, content_policy, environment
from align.report.quotes import Quote, Quoter, shorten
from align.report.wording import KIND_NAMES, value_in_words
from align.wording import DEFAULT_INTERFACE, Interface, ValueWords

_REACH = 90
_LONGEST_NAME = 60
AGREEMENT_NAMES: dict[Agreement, str] = {
    "split": "sources split",
    "compatible": "all compatible",
    "agree": "all agree",
}
AGREEMENT_SIGNS: dict[Agreement, str] = {"split": "\u2260", "compatible": "\u2248", "agree": "="}
_CLASSES: dict[Agreement, str] = {"split": "conflict", "compatible": "compatible", "agree": "agree"}


@dataclass(frozen=True, slots=True)
class SourceHead:
    """A column of the table. `number` counts from 1."""

    number: int
    title: str
    id: str
    language: str
    direction: Direction


@dataclass(frozen=True, slots=True)
class LabelWords:
    """What a fact is about; the words around its value in the direction of their text."""

    noun: str
    names: tuple[str, ...]
    before: str
    after: str
    language: str
    direction: Direction


@dataclass(frozen=True, slots=True)
class Statement:
    """What a source states at one place. `letter` tells its answer where there are several; else it is empty."""

    letter: str
    value: ValueWords
    is_name: bool
    quote: Quote
    links: tuple[tuple[int, str], ...]  # the number of another source, and the address of the finding


@dataclass(frozen=True, slots=True)
class AnswerWords:
    """An answer with how many sources give it."""

    letter: str
    value: ValueWords
    name: str
    number: int


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact as a row. `told` has the statements of each source in the order of the columns."""

    id: str
    kind: Kind
    agreement: Agreement
    verdict: str
    label: LabelWords
    told: tuple[tuple[Statement, ...], ...]
    answers: tuple[AnswerWords, ...]
    stating: int
    tied: bool


@dataclass(frozen=True, slots=True)
class Alone:
    """What a source states and no other does. `told` says how many values that is."""

    source: SourceHead
    told: str
    statements: tuple[Statement, ...]


class FactRows:
    """Lays out the rows of a table in the language of an interface."""

    def __init__(self, table: FactTable, interface: Interface = DEFAULT_INTERFACE) -> None:
        self._table, self._interface = table, interface
        self._quoters = [Quoter(analysis, _REACH) for analysis in table.sources]
        self._places = {(pair.left, pair.right): (pair.name, page_numbers(pair.comparison)) for pair in table.pairs}

    def sources(self) -> list[SourceHead]:
        return [
            SourceHead(
                number,
                title_of(analysis),
                one_line(analysis.document.id),
                analysis.document.language,
                direction(analysis.document.language),
            )
            for number, analysis in enumerate(self._table.sources, 1)
        ]

    def rows(self) -> Iterator[FactRow]:
        for fact in self._table.facts:
            several = len(fact.answers) > 1
            letters = [chr(ord("A") + at) if several and at < 26 else "" for at in range(len(fact.answers))]
            yield FactRow(
                fact.id,
                fact.kind,
                fact.agreement,
                _CLASSES[fact.agreement],
                self._label(fact.label(self._interface.code)),
                tuple(self._told(fact, at, letters) for at in range(len(self._table.sources))),
                tuple(self._answer(answer, letter) for answer, letter in zip(fact.answers, letters, strict=True)),
                len(fact.sources),
                fact.majority is None,
            )

    def alone(self) -> Iterator[Alone]:
        """The sources that state what no other does."""
        for at, source in enumerate(self.sources()):
            claims = [claim for claim in self._table.alone if claim.source == at]
            if claims:
                told = self._interface.counted("%(number)s value", "%(number)s values", len(claims))
                yield Alone(source, told, tuple(self._statement(claim) for claim in claims))

    def _label(self, label: Label) -> LabelWords:
        language = self._table.sources[label.source].document.language
        return LabelWords(
            shorten(one_line(label.noun), _LONGEST_NAME),
            tuple(shorten(one_line(name), _LONGEST_NAME) for name in label.names),
            one_line(label.before),
            one_line(label.after),
            language,
            direction(language),
        )

    def _told(self, fact: Fact, source: int, letters: list[str]) -> tuple[Statement, ...]:
        return tuple(
            self._statement(claim, letters[at], tuple(self._links(fact, claim))) for at, claim in fact.claims_of(source)
        )

    def _statement(self, claim: Claim, letter: str = "", links: tuple[tuple[int, str], ...] = ()) -> Statement:
        return Statement(
            letter,
            value_in_words(claim.mention, self._interface),
            claim.mention.kind == "name",
            self._quoters[claim.source].mention(claim.mention),
            links,
        )

    def _links(self, fact: Fact, claim: Claim) -> Iterator[tuple[int, str]]:
        """The comparisons in which a claim is held against those of the other sources, one for each."""
        seen: set[int] = set()
        for link in fact.links:
            if claim not in (link.left, link.right):
                continue
            other = link.right if claim == link.left else link.left
            name, numbers = self._places[link.left.source, link.right.source]
            if other.source not in seen and name:
                seen.add(other.source)
                yield other.source + 1, f"{address(name + '.html')}#f{numbers[link.finding.id]}"

    def _answer(self, answer: Answer, letter: str) -> AnswerWords:
        mention = self._shown(answer)
        name = shorten(one_line(mention.text), _LONGEST_NAME) if mention.kind == "name" else ""
        return AnswerWords(letter, value_in_words(mention, self._interface), name, len(answer.sources))

    def _shown(self, answer: Answer) -> Mention:
        """The most exact claim, in the reader's language where one says the same there."""
        exact = answer.claims[0].mention
        value = value_in_words(exact, self._interface).words
        own = (c.mention for c in answer.claims if self._language(c) == self._interface.code)
        return next((m for m in own if value_in_words(m, self._interface).words == value), exact)

    def _language(self, claim: Claim) -> str:
        return self._table.sources[claim.source].document.language


def facts_page(table: FactTable, interface: Interface = DEFAULT_INTERFACE) -> str:
    """The table as one HTML file that opens from disk. Reports of the comparisons are linked as files beside it."""
    rows = FactRows(table, interface)
    style = asset("base.css") + asset("facts.css")
    return (
        environment(interface)
        .get_template("facts.html")
        .render(
            policy=content_policy(style),
            style=Markup(style),
            topic=one_line(table.topic),
            summary=summary(table, interface),
            sources=rows.sources(),
            rows=list(rows.rows()),
            alone=list(rows.alone()),
            agreements=[
                (each, AGREEMENT_SIGNS[each], interface.text(AGREEMENT_NAMES[each])) for each in AGREEMENT_NAMES
            ],
            problems=[(one_line(problem.document), one_line(problem.message)) for problem in table.problems],
            signature=one_line(str(table.signature)),
        )
    )


def facts_markdown(table: FactTable, interface: Interface = DEFAULT_INTERFACE) -> str:
    """The same table as Markdown, without the passages."""
    text, laid_out = interface.text, FactRows(table, interface)
    sources = laid_out.sources()
    heads = [text("fact"), *(str(source.number) for source in sources), text("most sources")]
    lines = [f"# {text('Facts by source')}: {isolate_rtl(escape(table.topic))}", "", summary(table, interface), ""]
    lines += [f"{s.number}. {isolate_rtl(escape(s.title))} ({escape(s.id)}, {escape(s.language)})" for s in sources]
    lines += ["", f"| {' | '.join(heads)} |", "|" + "---|" * len(heads)]
    for row in laid_out.rows():
        told = [
            "<br>".join(_lettered(each.letter, isolate_rtl(escape(each.quote.mention.strip()))) for each in statements)
            or "\u2013"
            for statements in row.told
        ]
        cells = [f"{AGREEMENT_SIGNS[row.agreement]} {_label_line(row, interface)}", *told, _most(row, interface)]
        lines.append(f"| {' | '.join(cells)} |")
    lines += ["", "---", "", escape(str(table.signature))]
    return "\n".join(lines) + "\n"


def summary(table: FactTable, interface: Interface) -> str:
    """How many facts there are, and in how many the sources split."""
    return interface.text(
        "%(facts)s told by at least two of %(sources)s; the sources split on %(splits)s.",
        facts=interface.counted("%(number)s fact", "%(number)s facts", len(table.facts)),
        sources=interface.counted("%(number)s source", "%(number)s sources", len(table.sources)),
        splits=interface.counted("%(number)s fact", "%(number)s facts", table.splits),
    )


def answer_line(row: FactRow, interface: Interface) -> str:
    """The answer that most sources give, with how many do, safe to show; a tie is called one."""
    shown = row.answers if row.tied else row.answers[:1]
    values = interface.text("; ").join(isolate_rtl(one_line(each.name or str(each.value))) for each in shown)
    if row.tied:
        return interface.text("tie: %(values)s", values=values)
    given = interface.text("%(number)s of %(all)s", number=shown[0].number, all=row.stating)
    return f"{values} ({given})"


def _most(row: FactRow, interface: Interface) -> str:
    return isolate_rtl(escape(answer_line(row, interface)))


def label_text(label: LabelWords, kind: Kind, interface: Interface) -> str:
    """A label on one line: what is counted or the kind, and the words around the value."""
    passage = f"{label.before}[\u2026]{label.after}"
    return f"{label.noun or interface.text(KIND_NAMES[kind])}: {passage}"


def _label_line(row: FactRow, interface: Interface) -> str:
    return isolate_rtl(escape(label_text(row.label, row.kind, interface)), row.label.direction)


def _lettered(letter: str, text: str) -> str:
    return f"**{letter}** {text}" if letter else text
