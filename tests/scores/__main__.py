"""`python -m tests.scores [-v] [--generated N]`: precision, recall and F1 of each field over the labelled corpus.

With `--generated`, over N made-up stories instead (`generate.py`).
"""

from __future__ import annotations

import argparse

from tests.scores.corpus import load
from tests.scores.generate import generate
from tests.scores.measure import measure


def main() -> None:
    """Print the table; with `-v` also what went wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.scores", description=__doc__)
    parser.add_argument("-v", action="store_true", dest="verbose", help="say what went wrong, text by text")
    parser.add_argument("--generated", type=int, metavar="N", help="N made-up stories instead of the labelled ones")
    arguments = parser.parse_args()
    cases = generate(arguments.generated) if arguments.generated else load()
    print(f"{len(cases)} {'made-up' if arguments.generated else 'hand-labelled'} texts")
    print(f"{'field':12}  precision  recall    F1   wanted")
    scores = measure(cases)
    for name, score in scores.items():
        print(f"{name:12}      {score.precision:5.3f}   {score.recall:5.3f} {score.f1:5.3f}   {score.wanted:6}")
    if arguments.verbose:
        for name, score in scores.items():
            for line in score.wrong:
                print(f"{name}: {line}")


if __name__ == "__main__":
    main()
