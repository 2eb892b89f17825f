"""The fields of a mention, out of all that its tellings say."""
