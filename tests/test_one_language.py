"""Two accounts in one language: the same passages, verdicts and reports as across two, told apart by their ids."""

from __future__ import annotations

from pathlib import Path

import pytest

import align
from align.model import Comparison, Document, Finding
from align.pipeline import compare
from align.report import render, terminal_summary

ENGLISH = (
    "The ferry Amina sank off Tobruk on 12 March 1994. Captain Mahmoud Hasan died with 41 passengers. "
    "A trawler from Crete saved 187 people.",
    "On the night of 12 March 1994 the Amina went down near Tobruk. Her captain, Mahmud Hassan, and 43 passengers "
    "drowned. The crew of a Cretan trawler pulled 187 people out of the water.",
)
ARABIC = (
    "غرقت العبّارة أمينة قبالة طبرق في 12 آذار 1994. ومات القبطان محمود حسن ومعه 41 راكبا. "
    "وأنقذ قارب صيد من كريت 187 شخصا.",
    "في ليل 12 مارس 1994 غرقت العبارة أمينه قرب طبرق. وقضى قبطانها محمود حسن و43 راكبا. "
    "وانتشل بحارة قارب صيد قادم من كريت 187 شخصا من الماء.",
)
TEXTS = {"en": ENGLISH, "ar": ARABIC}


@pytest.fixture(scope="module", params=TEXTS)
def comparison(request: pytest.FixtureRequest) -> Comparison:
    first, second = TEXTS[request.param]
    return compare(Document("herald.txt", request.param, first), Document("dispatch.txt", request.param, second))


def found(comparison: Comparison, verdict: str) -> list[Finding]:
    return [finding for finding in comparison.findings if finding.verdict == verdict]


def test_the_one_conflict_is_found_and_no_other(comparison: Comparison) -> None:
    quotes = [
        (each.left.text[:2], each.right.text) for each in found(comparison, "conflict") if each.left and each.right
    ]
    assert [left for left, _ in quotes] == ["41"]
    assert "43" in quotes[0][1]


def test_equal_values_agree_whatever_the_month_is_called(comparison: Comparison) -> None:
    agreed = {each.left.value.to_dict().get("edtf") for each in found(comparison, "agree") if each.left}
    assert "1994-03-12" in agreed
    assert [each for each in found(comparison, "agree") if each.left and "187" in each.left.text]


def test_a_name_in_another_spelling_is_not_missed(comparison: Comparison) -> None:
    missed = [each for each in comparison.findings if each.kind == "name" and not (each.left and each.right)]
    assert missed == []


def test_reasons_name_the_documents(comparison: Comparison) -> None:
    (conflict,) = found(comparison, "conflict")
    assert conflict.reason.startswith("herald.txt gives 41")
    assert ", dispatch.txt 43" in conflict.reason


def test_what_is_missing_names_the_document_that_lacks_it() -> None:
    left = Document("herald.txt", "en", ENGLISH[0].replace("187 people", "187 people in 90 minutes"))
    findings = compare(left, Document("dispatch.txt", "en", ENGLISH[1])).findings
    (missing,) = (each for each in findings if each.verdict == "only-left" and each.left and "90" in each.left.text)
    assert missing.reason.startswith("The passage of dispatch.txt that tells the same does not give this number")


def test_documents_without_ids_of_their_own_are_the_first_and_the_second() -> None:
    first, second = (Document("story.txt", "en", text) for text in ENGLISH)
    (conflict,) = found(compare(first, second), "conflict")
    assert conflict.reason.startswith("The first text gives 41")


def test_reports_tell_the_documents_apart(comparison: Comparison) -> None:
    assert "  herald.txt  " in terminal_summary(comparison, color=False)
    assert "**dispatch.txt**" in render(comparison, "md").replace("\\", "")
    for ui in ("en", "ar"):
        page = render(comparison, "html", ui)
        assert page.count('<section class="text left" id="left" aria-label="herald.txt"') == 1
        assert "<bdi>dispatch.txt</bdi></a>" in page


def test_an_arabic_report_isolates_the_ids(comparison: Comparison) -> None:
    assert "<bdi>herald.txt</bdi>" in render(comparison, "html", "ar")


def test_either_order_finds_the_same(comparison: Comparison) -> None:
    turned = compare(comparison.right.document, comparison.left.document)
    conflicts = [(each.right, each.left) for each in found(turned, "conflict")]
    assert conflicts == [(each.left, each.right) for each in found(comparison, "conflict")]


def test_a_text_agrees_with_itself() -> None:
    path = Path(__file__).parent.parent / "corpora" / "en" / "titanic-1912.txt"
    comparison = align.compare(path, path)
    assert {each.verdict for each in comparison.findings} <= {"agree", "compatible"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Mahmoud", "Mahmud", True),
        ("Gamal Abdel Nasser", "Jamal Abd al-Nasir", True),
        ("Stephen", "Steven", True),
        ("Marie", "Maria", False),
        ("حسن", "حسين", False),
        ("محمد", "محمود", False),
        ("عمر", "عمار", False),
        ("كابل", "كابول", True),
        ("جدة", "جده", True),
        ("أمينة", "امينه", True),
        ("وبوتين", "بوتين", True),
        ("بالقاهرة", "القاهرة", True),
    ],
)
def test_names_within_one_script(one: str, other: str, same: bool) -> None:
    assert (align.name_similarity(one, other) >= 0.8) is same
