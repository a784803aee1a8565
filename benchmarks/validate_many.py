"""Measure validating an archive: `python -m benchmarks.validate_many`.

Writes a workspace of many short sources and quotes to a temporary folder (drawn with a fixed seed) and
validates it, loading included, in a process of its own: a quarter of it, half of it, all of it, with the
time and the largest memory of each. Then the same quotes go through the Python class of
`linkml-reference-validator`, where `--linkml PYTHON` names an interpreter that has it installed
(`python -m venv V && V/bin/pip install linkml-reference-validator`): warm, its references read and kept
before the clock starts, on a sample of `--sample` sources with all their quotes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tabulate import tabulate

SEED = 20250722
SHARES = (0.25, 0.5, 1.0)
WORDS = 20_000
PER_CLAIM = (1, 2)
"""Quotes a claim."""


def main() -> int:
    """Generate, measure and print a table. Gives 1 where the bar is missed."""
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("--sources", type=int, default=54_000)
    parser.add_argument("--quotes", type=int, default=183_000)
    parser.add_argument("--sentences", type=int, default=30, help="of a source, on average (default: 30)")
    parser.add_argument("--sample", type=int, default=3_000, help="sources for linkml (default: 3000)")
    parser.add_argument("--linkml", metavar="PYTHON", help="an interpreter with linkml-reference-validator")
    parser.add_argument("--bar", type=float, default=8.0)
    parser.add_argument("--measure", metavar="DIR", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        print(json.dumps(measured(Path(options.measure))))
        return 0
    with tempfile.TemporaryDirectory(prefix="factcheck-many-") as folder:
        return compare(Path(folder), options)


def compare(folder: Path, options: argparse.Namespace) -> int:
    """Measure every share and, if it can be had, the other validator; print what came out."""
    rows = []
    seconds = 0.0
    for share in SHARES:
        root = folder / f"{share:.2f}"
        sources, quotes = round(options.sources * share), round(options.quotes * share)
        generate(root, sources, quotes, options.sentences)
        command = [sys.executable, "-m", "benchmarks.validate_many", "--measure", str(root)]
        environment = {**os.environ, "FACTCHECK_CACHE_DIR": ""}
        ran = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
        found = json.loads(ran.stdout)
        seconds = found["seconds"]
        rows.append(
            [
                sources,
                quotes,
                found["faults"],
                f"{seconds:.2f}",
                f"{1e6 * seconds / quotes:.1f}",
                found["megabytes"],
            ]
        )
    print(tabulate(rows, ["sources", "quotes", "faults", "seconds", "µs a quote", "MB"], tablefmt="github"))
    if not options.linkml:
        print("no --linkml PYTHON: nothing to compare with", file=sys.stderr)
        return 0
    ours = seconds / options.quotes
    theirs = linkml(folder / "1.00", folder / "linkml", options)
    ratio = theirs["claims"] / ours
    print(
        f"linkml-reference-validator {theirs['version']}, warm, {theirs['quotes']:,} quotes, {theirs['valid']:,} valid:"
    )
    for order in ("claims", "sources"):
        told = f"{1e6 * theirs[order]:.0f} µs a quote, {theirs[order] / ours:.1f} times ours"
        print(f"  in the order of the {order}: {told}")
    return 0 if ratio >= options.bar else 1


def generate(root: Path, sources: int, quotes: int, sentences: int) -> None:
    """Write a sound workspace of so many sources and quotes."""
    draw = random.Random(SEED)
    letters = "abcdefghijklmnopqrstuvwxyz"
    words = ["".join(draw.choices(letters, k=draw.randint(2, 10))) for _ in range(WORDS)]
    texts = root / "src_text" / "texts"
    texts.mkdir(parents=True)
    (root / "claims").mkdir()
    entries, said = [], []
    for number in range(sources):
        lines = [
            sentence(draw, words) for _ in range(draw.randint(sentences // 2, sentences + sentences // 2))
        ]
        text = "\n\n".join(" ".join(lines[at : at + 4]) for at in range(0, len(lines), 4)) + "\n"
        data = text.encode()
        (texts / f"{number}.txt").write_bytes(data)
        name = f"source-{number}"
        entries.append(
            {
                "id": name,
                "path": f"src_text/texts/{number}.txt",
                "sha256": hashlib.sha256(data).hexdigest(),
                "title": lines[0],
                "kind": "article",
                "publisher": "Nobody",
                "issued": "2024-05-06",
            }
        )
        said += [(name, line) for line in lines]
    write_lines(root / "src_text" / "sources.jsonl", entries)
    drawn = draw.sample(said, quotes)
    claims = []
    while drawn:
        taken = [drawn.pop() for _ in range(min(len(drawn), draw.choice(PER_CLAIM)))]
        evidence = [{"source": source, "quote": quote} for source, quote in taken]
        claims.append(
            {"id": f"claim-{len(claims)}", "statement": sentence(draw, words), "evidence": evidence}
        )
    write_lines(root / "claims" / "claims.jsonl", claims)


def sentence(draw: random.Random, words: list[str]) -> str:
    """A sentence of invented words."""
    return " ".join(draw.choices(words, k=draw.randint(12, 24))).capitalize() + "."


def write_lines(path: Path, items: list[dict[str, object]]) -> None:
    """JSON Lines."""
    path.write_text("".join(json.dumps(item) + "\n" for item in items), encoding="utf-8")


def measured(root: Path) -> dict[str, object]:
    """Load and validate a workspace in this process: seconds, faults, megabytes at most."""
    from factcheck.finding import Place
    from factcheck.validate import QUOTE_RULES, validate
    from factcheck.workspace import Workspace

    began = time.perf_counter()
    workspace = Workspace(Place(root))
    found = validate(workspace, QUOTE_RULES)
    seconds = time.perf_counter() - began
    faults = [fault for fault in found if fault.severity != "note"]
    largest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"seconds": seconds, "faults": len(faults), "megabytes": round(largest / 1024)}


LINKML = """
import importlib.metadata, json, random, sys, time
from pathlib import Path
from linkml_reference_validator.models import ReferenceContent, ReferenceValidationConfig
from linkml_reference_validator.validation.supporting_text_validator import SupportingTextValidator

root, cache, wanted = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
cache.mkdir()
validator = SupportingTextValidator(ReferenceValidationConfig(cache_dir=cache, trust_cached_entries=True))
sources = [json.loads(line) for line in (root / "src_text" / "sources.jsonl").open()]
chosen = {item["id"]: f"PMID:{number + 1}" for number, item in enumerate(random.Random(1).sample(sources, wanted))}
for item in sources:
    if item["id"] in chosen:
        text = (root / item["path"]).read_text()
        name, title = chosen[item["id"]], item["title"]
        validator.fetcher._save_to_disk(ReferenceContent(name, title, text, "full_text"))
claims = [json.loads(line) for line in (root / "claims" / "claims.jsonl").open()]
quotes = [(e["quote"], chosen[e["source"]]) for claim in claims for e in claim["evidence"] if e["source"] in chosen]
found = {"version": importlib.metadata.version("linkml-reference-validator"), "quotes": len(quotes)}
found["valid"] = sum(validator.validate(quote, name).is_valid for quote, name in quotes)
for order, pairs in (("claims", quotes), ("sources", sorted(quotes, key=lambda pair: pair[1]))):
    began = time.perf_counter()
    for quote, name in pairs:
        validator.validate(quote, name)
    found[order] = (time.perf_counter() - began) / len(pairs)
print(json.dumps(found))
"""


def linkml(root: Path, cache: Path, options: argparse.Namespace) -> dict[str, float]:
    """Seconds a quote of the other validator, by the order of the quotes."""
    wanted = str(min(options.sample, options.sources))
    command = [options.linkml, "-c", LINKML, str(root), str(cache), wanted]
    found: dict[str, float] = json.loads(
        subprocess.run(command, check=True, capture_output=True, text=True).stdout
    )
    return found


if __name__ == "__main__":
    sys.exit(main())
