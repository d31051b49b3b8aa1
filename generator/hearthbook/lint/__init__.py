"""Findings and how they are told. Rules will live in `rules/`, one file each."""
