"""What can be wrong with a bag: each finding has a stable code, its place and words.

Three kinds: *invalid* bags break the standard; *refused* ones keep it, but we
do not take them in; a *warning* keeps nobody from anything.
"""

from __future__ import annotations

from converter.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    Kind: TypeAlias = Literal["invalid", "refused", "warning"]

CODES: dict[str, str] = {
    "declaration-missing": "there is no bagit.txt, so this is no bag",
    "declaration-malformed": "is not the two lines that the standard asks for: {what}",
    "declaration-bom": "begins with a byte-order mark",
    "declaration-loose": "has loose white space: {line}",
    "version-unknown": "is of version {version}, and known are 0.93 to 1.0",
    "encoding-unknown": "names the encoding {encoding}, which is not known",
    "tag-file-malformed": "line {line} is not as the standard has it: {what}",
    "tag-file-encoding": "is not in the encoding {encoding} that bagit.txt names",
    "metadata-repeated": "{label} stands in it more than once",
    "payload-missing": "there is no folder data",
    "manifest-missing": "there is no payload manifest of a known algorithm",
    "algorithm-unknown": "is of the algorithm {algorithm}, which is not known",
    "path-unsafe": "names {path}, which {why}",
    "path-outside": "names {path}, which is not {where}",
    "path-with-dot": "names {path} with a leading ./",
    "path-with-star": "names {path} with a star, as md5sum writes it",
    "listed-twice": "names {path} twice",
    "listed-with-two-digests": "names {path} twice, with different digests",
    "manifests-differ": "is in {listed} and not in {missing}",
    "file-missing": "is named in {manifest} and not there",
    "file-unlisted": "is in no payload manifest",
    "digest-differs": "is not what {manifest} says: {found} instead of {expected}",
    "oxum-differs": "says {said} of the payload, which has {found} (bytes.files)",
    "oxum-malformed": "says {said}, which is no count of bytes and files",
    "link": "is a link",
    "special-file": "is neither file nor folder",
    "fetch-listed": "asks for files from elsewhere, and nothing is ever fetched",
    "fetch-unlisted": "names {path}, which is in no payload manifest",
    "name-twins": "is the same name as {other} where case or composed characters do not count",
    "system-file": "is a file that an operating system leaves behind",
    "system-file-missing": "is an empty file that an operating system left behind, and is not there",
    "unreadable": "cannot be read: {reason}",
}
"""Code → words with `{fact}` places. Codes are public: never renamed, never used again for something else."""


class Finding(Value):
    """One thing that is wrong with a bag."""

    code: str
    """A key of `CODES`."""
    path: str
    """The file of the bag that it is about."""
    kind: Kind = "invalid"
    facts: tuple[tuple[str, str], ...] = ()

    @property
    def words(self) -> str:
        """Return the finding in plain words, facts filled in."""
        facts = dict(self.facts)
        pieces = (piece.partition("}") for piece in CODES[self.code].split("{"))
        return "".join(facts.get(name, f"{{{name}}}") + rest if brace else name for name, brace, rest in pieces)

    def __str__(self) -> str:
        return f"{self.path}: {self.words}"

    def record(self) -> dict[str, object]:
        """Return the finding for JSON."""
        return {
            "code": self.code,
            "kind": self.kind,
            "path": self.path,
            "facts": dict(self.facts),
            "words": self.words,
        }


def finding(code: str, path: str, kind: Kind = "invalid", /, **facts: object) -> Finding:
    """Return the finding; facts become text."""
    assert code in CODES
    return Finding(code, path, kind, tuple((name, str(value)) for name, value in facts.items()))
