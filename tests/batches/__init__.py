"""Whole folders: what goes in, the workers, the journal, and what a kill leaves."""
