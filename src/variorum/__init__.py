"""Variorum reads many reports of one event and writes one sourced record."""

__version__ = "0.1.0"
