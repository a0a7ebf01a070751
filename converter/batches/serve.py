"""A worker as a program of its own: `python -m converter.batches.serve`, with its jobs on standard input.

What it is to do is the first that it hears; see `converter.batches.workers`.
"""

from __future__ import annotations

from contextlib import suppress

from converter.batches.workers import be_worker, read_frame


def main() -> None:
    """Work until nobody is there to say more."""
    asked = read_frame(0)
    if asked is None:
        return
    work, limits = asked
    with suppress(Exception):  # What is wrong with a format is said of the first input that needs it.
        work.warm(())
    be_worker(0, 1, work, limits)


if __name__ == "__main__":
    main()
