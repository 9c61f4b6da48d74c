"""Views: a record's plain data made ready to be shown. Pure; no view knows how it will be drawn."""
