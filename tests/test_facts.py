"""Facts by source: which claims become one fact, who says what, and the table in its forms."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from pathlib import Path

import jsonschema
import openpyxl
import pytest

from align.corpus import CorpusComparer, table_of_facts, topic_pairs
from align.facts import Claim, FactTable, Link
from align.facts.cluster import cluster, is_rank
from align.facts.sameness import CountedNouns, far_from_bound
from align.model import Comparison, Document, DocumentAnalysis, Finding, Mention, NumberValue, Settings, Verdict
from align.report.facts_files import facts_files
from align.report.facts_tables import load_facts_schema
from align.report.order import page_numbers
from align.wording import interface

CORPORA = Path(__file__).parent.parent / "corpora"
TOPIC = "titanic-1912"


@pytest.fixture(scope="module")
def table() -> FactTable:
    comparer, compared = CorpusComparer(Settings()), []
    for pair in (each for each in topic_pairs(CORPORA) if each.topic == TOPIC):
        comparison = comparer.compare(pair)
        assert isinstance(comparison, Comparison)
        compared.append((pair, comparison))
    return table_of_facts(compared, Settings())


Cell = tuple[str, str]  # a source and what it says


def cells_of_gold() -> list[list[frozenset[Cell]]]:
    """The answers of each fact as people labelled them."""
    form = json.loads((CORPORA / "facts" / f"{TOPIC}.json").read_text("utf-8"))
    return [[frozenset(answer.items()) for answer in fact["answers"]] for fact in form["facts"]]


def cells_found(table: FactTable) -> list[list[frozenset[Cell]]]:
    names = [f"{source.document.language}/{source.document.id}" for source in table.sources]
    return [
        [frozenset((names[claim.source], claim.mention.text) for claim in answer.claims) for answer in fact.answers]
        for fact in table.facts
    ]


def together(facts: list[list[frozenset[Cell]]], known: set[Cell]) -> set[frozenset[Cell]]:
    """Every two known cells of different sources that are in one fact."""
    return {
        frozenset(pair)
        for fact in facts
        for pair in combinations(sorted(frozenset[Cell]().union(*fact) & known), 2)
        if pair[0][0] != pair[1][0]
    }


def test_claims_are_brought_together_as_people_do(table: FactTable) -> None:
    gold = cells_of_gold()
    known = {cell for fact in gold for answer in fact for cell in answer}
    wanted, found = together(gold, known), together(cells_found(table), known)
    right = len(wanted & found)
    assert right / len(found) >= 0.97, sorted(map(sorted, found - wanted))
    assert right / len(wanted) >= 0.75, sorted(map(sorted, wanted - found))


def test_a_source_is_in_one_fact_with_two_values_only_where_it_contradicts_itself(table: FactTable) -> None:
    several = [
        fact for fact in table.facts for at in fact.sources if len({answer for answer, _ in fact.claims_of(at)}) > 1
    ]
    assert [fact.label("en").noun for fact in several] == ["survivors"]


@pytest.mark.parametrize(
    ("quote", "answers", "majority"),
    [
        ("296 مترا", [2, 2], None),
        ("18 April 1912", [3, 1], "18 April 1912"),
        ("1 September 1985", [3, 1], "1 September 1985"),
        ("333 bodies", [2, 1], "333 bodies"),
        ("20 January 1914", [4], "20 January 1914"),
    ],
)
def test_sources_are_counted(table: FactTable, quote: str, answers: list[int], majority: str | None) -> None:
    (fact,) = (f for f in table.facts if any(c.mention.text == quote for a in f.answers for c in a.claims))
    assert [len(answer.sources) for answer in fact.answers] == answers
    assert (fact.majority and fact.majority.claims[0].mention.text) == majority


def test_splits_come_first(table: FactTable) -> None:
    agreements = [fact.agreement for fact in table.facts]
    assert agreements == sorted(agreements, key=("split", "compatible", "agree").index)
    assert table.splits >= 5


def test_the_json_fits_its_schema_and_quotes_the_texts(table: FactTable) -> None:
    form = table.to_dict()
    jsonschema.validate(form, load_facts_schema())
    for fact in form["facts"]:
        for claim in (claim for answer in fact["answers"] for claim in answer["claims"]):
            mention = claim["mention"]
            assert form["sources"][claim["source"]]["text"][mention["start"] : mention["end"]] == mention["text"]
    assert len({fact["id"] for fact in form["facts"]}) == len(form["facts"])


def test_the_same_table_gives_the_same_bytes(table: FactTable) -> None:
    assert dict(facts_files(table)) == dict(facts_files(table))


def test_links_lead_to_findings_of_the_comparisons(table: FactTable) -> None:
    numbers = {(pair.left, pair.right): page_numbers(pair.comparison) for pair in table.pairs}
    for fact in table.facts:
        assert all(link.finding.id in numbers[link.left.source, link.right.source] for link in fact.links)


@pytest.mark.parametrize(("ui", "way", "tie"), [("en", "ltr", "tie"), ("ar", "rtl", "تعادل")])
def test_the_page(table: FactTable, ui: str, way: str, tie: str) -> None:
    page = dict(facts_files(table, interface(ui)))["html"]
    assert isinstance(page, str)
    assert f'<html lang="{ui}" dir="{way}">' in page
    assert page.count('<th scope="row">') == len(table.facts)
    assert page.count('<th scope="col">') == len(table.sources) + 2
    assert tie in page and '<bdi lang="ar" dir="rtl">' in page


def test_spreadsheets_hold_the_table(table: FactTable) -> None:
    made = dict(facts_files(table))
    assert isinstance(made["csv"], str) and isinstance(made["xlsx"], bytes)
    rows = list(csv.DictReader(io.StringIO(made["csv"].removeprefix("\ufeff"))))
    assert len(rows) == sum(len(answer.claims) for fact in table.facts for answer in fact.answers)
    assert {row["fact"] for row in rows} == {fact.id for fact in table.facts}
    assert "712 survivors" in zipfile.ZipFile(io.BytesIO(made["xlsx"])).read("xl/sharedStrings.xml").decode()


@pytest.mark.parametrize(("ui", "is_rtl"), [("en", False), ("ar", True)])
def test_a_sheet_runs_as_its_readers_and_its_texts_do(table: FactTable, ui: str, is_rtl: bool) -> None:
    made = dict(facts_files(table, interface(ui)))["xlsx"]
    assert isinstance(made, bytes)
    sheet = openpyxl.load_workbook(io.BytesIO(made)).worksheets[0]
    assert bool(sheet.sheet_view.rightToLeft) is is_rtl
    head, *rows = sheet.iter_rows()
    ltr, rtl = 1, 2
    own = rtl if is_rtl else ltr
    orders = [[cell.alignment.readingOrder for cell in row] for row in (head, *rows)]
    assert orders[0] == [own, own, ltr, ltr, rtl, rtl, own, own]
    assert all(order[2:] == [ltr, ltr, rtl, rtl, own, ltr] for order in orders[1:])
    survivors = next(row for row in rows if "712" in str(row[3].value))
    both = str(survivors[4].value).split("\n")
    assert [line[:2] for line in both] == ["A:", "B:"]
    assert all(line.count("\u2068") == line.count("\u2069") == 2 for line in both)  # quotation and value


def test_what_one_source_states_is_stated_nowhere_else(table: FactTable) -> None:
    alone = {(claim.source, claim.mention.text) for claim in table.alone}
    assert (1, "seven warnings") in alone and (3, "عشرين دقيقة") in alone
    told = {(c.source, c.mention.text) for fact in table.facts for answer in fact.answers for c in answer.claims}
    assert not alone & told
    assert not any("37" in text for _, text in alone)  # thirty-seven seconds are told in English and in Arabic


def claim(source: int, figure: int, at: int = 0, unit: str = "people") -> Claim:

    value = NumberValue(Decimal(figure), Decimal(figure), unit=unit)
    return Claim(source, Mention("number", at, at + 2, str(figure), value))


def linked(*ties: tuple[Claim, Claim, float, Verdict]) -> Iterator[Link]:
    for a, b, confidence, verdict in ties:
        yield Link(a, b, Finding("", "p1", "number", verdict, confidence, a.mention, b.mention, ""))


def test_a_chain_does_not_join_two_facts() -> None:
    dead, hurt = [claim(source, 41) for source in range(3)], [claim(source, 90, 50) for source in range(3)]
    ties: list[tuple[Claim, Claim, float, Verdict]] = []
    for group in (dead, hurt):
        ties += [(a, b, 0.9, "agree") for a, b in combinations(group, 2)]
    ties.append((dead[0], hurt[1], 0.7, "conflict"))
    assert sorted(map(sorted_sources, cluster(list(linked(*ties)), set()))) == [[0, 1, 2], [0, 1, 2]]


def sorted_sources(group: tuple[Claim, ...]) -> list[int]:
    return [each.source for each in group]


def test_a_source_has_one_value_of_a_fact() -> None:
    a, b, c = claim(0, 41), claim(1, 41), claim(1, 43, 50)
    groups = cluster(list(linked((a, b, 0.9, "agree"), (a, c, 0.8, "conflict"))), set())
    assert groups == [(a, b)]


def test_unless_it_contradicts_itself() -> None:
    a, b, c = claim(0, 41), claim(1, 41), claim(1, 43, 50)
    assert cluster(list(linked((a, b, 0.9, "agree"))), {frozenset({b, c})}) == [(a, b, c)]


def test_other_things_of_one_number_are_not_one_fact() -> None:
    warnings, others = claim(0, 6, unit="warnings"), claim(1, 6, unit="تحذيرات")
    rooms = claim(2, 6, unit="compartments")
    groups = cluster(list(linked((warnings, others, 0.7, "agree"), (rooms, others, 0.65, "agree"))), set())
    assert groups == [(warnings, others)]


def counting(*nouns: str) -> DocumentAnalysis:
    """A source that counts these things."""
    mentions = tuple(claim(0, 6, 50 * at, noun).mention for at, noun in enumerate(nouns))
    return DocumentAnalysis(Document("d", "en", ""), "", mentions)


@pytest.mark.parametrize(
    ("figure", "first", "second", "differ"),
    [
        (6, "compartments", "تحذيرات", True),
        (6, "warnings", "compartments", True),
        (6, "warnings", "تحذيرات", False),
        (6, "compartments", "مقصورات", False),
        (2200, "compartments", "تحذيرات", False),  # so large a figure is not given of two things by chance
    ],
)
def test_nouns_count_what_their_counterparts_do(figure: int, first: str, second: str, differ: bool) -> None:
    english, arabic = counting("warnings", "compartments"), counting("تحذيرات", "مقصورات")
    nouns = CountedNouns([english, english, arabic])
    other = claim(1 if second.isascii() else 2, figure, unit=second)
    assert nouns.differ(claim(0, figure, unit=first), other) is differ


@pytest.mark.parametrize(
    ("bound", "figure", "far"), [(1500, 1517, False), (1500, 2224, True), (3, 2, False), (30, 38, False), (3, 9, True)]
)
def test_a_bound_is_near_what_it_bounds(bound: int, figure: int, far: bool) -> None:
    over = Mention("number", 0, 9, "", NumberValue(Decimal(bound), None, unit="people"))
    assert far_from_bound(over, claim(0, figure).mention) is far is far_from_bound(claim(0, figure).mention, over)


def test_a_rank_is_no_fact_unless_sources_split_on_it(table: FactTable) -> None:
    ranks = [fact for fact in table.facts for answer in fact.answers for c in answer.claims if is_rank(c.mention)]
    assert all(fact.agreement == "split" for fact in ranks)
