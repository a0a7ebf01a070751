"""One conversion, from what a caller says to the bytes of each output: plan → pipeline → conversion."""
