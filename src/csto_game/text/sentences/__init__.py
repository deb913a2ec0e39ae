"""The English sources, by topic."""
