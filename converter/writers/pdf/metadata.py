"""What the file says about itself: the XMP packet and the information dictionary, which say the same.

XMP: ISO 16684-1; what PDF/A-3 and PDF/UA-1 add: ISO 19005-3, 6.6; ISO 14289-1, 5.
"""

from __future__ import annotations

import re

from converter.core.version import NAME, VERSION
from converter.model.words import plain_text
from converter.typeset.faces import HARFBUZZ_VERSION
from converter.writers.pdf.document import literal, text_string

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.model.article import Article
    from converter.writers.pdf.document import PdfFile

PRODUCER = f"{NAME} {VERSION}"
# Fonts and HarfBuzz are part of the bytes, so their versions are part of the maker's name.
CREATOR = f"{PRODUCER} (HarfBuzz {HARFBUZZ_VERSION})"

# PDF/A allows only schemas that it knows or that the packet describes; `pdfuaid` it does not know.
_UA_SCHEMA = (
    '<pdfaExtension:schemas xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" '
    'xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    '<rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>'
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>"
    '<rdf:li pdfaProperty:name="part" pdfaProperty:valueType="Integer" pdfaProperty:category="internal" '
    'pdfaProperty:description="part"/></rdf:Seq></pdfaSchema:property>'
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>"
)


class Times:
    """The article's own times; a PDF has no other, so none where the article has none."""

    __slots__ = ("created", "modified", "published")

    def __init__(self, article: Article) -> None:
        def value(*kinds: str) -> str | None:
            dates = [date for kind in kinds for date in article.head.dates if date.kind == kind]
            return next((date.value for date in dates if date.value and not date.value.startswith("--")), None)

        self.published = value("published", "created")
        self.created = value("created", "published", "modified")
        self.modified = value("modified", "published", "created")


def write_xmp(file: PdfFile, article: Article, title: str, lang: str, digest: str, times: Times) -> int:
    """Write the XMP packet, uncompressed, and return its number."""
    head = article.head
    parts = [
        _alternatives("title", title),
        f"<dc:language><rdf:Bag><rdf:li>{_escape(lang)}</rdf:li></rdf:Bag></dc:language>",
    ]
    # Values without a structure as attributes (ISO 16684-1, 7.9.2.2): the packet is not compressed.
    simple = {
        "pdfaid:part": "3",
        "pdfaid:conformance": "A",
        "pdfuaid:part": "1",
        "dc:format": "application/pdf",
        "dc:identifier": f"sha256:{digest}",
    }
    creators = [party.name for party in head.parties if party.role == "creator"]
    creators = creators or [plain_text(byline.content) for byline in head.bylines]
    parts += _array("creator", "Seq", creators)
    parts += _array("publisher", "Bag", [party.name for party in head.parties if party.role == "provider"])
    parts += _array("subject", "Bag", [keyword.text for keyword in head.keywords])
    if head.abstract is not None:
        words = " ".join(plain_text(head.abstract.blocks).split())
        parts.append(_alternatives("description", words))
    rights = " ".join(plain_text(notice.content) for notice in head.rights if notice.kind == "notice")
    if rights:
        parts.append(_alternatives("rights", rights))
    if times.published:
        parts.append(f"<dc:date><rdf:Seq><rdf:li>{_xmp_date(times.published)}</rdf:li></rdf:Seq></dc:date>")
    source = article.guid or article.provenance.name
    if source:
        simple["dc:source"] = source
    if times.created and times.modified:
        simple["xmp:CreateDate"] = _xmp_date(times.created)
        simple["xmp:ModifyDate"] = _xmp_date(times.modified)
    simple |= {"xmp:CreatorTool": CREATOR, "pdf:Producer": PRODUCER}
    attributes = "".join(f' {name}="{_escape(value, quoted=True)}"' for name, value in simple.items())
    parts.append(_UA_SCHEMA)
    packet = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" '
        'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"'
        f"{attributes}>{''.join(parts)}</rdf:Description></rdf:RDF></x:xmpmeta>"
        '<?xpacket end="r"?>'
    )
    return file.add_stream("/Type/Metadata/Subtype/XML", packet.encode(), deflated=False)


def write_info(file: PdfFile, title: str, times: Times) -> int:
    """Write the information dictionary, equal to the XMP packet, and return its number."""
    dates = ""
    if times.created and times.modified:
        dates = f"/CreationDate({_pdf_date(times.created)})/ModDate({_pdf_date(times.modified)})"
    return file.add(
        f"<</Title{text_string(title)}/Creator{text_string(CREATOR)}/Producer{text_string(PRODUCER)}{dates}>>"
    )


def _array(name: str, kind: str, values: list[str]) -> list[str]:
    if not values:
        return []
    items = "".join(f"<rdf:li>{_escape(value)}</rdf:li>" for value in values)
    return [f"<dc:{name}><rdf:{kind}>{items}</rdf:{kind}></dc:{name}>"]


def _alternatives(name: str, value: str) -> str:
    return f'<dc:{name}><rdf:Alt><rdf:li xml:lang="x-default">{_escape(value)}</rdf:li></rdf:Alt></dc:{name}>'


_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def holdable(text: str) -> str:
    """Return the text with U+FFFD for each character that XML 1.0, and so the XMP packet, cannot hold."""
    return text if text.isprintable() else _NOT_IN_XML.sub("\ufffd", text)


def _escape(text: str, *, quoted: bool = False) -> str:
    text = holdable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    # White space in an attribute would be read as plain spaces.
    for character in '"\t\n\r' if quoted else "":
        text = text.replace(character, f"&#{ord(character)};")
    return text


_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?")


def _parts(value: str) -> tuple[str | None, ...]:
    found = _DATE.fullmatch(value)
    return found.groups() if found else (value[:4], None, None, None, None, None, None)


def _xmp_date(value: str) -> str:
    """Return the date as XMP has it (ISO 16684-1, 8.2.1.2): as precise as it is, without parts of a second."""
    year, month, day, hour, minute, second, zone = _parts(value)
    text = "-".join(part for part in (year, month, day) if part)
    return text if hour is None else f"{text}T{hour}:{minute}:{second or '00'}{zone or ''}"


def _pdf_date(value: str) -> str:
    """Return the same date as PDF has it (ISO 32000-1, 7.9.4)."""
    year, month, day, hour, minute, second, zone = _parts(value)
    text = "D:" + "".join(part for part in (year, month, day) if part)
    if hour is None:
        return text
    offset = "" if zone is None else "Z" if zone == "Z" else f"{zone[:3]}'{zone[4:]}'"
    return f"{text}{hour}{minute}{second or '00'}{offset}"


def attach_source(file: PdfFile, canonical: bytes, times: Times) -> int:
    """Write the canonical XML as the file that this one was made from; return its file specification's number."""
    import hashlib

    # The format asks for MD5; it protects nothing.
    checksum = literal(hashlib.md5(canonical, usedforsecurity=False).digest())
    changed = f"/ModDate({_pdf_date(times.modified)})" if times.modified else ""
    stream = file.add_stream(
        f"/Type/EmbeddedFile/Subtype/application#2Fxml/Params<</Size {len(canonical)}/CheckSum{checksum}{changed}>>",
        canonical,
    )
    return file.add(
        "<</Type/Filespec/F(canonical.xml)/UF(canonical.xml)/AFRelationship/Source"
        f"/Desc(The article in its canonical form)/EF<</F {stream} 0 R/UF {stream} 0 R>>>>"
    )
