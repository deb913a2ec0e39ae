"""The player's machine: what its terminal can do, the player's own files, and what is wrong."""
