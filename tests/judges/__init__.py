"""Validators that we did not write, on every sample, every case and the full article (see README.md)."""
