"""The places that a text names, from the gazetteer's countries to the quarters of a town."""
