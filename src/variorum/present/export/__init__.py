"""A record in other formats."""
