"""The nouns: plain frozen dataclasses, standard library only."""
