"""A workspace compiled into a folder of its own, for archives: read by key, whatever their size."""
