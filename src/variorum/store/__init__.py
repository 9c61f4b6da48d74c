"""Keeps what was read, so that it need not be read again."""
