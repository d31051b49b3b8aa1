"""The form in the browser: what it asks, what it knows, and where a new file goes."""
