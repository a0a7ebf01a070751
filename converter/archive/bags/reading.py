"""A bag, checked whole: structure, counts, every manifest, every digest (RFC 8493 §3), of all versions since 0.93.

Nothing of a bag is believed before this: it comes from outside. Files are
read once, in pieces, and hashed by all algorithms that name them.
"""

from __future__ import annotations

import hashlib
import re

from converter.archive.bags import names, tags
from converter.archive.bags.findings import finding
from converter.core.errors import UnreadableInput
from converter.core.values import Value
from converter.io.files import reason

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from converter.archive.bags.findings import Finding, Kind
    from converter.archive.tree import Tree

_MANIFEST = re.compile(r"(tag)?manifest-([A-Za-z0-9_-]+)\.txt")
_ALGORITHMS = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512")
_SYSTEM_FILES = frozenset((".DS_Store", "Thumbs.db", "desktop.ini", ".directory"))
_OXUM = re.compile(r"(\d{1,18})\.(\d{1,18})")
_SHOWN_DIGITS = 16


class Bag(Value):
    """What a bag holds and what is wrong with it."""

    findings: tuple[Finding, ...]
    """Sorted by path; the declaration's first."""
    version: str = ""
    """Empty when there is no telling."""
    info: tuple[tuple[str, str], ...] = ()
    """Labels and values of `bag-info.txt`, in order."""
    payload: Mapping[str, Mapping[str, str]] = {}
    """Path → algorithm → digest, of the payload files that are there."""
    tag_files: Mapping[str, Mapping[str, str]] = {}
    """The same of the tag files that a tag manifest names."""

    @property
    def is_valid(self) -> bool:
        """Return whether the bag keeps the standard."""
        return not any(each.kind == "invalid" for each in self.findings)

    @property
    def is_acceptable(self) -> bool:
        """Return whether we take it in: it is valid, and nothing of it is refused."""
        return not any(each.kind != "warning" for each in self.findings)

    def require(self, name: str) -> None:
        """Raise UnreadableInput with the first reason not to take the bag in, and how many more there are."""
        reasons = [each for each in self.findings if each.kind != "warning"]
        if reasons:
            more = f", and {len(reasons) - 1} more" if len(reasons) > 1 else ""
            raise UnreadableInput(f"{reasons[0].words}{more} [{reasons[0].code}]", where=reasons[0].path, source=name)

    def read(self, tree: Tree, path: str) -> bytes:
        """Return a file of the bag that a manifest names, checked again as it is read. Raises UnreadableInput."""
        expected = self.payload.get(path) or self.tag_files.get(path)
        if expected is None:
            raise UnreadableInput("is in no manifest", source=path)
        try:
            content = tree.read(path)
        except OSError as error:
            raise UnreadableInput(reason(error), source=path) from error
        for algorithm, digest in expected.items():
            if hashlib.new(algorithm, content, usedforsecurity=False).hexdigest() != digest:
                raise UnreadableInput("has changed since the bag was checked", source=path)
        return content


def read(tree: Tree) -> Bag:
    """Return the bag of a tree, checked whole; what is wrong with it is in its findings and never an exception."""
    return _Check(tree).bag()


class _Check:
    """One bag on its way through the check."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.found: list[Finding] = []

    def bag(self) -> Bag:
        try:
            declared, found = tags.declaration(self.tree.read(tags.DECLARATION))
        except FileNotFoundError:
            return Bag((finding("bag-declaration-missing", tags.DECLARATION),))
        except OSError as error:
            return Bag((finding("bag-unreadable", tags.DECLARATION, reason=reason(error)),))
        except tags.Malformed as error:
            return Bag((error.finding,))
        self.found += found
        self.declared = declared
        sizes = dict(sorted(self._walk()))
        payload_sizes = {path: size for path, size in sizes.items() if path.startswith(names.PAYLOAD)}
        payload, tag_files = self._manifests(sizes)
        self._require_complete(payload, payload_sizes, sizes)
        self._twins({path for paths in payload.values() for path in paths} | set(payload_sizes))
        listed = _by_path(payload, sizes)
        listed_tags = _by_path(tag_files, sizes)
        self._digests(listed, "manifest")
        self._digests(listed_tags, "tagmanifest")
        for algorithm, paths in tag_files.items():
            for path in paths:
                if path not in sizes:
                    self.found.append(finding("bag-file-missing", path, manifest=f"tagmanifest-{algorithm}.txt"))
        info = self._info(sizes)
        self._oxum(info, payload_sizes)
        self._fetch(sizes, payload)
        return Bag(tuple(self.found), declared.version, info, listed, listed_tags)

    # ── Files ──

    def _walk(self) -> Iterator[tuple[str, int]]:
        """Yield each file with its size, and note what is neither file nor folder; folders may be thousands deep."""
        waiting = [""]
        while waiting:
            folder = waiting.pop()
            try:
                entries = self.tree.entries(folder)
            except OSError as error:
                self.found.append(finding("bag-unreadable", folder or ".", reason=reason(error)))
                continue
            for each in entries:
                path = f"{folder}/{each.name}" if folder else each.name
                match each.kind:
                    case "folder":
                        waiting.append(path)
                    case "file":
                        yield path, each.size
                    case "link":
                        self.found.append(finding("bag-link", path))
                    case "special":
                        self.found.append(finding("bag-special-file", path))
            if not folder and not any(each.name == "data" and each.kind == "folder" for each in entries):
                self.found.append(finding("bag-payload-missing", "data"))

    def _digests(self, listed: Mapping[str, Mapping[str, str]], kind: str) -> None:
        for path, expected in listed.items():
            sums = {algorithm: hashlib.new(algorithm, usedforsecurity=False) for algorithm in expected}
            try:
                for piece in self.tree.pieces(path):
                    for each in sums.values():
                        each.update(piece)
            except OSError as error:
                self.found.append(finding("bag-unreadable", path, reason=reason(error)))
                continue
            for algorithm, digest in expected.items():
                if sums[algorithm].hexdigest() != digest:
                    self.found.append(
                        finding(
                            "bag-digest-differs",
                            path,
                            manifest=f"{kind}-{algorithm}.txt",
                            found=sums[algorithm].hexdigest()[:_SHOWN_DIGITS] + "…",
                            expected=digest[:_SHOWN_DIGITS] + "…",
                        )
                    )

    # ── Tag files ──

    def _lines(self, name: str) -> Iterator[str]:
        try:
            yield from tags.lines(self.tree.pieces(name), self.declared.encoding, name)
        except tags.Malformed as error:
            self.found.append(error.finding)
        except OSError as error:
            self.found.append(finding("bag-unreadable", name, reason=reason(error)))

    def _manifests(self, sizes: Iterable[str]) -> tuple[dict[str, dict[str, str]], dict[str, dict[str, str]]]:
        """Return algorithm → path → digest, of the payload manifests and of the tag manifests."""
        payload: dict[str, dict[str, str]] = {}
        tag_files: dict[str, dict[str, str]] = {}
        for name in sizes:
            match = _MANIFEST.fullmatch(name)
            if match is None:
                continue
            algorithm = match[2].lower()
            if algorithm.startswith("sha-"):
                algorithm = algorithm.replace("-", "", 1)
            algorithm = algorithm.replace("-", "_")
            if algorithm not in _ALGORITHMS:
                self.found.append(finding("bag-algorithm-unknown", name, "warning", algorithm=match[2]))
                continue
            digits = 2 * hashlib.new(algorithm, usedforsecurity=False).digest_size
            entries, found = tags.manifest(self._lines(name), name, digits, self.declared, payload=not match[1])
            self.found += found
            (tag_files if match[1] else payload)[algorithm] = entries
        if not payload:
            self.found.append(finding("bag-manifest-missing", "."))
        return payload, tag_files

    def _info(self, sizes: Iterable[str]) -> tuple[tuple[str, str], ...]:
        # Versions 0.93 to 0.95 called it so; nobody minds the other name.
        name = next((each for each in ("bag-info.txt", "package-info.txt") if each in sizes), None)
        if name is None:
            return ()
        info, found = tags.metadata(self._lines(name), name)
        self.found += found
        return info

    def _oxum(self, info: Iterable[tuple[str, str]], sizes: Mapping[str, int]) -> None:
        said = [value for label, value in info if label.casefold() == "payload-oxum"]
        if len(said) > 1:
            kind: Kind = "invalid" if self.declared.is_strict else "warning"
            self.found.append(finding("bag-metadata-repeated", "bag-info.txt", kind, label="Payload-Oxum"))
        absent = sum(each.code == "bag-system-file-missing" for each in self.found)
        size, count = sum(sizes.values()), len(sizes)
        for value in said:
            match = _OXUM.fullmatch(value)
            if match is None:
                self.found.append(finding("bag-oxum-malformed", "bag-info.txt", said=repr(value)))
            elif int(match[1]) != size or int(match[2]) not in (count, count + absent):
                self.found.append(finding("bag-oxum-differs", "bag-info.txt", said=value, found=f"{size}.{count}"))

    def _fetch(self, sizes: Iterable[str], payload: Mapping[str, Mapping[str, str]]) -> None:
        if tags.FETCH not in sizes:
            return
        items, found = tags.fetch(self._lines(tags.FETCH), self.declared)
        self.found += found
        for path in items:
            if not any(path in entries for entries in payload.values()):
                self.found.append(finding("bag-fetch-unlisted", tags.FETCH, path=path))
        self.found.append(finding("bag-fetch-listed", tags.FETCH, "refused"))

    # ── The payload ──

    def _require_complete(
        self, payload: Mapping[str, Mapping[str, str]], there: Iterable[str], sizes: Iterable[str]
    ) -> None:
        """Note what is listed and not there, there and not listed, and in one manifest but not in another."""
        listed = {path for entries in payload.values() for path in entries}
        keys = {names.twin_key(path): path for path in there}
        for path in sorted(listed):
            if path.rpartition("/")[2] in _SYSTEM_FILES:
                self.found.append(finding("bag-system-file", path, "warning"))
            missing = [algorithm for algorithm in payload if path not in payload[algorithm]]
            if missing:
                kind: Kind = "invalid" if self.declared.is_strict else "refused"
                inside = next(algorithm for algorithm in payload if path in payload[algorithm])
                facts = {"listed": f"manifest-{inside}.txt", "missing": f"manifest-{missing[0]}.txt"}
                self.found.append(finding("bag-manifests-differ", path, kind, **facts))
            if path not in sizes:
                self._note_missing(path, payload, keys.get(names.twin_key(path)))
        for path in there:
            if path not in listed:
                self.found.append(finding("bag-file-unlisted", path))

    def _note_missing(self, path: str, payload: Mapping[str, Mapping[str, str]], twin: str | None) -> None:
        """Note a listed file that is not there, unless a twin of its name with its digest stands for it."""
        digests = {algorithm: entries[path] for algorithm, entries in payload.items() if path in entries}
        if twin and all(payload[algorithm].get(twin) == digest for algorithm, digest in digests.items()):
            return  # `_twins` says so.
        manifest = f"manifest-{next(iter(digests))}.txt"
        empty = all(
            digest == hashlib.new(algorithm, usedforsecurity=False).hexdigest() for algorithm, digest in digests.items()
        )
        if empty and path.rpartition("/")[2] in _SYSTEM_FILES:
            # Its digest is that of no bytes: nothing of it is lost.
            self.found.append(finding("bag-system-file-missing", path, "warning"))
        else:
            self.found.append(finding("bag-file-missing", path, manifest=manifest))

    def _twins(self, paths: Iterable[str]) -> None:
        """Note names that are one on some file systems."""
        seen: dict[str, str] = {}
        for path in sorted(paths):
            other = seen.setdefault(names.twin_key(path), path)
            if other != path:
                self.found.append(finding("bag-name-twins", path, "refused", other=other))


def _by_path(manifests: Mapping[str, Mapping[str, str]], sizes: Iterable[str]) -> dict[str, dict[str, str]]:
    """Return path → algorithm → digest of what is there, sorted by path."""
    found: dict[str, dict[str, str]] = {}
    for algorithm, entries in manifests.items():
        for path, digest in entries.items():
            if path in sizes:
                found.setdefault(path, {})[algorithm] = digest
    return dict(sorted(found.items()))
