"""Similarity of names: across scripts, by translation, within one script; and the batch path."""

from __future__ import annotations

import time

import numpy as np
import pytest

from align.names.similarity import name_similarities, name_similarity

SAME = 0.8  # names of one thing score at least this
OTHER = 0.45  # names of different things at most this


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("Kabul", "كابل"),
        ("Kabul", "كابول"),
        ("Mazar-i-Sharif", "مزار شريف"),
        ("Massoud", "مسعود"),
        ("Tehran", "طهران"),
        ("Dostum", "دوستم"),
        ("John", "يوحنا"),
        ("Solomon", "سليمان"),
        ("Suleiman", "سليمان"),
        ("James", "يعقوب"),
        ("Alexander", "الإسكندر"),
        ("Peshawar", "بيشاور"),
        ("Vladimir", "فلاديمير"),
        ("Gaza", "غزة"),
        ("Mash'al", "مشعل"),
        ("Sana\u2019a", "صنعاء"),
        ("George", "جورج"),
        ("Churchill", "تشرشل"),
        ("Shakespeare", "شكسبير"),
        ("Zawahiri", "الظواهري"),
        ("Kofi Annan", "كوفي عنان"),
        ("Ahmad Shah Massoud", "أحمد شاه مسعود"),
        ("Jacques Chirac", "جاك شيراك"),
    ],
)
def test_sounds_are_matched_across_scripts(latin: str, arabic: str) -> None:
    assert name_similarity(latin, arabic) >= SAME


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("Germany", "ألمانيا"),
        ("Austria", "النمسا"),
        ("Asia Minor", "الأناضول"),
        ("Adrianople", "أدرنة"),
        ("Oxus", "نهر جيحون"),
        ("Mich.", "ميشيغان"),
        ("Cape of Good Hope", "رأس الرجاء الصالح"),
        ("Gulf of Aden", "خليج عدن"),
        ("UN", "الأمم المتحدة"),
        ("U.N.", "الأمم المتحدة"),
        ("United Nations", "الأمم المتحدة"),
        ("HRW", "هيومن رايتس ووتش"),
        ("NATO", "حلف شمال الأطلسي"),
        ("NATO", "الناتو"),
        ("World Health Organization", "منظمة الصحة العالمية"),
        ("Egypt", "مصر"),
        ("Uzbek", "أوزبكي"),
        ("Uzbeks", "الأوزبك"),
        ("Hazara", "الهزارة"),
        ("Afghan", "الأفغانية"),
        ("Iranian", "إيرانيين"),
    ],
)
def test_translated_names_are_one(latin: str, arabic: str) -> None:
    assert name_similarity(latin, arabic) == 1.0


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("Mazar-i-Sharif", "لمزار شريف"),
        ("United Nations", "للأمم المتحدة"),
        ("Herat", "وهرات"),
        ("Tajik", "والطاجيك"),
        ("Iraq", "بالعراق"),
    ],
)
def test_particles_on_the_arabic_word_do_not_count(latin: str, arabic: str) -> None:
    assert name_similarity(latin, arabic) == 1.0


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Mullah Omar", "الملا عمر"),
        ("President Jacques Chirac", "جاك شيراك"),
        ("Osama bin Laden", "أسامة بن لادن"),
        ("al-Zawahiri", "الظواهري"),
        ("Abdul Rahman", "عبدالرحمن"),
        ("Abdulrahman", "عبد الرحمن"),
        ("Nasrallah", "نصر الله"),
        ("Jalalabad", "جلال آباد"),
        ("Faryab Province", "ولاية فارياب"),
        ("the Taliban", "حركة طالبان"),
        ("Annan, Kofi", "كوفي أنان"),
    ],
)
def test_titles_particles_order_and_word_breaks_do_not_count(a: str, b: str) -> None:
    assert name_similarity(a, b) >= SAME


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Razzaq", "Razzak"),
        ("Muhammad", "Mohammed"),
        ("Sheberghan", "Shiberghan"),
        ("Mazar-i-Sharif", "Mazar-e Sharif"),
        ("كابل", "كابول"),
        ("هونج كونج", "هونغ كونغ"),
        ("أحمد", "احمد"),
        ("UN", "United Nations"),
    ],
)
def test_spellings_within_one_script(a: str, b: str) -> None:
    assert name_similarity(a, b) >= SAME


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Kabul", "كندهار"),
        ("Uzbek", "طاجيك"),
        ("Iran", "العراق"),
        ("Niger", "نيجيريا"),
        ("London", "واشنطن"),
        ("Abdul Malik Pahlawan", "رسول بهلوان"),
        ("Abdul Malik Pahlawan", "Rasul Pahlawan"),
        ("Iran", "Iraq"),
        ("إيران", "العراق"),
        ("Kabul", ""),
    ],
)
def test_different_names_score_low(a: str, b: str) -> None:
    assert name_similarity(a, b) <= OTHER


@pytest.mark.parametrize(
    ("latin", "near", "far"),
    [
        ("Hussein", "حسين", "حسن"),
        ("Hassan", "حسن", "حسين"),
        ("Malik", "مالك", "مولى"),
        ("Maryam", "مريم", "مروان"),
    ],
)
def test_the_closer_of_two_like_names_scores_higher(latin: str, near: str, far: str) -> None:
    assert name_similarity(latin, near) > name_similarity(latin, far)


def test_a_part_of_a_name_scores_below_the_whole() -> None:
    part = name_similarity("Ahmad Shah Massoud", "مسعود")
    assert 0.7 <= part < name_similarity("Ahmad Shah Massoud", "أحمد شاه مسعود")


@pytest.mark.parametrize(("a", "b"), [("Kabul", "كابل"), ("Kofi Annan", "عنان"), ("Iran", "Iraq"), ("", "x")])
def test_order_of_the_two_names_does_not_matter(a: str, b: str) -> None:
    assert name_similarity(a, b) == name_similarity(b, a)


@pytest.mark.parametrize(
    "name",
    ["", " ", "\u0640", "\u0627" * 10_000, "a" * 10_000, "و " * 5_000, "-" * 1_000, "Москва", "東京", "\u202e\u2067"],
)
def test_hostile_names_give_a_number_in_time(name: str) -> None:
    started = time.process_time()
    for other in ("Kabul", "كابل", name):
        assert 0.0 <= name_similarity(name, other) <= 1.0
    assert time.process_time() - started < 5.0


LEFT = ["Kabul", "Ahmad Shah Massoud", "UN", "Mazar-i-Sharif", "Rasul Pahlawan"]
RIGHT = ["كابل", "مسعود", "الأمم المتحدة", "مزار شريف", "عبد الملك بهلوان", "Kabul"]


@pytest.mark.parametrize("cells", [1 << 22, 12, 1], ids=["at once", "in blocks", "row by row"])
def test_the_batch_path_equals_single_comparisons(cells: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("align.names.similarity.CELLS", cells)
    batch = name_similarities(LEFT, RIGHT)
    single = [[name_similarity(a, b) for b in RIGHT] for a in LEFT]
    np.testing.assert_allclose(batch, single, atol=1e-6)


@pytest.mark.parametrize(("left", "right"), [([], RIGHT), (LEFT, []), ([], [])])
def test_an_empty_side_gives_an_empty_table(left: list[str], right: list[str]) -> None:
    assert name_similarities(left, right).shape == (len(left), len(right))


def test_the_batch_path_makes_100_000_comparisons_a_second() -> None:
    letters = "bdfghjklmnrstz"
    latin = [f"{a}a{b}i{c}" for a in letters for b in letters for c in "mnlr"]
    arabic = [f"{a}ا{b}ي{c}" for a in "بدفغهجكلمنرستز" for b in "بدفغهجكلمنرستز" for c in "منلر"]
    name_similarities(latin[:2], arabic[:2])
    started = time.process_time()
    name_similarities(latin, arabic)
    assert len(latin) * len(arabic) / (time.process_time() - started) >= 100_000


@pytest.mark.parametrize("latin", ["6321", "&", "747-8"])
def test_what_has_no_letter_sounds_like_no_word(latin: str) -> None:
    assert name_similarities([latin], ["ان", "جوكو", "سيس"]).max() == 0
