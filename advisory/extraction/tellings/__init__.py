"""What one sentence tells: each incident in it, with its type, day, place and toll."""
