"""Programs that measure factcheck: `python -m benchmarks.NAME`."""
