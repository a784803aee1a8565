"""The benchmarks stand beside the package, not in it. An installed package is still found first."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2]))
