"""Take the pictures in docs/screenshots/: `python docs/screenshots.py`.

Makes the report of the workspace that ships with the package, with the answers to a few statements
about its interview, and photographs it in a headless Chromium. Needs the extras `report` and `test`,
`chromium` and `chromium-driver`; the fonts are the machine's (these were taken with Debian's
`fonts-inter` and `fonts-urw-base35`).
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.browser import chromium, missing, prefer, resize  # noqa: E402 - found from there

FOLDER = ROOT / "docs" / "screenshots"
STATEMENTS = """\
Azerbaijan sent its first humanitarian aid to Ukraine in February 2022.
Over three thousand Ukrainian children have undergone rehabilitation in Azerbaijan.
SOCAR and Gazprom signed an agreement on expanding their strategic partnership in August 2024.
Diplomatic relations between Ukraine and Azerbaijan were established on 6 February 1995.
From 2022 to 2024, more than 67,000 landmines were neutralised in Azerbaijan.
Azerbaijan buys its wheat from Ukraine.
"""


class Shot(NamedTuple):
    """A picture: its name, the part of the page, the screen, and words to click on first."""

    name: str
    fragment: str
    width: int
    height: int
    scheme: str
    words: str = ""


SHOTS = (
    Shot("text-light", "", 1200, 780, "light", "Since 2022, over three hundred Ukrainian children"),
    Shot("statements-dark", "#statements", 1240, 780, "dark"),
    Shot("coverage-light", "#coverage", 1240, 780, "light"),
    Shot("narrow-light", "#statement=3", 390, 844, "light"),
    Shot("narrow-dark", "", 390, 844, "dark", "Azerbaijan sent its first humanitarian aid package"),
)
CLICK = """
const found = [...document.querySelectorAll(".s[id]")].find((part) => part.textContent.includes(arguments[0]));
found.scrollIntoView({block: arguments[1]});
found.click();
"""


def main() -> int:
    """Take all pictures. Gives 2 without a browser."""
    if reason := missing():
        print(reason, file=sys.stderr)
        return 2
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="factcheck-screenshots-") as name, chromium() as driver:
        page = report(Path(name))
        for shot in SHOTS:
            resize(driver, shot.width, shot.height)
            prefer(driver, shot.scheme)
            driver.get("about:blank")
            driver.get(page.as_uri() + shot.fragment)
            if shot.words:
                driver.execute_script(CLICK, shot.words, "center" if shot.width > 1000 else "start")
                driver.execute_script("if (innerWidth < 1000) scrollBy(0, -60)")
            driver.execute_async_script("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))")
            path = FOLDER / f"{shot.name}.png"
            driver.save_screenshot(str(path))
            print(f"{path.relative_to(ROOT)}: {path.stat().st_size:,} bytes")
    return 0


def report(folder: Path) -> Path:
    """The page, made by the real command."""
    (folder / "draft.txt").write_text(STATEMENTS, encoding="utf-8")
    unset = {"FACTCHECK_CACHE_DIR": "", "FACTCHECK_OUTPUT_FORMAT": ""}
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **unset}
    command = [sys.executable, "-m", "factcheck"]
    here = ["--workspace", str(ROOT), "-q"]
    for arguments in (
        ["check", "draft.txt", "--output-format", "json", "-o", "results.json", "--fail-on", "never", *here],
        ["report", "--results", "results.json", "-o", "report.html", *here],
    ):
        subprocess.run([*command, *arguments], check=True, cwd=folder, env=environment)
    return folder / "report.html"


if __name__ == "__main__":
    raise SystemExit(main())
