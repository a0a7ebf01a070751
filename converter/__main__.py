"""`python -m converter` is the same program as `convert`."""

from converter.cli.__main__ import main

main()
