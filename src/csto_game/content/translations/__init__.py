"""Translations of a package's texts: read, checked, counted, and put into a Scenario."""
