"""A story into a record."""
