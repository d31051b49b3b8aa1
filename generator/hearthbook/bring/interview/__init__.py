"""What a good adviser asks before a group begins, and what becomes of the answers."""
