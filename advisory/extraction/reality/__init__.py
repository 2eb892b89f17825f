"""Whether a thing happened, or is planned, denied, charged, remembered or played."""
