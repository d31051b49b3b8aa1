"""Bringing communities in that are written down elsewhere: what has a place is placed, the rest is told."""
