"""Translations: what there is to translate, files kept up to date, and what is wrong with them."""
