"""`factcheck check` in a batch: by several processes, written as answers come, stopped and gone on with."""

import json
import os
import random
import signal
import subprocess
import time
from pathlib import Path

import pytest

from factcheck.cli import journal
from factcheck.model import Label
from factcheck.reporters import FINDINGS_REPORTERS
from factcheck.reporters.streaming import STREAMED

posix = pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals")
linux = pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="needs /proc")
SAID = [
    "Over three hundred people work in the port of Porto Lume.",
    "Over five hundred people work in the port of Porto Lume.",
    "The port of Porto Lume reopened in March 2024.",
    "The port of Porto Lume reopened in May 2023.",
    "The port signed an agreement with the railway in May 2024.",
    "The moon is made of green cheese.",
    "What is open?",
]
ARTICLE = """\
# The port

The port of Porto Lume reopened in March 2024. Ines Varga says: “Over four hundred people work in the port today.”

The port of Porto Lume employs more than 500 people.
"""


@pytest.fixture
def files(port_folder):
    """Statements in files of every kind, with lines among them that give none."""
    table = ["who,statement", *(f'me,"{said}"' for said in SAID[:4]), "me,", f'you,"{SAID[5]}"']
    lines = [json.dumps({"statement": said}) for said in SAID]
    lines[2:2] = ["{broken", json.dumps({"said": 1}), json.dumps({"statement": "x" * 20_000})]
    texts = {
        "a.txt": "\n\n".join(SAID) + "\n",
        "b.csv": "\n".join(table) + "\n",
        "c.md": ARTICLE,
        "d.jsonl": "\n".join(lines) + "\n",
        "e.md": "# Nothing\n",
        "f.md": ARTICLE.replace("2024", "2023"),
    }
    for name, text in texts.items():
        (port_folder / name).write_text(text, encoding="utf-8")
    return [*texts, "claims/port.toml"]


@pytest.fixture
def many(port_folder):
    """More statements than are answered before somebody can stop it."""
    lines = [json.dumps({"statement": SAID[number % len(SAID)]}) for number in range(500)]
    lines[1] = "{broken"
    (port_folder / "many.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return "many.jsonl"


@pytest.mark.parametrize("output_format", FINDINGS_REPORTERS)
def test_several_processes_give_what_one_gives(run, files, output_format):
    alone = run("check", *files, "--output-format", output_format)
    several = run("check", *files, "--output-format", output_format, "--jobs", "3")
    assert alone.exit_code == several.exit_code == 1
    assert several.stdout_bytes == alone.stdout_bytes
    assert several.stderr == alone.stderr


@pytest.mark.parametrize("output_format", FINDINGS_REPORTERS)
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_file_gets_what_the_terminal_gets(run, files, port_folder, output_format, jobs):
    printed = run("check", *files, "--output-format", output_format)
    written = run("check", *files, "--output-format", output_format, "--jobs", jobs, "-o", "report")
    assert (written.exit_code, written.stdout) == (1, "")
    assert (port_folder / "report").read_bytes() == printed.stdout_bytes
    assert not list(port_folder.glob("*.progress"))


def test_streamed_and_collected_formats_in_one_run(run, files, port_folder):
    wanted = {name: run("check", *files, "--output-format", name).stdout_bytes for name in FINDINGS_REPORTERS}
    outputs = [word for name in wanted for word in ("--output-format", f"{name}:report.{name}")]
    assert run("check", *files, *outputs, "--jobs", "2").stdout_bytes == wanted["text"]
    found = {name: (port_folder / f"report.{name}").read_bytes() for name in wanted}
    assert found == wanted


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--jobs", "-1"], "is less than none"),
        (["--jobs", "many"], "'many' is not a valid"),
        (["--jobs", "2", "--scheduler", "tcp://127.0.0.1:1"], "leave --jobs out"),
        (["--resume"], "-o FILE"),
        (["--resume", "-o", "out"], "jsonl, csv, concise"),
        (["--resume", "-o", "out", "--output-format", "json"], "jsonl, csv, concise"),
        (["--resume", "--output-format", "jsonl:out"], "-o FILE"),
        (["--resume", "-o", "out", "--output-format", "csv", "--output-format", "json:more"], "FORMAT:FILE"),
        (["--resume", "-o", "a.txt", "--output-format", "csv"], "is read by this very command"),
        (["--resume", "-o", ".", "--output-format", "csv"], "a file of its own"),
        (["--resume", "-o", "out", "--output-format", "csv", "--fix"], "neither --fix nor --diff"),
        (["--resume", "-o", "out", "--output-format", "csv", "-"], "standard input"),
    ],
)
def test_usage_errors(run, files, words, message):
    result = run("check", "a.txt", *words, stdin="supported\n")
    assert result.exit_code == 2
    assert message in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("jobs", ["0", "auto"])
def test_as_many_processes_as_there_are_cores(run, files, jobs):
    assert run("check", "a.txt", "--jobs", jobs).stdout == run("check", "a.txt").stdout


def test_jobs_in_a_file_of_settings(run, files, port_folder):
    (port_folder / "factcheck.toml").write_text("[check]\njobs = 2\n", encoding="utf-8")
    assert "jobs" in run("config", "check").stdout
    (port_folder / "factcheck.toml").write_text("[check]\njobs = -2\n", encoding="utf-8")
    assert "factcheck.toml:2" in run("check", "a.txt").stderr


def test_an_output_that_is_an_input_is_refused(run, port_folder):
    lines = "".join(json.dumps({"statement": said}) + "\n" for said in SAID)
    (port_folder / "same.jsonl").write_text(lines, encoding="utf-8")
    (port_folder / "other.jsonl").symlink_to("same.jsonl")
    for words in (
        ("same.jsonl", "--output-format", "jsonl", "-o", "same.jsonl"),
        ("same.jsonl", "-o", "other.jsonl"),
        ("same.jsonl", "--output-format", "text", "--output-format", "json:./same.jsonl"),
        ("s*.jsonl", "-o", "same.jsonl"),
    ):
        result = run("check", *words)
        assert (result.exit_code, "is read by this very command" in result.stderr) == (2, True), words
    assert (port_folder / "same.jsonl").read_text("utf-8") == lines


@pytest.mark.parametrize("output_format", STREAMED)
def test_nothing_to_check_writes_nothing(run, files, port_folder, output_format):
    result = run("check", "e.md", "--output-format", output_format, "-o", "out")
    assert (result.exit_code, result.stdout) == (2, "")
    assert not (port_folder / "out").exists()
    assert not (port_folder / "out.progress").exists()
    assert run("check", "e.md", "--output-format", output_format, "-o", "out", "--allow-empty").exit_code == 0
    assert (port_folder / "out").exists()


def test_an_output_that_cannot_be_written_is_told(run, files):
    result = run("check", "a.txt", "--output-format", "csv", "-o", "missing/out.csv")
    assert result.exit_code == 2
    assert "missing/out.csv: cannot be written" in result.stderr


@posix
@pytest.mark.parametrize("more", [(), ("--jobs", "2")])
def test_a_file_that_another_run_is_writing_is_left_alone(run, files, port_folder, more):
    import fcntl

    with (port_folder / "out.csv").open("wb") as held:
        held.write(b"half")
        held.flush()
        fcntl.flock(held, fcntl.LOCK_EX)
        result = run("check", "a.txt", "--output-format", "csv", "-o", "out.csv", *more)
    assert result.exit_code == 2
    assert "out.csv: another factcheck is writing to it\n  wait until it is done" in result.stderr
    assert (port_folder / "out.csv").read_bytes() == b"half"
    assert run("check", "a.txt", "--output-format", "csv", "-o", "out.csv").exit_code == 1
    assert b"half" not in (port_folder / "out.csv").read_bytes()


@posix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_told(run, files):
    result = run("check", "a.txt", "--output-format", "csv", "-o", "/dev/full")
    assert result.exit_code == 2
    assert "/dev/full: cannot be written: No space left" in result.stderr


def test_an_answer_comes_before_the_next_statement(shell):
    """Nobody waits for the end of the input, and nothing is kept of it."""
    process = subprocess.Popen(
        [*shell.command, "check", "-", "--output-format", "jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=shell.folder,
        env=shell.environment,
    )
    for said in SAID[:3]:
        process.stdin.write(f"{said}\n".encode())
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["statement"] == said
    assert process.communicate(timeout=60)[0] == b""


@pytest.fixture
def answered(answers, monkeypatch):
    """Every lookup is answered by hand, with all labels; what is too long cannot be answered."""

    def answer(workspace, statement, **options):
        label = "too long" if len(statement) > 10_000 else list(Label)[len(statement) % len(Label)]
        return answers(workspace, f"{label} {statement}", **options)._replace(statement=statement)

    monkeypatch.setattr("factcheck.lookup.lookup", answer)
    answer.calls = answers.calls
    return answer


class Interrupted:
    """Stands in for an answering that somebody interrupts over its n-th statement."""

    def __init__(self, answers, over):
        self._answers = answers
        self._left = over

    def __call__(self, *args, **options):
        if self._left == 0:
            raise KeyboardInterrupt
        self._left -= 1
        return self._answers(*args, **options)


@pytest.mark.parametrize("output_format", STREAMED)
@pytest.mark.parametrize("torn", [b"", b'{"half', b"x" * 5000])
def test_a_run_goes_on_wherever_it_was_stopped(
    run, files, port_folder, monkeypatch, answered, output_format, torn
):
    monkeypatch.setattr(journal, "EVERY", 0.0)
    arguments = ["check", *files, "--output-format", output_format, "-o", "out", "--fail-on", "warning"]
    whole = run(*arguments)
    wanted = (port_folder / "out").read_bytes()
    count = len(answered.calls)
    assert count > 20
    for over in range(0, count, 3):
        with monkeypatch.context() as patch:
            patch.setattr("factcheck.lookup.lookup", Interrupted(answered, over))
            stopped = run(*arguments)
        assert stopped.exit_code == 130
        assert wanted.startswith((port_folder / "out").read_bytes()) or over == 0
        if (port_folder / "out.progress").exists():
            for name in ("out", "out.progress"):
                with (port_folder / name).open("ab") as stream:
                    stream.write(torn)
        else:
            (port_folder / "out").unlink(missing_ok=True)
        answered.calls.clear()
        result = run(*arguments, "--resume")
        assert (result.exit_code, result.stderr) == (whole.exit_code, whole.stderr)
        assert len(answered.calls) <= count - over + 3  # an article is done again from its beginning
        assert (port_folder / "out").read_bytes() == wanted
        assert not (port_folder / "out.progress").exists()


@pytest.fixture
def stopped(run, files, port_folder, monkeypatch, answered):
    """The arguments of a run that was stopped in the middle."""
    arguments = ["check", "a.txt", "d.jsonl", "--output-format", "csv", "-o", "out.csv"]
    monkeypatch.setattr(journal, "EVERY", 0.0)
    with monkeypatch.context() as patch:
        patch.setattr("factcheck.lookup.lookup", Interrupted(answered, 9))
        result = run(*arguments)
    assert "stopped after" in result.stderr
    assert "--resume goes on" in result.stderr
    return arguments


def append(path, text):
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda folder: append(folder / "a.txt", "One more.\n"), "a.txt has changed since"),
        (lambda folder: append(folder / "d.jsonl", "\n"), "d.jsonl has changed since"),
        (lambda folder: append(folder / "claims/port.toml", "# more\n"), "the workspace has changed"),
        (lambda folder: append(folder / "src_text/sources.toml", "# more\n"), "the workspace has changed"),
        (lambda folder: (folder / "claims/more.toml").write_text(""), "the workspace has changed"),
        (lambda folder: (folder / "out.csv.progress").unlink(), "there is no out.csv.progress beside it"),
        (lambda folder: (folder / "out.csv.progress").write_text("{"), "does not say which run it is of"),
        (lambda folder: (folder / "out.csv.progress").write_text(""), "does not say which run it is of"),
        (lambda folder: (folder / "out.csv.progress").write_text('{"program": "0"}\n'), "by factcheck 0"),
    ],
)
def test_what_has_changed_is_not_gone_on_with(run, stopped, port_folder, change, message):
    change(port_folder)
    before = (port_folder / "out.csv").read_bytes()
    result = run(*stopped, "--resume")
    assert result.exit_code == 2
    assert message in result.stderr
    assert "without --resume" in result.stderr
    assert (port_folder / "out.csv").read_bytes() == before


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (["--limit", "5"], "--limit was 3, and is 5"),
        (["--curated-only"], "--curated-only was False, and is True"),
        (["--min-confidence", "0.5"], "--min-confidence was 0.0"),
        (["--ignore", "FC403"], "--ignore"),
        (["--severity", "FC403=note"], "--severity"),
        (["b.csv"], "b.csv was not among the files"),
    ],
)
def test_another_run_does_not_go_on(run, stopped, more, message):
    result = run(*stopped, *more, "--resume")
    assert result.exit_code == 2
    assert message in result.stderr


def test_fewer_files_or_another_order_are_another_run(run, stopped):
    command, first, second, *rest = stopped
    assert "d.jsonl is no longer among the files" in run(command, first, *rest, "--resume").stderr
    assert "in another order" in run(command, second, first, *rest, "--resume").stderr


def test_a_run_that_was_not_begun_begins(run, files, port_folder):
    arguments = ["check", "a.txt", "--output-format", "csv", "-o", "out.csv"]
    run(*arguments)
    wanted = (port_folder / "out.csv").read_bytes()
    (port_folder / "out.csv").unlink()
    assert run(*arguments, "--resume").exit_code == 1
    assert (port_folder / "out.csv").read_bytes() == wanted


def test_without_resume_it_begins_anew(run, stopped, port_folder, answered):
    answered.calls.clear()
    run(*stopped)
    assert len(answered.calls) > 10
    assert not (port_folder / "out.csv.progress").exists()


def test_a_person_who_interrupts_sees_what_was_found(run, files, monkeypatch, answers):
    Path("g.txt").write_text("supported one\nrefuted two\nsupported three\n", encoding="utf-8")
    monkeypatch.setattr("factcheck.lookup.lookup", Interrupted(answers, 2))
    result = run("check", "g.txt")
    assert result.exit_code == 130
    assert "2 statements: 1 supported, 1 refuted" in result.stdout
    assert "interrupted: not all was checked" in result.stderr


def started(shell, *arguments):
    return subprocess.Popen(
        [*shell.command, "check", *arguments],
        cwd=shell.folder,
        env={**shell.environment, "FACTCHECK_CACHE_DIR": ""},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def wait_for_lines(path, count, process):
    while process.poll() is None and (not path.exists() or path.read_bytes().count(b"\n") < count):
        time.sleep(0.01)
    assert process.poll() is None, process.communicate()


def group_ends(number):
    """Whether all processes of a group end, some time."""
    patience = time.monotonic() + 30
    while time.monotonic() < patience:
        try:
            os.killpg(number, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.02)
    return False


@posix
@pytest.mark.parametrize("jobs", ["1", "3"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_ctrl_c_and_a_kill_lose_nothing(shell, many, jobs, number):
    out = shell.folder / "out.jsonl"
    arguments = [many, "--output-format", "jsonl", "-o", "out.jsonl", "--jobs", jobs]
    process = started(shell, *arguments)
    wait_for_lines(out, 70, process)
    if number == signal.SIGINT:
        os.killpg(process.pid, number)  # as a terminal does it: the workers get it, too
    else:
        process.send_signal(number)
    printed, told = process.communicate(timeout=60)
    assert (process.returncode, printed) == (130 if number == signal.SIGINT else -number, b"")
    assert b"Traceback" not in told
    done = [
        json.loads(line)["line"]
        for line in out.read_bytes().splitlines(keepends=True)
        if line.endswith(b"\n")
    ]
    assert len(done) >= 70
    assert done == [1, *range(3, len(done) + 2)]
    assert group_ends(process.pid)
    if number == signal.SIGINT:
        noted = json.loads((shell.folder / "out.jsonl.progress").read_text("utf-8").splitlines()[-1])
        assert noted["done"] == len(done) + 1
    wanted = shell("check", many, "--output-format", "jsonl").stdout
    went_on = shell("check", *arguments, "--resume")
    assert (went_on.returncode, went_on.stderr) == (1, b"")
    assert out.read_bytes() == wanted
    assert not (shell.folder / "out.jsonl.progress").exists()


@posix
@linux
def test_the_statements_of_a_lost_worker_are_answered_by_another(shell, port_folder):
    lines = "".join(json.dumps({"statement": said}) + "\n" for said in SAID * 60)
    (port_folder / "some.jsonl").write_text(lines, encoding="utf-8")
    wanted = shell("check", "some.jsonl", "--output-format", "jsonl").stdout
    process = started(shell, "some.jsonl", "--output-format", "jsonl", "-o", "out", "--jobs", "2")
    wait_for_lines(port_folder / "out", 20, process)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text("utf-8").split()
    workers = [pid for pid in children if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]
    assert workers
    os.kill(int(random.Random(1).choice(workers)), signal.SIGKILL)
    _, told = process.communicate(timeout=60)
    assert (process.returncode, told) == (1, b"")
    assert (port_folder / "out").read_bytes() == wanted


@posix
def test_a_closed_pipe_ends_the_workers(shell, many):
    reader, writer = os.pipe()
    process = subprocess.Popen(
        [*shell.command, "check", many, "--output-format", "jsonl", "--jobs", "2"],
        stdout=writer,
        stderr=subprocess.PIPE,
        cwd=shell.folder,
        env=shell.environment,
        start_new_session=True,
    )
    os.close(writer)
    os.read(reader, 1)
    os.close(reader)
    _, told = process.communicate(timeout=60)
    assert (process.returncode, told) == (141, b"")
    assert group_ends(process.pid)
