"""Findings: what `verify` says of a root or an object that is not as it was stored.

A finding is data (code, path, facts), like a notice; its words are made here,
from one table, so that the command line, JSON, `convert explain CODE` and
`docs/reference/findings.md` say the same. A code is public: it is never
renamed and never used again for something else. Where OCFL 1.1 has a code for
the rule (its validation codes, E001 … and W001 …), it stands beside ours.
"""

from __future__ import annotations

from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Literal, TypeAlias

    Kind: TypeAlias = Literal["error", "warning"]


class Finding(Value):
    """One thing that is not as it must be, or with the kind `warning`, as it should be."""

    code: str
    """A key of `CODES`."""
    path: str
    """Relative to the root, or to the object when only that is verified; empty is the root itself."""
    facts: tuple[tuple[str, str], ...] = ()
    """Names and values, in the order of the names."""
    raised: bool = False
    """Whether a warning counts as an error here: in a root of ours, what OCFL merely advises is what we wrote."""

    @property
    def kind(self) -> Kind:
        """Return `error`, which fails the run, or `warning`."""
        return "error" if self.raised else CODES[self.code].kind

    @property
    def ocfl(self) -> str:
        """Return OCFL's own code for the rule, or nothing where it has none."""
        return CODES[self.code].ocfl

    @property
    def words(self) -> str:
        """Return what is wrong in plain words, facts filled in."""
        facts = dict(self.facts)
        # In one pass: a value from a hostile root may look like a place.
        pieces = (piece.partition("}") for piece in CODES[self.code].words.split("{"))
        return "".join(facts.get(name, f"{{{name}}}") + rest if brace else name for name, brace, rest in pieces)

    def record(self) -> dict[str, Any]:
        """Return the finding as `--json` prints it."""
        return {
            "code": self.code,
            "ocfl": self.ocfl or None,
            "kind": self.kind,
            "path": self.path,
            "words": self.words,
            "facts": dict(self.facts),
        }


def finding(code: str, path: str, **facts: object) -> Finding:
    """Return the finding; facts become text, each of at most 200 characters, and are put in the order of their names.

    A digest is never longer; what is, came from a file that somebody may have made to flood a terminal.
    """
    return Finding(code, path, tuple(sorted((name, _short(value)) for name, value in facts.items())))


def _short(value: object) -> str:
    try:
        text = str(value)
    except RecursionError:  # JSON may be nested as deep as it could be read.
        text = "…"
    return text if len(text) <= 200 else f"{text[:199]}…"


class Entry(Value):
    """What a code means."""

    kind: Kind
    ocfl: str
    """The validation code of OCFL 1.1, or nothing."""
    words: str
    """One line with `{fact}` places."""
    meaning: str
    """For `convert explain`: what it shows, how it can have come about, and what to do about it."""


_RESTORE = "Restore the object from a copy: convert archive repair ROOT --from OTHERROOT."
_MAKER = "The tool that wrote the object broke this rule; tell its makers. The files can still be read."


def _error(ocfl: str, words: str, meaning: str) -> Entry:
    return Entry("error", ocfl, words, meaning)


def _warning(ocfl: str, words: str, meaning: str) -> Entry:
    return Entry("warning", ocfl, words, meaning)


CODES: dict[str, Entry] = {
    # ── the root ──
    "root-declaration-missing": _error(
        "E069",
        "the root has no declaration (a file 0=ocfl_1.1)",
        "Without it no OCFL tool takes the folder for a storage root. A root whose maker died has none yet: "
        "convert archive init finishes it. Else write the file again: its name, its text ocfl_1.1, a line end.",
    ),
    "root-declaration-several": _error(
        "E076", "a second declaration of the root", "A root declares one version of OCFL. Remove the wrong file."
    ),
    "root-declaration-unknown": _error(
        "E079", "declares what is no known version of OCFL", "Known are ocfl_1.0 and ocfl_1.1."
    ),
    "root-declaration-wrong": _error(
        "E080",
        "does not hold the text {wanted}",
        "The declaration must hold what its name says after 0=, and a line end.",
    ),
    "root-entry-extra": _error(
        "",
        "does not belong in the root ({kind})",
        "OCFL lets a root hold other files, but in a root with our ledger everything is known. Somebody put it there; "
        "look at it and take it out.",
    ),
    "root-extension-file": _error(
        "E112", "does not belong in extensions ({kind})", "Only folders named for extensions may lie there."
    ),
    "root-extension-unregistered": _warning(
        "W016", "is no registered extension", "Other tools pass it by. Ours knows the registered ones and its own."
    ),
    "area-entry-extra": _error(
        "",
        "does not belong in the archive's own area ({kind})",
        "Staging, locks, ledger, logs, quarantine and catalogue lie there, and nothing else. Somebody put it there.",
    ),
    "layout-broken": _error(
        "E070",
        "is no layout: {reason}",
        "The file must be a JSON object with the texts extension and description. Without it nobody knows where an "
        "object lies by its id, so places were not checked.",
    ),
    "layout-unknown": _warning(
        "",
        "layout {name} is not known here; places of objects were not checked",
        "The root can be read by walking it, and is not written to.",
    ),
    "layout-config-broken": _error(
        "",
        "is no configuration of {name}: {reason}",
        "The layout's numbers stand there. Restore the file from a copy of the root; objects lie where it says.",
    ),
    "layout-changed": _error(
        "",
        "is not as it was written when the root was made",
        "Layout and configuration never change in the life of a root. Restore the file from a copy.",
    ),
    "hierarchy-file": _error(
        "E072", "lies outside of every object ({kind})", "Between root and objects there are only folders. Take it out."
    ),
    "hierarchy-empty": _error(
        "E073",
        "an empty folder",
        "A writer that died between making the folder and putting the object there leaves one: convert archive repair "
        "removes it. Else an object was removed by hand.",
    ),
    # ── the ledger ──
    "ledger-missing": _error(
        "",
        "the ledger is not there",
        "It is the record of every acknowledged version; without it a deleted object is not noticed. Restore it from a "
        "copy of the root.",
    ),
    "ledger-line-broken": _error(
        "",
        "line {line} is no line of a ledger: {reason}",
        "The ledger was changed. Restore it from a copy.",
    ),
    "ledger-chain-broken": _error(
        "",
        "line {line} does not follow the line before it",
        "A line before it was changed, taken out or put in. Restore the ledger from a copy of the root, and compare.",
    ),
    "ledger-torn": _error(
        "",
        "the last line is not whole",
        "A writer died while it appended; nothing of it was acknowledged. convert archive repair cuts it off.",
    ),
    "log-line-broken": _error(
        "",
        "line {line} is not as it was written",
        "A log of checks or acts was changed. No story depends on it; what the line said is lost, unless a copy of the "
        "root has it.",
    ),
    "event-missing": _error(
        "",
        "the ledger says that {id} {version} was {how}, and no event tells of it",
        "A copy or a packing makes no version: its event stands in the logbook alone. The log was deleted, or a line "
        "of it. The story itself is as it was; who did it, when and where from, only a copy of the root may still say.",
    ),
    "log-torn": _error(
        "", "the last line is not whole", "A writer died while it appended. convert archive repair cuts the line off."
    ),
    "seal-missing": _error(
        "",
        "no line has the hash {seal}",
        "The ledger does not pass through the seal: it was cut, or written anew. What was put since another copy was "
        "made is only there.",
    ),
    # ── objects and the ledger ──
    "object-missing": _error(
        "",
        "the object {id} is not there; the ledger has its {head}",
        f"It was deleted, or moved, by hand or by a failing disk. {_RESTORE}",
    ),
    "packed-missing": _error(
        "",
        "the story {id} was packed, and no pack has it",
        "The pack was deleted or made anew without it. Restore the pack from a copy of the root: "
        "convert archive repair ROOT --from OTHERROOT.",
    ),
    "object-misplaced": _error(
        "",
        "holds the object {id}, whose place is {place}",
        "The folder was moved or copied, or the root's layout was changed. Move it back if its place is empty.",
    ),
    "object-unledgered": _error(
        "",
        "the object {id} is not in the ledger",
        "A writer died between storing and acknowledging it: convert archive repair adopts it. Else the end of the "
        "ledger was cut, or somebody put the object there: compare with a seal.",
    ),
    "object-ahead": _error(
        "",
        "has {head}; the ledger knows {known} as the newest",
        "A writer died between storing and acknowledging it: convert archive repair adopts it. Else the end of the "
        "ledger was cut: compare with a seal.",
    ),
    "object-behind": _error(
        "", "has {head} only; the ledger has {known}", f"The object was rolled back to an older version. {_RESTORE}"
    ),
    "object-forged": _error(
        "",
        "the inventory of {version} is another than was acknowledged: sha512 {found}, acknowledged {wanted}",
        f"Content and digests were changed together: they agree with each other, but not with the ledger. {_RESTORE}",
    ),
    "object-redated": _error(
        "",
        "the ledger says that {version} was put at {found}, its inventory {wanted}",
        "The line of the ledger was changed; the inventory is as it was acknowledged. Restore the ledger from a copy.",
    ),
    "object-returned": _error(
        "",
        "the object {id} is here; the ledger says {how}",
        "It was taken away on purpose, and has come back from a copy or by hand. Take it out again.",
    ),
    # ── the shape of an object ──
    "object-declaration-missing": _error("E003", "the object has no declaration (a file 0=ocfl_object_1.1)", _RESTORE),
    "object-declaration-several": _error("E003", "a second declaration of the object", "Take the wrong one out."),
    "object-declaration-unknown": _error(
        "E006", "declares what is no known version of OCFL", "Known are ocfl_object_1.0 and ocfl_object_1.1."
    ),
    "object-declaration-wrong": _error(
        "E007",
        "does not hold the text {wanted}",
        "The declaration must hold what its name says after 0=, and a line end.",
    ),
    "object-declaration-later": _error(
        "E081",
        "an object of OCFL {version} in a root of {root}",
        "An object is never of a later version than its root.",
    ),
    "object-entry-extra": _error(
        "E001", "does not belong in an object ({kind})", "Somebody put it there. Look at it and take it out."
    ),
    "link": _error(
        "E090",
        "is a link",
        f"A link is no content: what it leads to can change without a trace. {_RESTORE}",
    ),
    "special-file": _error("", "is neither file nor folder", f"A pipe, a device or a socket holds nothing. {_RESTORE}"),
    "version-missing": _error("E010", "the folder of {version} is not there", _RESTORE),
    "version-ahead": _error(
        "E046",
        "a version that the inventory does not have",
        "A writer died while it put that version: convert archive repair finishes it, if it is whole.",
    ),
    "version-file-extra": _error(
        "E015",
        "does not belong in the folder of a version ({kind})",
        "Only inventory, sidecar and content may lie there. Somebody put it there, or the writing tool is at fault.",
    ),
    "version-folder-extra": _warning(
        "W002",
        "a folder of a version beside its content",
        "No inventory speaks of what lies there. In a root with our ledger this is an error.",
    ),
    "version-inventory-missing": _warning(
        "W010",
        "the version has no inventory of its own",
        "It is needed to see, and to repair, what became of the version. In a root with our ledger this is an error.",
    ),
    "content-folder-needless": _warning(
        "W003", "an empty content folder", "A version without files of its own should have none."
    ),
    "folder-empty": _error("E024", "an empty folder", "OCFL keeps files; an empty folder was put there by somebody."),
    "extension-file": _error(
        "E067", "does not belong in extensions ({kind})", "Only folders named for extensions may lie there."
    ),
    "extension-unregistered": _warning("W013", "is no registered extension", "Other tools may not know it."),
    "log-entry-extra": _error(
        "", "does not belong in the object's logs ({kind})", "Only our log of failed checks lies there. Take it out."
    ),
    # ── content ──
    "file-missing": _error("E092", "the file is not there", _RESTORE),
    "file-extra": _error(
        "E023", "is in no manifest ({kind})", "Somebody put it there. No version has it; look at it and take it out."
    ),
    "file-changed": _error(
        "E092", "the bytes are other than were stored: {algorithm} {found}, stored {wanted}", _RESTORE
    ),
    "fixity-changed": _error(
        "E093",
        "the bytes are other than the fixity block says: {algorithm} {found}, stored {wanted}",
        f"When the manifest's digest agrees, the fixity block was wrong from the start. {_RESTORE}",
    ),
    "file-unreadable": _error(
        "", "cannot be read: {reason}", f"The disk, its connection or the rights fail. {_RESTORE}"
    ),
    # ── inventories and their sidecars ──
    "inventory-missing": _error("E063", "the object has no inventory", _RESTORE),
    "inventory-broken": _error("E033", "is no inventory: {reason}", _RESTORE),
    "inventory-differs": _error(
        "E064",
        "differs from the inventory of the newest version, {version}",
        "A writer died between two renames: convert archive repair finishes what it began. Else one of the two was "
        "changed; the one whose sidecar fits, and that the ledger knows, is the right one.",
    ),
    "sidecar-missing": _error("E058", "the sidecar of the inventory is not there", _RESTORE),
    "sidecar-broken": _error("E061", "is no sidecar: a digest, a blank and inventory.json are wanted", _RESTORE),
    "sidecar-differs": _error(
        "E060",
        "the inventory's {algorithm} is {found}, the sidecar says {wanted}",
        "Inventory or sidecar was changed, or a writer died between renaming the two: convert archive repair then "
        f"writes the sidecar. {_RESTORE}",
    ),
    "inventory-key-missing": _error("E036", "lacks {key}", _MAKER),
    "inventory-block-missing": _error("E041", "lacks {key}", _MAKER),
    "inventory-key-unknown": _error("E102", "has {key}, which OCFL does not know", _MAKER),
    "id-wrong": _error("E037", "the id is empty or no text", _MAKER),
    "id-changed": _error("E037", "the id is {found}, in the root inventory {wanted}", _MAKER),
    "id-no-uri": _warning("W005", "the id {id} is no URI", "Outside of this root it may name something else."),
    "type-wrong": _error("E038", "the type {found} is no known version of OCFL's inventory", _MAKER),
    "version-earlier": _error("E103", "is of OCFL {found}, a version before it of {wanted}", _MAKER),
    "algorithm-wrong": _error("E025", "the digest algorithm {found} is not allowed for content", _MAKER),
    "algorithm-weak": _warning("W004", "the digest algorithm is {found}, not sha512", "sha512 is what OCFL advises."),
    "digest-malformed": _error("E025", "{digest} is no digest of {algorithm}", _MAKER),
    "content-directory-wrong": _error("E017", "the content directory is no plain name", _MAKER),
    "content-directory-dots": _error("E018", "the content directory is .. or a single dot", _MAKER),
    "content-directory-changed": _error("E019", "the content directory is {found}, elsewhere {wanted}", _MAKER),
    "head-wrong": _error("E040", "the head is {found}, the newest version {wanted}", _MAKER),
    "manifest-wrong": _error("E106", "the manifest is no JSON object", _MAKER),
    "manifest-paths-wrong": _error("E092", "the manifest has no list of paths for {digest}", _MAKER),
    "manifest-digest-twice": _error("E096", "the manifest has {digest} twice, in capitals and not", _MAKER),
    "manifest-digest-unused": _error("E107", "no version has a file with {digest}", _MAKER),
    "manifest-entry-dropped": _error(
        "E023",
        "the manifest of {version} has {content}, the root's has not",
        "What a version had can never be dropped.",
    ),
    "content-path-absolute": _error("E100", "the content path {content} begins or ends with /", _MAKER),
    "content-path-dots": _error("E099", "the content path {content} has . or .. or an empty part", _MAKER),
    "content-path-twice": _error("E101", "the content path {content} stands there twice", _MAKER),
    "content-path-conflict": _error("E101", "{content} is both a file and a folder", _MAKER),
    "content-path-outside": _error("E042", "{content} is in no version's content folder", _MAKER),
    "versions-wrong": _error("E044", "the versions are no JSON object", _MAKER),
    "versions-none": _error("E008", "there is no version", _MAKER),
    "versions-start": _error("E009", "there is no version 1", _MAKER),
    "versions-gap": _error("E010", "{version} is missing between the versions", _MAKER),
    "versions-padding": _error("E011", "{version} is not padded as the other versions are", _MAKER),
    "versions-padded": _warning("W001", "version numbers are padded with zeros", "OCFL advises v1, v2, v3."),
    "version-name-wrong": _error("E104", "{version} is no name of a version", _MAKER),
    "version-wrong": _error("E047", "{version} is no JSON object", _MAKER),
    "version-key-missing": _error("E048", "{version} has no {key}", _MAKER),
    "created-wrong": _error("E049", "{version} was created at {created}, which is no RFC 3339 date-time", _MAKER),
    "state-wrong": _error("E050", "the state of {version} is not built as a state is", _MAKER),
    "state-digest-unknown": _error("E050", "{version} has the digest {digest}, the manifest has not", _MAKER),
    "logical-path-absolute": _error("E053", "{version} has the path {logical}, which begins or ends with /", _MAKER),
    "logical-path-dots": _error("E052", "{version} has the path {logical}, with . or .. or an empty part", _MAKER),
    "logical-path-twice": _error("E095", "{version} has the path {logical} twice", _MAKER),
    "logical-path-conflict": _error("E095", "{version} has {logical} as a file and as a folder", _MAKER),
    "message-wrong": _error("E094", "the message of {version} is no text", _MAKER),
    "user-wrong": _error("E054", "the user of {version} is not built as a user is", _MAKER),
    "message-missing": _warning("W007", "{version} has no message", "It should say why the version was made."),
    "user-missing": _warning("W007", "{version} has no user", "It should say who made the version."),
    "user-address-missing": _warning("W008", "the user of {version} has no address", "A name alone is not unique."),
    "user-address-no-uri": _warning("W009", "the address of {version}'s user is no URI", "mailto:… is one."),
    "fixity-wrong": _error("E111", "the fixity block is no JSON object", _MAKER),
    "fixity-algorithm-unknown": _error("E056", "the fixity block has the unknown algorithm {algorithm}", _MAKER),
    "fixity-block-wrong": _error("E057", "the fixity block of {algorithm} is not built as a manifest is", _MAKER),
    "fixity-path-unknown": _error("E057", "the fixity block of {algorithm} has {content}, not in the manifest", _MAKER),
    "fixity-digest-twice": _error("E097", "the fixity block has {digest} twice, in capitals and not", _MAKER),
    "version-state-changed": _error(
        "E066",
        "{version} has other files here than in the root inventory: {logical}",
        "What a version was can never change. One of the two inventories is wrong; the ledger knows which.",
    ),
    "version-words-changed": _warning(
        "W011", "{version} has another {key} here than in the root inventory", "The history was told anew."
    ),
}
