"""Which two values, or statements, of two reports answer one question: stories to fit on, and the fits."""
