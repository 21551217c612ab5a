"""What is said of two values: verdicts, quotes and reasons, with the real models on short texts of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import align
from align import Comparison, Document, Finding
from align.model import Kind, Verdict

CompareTexts = Callable[[str, str], Comparison]

# Each case stands between two sentences that both texts tell alike, as in a real text.
ENGLISH_FRAME = (
    "The river carried away the only railway bridge. ",
    " Every spring the families light candles at the cemetery.",
)
ARABIC_FRAME = (
    "جرف النهر جسر السكة الحديد الوحيد. ",
    " وفي كل ربيع تضيء العائلات الشموع في المقبرة.",
)

Case = tuple[str, str, Kind, Verdict, str, str]

CASES: dict[str, Case] = {
    "another year": (
        "The lighthouse on the cape was finished in June 1871.",
        "اكتمل بناء المنارة على الرأس في حزيران 1817.",
        "date",
        "conflict",
        "June 1871",
        "حزيران 1817",
    ),
    "another day": (
        "The conference of the bishops closed on 8 August 1998.",
        "اختتم مؤتمر الأساقفة في 18 آب/أغسطس 1998.",
        "date",
        "conflict",
        "8 August 1998",
        "18 آب/أغسطس 1998",
    ),
    "a day that no month has": (
        "The conference of the bishops closed on 58 August 1998.",
        "اختتم مؤتمر الأساقفة في 18 آب/أغسطس 1998.",
        "date",
        "conflict",
        "58 August 1998",
        "18 آب/أغسطس 1998",
    ),
    "that many years ago": (
        "The lighthouse on the cape was finished 32 years ago.",
        "اكتمل بناء المنارة على الرأس قبل 52 عاما.",
        "date",
        "conflict",
        "32 years ago",
        "قبل 52 عاما",
    ),
    "yesterday": (
        "The conference of the bishops closed yesterday.",
        "اختتم مؤتمر الأساقفة أمس.",
        "date",
        "agree",
        "yesterday",
        "أمس",
    ),
    "the same month in Arabic-Indic digits": (
        "The lighthouse on the cape was finished in June 1871.",
        "اكتمل بناء المنارة على الرأس في حزيران/يونيو ١٨٧١.",
        "date",
        "agree",
        "June 1871",
        "حزيران/يونيو ١٨٧١",
    ),
    "the year alone": (
        "The lighthouse on the cape was finished in June 1871.",
        "اكتمل بناء المنارة على الرأس في سنة 1871.",
        "date",
        "compatible",
        "June 1871",
        "سنة 1871",
    ),
    "a day against its month": (
        "The lighthouse on the cape was finished on 9 June 1871.",
        "اكتمل بناء المنارة على الرأس في يونيو 1871.",
        "date",
        "compatible",
        "9 June 1871",
        "يونيو 1871",
    ),
    "a day without its year": (
        "The conference of the bishops closed on 8 August.",
        "اختتم مؤتمر الأساقفة في 8 آب/أغسطس 1998.",
        "date",
        "compatible",
        "8 August",
        "8 آب/أغسطس 1998",
    ),
    "a figure in Arabic-Indic digits": (
        "The fire destroyed 3,200 books in the library.",
        "أتى الحريق على ٣٢٠٠ كتاب في المكتبة.",
        "number",
        "agree",
        "3,200 books",
        "٣٢٠٠ كتاب",
    ),
    "words against a figure": (
        "The fire destroyed three thousand two hundred books in the library.",
        "أتى الحريق على 3200 كتاب في المكتبة.",
        "number",
        "agree",
        "three thousand two hundred books",
        "3200 كتاب",
    ),
    "a figure against words": (
        "The fire destroyed 3,200 books in the library.",
        "أتى الحريق على ثلاثة آلاف ومئتي كتاب في المكتبة.",
        "number",
        "agree",
        "3,200 books",
        "ثلاثة آلاف ومئتي كتاب",
    ),
    "another figure": (
        "The fire destroyed 3,200 books in the library.",
        "أتى الحريق على ٥٤٠٠ كتاب في المكتبة.",
        "number",
        "conflict",
        "3,200 books",
        "٥٤٠٠ كتاب",
    ),
    "words against words": (
        "The avalanche killed eight climbers below the summit.",
        "قتل الانهيار الثلجي ثمانية متسلقين تحت القمة.",
        "number",
        "agree",
        "eight climbers",
        "ثمانية متسلقين",
    ),
    "another number word": (
        "The avalanche killed eleven climbers below the summit.",
        "قتل الانهيار الثلجي ثمانية متسلقين تحت القمة.",
        "number",
        "conflict",
        "eleven climbers",
        "ثمانية متسلقين",
    ),
    "more than against about": (
        "The avalanche killed more than 80 climbers below the summit.",
        "قتل الانهيار الثلجي نحو 90 متسلقا تحت القمة.",
        "number",
        "compatible",
        "more than 80 climbers",
        "نحو 90 متسلقا",
    ),
    "another share": (
        "About 30 per cent of the voters stayed at home.",
        "بقي نحو 70 في المئة من الناخبين في بيوتهم.",
        "number",
        "conflict",
        "About 30 per cent",
        "نحو 70 في المئة",
    ),
    "money in signs and words": (
        "The company paid $4 million for the ship.",
        "دفعت الشركة 4 ملايين دولار ثمنا للسفينة.",
        "number",
        "agree",
        "$4 million",
        "4 ملايين دولار",
    ),
}


def values(comparison: Comparison) -> list[Finding]:
    return [finding for finding in comparison.findings if finding.kind != "name"]


def framed(case: Case) -> tuple[str, str]:
    english, arabic = case[:2]
    return ENGLISH_FRAME[0] + english + ENGLISH_FRAME[1], ARABIC_FRAME[0] + arabic + ARABIC_FRAME[1]


@pytest.mark.parametrize("name", CASES)
def test_the_verdict_and_its_quotes(name: str, compare_texts: CompareTexts) -> None:
    _, _, kind, verdict, left, right = CASES[name]
    (finding,) = values(compare_texts(*framed(CASES[name])))
    assert finding.left and finding.right
    assert (finding.kind, finding.verdict) == (kind, verdict)
    assert (finding.left.text, finding.right.text) == (left, right)


@pytest.mark.parametrize("name", CASES)
def test_sides_may_be_exchanged(name: str, compare_texts: CompareTexts) -> None:
    english, arabic = framed(CASES[name])
    (finding,) = values(compare_texts(english, arabic))
    (mirrored,) = values(align.compare(Document("arabic", "ar", arabic), Document("english", "en", english)))
    assert mirrored.verdict == finding.verdict
    assert (mirrored.left, mirrored.right) == (finding.right, finding.left)
    assert mirrored.confidence == pytest.approx(finding.confidence, abs=0.02)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("another year", ("June 1871", "June 1817", "exclude each other")),
        ("another day", ("8 August 1998", "18 August 1998", "exclude each other")),
        ("a day that no month has", ("58 August 1998", "18 August 1998", "no such day")),
        ("that many years ago", ("32 years ago", "قبل 52 عاما", "whatever the day of writing")),
        ("another figure", ("3,200", "5,400", "exclude each other")),
        ("another number word", ("11", "8", "exclude each other")),
        ("another share", ("30%", "70%", "exclude each other")),
        ("the year alone", ("June 1871", "1871", "more exact")),
        ("more than against about", ("at least 80", "about 90")),
        ("money in signs and words", ("USD", "4,000,000", "same figure")),
    ],
)
def test_the_reason_gives_both_values(name: str, said: tuple[str, ...], compare_texts: CompareTexts) -> None:
    (finding,) = values(compare_texts(*framed(CASES[name])))
    assert all(part in finding.reason for part in said)
    assert "English" in finding.reason
    assert "Arabic" in finding.reason
    assert finding.reason.endswith(".")


def test_conflicts_come_first_and_the_surest_of_them_first(compare_texts: CompareTexts) -> None:
    names = ("the year alone", "another figure", "words against words", "another day")
    texts = [" ".join(CASES[name][side] for name in names) for side in (0, 1)]
    found = values(compare_texts(texts[0], texts[1]))
    conflicts = [finding for finding in found if finding.verdict == "conflict"]
    assert len(conflicts) == 2
    assert found[:2] == conflicts
    assert conflicts[0].confidence >= conflicts[1].confidence


def test_a_value_that_one_side_lacks_is_told_as_such(compare_texts: CompareTexts) -> None:
    english = f"{ENGLISH_FRAME[0]}The fire destroyed 3,200 books in the library."
    arabic = f"{ARABIC_FRAME[0]}أتى الحريق على الكتب في المكتبة."
    (finding,) = values(compare_texts(english, arabic))
    assert (finding.verdict, finding.right) == ("only-left", None)
    assert finding.left
    assert finding.left.text == "3,200 books"
    assert "Arabic" in finding.reason


def test_a_value_told_elsewhere_is_not_missed(compare_texts: CompareTexts) -> None:
    english = f"{ENGLISH_FRAME[0]}The fire destroyed 3,200 books in the library.{ENGLISH_FRAME[1]}"
    arabic = f"{ARABIC_FRAME[0]}أتى الحريق على الكتب في المكتبة.{ARABIC_FRAME[1]} وكان عدد الكتب 3200 كتاب."
    assert not [f for f in values(compare_texts(english, arabic)) if f.verdict in ("only-left", "conflict")]


ENGLISH_NEWS = "\n\nA bakery in the next valley has sold bread with olives for 60 years."


def test_ids_stay_when_an_unrelated_paragraph_is_added(compare_texts: CompareTexts) -> None:
    english, arabic = framed(CASES["another year"])
    before = {finding.id: finding.reason for finding in values(compare_texts(english, arabic))}
    after = {finding.id: finding.reason for finding in values(compare_texts(english + ENGLISH_NEWS, arabic))}
    assert before.items() <= after.items()


def test_ids_are_unlike_each_other(
    compare_texts: CompareTexts, english_sentences: tuple[str, ...], arabic_sentences: tuple[str, ...]
) -> None:
    findings = compare_texts(" ".join(english_sentences), " ".join(arabic_sentences)).findings
    assert len({finding.id for finding in findings}) == len(findings)


def test_every_finding_stands_in_its_pair(
    compare_texts: CompareTexts, english_sentences: tuple[str, ...], arabic_sentences: tuple[str, ...]
) -> None:
    comparison = compare_texts(" ".join(english_sentences), " ".join(arabic_sentences))
    pairs = {pair.id: pair for pair in comparison.pairs}
    for finding in comparison.findings:
        if finding.kind == "name" and finding.verdict == "compatible":  # told elsewhere: see test_name_verdicts.py
            continue
        for mention, spans in ((finding.left, pairs[finding.pair].left), (finding.right, pairs[finding.pair].right)):
            assert mention is None or any(s.start <= mention.start and mention.end <= s.end for s in spans)


def test_confidences_are_probabilities(compare_texts: CompareTexts) -> None:
    for case in CASES.values():
        assert all(0 < finding.confidence <= 1 for finding in compare_texts(*framed(case)).findings)
