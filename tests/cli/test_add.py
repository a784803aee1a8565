"""`factcheck add`."""

import json
import subprocess
import tomllib

import pytest

STATEMENT = "The port of Porto Lume opened again in March 2024 after a fire."
QUOTE = "The port of Porto Lume reopened in March 2024 after a fire."
FIRST = """\
[[claim]]
id = "the-port-of-porto-lume-opened-again"
statement = "The port of Porto Lume opened again in March 2024 after a fire."
tags = ["fire", "port"]

[[claim.evidence]]
source = "port"
quote = 'The port of Porto Lume reopened in March 2024 after a fire.'
speaker = "Lume Courier"
"""


@pytest.fixture
def added(port):
    """The claims of the file that `add` writes to."""

    def read(file="claims/claims.toml"):
        return (port.folder / file).read_text(encoding="utf-8")

    return read


@pytest.fixture
def at_terminal(monkeypatch):
    """Somebody can be asked; standard input holds the answers."""
    monkeypatch.setattr("factcheck.cli.asking.on_terminal", lambda: True)


def test_a_claim_is_written_with_its_speaker(run, added):
    result = run("add", "--statement", STATEMENT, "--quote", QUOTE, "--tag", "fire", "--tag", "port")
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("claims/claims.toml:1:1: added the-port-of-porto-lume-opened-again\n")
    assert "Lume Courier, src_text/port.txt:3:1" in result.stdout
    assert added() == FIRST
    assert run("validate").exit_code == 0
    assert run("lookup", STATEMENT).exit_code == 0


def test_a_second_claim_goes_below_and_comments_stay(run, port, added):
    (port.folder / "claims" / "claims.toml").write_text(f"# mine\n{FIRST}# end", encoding="utf-8")
    result = run(
        "add",
        "--statement",
        "A harbour master leads the port.",
        "--quote",
        "Ines Varga, harbour master of Porto Lume",
        "--id",
        "master",
        "--note",
        'She "leads" it.',
        "--also",
        "The port has a harbour master.",
    )
    assert result.exit_code == 0, result.stderr
    assert added().startswith(f"# mine\n{FIRST}# end\n\n[[claim]]\n")
    assert result.stdout.startswith("claims/claims.toml:13:1: added master\n")
    claim = tomllib.loads(added())["claim"][1]
    assert claim["note"] == 'She "leads" it.'
    assert claim["also"] == ["The port has a harbour master."]
    assert added().split("\n")[12] == "[[claim]]"


@pytest.mark.parametrize(
    ("pasted", "told"),
    [
        (QUOTE.replace(" after", "  after"), "spaces"),
        (f"“{QUOTE.upper()}”", "case"),
        (f'  "{QUOTE}"\n', None),
    ],
)
def test_a_pasted_quote_is_written_in_the_sources_letters(run, added, pasted, told):
    result = run("add", "--statement", STATEMENT, "--quote", pasted)
    assert result.exit_code == 0, result.stderr
    assert f"quote = '{QUOTE}'" in added()
    assert (told is None) == ("was pasted" not in result.stderr)
    assert (told or "") in result.stderr


def test_other_words_are_shown_and_taken_only_if_told(run, added, at_terminal, monkeypatch):
    args = ("add", "--statement", STATEMENT, "--quote", QUOTE.replace("reopened", "opened"))
    assert "[-opened-]{+reopened+}" in run(*args, stdin="n\n").stderr
    monkeypatch.setattr("factcheck.cli.asking.on_terminal", lambda: False)
    result = run(*args)
    assert result.exit_code == 2
    assert (
        "the quote is not verbatim\n  paste it from the source, or take the passage with --yes"
        in result.stderr
    )
    assert run(*args, "--yes").exit_code == 0
    assert f"quote = '{QUOTE}'" in added()


@pytest.mark.parametrize(
    ("args", "told"),
    [
        ((), "missing: --statement, --quote"),
        (("--statement", STATEMENT), "missing: --quote"),
        (("--quote", QUOTE), "missing: --statement"),
        (("--statement", STATEMENT, "--find", "fire"), "missing: --quote"),
        (("--quote", QUOTE, "--find", "fire"), "exclude each other"),
        (
            ("--statement", STATEMENT, "--quote", "Whales are not sold at this harbour."),
            "nor anything like it",
        ),
        (("--statement", STATEMENT, "--quote", QUOTE, "--source", "prt"), "did you mean `port`?"),
        (("--statement", "", "--quote", QUOTE), "the statement is empty"),
        (("--statement", "Did it reopen?", "--quote", QUOTE), "a question is not a statement"),
        (("--statement", "the port", "--quote", QUOTE), "a few words are not a statement"),
        (("--statement", STATEMENT, "--quote", " "), "the quote is empty"),
        (("--statement", STATEMENT, "--quote", QUOTE, "--id", "No Good"), "id: "),
        (
            ("--statement", STATEMENT, "--quote", QUOTE, "--id", "port-staff"),
            "already used at claims/port.toml:1:1",
        ),
        (("--statement", STATEMENT, "--quote", QUOTE, "--also", STATEMENT), "given twice"),
        (("--statement", STATEMENT, "--quote", QUOTE, "--file", "other.toml"), "claims are read from"),
        (
            ("--statement", STATEMENT, "--quote", QUOTE, "--file", "claims/../../x.toml"),
            "claims are read from",
        ),
        (("--statement", STATEMENT, "--quote", QUOTE, "--file", "claims/aliases.toml"), "something else"),
        (("--statement", "There is an agreement.", "--quote", "agreement with the"), "stands more than once"),
        (("--statement", STATEMENT, "--quote", "in the port today?\n\n- Over three"), "one at a time"),
        (
            ("--statement", "The port of Porto Lume reopened in March 2024", "--quote", QUOTE),
            "already a wording of claim `port-reopened`",
        ),
    ],
)
def test_what_is_missing_wrong_or_there_already_is_named(run, port, args, told):
    before = sorted(port.folder.rglob("*"))
    result = run("add", *args)
    assert (result.exit_code, result.stdout if "--find" not in args else "") == (2, "")
    assert told in result.stderr
    assert sorted(port.folder.rglob("*")) == before


@pytest.mark.parametrize(
    ("statement", "stance", "told"),
    [
        ("The port of Porto Lume opened again in April 2024.", "supports", "the source says “March 2024”"),
        (STATEMENT, "refutes", "the quote bears the statement out"),
    ],
)
def test_a_claim_that_clashes_with_its_quote_needs_force(run, port, statement, stance, told):
    args = ("add", "--statement", statement, "--quote", QUOTE, "--stance", stance)
    result = run(*args)
    assert (result.exit_code, result.stdout) == (1, "")
    assert told in result.stderr
    assert not (port.folder / "claims" / "claims.toml").exists()
    assert run(*args, "--force").exit_code == 0


def test_refuting_evidence_says_so(run, added):
    statement = "The northern quay was closed."
    result = run(
        "add",
        "--statement",
        statement,
        "--quote",
        "We did not close the northern quay.",
        "--stance",
        "refutes",
    )
    assert result.exit_code == 0, result.stderr
    assert 'stance = "refutes"\nspeaker = "Ines Varga"\n' in added()
    assert run("lookup", statement).exit_code == 1


def test_words_that_the_quote_does_not_account_for_are_told(run):
    result = run(
        "add",
        "--statement",
        "The harbour masters of Genoa trust their colleagues.",
        "--quote",
        "We trust them.",
    )
    assert "note: not in the quote: " in result.stderr
    assert "Genoa" in result.stderr


def test_context_is_added_where_the_quote_is_not_unique(run, port, added):
    port.write(
        text=port.text.replace(
            "We trust them.", "We trust them. In May 2024 the port signed an agreement with the railway."
        )
    )
    args = ("--statement", "A deal of the port with the railway dates from May 2024.", "--quote")
    assert "stands more than once" in run("add", *args, "In May 2024 the port signed an agreement").stderr
    result = run("add", *args, "We trust them. In May 2024 the port signed an agreement")
    assert result.exit_code == 0, result.stderr
    assert "prefix" not in added()


def test_a_choice_among_equal_places_gets_context(run, added, at_terminal):
    result = run(
        "add", "--statement", "They speak of an agreement.", "--quote", "agreement with the", stdin="2\n"
    )
    assert result.exit_code == 0, result.stderr
    assert "  1. “agreement with the” (Tomas Reyl, src_text/port.txt:11:34)" in result.stderr
    evidence = tomllib.loads(added())["claim"][0]["evidence"][0]
    assert evidence == {
        "source": "port",
        "quote": "agreement with the",
        "suffix": " p",
        "speaker": "Ines Varga",
    }
    assert run("validate").exit_code == 0


def test_find_lists_sentences_to_choose_from(run, added, at_terminal):
    result = run("add", "--find", "northern quay", stdin="The northern quay stayed open.\n1\n")
    assert result.exit_code == 0, result.stderr
    assert "quote = 'We did not close the northern quay.'" in added()


def test_find_in_a_pipe_lists_and_ends(run):
    result = run("add", "--find", "northern quay")
    assert result.stdout.startswith("“We did not close the northern quay.” (Ines Varga, src_text/port.txt:9:")
    assert result.exit_code == 2


def test_what_is_missing_is_asked_for(run, added, at_terminal):
    result = run("add", stdin=f"{STATEMENT}\n{QUOTE}\n")
    assert result.exit_code == 0, result.stderr
    assert f"quote = '{QUOTE}'" in added()


def test_an_ended_input_writes_nothing(run, port, at_terminal):
    assert run("add", stdin="").exit_code == 130
    assert not (port.folder / "claims" / "claims.toml").exists()


def test_the_diff_writes_nothing(run, port):
    result = run("add", "--statement", STATEMENT, "--quote", QUOTE, "--diff")
    assert result.exit_code == 0
    assert result.stdout.startswith("--- /dev/null\n+++ b/claims/claims.toml\n@@ -0,0 +1,")
    assert not (port.folder / "claims" / "claims.toml").exists()


def test_json_lines(run, added, port):
    result = run("add", "--statement", STATEMENT, "--quote", QUOTE, "--file", "claims/x.jsonl")
    assert result.exit_code == 0, result.stderr
    assert json.loads(added("claims/x.jsonl"))["evidence"][0]["quote"] == QUOTE
    assert run("validate").exit_code == 0


def test_several_at_once_lose_nothing(shell):
    numbers = range(6)
    runs = [
        subprocess.Popen(
            [
                *shell.command,
                "add",
                "--id",
                f"claim-{n}",
                "--statement",
                f"{STATEMENT[:-1]} ({'x' * (n + 1)}).",
                "--quote",
                QUOTE,
            ],
            cwd=shell.folder,
            env=shell.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for n in numbers
    ]
    ends = [process.communicate(timeout=120) for process in runs]
    assert [process.returncode for process in runs] == [0] * len(runs), ends
    written = tomllib.loads((shell.folder / "claims" / "claims.toml").read_text(encoding="utf-8"))
    assert sorted(claim["id"] for claim in written["claim"]) == [f"claim-{n}" for n in numbers]
    assert [path.name for path in shell.folder.iterdir() if path.name.startswith(".")] == []
