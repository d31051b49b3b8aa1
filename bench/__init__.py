"""The benchmark: made-up archives of any size, what they cost, and what other site tools cost beside it.

`make bench`, or `python -m bench 10 100`. It measures the checkout it stands in from
outside, as somebody who installed it would, and imports nothing of it.
"""
