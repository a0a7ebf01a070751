"""PREMIS: all that was done to a story, valid by our profile, and nothing linked to that is not there."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from lxml import etree

from converter.archive.agents import PROGRAM, user_from
from converter.archive.bags.export import export
from converter.archive.folder import FolderStore
from converter.archive.inventory import NewVersion
from converter.archive.premis import NAMESPACE, premis, require_valid
from converter.core.errors import ArchiveError, FixityError, InternalError
from tests.archive.bags.archives import NOW, make_article, make_store, put_story

NAMES = {"p": NAMESPACE}
ID = "urn:newsml:example.com:One"


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    made = make_store(tmp_path / "root")
    put_story(made, make_article(ID, "Rain fell."))
    put_story(made, make_article(ID, "Rain fell again."), at="2026-11-25T14:00:00+00:00")
    return made


def described(store: FolderStore, *ids: str) -> etree._Element:
    return etree.fromstring(premis(store, ids, now=NOW))


def texts(root: etree._Element, path: str) -> list[str]:
    return [str(each.text) for each in root.iterfind(path, NAMES)]


def test_story_versions_and_contents_are_objects(store: FolderStore) -> None:
    root = described(store, ID)

    assert texts(root, "p:object/p:objectIdentifier/p:objectIdentifierValue") == [
        ID,
        f"{ID}#v1",
        f"{ID}#v2",
        f"{ID}#v1/content/canonical.xml",
        f"{ID}#v1/content/events.jsonl",
        f"{ID}#v1/content/source/story.txt",
        f"{ID}#v2/content/canonical.xml",
        f"{ID}#v2/content/events.jsonl",
    ]
    source = root.findall("p:object", NAMES)[5]
    assert texts(source, ".//p:messageDigestAlgorithm") == ["SHA-512", "SHA-256"]
    assert texts(source, ".//p:messageDigest") == [
        hashlib.sha512(b"Rain fell.\n").hexdigest(),
        hashlib.sha256(b"Rain fell.\n").hexdigest(),
    ]
    assert texts(source, ".//p:size") == ["11"]


def test_whatever_is_linked_to_is_there_and_each_event_once(store: FolderStore, tmp_path: Path) -> None:
    export(store, str(tmp_path / "bag"), [ID], now=NOW, by=user_from("Ann Example <ann@example.com>"))

    root = described(store, ID)

    objects = texts(root, "p:object/p:objectIdentifier/p:objectIdentifierValue")
    events = texts(root, "p:event/p:eventIdentifier/p:eventIdentifierValue")
    agents = texts(root, "p:agent/p:agentIdentifier/p:agentIdentifierValue")
    for defined, linked in (
        (objects, ".//p:linkingObjectIdentifierValue"),
        (objects, ".//p:relatedObjectIdentifierValue"),
        (events, ".//p:linkingEventIdentifierValue"),
        (agents, ".//p:linkingAgentIdentifierValue"),
    ):
        assert len(set(defined)) == len(defined)
        assert set(texts(root, linked)) <= set(defined)
    assert texts(root, "p:event/p:eventType") == ["ingestion", "ingestion", "information package creation"]
    assert texts(root, "p:agent/p:agentType") == ["person", "software"]


def test_same_archive_gives_the_same_bytes(store: FolderStore) -> None:
    put_story(store, make_article("urn:x:2"))

    assert premis(store, [ID, "urn:x:2"], now=NOW) == premis(store, ["urn:x:2", ID, ID], now=NOW)


def test_withdrawn_or_embargoed_story_is_labelled(store: FolderStore) -> None:
    put_story(store, make_article(ID, status="canceled", embargo="2027-01-01"))

    root = described(store, ID)

    entity = root.find("p:object", NAMES)
    assert entity is not None
    assert list(
        zip(
            texts(entity, ".//p:significantPropertiesType"),
            texts(entity, ".//p:significantPropertiesValue"),
            strict=True,
        )
    ) == [("status", "canceled"), ("embargoed until", "2027-01-01")]


def test_object_of_another_tool_and_names_that_xml_cannot_hold_are_described(store: FolderStore) -> None:
    store.put("urn:x:other", NewVersion(NOW, "by hand", PROGRAM, {"notes/a\x01": b""}), None)

    root = described(store, "urn:x:other")

    assert "a\\x01" in texts(root, ".//p:contentLocationValue")[0]
    assert texts(root, ".//p:formatName") == ["application/octet-stream"]


def test_what_is_not_there_cannot_be_described(store: FolderStore) -> None:
    with pytest.raises(ArchiveError, match="no such story"):
        described(store, "urn:x:none")
    with pytest.raises(ArchiveError, match="nothing"):
        described(store)
    (Path(store.place) / store.path(ID) / "v1" / "content" / "source" / "story.txt").unlink()
    with pytest.raises(FixityError, match="is missing"):
        described(store, ID)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"<premis:eventType", b"<premis:eventKind"),
        (b'version="3.0"', b'version="2.0"'),
        (b"<premis:size>11</premis:size>", b"<premis:size>many</premis:size>"),
        (b"OCFL version", b"handle"),
        (f"{ID}#v2</premis:objectIdentifierValue>".encode(), f"{ID}#v1</premis:objectIdentifierValue>".encode()),
    ],
)
def test_profile_refuses_what_is_not_valid(store: FolderStore, old: bytes, new: bytes) -> None:
    content = premis(store, [ID], now=NOW)
    assert old in content

    with pytest.raises(InternalError, match="not valid"):
        require_valid(content.replace(old, new).replace(old.replace(b"<", b"</", 1), new.replace(b"<", b"</", 1)))
