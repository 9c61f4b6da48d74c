"""How well lineage and grouping do, on streams made up for it."""
