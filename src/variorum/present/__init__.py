"""A record for people: views, then command line, page and exports."""
