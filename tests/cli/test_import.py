"""`factcheck import` as users run it."""

import json
import os
import signal
import subprocess
import time

import jsonschema
import pytest

from factcheck.importing.claimreview import reviews
from factcheck.schema import load_schema


def review(number, rating="False", **more):
    return {
        "@type": "ClaimReview",
        "claimReviewed": f"Ship number {number} sank in the port of Lume.",
        "url": f"https://check.example/{number}",
        "author": {"@type": "Organization", "name": "Lume Check"},
        "datePublished": "2024-05-02",
        "reviewRating": {"@type": "Rating", "alternateName": rating},
        **more,
    }


@pytest.fixture
def feed(port_folder):
    def write(*reviews, name="feed.json"):
        items = [{"@type": "DataFeedItem", "item": [one]} for one in reviews]
        (port_folder / name).write_text(json.dumps({"dataFeedElement": items}), encoding="utf-8")
        return name

    return write


ROW = {"rating": "False", "publisher": "Lume Check", "url": "https://check.example/1"}
INTO = ("--into", "claims/archive.jsonl")


def test_import_then_lookup_check_show_list_cite_validate(run, feed, port_folder):
    result = run("import", feed(review(1), review(2, "True"), review(3, "Half true")), *INTO)
    assert result.exit_code == 0, result.output
    assert "2 added to claims/archive.jsonl" in result.stdout
    assert "1  the rating is for neither side (neither-side)" in result.stdout
    assert (port_folder / "claims" / "archive.rejected.jsonl").exists()
    text = run("lookup", "Ship number 1 sank in the port of Lume.").stdout
    assert text.startswith("refuted")
    for told in (
        "Lume Check rated it “False”, 2024-05-02",
        "https://check.example/1",
        "not checked against a",
    ):
        assert told in text
    (port_folder / "a.txt").write_text("Ship number 1 sank in the port of Lume.\n", encoding="utf-8")
    checked = run("check", "a.txt")
    assert checked.exit_code == 1
    assert "https://check.example/1" in checked.stdout
    identifier = json.loads(
        run("lookup", "Ship number 2 sank in the port of Lume.", "--output-format", "json").stdout
    )["matches"][0]["claim_id"]
    assert "https://check.example/2" in run("show", identifier).stdout
    assert identifier in run("list", "--text", "lume check").stdout
    cited = run("cite", identifier)
    assert cited.exit_code == 2
    assert "there is no quote to cite" in cited.stderr
    valid = run("validate")
    assert valid.exit_code == 0, valid.output
    assert "2 by a publisher's verdict alone" in valid.stdout


def test_the_report_as_json(run, feed):
    result = run("import", feed(review(1), review(2, "Who knows")), *INTO, "--output-format", "json")
    data = json.loads(result.stdout)
    jsonschema.Draft202012Validator(load_schema("import")).validate(data)
    assert set(data) == set(load_schema("import")["properties"])
    assert (data["added"], data["rejected"], data["undated"]) == (1, 1, 0)
    assert data["unknown_ratings"] == {"Who knows": 1}
    assert data["rejected_file"] == "claims/archive.rejected.jsonl"


def test_ratings_from_the_settings_and_the_command_line(run, feed, port_folder):
    text = '[import.rating]\n"Who knows" = "refutes"\n"Half true" = "refutes"\n'
    (port_folder / "factcheck.toml").write_text(text, encoding="utf-8")
    assert '"who knows" = "refutes"' in run("import", "--ratings").stdout
    name = feed(review(1, "Who knows"), review(2, "Half true"))
    assert "1 added" in run("import", name, *INTO, "--rating", "Who knows=refutes").stdout
    assert "1 added to claims/archive.jsonl, 1 there already" in run("import", name, *INTO).stdout
    assert run("import", name, *INTO, "--rating", "True=perhaps").exit_code == 2


def test_columns_and_standard_input(run):
    table = "Claim\tVerdict\tLink\nA ship sank.\tFake\thttps://a.example\n"
    columns = [
        part for pair in ("statement=Claim", "rating=Verdict", "url=Link") for part in ("--column", pair)
    ]
    result = run("import", "-", "--input-format", "tsv", *columns, *INTO, stdin=table)
    assert result.exit_code == 0, result.output
    assert "<stdin>: 1 added" in result.stdout


@pytest.mark.parametrize(
    ("args", "told"),
    [
        ([], "FILE is missing"),
        (["feed.json"], "--into is missing"),
        (["none.json", *INTO], "there is no such file"),
        (["claims", *INTO, "--input-format", "json"], "is a folder"),
        (["feed.bin", *INTO], "the name does not tell what it is"),
        (["feed.json", "--into", "claims/a.toml"], "into JSON Lines"),
        (
            ["feed.json", *INTO, "--rejected", "no/such.jsonl"],
            "no/such.jsonl: cannot be written: No such file",
        ),
        (["feed.json", "--into", "archive.jsonl"], "claims are read from"),
        (["feed.json", "--into", "../a.jsonl"], "claims are read from"),
        (["feed.json", "--into", "claims/a.rejected.jsonl"], "into JSON Lines"),
        (["feed.json", *INTO, "--rejected", "feed.json"], "is what would be written to"),
        (["feed.json", *INTO, "--rejected", "claims/b.jsonl"], "would be read as claims"),
        (["feed.json", *INTO, "--column", "statment=X"], "did you mean `statement`?"),
        (["feed.json", *INTO, "--column", "x"], "is not two words"),
        (["empty.json", *INTO], "holds nothing to import"),
    ],
)
def test_errors(run, feed, port_folder, args, told):
    feed(review(1))
    (port_folder / "empty.json").write_text("[]", encoding="utf-8")
    (port_folder / "feed.bin").write_bytes(b"")
    result = run("import", *args)
    assert result.exit_code == 2, result.output
    assert told in result.stderr
    assert "Traceback" not in result.output
    assert not (port_folder / "claims" / "archive.jsonl").exists()
    assert json.loads((port_folder / "feed.json").read_text("utf-8"))


def test_what_is_left_out_and_how_it_was_read_is_told(run, feed, port_folder):
    name = feed(review(1, datePublished="2024-13-45"), review(2))
    result = run("import", name, *INTO)
    assert "1 claim taken in without a date that is none" in result.stdout
    told = (port_folder / "claims" / "archive.rejected.jsonl").read_text("utf-8")
    assert json.loads(told)["reason"] == "no-date"
    result = run("import", name, *INTO, "--output-format", "json")
    data = json.loads(result.stdout)
    jsonschema.Draft202012Validator(load_schema("import")).validate(data)
    assert (data["undated"], data["rejected"]) == (1, 0)
    assert data["rejected_file"] == "claims/archive.rejected.jsonl"
    (port_folder / "a.csv").write_text("statement;rating;url\nA ship sank.;Fake;https://a.example\n", "utf-8")
    result = run("import", "a.csv", *INTO)
    assert result.exit_code == 0, result.output
    assert "note: a.csv: read with a semicolon between the cells" in result.stderr


def exported_reviews(path):
    return list(reviews(json.loads(path.read_text("utf-8"))))


def test_an_export_comes_in_again(run, port_folder):
    exported = run("export", "claimreview", "--base-url", "https://lume.example/", "-o", "out.jsonld")
    assert exported.exit_code == 0, exported.output
    ratings = {one["reviewRating"]["alternateName"] for one in exported_reviews(port_folder / "out.jsonld")}
    assert "Supported" in ratings
    result = run("import", "out.jsonld", "--into", "claims/again.jsonl", "--output-format", "json")
    data = json.loads(result.stdout)
    assert data["added"] + data["known"]
    assert data["unknown_ratings"] == {}


@pytest.mark.skipif(os.name != "posix", reason="limits of the system")
def test_a_limit_on_the_size_of_files(shell, port_folder):
    import resource

    count = 5_000
    rows = ({**ROW, "statement": f"Ship {number} sank in the port of Lume."} for number in range(count))
    (port_folder / "feed.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    command = [*shell.command, "import", "feed.jsonl", *INTO]
    target = port_folder / "claims" / "archive.jsonl"
    for _ in range(2):
        limited = subprocess.run(
            command,
            cwd=port_folder,
            env=shell.environment,
            capture_output=True,
            text=True,
            timeout=60,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, 500_000)),
        )
        assert limited.returncode == 2
        assert "claims/archive.jsonl: cannot be written: File too large" in limited.stderr
        assert "ulimit -f" in limited.stderr
    result = shell("import", "feed.jsonl", *INTO)
    assert result.returncode == 0, result.stderr
    assert len({json.loads(line)["id"] for line in target.read_text("utf-8").splitlines()}) == count
    assert len(target.read_bytes().splitlines()) == count
    assert not list(port_folder.glob("claims/.*.import"))


def test_exit_codes(run, feed, port_folder):
    assert run("import", feed(review(1, "Half true")), *INTO).exit_code == 1
    name = feed(review(1), review(2, "Half true"))
    assert run("import", name, *INTO, "--strict").exit_code == 1
    assert run("import", name, *INTO).exit_code == 0
    cut = (port_folder / name).read_text("utf-8")[:-3]
    (port_folder / name).write_text(cut, encoding="utf-8")
    result = run("import", name, *INTO)
    assert result.exit_code == 1
    assert "breaks off before its end" in result.stdout
    assert run("import", "empty.json", *INTO, "--allow-empty").exit_code == 2
    (port_folder / "empty.json").write_text("[]", encoding="utf-8")
    assert run("import", "empty.json", *INTO, "--allow-empty").exit_code == 0


def test_the_bundled_workspace_is_left_alone(run, feed, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = run("import", "port/" + feed(review(1)), *INTO)
    assert result.exit_code == 2
    assert "not written to" in result.stderr


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_stopped_and_gone_on(shell, port_folder, how):
    count = 40_000
    with (port_folder / "feed.json").open("w", encoding="utf-8") as handle:
        handle.write('{"dataFeedElement": [')
        for number in range(count):
            handle.write("," * (number > 0) + json.dumps(review(number)))
        handle.write("]}")
    target = port_folder / "claims" / "archive.jsonl"
    command = [*shell.command, "import", "feed.json", *INTO]
    process = subprocess.Popen(command, cwd=port_folder, env=shell.environment, stderr=subprocess.PIPE)
    until = time.monotonic() + 30
    while not (target.exists() and target.stat().st_size) and time.monotonic() < until:
        time.sleep(0.005)
    process.send_signal(how)
    _, errors = process.communicate(timeout=30)
    assert b"Traceback" not in errors
    result = shell("import", "feed.json", *INTO)
    assert result.returncode == 0, result.stderr
    ids = [json.loads(line)["id"] for line in target.read_text("utf-8").splitlines()]
    assert len(ids) == len(set(ids)) == count
    assert not list(port_folder.glob("claims/.*.import"))
