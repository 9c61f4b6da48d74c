"""Times against TIMEX3 gold: loader, scorer, bench."""
