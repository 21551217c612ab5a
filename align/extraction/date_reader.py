"""The reader that walks a text by the roles of its date words, and chooses which functions to try at a token."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from align.extraction.date_lexicon import LONGEST_FIGURE, Beginning, Functions, Lexicon
from align.text import Token, fold

Result = TypeVar("Result")
Roles = tuple[str, ...]
# Functions, each with the roles that it can begin with, and groups of roles: one of each group must stand nearby.
Readers = tuple[tuple[Callable[..., Any], Roles, *tuple[Roles, ...]], ...]

_WINDOW = 256  # tokens; no date is longer than two windows
_PADDING = ("",) * 8  # behind the last token, and so before the first: what stands outside the line is empty
_NO_ROLES: frozenset[str] = frozenset()
_NONE: dict[str | int, Beginning] = {}


def remembered(read: Callable[[Reader, int], Result]) -> Callable[[Reader, int], Result]:
    """A reader whose answers are kept for as long as the walk stays in a window: lists read the same days often."""

    @functools.wraps(read)
    def reading(reader: Reader, at: int) -> Result:
        key = (read, at)
        if key not in reader.memory:
            reader.memory[key] = read(reader, at)
        found: Result = reader.memory[key]
        return found

    return reading


class Reader:
    """A text as tokens, read by role. Positions are token indices; every method is constant time.

    A position may lie a few tokens outside the line, where every form is empty.
    """

    __slots__ = (
        "_near",
        "_window",
        "count",
        "early",
        "forms",
        "kinds",
        "last_point",
        "lexicon",
        "memory",
        "roles",
        "text",
        "tokens",
        "words",
    )

    def __init__(self, text: str, tokens: Sequence[Token], lexicon: Lexicon) -> None:
        self.text = text
        self.tokens = tokens
        _, _, forms, kinds = zip(*tokens, strict=True) if tokens else ((), (), (), ())
        self.forms: list[str] = [*forms, *_PADDING]
        self.kinds: list[str] = [*kinds, *_PADDING]
        self.count = len(tokens)
        self.lexicon = lexicon
        self.roles = lexicon.roles
        self.words = lexicon.words
        self.early: bool | None = None  # whether the text tells of times before the year 1000, once it is asked for
        self.last_point: tuple[int, Any] | None = None
        self.memory: dict[tuple[Callable[..., Any], int], Any] = {}
        self._window = -1
        self._near: int | None = None  # the roles near the window, once they are asked for

    def fitting(self, readers: Readers, at: int) -> Functions:
        """Those of some readers that can begin at a token and find the roles that they need in its neighbourhood.

        Most forms begin few dates, and most neighbourhoods lack most roles.
        """
        if at // _WINDOW != self._window:
            self._window = at // _WINDOW
            self._near = None
            self.memory.clear()
        if self.kinds[at] == "number":
            form: str | int = min(len(self.forms[at]), LONGEST_FIGURE)
        else:
            form = self.forms[at]
            if form not in self.lexicon.roles_of:
                return ()
        begun = self.lexicon.beginnings.get(id(readers), _NONE).get(form) or self._beginning(readers, form)
        if self._near is None:
            self._near = self._roles_near()
        return begun.fitting(self._near)

    def _beginning(self, readers: Readers, form: str | int) -> Beginning:
        """Those of some readers that can begin with a form, with what they need; the lexicon keeps the answer."""
        own, bits = self.lexicon.roles_of[form], self.lexicon.bits
        fitting = [(read, tuple(map(bits, needs))) for read, roles, *needs in readers if not own.isdisjoint(roles)]
        begun = self.lexicon.beginnings.setdefault(id(readers), {})[form] = Beginning(fitting)
        return begun

    def _roles_near(self) -> int:
        """The roles that tokens of this window and the next can begin a phrase of, as bits."""
        start = self._window * _WINDOW
        near = 0
        bits = self.lexicon.role_bits
        for form in set(self.forms[start : start + 2 * _WINDOW]):
            near |= bits.get(min(len(form), LONGEST_FIGURE) if form.isdecimal() else form, 0)
        return near

    def phrase(self, role: str, at: int) -> tuple[Any, int] | None:
        """The longest phrase of a role that begins at a token: its value and the position after it."""
        phrases = self.roles[role].get(self.forms[at])
        if phrases is None:
            return None
        for rest, value in phrases:
            if not rest or tuple(self.forms[at + 1 : at + 1 + len(rest)]) == rest:
                return value, at + 1 + len(rest)
        return None

    def skip(self, role: str, at: int) -> int:
        """The position after a phrase of the role, or the same position."""
        if self.forms[at] not in self.roles[role]:
            return at
        found = self.phrase(role, at)
        return found[1] if found else at

    def may_begin(self, roles: frozenset[str], at: int) -> bool:
        """Whether a token can begin a phrase of one of some roles."""
        return not roles.isdisjoint(self.lexicon.roles_of.get(self.forms[at], _NO_ROLES))

    def form(self, at: int) -> str:
        return self.forms[at]

    def is_word(self, at: int) -> bool:
        return self.kinds[at] == "word"

    def is_number(self, at: int) -> bool:
        return self.kinds[at] == "number"

    def digits(self, at: int) -> str:
        """The ASCII digits of a number token, or nothing."""
        return self.forms[at] if self.kinds[at] == "number" else ""

    def glued(self, at: int) -> bool:
        """Whether a token follows the one before it without white space."""
        return 0 < at < self.count and self.tokens[at - 1].end == self.tokens[at].start

    def original(self, at: int) -> str:
        token = self.tokens[at]
        return self.text[token.start : token.end]

    def start(self, at: int) -> int:
        """Where a date that begins with this token begins: behind a proclitic."""
        token = self.tokens[at]
        length = self.lexicon.proclitic_lengths.get(token.form, 0)
        offset = token.start
        while length:
            offset += 1
            # Marks and tatweel fold to nothing and belong to the letter before them.
            length -= bool(fold(self.text[offset - 1]))
        while offset > token.start and offset < token.end and not fold(self.text[offset]):
            offset += 1
        return offset

    def newline_between(self, at: int) -> bool:
        """Whether a line ends between the token before and this one."""
        return at > 0 and "\n" in self.text[self.tokens[at - 1].end : self.tokens[at].start]
