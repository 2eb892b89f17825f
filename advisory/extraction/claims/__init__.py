"""Who says it: speakers, what each of them claims, and whose word a toll is."""
