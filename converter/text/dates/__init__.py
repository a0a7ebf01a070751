"""Dates as pages, wires and stories write them."""
