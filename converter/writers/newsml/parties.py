"""Persons and organisations in their roles."""

from __future__ import annotations

from converter.io.markup import element, empty, start, text
from converter.newsformats.losses import not_carried
from converter.writers.newsml.codes import in_our_namespace, known_as, one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.formats.records import Context
    from converter.model.head import Party


def party(name: str, who: Party, context: Context, *, literal_has_place: bool = False) -> list[str]:
    """Return the lines of a party as the element `name`: identifier, name, job; none for one without identity.

    G2 has one identifier: beside a URI the literal is lost, and said to be,
    unless the caller has a place for it.
    """
    attributes = known_as(who)
    if not attributes and not who.name.strip():
        return []
    if who.uri and who.literal and not literal_has_place:
        not_carried(context, f"head/party.{who.role}", "Party.literal", who.literal, "newsml")
    inner = [element("name", text(one_line(who.name)))] if who.name.strip() else []
    if who.job:
        inner.append(element("note", text(who.job), ("roleuri", in_our_namespace("party", "job"))))
    if not inner:
        return [empty(name, *attributes)]
    return [start(name, *attributes), *(f"  {line}" for line in inner), f"</{name}>"]
