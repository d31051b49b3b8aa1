"""What git knows of the archive's files, as values that others are given."""
