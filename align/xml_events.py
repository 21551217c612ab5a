"""XML from strangers, read as a stream: no entities, nothing fetched, bounded memory.

Python's own expat parser, fed piece by piece. It fetches nothing; what is refused here is what else a hostile file can
do to its reader: entities that multiply, elements nested without end, a tag that never closes.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from typing import BinaryIO, Literal, NamedTuple, NoReturn
from xml.parsers import expat

from align.errors import InputError

PIECE = 1 << 16  # bytes fed at once
DEEPEST = 200  # elements within each other
LONGEST_TAG = 1 << 20  # bytes of one tag, comment or processing instruction
LANG = "xml:lang"
_NO_ATTRIBUTES: Mapping[str, str] = {}
_XML = "http://www.w3.org/XML/1998/namespace "


class XmlEvent(NamedTuple):
    """The start or end of an element, or a piece of text. `name` has no prefix in the namespace of the root element.

    Elements and attributes of other namespaces are named `ADDRESS NAME`, but for `xml:lang` and its like.
    """

    kind: Literal["start", "end", "text"]
    name: str  # of the element, or the text
    attributes: Mapping[str, str]
    line: int


def read_xml(source: BinaryIO, name: str) -> Iterator[XmlEvent]:
    """The events of a document, as they are read. Raises `InputError` that says in which line what is wrong."""
    reader = _Reader(name)
    fed = 0
    while piece := source.read(PIECE):
        fed += len(piece)
        reader.feed(piece)
        if fed - reader.parser.CurrentByteIndex > LONGEST_TAG:
            reader.refuse(f"has a tag of more than {LONGEST_TAG:,} bytes")
        yield from reader.taken()
    reader.feed(b"", is_last=True)
    yield from reader.taken()


class _Reader:
    """One expat parser, and the events that it has found since they were taken last."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._events: deque[XmlEvent] = deque()
        self._depth = 0
        self._namespace: str | None = None
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.EntityDeclHandler = self._entity
        self.parser.SkippedEntityHandler = self._skipped

    def feed(self, piece: bytes, is_last: bool = False) -> None:
        try:
            self.parser.Parse(piece, is_last)
        except expat.ExpatError as error:
            self.refuse(f"is no well-formed XML ({expat.ErrorString(error.code)})", error.lineno)
        except (LookupError, ValueError):  # an encoding that Python lacks, or one of several bytes a character
            self.refuse("is in an encoding that align does not read; save it as UTF-8")

    def taken(self) -> Iterator[XmlEvent]:
        while self._events:
            yield self._events.popleft()

    def refuse(self, what: str, line: int = 0) -> NoReturn:
        raise InputError(f"{self._name} {what}, in line {line or self.parser.CurrentLineNumber}.") from None

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            self.refuse(f"nests elements more than {DEEPEST} deep")
        if self._namespace is None:
            self._namespace = name.rpartition(" ")[0]
        named = {key.replace(_XML, "xml:"): value for key, value in attributes.items()} if attributes else attributes
        self._add("start", self._local(name), named)

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._add("end", self._local(name), _NO_ATTRIBUTES)

    def _text(self, text: str) -> None:
        self._add("text", text, _NO_ATTRIBUTES)

    def _add(self, kind: str, name: str, attributes: Mapping[str, str]) -> None:
        event = (kind, name, attributes, self.parser.CurrentLineNumber)
        self._events.append(tuple.__new__(XmlEvent, event))  # in half the time of XmlEvent(…)

    def _local(self, name: str) -> str:
        if " " not in name:
            return name
        namespace, _, local = name.rpartition(" ")
        return local if namespace == self._namespace else name

    def _entity(self, name: str, *_: object) -> None:
        self.refuse(f"declares the entity {name!r}, and align reads XML without entities")

    def _skipped(self, name: str, is_parameter: bool) -> None:
        if not is_parameter:  # of a document type that is not fetched, such as &nbsp;
            self._text(" ")
