"""`factcheck cite`, `list` and `show`."""

import json

import pytest

QUOTE = "Over three hundred people work in the port today."


def test_cite(run):
    result = run("cite", "port-staff")
    assert result.exit_code == 0
    assert result.stdout == (
        f"“{QUOTE}”\nInes Varga (harbour master), interview by Tomas Reyl, “The port is open again”, "
        "Lume Courier, June 2024, line 9.\n"
    )


def test_cite_as_markdown(run):
    assert run("cite", "port-staff", "--style", "markdown").stdout.startswith(f"> {QUOTE}\n>\n> — Ines Varga")


def test_cite_says_what_speaks_against_the_claim(run):
    text = run("cite", "port-reopened", "railway-agreement").stdout
    assert text.startswith("“The port of Porto Lume reopened in March 2024 after a fire.”")
    assert "\n\nAgainst the claim: “Our colleagues at the railway deny" in text


@pytest.mark.parametrize("command", ["cite", "show"])
def test_an_unknown_id_is_answered_with_the_nearest(run, command):
    result = run(command, "port-staf")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "Error: there is no claim `port-staf`\n  did you mean `port-staff`?\n"


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        ([], ["port-staff", "port-reopened", "railway-agreement"]),
        (["--tag", "PORT"], ["port-staff", "port-reopened"]),
        (["--tag", "port", "--tag", "staff"], ["port-staff"]),
        (["--source", "port", "--text", "agreement"], ["railway-agreement"]),
        (["--source", "other"], []),
        (["--speaker", "varga"], ["port-staff", "railway-agreement"]),
        (["--speaker", "Courier"], ["port-reopened"]),
        (["--text", "300"], ["port-staff"]),
        (["--text", "AFTER A FIRE"], ["port-reopened"]),
        (["--text", "june 2024"], ["port-staff"]),
    ],
)
def test_list_filters(run, filters, ids):
    result = run("list", *filters, "--output-format", "json")
    payload = json.loads(result.stdout)
    assert [claim["id"] for claim in payload["claims"]] == ids
    assert payload["summary"] == {"claims": len(ids), "total": 3}
    assert result.exit_code == 0


def test_list_as_a_table(run):
    text = run("list", "--tag", "port").stdout
    assert "port-staff     Over three hundred people work in the port of Porto Lume." in text
    assert text.endswith("\n\n2 of 3 claims\n")
    assert "Ines Varga" in run("list", env={"COLUMNS": "100"}).stdout
    assert run("list", "--tag", "none").stdout == "0 of 3 claims\n"


def test_list_as_json_lines(run):
    first, *rest = [json.loads(line) for line in run("list", "--output-format", "jsonl").stdout.splitlines()]
    assert len(rest) == 2
    assert first["speakers"] == ["Ines Varga"]
    assert first["sources"] == ["port"]


def test_list_of_an_empty_workspace(run, port):
    (port.folder / "claims" / "port.toml").unlink()
    assert run("list").exit_code == 2
    assert run("list", "--allow-empty").stdout == "0 claims\n"


def test_show(run):
    text = run("show", "port-staff").stdout
    for shown in (
        "port-staff\nOver three hundred people work in the port of Porto Lume.\n",
        "  also: The port of Porto Lume employs more than 300 people.",
        "  tags: staff, port",
        "  note: As of June 2024.",
        "  checked: by N. N. 2024-07-01",
        "  file: claims/port.toml:1:1",
        "supports, Ines Varga, src_text/port.txt:9:3",
        "“Over three hundred people work in the port today.”",
    ):
        assert shown in text


@pytest.mark.parametrize(
    ("quote", "before", "after"),
    [
        (QUOTE, "- ", " According to unofficial figures, about forty of them are divers."),
        (
            "According to unofficial figures, about forty of them are divers.",
            "- Over three hundred people work in the port today. ",
            " We did not close the northern quay.",
        ),
        (
            "about forty of them",
            "- Over three hundred people work in the port today. According to unofficial figures, ",
            " are divers. We did not close the northern quay.",
        ),
        (
            "We did not close the northern quay.",
            "According to unofficial figures, about forty of them are divers. ",
            "",
        ),
    ],
)
def test_show_gives_a_quote_its_context(run, port, quote, before, after):
    port.write(claims=port.claims.replace(QUOTE, quote, 1))
    payload = json.loads(run("show", "port-staff", "--output-format", "json").stdout)
    evidence = payload["evidence"][0]
    assert (evidence["before"], evidence["quote"], evidence["after"]) == (before, quote, after)


def test_show_dims_the_context(run):
    text = run("show", "port-staff", "--color", "always").stdout
    assert f"“\x1b[1m{QUOTE}\x1b[0m”" in text
    assert "\x1b[2mAccording to" in text


def test_show_names_what_is_not_used(run, port):
    port.write(claims=port.claims.replace(QUOTE, "Nobody said this."))
    result = run("show", "port-staff")
    assert "not used, since it does not stand once and to the letter in port:\n  “Nobody said this.”" in (
        result.stdout
    )
    payload = json.loads(run("show", "port-staff", "--output-format", "json").stdout)
    assert payload["evidence"] == []
    assert payload["unusable"] == [
        {"source": "port", "quote": "Nobody said this.", "path": "claims/port.toml", "line": 12}
    ]
