"""People counted: from the words of a sentence to who was killed and who was injured."""
