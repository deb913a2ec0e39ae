"""The format as a JSON Schema, for editors."""
