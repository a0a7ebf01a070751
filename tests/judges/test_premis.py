"""The schema of PREMIS 3.0, by the Library of Congress, on what is exported of every state that a story can be in.

`a3m` carries the schema; nothing else of it is used.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from converter.archive.archive import Archive
from converter.archive.bags import export, ingest, reading
from converter.archive.opening import create_store
from converter.archive.packs.packing import pack
from converter.archive.packs.store import PackedStore
from converter.archive.premis import premis
from converter.archive.replication import replicate
from converter.archive.tree import FolderTree
from converter.conversion.plan import request
from tests.archive.bags.archives import make_article, make_store, put_story
from tests.judges.bench import PYTHON

ANN = "Ann Example <ann@example.com>"
NOW = "2026-11-25T13:00:00Z"


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    """Return the schema of PREMIS 3.0."""
    found = list(PYTHON.parent.parent.glob("lib/*/site-packages/a3m/client/assets/premis/premis.xsd"))
    if not found:
        pytest.fail(f"no a3m beside {PYTHON}: run just judges-setup")
    return etree.XMLSchema(file=str(found[0]))


def opened(folder: Path) -> Archive:
    return Archive(create_store(str(folder), durability="none"), now=lambda: NOW, by=ANN)


def add(archive: Archive, name: str, words: str, **meta: str) -> str:
    given = {"guid": f"urn:x:{name}", "lang": "en", **{key.replace("_", "."): text for key, text in meta.items()}}
    return archive.add(f"{words}\n".encode(), name=f"{name}.txt", meta=given, to=["html"], keep_renditions=True).id


def filled(folder: Path) -> Archive:
    """Return an archive with a story in each state, and with every kind of act."""
    archive = opened(folder / "news")
    add(archive, "rain", "Rain fell on the port.", date_published="2019-05-01")
    add(archive, "rain", "Rain fell on the port for days.", date_published="2019-05-01")
    for name in ("withdrawn", "held", "kept", "purged", "cleaned", "embargoed"):
        add(archive, name, f"Wind blew over the {name} port.")
    archive.withdraw("urn:x:withdrawn", reason="wrong & <late>")
    archive.hold("urn:x:held", reason="case 12")
    archive.release("urn:x:held", reason="closed")
    archive.retain("urn:x:kept", "2031-12-31", reason="the law")
    archive.link("urn:x:rain", "urn:x:kept")
    archive.purge("urn:x:purged", "urn:x:purged", reason="court order")
    add(archive, "cleaned", "Wind blew over the clean port.")
    archive.purge("urn:x:cleaned", "urn:x:cleaned", reason="a name", versions=["v1"])
    add(archive, "embargoed", "Wind will blow.", date_embargoed="2030-01-01")
    assert isinstance(archive.store, PackedStore)
    list(pack(archive.store, "2020", now=NOW, by=archive.by))
    other = opened(folder / "other")
    add(other, "imported", "Fog lay over the port.")
    add(other, "replicated", "Sun shone on the port.")
    export.export(other.store, str(folder / "bag"), ["urn:x:imported"], now=NOW, by=other.by, ocfl=True)
    tree = FolderTree(str(folder / "bag"))
    contents = ingest.Contents(reading.read(tree), tree, "bag")
    for item in contents.items:
        ingest.take(archive, contents, item, request())
    list(replicate(other.store, archive.store, now=other.now, by=other.by))
    return archive


def test_library_of_congress_accepts_what_is_exported_of_every_state(tmp_path: Path, schema: etree.XMLSchema) -> None:
    archive = filled(tmp_path)
    ids = tuple(archive.ids())

    whole = etree.fromstring(premis(archive.store, ids, now=NOW))

    assert len(ids) == 9
    assert schema.validate(whole), str(schema.error_log)
    for id in ids:
        assert schema.validate(etree.fromstring(premis(archive.store, [id], now=NOW))), f"{id}: {schema.error_log}"


def test_it_accepts_objects_that_intake_did_not_make(tmp_path: Path, schema: etree.XMLSchema) -> None:
    store = make_store(tmp_path / "root")
    put_story(store, make_article("urn:x:1", embargo="2030"))

    assert schema.validate(etree.fromstring(premis(store, ["urn:x:1"], now=NOW))), str(schema.error_log)


def test_it_is_no_schema_that_accepts_everything(tmp_path: Path, schema: etree.XMLSchema) -> None:
    store = make_store(tmp_path / "root")
    put_story(store, make_article("urn:x:1"))
    whole = premis(store, ["urn:x:1"], now=NOW)

    assert not schema.validate(etree.fromstring(whole.replace(b"eventDateTime>", b"eventDate>")))
