"""The options and exit statuses that commands share, and what options come to together with `align.toml`."""

from __future__ import annotations

import argparse
import datetime
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from align.model import Settings
    from align.project import Project

NO_CONFLICT, CONFLICT, MISUSE = 0, 1, 2
EXIT_STATUS = "Exit status: 0 no conflict found, 1 conflicts found, 2 misuse or unreadable input."
INTERFACES = ("en", "ar")  # as in `wording.INTERFACES`, which is not imported for --help


def add_interface(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--ui",
        choices=INTERFACES,
        default=INTERFACES[0],
        help="language in which reports speak to their readers (default: en); JSON is the same in both",
    )


def add_settings(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--encoder",
        default="",
        metavar="NAME",
        help="model of sentence vectors: use (default), e5 or labse (pip install 'align-sources[labse]')",
    )
    parser.add_argument(
        "--glossary",
        type=Path,
        metavar="FILE",
        help="names and terms that mean one thing: two columns divided by a tab, one for each language",
    )
    add_name_engines(parser)
    add_max_size(parser)
    add_project(parser)


def add_max_size(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--max-size",
        type=_megabytes,
        metavar="MB",
        help="the largest document that is read, also when unpacked (default: 100)",
    )


def add_project(parser: argparse.ArgumentParser) -> None:
    chosen = parser.add_mutually_exclusive_group()
    chosen.add_argument(
        "--config", type=Path, metavar="FILE", help="the project's choices; default: the nearest align.toml"
    )
    chosen.add_argument("--no-config", action="store_true", help="whatever align.toml says, do not read it")


def add_name_engines(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--ar-names",
        metavar="ENGINE",
        help="what finds Arabic names: shipped (default), rules, or camel (camel-tools, where its data is installed)",
    )


def project_of(options: argparse.Namespace, *paths: str | Path) -> Project:
    """What `align.toml` says about these texts, or about a folder of texts."""
    from align.project import NO_PROJECT, find_project, load_project

    if options.no_config:
        return NO_PROJECT
    return load_project(options.config) if options.config else find_project(paths)


def settings_of(options: argparse.Namespace, project: Project) -> Settings:
    chosen = vars(options)  # not every command has every option
    engines = {"ar": options.ar_names} if options.ar_names else {}
    settings = project.settings(chosen.get("encoder", ""), engines, chosen.get("glossary"))
    return replace(settings, max_size=options.max_size) if chosen.get("max_size") else settings


def add_reference_date(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--reference-date",
        type=_date,
        metavar="D",
        help='the day, as YYYY-MM-DD, against which words like "yesterday" are read',
    )


def _megabytes(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or not 0 < int(text) <= 1 << 20:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of megabytes")
    return int(text) << 20


def _date(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date of the form YYYY-MM-DD") from None


def count(number: int, noun: str) -> str:
    """ "1 pair", "1,200 pairs"."""
    return f"{number} {noun}" if number == 1 else f"{number:,} {noun}s"
