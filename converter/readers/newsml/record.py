"""`itemMeta`: who sends the record, when it was made, how it may be used, what it changes."""

from __future__ import annotations

from converter.model.checks import matches
from converter.model.head import Date, EdNote, Related, Revision
from converter.newsformats.kept import leftover
from converter.readers.newsml.codes import of_address, ours
from converter.readers.newsml.labels import label
from converter.readers.newsml.parties import party
from converter.render.html_read import as_count, local, text_in
from converter.render.whitespace import one_spaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lxml.etree import _Element

    from converter.model.head import Party
    from converter.model.inline import Inlines
    from converter.newsformats.kept import Kept
    from converter.readers.newsml.codes import Codes

GENERATOR = "article-converter"


class Record:
    """What `itemMeta` says, field by field."""

    def __init__(self) -> None:
        self.status: Any = "usable"
        self.provider: Party | None = None
        self.title: str = ""
        self.times: dict[str, str] = {}
        self.embargo: Date | None = None
        self.notes: list[Inlines] = []
        self.signals: list[str] = []
        self.related: list[Related] = []
        self.nature = "text"


def read_record(meta: _Element, codes: Codes, kept: Kept) -> Record:
    """Return what `itemMeta` says; what has no field is kept."""
    record = Record()
    for element in meta:
        name = etree_name(element)
        if not name:
            continue
        if not _take(record, name, element, codes, kept):
            kept.keep(element, f"itemMeta/{name}")
    return record


def etree_name(element: _Element) -> str:
    """Return an element's local name as it is spelt."""
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def _take(record: Record, name: str, element: _Element, codes: Codes, kept: Kept) -> bool:
    """Return whether the element has its place in the record, whole."""
    match name:
        case "itemClass":
            found = codes.split(element, "qcode")
            record.nature = found[1] if found and found[0] == "ninat" else "text"
            return found == ("ninat", "text") or found == ("ninat", "composite")
        case "provider":
            if element.get("literal") == "unidentified" and not len(element):
                return True
            record.provider, more = party(element, "provider", codes)
            return not more
        case "versionCreated" | "firstCreated":
            value = "".join(text_in(element).split())
            if not matches("date", value) or name in record.times:
                return False
            record.times[name] = value
            return True
        case "embargoed":
            value = "".join(text_in(element).split())
            # One that is not understood holds until further notice: it must not run out unread.
            is_understood = not value or matches("date", value)
            record.embargo = Date("embargoed", value if value and is_understood else None)
            return is_understood and not element.attrib
        case "pubStatus":
            found = codes.split(element, "qcode")
            if found and found[0] == "stat" and found[1] in ("usable", "withheld", "canceled"):
                record.status = found[1]
                return not len(element)
            return False
        case "generator":
            return one_spaced(text_in(element)) == GENERATOR
        case "title":
            if record.title:
                return False
            record.title = one_spaced(text_in(element))
            return True
        case "edNote":
            record.notes.append(label(element))
            return not (set(map(str, element.attrib)) - {_XML_LANG, "dir"})
        case "signal":
            for code in ("correction", "update"):
                if codes.is_code(element, "qcode", "sig", code) and not len(element):
                    record.signals.append(code)
                    return True
            return False
        case "link":
            record.related.append(_related(element, codes))
            return not leftover(element, _LINK_ATTRIBUTES, frozenset(("title",)))
        case _:
            return False


_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_LINK_ATTRIBUTES = frozenset(("rel", "reluri", "href", "residref", "persistidref", "guidref", "title"))


def _related(element: _Element, codes: Codes) -> Related:
    address = next(
        (value for name in ("href", "residref", "persistidref", "guidref") if (value := element.get(name))), None
    )
    title = next((one_spaced(text_in(child)) for child in element if local(child) == "title"), "")
    title = title or one_spaced(element.get("title") or "")
    return Related(title, address, _relation(element, codes))


def _relation(element: _Element, codes: Codes) -> str:
    """Return the item relation by its code: IPTC's bare, another's with its scheme."""
    own = ours(element.get("reluri"), "irel")
    if own is not None and matches("token", own):
        return own
    if element.get("rel"):
        scheme, code = codes.of_qcode(element.get("rel") or "")
        relation = code if scheme == "irel" else f"{scheme}:{code}" if scheme else code
        return relation if matches("token", relation) else "seeAlso"
    if element.get("reluri"):
        scheme, code = of_address((element.get("reluri") or "").strip())
        relation = code if scheme == "irel" else element.get("reluri") or ""
        return relation if matches("token", relation) else "seeAlso"
    return "seeAlso"


def revisions(record: Record, version: int) -> tuple[list[Revision], list[EdNote]]:
    """Return the history as far as an item says it, and the desk's notes that are not about this version.

    A correction or withdrawal says in its first note what it changes
    (`docs/reference/newsml.md`); version 1 has replaced nothing.
    """
    created, first = record.times.get("versionCreated"), record.times.get("firstCreated")
    notes = list(record.notes)
    kind: Any = "created" if version == 1 else "update"
    if record.status == "canceled":
        kind = "withdrawal"
    elif version > 1 and "correction" in record.signals:
        kind = "correction"
    note: Inlines = notes.pop(0) if notes and kind in ("correction", "withdrawal") else ()
    made: list[Revision] = []
    if first and (version > 1 or kind == "withdrawal" or first != created):
        made.append(Revision(1, first, "created"))
    if not (version == 1 and kind == "created" and made):
        made.append(Revision(version, created, kind, note))
    return made, [EdNote(words) for words in notes]


def version_of(item: _Element) -> int | None:
    """Return the item's version, or None when it says none that is a whole number."""
    return as_count((item.get("version") or "").strip().removeprefix("+"), 1)
