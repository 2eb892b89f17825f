"""Files and feeds become reports; what cannot be read is refused with its reason."""
