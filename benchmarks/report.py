"""Measure how fast a large report opens: `python -m benchmarks.report`.

Writes a workspace of 2,000 claims over one source of 300 KB to a temporary folder (drawn with a fixed
seed; quotes of one to three sentences, a third of them overlapping others), has `factcheck report` make
the page of it in a process of its own, and opens the page in a headless Chromium, each time a fresh one.
Two figures are the reader's: the time from the start of the navigation until the page's own script has
run (it can be searched, and clicked), and until two more frames have been painted. Then the time of one
search and of one click on a cited span, until the frame after. Needs `chromium` and `chromium-driver`.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tabulate import tabulate

from benchmarks.browser import chromium, missing

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

SEED = 20250722
SYLLABLES = "ba ber co dan el fi gor ha in ju kal lo mer no os pra quin ro sel tu ul ve wim yor za".split()
PAINTED = """
const done = arguments[0];
const wait = () => document.documentElement.dataset.ready
  ? requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())))
  : setTimeout(wait, 5);
wait();
"""
SEARCHED = """
const [query, done] = arguments;
const field = document.getElementById("query");
const start = performance.now();
field.value = query;
field.dispatchEvent(new Event("input", {bubbles: true}));
const wait = () => document.getElementById("status").textContent
  ? requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)))
  : setTimeout(wait, 2);
wait();
"""
CLICKED = """
const done = arguments[0];
const spans = document.querySelectorAll("a.s[id]");
const span = spans[Math.floor(spans.length / 2)];
span.scrollIntoView();
const start = performance.now();
span.click();
requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
"""


def main() -> int:
    """Generate, measure and print a table. Gives 1 where the bar is missed, 2 without a browser."""
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("--claims", type=int, default=2_000)
    parser.add_argument("--bytes", type=int, default=300_000, help="of the source (default: 300000)")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--bar", type=float, default=2.0, help="seconds until it is painted (default: 2)")
    parser.add_argument("--keep", metavar="FILE", help="also write the page to FILE")
    options = parser.parse_args()
    if reason := missing():
        print(reason, file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="factcheck-report-") as name:
        folder = Path(name)
        generate(folder, options.claims, options.bytes)
        seconds, page = write(folder)
        if options.keep:
            Path(options.keep).write_bytes(page.read_bytes())
        opened = [measured(page) for _ in range(options.runs)]
    rows = [["write the page", seconds, seconds], *summary(opened)]
    print(f"{options.claims:,} claims, {options.bytes:,} bytes; the page has {opened[0]['bytes']:,.0f} bytes")
    print(tabulate(rows, headers=["", "median s", "worst s"], floatfmt=".2f"))
    return 0 if statistics.median(run["painted"] for run in opened) < options.bar else 1


def generate(folder: Path, claims: int, size: int) -> None:
    """A workspace of one interview and so many claims."""
    draw = random.Random(SEED)
    words = sorted({"".join(draw.choices(SYLLABLES, k=draw.choice((1, 2, 2, 3)))) for _ in range(4_000)})
    paragraphs: list[list[str]] = []
    length = 0
    while length < size:
        paragraph = [sentence(draw, words) for _ in range(draw.randint(2, 7))]
        if draw.random() < 0.3:
            paragraph[0] = f"- {paragraph[0]}"
        paragraphs.append(paragraph)
        length += len(" ".join(paragraph)) + 2
    text = "\n\n".join(" ".join(paragraph) for paragraph in paragraphs) + "\n"
    (folder / "src_text").mkdir(parents=True)
    (folder / "claims").mkdir()
    data = text.encode("utf-8")
    (folder / "src_text" / "talk.txt").write_bytes(data)
    (folder / "src_text" / "sources.toml").write_text(
        f'[[source]]\nid = "talk"\npath = "src_text/talk.txt"\nsha256 = "{hashlib.sha256(data).hexdigest()}"\n'
        'title = "A long talk"\nkind = "interview"\npublisher = "Lume Courier"\nissued = "2024-06"\n'
        'language = "en"\n[[source.people]]\nname = "Ines Varga"\nrole = "interviewee"\n'
        '[[source.people]]\nname = "Tomas Reyl"\nrole = "interviewer"\n'
        '[source.layout]\ntype = "turns-by-marker"\norder = ["Tomas Reyl", "Ines Varga"]\n'
        'introduction = "Lume Courier"\n',
        encoding="utf-8",
    )
    tags = draw.sample(words, 40)
    entries = [entry(draw, number, draw.choice(paragraphs), tags) for number in range(claims)]
    (folder / "claims" / "talk.toml").write_text("\n".join(entries), encoding="utf-8")


def sentence(draw: random.Random, words: list[str]) -> str:
    """A sentence of nonsense."""
    return " ".join(draw.choices(words, k=draw.randint(8, 22))).capitalize() + "."


def entry(draw: random.Random, number: int, paragraph: list[str], tags: list[str]) -> str:
    """A claim that quotes one to three sentences of a paragraph, with two other wordings."""
    first = draw.randrange(len(paragraph))
    quote = " ".join(paragraph[first : first + draw.choice((1, 1, 2, 3))]).removeprefix("- ")
    also = ", ".join(f'"{sentence(draw, quote.strip(".").lower().split())}"' for _ in range(2))
    listed = ", ".join(f'"{tag}"' for tag in draw.sample(tags, 2))
    return (
        f'[[claim]]\nid = "claim-{number}"\nstatement = "{quote}"\nalso = [{also}]\ntags = [{listed}]\n'
        f'[[claim.evidence]]\nsource = "talk"\nquote = "{quote}"\n'
    )


def write(folder: Path) -> tuple[float, Path]:
    """Have the command write the page: the seconds, and the page."""
    page = folder / "report.html"
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1]), "FACTCHECK_CACHE_DIR": ""}
    command = [sys.executable, "-m", "factcheck", "report", "--workspace", str(folder), "-o", str(page), "-q"]
    start = time.perf_counter()
    subprocess.run(command, check=True, env=environment)
    return time.perf_counter() - start, page


def measured(page: Path) -> dict[str, float]:
    """The figures of one fresh browser, in seconds."""
    with chromium() as driver:
        driver.get("about:blank")
        driver.get(page.as_uri())
        painted = driver.execute_async_script(PAINTED) / 1000
        timing = "const t = performance.getEntriesByType('navigation')[0];"
        ready = driver.execute_script(f"{timing} return t.domContentLoadedEventEnd") / 1000
        return {
            "bytes": float(page.stat().st_size),
            "ready": ready,
            "painted": painted,
            "search": timed(driver, SEARCHED, "quin"),
            "click": timed(driver, CLICKED),
        }


def timed(driver: Chrome, script: str, *arguments: str) -> float:
    """The seconds that a script measures itself."""
    return float(driver.execute_async_script(script, *arguments)) / 1000


def summary(runs: list[dict[str, float]]) -> list[list[str | float]]:
    """The median and the worst of each figure."""
    titles = {
        "ready": "open: its script has run",
        "painted": "open: painted",
        "search": "search, of which 0.08 s wait for the next key",
        "click": "click on a span",
    }
    return [
        [title, statistics.median(run[key] for run in runs), max(run[key] for run in runs)]
        for key, title in titles.items()
    ]


if __name__ == "__main__":
    raise SystemExit(main())
