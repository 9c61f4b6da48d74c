"""Speech against PolNeAR, the Political News Attribution Relations Corpus (Newell et al. 2018)."""
