"""`python -m tests.scores [-v]`: precision, recall and F1 of each field over the labelled corpus."""

from __future__ import annotations

import sys

from tests.scores.corpus import load
from tests.scores.measure import measure


def main(arguments: list[str]) -> None:
    """Print the table; with `-v` also what went wrong."""
    cases = load()
    print(f"{len(cases)} hand-labelled texts")
    print(f"{'field':12}  precision  recall    F1   wanted")
    scores = measure(cases)
    for name, score in scores.items():
        print(f"{name:12}      {score.precision:5.3f}   {score.recall:5.3f} {score.f1:5.3f}   {score.wanted:6}")
    if "-v" in arguments:
        for name, score in scores.items():
            for line in score.wrong:
                print(f"{name}: {line}")


if __name__ == "__main__":
    main(sys.argv[1:])
