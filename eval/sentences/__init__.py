"""Which sentences of two documents tell one event, by MEANTIME."""
