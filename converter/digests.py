"""SHA-256, by the interpreter's own code where it has some.

`hashlib` loads OpenSSL, which costs a cold command 2 ms
(`docs/decisions/0006-lean-imports.md`). The standard library's `random` does
the same. The values are the same; only files of hundreds of megabytes would
be faster with OpenSSL.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from hashlib import sha256
else:
    try:
        from _sha2 import sha256  # Python 3.12 and later.
    except ImportError:
        try:
            from _sha256 import sha256
        except ImportError:  # An interpreter that has OpenSSL's only.
            from hashlib import sha256

__all__ = ["of_words", "sha256"]


def of_words(text: str) -> str:
    """Return the SHA-256, in hexadecimal, of the text without its white space: how it is set changes nothing."""
    return sha256("".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()
