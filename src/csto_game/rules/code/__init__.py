"""Trees of the rule language as generated Python."""
