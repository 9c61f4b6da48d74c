"""What stands between two sentences, told by an encoder that was taught on pairs: see :mod:`.reader`."""
