"""Who did it and to whom: verbs of violence, their subjects and objects, and who is blamed."""
