"""TOML and JSON Lines changed in place: every other byte stays."""

import json
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.edit.entries import written_entry
from factcheck.edit.filetext import (
    Setting,
    append_to_jsonl,
    append_to_toml,
    set_in_jsonl,
    set_in_toml,
)
from factcheck.edit.tomlstrings import manner_of, toml_string
from factcheck.edit.tomlvalues import toml_values
from factcheck.errors import InputError

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
LETTERS = st.text(st.sampled_from("ab'\"\\\n\r\t #=[]{},.é“\x07\u2028"), max_size=12)


@pytest.mark.parametrize(
    ("value", "manner", "written"),
    [
        ("plain", "'", "'plain'"),
        ("it's", "'", "'''it's'''"),
        ("ends in '", "'", '"ends in \'"'),
        ("two\nlines", "'", "'''two\nlines'''"),
        ("\nfirst", "'", '"\\nfirst"'),
        ("loose \nend", "'", '"loose \\nend"'),
        ("a\r\nb", "'", '"a\\r\\nb"'),
        ("'''", "'", "\"'''\""),
        ("bell\x07", "'", '"bell\\u0007"'),
        ("plain", '"', '"plain"'),
        ('say "a\\b"', '"', '"say \\"a\\\\b\\""'),
        ("a\nb", '"', '"a\\nb"'),
        ("a\nb", '"""', '"""a\nb"""'),
        ("plain", "'''", "'''plain'''"),
    ],
)
def test_strings_keep_the_manner_where_they_can(value, manner, written):
    assert toml_string(value, manner) == written
    assert tomllib.loads(f"a = {written}")["a"] == value


@given(LETTERS | TEXTS, st.sampled_from(["'", '"', "'''", '"""']))
def test_strings_read_back(value, manner):
    written = toml_string(value, manner)
    assert tomllib.loads(f"a = {written}\n")["a"] == value
    assert manner_of(written) in ("'", '"', "'''", '"""')


FILE = """\
# before
[[claim]]
id = "a"   # its id
"odd key" = 1979-05-27 07:32:00
list = [ 'x', # one
  "y", ]
  [[claim.evidence]]
  quote = 'abc'   # why
  source.deep = "s"

# about b
[[claim]]
id = "b"
evidence = [
   {source = "s", quote = 'q1'}, # first
   { quote = '''q'2''', source = "s" },
]
last = ''"""


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_values_are_where_they_stand(ends):
    text = FILE.replace("\n", ends)
    found = {path: text[value.start : value.end] for path, value in toml_values(text).items()}
    assert found[("claim", 0, "id")] == '"a"'
    assert found[("claim", 0, "odd key")] == "1979-05-27 07:32:00"
    assert found[("claim", 0, "list", 1)] == '"y"'
    assert found[("claim", 0, "evidence", 0, "quote")] == "'abc'"
    assert found[("claim", 0, "evidence", 0, "source", "deep")] == '"s"'
    assert found[("claim", 1, "evidence", 0, "quote")] == "'q1'"
    assert found[("claim", 1, "evidence", 1, "quote")] == "'''q'2'''"
    assert found[("claim", 1, "last")] == "''"


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("path", "values", "old", "new"),
    [
        (("claim", 0, "evidence", 0), {"quote": "it's"}, "'abc'   #", "'''it's'''   #"),
        (
            ("claim", 0, "evidence", 0),
            {"prefix": "p\n", "suffix": "s"},
            "# why\n",
            '# why\n  prefix = "p\\n"\n  suffix = "s"\n',
        ),
        (("claim", 1, "evidence", 0), {"quote": "Q", "prefix": "p"}, "'q1'}", "'Q', prefix = \"p\"}"),
        (("claim", 1, "evidence", 1), {"suffix": "p"}, "'2''', ", "'2''', suffix = \"p\", "),
        (("claim", 1), {"id": "c"}, 'id = "b"', 'id = "c"'),
    ],
)
def test_setting_strings_leaves_all_else_alone(ends, path, values, old, new):
    text, old, new = (part.replace("\n", ends) for part in (FILE, old, new))
    after = "id" if len(path) == 2 else "quote"
    assert set_in_toml(text, [Setting(path, values, after)]) == text.replace(old, new)


def test_a_new_key_after_the_last_line_of_a_file_without_an_end():
    text = "[[claim]]\nlast = 'a'"
    assert set_in_toml(text, [Setting(("claim", 0), {"next": "b"}, "last")]) == f'{text}\nnext = "b"'


@st.composite
def files(draw):
    """A claims file with comments and odd layout, and the quotes in it as they are written."""
    lines, quotes = [], []
    for number in range(draw(st.integers(1, 4))):
        quotes.append(draw(LETTERS))
        indent = draw(st.sampled_from(["", "  ", "\t"]))
        comment = draw(st.sampled_from(["", "  # a 'comment' = [[x]]", "#"]))
        space = draw(st.sampled_from(["", " ", "   "]))
        lines += [
            *draw(st.lists(st.sampled_from(["", "# [[claim]] quote = 'x'", " "]), max_size=2)),
            f"{indent}[[claim]]{comment}",
            f'{indent}id = "c-{number}"',
            f"{indent}quote{space}={space}{toml_string(quotes[-1], draw(st.sampled_from(list(MANNERS))))}{comment}",
        ]
    return "\n".join(lines) + draw(st.sampled_from(["", "\n", "\n\n"])), quotes


MANNERS = ("'", '"', "'''", '"""')


@given(files(), st.data(), LETTERS)
def test_an_edit_of_one_string_leaves_every_other_byte(file, data, value):
    text, quotes = file
    number = data.draw(st.integers(0, len(quotes) - 1))
    new = set_in_toml(text, [Setting(("claim", number), {"quote": value}, "id")])
    old_place, new_place = (toml_values(version)[("claim", number, "quote")] for version in (text, new))
    assert new[: new_place.start] == text[: old_place.start]
    assert new[new_place.end :] == text[old_place.end :]
    read = [claim["quote"] for claim in tomllib.loads(new)["claim"]]
    assert read == [*quotes[:number], value, *quotes[number + 1 :]]


@given(files(), st.data())
def test_comments_and_blank_lines_survive_a_new_key_by_another_reader_too(file, data):
    tomlkit = pytest.importorskip("tomlkit")
    text, quotes = file
    number = data.draw(st.integers(0, len(quotes) - 1))
    new = set_in_toml(text, [Setting(("claim", number), {"prefix": "p"}, "quote")])
    assert tomlkit.parse(new)["claim"][number]["prefix"] == "p"
    kept = [line for line in new.split("\n") if line.strip() != 'prefix = "p"']
    assert kept == text.split("\n") or [*kept, ""] == text.split("\n")


def test_what_cannot_be_edited_safely_is_refused():
    with pytest.raises(InputError, match="cannot be edited"):
        set_in_toml("[[claim]]\nid = 'a'\n", [Setting(("claim", 0), {"prefix": "p"}, "quote")])
    with pytest.raises(InputError, match="cannot be edited"):
        append_to_toml("claim = [{id = 'a'}]\n", "[[claim]]\nid = 'b'\n", "claim", {"id": "b"})
    with pytest.raises(InputError, match="cannot be edited"):
        append_to_toml("claim = 3\n", "[[claim]]\nid = 'b'\n", "claim", {"id": "b"})


ENTRY = {
    "id": "b",
    "also": ["one", "it's"],
    "long": ["x" * 60, "y" * 60],
    "evidence": [{"source": "s", "quote": "it's"}, {"source": "t", "quote": "q"}],
    "layout": {"type": "none", "names": {"MR. A": "A B"}, "credit_lines": 2},
}


@pytest.mark.parametrize(
    "before", ["", "\n", "# only a comment", "[[claim]]\nid = 'a'", "[[claim]]\nid = 'a'\n\n"]
)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_an_entry_is_added_at_the_end(before, ends):
    text = before.replace("\n", ends)
    new = append_to_toml(text, written_entry("claim", ENTRY), "claim", ENTRY)
    assert new.startswith(text)
    assert tomllib.loads(new)["claim"][-1] == ENTRY
    assert "\n\n\n" not in new
    assert "\r\n" not in text or "\n" not in new.replace("\r\n", "")


@pytest.mark.parametrize(
    "line",
    [
        '{"id": "a", "evidence": [{"quote": "x", "é": 1}]}',
        '{"id":"a","evidence":[{"quote":"x","é":1}]}',
        '{"id": "a", "evidence": [{"quote": "x", "\\u00e9": 1}]}',
        '{ "id" : "a",  "evidence" : [{"quote": "x", "é": 1.50}] }',
    ],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_line_of_json_is_set_and_the_others_stay(line, ends):
    text = ends.join(["{ }", line, "not even json", ""])
    new = set_in_jsonl(text, 2, [Setting(("evidence", 0), {"quote": "it's “y”", "prefix": "p"}, "quote")])
    lines = new.split(ends)
    assert [lines[0], *lines[2:]] == ["{ }", "not even json", ""]
    expected = json.loads(line)
    expected["evidence"][0] |= {"quote": "it's “y”", "prefix": "p"}
    assert json.loads(lines[1]) == expected
    assert (": " in lines[1]) == (": " in line or " :" in line)
    assert lines[1].isascii() == line.isascii()


@pytest.mark.parametrize(("before", "gap"), [("", ""), ("{}\n", ""), ("{}", "\n")])
def test_a_line_of_json_is_added(before, gap):
    assert append_to_jsonl(before, {"é": 1}) == f'{before}{gap}{{"é": 1}}\n'
