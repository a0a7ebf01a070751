"""Paths as a bag has them: which are safe, how they are written in a manifest, where an object lies in the payload."""

from __future__ import annotations

import re
import unicodedata

from converter.io.hash import sha256

PAYLOAD = "data/"

_DRIVE = re.compile(r"[A-Za-z]:")
_ENCODED = re.compile("%(25|0[AaDd])")
_ENCODE = {"%": "%25", "\r": "%0D", "\n": "%0A"}

_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-._")
_LONGEST_FOLDER = 120


def unsafe(path: str) -> str:
    """Return why a path must never be followed, in words, or nothing (RFC 8493 §5.2, threats page §7)."""
    if path.startswith(("/", "\\")):
        return "is absolute"
    if path.startswith("~"):
        return "begins with the shortcut of a home folder"
    if _DRIVE.match(path):
        return "names a drive"
    segments = re.split(r"[/\\]", path)
    if ".." in segments:
        return "leads out of its folder"
    if "." in segments or "" in segments:
        return "is not normal"
    if "\0" in path:
        return "holds a NUL"
    return ""


def encode(path: str) -> str:
    """Return the path as a manifest of version 1.0 has it: `%`, CR and LF encoded (RFC 8493 §2.1.3)."""
    return "".join(_ENCODE.get(each, each) for each in path)


def decode(path: str) -> str:
    """Return the path of a manifest of version 1.0; other percent signs stand for themselves."""
    return _ENCODED.sub(lambda found: chr(int(found[1], 16)), path)


def twin_key(path: str) -> str:
    """Return what two names share that some file systems hold to be one: NFC, without case."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def folder_of(id: str) -> str:
    """Return the one folder name of an object: readable, at most 180 bytes, no twin of any other id's.

    Lower-case letters, digits, `-`, `.` and `_` stand for themselves, every
    other byte is `=xx`, and sixteen digits of the id's SHA-256 end it. A
    percent sign would have to be encoded again in a manifest, and bagit 1.9.0
    does not undo that.
    """
    content = id.encode("utf-8", "surrogatepass")
    plain = "".join(chr(byte) if chr(byte) in _PLAIN else f"={byte:02x}" for byte in content)
    short = re.sub("=[0-9a-f]?$", "", plain[:_LONGEST_FOLDER])
    return f"{short}-{sha256(content).hexdigest()[:16]}"
