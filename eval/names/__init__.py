"""Names: pairs of persons' names, and who is who across documents."""
