"""Sentences: everything that a player reads."""
