"""What is fast, against what: standard library only, so that a run measures the product and nothing else."""
