"""What can be wrong with a bag: each finding has a stable code, its place and words.

Three kinds: *invalid* bags break the standard; *refused* ones keep it, but we
do not take them in; a *warning* keeps nobody from anything.
"""

from __future__ import annotations

from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    Kind: TypeAlias = Literal["invalid", "refused", "warning"]


class Entry(Value):
    """What a code means."""

    kind: Kind
    """In version 1.0; what older ones let pass may be another kind there."""
    words: str
    """One line with `{fact}` places."""
    meaning: str
    """For `convert explain`: why it matters, and what to do about it."""


CODES: dict[str, Entry] = {
    "bag-declaration-missing": Entry(
        "invalid",
        "there is no bagit.txt, so this is no bag",
        "A bag's folder has a file bagit.txt. Name the bag's own folder, or the package that holds it.",
    ),
    "bag-declaration-malformed": Entry(
        "invalid",
        "is not the two lines that the standard asks for: {what}",
        "bagit.txt says the version and the encoding, a line each (RFC 8493 §2.1.1). Without it nothing of "
        "the bag can be understood. Ask the sender.",
    ),
    "bag-declaration-bom": Entry(
        "invalid",
        "begins with a byte-order mark",
        "RFC 8493 §2.1.1 forbids the mark. Some editors add it; make the bag again without.",
    ),
    "bag-declaration-loose": Entry(
        "invalid",
        "has loose white space: {line}",
        "The two lines of bagit.txt have exactly one space, behind the colon. In versions before 1.0 the "
        "standard lets it pass, and we do not.",
    ),
    "bag-version-unknown": Entry(
        "invalid",
        "is of version {version}, and known are 0.93 to 1.0",
        "Bags are read from version 0.93 to 1.0, the last.",
    ),
    "bag-encoding-unknown": Entry(
        "invalid",
        "names the encoding {encoding}, which is not known",
        "The other tag files cannot be read without their encoding. UTF-8 is what everybody writes.",
    ),
    "bag-tag-file-malformed": Entry(
        "invalid",
        "line {line} is not as the standard has it: {what}",
        "The line was passed over, so the bag does not prove what it holds. Ask the sender.",
    ),
    "bag-tag-file-encoding": Entry(
        "invalid",
        "is not in the encoding {encoding} that bagit.txt names",
        "The file was written in another encoding than bagit.txt says, or is damaged.",
    ),
    "bag-metadata-repeated": Entry(
        "invalid",
        "{label} stands in it more than once",
        "What is counted can be said once only. In versions before 1.0 it is a warning.",
    ),
    "bag-payload-missing": Entry(
        "invalid",
        "there is no folder data",
        "What a bag carries lies in a folder data, which must not be a link.",
    ),
    "bag-manifest-missing": Entry(
        "invalid",
        "there is no payload manifest of a known algorithm",
        "Without a payload manifest nothing of the bag can be checked. Known algorithms: MD5, SHA-1, SHA-2, SHA-3.",
    ),
    "bag-algorithm-unknown": Entry(
        "warning",
        "is of the algorithm {algorithm}, which is not known",
        "The manifest was passed over; the others are checked.",
    ),
    "bag-path-unsafe": Entry(
        "invalid",
        "names {path}, which {why}",
        "A path of a bag is relative and stays in the bag. One that does not may be an attack: nothing "
        "outside of the bag is ever opened.",
    ),
    "bag-path-outside": Entry(
        "invalid",
        "names {path}, which is not {where}",
        "Payload manifests name what lies in data, tag manifests everything else.",
    ),
    "bag-path-with-dot": Entry(
        "warning",
        "names {path} with a leading ./",
        "The standard's own tools do not write it; it is taken for the path without.",
    ),
    "bag-path-with-star": Entry(
        "warning",
        "names {path} with a star, as md5sum writes it",
        "md5sum and its kin mark binary files so; it is taken for the path without.",
    ),
    "bag-listed-twice": Entry(
        "invalid",
        "names {path} twice",
        "Each file stands once in a manifest. In versions before 1.0 it is a warning when the digests are the same.",
    ),
    "bag-listed-with-two-digests": Entry(
        "invalid",
        "names {path} twice, with different digests",
        "One of the two digests is wrong, and nobody can tell which.",
    ),
    "bag-manifests-differ": Entry(
        "invalid",
        "is in {listed} and not in {missing}",
        "Every payload manifest lists every file (RFC 8493 §2.1.3). In versions before 1.0 the standard lets "
        "it pass, and we do not.",
    ),
    "bag-file-missing": Entry(
        "invalid",
        "is named in {manifest} and not there",
        "The bag is not whole: the file was lost on the way, or never sent.",
    ),
    "bag-file-unlisted": Entry(
        "invalid",
        "is in no payload manifest",
        "A file that no manifest names is nothing that the sender vouches for.",
    ),
    "bag-digest-differs": Entry(
        "invalid",
        "is not what {manifest} says: {found} instead of {expected}",
        "The file was changed on the way, or is damaged. Ask for the bag again.",
    ),
    "bag-oxum-differs": Entry(
        "invalid",
        "says {said} of the payload, which has {found} (bytes.files)",
        "Payload-Oxum counts bytes and files of the payload: something is missing or too much.",
    ),
    "bag-oxum-malformed": Entry(
        "invalid",
        "says {said}, which is no count of bytes and files",
        "Payload-Oxum is two numbers with a full stop between them (RFC 8493 §2.2.2).",
    ),
    "bag-link": Entry(
        "invalid",
        "is a link",
        "A link may lead anywhere. It is never followed.",
    ),
    "bag-special-file": Entry(
        "invalid",
        "is neither file nor folder",
        "A pipe or a device is nothing that a bag can carry. It is never opened.",
    ),
    "bag-fetch-listed": Entry(
        "refused",
        "asks for files from elsewhere, and nothing is ever fetched",
        "fetch.txt names files that whoever receives the bag should fetch (RFC 8493 §2.2.3). Nothing is ever "
        "fetched here: complete the bag, and take fetch.txt out of it and of the tag manifests.",
    ),
    "bag-fetch-unlisted": Entry(
        "invalid",
        "names {path}, which is in no payload manifest",
        "What is to be fetched must be in a payload manifest, or it could not be checked.",
    ),
    "bag-name-twins": Entry(
        "refused",
        "is the same name as {other} where case or composed characters do not count",
        "On some file systems the two are one file, and one would replace the other. Rename one and make the "
        "bag again.",
    ),
    "bag-system-file": Entry(
        "warning",
        "is a file that an operating system leaves behind",
        "macOS and Windows leave such files in every folder. It is taken for a file like any other, but never"
        " for a story.",
    ),
    "bag-system-file-missing": Entry(
        "warning",
        "is an empty file that an operating system left behind, and is not there",
        "Its digest is that of no bytes, so nothing is lost.",
    ),
    "bag-unreadable": Entry(
        "invalid",
        "cannot be read: {reason}",
        "The disk, the package or the permissions do not let it be read.",
    ),
}
"""Codes are public: never renamed, never used again for something else."""


class Finding(Value):
    """One thing that is wrong with a bag."""

    code: str
    """A key of `CODES`."""
    path: str
    """The file of the bag that it is about."""
    kind: Kind
    facts: tuple[tuple[str, str], ...] = ()

    @property
    def words(self) -> str:
        """Return the finding in plain words, facts filled in."""
        facts = dict(self.facts)
        pieces = (piece.partition("}") for piece in CODES[self.code].words.split("{"))
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


def finding(code: str, path: str, kind: Kind | None = None, /, **facts: object) -> Finding:
    """Return the finding, of the code's own kind unless another is given; facts become text."""
    texts = tuple((name, str(value)) for name, value in facts.items())
    return Finding(code, path, kind or CODES[code].kind, texts)
