"""Members: an input that holds others gives a job for each."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.engine.job import Input, Members
    from converter.pipeline import Plan
    from converter.planning import Request


def find(input: Input, request: Request) -> Members | None:
    """Return what the input holds, or None when it is no container."""
    return None


def plan(input: Input, request: Request) -> Plan:
    """Return the plan for a member."""
    raise NotImplementedError
