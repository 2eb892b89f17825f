"""The YAML of an analyst: read strictly, checked whole, tested, explained."""
