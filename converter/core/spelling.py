"""Spelling: how an error names what a caller gives, `meta={"lang": "en"}` in Python and `--meta lang=en` in a shell.

What raises an error does not know who called. So its words are Python's, where an exception is read as it is, and
carry the shell's with them; the command line takes those where it prints an error or keeps it
(`docs/decisions/0102-an-error-is-spelt-for-its-reader.md`).
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class Spelt(str):
    """Words as a caller in Python reads them; `shell` has them as the command line says it.

    `+` keeps both. An f-string keeps Python's only, so words that name an argument are added, not filled in.
    """

    __slots__ = ("shell", "write")

    shell: str
    write: str
    """The same for a caller of `write`, which takes an article and no metadata."""

    def __new__(cls, call: str, shell: str, write: str | None = None) -> Spelt:
        made = super().__new__(cls, call)
        made.shell = shell
        made.write = call if write is None else write
        return made

    def __getnewargs__(self) -> tuple[str, ...]:  # type: ignore[override]
        return str(self), self.shell, self.write

    def __add__(self, after: str) -> Spelt:
        return Spelt(str.__add__(self, after), self.shell + in_shell(after), self.write + in_write(after))

    def __radd__(self, before: str) -> Spelt:
        return Spelt(str.__add__(before, self), in_shell(before) + self.shell, in_write(before) + self.write)


META = Spelt("meta", "--meta")
SETTINGS = Spelt("settings", "--set")
TO = Spelt("to", "--to")
OUTPUT = Spelt("output", "-o")
ARCHIVE = Spelt("archive", "--archive")
COLLECTION = Spelt("collection", "--identity path")
INCLUDE = Spelt("include", "--include")
EXCLUDE = Spelt("exclude", "--exclude")
BY = Spelt("by", "--by")
CATALOGUE = Spelt("catalogue", "--catalogue")
KEEP_RENDITIONS = Spelt("keep_renditions=True", "--keep-renditions")
EPOCH = Spelt("", ", or set SOURCE_DATE_EPOCH")
"""The environment is asked on the command line only."""


def meant(name: str, names: Iterable[str], otherwise: str, likely: Iterable[str] = ()) -> str:
    """Return the hint for a name that there is not: what it is likely to mean, or is nearest to, then where all are."""
    from difflib import get_close_matches

    near = list(likely) or get_close_matches(name, list(names), n=3)
    return f"did you mean {' or '.join(near)}? {otherwise}" if near else otherwise


def in_shell(words: str) -> str:
    """Return the words as the command line says them."""
    return words.shell if isinstance(words, Spelt) else words


def in_write(words: str) -> str:
    """Return the words as a caller of `write` reads them."""
    return words.write if isinstance(words, Spelt) else words


def meta(key: str, text: str | None = "…") -> Spelt:
    """Return the name of a metadata field, with its value unless that is None."""
    if text is None:
        return Spelt(f"meta[{key!r}]", f"--meta {key}")
    value = _quoted(text)
    given = f'meta={{"{key}": {value}}}'
    write = f"read(…, {given})"
    if key in ("version_created", "first_created"):
        write = f"record=Record({key}={value})"
    elif key == "guid":
        write = f"article.replace(guid={value})"
    return Spelt(given, f"--meta {key}={text}", write)


def setting(name: str, text: str | None = "…") -> Spelt:
    """Return the name of an option, `pdf.paper`, with its value unless that is None."""
    if text is None:
        return Spelt(f"settings[{name!r}]", f"--set {name}")
    return Spelt(f'settings={{"{name}": {_quoted(text)}}}', f"--set {name}={text}")


def limit(name: str, amount: int, in_units: str) -> Spelt:
    """Return a limit with what it is to be raised to, which `--limit` takes in units: `4K`."""
    return Spelt(f"limits=Limits({name}={amount})", f"--limit {name}={in_units}")


def _quoted(text: str) -> str:
    return text if text == "…" else f'"{text}"'
