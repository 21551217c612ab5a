"""A document that is a ZIP archive, read in memory and never unpacked to disk: DOCX, ODT and EPUB."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib

from lxml import etree

from align.errors import InputError

MAX_MEMBERS = 20_000
MAX_RATIO = 500  # DEFLATE reaches 1,032; ordinary XML 10 to 50 (RFC 1951; zlib's technical notes)
_SMALL = 1 << 20  # bytes; below it any ratio is harmless
_DIRECTORY_ENTRY = b"PK\x01\x02"  # APPNOTE.TXT, 4.3.12


class Archive:
    """The members of one archive; together no more than `max_size` bytes are unpacked.

    Raises `InputError` for an archive that is damaged, encrypted, or larger than that.
    """

    def __init__(self, data: bytes, name: str, max_size: int) -> None:
        self._name = name
        self._max_size = max_size
        self._left = max_size
        if data.count(_DIRECTORY_ENTRY) > MAX_MEMBERS:
            raise InputError(f"{name} is an archive of more than {MAX_MEMBERS:,} files, which no document is.")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
            raise InputError(f"{name} is damaged: the archive that it consists of cannot be read.") from None
        self._names = set(self._zip.namelist())
        for member in self._names:
            if member.startswith(("/", "\\")) or ".." in member.replace("\\", "/").split("/"):
                raise InputError(f"{name} is refused: its archive holds {member[:80]!r}, a path out of the archive.")

    def __contains__(self, member: str) -> bool:
        return member in self._names

    def read(self, member: str) -> bytes:
        """The content of one member."""
        if member not in self._names:
            raise InputError(f"{self._name} is damaged: {member[:80]!r} is missing in it.")
        info = self._zip.getinfo(member)
        if info.flag_bits & 1:
            raise InputError(f"{self._name} is encrypted; save it without a password.")
        if info.file_size > _SMALL and info.file_size > MAX_RATIO * info.compress_size:
            raise InputError(f"{self._name} is refused: {member[:80]!r} in it is packed as only a ZIP bomb is.")
        try:
            with self._zip.open(info) as stream:
                content = stream.read(self._left + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
            raise InputError(f"{self._name} is damaged: {member[:80]!r} in it cannot be unpacked.") from None
        if len(content) > self._left:
            raise InputError(f"{self._name} is larger than {self._max_size >> 20} MB unpacked; --max-size allows more.")
        self._left -= len(content)
        return content

    def read_xml(self, member: str) -> etree._Element:
        """The root of an XML member, read without entities, external references and network."""
        return parse_xml(self.read(member), f"{member[:80]!r} in {self._name}")

    def resolve(self, base: str, reference: str) -> str:
        """The member that a relative reference in member `base` means."""
        path = posixpath.normpath(posixpath.join(posixpath.dirname(base), reference))
        return path.lstrip("/")


def parse_xml(data: bytes, name: str) -> etree._Element:
    """The root of an XML document. Raises `InputError` where it is malformed, too deep, or has a document type."""
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,  # keeps libxml2's limits: 256 levels, 10 MB in one text
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        cause = str(error.msg or "").partition(",")[0].strip() or "it ends too early"
        raise InputError(f"{name} cannot be read as XML: {cause}.") from None
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]  # the stubs lack it
        raise InputError(f"{name} is refused: it declares a document type (DTD), through which XML can be misused.")
    return root


def local_name(element: etree._Element) -> str:
    """An element's name without its namespace; empty for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: etree._Element, name: str) -> str:
    """An attribute's value by its name without the namespace; empty where there is none."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""
