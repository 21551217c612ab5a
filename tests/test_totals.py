"""Totals and their parts: the sums are held against each other, once, and the parts are left in peace."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

import pytest

import align
from align import Comparison, Document, Finding
from align.comparison.totals import Total, find_totals
from align.model import NumberValue
from align.pipeline import analyse

CompareTexts = Callable[[str, str], Comparison]

ENGLISH_FRAME = "The river carried away the only railway bridge. {} Every spring the families light candles."
ARABIC_FRAME = "جرف النهر جسر السكة الحديد الوحيد. {} وفي كل ربيع تضيء العائلات الشموع."

STATED_IN_ARABIC = (
    "When the militia stormed the consulate, one journalist and eight officers were killed.",
    "قتل 11 شخصا عندما اقتحمت الميليشيا القنصلية، بينهم 10 دبلوماسيين وصحافي.",
)
STATED_IN_ENGLISH = (
    "The flood killed 20 people in the shaft, including five guards and 15 miners.",
    "وأسفر الفيضان عن مقتل ثلاثة حراس وتسعة عمال في النفق.",
)
SUM_LIKE_A_PART = (  # nine in all on one side, nine miners on the other
    "The flood killed two guards and seven miners in the shaft.",
    "وأسفر الفيضان عن مقتل 12 شخصا في النفق، بينهم 3 حراس و9 عمال.",
)
MINE = (
    "The flood killed two guards and six miners in the shaft.",
    "وأسفر الفيضان عن مقتل 12 شخصا في النفق، بينهم 3 حراس و9 عمال.",
)
SAME_PARTS = (
    "The flood killed 20 people in the shaft, including five guards and 15 miners.",
    "وأسفر الفيضان عن مقتل خمسة حراس و15 عاملا في النفق.",
)
SAME_TOTAL = (
    "The flood killed six guards and 14 miners in the shaft.",
    "وأسفر الفيضان عن مقتل 20 شخصا في النفق، بينهم خمسة حراس و15 عاملا.",
)
BOTH_STATED = (
    "The flood drowned seven children, five boys and two girls, in the lower village.",
    "وأغرق الفيضان سبعة أولاد، أربعة صبيان وثلاث بنات، في القرية السفلى.",
)
OTHER_PARTS = (
    "The flood drowned seven children, five boys and two girls, in the lower village.",
    "وأغرق الفيضان سبعة أولاد، أربعة من المدرسة وثلاثة من الريف، في القرية السفلى.",
)


def numbers(compare: CompareTexts, texts: tuple[str, str]) -> list[Finding]:
    comparison = compare(ENGLISH_FRAME.format(texts[0]), ARABIC_FRAME.format(texts[1]))
    return [finding for finding in comparison.findings if finding.kind == "number"]


@pytest.mark.parametrize(
    ("texts", "left", "right", "sums"),
    [
        (STATED_IN_ARABIC, "one journalist and eight officers", "11 شخصا", "1 + 8 = 9; 11, of which 10 + 1"),
        (STATED_IN_ENGLISH, "20 people", "ثلاثة حراس وتسعة عمال", "20, of which 5 + 15; 3 + 9 = 12"),
        (MINE, "two guards and six miners", "12 شخصا", "2 + 6 = 8; 12, of which 3 + 9"),
        (SUM_LIKE_A_PART, "two guards and seven miners", "12 شخصا", "2 + 7 = 9; 12, of which 3 + 9"),
    ],
)
def test_totals_that_differ_are_one_conflict(
    texts: tuple[str, str], left: str, right: str, sums: str, compare_texts: CompareTexts
) -> None:
    (finding,) = numbers(compare_texts, texts)
    assert finding.left and finding.right
    assert (finding.verdict, finding.left.text, finding.right.text) == ("conflict", left, right)
    assert "as totals" in finding.reason
    assert sums in finding.reason


def test_equal_totals_agree_and_their_unequal_parts_conflict(compare_texts: CompareTexts) -> None:
    *parts, total = numbers(compare_texts, SAME_TOTAL)
    assert total.verdict == "agree"
    assert "6 + 14 = 20" in total.reason
    assert shown(parts) == {("conflict", "six guards", "خمسة حراس"), ("conflict", "14 miners", "15 عاملا")}


def test_the_parts_of_stated_totals_conflict(compare_texts: CompareTexts) -> None:
    findings = numbers(compare_texts, BOTH_STATED)
    assert shown(findings) == {
        ("agree", "seven children", "سبعة أولاد"),
        ("conflict", "five boys", "أربعة صبيان"),
        ("conflict", "two girls", "ثلاث بنات"),
    }
    assert all("parts of the same total" in finding.reason for finding in findings if finding.verdict == "conflict")


def test_parts_that_count_other_things_are_left_in_peace(compare_texts: CompareTexts) -> None:
    assert {verdict for verdict, *_ in shown(numbers(compare_texts, OTHER_PARTS))} == {"agree"}


def shown(findings: Sequence[Finding]) -> set[tuple[str, str, str]]:
    return {(each.verdict, each.left.text, each.right.text) for each in findings if each.left and each.right}


def test_equal_parts_agree_one_by_one(compare_texts: CompareTexts) -> None:
    verdicts = [finding.verdict for finding in numbers(compare_texts, SAME_PARTS)]
    assert verdicts.count("agree") == 2
    assert "conflict" not in verdicts


def totals(language: str, text: str) -> list[Total]:
    document = Document("text", language, text)
    return find_totals(analyse(document).mentions, document)


def sizes(total: Total) -> tuple[int, list[int]]:
    def size(value: object) -> int:
        assert isinstance(value, NumberValue)
        return int(value.low or Decimal(0))

    return size(total.mention.value), [size(part.value) for part in total.parts]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Two guards and seven miners died.", [(9, [2, 7])]),
        ("en", "Two guards, seven miners and 12 nurses died.", [(21, [2, 7, 12])]),
        ("en", "Twenty people died, including five guards and 15 miners.", [(20, [5, 15])]),
        ("en", "Ten people died, including five guards and 15 miners.", [(20, [5, 15])]),
        ("en", "Nine people died: two guards and seven miners.", [(9, [2, 7])]),
        ("en", "Nine people, two guards and eight miners, died.", [(19, [9, 2, 8])]),
        ("en", "There were 49 cases and 29 deaths.", []),  # the dead are among the cases
        ("en", "There were seven killed, four injured and three missing.", [(14, [7, 4, 3])]),
        ("ar", "وسقط سبعة قتلى، أربعة جرحى وثلاثة مفقودين.", [(14, [7, 4, 3])]),
        ("en", "Two guards died. Seven miners escaped.", []),
        ("en", "Two guards died while seven miners escaped.", []),
        ("en", "Nine miners died.", []),
        ("en", "Of 12 miners, 4 of them Welsh and 8 Scottish, none died.", [(12, [4, 8])]),
        ("en", "Twelve miners, of whom 4 were Welsh, died.", [(12, [4])]),
        ("ar", "وقتل ثلاثة حراس وسبعة عمال.", [(10, [3, 7])]),
        ("ar", "وقتل 12 شخصا، بينهم 3 حراس و9 عمال.", [(12, [3, 9])]),
        ("ar", "وقتل 11 شخصا، بينهم 10 دبلوماسيين وصحافي.", [(11, [10, 1])]),
        ("ar", "وقتل 11 شخصا، بينهم 10 دبلوماسيين وصحافي واحد.", [(11, [10, 1])]),
    ],
)
def test_totals_of_a_text(language: str, text: str, expected: list[tuple[int, list[int]]]) -> None:
    assert [sizes(total) for total in totals(language, text)] == expected


@pytest.mark.parametrize(
    ("language", "text", "stated"),
    [
        ("en", "Twenty people died, including five guards and 15 miners.", True),
        ("en", "Two guards and seven miners died.", False),
        ("ar", "وقتل 12 شخصا، بينهم 3 حراس و9 عمال.", True),
        ("ar", "وقتل ثلاثة حراس وسبعة عمال.", False),
    ],
)
def test_a_total_knows_whether_the_text_states_it(language: str, text: str, stated: bool) -> None:
    (total,) = totals(language, text)
    assert total.stated is stated
    assert text[total.mention.start : total.mention.end] == total.mention.text


def test_parts_across_lines_are_no_sum() -> None:
    assert totals("en", "- Dead: 12 soldiers\n- Wounded: 30 soldiers") == []


def test_a_part_and_the_total_that_it_is_of_have_no_sum() -> None:
    document = Document("text", "ar", "دُفن هناك 90 من سكانه المئتين.")
    found = find_totals(analyse(document).mentions, document)
    assert [(total.mention.text, total.stated) for total in found] == [("المئتين", True)]


def test_parts_that_both_tell_are_no_sum_of_another_total() -> None:
    left = Document("en", "en", "A jury of seven women and five men found him guilty on nine of the 11 counts.")
    right = Document("ar", "ar", "دانته هيئة محلفين من سبع نساء وخمسة رجال بتسع من التهم الإحدى عشرة.")
    found = align.compare(left, right)
    assert not [finding for finding in found.findings if finding.verdict == "conflict"]


@pytest.mark.parametrize(
    ("english", "arabic"),
    [
        (
            "Jaylen Brown added 27 points, and Derrick White made five of his nine 3-pointers.",
            "وأضاف جايلن براون 27 نقطة وسجل ديريك وايت خمس من رمياته الثلاثية التسع.",
        ),
        (
            "Two trains of 50 wagons and three locomotives each, 1,800 tonnes in all, crept across the bridge.",
            "عبر الجسر ببطء قطاران في كل منهما خمسون عربة وثلاث قاطرات، ووزنهما الإجمالي 1800 طن.",
        ),
        (
            "They are 3-7 in the second games of the season and have dropped four of five on the road.",
            "وسجلهم 3 انتصارات و7 هزائم في مباريات الموسم الثانية، وخسروا أربعة من خمس مباريات خارج أرضهم.",
        ),
    ],
)
def test_counts_that_both_tell_are_no_totals(english: str, arabic: str) -> None:
    found = align.compare(Document("en", "en", english), Document("ar", "ar", arabic))
    assert not [finding for finding in found.findings if finding.verdict == "conflict"]


def test_some_of_those_that_a_total_counts_are_no_total() -> None:
    left = Document("en", "en", "Among the dead were 501 Swedes and 285 Estonians, the singer Urmas Alender with them.")
    right = Document("ar", "ar", "ومات 852، منهم 510 من السويد و285 من إستونيا، وكان بينهم المغني أورماس أليندر.")
    found = [each for each in align.compare(left, right).findings if each.left and each.right and each.kind == "number"]
    told = [(each.verdict, each.left.text, each.right.text) for each in found if each.left and each.right]
    assert ("conflict", "501 Swedes", "510 من السويد") in told
    assert not [each for each in told if "852" in each[2]]
