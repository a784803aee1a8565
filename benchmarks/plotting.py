"""Draws what `benchmarks.speed` measures: cost against size."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from benchmarks.speed import Row

PANELS = (("warm_ms", "a warm query, ms"), ("cold_ms", "a cold process, ms"), ("memory_mb", "memory, MB"))
OURS = "factcheck"


def draw(rows: Sequence[Row], path: Path) -> None:
    """Draw the synthetic sets into a file, SVG or PNG by its name."""
    try:
        matplotlib: Any = import_module("matplotlib")
        pyplot: Any = import_module("matplotlib.pyplot")
    except ImportError:
        raise SystemExit('--plot needs matplotlib: pip install "factcheck-cli[dev]"') from None
    matplotlib.use("agg")
    matplotlib.rcParams["svg.hashsalt"] = "factcheck"
    figure, panels = pyplot.subplots(1, len(PANELS), figsize=(11, 3.8), layout="constrained")
    shown = [row for row in rows if row.set.startswith("synthetic")]
    for panel, (field, title) in zip(panels, PANELS, strict=True):
        for system in dict.fromkeys(row.system for row in shown):
            points = [
                (row.claims, getattr(row, field))
                for row in shown
                if row.system == system and getattr(row, field) is not None
            ]
            width = 2.4 if system.startswith(OURS) else 1.2
            panel.plot(*zip(*points, strict=True), marker="o", markersize=3, linewidth=width, label=system)
        panel.set(xscale="log", yscale="log", xlabel="claims", title=title)
        panel.grid(visible=True, alpha=0.3)
    figure.legend(*panels[0].get_legend_handles_labels(), loc="outside lower center", ncols=5, fontsize=8)
    figure.savefig(path, metadata={"Date": None} if path.suffix == ".svg" else None, dpi=110)
