"""QCodes: `alias:code`, where a catalog says which scheme the alias stands for.

An alias is resolved by the item's own inline catalog, else by IPTC's when the
item names one of those; never by its letters alone where a catalog says
otherwise. Remote catalogs of providers are never fetched.
"""

from __future__ import annotations

import re

from converter.newsformats.catalog import ALIASES, SCHEMES, shortened
from converter.newsformats.dialects import find_dialect
from converter.render.html_read import local

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from converter.formats.records import Context
    from converter.newsformats.dialects import Dialect

OURS = "urn:converter:article:1#"
"""The prefix of URIs that our writer uses where IPTC has no code."""
NEWSCODES = "http://cv.iptc.org/newscodes/"
_IPTC_CATALOG = r"https?://(?:www\.)?iptc\.org/std/catalog/catalog\.IPTC-G2-Standards_\d+\.xml"


def is_iptc_catalog(href: str) -> bool:
    """Return whether the address is one of IPTC's own catalogs."""
    return re.fullmatch(_IPTC_CATALOG, href.strip(), re.IGNORECASE) is not None


class Codes:
    """The schemes that one item's aliases stand for."""

    def __init__(self, item: _Element, dialects: tuple[Dialect, ...] = ()) -> None:
        self._references: list[str] = []
        self._schemes: dict[str, str] = {}
        self._unknown: dict[str, None] = {}
        named = False
        for scope in _scopes(item):
            for child in scope:
                if local(child) == "catalogRef".lower():
                    self._references.append((child.get("href") or "").strip())
                    named = named or is_iptc_catalog(self._references[-1])
                elif local(child) == "catalog":
                    for scheme in child.iter("{*}scheme"):
                        self._schemes.setdefault(scheme.get("alias") or "", scheme.get("uri") or "")
        elsewhere = [href for href in self._references if not is_iptc_catalog(href)]
        self.dialect = find_dialect(elsewhere, list(_providers(item)), dialects)
        if self.dialect:
            self._schemes = {**dict(self.dialect.schemes), **self._schemes}
        if named or not self._schemes:
            self._schemes = {**SCHEMES, **self._schemes}

    def scheme_of(self, alias: str) -> str | None:
        """Return the address of the scheme that an alias stands for here, or None."""
        return self._schemes.get(alias) or None

    def split(self, element: _Element, name: str) -> tuple[str | None, str] | None:
        """Return scheme and code of an attribute, or of the URI beside it (`role`, `roleuri`); None without either.

        The scheme is the alias that IPTC's catalog has for it, else its
        address; one that no catalog at hand knows stays the alias that it is.
        """
        plain, address = (
            (element.get("qcode"), element.get("uri"))
            if name == "qcode"
            else (
                element.get(name),
                element.get(f"{name}uri"),
            )
        )
        if plain and ":" in plain:
            return self.of_qcode(plain.strip())
        if address and address.strip():
            return of_address(address.strip())
        return (None, plain.strip()) if plain and plain.strip() else None

    def of_qcode(self, qcode: str) -> tuple[str | None, str]:
        """Return scheme and code of `alias:code`."""
        alias, _, code = qcode.partition(":")
        scheme = self.scheme_of(alias)
        if scheme is None:
            self._unknown[alias] = None
            return alias or None, code
        return ALIASES.get(scheme, scheme), code

    def tell(self, context: Context) -> None:
        """Say which aliases no catalog at hand knows."""
        if self.dialect:
            context.notice("dialect-applied", dialect=self.dialect.name)
        if self._unknown:
            context.notice("alias-unknown", aliases=", ".join(filter(None, self._unknown)))

    def field_of(self, element: _Element) -> str | None:
        """Return the field that the role of an element stands for in the item's dialect, or None."""
        return dict(self.dialect.roles).get(element.get("role") or "") if self.dialect else None

    def kind_of(self, element: _Element) -> str | None:
        """Return the kind of entity that the type of a subject stands for in the item's dialect, or None."""
        return dict(self.dialect.entities).get(element.get("type") or "") if self.dialect else None

    def is_code(self, element: _Element, name: str, scheme: str, *codes: str) -> bool:
        """Return whether the attribute says one of the codes of IPTC's scheme called so."""
        found = self.split(element, name)
        return found is not None and found[0] == scheme and found[1] in codes


def of_address(address: str) -> tuple[str | None, str]:
    """Return scheme and code of an address: split where its last part begins, as IPTC's are."""
    known = shortened(address)
    if known is not None:
        return known
    found = re.fullmatch(r"(.*[/#:])([^/#:\s]+)", address)
    return (found[1], found[2]) if found else (None, address)


def ours(address: str | None, path: str) -> str | None:
    """Return the word of a URI of our own namespace below a path, `headline/sub` → `sub`; None for any other."""
    prefix = f"{OURS}{path}/"
    if not address or not address.startswith(prefix):
        return None
    from urllib.parse import unquote

    return unquote(address.removeprefix(prefix))


def _providers(item: _Element) -> Iterator[str]:
    """Yield by what the item's provider is known."""
    for provider in item.iterfind("{*}itemMeta/{*}provider"):
        yield from (value for name in ("qcode", "uri", "literal") if (value := provider.get(name)))


def _scopes(item: _Element) -> list[_Element]:
    """Return the elements whose catalogs hold for the item: itself, and the header of the message around it."""
    scopes = [item]
    above = item.getparent()
    message = above.getparent() if above is not None else None
    if message is not None:
        scopes += [child for child in message if local(child) == "header"]
    return scopes
