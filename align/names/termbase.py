"""TBX (ISO 30042), versions 2 and 3: the terms of a concept in several languages, as pairs."""

from __future__ import annotations

from pathlib import Path

from align import languages
from align.errors import InputError, LanguageError
from align.xml_events import LANG, read_xml

_CONCEPTS = ("termEntry", "conceptEntry")
_LANGUAGES = ("langSet", "langSec")
_LONGEST_TERM = 1_000  # code points


def read_termbase(path: Path) -> list[tuple[str, str]]:
    """Every term of a concept with every one in another language that align reads. Raises `InputError`."""
    pairs: list[tuple[str, str]] = []
    terms: list[tuple[str, str]] = []
    code, term = "", None
    try:
        with path.open("rb") as file:
            for event in read_xml(file, str(path)):
                if event.kind == "text":
                    term = None if term is None else (term + event.name)[:_LONGEST_TERM]
                elif event.kind == "start":
                    if event.name in _CONCEPTS:
                        terms = []
                    elif event.name in _LANGUAGES:
                        code = _known(event.attributes.get(LANG, ""))
                    elif event.name == "term":
                        term = ""
                elif event.name == "term" and term is not None:
                    terms += [(code, " ".join(term.split()))] if code and term.strip() else []
                    term = None
                elif event.name in _CONCEPTS:
                    pairs += [
                        (a, b) for at, (one, a) in enumerate(terms) for other, b in terms[at + 1 :] if one != other
                    ]
    except OSError as error:
        raise InputError(f"The glossary {path} cannot be read: {error.strerror}.") from error
    if not pairs:
        raise InputError(f"The glossary {path} has no term in two languages that align reads.")
    return pairs


def _known(language: str) -> str:
    try:
        return languages.get(language.replace("_", "-")).code
    except LanguageError:
        return ""
