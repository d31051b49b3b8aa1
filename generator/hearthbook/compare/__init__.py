"""Two versions of a community: what changed, of which kind it is, and how to say it."""
