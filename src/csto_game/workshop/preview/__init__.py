"""A card or a verb as a player sees it, without playing up to it."""
