"""Articles into stories, and whose text each carries."""
