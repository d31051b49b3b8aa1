"""Bringing communities in: new archives and new files from the starter."""
