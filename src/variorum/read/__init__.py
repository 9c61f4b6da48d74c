"""An article into a reading: :func:`variorum.read.article.read_article`."""
