"""Our stores keep the contract that `converter.testing.check_store` asks of every store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from converter.archive.folder import FolderStore
from converter.archive.layout import HASH_AND_ID, Layout
from converter.archive.opening import create_store
from converter.testing import check_store

if TYPE_CHECKING:
    from pathlib import Path

    from converter.archive.store import Durability


@pytest.mark.parametrize("durability", ["each", "group", "none"])
def test_folder_store_keeps_the_contract(durability: Durability, tmp_path: Path) -> None:
    check_store(lambda name: FolderStore.create(str(tmp_path / name), durability=durability))


@pytest.mark.slow
@pytest.mark.parametrize("layout", [Layout(HASH_AND_ID, "md5", 2, 3), Layout(tuple_size=0, tuples=0)])
def test_folder_store_keeps_the_contract_in_roots_of_other_layouts(layout: Layout, tmp_path: Path) -> None:
    check_store(lambda name: FolderStore.create(str(tmp_path / name), layout=layout, durability="none"))


@pytest.mark.slow
def test_store_that_commands_open_keeps_the_contract(tmp_path: Path) -> None:
    """With its packs before it."""
    check_store(lambda name: create_store(str(tmp_path / name), durability="none"))


def test_private_root_is_closed_to_others(tmp_path: Path) -> None:
    def make(name: str) -> FolderStore:
        return FolderStore.create(str(tmp_path / name), durability="none", private=True)

    check_store(make)

    modes = {path.stat().st_mode & 0o777 for path in tmp_path.rglob("*") if path.is_file()}
    assert modes == {0o600}
    assert {path.stat().st_mode & 0o777 for path in tmp_path.rglob("*") if path.is_dir()} == {0o700}
