"""Games being played, saved, replayed and explained."""
