"""What pandoc leaves of an OpenDocument text: its properties, and which paragraphs are set as its titles (ODF 1.3)."""

from __future__ import annotations

from converter import model
from converter.core.errors import UnreadableInput
from converter.io.xml import parse
from converter.model.checks import is_xml_text, matches
from converter.model.inline import inlines
from converter.readers.pandoc.leftover import Leftover
from converter.text.dates import moments

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

    from converter.core.limits import Limits

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_ROLES = {"title": "headline", "subtitle": "sub", "author": "byline", "date": "date", "abstract": "abstract"}
"""Style, in small letters → what its paragraphs are."""
_KEPT = ("title", "subject", "description", "initial-creator", "creator", "generator", "user-defined")


def leftover(parts: Mapping[str, bytes], limits: Limits) -> Leftover:
    """Return what the package says beside its text."""
    lang = None
    dates: list[model.Date] = []
    keywords: list[str] = []
    properties: list[model.Property] = []
    meta = _root(parts, "meta.xml", limits)
    for element in meta.iter() if meta is not None else ():
        name = str(element.tag).rpartition("}")[2]
        words = " ".join("".join(map(str, element.itertext())).split())
        if not words or not is_xml_text(words) or element.tag.startswith(_OFFICE):
            continue
        if name == "creation-date" and (moment := moments.moment(words)):
            dates.append(model.Date("created", moment, inferred="document-property"))
        elif name == "date" and (moment := moments.moment(words)):
            dates.append(model.Date("modified", moment, inferred="document-property"))
        elif name == "keyword":
            keywords += [each.strip() for each in words.replace(";", ",").split(",") if each.strip()]
        elif name == "language" and matches("language tag", words):
            lang = words
        elif name in _KEPT:
            own = next((value for key, value in element.attrib.items() if str(key).endswith("}name")), "")
            key = f"odt:{'-'.join(str(own or name).split())}"
            if matches("token", key):
                properties.append(model.Property(key, inlines(words), inferred="document-property"))
    content = _root(parts, "content.xml", limits)
    return Leftover(
        _roles(content),
        "odt-style",
        _descriptions(content),
        tuple(each for each in dates if (each.value or "") > "1971"),  # Pandoc's own have no time.
        tuple(model.Keyword(each, inferred="document-property") for each in dict.fromkeys(keywords)),
        tuple(properties),
        lang,
    )


def _root(parts: Mapping[str, bytes], name: str, limits: Limits) -> _Element | None:
    if name not in parts:
        return None
    try:
        return parse(parts[name], limits)
    except UnreadableInput as error:
        raise type(error)(f"{name}: {error.what}", where=error.where, hint=error.hint) from error


def _descriptions(content: _Element | None) -> tuple[tuple[str, str], ...]:
    found: dict[str, str] = {}
    for frame in content.iter(f"{_DRAW}frame") if content is not None else ():
        said = frame.findtext(f"{_SVG}desc") or frame.findtext(f"{_SVG}title")
        for image in frame.iter(f"{_DRAW}image"):
            href = image.get(f"{_XLINK}href")
            if href and said and said.strip():
                found.setdefault(href, said)
    return tuple(found.items())


def _roles(content: _Element | None) -> tuple[tuple[str, str], ...]:
    if content is None:
        return ()
    based = {
        style.get(f"{_STYLE}name"): style.get(f"{_STYLE}parent-style-name") for style in content.iter(f"{_STYLE}style")
    }
    found = []
    for paragraph in content.iter(f"{_TEXT}p", f"{_TEXT}h"):
        style = paragraph.get(f"{_TEXT}style-name")
        role = _ROLES.get((style or "").lower()) or _ROLES.get((based.get(style) or "").lower())
        words = " ".join("".join(map(str, paragraph.itertext())).split())
        if role and words:
            found.append((words, role))
        elif words:
            break
    return tuple(found)
