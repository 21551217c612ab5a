"""A project's own choices: the file `align.toml` beside its texts, which can be committed with them.

Every command honours the nearest file, looked for from a text's folder upwards; what the command line says
outranks it. [docs/project.md](../docs/project.md) lists the keys.
"""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn, get_args

from align.errors import InputError
from align.model import Kind, Rule, Settings, Verdict
from align.names.glossary import load_glossary
from align.suppressions import INTERNAL, NO_SUPPRESSIONS, Suppressions

FILE = "align.toml"
_KINDS: tuple[str, ...] = get_args(Kind)
_VERDICTS: tuple[str, ...] = (*get_args(Verdict), INTERNAL)
_RULES: tuple[str, ...] = get_args(Rule)
_DISMISSAL = ("id", "reason")


@dataclass(frozen=True, slots=True)
class Project:
    """What one `align.toml` says. An empty string, or None, leaves the choice to the default."""

    path: Path | None = None
    encoder: str = ""
    name_engines: Mapping[str, str] = field(default_factory=dict)
    glossary: tuple[tuple[str, str], ...] = ()
    reference_date: datetime.date | None = None
    suppressions: Suppressions = NO_SUPPRESSIONS

    def settings(
        self, encoder: str = "", name_engines: Mapping[str, str] | None = None, glossary: str | Path | None = None
    ) -> Settings:
        """The settings, each as the caller gives it, else as the file does, else the default."""
        terms = load_glossary(glossary).pairs if glossary else self.glossary
        engines = dict(self.name_engines) | dict(name_engines or {})
        return Settings(encoder or self.encoder or Settings().encoder, engines, terms)


NO_PROJECT = Project()


def find_project(paths: Iterable[str | Path]) -> Project:
    """The project of some texts, or of a folder of texts: that of the first which one is found for.

    A path that is no file, such as `-`, counts as one in the working folder. Raises `InputError` for a file
    that cannot be read or says what no `align.toml` can say.
    """
    for folder in dict.fromkeys(_folder(Path(path)) for path in paths):
        for place in (folder, *folder.parents):
            if (place / FILE).is_file():
                return load_project(place / FILE)
    return NO_PROJECT


def load_project(path: Path) -> Project:
    """Read one file. Raises `InputError` that names the file and whatever is wrong in it."""
    try:
        form = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InputError(f"{path} is not TOML: {error}.") from None
    reader = _Reader(path, form)
    glossary = reader.text("glossary")
    project = Project(
        path=path,
        encoder=reader.text("encoder"),
        name_engines=reader.texts("name-engines"),
        glossary=load_glossary(path.parent / glossary).pairs if glossary else (),
        reference_date=reader.date("reference-date"),
        suppressions=Suppressions(reader.ignored("ignore"), reader.thresholds("thresholds"), reader.dismissed()),
    )
    reader.refuse_unknown()
    return project


def _folder(path: Path) -> Path:
    return (path if path.is_dir() else path.parent).absolute()


class _Reader:
    """Takes the keys of one file, and says what is wrong with a value in terms of the file."""

    def __init__(self, path: Path, form: dict[str, Any]) -> None:
        self._path = path
        self._form = form
        self._known: list[str] = []

    def refuse_unknown(self) -> None:
        """A key that nothing reads is most likely a slip, and would be honoured by nobody."""
        for key in self._form:
            if key not in self._known:
                self._refuse(f"has no use for {key!r}; it knows {', '.join(self._known)}")

    def text(self, key: str) -> str:
        return self._text(self._take(key, ""), key)

    def date(self, key: str) -> datetime.date | None:
        value = self._take(key, None)
        if value is None or (isinstance(value, datetime.date) and not isinstance(value, datetime.datetime)):
            return value
        self._refuse(f"gives {key} as {value!r}, which is no date such as 2024-05-01")

    def texts(self, key: str) -> dict[str, str]:
        return {name: self._text(value, f"{key}.{name}") for name, value in self._table(key).items()}

    def thresholds(self, key: str) -> dict[str, float]:
        found = {}
        for verdict, value in self._table(key).items():
            if verdict not in _VERDICTS:
                self._refuse(f"sets a threshold for {verdict!r}, which is none of {', '.join(_VERDICTS)}")
            if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
                self._refuse(f"sets the threshold for {verdict} to {value!r}, which is no number from 0 to 1")
            found[verdict] = float(value)
        return found

    def ignored(self, key: str) -> frozenset[tuple[str, str]]:
        """Entries such as "name", "only-left" and "number only-left"."""
        entries = self._take(key, [])
        if not isinstance(entries, list):
            self._refuse(f"gives {key} as {entries!r}, which is no list")
        return frozenset(self._ignored_entry(self._text(entry, key), key) for entry in entries)

    def dismissed(self) -> dict[str, str]:
        entries = self._take("dismissed", [])
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            self._refuse("writes dismissed as something else than [[dismissed]] tables")
        found = {}
        for entry in entries:
            if sorted(entry) != sorted(_DISMISSAL) or not all(self._text(entry[key], key) for key in _DISMISSAL):
                self._refuse("has a [[dismissed]] table that does not give an id and a reason, and nothing else")
            found[entry["id"]] = entry["reason"]
        return found

    def _ignored_entry(self, entry: str, key: str) -> tuple[str, str]:
        match entry.split():
            case [kind, verdict] if kind in _KINDS and verdict in _VERDICTS:
                return kind, verdict
            case [kind] if kind in _KINDS:
                return kind, ""
            case [verdict] if verdict in _VERDICTS or verdict in _RULES:
                return "", verdict
        self._refuse(
            f"has {entry!r} under {key}, which is no kind ({', '.join(_KINDS)}), verdict, one of each, or rule of "
            f"units ({', '.join(_RULES)})"
        )

    def _table(self, key: str) -> dict[str, Any]:
        table = self._take(key, {})
        if not isinstance(table, dict):
            self._refuse(f"gives {key} as {table!r}, which is no table")
        return table

    def _take(self, key: str, default: object) -> Any:
        self._known.append(key)
        return self._form.get(key, default)

    def _text(self, value: object, key: str) -> str:
        if not isinstance(value, str):
            self._refuse(f"gives {key} as {value!r}, which is no text in quotation marks")
        return value

    def _refuse(self, what: str) -> NoReturn:
        raise InputError(f"{self._path} {what}.")
