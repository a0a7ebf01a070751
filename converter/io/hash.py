"""SHA-256, by the interpreter's own code where it has some.

`hashlib` loads OpenSSL, which costs a cold command 2 ms
(`docs/decisions/0006-lean-imports.md`). The standard library's `random` does
the same. The values are the same; OpenSSL is seven times faster on a
processor with instructions for it, so a process that makes many `hasten`s.
"""

from __future__ import annotations

from converter.io.utf8 import beyond_ascii, encoded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from hashlib import _Hash
    from hashlib import sha256 as _sha256
else:
    try:
        from _sha2 import sha256 as _sha256  # Python 3.12 and later.
    except ImportError:
        try:
            from _sha256 import sha256 as _sha256
        except ImportError:  # An interpreter that has OpenSSL's only.
            from hashlib import sha256 as _sha256

__all__ = ["hasten", "of_words", "sha256"]

_new: Callable[[bytes], _Hash] = _sha256


def sha256(content: bytes = b"") -> _Hash:
    """Return the SHA-256 of the bytes, to which `update` adds more, as `hashlib.sha256` does."""
    return _new(content)


def hasten() -> None:
    """Let OpenSSL make all digests of this process from now on."""
    global _new
    from hashlib import sha256 as openssl

    _new = openssl


_SPACES_ASCII = b"\t\n\v\f\r\x1c\x1d\x1e\x1f "


def of_words(text: str) -> str:
    """Return the SHA-256, in hexadecimal, of the text without its white space: how it is set changes nothing."""
    content = encoded(text).translate(None, _SPACES_ASCII)
    for space in filter(str.isspace, set(beyond_ascii(content))):
        content = content.replace(space.encode(), b"")
    return sha256(content).hexdigest()
