"""Scenario files laid out alike: columns in line, rules evenly spaced, comments where they were."""
