"""Claims: what a judgement sticks to, and what an edited claim was made of."""

from __future__ import annotations

import dataclasses

import pytest
from report_cases import mirrored
from review_cases import (
    ARABIC,
    ARABIC_CROWD,
    ARABIC_GUESTS,
    ARABIC_MONTH,
    ARABIC_OPENED,
    BOATS,
    CROWD,
    ENGLISH,
    GUESTS,
    MONTH,
    OPENED,
    RAIN,
    comparison,
    with_internal,
)

from align.model import Comparison
from align.review.claim import Claim, claim_from_json, claims_of
from align.review.succession import successors

ADDED = "It had snowed the night before."
ARABIC_ADDED = "وكان الثلج قد هطل في الليلة السابقة."
ANOTHER_PASSAGE = "وكانت البلدة قد صنعت سفنا لهم."
LATER_ARABIC = "وافتتح جسر سامرا أخيرا في أيلول 1995."


def keys(compared: Comparison) -> list[str]:
    return [claim.key for claim in claims_of(compared).values()]


def by_id(compared: Comparison) -> list[Claim]:
    """The claims in the order of the findings."""
    claims = claims_of(compared)
    return [claims[identity] for identity in (*(f.id for f in compared.findings), *(f.id for f in compared.internal))]


@pytest.mark.parametrize(
    "edited",
    [
        comparison((ADDED, *ENGLISH), (ARABIC_ADDED, *ARABIC)),
        comparison((*ENGLISH, ADDED), (*ARABIC, ARABIC_ADDED)),
        comparison((OPENED, GUESTS, BOATS, "Nobody minded the heavy rain."), ARABIC),
        comparison((OPENED.replace("The bridge", "The  bridge"), *ENGLISH[1:])),
        comparison(reason="Told in other words."),
        comparison(arabic=(*ARABIC[:2], ANOTHER_PASSAGE, ARABIC[3])),
        dataclasses.replace(
            comparison(),
            findings=tuple(
                dataclasses.replace(found, id=f"new-{at}", confidence=0.1)
                for at, found in enumerate(comparison().findings)
            ),
        ),
    ],
    ids=[
        "before",
        "after",
        "elsewhere",
        "white space",
        "reason",
        "passage that lacks the value",
        "ids and confidences",
    ],
)
def test_a_claim_survives_what_is_not_said_by_it(edited: Comparison) -> None:
    assert keys(edited) == keys(comparison())


def test_a_claim_survives_in_a_comparison_with_arabic_on_the_left() -> None:
    edited = comparison((ADDED, *ENGLISH), (ARABIC_ADDED, *ARABIC))
    assert keys(mirrored(edited)) == keys(mirrored(comparison()))


@pytest.mark.parametrize(
    ("edited", "changed"),
    [
        (comparison((OPENED.replace("1996", "1997"), *ENGLISH[1:]), months=("September 1997", ARABIC_MONTH)), [0]),
        (comparison((OPENED.replace("bridge", "old bridge"), *ENGLISH[1:])), [0]),
        (comparison(arabic=(LATER_ARABIC, *ARABIC[1:])), [0]),
        (comparison(verdict="compatible"), [0]),
        (comparison((OPENED, GUESTS, BOATS.replace("41", "42"), RAIN), fleet="42 boats"), [2]),
    ],
    ids=["value", "sentence", "Arabic sentence", "verdict", "one-sided value"],
)
def test_a_claim_whose_sentences_change_is_another_and_remembers(edited: Comparison, changed: list[int]) -> None:
    before, after = by_id(comparison()), by_id(edited)
    assert [at for at in range(3) if before[at].key != after[at].key] == changed
    gone = [before[at] for at in changed]
    found = successors(gone, after)
    assert {new: old.key for new, old in found.items()} == {after[at].key: before[at].key for at in changed}


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_claim_whose_value_and_sentence_both_change_on_one_side_remembers(side: str) -> None:
    english = (f"Late in 1996, {GUESTS[0].lower()}{GUESTS[1:]}".replace("8,000", "9,000"), *ENGLISH[2:])
    edited = {
        "left": comparison((OPENED, *english), crowds=("9,000 guests", ARABIC_CROWD)),
        "right": comparison(
            arabic=(ARABIC_OPENED, f"ثم {ARABIC_GUESTS}".replace("ستة", "تسعة"), *ARABIC[2:]),
            crowds=(CROWD, ARABIC_CROWD.replace("ستة", "تسعة")),
        ),
    }[side]
    before, after = by_id(comparison())[1], by_id(edited)
    assert list(successors([before], after)) == [after[1].key]


@pytest.mark.parametrize("lacking", ["before", "after"])
def test_a_value_supplied_or_struck_on_one_side_leads_to_the_old_judgement(lacking: str) -> None:
    both = by_id(comparison())[1]
    right = dataclasses.replace(both.quotations[1], before=ANOTHER_PASSAGE, text="", after="")
    alone = dataclasses.replace(both, key="alone", verdict="only-left", quotations=(both.quotations[0], right))
    old, new = (alone, both) if lacking == "before" else (both, alone)
    assert successors([old], [new]) == {new.key: old}


def test_a_claim_that_is_gone_does_not_reappear_as_one_about_something_else() -> None:
    month, crowd, boats = by_id(comparison())
    assert successors([crowd], [month, boats]) == {}


@pytest.mark.parametrize("at", [0, 1])
def test_the_other_value_of_one_sentence_is_no_successor(at: int) -> None:
    claim = by_id(comparison())[2]
    values = ("41 boats", "12 guns")

    def about(value: str) -> Claim:
        before, after = f"The town had {' and '.join(values)} for them.".split(value)
        quotation = dataclasses.replace(claim.quotations[0], before=before.strip(), text=value, after=after.strip())
        return dataclasses.replace(claim, key=value, quotations=(quotation, claim.quotations[1]))

    assert successors([about(values[at])], [about(values[1 - at])]) == {}


def test_a_claim_of_other_documents_is_no_successor() -> None:
    judged = by_id(comparison())[0]
    edited = comparison((OPENED.replace("bridge", "old bridge"), *ENGLISH[1:]))
    other = dataclasses.replace(by_id(edited)[0], documents=("another.txt", "jisr.txt"))
    assert successors([judged], [other]) == {}


def test_of_two_sentences_alike_each_keeps_its_own_judgement() -> None:
    twice = comparison((OPENED, GUESTS, BOATS, OPENED), (ARABIC_OPENED, ARABIC_GUESTS, ARABIC[2], ARABIC_OPENED))
    first = twice.findings[0]
    assert first.left and first.right
    shift = (twice.left.document.text.rindex(MONTH), twice.right.document.text.rindex(ARABIC_MONTH))
    second = dataclasses.replace(
        first,
        id="second",
        left=dataclasses.replace(first.left, start=shift[0], end=shift[0] + len(MONTH)),
        right=dataclasses.replace(first.right, start=shift[1], end=shift[1] + len(ARABIC_MONTH)),
    )
    both = dataclasses.replace(twice, findings=(second, *twice.findings))
    claims = claims_of(both)
    assert claims["second"].quotations == claims[first.id].quotations
    assert claims["second"].key != claims[first.id].key == by_id(comparison())[0].key


def test_a_contradiction_within_one_text_is_a_claim() -> None:
    claim = by_id(with_internal(comparison()))[-1]
    assert (claim.verdict, [quote.text for quote in claim.quotations]) == ("internal", [CROWD, "41 boats"])


@pytest.mark.parametrize("text", ["plain", "\ud800 alone", "a\u202eb", "<script>", "\x00"])
def test_a_claim_is_stored_and_read_back(text: str) -> None:
    claim = by_id(comparison((OPENED, GUESTS, BOATS.replace("The", text), RAIN)))[2]
    assert text in claim.quotations[0].before
    assert claim.to_json().isascii()
    assert claim_from_json(claim.key, claim.to_json()) == claim


def test_many_edited_claims_are_matched_quickly_and_each_once() -> None:
    base = by_id(comparison())[0]

    def numbered(at: int, word: str) -> Claim:
        left = dataclasses.replace(base.quotations[0], before=f"Bridge number {at} at {word} opened in")
        right = dataclasses.replace(base.quotations[1], after=f"{at}")
        return dataclasses.replace(base, key=f"{word}-{at:05}", quotations=(left, right))

    old, new = ([numbered(at, word) for at in range(3000)] for word in ("Samra", "Samarra"))
    found = successors(old, new)
    assert [earlier.key for _, earlier in sorted(found.items())] == [claim.key for claim in old]
