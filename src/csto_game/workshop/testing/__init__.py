"""Scenario tests: a short script, what must then hold, and how often."""
