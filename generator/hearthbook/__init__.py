"""Hearthbook turns one YAML file per community into a handbook that members read."""

__version__ = "0.1.0"
