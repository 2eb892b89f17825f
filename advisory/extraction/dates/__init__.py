"""The days that a text tells, and which of them a deed or an announcement is of."""
