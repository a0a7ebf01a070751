"""The rules of OCFL for an inventory (OCFL 1.1 §3.5, §3.6), each checked on its own, so that one fault hides no other.

`inventory.parse` trusts the tool that wrote an inventory; this does not. It
looks at one inventory alone: what lies in the object is `object_check`'s part.
"""

from __future__ import annotations

import json
import re

from converter.archive.findings import Finding, finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

SPECIFICATIONS = ("1.0", "1.1")
CONTENT_ALGORITHMS = ("sha512", "sha256")
DIGEST_BYTES = {
    "sha512": 64,
    "sha256": 32,
    "md5": 16,
    "sha1": 20,
    "blake2b-512": 64,
    "blake2b-160": 20,
    "blake2b-256": 32,
    "blake2b-384": 48,
    "sha512/256": 32,
}
"""The digests that can be checked here: those of OCFL 1.1 §3.4 and of its extension 0001."""
_NOT_CHECKED = ("size", "crc32", "xxhash32", "xxhash64", "xxhash128")
"""Other names that a fixity block may have (extension 0009): to be passed by, not refused."""

_KEYS = {"id", "type", "digestAlgorithm", "head", "contentDirectory", "fixity", "manifest", "versions"}
_TYPE = re.compile(r"https://ocfl\.io/(\d+\.\d+)/spec/#inventory")
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")
_VERSION = re.compile(r"v(\d{1,18})")
_ODD_PART = re.compile(r"(?:^|/)\.{0,2}(?:/|$)")
_CREATED = re.compile(
    r"(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])[Tt]([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?"
    r"([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)",
    re.ASCII,
)


class Checked:
    """What an inventory says, as far as it could be understood; what could not has findings."""

    def __init__(self, path: str) -> None:
        self.path = path
        """Of the inventory, for findings."""
        self.findings: list[Finding] = []
        self.record: dict[str, Any] = {}
        self.id = ""
        self.specification = ""
        self.algorithm = ""
        self.head = ""
        self.content_directory = "content"
        self.versions: tuple[str, ...] = ()
        """Names, oldest first."""
        self.manifest: dict[str, str] = {}
        """Content path → digest in small letters."""
        self.fixity: list[tuple[str, str, str]] = []
        """Content path, algorithm, digest in small letters; only of algorithms that can be checked."""
        self.states: dict[str, dict[str, str]] = {}
        """Version → logical path → digest in small letters."""

    def _say(self, code: str, **facts: object) -> None:
        self.findings.append(finding(code, self.path, **facts))


def check(content: bytes, path: str) -> Checked:
    """Return what an inventory says, and in what it breaks the rules."""
    checked = Checked(path)
    try:
        record = json.loads(content.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_constant)
        if not isinstance(record, dict):
            raise ValueError("is no JSON object")
    except (ValueError, RecursionError) as error:
        reason = "is nested too deeply" if isinstance(error, RecursionError) else str(error)
        checked._say("inventory-broken", reason=reason)
        return checked
    checked.record = record
    _check_keys(checked)
    _check_head_block(checked)
    _check_version_names(checked)
    spellings = _check_manifest(checked)
    used = _check_versions(checked, spellings)
    for digest in spellings.keys() - used if checked.states else ():
        checked._say("manifest-digest-unused", digest=digest)
    _check_fixity(checked)
    return checked


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("a key stands there twice")
    return made


def _no_constant(word: str) -> None:
    raise ValueError(f"{word} is no JSON")


def _check_keys(checked: Checked) -> None:
    record = checked.record
    for key in ("id", "type", "digestAlgorithm", "head"):
        if key not in record:
            checked._say("inventory-key-missing", key=key)
    for key in ("manifest", "versions"):
        if key not in record:
            checked._say("inventory-block-missing", key=key)
    for key in record.keys() - _KEYS:
        checked._say("inventory-key-unknown", key=key)


def _check_head_block(checked: Checked) -> None:
    record = checked.record
    match record.get("id"):
        case None if "id" not in record:
            pass
        case str(id) if id:
            checked.id = id
            if not _URI.fullmatch(id):
                checked._say("id-no-uri", id=id)
        case _:
            checked._say("id-wrong")
    if "type" in record:
        found = _TYPE.fullmatch(record["type"]) if isinstance(record["type"], str) else None
        if found and found[1] in SPECIFICATIONS:
            checked.specification = found[1]
        else:
            checked._say("type-wrong", found=record["type"])
    if "digestAlgorithm" in record:
        algorithm = record["digestAlgorithm"]
        if algorithm in CONTENT_ALGORITHMS:
            checked.algorithm = algorithm
            if algorithm != CONTENT_ALGORITHMS[0]:
                checked._say("algorithm-weak", found=algorithm)
        else:
            checked._say("algorithm-wrong", found=algorithm)
    match record.get("contentDirectory", "content"):
        case "." | "..":
            checked._say("content-directory-dots")
        case str(name) if name and "/" not in name:
            checked.content_directory = name
        case _:
            checked._say("content-directory-wrong")


def _check_version_names(checked: Checked) -> None:
    """Check OCFL 1.1 §3.3: 1, 2, 3 … without a gap, all padded alike or none."""
    versions = checked.record.get("versions", {})
    if not isinstance(versions, dict):
        checked._say("versions-wrong")
        return
    numbers: dict[int, str] = {}
    for name in versions:
        found = _VERSION.fullmatch(name) if name.isascii() else None
        if found is None or int(found[1]) < 1:
            checked._say("version-name-wrong", version=name)
        elif int(found[1]) in numbers:
            checked._say("versions-padding", version=name)
        else:
            numbers[int(found[1])] = name
    checked.versions = tuple(numbers[number] for number in sorted(numbers))
    if "versions" in checked.record and not versions:
        checked._say("versions-none")
    elif numbers:
        if 1 not in numbers:
            checked._say("versions-start")
        for before, number in zip(sorted(numbers), sorted(numbers)[1:], strict=False):
            if number != before + 1:
                checked._say("versions-gap", version=f"v{before + 1}")
        first = checked.versions[0]
        if first.startswith("v0"):
            checked._say("versions-padded")
            wrong = [name for name in checked.versions if len(name) != len(first) or not name.startswith("v0")]
        else:
            wrong = [name for name in checked.versions if name.startswith("v0")]
        for name in wrong:
            checked._say("versions-padding", version=name)
    if "head" in checked.record:
        newest = checked.versions[-1] if checked.versions else ""
        if checked.record["head"] == newest and newest:
            checked.head = newest
        else:
            checked._say("head-wrong", found=checked.record["head"], wanted=newest or "not there")


def _check_manifest(checked: Checked) -> dict[str, str]:
    """Fill the manifest, and return digest in small letters → as it is spelt."""
    block = checked.record.get("manifest", {})
    spellings: dict[str, str] = {}
    if not isinstance(block, dict):
        checked._say("manifest-wrong")
        return spellings
    is_digest = _digest_form(checked.algorithm)
    for spelt, paths in block.items():
        if not is_digest.fullmatch(spelt):
            checked._say("digest-malformed", digest=spelt, algorithm=checked.algorithm)
        digest = spelt.lower()
        if digest in spellings:
            checked._say("manifest-digest-twice", digest=digest)
        spellings[digest] = spelt
        if not _is_list_of_text(paths):
            checked._say("manifest-paths-wrong", digest=spelt)
            continue
        for path in paths:
            _check_content_path(checked, path)
            if path in checked.manifest:
                checked._say("content-path-twice", content=path)
            checked.manifest[path] = digest
    for path in _both_file_and_folder(checked.manifest):
        checked._say("content-path-conflict", content=path)
    return spellings


def _check_content_path(checked: Checked, path: str) -> None:
    if path.startswith("/") or path.endswith("/"):
        checked._say("content-path-absolute", content=path)
    elif _ODD_PART.search(path):
        checked._say("content-path-dots", content=path)
    else:
        version, _, rest = path.partition("/")
        if version not in checked.versions or not rest.startswith(f"{checked.content_directory}/"):
            checked._say("content-path-outside", content=path)


def _check_versions(checked: Checked, spellings: dict[str, str]) -> set[str]:
    """Fill the states, and return the digests that they use."""
    used: set[str] = set()
    for version in checked.versions:
        block = checked.record["versions"][version]
        if not isinstance(block, dict):
            checked._say("version-wrong", version=version)
            continue
        for key in ("created", "state"):
            if key not in block:
                checked._say("version-key-missing", version=version, key=key)
        for key in block.keys() - {"created", "state", "message", "user"}:
            checked._say("inventory-key-unknown", key=f"{version}/{key}")
        if "created" in block and not _is_date_time(block["created"]):
            checked._say("created-wrong", version=version, created=block["created"])
        _check_words(checked, version, block)
        if "state" in block:
            checked.states[version] = _check_state(checked, version, block["state"], spellings)
            used.update(checked.states[version].values())
    return used


def _check_words(checked: Checked, version: str, block: dict[str, Any]) -> None:
    if "message" not in block:
        checked._say("message-missing", version=version)
    elif not isinstance(block["message"], str):
        checked._say("message-wrong", version=version)
    if "user" not in block:
        checked._say("user-missing", version=version)
        return
    match block["user"]:
        case {"name": str(name), **rest} if name and not rest.keys() - {"address"}:
            if "address" not in rest:
                checked._say("user-address-missing", version=version)
            elif not isinstance(rest["address"], str):
                checked._say("user-wrong", version=version)
            elif not _URI.fullmatch(rest["address"]):
                checked._say("user-address-no-uri", version=version)
        case _:
            checked._say("user-wrong", version=version)


def _check_state(checked: Checked, version: str, block: object, spellings: dict[str, str]) -> dict[str, str]:
    state: dict[str, str] = {}
    if not isinstance(block, dict):
        checked._say("state-wrong", version=version)
        return state
    for spelt, paths in block.items():
        # OCFL 1.1 §3.5.3.1: exactly as the manifest spells it.
        if spellings.get(spelt.lower()) != spelt:
            checked._say("state-digest-unknown", version=version, digest=spelt)
        if not _is_list_of_text(paths):
            checked._say("state-wrong", version=version)
            continue
        for path in paths:
            if path.startswith("/") or path.endswith("/"):
                checked._say("logical-path-absolute", version=version, logical=path)
            elif _ODD_PART.search(path):
                checked._say("logical-path-dots", version=version, logical=path)
            if path in state:
                checked._say("logical-path-twice", version=version, logical=path)
            state[path] = spelt.lower()
    for path in _both_file_and_folder(state):
        checked._say("logical-path-conflict", version=version, logical=path)
    return state


def _check_fixity(checked: Checked) -> None:
    blocks = checked.record.get("fixity", {})
    if not isinstance(blocks, dict):
        checked._say("fixity-wrong")
        return
    for algorithm, block in blocks.items():
        if algorithm not in DIGEST_BYTES and algorithm not in _NOT_CHECKED:
            checked._say("fixity-algorithm-unknown", algorithm=algorithm)
        if not isinstance(block, dict):
            checked._say("fixity-block-wrong", algorithm=algorithm)
            continue
        seen: set[str] = set()
        is_digest = _digest_form(algorithm)
        for spelt, paths in block.items():
            digest = spelt.lower()
            if digest in seen:
                checked._say("fixity-digest-twice", digest=digest)
            seen.add(digest)
            if not _is_list_of_text(paths) or not is_digest.fullmatch(spelt):
                checked._say("fixity-block-wrong", algorithm=algorithm)
                continue
            for path in paths:
                if path not in checked.manifest:
                    _check_content_path(checked, path)
                    checked._say("fixity-path-unknown", algorithm=algorithm, content=path)
                elif algorithm in DIGEST_BYTES:
                    checked.fixity.append((path, algorithm, digest))


def _digest_form(algorithm: str) -> re.Pattern[str]:
    length = DIGEST_BYTES.get(algorithm)
    return re.compile(f"[0-9a-fA-F]{{{length * 2}}}" if length else ".*")


def _is_list_of_text(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _is_date_time(value: object) -> bool:
    """Return whether it is a date-time of RFC 3339 with seconds and a zone; the 31st of June is none."""
    found = _CREATED.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        return False
    year, month, day = int(found[1]), int(found[2]), int(found[3])
    if month == 2:
        return day <= (29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28)
    return day <= (30 if month in (4, 6, 9, 11) else 31)


def _both_file_and_folder(paths: Iterable[str]) -> list[str]:
    folders: set[str] = set()
    for path in paths:
        end = path.rfind("/")
        while end > 0 and path[:end] not in folders:
            folders.add(path[:end])
            end = path.rfind("/", 0, end)
    return sorted(folders.intersection(paths))
