"""Identity: what names a story over all its versions (`guid`)."""

from __future__ import annotations

from converter.core.errors import ConverterError, UnreadableInput, UsageError
from converter.core.spelling import meta
from converter.io.hash import sha256
from converter.model.checks import is_xml_text, matches
from converter.model.head import AltId

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from converter.formats.records import Context
    from converter.model.article import Article

_EACH_ITS_OWN = "give each its own, in a sidecar beside it"
_UNFIT = "id and authority are parts of an address: without spaces and signs that none has"


def uuid_from(content: bytes) -> str:
    """Return a `urn:uuid:` of version 8 (RFC 9562 §5.8) made from the SHA-256 of the bytes: always the same one."""
    digits = sha256(content).hexdigest()[:32]
    variant = "89ab"[int(digits[16], 16) & 3]
    digits = f"{digits[:12]}8{digits[13:16]}{variant}{digits[17:]}"
    return "urn:uuid:" + "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def require_identity(given: Mapping[str, str]) -> None:
    """Raise UsageError for a guid or an authority of `--meta` that gives no source an identity."""
    guid, authority = given.get("guid"), given.get("authority")
    if authority and not matches("absolute IRI", f"tag:{authority}:x"):
        hint = "write it as " + meta("authority", "example.com,2024")
        raise UsageError(f"{authority!r} is no authority", where=meta("authority", None), hint=hint)
    if guid is None or matches("absolute IRI", guid):
        return
    if authority and not matches("absolute IRI", made := f"tag:{authority}:{guid}"):
        raise UsageError(f"{made!r} is no absolute IRI", where=meta("guid", None), hint=_UNFIT)


def require_no_guid(given: Iterable[tuple[str, str]], many: str, *, sidecar: bool = False) -> None:
    """Raise UsageError for a guid that is given for several stories: each would be the next version of the one before.

    `many` says what holds them: `a batch is of many`. Raises UnreadableInput where `sidecar` gives it.
    """
    if not any(key == "guid" for key, _ in given):
        return
    what = f"a guid names one story, and {many}"
    if sidecar:
        raise UnreadableInput(what, where="sidecar guid", hint=_EACH_ITS_OWN)
    raise UsageError(what, where=meta("guid", None), hint=_EACH_ITS_OWN)


def identified(
    article: Article,
    context: Context,
    *,
    made: str,
    guid: str | None,
    authority: str | None,
    given: str = "meta",
) -> Article:
    """Return the article with a guid: the caller's, else its own, else the one that was made, with a notice.

    A caller's id that is no absolute IRI is kept as an `AltId`, and a guid is
    made from it: a tag URI (RFC 4151) with an authority, else a `urn:uuid:`
    from provider and id. `given` says who gave it: what a sidecar gives is a
    part of the input, so that a wrong one is UnreadableInput; else UsageError.
    """
    if guid is None:
        if article.guid is not None:
            return article
        context.notice("guid-made", "guid", guid=made)
        return article.replace(guid=made)
    if matches("absolute IRI", guid):
        return article.replace(guid=guid)
    providers = article.head.parties_in("provider")
    if authority:
        made = f"tag:{authority}:{guid}"
    elif providers:
        made = uuid_from(f"{providers[0].name}\n{guid}".encode())
    else:
        raise _refused(guid, given)
    if not (matches("absolute IRI", made) and is_xml_text(guid)):
        made = made if authority else guid
        if given == "sidecar":
            raise UnreadableInput(f"{made!r} is no absolute IRI", where="sidecar guid", hint=_UNFIT)
        raise UsageError(f"{made!r} is no absolute IRI", where=meta("guid", None), hint=_UNFIT)
    context.notice("guid-made-from-id", "guid", guid=made, id=guid)
    head = article.head.replace(altids=(*article.head.altids, AltId(guid, given=given)))
    return article.replace(guid=made, head=head)


def _refused(guid: str, given: str) -> ConverterError:
    what = f"{guid!r} is no absolute IRI"
    if given == "sidecar":
        way_out = "add authority: example.com,2024 or provider: … to it, and one is made from it"
        return UnreadableInput(what, where="sidecar guid", hint=way_out)
    way_out = "add " + meta("authority", "example.com,2024") + " or " + meta("provider") + ", and one is made from it"
    return UsageError(what, where=meta("guid", None), hint=way_out)
