"""What holds of the stores: conformance, kills, flushes, races, repair."""
