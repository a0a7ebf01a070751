"""Repair in a bucket: what was decided is finished, what was uploaded in vain is swept when it is old.

Contents that no inventory names are what a writer leaves that was not first,
so here they are no damage; all other damage is left as it is.
"""

from __future__ import annotations

import re
import time

from converter.archive.bucket_objects import VERSION_INVENTORY, act_of, is_next
from converter.archive.inventory import FILE, number, sidecar
from converter.archive.store import Mend
from converter.core.errors import ArchiveError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from converter.archive.bucket_files import Bucket, Key
    from converter.archive.bucket_objects import BucketObjects


def mend(all_objects: BucketObjects, swept_after_s: float, *, dry_run: bool = False) -> Iterator[Mend]:
    """Yield all that is mended in a root, or would be."""
    for folder, keys in _by_folder(all_objects.bucket):
        relative = {each.path.removeprefix(f"{folder}/"): each for each in keys}
        yield from _mend(all_objects, folder, relative, swept_after_s, dry_run)


def _by_folder(bucket: Bucket) -> Iterator[tuple[str, list[Key]]]:
    """Yield the keys of each object's folder, also of one that has no declaration yet."""
    folder = ""
    keys: list[Key] = []
    for key in bucket.keys(""):
        if "/" not in key.path or key.path.startswith("extensions/"):
            continue
        match = re.match(r"(.*?)/(?:v\d+/.*|0=ocfl_object_[^/]*|inventory\.json[^/]*|logs/.*|extensions/.*)$", key.path)
        if match is None:
            continue
        if match[1] != folder:
            if keys:
                yield folder, keys
            folder, keys = match[1], []
        keys.append(key)
    if keys:
        yield folder, keys


def _mend(
    all_objects: BucketObjects, folder: str, keys: Mapping[str, Key], swept_after_s: float, dry_run: bool
) -> Iterator[Mend]:
    from converter.archive.object_check import check_object

    try:
        found = all_objects.head(folder)
    except ArchiveError:
        return  # Damage.
    head = number(found[0].head) if found else 0
    for path in sorted(keys):
        match = VERSION_INVENTORY.fullmatch(path)
        if match is None or number(match[1]) <= head:
            continue
        claim = all_objects.read(f"{folder}/{path}")
        act = act_of(claim)
        if act is not None and _is_old(keys[path], swept_after_s):
            if not dry_run:
                (all_objects.replace if act["act"] == "replace" else all_objects.remove)(folder, act, match[1])
            yield Mend("rolled-forward", folder, "a replacement or a removal that was decided and not finished")
            return
        if act is not None:
            return
        if is_next(claim, found[0] if found else None):
            if not dry_run:
                all_objects.acknowledge(found)
                all_objects.finish(folder, claim, "adopted", all_objects.ledger.learn())
            yield Mend("rolled-forward", folder, "a version that was decided, and not yet the head")
            if dry_run:
                return  # What else there is, depends on it.
            found = all_objects.head(folder)
    if found is not None:
        inventory, content = found
        side = f"{FILE}.{inventory.algorithm}"
        own = sidecar(content, inventory.algorithm)
        stated = all_objects.read(f"{folder}/{side}")
        names = list(inventory.versions)
        if stated != own and len(names) > 1 and stated == all_objects.read(f"{folder}/{names[-2]}/{side}"):
            if not dry_run:
                all_objects.bucket.put(f"{folder}/{side}", own)
            yield Mend("wrote-sidecar", f"{folder}/{side}", "it was still that of the version before")
    kept: set[str] = {path for paths in found[0].manifest.values() for path in paths} if found else set()
    last = number(found[0].head) if found else 0
    for path, key in keys.items():
        version = re.match(r"v(\d+)/(content/)?", path)
        is_vain = path not in kept and version is not None and (bool(version[2]) or int(version[1]) > last)
        if (is_vain or found is None) and _is_old(key, swept_after_s):
            if not dry_run:
                all_objects.bucket.delete(f"{folder}/{path}")
            yield Mend("swept-staging", f"{folder}/{path}", "uploaded in vain: another was first, or its writer died")
    if found is not None and not all_objects.is_acknowledged(found):
        report = check_object(all_objects.bucket, folder)
        if not any(each.kind == "error" for each in report.findings):
            if not dry_run:
                all_objects.acknowledge(found)
            yield Mend("adopted", folder, f"{found[0].head} of {found[0].id}, which is whole and not in the ledger")


def _is_old(key: Key, swept_after_s: float) -> bool:
    return time.time() - key.modified >= swept_after_s
