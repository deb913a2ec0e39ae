"""A modder's tools: tests, starter worlds, formatting, graphs, manuals, schemas, translation."""
