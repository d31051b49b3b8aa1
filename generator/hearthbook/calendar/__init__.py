"""Recurrences: in words, and what they mean."""
