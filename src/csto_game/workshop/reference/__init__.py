"""The reference of the format, made from what the loader and the rule language read by."""
