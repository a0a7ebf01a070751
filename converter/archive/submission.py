"""A submission: the bytes that came in and what the caller said of them, so that the same one is known again."""

from __future__ import annotations

from converter.conversion.provenance import holdable
from converter.core.values import Value
from converter.io.hash import sha256

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.archive.events import Event
    from converter.conversion.pipeline import Plan

_GIVEN = "given."
PURGED = "purged"
"""The fact of an ingestion whose version was purged: its bytes must not come back."""


class Submission(Value):
    """What was submitted."""

    name: str
    """The file's name, as XML and JSON can hold it."""
    sha256: str
    """Of its bytes."""
    given: tuple[tuple[str, str], ...] = ()
    """What the caller said of it: names such as `meta.headline`, by name, and texts, those of one name in order."""
    is_purged: bool = False
    """Whether the version that was made of it was purged; then nothing but the digest is known."""

    def facts(self) -> tuple[tuple[str, str], ...]:
        """Return the facts by which the ingestion event holds the submission; the digest is in its parts."""
        return ("name", self.name), *((_GIVEN + name, text) for name, text in self.given)

    def is_same(self, other: Submission) -> bool:
        """Return whether these are the same bytes with the same values, under whatever name."""
        return self.sha256 == other.sha256 and self.given == other.given

    def value(self, key: str) -> str | None:
        """Return what the caller gave for a field, by `--meta` or else in a sidecar."""
        given = dict(self.given)
        return given.get(f"meta.{key}", given.get(f"sidecar.{key}"))


def submission_of(plan: Plan) -> Submission:
    """Return what the plan submits."""
    given = [("reader", plan.reader), ("media-type", plan.media_type), ("charset", plan.charset)]
    for reader, options in plan.reader_options:
        defaults = type(options)._defaults
        given += (
            (f"set.{reader}.{field}", repr(setting))
            for field in type(options)._fields
            if (setting := getattr(options, field)) != defaults.get(field)
        )
    given += ((f"sidecar.{key}", text) for key, text in plan.sidecar)
    given += ((f"meta.{key}", text) for key, text in plan.meta)
    return Submission(
        holdable(plan.name),
        sha256(plan.source).hexdigest(),
        tuple(
            (holdable(name), holdable(text))
            for name, text in sorted(given, key=lambda item: item[0])
            if text is not None
        ),
    )


def submission_from(event: Event) -> Submission:
    """Return the submission that an ingestion event holds; one of another program's event has no digest."""
    return Submission(
        event.fact("name") or "",
        next((part.sha256 for part in event.parts if part.role == "source"), ""),
        tuple((name.removeprefix(_GIVEN), text) for name, text in event.facts if name.startswith(_GIVEN)),
        event.fact(PURGED) is not None,
    )
