"""Bilingual files: translation memories, localisation files and tables, read unit by unit.

Each format has a module that turns a file into entries; here is told which format a file has, which of its languages
is which, and what cannot be compared.
"""

from __future__ import annotations

import io
import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import regex

from align import languages
from align.bilingual.lines import read_lines
from align.bilingual.po import read_po_file
from align.bilingual.seen import SeenIds
from align.bilingual.sources import STANDARD_INPUT, CountedBytes, Report, TextLines, encoding_of, open_bytes
from align.bilingual.tables import read_csv, read_tsv
from align.bilingual.tmx import read_tmx
from align.bilingual.unit import LONGEST_TEXT, PLACE, Bilingual, Entry, Unit
from align.bilingual.xliff import read_xliff
from align.errors import InputError, LanguageError
from align.model import Problem
from align.read import detect_language

__all__ = ["LONGEST_TEXT", "PLACE", "Bilingual", "Unit", "group_files", "open_bilingual"]

_BY_ENDING = {
    ".tmx": "tmx",
    ".xlf": "xliff",
    ".xliff": "xliff",
    ".sdlxliff": "xliff",
    ".mqxliff": "xliff",
    ".po": "po",
    ".pot": "po",
    ".tsv": "tsv",
    ".tab": "tsv",
    ".csv": "csv",
}
_PLAIN = "lines"
_LOOKED_AT = 200  # units by which languages are told that the file does not name
_LONGEST_PO = 1 << 28  # bytes; PO is read as a whole
_ROOT = regex.compile(r"<(?:[\w.-]+:)?(tmx|xliff)\b")
_SHOWN = 5  # languages in a message


def group_files(paths: Sequence[str | Path]) -> list[tuple[str | Path, ...]]:
    """The files as they belong together: plain texts in twos, every other file by itself.

    Raises `InputError` for a plain text without a second one after it.
    """
    groups: list[tuple[str | Path, ...]] = []
    waiting: list[str | Path] = []
    for path in paths:
        if str(path) != STANDARD_INPUT and _format(path) == _PLAIN:
            waiting.append(path)
            if len(waiting) == 2:
                groups.append(tuple(waiting))
                waiting.clear()
        else:
            groups.append((path,))
    if waiting:
        raise InputError(
            f"{waiting[0]} is plain text; name the file after it that has its translation line by line, or give a TMX, "
            "XLIFF, PO, TSV or CSV file."
        )
    return groups


def open_bilingual(
    paths: Sequence[str | Path], longest: int = LONGEST_TEXT, with_fuzzy: bool = False, report: Report | None = None
) -> Bilingual:
    """Open one bilingual file, or two plain texts. `longest` limits the code points of a segment.

    Units are read as they are asked for, and `report` is told how many bytes were read. Raises `InputError` for what
    cannot be read and `LanguageError` where it holds no two languages that align has tables for; both may come while
    units are read.
    """
    name = " and ".join("standard input" if str(path) == STANDARD_INPUT else str(path) for path in paths)
    identity = "standard-input" if str(paths[0]) == STANDARD_INPUT else " ".join(Path(path).name for path in paths)
    problems: list[Problem] = []
    entries = _entries(paths, name, identity, longest, with_fuzzy, report, problems)
    seen = list(itertools.islice(entries, _LOOKED_AT))
    if not seen:
        raise InputError(f"{name} has no translation unit.")
    left, right = _languages(seen, name)
    units = _units(itertools.chain(seen, entries), identity, left, right, problems)
    shown = str(paths[-1]) if len(paths) > 1 else name  # of two texts the translation, at the same line
    return Bilingual(identity, shown, left, right, units, problems)


def _format(path: str | Path, source: CountedBytes | None = None) -> str:
    """The format that the ending names, or else the first bytes give away."""
    known = _BY_ENDING.get(Path(path).suffix.lower())
    if known:
        return known
    if source is None:
        with open_bytes(path) as opened:
            return _told(opened.sample, str(path))
    return _told(source.sample, str(path))


def _told(sample: bytes, name: str) -> str:
    text = sample.decode(encoding_of(sample, name), "replace")
    if root := _ROOT.search(text):
        return str(root[1])
    if regex.search(r'^msgid\s+"', text, regex.M):
        return "po"
    rows = text.splitlines()[:20]
    if rows and all("\t" in row for row in rows if row.strip()):
        return "tsv"
    return _PLAIN


def _entries(
    paths: Sequence[str | Path],
    name: str,
    identity: str,
    longest: int,
    with_fuzzy: bool,
    report: Report | None,
    problems: list[Problem],
) -> Iterator[Entry]:
    sources = [open_bytes(path, report) for path in paths]
    if len(sources) == 2:
        names = (str(paths[0]), str(paths[1]))
        left, right = (TextLines(source, each) for source, each in zip(sources, names, strict=True))
        return read_lines(left, right, names)
    (source,) = sources
    form = _format(paths[0], source)
    if form in ("tmx", "xliff"):
        read = read_tmx if form == "tmx" else read_xliff
        return read(io.BufferedReader(source), name, longest)
    if form == "po":
        data = io.BufferedReader(source).read(_LONGEST_PO + 1)
        if len(data) > _LONGEST_PO:
            raise InputError(f"{name} is larger than {_LONGEST_PO >> 20} MB, which is too much for a PO file.")
        text = _decoded(data, name)
        found, fuzzy = read_po_file(text, name, with_fuzzy)
        if fuzzy:
            problems.append(Problem(identity, f"{_count(fuzzy, 'fuzzy entry', 'fuzzy entries')} passed over."))
        return iter(found)
    if form == "csv":
        return read_csv(TextLines(source, name, newline=""), name)
    if form == "tsv" or str(paths[0]) == STANDARD_INPUT:
        return read_tsv(TextLines(source, name), name)
    raise InputError(f"{name} is in no bilingual format that align reads: TMX, XLIFF, PO, TSV or CSV.")


def _decoded(data: bytes, name: str) -> str:
    encoding = encoding_of(data, name)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise InputError(f"{name} is no valid {error.encoding.upper()} in line {line}.") from None


def _languages(entries: Sequence[Entry], name: str) -> tuple[str, str]:
    """The languages of sources and of targets: as the file gives them, or else as the scripts tell."""
    named = list(dict.fromkeys(version.language for entry in entries for version in entry.versions))
    if "" in named:
        return _told_languages(entries, name)
    known = list(dict.fromkeys(code for language in named if (code := _known(language))))
    if len(known) < 2:
        given = ", ".join(named) or "none"
        raise LanguageError(
            f"{name} does not hold two languages that align reads ({', '.join(languages.LANGUAGES)}); its languages "
            f"are: {given}."
        )
    return known[0], known[1]


def _told_languages(entries: Sequence[Entry], name: str) -> tuple[str, str]:
    """The languages of the first and second versions, of which at least one is not named."""
    sides = []
    for at in (0, 1):
        named = next((code for entry in entries if (code := _known(entry.versions[at].language))), "")
        sides.append(named or _by_script("\n".join(entry.versions[at].text for entry in entries), name))
    for at in (0, 1):
        if not sides[at]:  # nothing is translated yet, or the texts have no letter
            sides[at] = next(code for code in languages.LANGUAGES if code != sides[1 - at])
    if sides[0] == sides[1]:
        language = languages.get(sides[0]).name
        raise LanguageError(f"The sources and the targets of {name} are both {language}; two languages are needed.")
    return sides[0], sides[1]


def _by_script(text: str, name: str) -> str:
    return detect_language(text, name) if regex.search(r"\p{L}", text) else ""


def _known(language: str) -> str:
    """The code of the table for a language with or without region; empty where there is none."""
    try:
        return languages.get(language.replace("_", "-")).code
    except LanguageError:
        return ""


def _units(entries: Iterator[Entry], identity: str, left: str, right: str, problems: list[Problem]) -> Iterator[Unit]:
    """A unit for each target of an entry. What is in other languages is counted, and told at the end."""
    seen = SeenIds()
    others: Counter[str] = Counter()
    single = 0
    for entry in entries:
        sources, targets = [], []
        for at, version in enumerate(entry.versions):
            code = _known(version.language) if version.language else (left, right)[min(at, 1)]
            if code == left:
                sources.append(version)
            elif code == right:
                targets.append(version)
            else:
                others[version.language] += 1
        if not sources or not targets:
            single += 1
            continue
        for number, target in enumerate(targets):
            unit = entry.id if not number else f"{entry.id}/{target.language}"
            yield Unit(seen.made_unique(unit), entry.line, sources[0].text, target.text, entry.counts)
    if others:
        codes = ", ".join(code for code, _ in others.most_common(_SHOWN))
        more = f" and {len(others) - _SHOWN} more" if len(others) > _SHOWN else ""
        problems.append(Problem(identity, f"Texts in other languages were passed over: {codes}{more}."))
    if single:
        message = f"{_count(single, 'unit does', 'units do')} not have a text in both languages ({left}, {right})."
        problems.append(Problem(identity, message))


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
