"""Pairs and circles: who meets whom, so that nobody meets the same three people for ever."""
