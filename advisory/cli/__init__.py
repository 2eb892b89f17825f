"""The command line: one file a noun, the only print, the only clock."""
