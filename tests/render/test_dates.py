"""Dates as a newspaper prints them."""

from converter.render.dates import print_date


def test_dates_are_printed_in_the_language_of_the_article() -> None:
    assert print_date("2024-05-22", "en-GB", weekday=True) == "Wednesday 22 May 2024"
    assert print_date("2024-05-22T10:00:00Z", "de", weekday=True) == "Mittwoch, 22. Mai 2024"
    assert print_date("2024-01-31", "ru") == "31 января 2024"
    assert print_date("2024-02", "fr") == "février 2024"
    assert print_date("2024-05-22", "th") == "2024-05-22"
    assert print_date("--05-22", "en") == "--05-22"
    assert print_date("2024", "en") == "2024"
    assert print_date("2000-02-29", "en", weekday=True) == "Tuesday 29 February 2000"
