"""Who starts, sets and reads what: the threads of a scenario."""
