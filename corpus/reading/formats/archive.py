"""The zipped XML of DOCX and EPUB, read within bounds. What must not live here: what its elements mean.

Nothing is unpacked, no entity is expanded, and nothing outside the file is ever asked for.
"""

import io
import zipfile
import zlib
from typing import Any

from corpus.reading.reasons import Reason, Refused

MAX_MEMBERS = 1_000
MAX_EXPANDED_BYTES = 50 * 2**20
# XML shrinks to a tenth, at the very best to a fiftieth; a thousandth is a bomb.
MAX_RATIO = 200
_RATIO_COUNTS_FROM_BYTES = 2**20
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of old office files, and of new ones under a password
_KINDS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


class Archive:
    """The members of a zip file in memory.

    Raises
    ------
    Refused
        ``damaged`` for what is no zip file, ``encrypted``, ``too_large`` for more than 1,000 members, 50 MiB or a
        compression to less than a two hundredth, by what the file says of itself before anything is expanded.
    """

    def __init__(self, data: bytes) -> None:
        if data.startswith(_OLE):
            raise Refused(Reason.ENCRYPTED if "EncryptedPackage".encode("utf-16-le") in data else Reason.DAMAGED)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, RuntimeError) as error:
            raise Refused(Reason.DAMAGED) from error
        members = self._zip.infolist()
        expanded = sum(member.file_size for member in members)
        if len(members) > MAX_MEMBERS:
            raise Refused(Reason.TOO_LARGE, f"{MAX_MEMBERS} members")
        if expanded > MAX_EXPANDED_BYTES or expanded > max(_RATIO_COUNTS_FROM_BYTES, MAX_RATIO * len(data)):
            raise Refused(Reason.TOO_LARGE, str(MAX_EXPANDED_BYTES))
        if any(member.flag_bits & 1 for member in members):
            raise Refused(Reason.ENCRYPTED)
        self._members = {member.filename: member for member in members}

    def read(self, name: str) -> bytes | None:
        """Return a member's bytes, None where there is none of that name; refused where it is damaged."""
        member = self._members.get(name)
        if member is None:
            return None
        if member.compress_type not in _KINDS:
            raise Refused(Reason.DAMAGED)
        try:
            with self._zip.open(member) as file:
                data = file.read(member.file_size + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, RuntimeError) as error:
            raise Refused(Reason.DAMAGED) from error
        if len(data) > member.file_size:
            raise Refused(Reason.DAMAGED)
        return data

    def xml(self, name: str) -> Any:
        """Return the root element of an XML member, an empty one where there is no such member."""
        return parse_xml(self.read(name) or b"<none/>")


def parse_xml(data: bytes) -> Any:
    """Return the root element of an XML document.

    Raises
    ------
    Refused
        ``damaged`` for what is no XML, is nested more than 255 deep, or multiplies by its entities.
    """
    from lxml import etree  # noqa: PLC0415  7 MB, and most folders hold no such file

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Refused(Reason.DAMAGED) from error


def local_name(element: Any) -> str:
    """Return an element's name without its namespace; nothing for an entity, whose text is never shown."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
