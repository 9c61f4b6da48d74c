"""Bytes into articles."""
