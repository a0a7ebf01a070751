# Recipes for developers. `.venv-dev` is made by the README's second command, or by `just setup`.

export PATH := justfile_directory() / ".venv-dev" / "bin" + ":" + env("PATH")
# Compiled modules are kept, whatever the machine says: the tests start Python hundreds of times.
export PYTHONDONTWRITEBYTECODE := ""

python_code := "converter tests benchmarks tools"

# list the recipes
default:
    @just --list --unsorted

# make .venv-dev: the pinned tools, and this tree as an editable install
setup:
    python3 -m venv .venv-dev
    .venv-dev/bin/pip install --quiet -r constraints-dev.txt
    .venv-dev/bin/pip install --quiet --no-deps --no-build-isolation -e .

# the gate, locally and in CI: format, lint, types, import contracts, fast tests
check: static test

[parallel]
[private]
static: format lint types contracts

# is the code formatted?
format:
    ruff format --check --quiet .

# ruff's rules
lint:
    ruff check --quiet .

# mypy --strict
types:
    mypy

# imports point one way
contracts:
    lint-imports

# tests that need nothing outside this clone; arguments go to pytest
test *ARGS:
    pytest --quiet -n auto --dist worksteal {{ ARGS }}

# Twice as many tests at once as there are cores: half of their time they wait for processes, moments and flushes.
slow_at_once := shell("expr $(getconf _NPROCESSORS_ONLN) '*' 2")

# tests that take their time: kills at random moments, long fuzz runs
slow *ARGS:
    pytest --quiet -n {{ slow_at_once }} --dist worksteal -m slow {{ ARGS }}

# tests on a cluster: 40 kills at random of machines, scheduler and batch; minutes, on a machine with nothing else to do
cluster *ARGS:
    pytest --quiet -m cluster {{ ARGS }}

# mend what a tool can: format, imports, simple lint
fix:
    ruff check --fix --quiet .
    ruff format --quiet .

# rewrite the expected files of tests/cases, and the PDF writer's dump and page pictures; review the diff like code
accept *ARGS:
    pytest --quiet tests/test_cases.py tests/writers/pdf/test_dump.py tests/writers/pdf/test_page_pictures.py --accept {{ ARGS }}

# every output of every case, and a batch's archive, against tests/golden.txt; `--accept` rewrites it
golden *ARGS:
    python tools/golden.py {{ ARGS }}

# precision and recall of the text rules
scores *ARGS:
    python -m tests.scores {{ ARGS }}

# somebody else's validators, on every sample and case; needs ../shared (tests/judges/README.md)
judges *ARGS:
    test -x .judges/bin/python || just judges-setup
    pytest --quiet -n auto --dist worksteal tests/judges {{ ARGS }}

# 790 real texts in 579 languages as PDFs, by validators and three readers (some minutes)
corpus *ARGS:
    CORPUS=whole pytest --quiet tests/judges/test_pdf_corpus.py {{ ARGS }}

# make .judges, the virtual environment of the judges
judges-setup:
    python3 -m venv .judges
    .judges/bin/pip install --quiet -r constraints-judges.txt
    .judges/bin/pip install --quiet --no-deps -r constraints-schemas.txt
    python -m tests.judges.node

# what is fast, against pandoc; arguments go to benchmarks/run.py
bench *ARGS:
    python benchmarks/run.py {{ ARGS }}

# one article as a PDF against Platypus and Typst; arguments go to benchmarks/typesetters.py
bench-pdf *ARGS:
    python benchmarks/typesetters.py {{ ARGS }}

# every reader by every writer and back: what is kept, and no loss that nobody declared (some minutes with --pandoc)
matrix *ARGS:
    python benchmarks/matrix.py {{ ARGS }}

# what is found in saved pages, against other extractors; arguments go to benchmarks/extraction.py
extraction *ARGS:
    python benchmarks/extraction.py {{ ARGS }}

# the text reader on stories in the forms of scrapes and wires; arguments go to benchmarks/stories.py
stories *ARGS:
    python -m benchmarks.stories {{ ARGS }}

# write the reference pages anew from the code
docs:
    python tools/reference.py

# draw the README's pictures anew from the samples' PDFs; needs Poppler's pdftoppm
picture:
    python tools/picture.py

# write the constraints files anew from pyproject.toml; `just pins --upgrade` moves to the newest versions
pins *ARGS:
    python3 tools/pins.py {{ ARGS }}

# build the wheel into dist/
wheel:
    pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

# gather the fragments of changes/ into CHANGELOG.md; the version and the day are the caller's to say
changelog VERSION DAY:
    towncrier build --version {{ VERSION }} --date {{ DAY }}
