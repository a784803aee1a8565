"""`factcheck init`."""

import pytest


@pytest.fixture
def folder(tmp_path, monkeypatch):
    place = tmp_path / "empty"
    place.mkdir()
    monkeypatch.chdir(place)
    return place


@pytest.mark.parametrize("args", [(), ("new/archive",)])
def test_the_new_workspace_is_sound(run, folder, args):
    assert run("init", *args).exit_code == 0
    where = ("--workspace", *args) if args else ()
    result = run("validate", "--fail-on", "note", *where)
    assert (result.exit_code, result.stdout) == (0, "1 claim, 1 quote, 1 source: no faults\n")
    assert run("lookup", "The lighthouse of Porto Lume was built in 1887.", *where).exit_code == 0
    assert run("lookup", "The lighthouse of Porto Lume was built in 1890.", *where).exit_code == 1
    root = folder.joinpath(*args)
    assert sorted(path.name for path in root.iterdir()) == ["claims", "src_text"]


def test_the_example_has_speakers(run, folder):
    run("init")
    args = ("--statement", "Two keepers look after the light today.", "--quote", "Two keepers do")
    assert "Ines Varga, src_text/example.txt:7:4" in run("add", *args).stdout


@pytest.mark.parametrize(
    "name", ["claims/mine.toml", "claims/mine.jsonl", "src_text/sources.toml", "src_text/example.txt"]
)
def test_nothing_is_overwritten(run, folder, name):
    (folder / name).parent.mkdir()
    (folder / name).write_text("# mine\n", encoding="utf-8")
    result = run("init")
    assert result.exit_code == 2
    assert "nothing was written" in result.stderr
    assert [path for path in folder.rglob("*") if path.is_file()] == [folder / name]
    assert (folder / name).read_text(encoding="utf-8") == "# mine\n"


def test_a_second_time_is_refused(run, folder):
    run("init")
    assert "is a workspace already" in run("init").stderr


def test_a_folder_that_cannot_be_made(run, folder):
    (folder / "file").write_text("")
    result = run("init", "file/below")
    assert result.exit_code == 2
    assert "cannot be made" in result.stderr


def test_quiet(run, folder):
    assert run("init", "-q").output == ""
