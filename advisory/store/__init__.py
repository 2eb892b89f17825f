"""What was taken in, decided, assessed and sent: append-only, in SQLite."""
