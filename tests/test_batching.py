"""Parts done by processes: in order, in a bounded window, again where a worker is lost."""

import importlib
import os
import time
from pathlib import Path

import pytest

from factcheck.batching import Engine, processes, run
from factcheck.errors import InputError

TASKS = '''
import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path

from factcheck.errors import InputError


@dataclass(frozen=True)
class Square:
    """Squares numbers; the even ones take longer, so that results come back out of order."""

    def open(self):
        return self.square

    def square(self, number):
        time.sleep(0.02 * (number % 2 == 0))
        return number * number


@dataclass(frozen=True)
class Process:
    """Gives the number of the process that did it."""

    def open(self):
        return lambda number: os.getpid()


@dataclass(frozen=True)
class Deadly:
    """Ends its process over a number, so many times."""

    folder: str
    number: int
    times: int

    def open(self):
        return self.do

    def do(self, number):
        if number == self.number:
            for attempt in range(self.times):
                try:
                    (Path(self.folder) / str(attempt)).touch(exist_ok=False)
                except FileExistsError:
                    continue
                os.kill(os.getpid(), signal.SIGKILL)
        return number


@dataclass(frozen=True)
class Failing:
    """Cannot be opened, or fails over a number."""

    number: int | None

    def open(self):
        if self.number is None:
            raise InputError("cannot be opened", "open it")
        return self.do

    def do(self, number):
        if number == self.number:
            raise InputError("cannot be done", "leave it")
        return number


class Odd(Exception):
    def __init__(self, one, two):
        super().__init__(f"{one} and {two}")


@dataclass(frozen=True)
class Surprising:
    """Fails in a way that does not travel."""

    def open(self):
        return self.do

    def do(self, number):
        raise Odd(number, number)


@dataclass(frozen=True)
class Slow:
    def open(self):
        return lambda number: time.sleep(60)
'''


@pytest.fixture
def tasks(tmp_path, monkeypatch):
    """Tasks in a module that a worker finds, too."""
    folder = tmp_path / "modules"
    folder.mkdir()
    name = f"tasks_{os.getpid()}_{time.monotonic_ns()}"
    (folder / f"{name}.py").write_text(TASKS, encoding="utf-8")
    monkeypatch.syspath_prepend(str(folder))
    return importlib.import_module(name)


def by_processes(task, parts, jobs=2):
    return run(Engine(jobs), task, parts, None)


def nobody(part):
    raise AssertionError("this process was to do nothing")


@pytest.mark.parametrize("jobs", [2, 3])
@pytest.mark.parametrize("count", [0, 1, 2, 25])
def test_results_are_in_the_order_of_the_parts(tasks, jobs, count):
    assert list(by_processes(tasks.Square(), range(count), jobs)) == [number**2 for number in range(count)]


def test_this_process_does_it_alone_where_there_is_one_job(tasks):
    assert list(run(Engine(), tasks.Square(), [3, 4], lambda number: -number)) == [-3, -4]


def test_several_processes_do_it_and_not_this_one(tasks):
    found = set(by_processes(tasks.Process(), range(40)))
    assert os.getpid() not in found
    assert 1 <= len(found) <= 2


def test_no_more_processes_than_parts(tasks):
    assert len(set(by_processes(tasks.Process(), range(1), jobs=8))) == 1


def test_parts_are_drawn_no_further_ahead_than_the_window(tasks):
    drawn = []

    def parts():
        for number in range(200):
            drawn.append(number)
            yield number

    results = by_processes(tasks.Square(), parts())
    for number, _ in zip(range(100), results, strict=False):
        assert len(drawn) <= number + 1 + 2 * processes.AHEAD
    results.close()
    assert len(drawn) < 200


@pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
@pytest.mark.parametrize("number", [0, 7, 19])
@pytest.mark.parametrize("times", [1, processes.ATTEMPTS - 1])
def test_what_a_lost_worker_had_is_done_again(tasks, tmp_path, number, times):
    task = tasks.Deadly(str(tmp_path), number, times)
    assert list(by_processes(task, range(20))) == list(range(20))


@pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
def test_what_ends_every_worker_is_given_up(tasks, tmp_path):
    task = tasks.Deadly(str(tmp_path), 5, 100)
    results = by_processes(task, range(20))
    found = []
    with pytest.raises(InputError, match="ended 3 times") as caught:
        found.extend(results)
    assert found == list(range(len(found)))
    assert len(found) <= 5
    assert "--jobs" in caught.value.mend


def test_an_error_of_a_worker_is_this_process_s(tasks):
    with pytest.raises(InputError) as caught:
        list(by_processes(tasks.Failing(3), range(9)))
    assert (caught.value.message, caught.value.mend) == ("cannot be done", "leave it")
    with pytest.raises(InputError, match="cannot be opened"):
        list(by_processes(tasks.Failing(None), range(9)))


def test_an_error_that_does_not_travel_is_told_all_the_same(tasks):
    with pytest.raises(RuntimeError, match="Odd: 4 and 4"):
        list(by_processes(tasks.Surprising(), [4]))


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_was_drawn_before_an_error_is_answered_first(tasks, jobs):
    def parts():
        yield from range(5)
        raise InputError("the sixth line cannot be read")

    found = []
    with pytest.raises(InputError, match="sixth"):
        found.extend(run(Engine(jobs), tasks.Square(), parts(), lambda number: number * number))
    assert found == [0, 1, 4, 9, 16]


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs /proc")
def test_closing_ends_the_workers(tasks):
    results = by_processes(tasks.Process(), range(1000))
    pid = next(results)
    assert Path(f"/proc/{pid}").is_dir()
    results.close()
    assert not Path(f"/proc/{pid}").is_dir()


@pytest.mark.parametrize(
    ("engine", "here"), [(Engine(), True), (Engine(2), False), (Engine(1, "tcp://host:1"), False)]
)
def test_who_does_the_work(engine, here):
    assert engine.is_here is here
    assert (engine.part_size == 1) is here


def test_without_the_extra_it_is_named(tasks, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    with pytest.raises(InputError, match="not installed") as caught:
        list(run(Engine(1, "tcp://127.0.0.1:9"), tasks.Square(), [1], nobody))
    assert "factcheck-cli[dask]" in caught.value.mend
