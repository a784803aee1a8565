"""Analyses that are kept: what comes back is what was read, and nothing that is damaged."""

import pytest

from factcheck import readings
from factcheck.finding import Place, bundled_root
from factcheck.language.analysis import Analysis
from factcheck.language.frames import read_phrases
from factcheck.lookup import lookup
from factcheck.model import Alias, Location
from factcheck.readings import Readings, decode, encode
from factcheck.workspace import Workspace

ISSUED = "2024-06"
NAMES = (Alias(("Porto Lume", "the port"), "place", Location("claims/aliases.toml")),)
TEXTS = (
    "",
    "?!",
    "The port, which the King of Spain opened on 3 May 2024, has about 1.5 million m² and costs 20 % more.",
    "Between 2019 and 2021, from March to early May and since last winter, no fewer than three of the ships left.",
    "“Don’t go,” said Ana Ruiz – née Łoś 🚢 – of U.N. Women: it isn't over 3/4, nor dozens; 12/07/2025?",
    "Ines Varga and Tomas Reyl, the harbour master, were said to have been sent to the railway by the port's crew.",
)


@pytest.fixture
def opened(port_folder, tmp_path, monkeypatch):
    """Opens the invented workspace anew, with a cache folder of its own."""
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / "cache"))
    return lambda: Workspace(Place(port_folder))


def parts(analysis):
    read_phrases(analysis)  # they are not kept, but read where they are asked for
    return {name: repr(getattr(analysis, name)) for name in Analysis.__slots__}


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("issued", [ISSUED, "2024-06-30", ""])
def test_what_was_read_comes_back(opened, text, issued):
    analysis = opened().analyst.analyse(text, issued)
    assert parts(decode(encode(analysis))) == parts(analysis)


def test_so_do_the_texts_of_the_bundled_workspace():
    workspace = Workspace(Place(bundled_root()))
    texts = [text for candidate in workspace.candidates[::5] for text in candidate.texts]
    assert len(texts) > 200
    for text in texts:
        analysis = workspace.analyst.analyse(text, ISSUED)
        assert parts(decode(encode(analysis))) == parts(analysis)


@pytest.fixture
def written(opened):
    """What was read in `TEXTS`, and a second opening of the file that holds it."""
    analyses = [opened().analyst.analyse(text, ISSUED) for text in TEXTS]
    kept = Readings(NAMES)
    for analysis in analyses:
        assert kept.find(analysis.text, ISSUED) is None
        kept.add(analysis)
    kept.write()
    return analyses, Readings(NAMES)


def test_a_later_start_finds_what_was_written(written):
    analyses, kept = written
    for analysis in analyses:
        found = kept.find(analysis.text, ISSUED)
        assert found is not None
        assert parts(found) == parts(analysis)


def test_nothing_is_found_for_another_date_text_or_set_of_names(written):
    _, kept = written
    assert kept.find(TEXTS[2], "2024-07") is None
    assert kept.find(TEXTS[2] + " ", ISSUED) is None
    assert Readings([*NAMES, *NAMES]).find(TEXTS[2], ISSUED) is None


def test_a_text_under_another_ones_checksum_is_not_taken_for_it(written, monkeypatch):
    _, kept = written
    monkeypatch.setattr(readings, "_name", lambda text, issued: next(iter(kept._lines)))
    assert sum(kept.find(text, ISSUED) is not None for text in TEXTS) == 1


@pytest.mark.parametrize(
    "change", [lambda line: line[:-2], lambda line: line.replace(b"port", b"pork"), bytes.upper]
)
def test_nothing_comes_back_of_damaged_lines(written, tmp_path, change):
    (file,) = (tmp_path / "cache").glob("*.readings")
    lines = file.read_bytes().splitlines()
    file.write_bytes(b"\n".join([*map(change, lines), b"", b"\xff", b"0" * 40]))
    kept = Readings(NAMES)
    assert all(kept.find(text, ISSUED) is None for text in TEXTS[2:3])


@pytest.mark.parametrize("row", [b"", b"null", b"{}", b"[]", b"[" + b"1," * 15 + b"1]", b"[" * 9999])
def test_other_json_is_no_analysis(row):
    with pytest.raises((ValueError, TypeError, IndexError, RecursionError)):
        decode(row)


def test_a_full_file_is_begun_anew(written, tmp_path, monkeypatch):
    analyses, kept = written
    (file,) = (tmp_path / "cache").glob("*.readings")
    monkeypatch.setattr(readings, "FULL", file.stat().st_size + 5)
    kept.add(analyses[2])
    kept.write()
    later = Readings(NAMES)
    assert [later.find(text, ISSUED) is not None for text in TEXTS] == [n == 2 for n in range(len(TEXTS))]


def test_a_lookup_reads_a_text_once(opened, monkeypatch):
    statement = "Over three hundred people work in the port of Porto Lume."
    first = lookup(opened(), statement)
    again = opened()
    read = []
    analyse = again.analyst.analyse

    def noted(text, *args, **more):
        read.append(text)
        return analyse(text, *args, **more)

    monkeypatch.setattr(again.analyst, "analyse", noted)
    assert lookup(again, statement) == first
    assert set(read) == {statement}


def test_a_reading_outlives_other_claims(opened, port):
    statement = "Over three hundred people work in the port of Porto Lume."
    lookup(opened(), statement)
    port.write(claims=port.claims.replace('id = "port-reopened"', 'id = "port-opened-anew"'))
    again = opened()
    assert again._readings.find(port.claims.split('statement = "')[1].split('"')[0], ISSUED) is not None


def test_nothing_is_kept_where_caching_is_off(port_folder, monkeypatch):
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", "")
    workspace = Workspace(Place(port_folder))
    lookup(workspace, "The port is open.")
    assert workspace._readings is None
