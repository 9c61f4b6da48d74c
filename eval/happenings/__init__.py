"""Happenings, agenda, speakers and occasions on short passages of our own, written before any rule was tuned."""
