"""A story into a record: :func:`variorum.reconcile.record.reconcile`."""
