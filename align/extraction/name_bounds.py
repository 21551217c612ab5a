"""Where a name that a model found begins and ends: whole hyphenated names, without titles, articles, possessives."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from align.languages.name_words import NameWords
from align.model import Label
from align.text import fold

Spans = list[tuple[int, int, Label]]
_JOIN = regex.compile(r"[-\u2010\u2011]")
_PART = regex.compile(r"[\p{L}\p{M}\p{Nd}]+(?:['\u2019]\p{L}+)*")
_POSSESSIVE = regex.compile(r"['\u2019](?:s|S)?$")
_APART = regex.compile(r"[,;:()\[\]{}\"\u201c\u201d\n]+")
_EDGE = " \t\n'\u2018\u2019.,;:!?*=-\u2013\u2014"


def name_bounds(text: str, marks: Spans, names: NameWords) -> Spans:
    """The spans put right, in text order; those that contain no name are dropped."""
    settled = (
        bounds
        for start, end, label in marks
        for part_start, part_end in _parts(text, start, end)
        if (bounds := _trimmed(text, *_widened(text, part_start, part_end, names), label, names))
    )
    kept: Spans = []
    for mark in sorted(settled):
        if not kept or mark[0] >= kept[-1][1]:
            kept.append(mark)
    return kept


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A span divided where brackets, quotes or a comma show that it holds more than one name."""
    for sign in _APART.finditer(text, start, end):
        if start < sign.start():
            yield start, sign.start()
        start = sign.end()
    if start < end:
        yield start, end


def _widened(text: str, start: int, end: int, names: NameWords) -> tuple[int, int]:
    """The span with the parts that hyphens join to it: Mazar-i-Sharif, al-Zawahiri; capitals or particles only."""
    while end < len(text) and _JOIN.match(text, end) and (part := _PART.match(text, end + 1)):
        if not _belongs(part[0], names):
            break
        end = part.end()
    while start > 1 and _JOIN.match(text, start - 1):
        head = start - 1
        while head > 0 and text[head - 1].isalpha():
            head -= 1
        if not _belongs(text[head : start - 1], names):
            break
        start = head
    return start, end


def _belongs(part: str, names: NameWords) -> bool:
    """Whether a hyphenated part is of the name: it has a capital, or is a particle."""
    return part[:1].isupper() or fold(part) in names.link_words


def _trimmed(text: str, start: int, end: int, label: Label, names: NameWords) -> tuple[int, int, Label] | None:
    """The span from its first to its last word that is of a name; None where no word has a capital."""
    while start < end and text[end - 1] in _EDGE and not _is_initialism(text, start, end):
        end -= 1
    if possessive := _POSSESSIVE.search(text, start, end):
        end = possessive.start()
    words = list(_PART.finditer(text, start, end))
    while words and _is_before_name(words[0][0], text[words[0].end() : end], label, names, len(words)):
        words.pop(0)
    while len(words) > 2 and words[-1][0].isdigit() and words[-2][0].isdigit():  # a score: "Dundee 2-1"
        del words[-2:]
        end = words[-1].end()
    if not any(word[0][0].isupper() or word[0][0].isdigit() for word in words):
        return None
    if all(word[0].isdigit() for word in words):
        return None
    return words[0].start(), end, label


def _is_before_name(word: str, after: str, label: Label, names: NameWords, count: int) -> bool:
    """Whether a span's first word is no part of the name: an article, a title, or an ordinary word."""
    form = fold(word)
    if form in names.articles and count > 1:
        return True
    if label == "PER" and form in names.titles and count > 1:
        return True
    return word.islower() and not (form in names.link_words | names.particles and after[:1] in "- \u2010\u2011")


def _is_initialism(text: str, start: int, end: int) -> bool:
    """Whether the full stop at the end belongs to the name, as in U.S."""
    return text[end - 1] == "." and end - start > 2 and text[end - 3] == "."
