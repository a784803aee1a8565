import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.tomlfile import TomlSyntaxError, parse_toml

TEXT = """\
# [not] = a table
top = 1

[[claim]]
id = "a"  # "
also = [
    "[[claim]]",
    'x = 1', # ]
]

[[claim.evidence]]
quote = '''
[[claim]]
id = "no"
'''
source = "s"
[[claim.evidence]]
quote = \"\"\"a \\\"\"\" ''' \"\"\"
[[claim]]
id = "b"
[claim.more]
"a key" . b = {x = [1,
2]}
'lit' = 1
  [ other . "a.b" ] # comment
  k = 1"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 1),
        (("top",), 2),
        (("claim", 0), 4),
        (("claim", 0, "id"), 5),
        (("claim", 0, "also"), 6),
        (("claim", 0, "also", 1), 6),
        (("claim", 0, "evidence", 0), 11),
        (("claim", 0, "evidence", 0, "quote"), 12),
        (("claim", 0, "evidence", 0, "source"), 16),
        (("claim", 0, "evidence", 1), 17),
        (("claim", 0, "evidence", 1, "quote"), 18),
        (("claim", 1), 19),
        (("claim", 1, "id"), 20),
        (("claim", 1, "more"), 21),
        (("claim", 1, "more", "a key", "b"), 22),
        (("claim", 1, "more", "lit"), 24),
        (("other", "a.b", "k"), 26),
        (("nowhere", 3), 1),
    ],
)
def test_lines(path, line):
    assert parse_toml(TEXT).line(path) == line


def test_windows_line_ends():
    assert parse_toml(TEXT.replace("\n", "\r\n")).lines == parse_toml(TEXT).lines


# Each value spans lines in a way that a reading line by line takes for something else.
@pytest.mark.parametrize(
    "value",
    [
        "['''a\nb''', '''c\nd''']",
        '["""a\n""", "\'\'\'"]',
        '"""He said \'\'\'yes\n[no]\nk = 1\n"""',
        "'''\n\"\"\"\n'''",
        '""""quoted""""',
        "'''''two quotes'''''",
        '"""\\\n  """',
        '"# no comment"',
        "[\n  # ]\n  [1], {a = '}'},\n]",
        "''",
        '""',
        '""""""',
        "'\"'",
        '"\\\\"',
        '"\\""',
    ],
)
def test_what_follows_a_value_keeps_its_line(value):
    text = f"first = {value}\nafter = 1\n[table]\nlast = 2\n"
    file = parse_toml(text)
    rows = text.split("\n")
    assert file.line(("after",)) == rows.index("after = 1") + 1
    assert file.line(("table", "last")) == rows.index("last = 2") + 1
    assert set(file.lines) == {("first",), ("after",), ("table",), ("table", "last")}


quoted = st.text(st.sampled_from("ab\"'\\#[]={}\n ")).map(
    lambda text: '"""\n' + text.replace("\\", "\\\\").replace('"', '\\"') + '"""'
)
literal = st.text(st.sampled_from('ab"\\#[]={}\n ')).map(lambda text: f"'''{text}'''")
value = quoted | literal | st.lists(quoted | literal, max_size=3).map(lambda parts: f"[{', '.join(parts)}]")


@given(st.lists(value, min_size=1))
def test_any_strings_leave_the_lines_right(values):
    text = "".join(f"k{number} = {item}\n" for number, item in enumerate(values))
    file = parse_toml(text)
    assert set(file.lines) == {(key,) for key in tomllib.loads(text)}
    at = 1
    for number, item in enumerate(values):
        assert file.line((f"k{number}",)) == at
        at += item.count("\n") + 1


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a = 1\nb = \n", 2, 5),
        ("a = '''\n", 2, 1),
        ("[a]\n[a]\n", 2, 3),
        ("a = " + "[" * 100_000, 1, 1),
    ],
)
def test_what_does_not_parse_says_where(text, line, column):
    with pytest.raises(TomlSyntaxError) as caught:
        parse_toml(text)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert "(at" not in caught.value.message
