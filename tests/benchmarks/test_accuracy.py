"""The benchmark of accuracy, on tiny sets."""

import json

import pytest

from benchmarks import accuracy
from benchmarks.bm25 import BM25
from benchmarks.metrics import Answer
from benchmarks.quotes import has_come_back, quote_figures
from benchmarks.ranked import average_precision, ranking_figures, reciprocal_rank
from benchmarks.ratios import NEVER, Ratio, best_ratio, best_threshold
from factcheck.model import Span

LENT = "Poland lent Lithuania eighty million euros in 2019."
PAIRS = [
    {"statement": LENT, "evidence": LENT, "label": "supported"},
    {"statement": LENT.replace("2019", "2017"), "evidence": LENT, "label": "refuted"},
    {"statement": "The school teaches three languages.", "evidence": LENT, "label": "not-enough-info"},
]
STATEMENTS = [
    {
        "statement": "Over three hundred people work in the port of Porto Lume.",
        "label": "supported",
        "quote": "Over three hundred people work in the port today.",
        "kind": "verbatim",
    },
    {
        "statement": "Over three thousand people work in the port of Porto Lume.",
        "label": "refuted",
        "quote": "Over three hundred people work in the port today.",
        "kind": "number",
    },
    {
        "statement": "The moon is made of cheese.",
        "label": "not-enough-info",
        "quote": None,
        "kind": "off-topic",
    },
]
CLAIMS = [
    {"id": "a", "statement": "A whale swam up the river.", "title": "Whale in the river"},
    {"id": "b", "statement": "The mayor sold the bridge.", "title": "Bridge sold"},
    {"id": "c", "statement": "Fries cost a dollar in May.", "title": None},
]
QUERIES = [
    {"id": "1", "query": "did they really see a whale in the river??", "relevant": ["a"]},
    {"id": "2", "query": "one dollar fries!", "relevant": ["c"]},
]


def write(folder, name, rows):
    path = folder / f"{name}.jsonl"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "data"
    write(folder, "pairs/loans", PAIRS)
    write(folder, "statements/port", STATEMENTS)
    write(folder, "retrieval/news_claims", CLAIMS)
    write(folder, "retrieval/news_dev_queries", QUERIES)
    return folder


@pytest.fixture
def measured(data, port_folder, capsys):
    def measure(*options):
        code = accuracy.main(["--data", str(data), "--workspace", str(port_folder), *options])
        return code, capsys.readouterr().out

    return measure


def test_every_set_is_found_by_its_name(measured):
    code, out = measured("--output-format", "json")
    results = json.loads(out)["results"]
    assert code == 0
    by_set = {}
    for result in results:
        by_set.setdefault(result["set"], []).append(result)
    assert list(by_set) == ["pairs/loans", "statements/port", "retrieval/news_dev"]
    for several in by_set.values():
        assert several[0]["system"] == "factcheck"
        assert len(several) > 1
    engine = {name: several[0]["figures"] for name, several in by_set.items()}
    assert engine["pairs/loans"]["right"] == 1.0
    assert engine["pairs/loans"]["false_support"] == 0.0
    assert engine["pairs/loans"]["recall conflicting"] is None
    assert (engine["statements/port"]["right"], engine["statements/port"]["quote@1"]) == (1.0, 1.0)
    assert engine["retrieval/news_dev"] == {"map@5": 1.0, "recall@10": 1.0, "mrr": 1.0}
    assert by_set["statements/port"][0]["kinds"] == {
        "verbatim": [1, 1],
        "number": [1, 1],
        "off-topic": [1, 1],
    }


def test_a_ratio_cannot_tell_a_wrong_year(measured):
    _, out = measured("--output-format", "json")
    ratio = json.loads(out)["results"][1]
    assert "ece" not in ratio["figures"]
    assert ratio["figures"]["recall refuted"] == 0.0


def test_the_table_has_a_row_a_system_and_no_empty_columns(measured):
    code, out = measured()
    assert code == 0
    assert out.count("factcheck") == 3
    assert "confl." not in out
    assert "that flatters it" in out


def test_the_same_run_prints_the_same_bytes(measured):
    assert measured("--output-format", "json") == measured("--output-format", "json")


def test_a_sample_and_the_parts(measured):
    _, out = measured("--limit", "1", "--output-format", "json")
    assert {result["rows"] for result in json.loads(out)["results"]} == {1}
    rows = []
    for part in ("measured", "fitting"):
        _, out = measured("--part", part, "--output-format", "json")
        payload = json.loads(out)
        assert payload["part"] == part
        rows.append(payload["results"][0]["rows"])
    assert rows == [1, 2]


def test_no_data_is_told(tmp_path, monkeypatch, capsys):
    monkeypatch.delenv(accuracy.ENVIRONMENT, raising=False)
    assert accuracy.main([]) == 2
    assert "give --data DIR, or set FACTCHECK_BENCH_DATA" in capsys.readouterr().err
    assert accuracy.main(["--data", str(tmp_path)]) == 2
    assert "no sets here; looked for pairs/*.jsonl" in capsys.readouterr().err


def test_the_folder_may_come_from_the_environment(data, port_folder, monkeypatch, capsys):
    monkeypatch.setenv(accuracy.ENVIRONMENT, str(data))
    monkeypatch.chdir(port_folder)
    assert accuracy.main(["--output-format", "json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["results"]) > 3


@pytest.mark.parametrize(
    ("name", "rows", "told"),
    [
        ("pairs/bad", [{"statement": "A", "label": "supported"}], "row 1: no key evidence"),
        ("pairs/bad", [{**PAIRS[0], "label": "true"}], "row 1: 'true' is not one of supported"),
        ("statements/bad", [STATEMENTS[0], {"label": "refuted"}], "row 2: no key statement"),
        ("retrieval/other_queries", QUERIES, "no claims for these queries"),
    ],
)
def test_rows_that_are_wrong_are_told_with_their_place(data, port_folder, capsys, name, rows, told):
    write(data, name, rows)
    assert accuracy.main(["--data", str(data), "--workspace", str(port_folder)]) == 2
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("options", [["--limit", "0"], ["--limit", "x"], ["--part", "half"]])
def test_usage_errors(options):
    with pytest.raises(SystemExit) as caught:
        accuracy.parse(options)
    assert caught.value.code == 2


@pytest.mark.parametrize(
    ("returned", "back"),
    [
        ([("s", Span(10, 20))], True),
        ([("s", Span(0, 100))], True),
        ([("s", Span(15, 40))], True),
        ([("s", Span(16, 40))], False),
        ([("s", Span(12, 16))], False),
        ([("t", Span(10, 20))], False),
        ([("s", Span(30, 40)), ("s", Span(5, 15))], True),
        ([], False),
    ],
)
def test_a_quote_is_back_when_it_is_contained_or_half_overlapped(returned, back):
    assert has_come_back([("s", Span(10, 20))], returned) is back


def test_quotes_are_counted_where_they_are_asked_for():
    there, elsewhere = [("s", Span(0, 9))], [("s", Span(50, 60))]
    figures = quote_figures(
        [there, there, None, [], there],
        [[there], [elsewhere, there], [there], [there], [elsewhere, elsewhere, elsewhere, there]],
    )
    assert figures == {"quote@1": 0.25, "quote@3": 0.5}


@pytest.mark.parametrize(
    ("scores", "gold", "right", "threshold"),
    [
        ([90, 80, 70], ["supported", "supported", "not-enough-info"], 3, 80),
        ([90, 80, 70], ["not-enough-info", "supported", "supported"], 2, 70),
        ([90, 80], ["refuted", "not-enough-info"], 1, NEVER),
        ([90, 90], ["supported", "not-enough-info"], 1, NEVER),
        ([], [], 0, NEVER),
    ],
)
def test_the_best_threshold(scores, gold, right, threshold):
    assert best_threshold(scores, gold) == (right, threshold)


def test_the_best_ratio_is_the_one_that_gets_most_right():
    gold = ["supported", "not-enough-info"]
    best = best_ratio({"WRatio": [90.0, 90.0], "ratio": [80.0, 20.0]}, gold)
    assert (best, best.system) == (Ratio("ratio", 80.0), "ratio >= 80")
    assert best.answers([80.0, 20.0], gold) == [Answer(gold[0], gold[0], 1.0), Answer(gold[1], gold[1], 1.0)]


@pytest.mark.parametrize(
    ("ranked", "precision", "reciprocal"),
    [
        (["a", "x"], 0.5, 1.0),
        (["x", "a", "b"], (1 / 2 + 2 / 3) / 2, 0.5),
        (["x", "x", "x", "x", "x", "a"], 0.0, 1 / 6),
        ([], 0.0, 0.0),
    ],
)
def test_figures_of_a_ranking(ranked, precision, reciprocal):
    assert average_precision({"a", "b"}, ranked, 5) == pytest.approx(precision)
    assert reciprocal_rank({"a", "b"}, ranked) == pytest.approx(reciprocal)


def test_queries_without_anything_relevant_do_not_count():
    assert ranking_figures([["a"], []], [["a"], ["x"]])["map@5"] == 1.0
    assert ranking_figures([[]], [["x"]])["map@5"] is None


def test_bm25_weighs_rare_words_more():
    index = BM25(["the river and the sea", "the bridge", "the river"])
    assert index.rank("the bridges", 2)[0] == 1
    assert index.rank("a sea", 3) == [0]
    assert index.rank("", 3) == []
    assert BM25([]).rank("sea", 3) == []
