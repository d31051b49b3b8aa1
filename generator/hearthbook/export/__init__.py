"""The archive in other forms: schemas for editors, and texts for other places."""
