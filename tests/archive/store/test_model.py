"""Any order of acts, any of them killed at any call: the archive holds what was acknowledged, and is whole.

A model in memory says what must be there; of an act that was killed the old
state or the new one, and no third.
"""

from __future__ import annotations

import os
import tempfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from converter.archive.folder import FolderStore
from converter.archive.verify import verify
from tests.archive.store import kills
from tests.archive.store.conftest import MEMORY

if TYPE_CHECKING:
    from collections.abc import Callable

    from converter.archive.inventory import NewVersion
    from converter.archive.store import Durability

    State = dict[str, tuple[str, ...]]
    """Id → the texts of its versions."""

_IDS = tuple(f"urn:example:{letter}" for letter in "abc")
_ACTS = ("put", "put", "group", "replace", "remove", "repair")
_STEPS = st.lists(
    st.tuples(st.sampled_from(_ACTS), st.sampled_from(_IDS), st.one_of(st.none(), st.integers(1, 90)), st.booleans()),
    min_size=1,
    max_size=8,
)


def _version(text: str) -> NewVersion:
    return kills.version(text)


def _after(state: State, act: str, id: str, text: str) -> State:
    """Return the state that an act leads to."""
    match act:
        case "put":
            return {**state, id: (*state.get(id, ()), text)}
        case "group":
            return {**state, **{each: (*state.get(each, ()), text) for each in _IDS}}
        case "replace" if id in state:
            return {**state, id: (text,)}
        case "remove":
            return {key: texts for key, texts in state.items() if key != id}
        case _:
            return state


def _do(place: str, act: str, id: str, text: str, durability: Durability) -> None:
    with FolderStore.open(place, durability=durability) as store:
        found = store.find(id)
        match act:
            case "put":
                store.put(id, _version(text), found)
            case "group":
                with store.group() as group:
                    for each in _IDS:
                        group.put(each, _version(text), store.find(each))
            case "replace" if found is not None:
                store.replace(id, _version(text), found, how="purged")
            case "remove" if found is not None:
                store.remove(id, found, how="packed")
            case "repair":
                store.repair()


def _state(place: str) -> State:
    store = FolderStore.open(place)
    state: State = {}
    for id in store.ids():
        found = store.find(id)
        assert found is not None
        state[id] = tuple(store.read(id, "source/story.txt", version).decode() for version in found.versions)
        assert found == kills.made(id, *(_version(text) for text in state[id]))
    return state


def _between(before: State, after: State, act: str, found: State) -> bool:
    """Return whether a state is one that a kill of the act may leave: of a group, any part of it."""
    if act != "group":
        return found in (before, after)
    return found.keys() <= after.keys() and all(found.get(id, ()) in (before.get(id, ()), after[id]) for id in after)


def _run(steps: list[tuple[str, str, int | None, bool]], folder: str) -> None:
    place = os.path.join(folder, "root")
    FolderStore.create(place, durability="none").close()
    state: State = {}
    for number, (act, id, kill, is_grouped) in enumerate(steps):
        text = f"text {number}"
        durability: Durability = "group" if is_grouped else "each"
        after = _after(state, act, id, text)

        def do(act: str = act, id: str = id, text: str = text, durability: Durability = durability) -> None:
            _do(place, act, id, text, durability)

        killed = kills.kill_at(do, kill) if kill else bool(kills.in_child(do))
        with FolderStore.open(place, durability="none") as store:
            for each in _IDS:
                store.settle(each)
        found = _state(place)
        assert _between(state, after, act, found) if killed else found == after
        state = found
    with FolderStore.open(place, durability="none") as store:
        store.repair()
    assert _state(place) == state
    findings = [
        f"{each.path}: {each.words}"
        for each in verify(FolderStore.open(place).tree)
        if each.code not in kills.Removed.expected
    ]
    assert findings == []


def _property(examples: int) -> Callable[[], None]:
    @settings(max_examples=examples, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(_STEPS)
    def run(steps: list[tuple[str, str, int | None, bool]]) -> None:
        with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
            _run(steps, folder)

    return run


@pytest.mark.slow
def test_acts_in_any_order_and_killed_anywhere() -> None:
    _property(8)()


@pytest.mark.slow
def test_many_acts_in_any_order_and_killed_anywhere() -> None:
    _property(200)()
