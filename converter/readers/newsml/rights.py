"""`pubHistory` and `rightsInfo`: when the story was published, and who may do what with it."""

from __future__ import annotations

from converter.model.checks import matches
from converter.model.head import Date, Rights
from converter.model.inline import inlines
from converter.newsformats.kept import leftover
from converter.readers.newsml.labels import label
from converter.readers.newsml.parties import party
from converter.readers.newsml.record import etree_name
from converter.render.html_read import as_language, text_in
from converter.render.whitespace import one_spaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.etree import _Element

    from converter.model.head import Party
    from converter.newsformats.kept import Kept
    from converter.readers.newsml.codes import Codes

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_STATED = frozenset(("href", "lang", "dir"))


def read_publication(history: _Element, provider: Party | None, kept: Kept) -> tuple[list[Date], Party | None]:
    """Return the dates of publication, and the provider with the short name that is the place of publication."""
    dates: list[Date] = []
    for published in history:
        stamp = next((child for child in published if etree_name(child) == "timestamp"), None)
        value = "".join(text_in(stamp).split()) if stamp is not None else ""
        names = [one_spaced(text_in(child)) for child in published if etree_name(child) == "name"]
        known = {provider.name, provider.literal} if provider else set()
        if len(names) == 1 and provider and provider.uri and not provider.literal and names[0] not in known:
            provider = provider.replace(literal=names[0])
            known = {names[0]}
        if matches("date", value):
            dates.append(Date("published", value))
        if not matches("date", value) or leftover(published, frozenset(), frozenset(("timestamp", "name"))):
            kept.keep(published, f"pubHistory/{etree_name(published)}")
        elif set(names) - known or (stamp is not None and stamp.attrib):
            kept.keep(published, "pubHistory/published")
    return dates, provider


def read_rights(info: _Element, codes: Codes, kept: Kept) -> tuple[list[Party], list[Rights]]:
    """Return the holders of copyright and the statements of one `rightsInfo`."""
    holders: list[Party] = []
    rights: list[Rights] = []
    whole = not info.attrib
    for element in info:
        name = etree_name(element)
        more = True
        if name == "copyrightHolder":
            holder, more = party(element, "copyright-holder", codes)
            holders += [holder] if holder else []
        elif name in ("copyrightNotice", "usageTerms"):
            rights.append(
                Rights(
                    label(element),
                    "notice" if name == "copyrightNotice" else "usage",
                    href=element.get("href"),
                    lang=as_language(element.get(_XML_LANG)),
                )
            )
            more = leftover(element, _STATED, frozenset(("a", "inline", "span", "ruby", "br")))
        elif name == "dataMining":
            term = element.get("uri") or element.get("qcode") or ""
            rights.append(Rights(inlines(term), "data-mining"))
            more = leftover(element, frozenset(("uri", "qcode"))) or not term
        if more and name:
            kept.keep(element, f"rightsInfo/{name}")
    if not whole:
        kept.say("rightsInfo", " ".join(f"{key}={value}" for key, value in sorted(map(_pair, info.attrib.items()))))
    return holders, rights


def _pair(item: tuple[object, object]) -> tuple[str, str]:
    return str(item[0]), str(item[1])
