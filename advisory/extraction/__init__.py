"""One report becomes a reading: mentions and conditions, each value with its evidence."""
