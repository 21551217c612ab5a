"""A count that its text rounds in another place, held against the other text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from align import Comparison

CompareTexts = Callable[[str, str], Comparison]

FACTS = "= Ferry of Lomara =\n\n- Date: 4 May 1988\n- Deaths: {}\n\n"
LEAD = "The ferry turned over in a storm. More than two hundred people were killed in the sinking near Lomara."
ARABIC = "انقلبت العبارة في العاصفة. وقُتل في غرقها قرب لومارا {}، وحزنت المدينة شهرا."


@pytest.mark.parametrize(
    ("deaths", "lead", "arabic", "conflict"),
    [
        ("218", LEAD, "207 أشخاص", ("218", "207 أشخاص")),
        ("218", LEAD, "218 شخصا", None),
        ("about 218", LEAD, "207 أشخاص", None),  # no count either
        ("218", LEAD.replace("were killed", "were rescued"), "207 أشخاص", None),
        ("118", LEAD, "207 أشخاص", None),  # is not what was rounded
    ],
)
def test_what_was_rounded_is_held_against_the_other_count(
    deaths: str, lead: str, arabic: str, conflict: tuple[str, str] | None, compare_texts: CompareTexts
) -> None:
    comparison = compare_texts(FACTS.format(deaths) + lead, ARABIC.format(arabic))
    rounded = [
        (each.left.text, each.right.text)
        for each in comparison.findings
        if each.verdict == "conflict" and "rounds it" in each.reason and each.left and each.right
    ]
    assert rounded == ([conflict] if conflict else [])
