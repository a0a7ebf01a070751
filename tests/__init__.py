"""Tests mirror `converter/`; `cases/` are inputs with what must come out; `judges/` need programs from outside."""
