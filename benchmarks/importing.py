"""Measure importing an archive: `python -m benchmarks.importing`.

Writes a ClaimReview `DataFeed` of 300,000 items (drawn with a fixed seed) to a temporary folder, imports it with the
command in a process of its own, and reads the same items' texts one by one with `json.loads`: the ratio of the two
times, and the largest memory of the import.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tabulate import tabulate

SEED = 20250722
PUBLISHERS = tuple(
    f"{name} Check" for name in "Harbour Meridian Lantern Compass Ledger Beacon Plain Open".split()
)
RATINGS = {
    "False": 45,
    "Pants on Fire": 6,
    "Mostly false": 9,
    "True": 10,
    "Correct": 3,
    "Falso": 5,
    "Misleading": 12,
}
RATINGS |= {"Half True": 4, "Missing context": 4, "It is not so simple": 2}
SUBJECTS = "minister mayor hospital report video photograph vaccine law school river bank company tax".split()
VERBS = (
    "banned shows proves caused closed opened doubled stopped sold paid built lost signed refused hid".split()
)
OBJECTS = "bridge election budget border treatment island railway forest price contract machine record museum".split()


def main() -> int:
    """Generate, measure and print a table. Gives 1 where a bar is missed."""
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("--items", type=int, default=300_000)
    parser.add_argument("--rounds", type=int, default=3, help="the median counts (default: 3)")
    parser.add_argument("--bar", type=float, default=4.0, help="times json.loads")
    parser.add_argument("--megabytes", type=float, default=200.0, help="the most memory")
    parser.add_argument("--loads", metavar="FILE", help=argparse.SUPPRESS)
    parser.add_argument("--run", metavar="FOLDER", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.loads:
        print(json.dumps(loads(Path(options.loads))))
        return 0
    if options.run:
        print(json.dumps(run(Path(options.run))))
        return 0
    with tempfile.TemporaryDirectory(prefix="factcheck-import-") as folder:
        return compare(Path(folder), options)


def compare(folder: Path, options: argparse.Namespace) -> int:
    """Measure both, in turns, and print what came out."""
    feed, lines = folder / "feed.json", folder / "items.txt"
    generate(feed, lines, options.items)
    base: list[dict[str, float]] = []
    ours: list[dict[str, float]] = []
    for _ in range(options.rounds):
        base.append(_measured("--loads", lines))
        ours.append(_measured("--run", folder))
    claims, memory = ours[0]["claims"], max(one["megabytes"] for one in ours)
    print(
        f"{options.items:,} items, {feed.stat().st_size / 1e6:,.0f} MB; {claims:,} claims; {memory:.0f} MB of memory"
    )
    rows = [[name, *_medians(key, base, ours)] for name, key in (("wall", "seconds"), ("processor", "cpu"))]
    print(tabulate(rows, ["time", "json.loads s", "import s", "ratio"], tablefmt="github", floatfmt=".2f"))
    return 1 if rows[0][-1] > options.bar or memory > options.megabytes else 0


def _medians(
    key: str, base: list[dict[str, float]], ours: list[dict[str, float]]
) -> tuple[float, float, float]:
    """The median of both, and how many times the first the second is."""
    first, second = (statistics.median(one[key] for one in runs) for runs in (base, ours))
    return first, second, second / first


def _measured(flag: str, path: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.importing", flag, str(path)]
    ran = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(ran.stdout)
    return found


def loads(path: Path) -> dict[str, float]:
    """Read every item's text with `json.loads`; the texts are in memory before the clock starts."""
    texts = path.read_text(encoding="utf-8").split("\n")[:-1]
    began, worked = time.perf_counter(), time.process_time()
    for text in texts:
        json.loads(text)
    return {"seconds": time.perf_counter() - began, "cpu": time.process_time() - worked}


def run(folder: Path) -> dict[str, float]:
    """The command as a user runs it, start of the process included."""
    root = Path(tempfile.mkdtemp(dir=folder))
    for name in ("claims", "src_text"):
        (root / name).mkdir()
    target = root / "claims" / "archive.jsonl"
    code = "import sys; from factcheck.cli import main; sys.argv[0] = 'factcheck'; main()"
    command = [
        sys.executable,
        "-c",
        code,
        "import",
        str(folder / "feed.json"),
        "--into",
        "claims/archive.jsonl",
    ]
    began = time.perf_counter()
    subprocess.run(
        [*command, "--workspace", str(root), "-q"], check=True, env={**os.environ, "FACTCHECK_CACHE_DIR": ""}
    )
    seconds = time.perf_counter() - began
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    with target.open("rb") as handle:
        claims = sum(1 for _ in handle)
    cpu = used.ru_utime + used.ru_stime
    return {"seconds": seconds, "cpu": cpu, "megabytes": used.ru_maxrss / 1024, "claims": claims}


def generate(feed: Path, lines: Path, items: int) -> None:
    """One feed on one line, as archives publish it, and its items one a line."""
    with feed.open("w", encoding="utf-8") as whole, lines.open("w", encoding="utf-8") as single:
        whole.write('{"@context": "https://schema.org", "@type": "DataFeed", "dataFeedElement": [')
        for number, text in enumerate(item_texts(items)):
            whole.write(", " * (number > 0) + text)
            single.write(text + "\n")
        whole.write("]}")


def item_texts(items: int) -> Iterator[str]:
    """Items such as archives have them, as JSON."""
    draw = random.Random(SEED)
    words, weights = list(RATINGS), list(RATINGS.values())
    for number in range(items):
        publisher = draw.choice(PUBLISHERS)
        site = publisher.split()[0].lower()
        day = f"20{draw.randint(15, 24)}-{draw.randint(1, 12):02d}-{draw.randint(1, 28):02d}"
        address = f"https://www.{site}.example/{day.replace('-', '/')}/{number}/"
        review = {
            "@type": "ClaimReview",
            "author": {"@type": "Organization", "name": publisher, "url": f"https://www.{site}.example/"},
            "claimReviewed": _claim(draw, number),
            "datePublished": day,
            "itemReviewed": {
                "@type": "Claim",
                "author": {
                    "@type": "Person",
                    "name": draw.choice(("Viral posts", "A senator", "Многие посты")),
                },
                "datePublished": day,
                "firstAppearance": {
                    "@type": "CreativeWork",
                    "url": f"https://social.example/post/{number * 7}",
                },
            },
            "reviewRating": {
                "@type": "Rating",
                "alternateName": draw.choices(words, weights)[0],
                "bestRating": 5,
                "ratingValue": draw.randint(1, 5),
                "worstRating": 1,
            },
            "url": address,
        }
        item = {"@type": "DataFeedItem", "dateCreated": f"{day}T08:00:00Z", "item": [review], "url": address}
        yield json.dumps(item, ensure_ascii=number % 2 == 0)


def _claim(draw: random.Random, number: int) -> str:
    parts = [f"The {draw.choice(SUBJECTS)} {draw.choice(VERBS)} the {draw.choice(OBJECTS)}"]
    parts.append(f"of {draw.randint(2, 900)} people in district {number % 9973}")
    if draw.random() < 0.3:
        parts.append("after the “great storm” of last year")
    return " ".join(parts) + "."


if __name__ == "__main__":
    sys.exit(main())
