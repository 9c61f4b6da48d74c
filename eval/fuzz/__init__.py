"""Fuzzing of reading: no input text makes a reader raise, hang, or give a range that does not hold."""
