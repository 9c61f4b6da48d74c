"""The facts of an article read from its head and foot."""
