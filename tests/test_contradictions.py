"""Where one document contradicts itself, from the text to the comparison."""

from __future__ import annotations

import pytest

import align

ENGLISH = "The parish council met in Saida on 6 April 1936 to settle the dispute over the harbour."


def contradictions(arabic: str, *, arabic_left: bool = False) -> list[tuple[str, str, str, str]]:
    documents = [align.Document("english", "en", ENGLISH), align.Document("arabic", "ar", arabic)]
    comparison = align.compare(*(reversed(documents) if arabic_left else documents))
    return [(found.side, found.first.text, found.second.text, found.reason) for found in comparison.internal]


@pytest.mark.parametrize("arabic_left", [False, True])
def test_an_equation_that_the_calendar_contradicts(arabic_left: bool) -> None:
    arabic = "اجتمع مجلس البلدة في صيدا في 5 صفر 1355هـ الموافق 6 نيسان 1936 لحل الخلاف على الميناء."
    (found,) = contradictions(arabic, arabic_left=arabic_left)
    assert found[:3] == (
        "left" if arabic_left else "right",
        "5 صفر 1355هـ",
        "6 نيسان 1936",
    )
    assert found[3].endswith("with 6 April 1936, but by the Islamic calendar it is 27 April 1936.")


def test_an_equation_that_is_repeated_has_an_id_each_time() -> None:
    sentence = "اجتمع مجلس البلدة في صيدا في 5 صفر 1355هـ الموافق 6 نيسان 1936 لحل الخلاف."
    arabic = align.Document("arabic", "ar", f"{sentence} {sentence}")
    internal = align.compare(align.Document("english", "en", ENGLISH), arabic).internal
    assert len({found.id for found in internal}) == len(internal) == 2


def test_the_sighting_of_the_moon_is_no_contradiction() -> None:
    assert contradictions("اجتمع مجلس البلدة في صيدا في 5 صفر 1355هـ الموافق 26 نيسان 1936.") == []


SIEGE = (
    "The siege of Harran began in May 1997. The garrison had food for a few weeks only. "
    "When the siege of Harran began in June 1997, nobody expected it to last."
)


@pytest.mark.parametrize("arabic_left", [False, True])
def test_a_beginning_that_is_dated_twice(arabic_left: bool) -> None:
    arabic = align.Document("arabic", "ar", "كان الحصار طويلا وشاقا على أهل المدينة.")
    documents = [align.Document("english", "en", SIEGE), arabic]
    (found,) = align.compare(*(reversed(documents) if arabic_left else documents)).internal
    assert (found.side, found.kind) == ("right" if arabic_left else "left", "date")
    assert (found.first.text, found.second.text) == ("May 1997", "June 1997")
    assert found.reason.startswith("The text gives May 1997 in one place and June 1997 in another: the two dates ")
    assert "both speak of" in found.reason
    assert 0.5 < found.confidence <= 1


def test_the_reason_quotes_the_words_of_the_text() -> None:
    arabic = (
        "أفرج المتمردون عن 45 رهينة يوم الخميس. "
        "وتوسط رجل دين بين الجانبين. "
        "ونُقل 54 رهينة إلى المستشفى بعد أن أفرج عنهم المتمردون."
    )
    ((side, first, second, reason),) = contradictions(arabic)
    assert (side, first, second) == (
        "right",
        "45 رهينة",
        "54 رهينة",
    )
    assert "both speak of “رهينة”" in reason


def test_two_contradictions_have_two_ids() -> None:
    again = SIEGE.replace("Harran", "Tarn").replace("1997", "2003")
    english = align.Document("english", "en", f"{SIEGE}\n{again}")
    internal = align.compare(english, align.Document("arabic", "ar", "كان الحصار طويلا.")).internal
    assert len({found.id for found in internal}) == len(internal) == 2


@pytest.mark.parametrize("arabic_left", [False, True])
def test_what_one_text_says_in_two_ways_conflicts_with_the_other(arabic_left: bool) -> None:
    arabic = align.Document("arabic", "ar", "بدأ حصار حران في أيار/مايو 1997 ولم يكن عند الحامية من الطعام إلا القليل.")
    documents = [align.Document("english", "en", SIEGE), arabic]
    comparison = align.compare(*(reversed(documents) if arabic_left else documents))
    dates = {}
    for finding in comparison.findings:
        quoted = [mention.text for mention in (finding.left, finding.right) if mention]
        dates[finding.verdict] = quoted[::-1] if arabic_left else quoted
        if finding.verdict == "conflict":
            (internal,) = comparison.internal
            assert finding.confidence <= internal.confidence
            assert "contradicts itself" in finding.reason
            assert finding.pair in {pair.id for pair in comparison.pairs}
    assert dates == {"agree": ["May 1997", "أيار/مايو 1997"], "conflict": ["June 1997", "أيار/مايو 1997"]}


def test_what_the_other_text_says_in_both_ways_is_no_conflict() -> None:
    arabic = (
        "بدأ حصار حران في أيار/مايو 1997. ولم يكن عند الحامية من الطعام إلا القليل. "
        "وحين بدأ حصار حران في حزيران/يونيو 1997 لم يتوقع أحد أن يطول."
    )
    comparison = align.compare(align.Document("english", "en", SIEGE), align.Document("arabic", "ar", arabic))
    assert comparison.internal  # both texts contradict themselves: the one translates the other
    assert all(finding.verdict != "conflict" for finding in comparison.findings)


def test_a_vaguer_value_of_the_other_text_explains_no_contradiction() -> None:
    arabic = "بدأ حصار حران في ربيع أو صيف عام 1997 ولم يكن عند الحامية من الطعام إلا القليل."
    comparison = align.compare(align.Document("english", "en", SIEGE), align.Document("arabic", "ar", arabic))
    assert len(comparison.internal) == 1


def test_two_values_that_the_other_text_tells_apart_are_no_contradiction() -> None:
    arabic = "سقطت القلعة الأولى في أيار/مايو 1997. ثم بدأ حصار آخر في حران في حزيران/يونيو 1997."
    comparison = align.compare(align.Document("english", "en", SIEGE), align.Document("arabic", "ar", arabic))
    answered = [f.left.text for f in comparison.findings if f.verdict == "agree" and f.left and f.right]
    assert sorted(answered) == ["June 1997", "May 1997"]
    assert comparison.internal == ()
