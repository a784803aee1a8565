"""What `docs/build.py` makes, one module a kind of page."""
