"""A place name in its context becomes a place; a query becomes a region."""
