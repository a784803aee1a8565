"""`factcheck cite` and `factcheck lookup --cite`: what goes where, and what is refused."""

import json
import subprocess
import sys

import pytest
import rispy

from factcheck.reporters.cite import STYLES

QUOTE = "Over three hundred people work in the port today."
CLAIM = "Over three hundred people work in the port of Porto Lume."
REVIEW = """
[[claim]]
id = "port-burnt"
statement = "The port of Porto Lume burnt down twice."

[claim.review]
stance = "refutes"
rating = "False"
publisher = "Lume Facts"
url = "https://facts.example/1"
"""


@pytest.fixture
def with_url(port):
    """The workspace's source has an address."""
    path = port.folder / "src_text" / "sources.toml"
    text = path.read_text(encoding="utf-8").replace('language = "en"', 'url = "https://lume.example/1"')
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("style", STYLES)
def test_every_style_names_the_source_and_links_to_the_words(run, with_url, style):
    result = run("cite", "port-staff", "--style", style)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "The port is open again" in result.stdout
    link = "https://lume.example/1#:~:text=Over%20three%20hundred%20people%20work%20in%20the%20port%20today."
    assert link in result.stdout


def test_several_claims_each_once(run):
    result = run("cite", "port-staff", "railway-agreement", "port-staff", "--style", "csl-json")
    items = json.loads(result.stdout)
    assert [item["id"] for item in items] == ["port-staff", "railway-agreement", "railway-agreement.2"]


def test_a_file_is_written_whole_or_not_at_all(run, port):
    target = port.folder / "quotes.ris"
    assert run("cite", "port-staff", "--style", "ris", "-o", str(target)).exit_code == 0
    written = target.read_bytes()
    assert len(rispy.loads(written.decode("utf-8"))) == 1
    assert run("cite", "nobody", "--style", "ris", "-o", str(target)).exit_code == 2
    assert target.read_bytes() == written


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (QUOTE, QUOTE.upper()),
        ('speaker = "Ines Varga"', 'speaker = "Tomas Reyl"'),
    ],
)
@pytest.mark.parametrize("style", STYLES)
def test_a_quote_that_does_not_hold_is_refused(run, port, before, after, style):
    port.write(claims=port.claims.replace(before, after))
    result = run("cite", "port-reopened", "port-staff", "--style", style)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "`port-staff` cannot be cited" in result.stderr
    assert "factcheck validate" in result.stderr


@pytest.mark.parametrize("sha256", [None, "old"])
def test_a_source_that_no_longer_says_so_is_refused(run, port, sha256):
    import hashlib

    old = hashlib.sha256(port.text.encode()).hexdigest()
    port.write(text=port.text.replace("three hundred", "four hundred"), sha256=old if sha256 else None)
    result = run("cite", "port-staff")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "`port-staff` cannot be cited" in result.stderr
    assert "factcheck validate" in result.stderr


def test_a_claim_that_rests_on_a_verdict_has_no_quote(run, port):
    port.write(claims=port.claims + REVIEW)
    result = run("cite", "port-burnt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "`port-burnt` rests on the verdict of Lume Facts" in result.stderr
    assert "https://facts.example/1" in result.stderr


def test_lookup_prints_the_quotes_that_decide(run):
    result = run("lookup", "--cite", "text", CLAIM)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"“{QUOTE}”\nInes Varga (harbour master), interview by Tomas Reyl")
    assert result.stderr.startswith("note: supported (")
    assert result.stderr.endswith("%): 1 quote\n")


def test_lookup_of_what_is_refuted(run):
    result = run("lookup", "--cite", "csl-json", "Over three thousand people work in the port of Porto Lume.")
    assert result.exit_code == 1
    assert [item["id"] for item in json.loads(result.stdout)] == ["port:9:3"]
    assert result.stderr.startswith("note: refuted (")


@pytest.mark.parametrize(("style", "nothing"), [("biblatex", ""), ("csl-json", "[]\n")])
def test_lookup_with_nothing_to_cite(run, style, nothing):
    result = run("lookup", "--cite", style, "The moon is made of green cheese.")
    assert (result.exit_code, result.stdout) == (1, nothing)
    assert result.stderr == "note: not-enough-info: nothing to cite\n"


def test_a_search_gives_the_nearest_quotes(run):
    result = run("lookup", "--exit-zero", "--cite", "text", "railway agreement")
    assert result.exit_code == 0
    assert "“In May 2024 the port signed an agreement with the railway.”" in result.stdout


def test_both_sides_are_cited(run, answers):
    result = run("lookup", "conflicting", "--cite", "text")
    assert result.stdout.startswith("“In May 2024 the port signed")
    assert "\n\nAgainst the claim: “Our colleagues" in result.stdout


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["lookup", "--cite", "apa", "x"], "'apa' is not one of"),
        (["lookup", "--cite", "ris", "--explain", "x"], "leave out --explain"),
        (["lookup", "--cite", "ris", "--output-format", "json", "x"], "and --output-format"),
        (["cite", "port-staff", "--style", "apa"], "'apa' is not one of"),
        (["cite"], "Missing argument 'ID...'"),
    ],
)
def test_usage_errors(run, args, told):
    result = run(*args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr


def test_a_lookup_without_citations_imports_nothing_of_this(shell):
    code = f"import sys\nfrom factcheck.cli import cli\ncli(['lookup', {CLAIM!r}], standalone_mode=False)\n"
    watched = (
        "import atexit, sys\natexit.register(lambda: print(sorted(sys.modules), file=sys.stderr))\n" + code
    )
    result = subprocess.run(
        [sys.executable, "-c", watched],
        capture_output=True,
        cwd=shell.folder,
        env=shell.environment,
        timeout=60,
    )
    assert b"supported" in result.stdout
    for name in (
        b"factcheck.citing",
        b"factcheck.fragments",
        b"factcheck.exporters",
        b"factcheck.reporters.cite",
    ):
        assert name not in result.stderr
    assert b"'factcheck.lookup'" in result.stderr
