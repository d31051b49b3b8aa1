"""What a community is, and every value that passes between the parts.

Frozen data only. Nothing in this package imports another part of Hearthbook.
"""
