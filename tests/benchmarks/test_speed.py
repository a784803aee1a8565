"""The benchmark of speed, on tiny sets; no time is held to anything."""

import json

import pytest

from benchmarks import peers, speed
from benchmarks.archive import Figure
from benchmarks.peers import BASELINE, PEERS, TEXTS, Peer

TEXT = [
    "The port of Porto Lume has a new crane.",
    "A school opened in Vila Nova.",
    "Rain fell on the harbour.",
]


@pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.name)
def test_each_system_finds_a_text(peer, tmp_path):
    if not peer.is_there:
        pytest.skip(f"{peer.needs} is not installed")
    (tmp_path / TEXTS).write_text("\n".join([*TEXT, *(f"Number {n} of many." for n in range(20))]))
    if peer.build is not None:
        peer.build(tmp_path)
    found = peer.open(tmp_path)(["a school has opened in Vila Nova", "the harbour, where rain fell"])
    assert [places[0] for places in found] == [1, 2]
    assert all(len(places) <= peers.DEPTH for places in found)


def test_queries_are_answered_until_the_time_is_up(tmp_path):
    slow = Peer("slow", lambda _: lambda queries: [[0] for _ in queries])
    found = peers.answer(slow, tmp_path, ["x"] * 9, 0.0)
    assert [len(found[name]) for name in ("cpu", "wall", "found")] == [3, 3, 3]


def test_what_is_not_installed_is_left_out(tmp_path, monkeypatch, capsys):
    missing = Peer("nobody", lambda _: pytest.fail("it is opened"), needs="no_such_library")
    monkeypatch.setattr(speed, "PEERS", (missing,))
    told = ["--folder", str(tmp_path), "--sizes", "30", "--only", "peers", "--queries", "3"]
    assert speed.main([*told, "--seconds", "0", "--runs", "1"]) == 0
    assert "pip install no_such_library" in capsys.readouterr().err


def test_a_run_is_shown_and_drawn_again(tmp_path, capsys):
    told = ["--folder", str(tmp_path), "--sizes", "30", "--only", "peers", "--queries", "4"]
    told += ["--seconds", "1", "--runs", "1", "--peers", BASELINE, "--output-format", "json"]
    assert speed.main(told) == 0
    printed = capsys.readouterr().out
    rows = json.loads(printed)["rows"]
    assert [row["system"] for row in rows] == ["factcheck, in memory", BASELINE]
    assert all(row["recall_small"] == 1.0 and row["queries"] == 4 and row["memory_mb"] > 1 for row in rows)
    kept = tmp_path / "run.json"
    kept.write_text(printed)
    assert speed.main(["--folder", str(tmp_path), "--from-json", str(kept)]) == 0
    assert "| factcheck, in memory" in capsys.readouterr().out
    pytest.importorskip("matplotlib")
    for name in ("plot.svg", "plot.png"):
        speed.main(["--folder", str(tmp_path), "--from-json", str(kept), "--plot", str(tmp_path / name)])
        assert 1_000 < (tmp_path / name).stat().st_size < 200_000


@pytest.mark.parametrize(("value", "code"), [(2.0, 1), (0.5, 0)])
def test_a_missed_bar_is_told(tmp_path, value, code, capsys):
    figure = Figure("warm", "tantivy", 10, value, 1.0, "2 ms / 1 ms")
    kept = tmp_path / "run.json"
    kept.write_text(json.dumps({"rows": [], "figures": [figure._asdict()]}))
    assert speed.main(["--folder", str(tmp_path), "--from-json", str(kept)]) == code
    assert ("missed" in capsys.readouterr().out) is bool(code)
