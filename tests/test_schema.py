"""What the program accepts and what the published schemas say are one."""

import copy
import datetime

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.schema import acceptor, load_schema, nearest, problems

CLAIM = {
    "id": "one-2",
    "statement": "One.",
    "also": ["Uno."],
    "tags": ["t"],
    "note": "n",
    "checked_by": "N. N.",
    "checked_on": "2025-07-31",
    "evidence": [
        {
            "source": "s",
            "quote": "q",
            "prefix": "",
            "suffix": " after",
            "stance": "refutes",
            "speaker": "S",
        }
    ],
}
SOURCE = {
    "id": "s",
    "path": "src_text/s.txt",
    "sha256": "0" * 64,
    "title": "T",
    "kind": "interview",
    "publisher": "P",
    "issued": "2025-07",
    "language": "en-GB",
    "url": "https://example.org/x",
    "people": [{"name": "N", "role": "interviewee", "office": "O"}],
    "layout": {
        "type": "turns-by-name",
        "speaker": "S",
        "introduction": "I",
        "marker": "- ",
        "order": ["A", "B"],
        "names": {"Q": "A"},
        "headings": "numbered",
        "credit_lines": 2,
    },
}
SOUND = {
    "claims": {"claim": [CLAIM, {"id": "b", "statement": "B.", "evidence": [{"source": "s", "quote": "b"}]}]},
    "sources": {"source": [SOURCE]},
    "aliases": {"alias": [{"names": ["Baku", "Azerbaijan"], "kind": "government"}]},
    "exceptions": {"exception": [{"source": "s", "quote": "q", "reason": "r"}]},
}

scalars = (
    st.none()
    | st.booleans()
    | st.integers(-2, 3)
    | st.floats(allow_nan=False, allow_infinity=False).filter(lambda number: not number.is_integer())
    | st.sampled_from(
        [
            "",
            " ",
            "\n",
            "\u00a0",
            "a",
            "a-b",
            "A",
            "a-",
            "a\n",
            "refutes",
            "none",
            "2025",
            "2025-13",
            "2025-07-22",
        ]
    )
    | st.text(max_size=5)
)
keys = st.sampled_from(["id", "quote", "evidence", "claim", "stmt"]) | st.text(max_size=3)
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3)
)


def containers(value):
    """Every list and table within a value, itself too."""
    if isinstance(value, (dict, list)):
        yield value
        for item in value.values() if isinstance(value, dict) else value:
            yield from containers(item)


@st.composite
def damaged(draw, sound):
    """Sound data in which up to three places are replaced, removed or added to."""
    data = copy.deepcopy(sound)
    for _ in range(draw(st.integers(0, 3))):
        place = draw(st.sampled_from(list(containers(data))))
        at = list(place) if isinstance(place, dict) else list(range(len(place)))
        deed = draw(st.sampled_from(["replace", "remove", "add"]))
        if deed == "add" or not at:
            if isinstance(place, dict):
                place[draw(keys)] = draw(values)
            else:
                place.append(draw(values))
        elif deed == "remove":
            del place[draw(st.sampled_from(at))]
        else:
            place[draw(st.sampled_from(at))] = draw(values)
    return data


def ours(data, schema):
    return {
        (problem.path[:-1] if problem.kind == "unknown-key" else problem.path, problem.kind)
        for problem in problems(data, schema)
    }


def theirs(data, schema):
    kinds = {"additionalProperties": "unknown-key", "required": "missing-key", "anyOf": "missing-key"}
    errors = jsonschema.Draft202012Validator(schema).iter_errors(data)
    return {(tuple(error.absolute_path), kinds.get(error.validator, "wrong-value")) for error in errors}


@pytest.mark.parametrize("name", SOUND)
def test_sound_data_has_no_problems(name):
    assert list(problems(SOUND[name], load_schema(name))) == []
    assert list(problems({}, load_schema(name))) == []


@pytest.mark.parametrize("name", SOUND)
@given(data=st.data())
def test_agrees_with_the_jsonschema_library(name, data):
    item = data.draw(damaged(SOUND[name]))
    schema = load_schema(name)
    assert ours(item, schema) == theirs(item, schema)
    assert acceptor(schema)(item) == (not ours(item, schema))


@pytest.mark.parametrize("name", [*SOUND, "coverage"])
def test_the_schemas_are_schemas(name):
    jsonschema.Draft202012Validator.check_schema(load_schema(name))


@pytest.mark.parametrize(
    ("name", "change", "path", "kind", "message", "mend"),
    [
        (
            "claims",
            {"stance": "suports"},
            ("evidence", 0),
            "wrong-value",
            "is not one of supports, refutes",
            "`supports`",
        ),
        ("claims", {"qoute": "x"}, ("evidence", 0), "unknown-key", "unknown key `qoute`", "`quote`"),
        (
            "claims",
            {"zzz": 1},
            ("evidence", 0),
            "unknown-key",
            "unknown key `zzz`",
            "known keys: source, quote",
        ),
        ("claims", {"id": "Not Kebab"}, (), "wrong-value", "'Not Kebab' is not kebab-case", ""),
        ("claims", {"id": "line\n"}, (), "wrong-value", "is not kebab-case", ""),
        ("claims", {"statement": ""}, (), "wrong-value", "must not be empty", ""),
        ("claims", {"statement": "\u00a0"}, (), "wrong-value", "a text with something in it", ""),
        ("claims", {"evidence": []}, (), "wrong-value", "must not be empty", ""),
        ("claims", {"note": True}, (), "wrong-value", "must be a string, not true", "quotation marks"),
        ("claims", {"also": "x"}, (), "wrong-value", "must be a list, not 'x'", ""),
        ("claims", {"checked_on": "2025-02-32"}, (), "wrong-value", "is not a date", ""),
        (
            "sources",
            {"issued": datetime.date(2025, 7, 22)},
            (),
            "wrong-value",
            "must be a string, not 2025-07-22",
            "quotation marks",
        ),
        ("sources", {"issued": "2025-13"}, (), "wrong-value", "is not a date", ""),
        ("sources", {"sha256": "A" * 64}, (), "wrong-value", "is not a SHA-256", ""),
        (
            "sources",
            {"credit_lines": True},
            ("layout",),
            "wrong-value",
            "must be a whole number, not true",
            "",
        ),
        ("sources", {"url": "ftp://x"}, (), "wrong-value", "is not an address", ""),
    ],
)
def test_each_problem_says_what_and_how_to_mend_it(name, change, path, kind, message, mend):
    data = copy.deepcopy(SOUND[name])
    table = name.removesuffix("s")
    place = data[table][0]
    for step in path:
        place = place[step]
    place.update(change)
    [problem] = problems(data, load_schema(name))
    assert problem.path == (table, 0, *path, *change)
    assert problem.kind == kind
    assert message in problem.message
    assert mend in problem.mend


def test_a_missing_key():
    data = copy.deepcopy(SOUND["claims"])
    del data["claim"][1]["evidence"][0]["quote"]
    [problem] = problems(data, load_schema("claims"))
    assert (problem.path, problem.kind) == (("claim", 1, "evidence", 0), "missing-key")
    assert problem.message == "`quote` is missing"
    assert problem.mend == "add `quote = …`"


def test_a_claim_without_evidence_and_without_a_review():
    data = copy.deepcopy(SOUND["claims"])
    del data["claim"][1]["evidence"]
    [problem] = problems(data, load_schema("claims"))
    assert (problem.path, problem.kind) == (("claim", 1), "missing-key")
    assert problem.message == "`evidence` or `review` is missing"


def test_long_values_are_cut_in_messages():
    data = {"claim": "x" * 1000}
    [problem] = problems(data, load_schema("claims"))
    assert len(problem.message) < 100


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("stetement", ["id", "statement"], "statement"),
        ("port-staf", ["port-staff", "port"], "port-staff"),
        ("xyz", ["id"], None),
        ("x", [], None),
    ],
)
def test_nearest(word, known, expected):
    assert nearest(word, known) == expected
