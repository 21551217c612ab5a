"""The text under the engine's eyes: its tokens, their folded forms, and what each may be."""

from __future__ import annotations

import operator
from collections.abc import Sequence
from decimal import Decimal

import regex

from align.extraction.number_lexicon import Lexicon, Word
from align.extraction.number_literals import GROUP_SPACES, Literal, commas_divide, points_group, read_digits
from align.model import Span
from align.text import Token

_form_of = operator.attrgetter("form")
# A token that nothing matches, where a mention of another kind, an address or the end of a line stands.
BARRIER = "\n"
GROUP = 3  # figures between two signs that divide thousands
_NOTHING = Word()

# Each begins where its letters begin, so that a long word is scanned once and not from every letter of it.
_WEB = regex.compile(r"(?:(?<!\p{L})\p{L}++://|www\.)\S++")
_LINE_END = regex.compile("\n")
_MAIL = regex.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]++\.[\w.]++")


def _address_spans(text: str) -> list[Span]:
    patterns = [_WEB] if "://" in text or "www." in text else []
    if "@" in text:
        patterns.append(_MAIL)
    return [Span(*match.span()) for pattern in patterns for match in pattern.finditer(text)]


def _line_ends(text: str) -> list[Span]:
    """The line ends, over which no expression goes on: a line is a paragraph, `align.read.split_blocks`."""
    return [Span(*match.span()) for match in _LINE_END.finditer(text)]


def _without_formatting(tokens: Sequence[Token]) -> Sequence[Token]:
    """`tokens` without bidirectional controls; what they kept apart touches again."""
    if all(map(_form_of, tokens)):
        return tokens
    kept: list[Token] = []
    gap: tuple[int, int] | None = None
    for token in tokens:
        if not token.form:
            start = gap[0] if gap and gap[1] == token.start else token.start
            gap = (start, token.end)
            continue
        if gap and kept and kept[-1].end == gap[0] and token.start == gap[1]:
            token = token._replace(start=gap[0])
        gap = None
        kept.append(token)
    return kept


def readable_tokens(text: str, tokens: Sequence[Token], taken: Sequence[Span]) -> Sequence[Token]:
    """`tokens` without formatting characters, and with barriers for what is taken, addresses and line ends."""
    spans = sorted(
        [*taken, *_address_spans(text), *_line_ends(text)],
        key=lambda span: (span.start, span.end),
    )
    if not spans:
        return _without_formatting(tokens)
    kept: list[Token] = []
    at = 0
    for token in _without_formatting(tokens):
        while at < len(spans) and spans[at].end <= token.start:
            kept.append(Token(spans[at].start, spans[at].end, BARRIER, "barrier"))
            at += 1
        inside = at < len(spans) and spans[at].start < token.end
        if not inside:
            kept.append(token)
    kept.extend(Token(span.start, span.end, BARRIER, "barrier") for span in spans[at:])
    return kept


class Passage:
    """One text being read."""

    def __init__(self, text: str, tokens: Sequence[Token], lexicon: Lexicon) -> None:
        self.text = text
        self.tokens = tokens
        self.forms = [token.form for token in tokens]
        self.lexicon = lexicon
        self.table = lexicon.table
        self.size = len(tokens)
        self._literals: dict[int, Literal] = {}
        self._points_group: bool | None = None
        self._commas_divide: bool | None = None
        self._says_millions: bool | None = None

    def points_group(self) -> bool:
        """Whether the text's habit is to group thousands by a full stop; few numbers need to know."""
        if self._points_group is None:
            self._points_group = points_group(self.text)
        return self._points_group

    def commas_divide(self) -> bool:
        """Whether the text's habit is to write decimals behind a comma; few numbers need to know."""
        if self._commas_divide is None:
            self._commas_divide = commas_divide(self.text)
        return self._commas_divide

    @property
    def says_millions(self) -> bool:
        """Whether the text counts in millions by a letter that says metres as well: "2.5m b/d"."""
        if self._says_millions is None:
            letters = self.table.units.million_letters
            self._says_millions = bool(letters) and any(
                form in letters and self.touches(at) and self.kind(at - 1) == "number" and self._counts(at + 1)
                for at, form in enumerate(self.forms)
            )
        return self._says_millions

    def _counts(self, at: int) -> bool:
        """Whether what stands there is counted in millions: a measure, or a word of the table."""
        units = self.table.units
        measured = self.lexicon.measures.at(self.forms, at) is not None and self.form(at) not in units.glued_units
        return measured or self.form(at) in units.counted_in_millions

    def literal(self, index: int) -> Literal:
        """The number in digits that begins at `index`, without a power."""
        found = self._literals.get(index)
        if found is None:
            found = read_digits(self.text, self.tokens, index, self.points_group)
            if found.end == index + 2 and self._opens_idiom(index + 1):  # "38 911 calls"
                found = Literal(Decimal(self.forms[index]), index + 1)
            if self.table.groups_reversed and (end := self._reversed_group(index)):
                found = found._replace(value=Decimal(self.forms[index + 1] + self.forms[index]), end=end)
            self._literals[index] = found
        return found

    def _opens_idiom(self, at: int) -> bool:
        idioms = self.lexicon.idioms.get(self.form(at), ())
        return any(not first and tuple(self.forms[at : at + len(forms)]) == forms for first, forms in idioms)

    def _reversed_group(self, index: int) -> int:
        """The end of two groups that were typed as they look, «812 13 فردا», as the United Nations do; 0 if none."""
        first, second = self.form(index), self.form(index + 1)
        groups = len(first) == GROUP and self.kind(index + 1) == "number" and len(second) < GROUP and second[0] != "0"
        between = groups and self.text[self.tokens[index].end : self.tokens[index + 1].start] in GROUP_SPACES
        return index + 2 if between and self.kind(index + 2) == "word" else 0

    def form(self, index: int) -> str:
        """The folded form at `index`; a barrier outside the text."""
        return self.forms[index] if 0 <= index < self.size else BARRIER

    def kind(self, index: int) -> str:
        return self.tokens[index].kind if 0 <= index < self.size else "barrier"

    def word(self, index: int) -> Word:
        """What the token at `index` may be as a number word."""
        return self.lexicon.words.get(self.forms[index], _NOTHING) if 0 <= index < self.size else _NOTHING

    def currency_ends(self, index: int) -> bool:
        """Whether a currency's sign or code ends at `index`."""
        return self.currency_at(index) is not None or self.lexicon.currencies_before.at(self.forms, index) is not None

    def currency_at(self, index: int) -> str | None:
        """The ISO code that stands at `index` in capitals."""
        written = self.written(index)
        return written if written in self.lexicon.currency_codes else None

    def touches(self, index: int) -> bool:
        """Whether token `index` stands against the token before it without a space."""
        return 0 < index < self.size and self.tokens[index - 1].end == self.tokens[index].start

    def has_article(self, index: int) -> bool:
        """Whether the token begins with the article as written: a folded hamza only looks like one."""
        articles = self.table.proclitics.articles
        return bool(articles) and len(self.form(index)) > 3 and self.written(index).startswith(articles)

    def written(self, index: int) -> str:
        """The token as the text has it."""
        return self.text[self.tokens[index].start : self.tokens[index].end] if 0 <= index < self.size else ""

    def start_after_lead(self, index: int, lead: int) -> int:
        """The offset of token `index` after `lead` letters of proclitics, which are not part of a mention."""
        token = self.tokens[index]
        offset = token.start
        while lead and offset < token.end:
            offset += 1
            lead -= 1
            while offset < token.end and not _is_letter(self.text[offset]):
                offset += 1
        return offset


def _is_letter(character: str) -> bool:
    return character.isalpha() and character != "\u0640"
