"""What every other package stands on: errors and exit codes, notices, limits, frozen values."""
