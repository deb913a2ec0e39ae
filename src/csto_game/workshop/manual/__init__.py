"""The manual of one scenario, to browse."""
