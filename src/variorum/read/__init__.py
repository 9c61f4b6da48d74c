"""An article into a reading."""
