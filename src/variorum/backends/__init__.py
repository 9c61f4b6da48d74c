"""The language models, behind the protocols of :mod:`variorum.model.protocols`."""
