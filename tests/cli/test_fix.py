"""`factcheck fix`."""

import pytest

QUOTE = "Over three hundred people work in the port today."
OTHER = "The port of Porto Lume reopened in March 2024 after a fire."


@pytest.fixture
def damaged(port, run):
    """The invented workspace after its source was edited: one quote folds, one has other words, one is doubled."""
    claims = (
        port.claims.replace(f"'{QUOTE}'", "'over three hundred  people work in the port today.'  # typed")
        .replace("after a fire", "after the fire")
        .replace("'In May 2024 the port signed an agreement with the railway.'", "'agreement with the'")
    )
    port.write(claims=claims, sha256="0" * 64)
    return claims


def claims_of(port):
    return (port.folder / "claims" / "port.toml").read_text(encoding="utf-8")


def test_a_sound_workspace(run):
    result = run("fix")
    assert (result.exit_code, result.stdout) == (0, "nothing to mend\n")
    result = run("fix", "--diff")
    assert (result.exit_code, result.stdout) == (0, "")


@pytest.mark.parametrize(("args", "name"), [((), "fix"), (("--unsafe-fixes",), "fix-unsafe")])
def test_the_diff_is_golden_and_writes_nothing(run, port, damaged, golden, args, name):
    result = run("fix", "--diff", *args)
    assert result.exit_code == 1
    golden(f"{name}.diff", result.stdout)
    golden(f"{name}.80.txt", result.stderr)
    assert claims_of(port) == damaged


def test_what_is_safe_is_mended_and_the_rest_told(run, port, damaged):
    result = run("fix")
    assert result.exit_code == 1
    assert claims_of(port) == damaged.replace("over three hundred  people", "Over three hundred people")
    assert "claims/port.toml:12:1: mended FC201 edited: differs in spaces, case [port-staff]" in result.stdout
    assert "  The port of Porto Lume reopened in March 2024 after [-the-]{+a+} fire.\n" in result.stdout
    assert result.stdout.endswith("mended 1, 3 left (1 of them with --unsafe-fixes)\n")


def test_everything_mended_leaves_a_sound_workspace(run, port):
    port.write(claims=port.claims.replace(QUOTE, QUOTE.lower()), sha256="0" * 64)
    assert run("fix").exit_code == 0
    assert run("validate").exit_code == 0
    assert claims_of(port) == port.claims
    assert run("fix").stdout == "nothing to mend\n"


def test_the_diff_applies(run, port, damaged, tmp_path):
    import shutil
    import subprocess

    if shutil.which("patch") is None:
        pytest.skip("patch is not installed")
    (tmp_path / "fix.diff").write_bytes(run("fix", "--diff").stdout.encode())
    subprocess.run(["patch", "-p1", "-s", "-i", tmp_path / "fix.diff"], cwd=port.folder, check=True)
    patched = claims_of(port)
    port.write(claims=damaged, sha256="0" * 64)
    run("fix")
    assert claims_of(port) == patched


def test_quiet_prints_only_the_mends(run, damaged):
    result = run("fix", "-q", "--diff")
    assert result.stderr == ""
    assert result.stdout.startswith("--- a/claims/port.toml\n")


def test_the_bundled_workspace_is_not_written_to(run, tmp_path, monkeypatch):
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    result = run("fix")
    assert result.exit_code == 2
    assert "`factcheck init` makes one of your own" in result.stderr


@pytest.mark.parametrize("args", [(), ("--diff",), ("-q",)])
@pytest.mark.parametrize(
    ("spoil", "place", "told", "mend"),
    [
        ("gone", "src_text/sources.toml:1:1", "FC112 src_text/port.txt: there is no such", "path"),
        ("bytes", "src_text/sources.toml:1:1", "FC112 src_text/port.txt: not UTF-8", "UTF-8"),
        ("key", "claims/port.toml:36:1", "FC103", "did you mean"),
    ],
)
def test_files_that_cannot_be_used_are_told_with_place_and_mend(run, port, args, spoil, place, told, mend):
    text = port.folder / "src_text" / "port.txt"
    if spoil == "gone":
        text.unlink()
    elif spoil == "bytes":
        text.write_bytes(b"\xff\xfe\x00port")
    else:
        port.write(claims=port.claims.replace("stance", "stanze"))
    result = run("fix", *args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert place in result.stderr and told in result.stderr and mend in result.stderr
    assert "1 fault that `fix` does not mend\n  mend it, then run `factcheck fix` again\n" in result.stderr


def test_what_is_safe_is_mended_beside_a_file_that_cannot_be_used(run, port):
    port.write(claims=port.claims.replace(QUOTE, QUOTE.lower()), sha256="0" * 64)
    (port.folder / "claims" / "other.toml").write_text("[[claim]\n", encoding="utf-8")
    result = run("fix")
    assert result.exit_code == 2
    assert "mended FC201" in result.stdout and "claims/other.toml:1" in result.stderr
    assert claims_of(port) == port.claims


def test_escapes_in_a_quote_are_not_acted_on(run, port):
    quote = '"The port of Porto Lume reopened \\u001b[31min March 2024 after a fire."'
    port.write(claims=port.claims.replace(f"'{OTHER}'", quote))
    result = run("fix")
    assert "\x1b" not in result.stdout
    assert "\\x1b[31m" in result.stdout
