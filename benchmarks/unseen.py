"""Pages that nobody looked at when the rules were made, out of other projects' packages: rebuilt for `just extraction`.

    python -m benchmarks.unseen --into FOLDER ARCHIVE...

ARCHIVE are the source packages that `benchmarks/unseen-labels.json` names, as their registries serve them: each is a
tar whose tests hold saved pages. FOLDER gets `dev/` and `held-out/`, each with `html/` and `labels.json` as
`just extraction` wants them. Nothing of the pages is ours to publish, so the labels are digests, but for the dates.

Half of the pages, by a digest of the name, are `dev`: failures on them were looked at, and rules mended. The others
are `held-out`: they are counted, and nobody looks at what is wrong there.

Headline, authors and date were labelled by us from the page's own words and data, before we saw what any reader finds
there, and where a package says them, from what it says. The story's text is what the package expects, where it holds
a whole one: what its own tool gave and its makers accepted.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

LABELS = Path(__file__).with_name("unseen-labels.json")
_SUFFIXES = (".tar.gz", ".tgz")
_ARCHIVED = re.compile(r"https?://web\.archive\.org/web/(?:\d+(?:id_)?/)?(?=https?:)")
_QUOTED = re.compile(r"""["'](https?://[^"'\s]+)["']""")
_MOCK = re.compile(r"""["'](https?://[^"']+)["']:\s*["']([^"']+\.html)["']""")


class Archive:
    """One package: its members by their name without the folder that holds them all."""

    def __init__(self, path: Path) -> None:
        self.name = next(path.name.removesuffix(suffix) for suffix in _SUFFIXES if path.name.endswith(suffix))
        with tarfile.open(path) as tar:
            self.members = {
                member.name.partition("/")[2]: file.read()
                for member in tar
                if member.isfile() and (file := tar.extractfile(member)) is not None
            }
        self.addresses = dict(self._addresses())

    def _addresses(self) -> Iterator[tuple[str, str]]:
        """Yield what the package's tests say under which address each page was found."""
        for name, content in self.members.items():
            if name.endswith(".py") and "test" in name:
                text = content.decode("utf-8", "replace")
                for address in _QUOTED.findall(text):
                    digest = hashlib.md5(address.encode(), usedforsecurity=False).hexdigest()
                    yield digest, _ARCHIVED.sub("", address)
                for address, page in _MOCK.findall(text):
                    yield page.removesuffix(".html"), address
        for name, content in self.members.items():
            if name.endswith(".json"):
                found = _object(content)
                if isinstance(found.get("url"), str):
                    yield Path(name).stem, found["url"]

    def address(self, page: str) -> str | None:
        """Return the address of a page, or None."""
        return self.addresses.get(Path(page).stem)

    def body(self, page: str) -> str | None:
        """Return the whole text that the package expects of a page, or None."""
        beside = Path(page)
        if beside.name == "source.html":
            from lxml import html

            expected = self.members[str(beside.with_name("expected.html"))].decode("utf-8")
            return "\n".join(map(str, html.fragment_fromstring(expected, create_parent="div").itertext()))
        text = self.members.get(page.replace("/html/", "/txt/").removesuffix(".html") + ".txt")
        if text is not None:
            return text.decode("utf-8")
        said = _object(self.members.get(page.removesuffix(".html") + ".json", b"{}")).get("cleaned_text")
        return said if isinstance(said, str) and len(said) > _WHOLE else None


_WHOLE = 900
"""Letters of an expected text that is more than the first words, at least."""


def _object(content: bytes) -> dict[str, Any]:
    try:
        found = json.loads(content)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def half(name: str) -> str:
    """Return in which half the page of this name is."""
    return "held-out" if int(hashlib.sha256(name.replace("--", "/", 1).encode()).hexdigest(), 16) % 2 else "dev"


def rebuild(archives: list[Archive], folder: Path) -> dict[str, int]:
    """Write the pages and their labels, and return how many each half has."""
    by_name = {archive.name: archive for archive in archives}
    labels: dict[str, dict[str, Any]] = {"dev": {}, "held-out": {}}
    for name, said in json.loads(LABELS.read_text(encoding="utf-8")).items():
        archive = by_name.get(said.pop("archive"))
        page = said.pop("page")
        if archive is None:
            continue
        added = {"url": archive.address(page), "articleBody": archive.body(page)}
        place = folder / half(name) / "html"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{name}.html").write_bytes(archive.members[page])
        labels[half(name)][name] = said | {key: value for key, value in added.items() if value}
    for each, found in labels.items():
        if found:
            (folder / each / "labels.json").write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    return {each: len(found) for each, found in labels.items()}


def main(arguments: list[str] | None = None) -> int:
    """Rebuild the folder; say how many pages it has."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("archives", type=Path, nargs="+", metavar="ARCHIVE")
    parser.add_argument("--into", type=Path, required=True, metavar="FOLDER")
    said = parser.parse_args(arguments)
    counts = rebuild([Archive(path) for path in said.archives], said.into)
    print(", ".join(f"{count} pages in {each}" for each, count in counts.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
