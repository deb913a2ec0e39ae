"""Scenario files: read, checked, and frozen into a `Scenario`, or told what is wrong."""
