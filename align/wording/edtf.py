"""EDTF dates (ISO 8601-2, levels 0 to 2) in words, for readers of reports."""

from __future__ import annotations

import regex

from align.wording.interface import DEFAULT_INTERFACE, Interface

_PART = regex.compile(
    r"(?P<before>[~?%]?)(?P<year>-?[0-9X]{4})"
    r"(?:-(?P<month>[~?%]?(?:\d\d|XX))[~?%]?)?(?:-(?P<day>[~?%]?(?:\d\d|XX)))?(?P<after>[~?%]?)"
)
_SETS = {"[": ("]", "%(first)s or %(last)s"), "{": ("}", "%(first)s and %(last)s")}
# ISO 8601-2, 4.8: codes in the place of a month for longer parts of a year.
_SEASONS = ("spring", "summer", "autumn", "winter")
PARTS_OF_YEAR = (
    {21 + index: season for index, season in enumerate(_SEASONS)}
    | {25 + index: f"northern {season}" for index, season in enumerate(_SEASONS)}
    | {29 + index: f"southern {season}" for index, season in enumerate(_SEASONS)}
    | {33 + index: f"{place} quarter of" for index, place in enumerate(("first", "second", "third", "fourth"))}
    | {37 + index: f"{place} third of" for index, place in enumerate(("first", "second", "third"))}
    | {40 + index: f"{place} half of" for index, place in enumerate(("first", "second"))}
)
_TOO_LONG = 200


def date_in_words(edtf: str, interface: Interface = DEFAULT_INTERFACE) -> str:
    """`1996-09` as "September 1996", `199X` as "1990s", `1997-05~` as "about May 1997".

    What is no EDTF, or a form too rare to have words here, comes back as it is.
    """
    if len(edtf) > _TOO_LONG:
        return edtf[: _TOO_LONG - 1] + "\u2026"
    closing, joining = _SETS.get(edtf[:1], ("", ""))
    if closing and edtf.endswith(closing):
        words = [_part_in_words(part.strip(), interface) for part in edtf[1:-1].split(",")]
        return _joined_all([word for word in words if word], joining, interface) if all(words) else edtf
    if "/" in edtf:
        return _interval_in_words(edtf, interface) or edtf
    return _part_in_words(edtf, interface) or edtf


def _joined_all(words: list[str], joining: str, interface: Interface) -> str:
    joined = words[0]
    for word in words[1:]:
        joined = interface.text(joining, first=joined, last=word)
    return joined


def _interval_in_words(edtf: str, interface: Interface) -> str | None:
    first, _, last = edtf.partition("/")
    open_ended = ("", "..")
    if first in open_ended or last in open_ended:
        message, part = ("until %(date)s", last) if first in open_ended else ("from %(date)s", first)
        words = _part_in_words(part, interface)
        return words and interface.text(message, date=words)
    start, end = _part_in_words(first, interface), _part_in_words(last, interface)
    if not start or not end:
        return None
    return _joined(start, end, interface)


def _joined(start: str, end: str, interface: Interface) -> str:
    """A range without what both ends share: "21–30 September 1995", "June–August 1997"."""
    first, last = start.split(" "), end.split(" ")
    shared = 0
    if len(first) == len(last) and first[0].isdecimal() == last[0].isdecimal():
        while shared < len(first) - 1 and first[-1 - shared] == last[-1 - shared]:
            shared += 1
    kept = " ".join(first[: len(first) - shared])
    is_wide = " " in kept or (" " in end and not shared)
    message = "%(first)s \u2013 %(last)s" if is_wide else "%(first)s\u2013%(last)s"
    return interface.text(message, first=kept, last=end)


def _part_in_words(part: str, interface: Interface) -> str | None:
    match = _PART.fullmatch(part)
    if match is None:
        return None
    month, day = match["month"] or "", match["day"] or ""
    words = _calendar_words(match["year"], month.lstrip("~?%"), day.lstrip("~?%"), interface)
    if words is None:
        return None
    if "?" in part or "%" in part:
        words = interface.text("%(date)s (uncertain)", date=words)
    return interface.text("about %(value)s", value=words) if "~" in part or "%" in part else words


def _calendar_words(year: str, month: str, day: str, interface: Interface) -> str | None:
    words = []
    if day.isdecimal():
        words.append(str(int(day)))
    if month.isdecimal():
        name = _month(int(month), interface)
        if name is None:
            return None
        words.append(name)
    elif words:
        return None
    if year == "XXXX":
        return interface.text("%(date)s, no year", date=" ".join(words)) if words else None
    words.append(_year(year, interface))
    return " ".join(words)


def _month(code: int, interface: Interface) -> str | None:
    if code in PARTS_OF_YEAR:
        return interface.text(PARTS_OF_YEAR[code])
    return interface.month(code)


def _year(year: str, interface: Interface) -> str:
    if "X" in year:
        low, high = year.replace("X", "0").lstrip("0") or "0", year.replace("X", "9")
        if year.endswith("X") and not year.endswith("XX"):
            return interface.text("%(first)ss", first=low, last=high)
        return interface.text("%(first)s\u2013%(last)s", first=low, last=high)
    number = int(year)
    return str(number) if number > 0 else interface.text("%(year)s BC", year=1 - number)
