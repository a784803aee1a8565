"""JSON Lines: out and in again."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from factcheck.claims import load_claims_folder
from factcheck.exporters import EXPORTERS, CitedClaim, Export
from factcheck.model import Claim, Evidence, Location, Review, Stance, TextQuoteSelector
from factcheck.schema import load_schema

HERE = Location("claims/x.jsonl")

# As JSON in a file may hold it: also half a surrogate pair, which a text of its own cannot.
ANY = st.text(st.characters(codec=None), min_size=1, max_size=20)
TEXTS = ANY.filter(lambda text: re.search(r"\S", text) is not None)
NAMES = st.lists(st.sampled_from(["a", "port", "1", "b2"]), min_size=1, max_size=3).map("-".join)
DAYS = st.dates().map(lambda day: f"{day.year:04}-{day.month:02}-{day.day:02}")
DATES = st.one_of(DAYS, DAYS.map(lambda day: day[:4]), DAYS.map(lambda day: day[:7]))
STANCES = st.sampled_from(Stance)
SELECTORS = st.builds(TextQuoteSelector, TEXTS, st.one_of(st.just(""), ANY), st.one_of(st.just(""), ANY))
EVIDENCE = st.builds(Evidence, TEXTS, SELECTORS, STANCES, st.none() | TEXTS, st.just(HERE))
URLS = st.sampled_from(["https://e.org/ü?q=1", "http://e.org/“a”"])
REVIEWS = st.builds(
    Review, STANCES, TEXTS, TEXTS, URLS, st.none() | DATES, st.none() | TEXTS, st.none() | DATES
)
MANY = st.lists(TEXTS, max_size=3).map(tuple)
CLAIMS = st.builds(
    Claim,
    id=NAMES,
    statement=TEXTS,
    also=MANY,
    tags=MANY,
    note=st.none() | TEXTS,
    evidence=st.lists(EVIDENCE, max_size=3).map(tuple),
    location=st.just(HERE),
    checked_by=st.none() | TEXTS,
    checked_on=st.none() | DAYS,
    review=st.none() | REVIEWS,
).filter(lambda claim: claim.evidence or claim.review)
FOLDERS = st.lists(CLAIMS, max_size=4, unique_by=lambda claim: claim.id).map(tuple)


def rendered(claims):
    text = EXPORTERS["jsonl"](Export(tuple(CitedClaim(claim, ()) for claim in claims), ()))
    return text.encode("utf-8", "backslashreplace")


def anywhere(claims):
    """The claims without their places, which another file gives them anew."""
    return [
        claim._replace(location=HERE, evidence=tuple(item._replace(location=HERE) for item in claim.evidence))
        for claim in claims
    ]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("workspace") / "claims"
    path.mkdir()
    return path


@given(FOLDERS)
def test_out_and_in_again_loses_nothing(folder, claims):
    (folder / "all.jsonl").write_bytes(rendered(claims))
    read = load_claims_folder(folder.parent)
    assert read.diagnostics == ()
    assert anywhere(read.claims) == list(claims)


@given(FOLDERS)
def test_every_line_keeps_to_the_published_schema(claims):
    full = load_schema("claims")
    validator = Draft202012Validator({**full["$defs"]["claim"], "$defs": full["$defs"]})
    lines = rendered(claims).decode("utf-8").split("\n")
    assert lines.pop() == ""
    for line, claim in zip(lines, claims, strict=True):
        validator.validate(json.loads(line))
        assert json.loads(line)["id"] == claim.id


def test_the_workspace_out_and_in_again(export, port):
    claims = [item.claim for item in export().claims]
    (port.folder / "claims" / "port.toml").unlink()
    (port.folder / "claims" / "port.jsonl").write_bytes(rendered(claims))
    assert anywhere(load_claims_folder(port.folder).claims) == anywhere(claims)
