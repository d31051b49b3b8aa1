"""A cell becomes plain Markdown pages, each block knowing where it came from."""
