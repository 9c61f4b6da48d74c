"""How two sentences of two reports stand: the pairs to learn from, what is learned, and how well."""
