"""Games without a screen, in numbers."""
