"""Forms of one name within a document, and whom a short form stands for across two documents."""

from __future__ import annotations

import pytest

from align.languages import get
from align.model import Document, DocumentAnalysis, Label, Mention, NameValue, Segment
from align.names.joined import join_names
from align.names.shared import SAME, SharedNames


def joined(language: str, *names: str, label: Label = "PER") -> dict[str, str]:
    return join_names([(name, label) for name in names], get(language).names)


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ("Ahmad Shah Massoud", "Massoud")),
        ("en", ("Ahmad Shah Massoud", "Ahmed Shah Masoud")),
        ("en", ("Ayman al-Zawahiri", "Zawahiri")),
        ("en", ("Ayman al-Zawahiri", "Dr. Zawahiri")),
        ("en", ("Nuri Said Pasha", "General Nuri Said")),
        ("en", ("Osama bin Laden", "bin Laden")),
        ("en", ("Abu Mazen Darwish", "Abu Mazen")),
        ("ar", ("أحمد شاه مسعود", "مسعود")),
        ("ar", ("أيمن الظواهري", "الظواهري")),
        ("ar", ("أيمن الظواهري", "ظواهري")),
        ("ar", ("أسامة بن لادن", "بن لادن")),
        ("ar", ("أبو بكر الرازي", "الرازي")),
        ("ar", ("أبو بكر الرازي", "أبو بكر")),
        ("ar", ("الملا محمد عمر", "الملا عمر")),
        ("ar", ("فاطمة الزهراء", "فاطمه")),
        ("ar", ("أحمد العلي", "احمد العلى")),
    ],
)
def test_a_shorter_form_or_a_variant_stands_for_the_fullest(language: str, names: tuple[str, str]) -> None:
    assert joined(language, *names) == {names[1]: names[0]}


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ("Abdul Malik Pahlawan", "Rasul Pahlawan")),
        ("en", ("Abdul Malik Pahlawan", "Rasul Pahlawan", "Pahlawan")),
        ("en", ("Abu Bakr al-Razi", "Bakr")),
        ("en", ("Mohammed bin Salman", "Salman")),
        ("en", ("Abdul Rahman Khan", "Rahman")),
        ("en", ("Kofi Annan", "Kofi Mensah")),
        ("ar", ("عبد الملك بهلوان", "رسول بهلوان")),
        ("ar", ("عبد الملك بهلوان", "رسول بهلوان", "بهلوان")),
        ("ar", ("أبو بكر الرازي", "بكر")),
        ("ar", ("محمد بن سلمان", "سلمان")),
    ],
)
def test_other_persons_are_not_joined(language: str, names: tuple[str, ...]) -> None:
    assert joined(language, *names) == {}


def test_places_are_not_joined() -> None:
    assert joined("en", "New Delhi", "Delhi", label="LOC") == {}


def analysis(language: str, *names: str) -> DocumentAnalysis:
    text = " , ".join(names)
    mentions = [
        Mention("name", text.index(name), text.index(name) + len(name), name, NameValue("PER", "")) for name in names
    ]
    segments = (Segment(0, len(text), 0, "paragraph"),)
    return DocumentAnalysis(Document(language, language, text), "", tuple(mentions), segments=segments)


@pytest.mark.parametrize(
    ("left", "right", "asked", "same"),
    [
        (("Ahmad Shah Massoud",), ("مسعود",), ("Ahmad Shah Massoud", "مسعود"), True),
        (("Massoud", "Ahmad Shah Massoud"), ("أحمد شاه مسعود",), ("Massoud", "أحمد شاه مسعود"), True),
        (("Rasul Pahlawan",), ("بهلوان",), ("Rasul Pahlawan", "بهلوان"), True),
        (("Rasul Pahlawan", "Malik Pahlawan"), ("بهلوان",), ("Rasul Pahlawan", "بهلوان"), False),
        (("Rasul Pahlawan", "Malik Pahlawan"), ("بهلوان",), ("Malik Pahlawan", "بهلوان"), False),
        (("Rasul Pahlawan", "Malik Pahlawan"), ("رسول بهلوان",), ("Rasul Pahlawan", "رسول بهلوان"), True),
    ],
)
def test_whom_a_family_name_answers_to(
    left: tuple[str, ...], right: tuple[str, ...], asked: tuple[str, str], same: bool
) -> None:
    one, other = analysis("en", *left), analysis("ar", *right)
    (a,) = [mention for mention in one.mentions if mention.text == asked[0]]
    (b,) = [mention for mention in other.mentions if mention.text == asked[1]]
    assert (SharedNames(one, other).similarity(a, b) >= SAME) is same
