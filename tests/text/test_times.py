"""Zones and offsets, for all who meet a clock in a text."""

from __future__ import annotations

import pytest

from converter.model.checks import matches
from converter.text.dates.moments import moment
from converter.text.dates.times import ZONES, offset


@pytest.mark.parametrize(("minutes", "said"), [(0, "Z"), (330, "+05:30"), (-480, "-08:00"), (780, "+13:00")])
def test_an_offset_is_said_as_iso_8601_says_it(minutes: int, said: str) -> None:
    assert offset(minutes) == said


@pytest.mark.parametrize("zone", ZONES)
def test_each_zone_makes_a_time_of_the_model(zone: str) -> None:
    assert matches("date", f"2024-05-03T18:00:00{offset(ZONES[zone])}")


def test_a_page_may_say_a_zone_that_embargo_lines_know() -> None:
    assert moment("2024-05-03 18:00 AEST") == "2024-05-03T18:00:00+10:00"
