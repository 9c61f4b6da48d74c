"""NAnCo: which answers of different outlets to one question say the same (Laban et al. 2022)."""
