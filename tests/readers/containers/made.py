"""Packages made by the standard library's own writers, and by hand where those would refuse."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Iterable
from typing import BinaryIO

from converter.core.limits import Limits
from converter.formats.own import CONTAINERS
from converter.formats.records import Context, Member, Source
from converter.formats.registry import load

STORY = b"The bridge is open again, the port said on Wednesday.\n"


def members(name: str, content: bytes | BinaryIO, limits: Limits | None = None) -> list[Member]:
    """Return the members of a container."""
    (record,) = (record for record in CONTAINERS if record.name == name)
    stream = io.BytesIO(content) if isinstance(content, bytes) else content
    return list(load(record.function)(stream, load(record.options)(), Context(Source("x"), limits=limits)))


def zipped(files: Iterable[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a ZIP package of these files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as package:
        for name, content in files:
            package.writestr(zipfile.ZipInfo(name), content, method)
    return made.getvalue()


def tarred(files: Iterable[tuple[str, bytes]], how: str = "w") -> bytes:
    """Return a tar package of these files; `how` is `w`, `w:gz`, `w:bz2` or `w:xz`."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode=how) as package:  # type: ignore[call-overload]
        for name, content in files:
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            package.addfile(entry, io.BytesIO(content))
    return made.getvalue()


def message(subject: str, text: str, *, number: int = 1, more: str = "") -> bytes:
    """Return a message as it stands in a mailbox."""
    return (
        f"From ann@example.com Wed May  3 10:00:00 2023\n"
        f"From: Ann Example <ann@example.com>\nSubject: {subject}\nDate: Wed, 03 May 2023 10:00:00 +0200\n"
        f"Message-ID: <{number}@example.com>\n{more}\n{text}\n\n"
    ).encode()
