"""The same tests every time: hypothesis takes its cases from the test itself, and not from chance."""

from hypothesis import settings

settings.register_profile("same", derandomize=True, deadline=None, print_blob=True)
settings.load_profile("same")
