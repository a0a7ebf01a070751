"""Quarantine: a copy of each input that could not be read or was not valid, with the reason in words.

quarantine/feed-3-5f0c…/feed-3.txt      the bytes as they were found, where they could be read
quarantine/feed-3-5f0c…/feed-3.yaml     its sidecar, where there is one
quarantine/feed-3-5f0c…/reason.json     where it came from, what is wrong, and the way out
"""

from __future__ import annotations

import json
import os

from converter.batches.job import Input
from converter.conversion.source_files import is_beside, read_source, sidecars_of
from converter.core.errors import ConverterError
from converter.formats.registry import all_containers
from converter.io.atomic import place
from converter.io.hash import sha256
from converter.io.visible import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

    from converter.batches.job import Job, Made, Outcome, Reason
    from converter.batches.state import Keeper
    from converter.core.limits import Limits

REASON = "reason.json"
_MOST_OF_A_REASON = 1 << 20
_MOST_BYTES = 100
"""Of a name in quarantine; what it is called in truth is in its reason."""


def name_of(outcome: Outcome) -> str:
    """Return the name of an input's folder in quarantine: always the same for the same input with the same bytes."""
    key = "\0".join((outcome.input.folder, outcome.input.path, outcome.sha256))
    return f"{_plain(outcome.input.path)}-{sha256(key.encode('utf-8', 'surrogateescape')).hexdigest()[:12]}"


def set_aside(made: Made, limits: Limits, keeper: Keeper) -> Outcome:
    """Keep an input's bytes, if they can be read within the limits, and the reason; return the outcome.

    It then says which bytes they are also where a worker died of them and could not.
    """
    outcome = made.outcome
    content = made.source if outcome.input.within else _content(outcome.input, limits)
    if content and not outcome.sha256:
        outcome = outcome.replace(sha256=sha256(content).hexdigest())
    sidecars = made.beside if outcome.input.within else _sidecars(outcome.input, limits)
    keeper.set_aside(name_of(outcome), _files(outcome, content or None, sidecars, made.ending))
    return outcome


def known_again(job: Job, made: Made) -> Made:
    """Return what came of a job as an earlier run has settled it, where that refused it for the same.

    A worker knows an input again by its bytes when it has read them as a source. An empty file, a damaged package and
    a file over a limit are refused before that, so every run looks at them; what is wrong is not said again, and the
    copy stays, as long as the bytes of that are those of the file. With a sidecar it is another matter: it is part of
    the input, and nobody has noted what it said.
    """
    before, outcome, source = job.before, made.outcome, job.input
    if before is None or job.again or source.within or source.instead or outcome.sha256 or outcome.reason is None:
        return made
    is_same = before.status == outcome.status == "quarantined" and before.reason == outcome.reason
    if not is_same or before.sidecar or sidecars_of(source.file):
        return made
    if before.sha256 and _digest(source.file) != before.sha256:
        return made
    return made.replace(outcome=outcome.replace(sha256=before.sha256, earlier=True))


def say_anew(outcome: Outcome) -> Outcome:
    """Say in its `reason.json` why a copy that somebody has mended is refused again; return the outcome.

    The copy stays as it is. Raises CannotWrite.
    """
    reason = outcome.reason
    path = os.path.join(os.path.dirname(outcome.input.instead), REASON)
    record = _record(path)
    if reason is not None and record is not None:
        place([(path, _as_json({**record, **_said(outcome, reason)}))], force=True)
    return outcome


def is_mended(folder: str) -> bool:
    """Return whether a person has changed what lies in a folder of quarantine: then it is theirs."""
    record = _record(os.path.join(folder, REASON))
    return record is not None and any(
        _digest(os.path.join(folder, os.path.basename(name))) not in (digest, None)
        for name, digest in _kept(record).items()
    )


def _record(path: str) -> dict[str, Any] | None:
    try:
        with open(path, "rb") as file:
            record = json.loads(file.read(_MOST_OF_A_REASON))
    except (OSError, ValueError):
        return None
    return record if isinstance(record, dict) else None


def _kept(record: Mapping[str, Any]) -> dict[str, str]:
    """Return name → SHA-256 of what lies beside a reason, as it was put there."""
    copy, sidecars = record.get("copy", ""), record.get("sidecars", {})
    return {**({copy: record.get("copy_sha256", "")} if copy else {}), **sidecars}


def _said(outcome: Outcome, reason: Reason) -> dict[str, Any]:
    """Return what a record says of what is wrong, in the words of the command line."""
    reason = reason.in_shell()
    return {
        "what": reason.what,
        "where": reason.where,
        "hint": reason.hint,
        "exit_code": reason.exit_code,
        "words": f"{visible(outcome.input.name)}: {visible(str(reason))}",
    }


def _as_json(record: Mapping[str, Any]) -> bytes:
    return (json.dumps(record, indent=1) + "\n").encode("ascii")


def _content(source: Input, limits: Limits) -> bytes | None:
    try:
        return read_source(source.file, limits)[0]
    except ConverterError:  # Then the reason is that it cannot be read.
        return None


def _sidecars(source: Input, limits: Limits) -> list[tuple[str, bytes]]:
    """Return extension and content of what lies beside an input and says more of it: the fault may be there."""
    found = []
    for path in sidecars_of(source.file):
        try:
            if is_beside(path, source.file):
                found.append((os.path.splitext(path)[1], read_source(path, limits)[0]))
        except ConverterError:
            continue
    return found


def _files(
    outcome: Outcome, content: bytes | None, sidecars: Iterable[tuple[str, bytes]], ending: str
) -> list[tuple[str, bytes]]:
    reason = outcome.reason
    assert reason is not None
    source = outcome.input
    record: dict[str, Any] = {
        "folder": source.folder,
        "path": source.path,
        "within": source.within,
        "kind": source.kind,
        "container": source.container,
        "index": source.index,
        "sha256": outcome.sha256,
        **_said(outcome, reason),
    }
    files: list[tuple[str, bytes]] = []
    if content is not None:
        name = _plain(source.path)
        if ending and not name.endswith(ending):
            name += ending
        record["copy"] = name
        record["copy_sha256"] = sha256(content).hexdigest()
        files.append((name, content))
        beside = [(os.path.splitext(name)[0] + end, content) for end, content in sidecars]
        record["sidecars"] = {name: sha256(content).hexdigest() for name, content in beside}
        files += beside
    files.append((REASON, _as_json(record)))
    return files


def inputs(keeper: Keeper) -> Iterator[Input]:
    """Yield the inputs that lie in quarantine.

    The bytes are those in their own place; the copy's where they are gone, or
    where somebody has mended the copy.
    """
    for folder, content in keeper.quarantined():
        try:
            record = json.loads(content)
            found = Input(record["folder"], record["path"], record["path"], is_named=True)
            copy = record.get("copy", "")
            kept = _kept(record)
        except (ValueError, KeyError, TypeError, AttributeError):
            continue
        beside = os.path.join(folder, os.path.basename(copy)) if copy else ""
        place_in = {name: record.get(name, "") for name in ("within", "kind", "container")}
        original = found.replace(**place_in, index=record.get("index", 0))
        is_better = beside and _is_better(folder, beside, kept, original.file)
        if not is_better:
            yield original
        elif original.within and copy.endswith(_endings(original.kind)):  # A record, and to be read as one.
            yield original.replace(instead=beside, index=0)
        else:
            yield found.replace(instead=beside)


def _endings(kind: str) -> tuple[str, ...]:
    """Return the extensions of a container's format."""
    return next((record.extensions for record in all_containers() if record.name == kind), ())


def _is_better(folder: str, copy: str, kept: Mapping[str, str], original: str) -> bool:
    """Return whether to read the copy: it was mended, or its sidecar was, or the original is gone."""
    if not os.path.isfile(copy):
        return False
    is_mended = any(_digest(os.path.join(folder, os.path.basename(name))) != digest for name, digest in kept.items())
    return is_mended or not os.path.exists(original)


def _digest(path: str) -> str | None:
    """Return the SHA-256 of a file; None for one that is gone or cannot be read."""
    made = sha256()
    try:
        with open(path, "rb") as file:
            while piece := file.read(1 << 20):
                made.update(piece)
    except OSError:
        return None
    return made.hexdigest()


def _plain(path: str) -> str:
    """Return the last part of a path as a name that any tool can handle."""
    name = "".join(
        character if character.isprintable() and character not in '\\/:*?"<>|' else "_"
        for character in os.path.basename(path)
    ).lstrip(".")
    stem, ending = os.path.splitext(name)
    return os.fsdecode(stem.encode()[: _MOST_BYTES - len(ending.encode())]).encode("utf-8", "ignore").decode() + ending
