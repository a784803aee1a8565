"""A few entries ranked by what a large index knows are ranked as an index in memory ranks them."""

import random

import pytest

from benchmarks.synthetic import SMALL, Changer, statements
from factcheck.archive.indexing import build_index
from factcheck.archive.opening import open_indexed
from factcheck.finding import Place
from factcheck.index import Entry, MemoryIndex, disk, ranking
from factcheck.index.analysis import Analyser
from factcheck.index.disk import DiskIndex
from factcheck.index.engines import ENGINES
from factcheck.index.reranking import Known, Statistics
from tests.test_archive import reviewed

TEXTS = (
    ("A heron stands in the pond.", "The heron stood in the pond, and the pond froze."),
    ("The pondkeeper of Lume feeds 134,000 herons every week.",),
    ("Ukraine and Azerbaijan signed an agreement on gas.",),
    ("The Ukrainian ambassador denies that Azerbaijani gas was sold.",),
    ("Gas, gas, gas: prices rose by 5% in Lume.",),
)
QUERIES = (
    "A heron stands in a pond.",
    "The Ukranian ambasador denied it.",
    "Did Ukraine sign? Azerbaijan did. Gas was sold in Lume.",
    "134 thousand herons",
    "the pondheron of Lume",
    "grain harvests",
    "the",
)


class Memory:
    """What an index in memory holds, read by key."""

    def __init__(self, index):
        self._vocabulary, self._postings = index._vocabulary, index._postings
        lengths = self._postings.lengths
        self.statistics = Statistics(len(lengths), sum(lengths) / len(lengths))

    def known(self, terms):
        vocabulary, counts = self._vocabulary, self._postings.frequencies
        numbers = [vocabulary.ids.get(term) for term in terms]
        return [
            None if one is None else Known(counts[one], vocabulary.rarity[one], vocabulary.norms[one])
            for one in numbers
        ]

    def gram_weights(self, grams):
        weights = dict(zip(self._vocabulary.grams.grams, self._vocabulary.grams.weights, strict=True))
        return {gram: weights.get(gram, 0.0) for gram in grams}

    def keys(self):
        return list(self._postings.keys)

    def texts(self, keys):
        terms, postings = self._vocabulary.terms, self._postings
        places = {key: place for place, key in enumerate(postings.keys)}
        return {
            key: [
                [terms[number] for number in postings.terms_of(text)] for text in postings.texts(places[key])
            ]
            for key in keys
        }


@pytest.mark.parametrize("query", QUERIES)
def test_a_few_entries_have_the_features_that_an_index_in_memory_gives_them(query):
    index = MemoryIndex.build(Entry(key, texts) for key, texts in enumerate(TEXTS))
    few = DiskIndex(Memory(index), None, Analyser())
    expected, found = dict(index.candidates(query)), dict(few.candidates(query))
    assert found.keys() == expected.keys()
    for key, features in expected.items():
        assert found[key] == pytest.approx(features)


@pytest.fixture(scope="module", params=ENGINES)
def large(request, tmp_path_factory):
    """An index of more entries than are all ranked, and their texts."""
    if request.param == "tantivy":
        pytest.importorskip("tantivy")
    root = tmp_path_factory.mktemp("large")
    for name in ("claims", "src_text"):
        (root / name).mkdir()
    texts = list(statements(disk.FEW + 300))
    lines = [reviewed(number, text) for number, text in enumerate(texts)]
    for name, some in (("a", lines[:400]), ("b", lines[400:])):
        (root / "claims" / f"{name}.jsonl").write_text("".join(some), encoding="utf-8")
    build_index(Place(root), request.param)
    return open_indexed(Place(root)), texts


def test_changed_statements_are_found(large):
    workspace, texts = large
    changer, places = Changer(7), random.Random(7).sample(range(len(texts)), 40)
    for place in places:
        hits = workspace.index.search(changer.changed(texts[place], SMALL))
        assert place + 1 in [hit.key for hit in hits]


def test_where_one_is_far_ahead_fewer_are_ranked(large):
    workspace, texts = large
    found = workspace.index.candidates(texts[0])
    best, scores = max(found, key=lambda one: ranking.score(one[1])), len(found)
    assert best[0] == 1
    assert scores == disk.RANKED_BEHIND
    assert len(workspace.index.search(texts[0], 35)) == 35


def test_what_is_kept_of_terms_is_bounded(large, monkeypatch):
    workspace, texts = large
    before = [workspace.index.search(text) for text in texts[:20]]
    monkeypatch.setattr("factcheck.archive.terms.MOST_KEPT", 30)
    assert [workspace.index.search(text) for text in texts[:20]] == before


def test_each_claim_comes_from_its_file(large):
    workspace, texts = large
    for place in (0, 399, 400, 799, 1, 401):
        claim = workspace.found(texts[place], 1)[0][0].claim
        name = "a" if place < 400 else "b"
        assert claim.location.path == f"claims/{name}.jsonl"
        assert claim.statement == texts[place]
