"""Years that the passage supplies."""

from __future__ import annotations

import pytest
from date_cases import dates, value

from align.comparison.dates import relate_dates
from align.extraction.dates import infer_years
from align.model import Block, DateValue


def inferred(*lines: tuple[str, str]) -> list[tuple[str | None, bool]]:
    """EDTF and `inferred` of each date in a document of (kind, text) blocks."""
    text, blocks = "", []
    for kind, line in lines:
        blocks.append(Block(kind, len(text), len(text) + len(line)))  # type: ignore[arg-type]
        text += line + "\n"
    return [(value(mention).edtf, value(mention).inferred) for mention in infer_years(dates(text), blocks)]


def test_heading_gives_the_year() -> None:
    found = inferred(("heading", "Siege (19\u201327 May 1997)"), ("paragraph", "On 25 May the gates fell."))
    assert found[1] == ("1997-05-25", True)


def test_heading_with_two_fitting_years_leaves_it_open() -> None:
    found = inferred(("heading", "War (1997\u20131998)"), ("paragraph", "On 25 May the gates fell."))
    assert found[1] == ("XXXX-05-25", False)


def test_heading_of_two_years_in_which_one_fits() -> None:
    found = inferred(("heading", "War (October 1997 \u2013 March 1998)"), ("paragraph", "On 4 February it snowed."))
    assert found[1] == ("1998-02-04", True)


def test_next_heading_ends_the_section() -> None:
    found = inferred(
        ("heading", "Siege (May 1997)"), ("heading", "Aftermath"), ("paragraph", "On 25 May the mayor fled.")
    )
    assert found[1] == ("XXXX-05-25", False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 19 May 1997 it began, and on 24 May he fled.", ("1997-05-24", True)),
        ("In November 1997 it began, and in January he fled.", ("XXXX-01", False)),
        ("On 19 May 1997 it began, and by the end of May he fled.", ("1997-05~", True)),
        ("On 19 May 1997 it began, and on 24\u201326 May he fled.", ("1997-05-24/1997-05-26", True)),
        ("On 28 February 1997 it began, but not on 29 February.", ("XXXX-02-29", False)),
    ],
)
def test_narrative_of_a_paragraph(text: str, expected: tuple[str | None, bool]) -> None:
    assert inferred(("paragraph", text))[1] == expected


def test_a_day_that_no_month_has_takes_a_year_and_stays_marked() -> None:
    text = "On 19 May 1997 it began, and on 59 June he fled."
    last = infer_years(dates(text), [Block("paragraph", 0, len(text))])[-1]
    assert (value(last).edtf, value(last).impossible_day) == ("1997-06", 59)


def test_another_paragraph_gives_nothing() -> None:
    found = inferred(("paragraph", "On 19 May 1997 it began."), ("paragraph", "On 24 May he fled."))
    assert found[1] == ("XXXX-05-24", False)


def test_dates_with_a_year_stay() -> None:
    assert inferred(("paragraph", "On 19 May 1997 and yesterday")) == [("1997-05-19", False), (None, False)]


def test_a_season_takes_the_year_of_its_paragraph() -> None:
    found = inferred(("paragraph", "In May 1997 the road opened, and in the summer it closed."))
    assert found[1] == ("1997-22", True)


def test_spans_of_an_implied_year_differ_by_one_end() -> None:
    left = DateValue("2000-01/2000-11", "2000-01-01", "2000-11-30", inferred=True)
    right = DateValue("2000-01/2000-06", "2000-01-01", "2000-06-30", inferred=True)
    assert relate_dates(left, right).bearing == "conflict"
    assert relate_dates(left, left).bearing == "agree"
