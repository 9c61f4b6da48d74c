"""The benchmarks: data digests, scorers, floors."""
