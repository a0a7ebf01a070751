"""Who does something to a story: a person that the caller names, and always this program."""

from __future__ import annotations

import re

from converter.archive.events import Agent
from converter.archive.inventory import User
from converter.core.errors import UsageError
from converter.core.spelling import BY, Spelt
from converter.core.version import NAME, VERSION
from converter.model.checks import is_xml_text

PROGRAM = User(NAME, "urn:converter:program")
"""Whom an inventory names when nobody is given; OCFL wants an address that is a URI (W008)."""
NAMED = Spelt('by="Ann Example <ann@example.com>"', '--by "Ann Example <ann@example.com>"')


def user_from(text: str) -> User:
    """Return the user of `Ann Example <ann@example.com>`; the address may be any IRI. Raises UsageError."""
    name, bracket, rest = text.rpartition("<")
    address = rest.removesuffix(">").strip()
    is_one = name.strip() and bracket and rest.endswith(">") and address and is_xml_text(text)
    if not is_one or re.search(r"[\s<>]", address):
        raise UsageError(f"{text!r} names nobody", where=BY, hint="write " + NAMED)
    return User(" ".join(name.split()), address if ":" in address else f"mailto:{address}")


def agents(by: User) -> tuple[Agent, ...]:
    """Return the agents of an act of the user: the person, if it is one, and the program."""
    program = Agent(NAME, "software", VERSION)
    return (
        (program,) if by == PROGRAM else (Agent(f"{by.name} <{by.address.removeprefix('mailto:')}>", "person"), program)
    )
