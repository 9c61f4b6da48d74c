"""The only folder that knows every stage."""
