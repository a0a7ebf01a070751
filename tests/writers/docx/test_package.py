"""The package: what every consumer checks before it shows a word."""

from __future__ import annotations

import os
import posixpath
import struct
import subprocess
import sys
from pathlib import Path

from converter.io.zip_write import packed
from converter.model import canonical
from converter.model.article import Article
from converter.model.block import Paragraph
from converter.writers.docx.package import Relationships
from tests.articles import full_article
from tests.tree import ROOT
from tests.writers.docx.reading import Document, written

STORY = Article((Paragraph(("The bridge is open.",)),))


def test_content_types_come_first_and_name_every_part() -> None:
    document = written(full_article())

    assert document.members[0].filename == "[Content_Types].xml"
    types = document.xml("[Content_Types].xml")
    named = {override.get("PartName", "")[1:] for override in types if override.get("PartName")}
    by_extension = {default.get("Extension") for default in types if default.get("Extension")}
    for member in document.members[1:]:
        assert member.filename in named or member.filename.rpartition(".")[2] in by_extension
    assert named <= set(document.parts)


def test_every_relationship_inside_leads_to_a_part() -> None:
    document = written(full_article())

    relationship_parts = [name for name in document.parts if name.endswith(".rels")]
    assert len(relationship_parts) == 3
    for name in relationship_parts:
        folder = posixpath.dirname(posixpath.dirname(name))
        for relationship in document.find("//rel:Relationship[not(@TargetMode)]", name):
            target = posixpath.normpath(posixpath.join(folder, str(relationship.get("Target"))))
            assert target in document.parts


def test_members_have_the_first_time_a_zip_can_say_and_nothing_of_a_machine() -> None:
    document = written(STORY)

    for member in document.members:
        assert member.date_time == (1980, 1, 1, 0, 0, 0)
        assert member.create_system == 0
        assert (member.external_attr, member.extra, member.comment) == (0, b"", b"")


def test_part_that_does_not_shrink_is_stored() -> None:
    content = packed([("a.bin", b"x"), ("b.txt", b"word " * 100)])

    small, large = Document(content).members
    assert (small.compress_type, large.compress_type) == (0, 8)
    assert struct.unpack_from("<H", content, len(content) - 12)[0] == 2


def test_relationship_is_numbered_once() -> None:
    relationships = Relationships()

    first = relationships.add("hyperlink", "https://example.com/?a=1&b=2", external=True)
    again = relationships.add("hyperlink", "https://example.com/?a=1&b=2", external=True)
    other = relationships.add("hyperlink", "https://example.com/", external=True)

    assert (first, again, other) == ("rId1", "rId1", "rId2")
    assert relationships.part().count("a=1&amp;b=2") == 1


def test_canonical_form_is_a_custom_xml_part_with_its_digest() -> None:
    article = full_article()

    document = written(article)

    assert document.parts["customXml/item1.xml"] == canonical.serialise(article)
    assert canonical.parse(document.parts["customXml/item1.xml"]) == article
    assert canonical.NAMESPACE.encode() in document.parts["customXml/itemProps1.xml"]
    assert canonical.digest(canonical.serialise(article)).encode() in document.parts["docProps/custom.xml"]


def test_same_article_gives_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    program = (
        "import sys, hashlib;"
        "from tests.articles import full_article; from tests.writers.docx.reading import written;"
        "print(hashlib.sha256(written(full_article()).content).hexdigest())"
    )
    seen = set()
    for number, (seed, zone) in enumerate((("0", "UTC"), ("1", "Asia/Kathmandu"), ("4242", "America/Caracas"))):
        folder = tmp_path / str(number)
        folder.mkdir()
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT), "LC_ALL": "C"}
        done = subprocess.run(
            [sys.executable, "-c", program], cwd=folder, env=environment, capture_output=True, text=True, check=True
        )
        seen.add(done.stdout)

    assert len(seen) == 1
