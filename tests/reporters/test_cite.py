"""Citations to paste, read back by what reads them."""

import json
from html.parser import HTMLParser

import bibtexparser
import pytest
import rispy
from markdown_it import MarkdownIt

from factcheck.cli.lookup import CITE_STYLES
from factcheck.model import Layout, Location, Person, Source, Stance
from factcheck.reporters.cite import STYLES

URL = "https://lume.example/port?a=1&b=2"
LINK = f"{URL}#:~:text=Over%20three%20hundred,port%E2%80%99s%20own,-books"
PORT = Source(
    id="port",
    path="src_text/port.txt",
    sha256="0" * 64,
    title="The port is open again",
    kind="interview",
    publisher="Lume Courier",
    issued="2024-06",
    language="en",
    people=(Person("Ines Varga", "interviewee", "harbour master"), Person("Tomas Reyl", "interviewer")),
    layout=Layout(),
    location=Location("src_text/sources.toml"),
)
HOSTILE = 'A "q" \\textbf{x} $1 & 100% #1_2 ~^ {} } <b>&amp;</b>\nTY  - JOUR\r\nER  - \n@misc{x, a = {b}}'


@pytest.fixture
def cited(verdicts):
    """Makes a citation of the sample's passage, with other values for what is given."""
    from factcheck.citing import Cited

    passage = verdicts["refuted"].matches[0].evidence[0]

    def make(*, key="port-staff", link=None, source=PORT, before="", after="", **changes):
        return Cited(key, passage._replace(**changes), source, before, after, link)

    return make


@pytest.fixture
def pair(cited):
    return [cited(), cited(key="port-staff.2", stance=Stance.REFUTES, quote="One.\n\nTwo.", link=LINK)]


@pytest.mark.parametrize(
    ("style", "file"),
    [
        ("text", "cite.txt"),
        ("markdown", "cite.md"),
        ("html", "cite.html"),
        ("biblatex", "cite.bib"),
        ("ris", "cite.ris"),
        ("csl-json", "cite.csl.json"),
    ],
)
def test_styles(pair, golden, style, file):
    golden(file, STYLES[style](pair))


def test_a_lookup_knows_the_styles_without_importing_them():
    assert tuple(STYLES) == CITE_STYLES


@pytest.mark.parametrize("style", STYLES)
def test_nothing_to_cite(style):
    assert STYLES[style](()) == ("[]\n" if style == "csl-json" else "")


@pytest.mark.parametrize(
    ("quote", "written"),
    [
        ("a * b_c", "> a \\* b\\_c"),
        ("[x](y) <b> `c`", "> \\[x\\](y) \\<b\\> \\`c\\`"),
        ("# no heading", "> \\# no heading"),
        ("1. no list", "> 1\\. no list"),
        ("2022 was", "> 2022 was"),
        ("- no list", "> \\- no list"),
        ("a\\b", "> a\\\\b"),
        ("A &amp; B", "> A \\&amp; B"),
        ("\x1b[31m", "> \\\\x1b\\[31m"),
    ],
)
def test_markdown_renders_to_the_letter(cited, quote, written):
    assert STYLES["markdown"]([cited(quote=quote)]).splitlines()[0] == written


def test_the_address_in_markdown_is_a_link(cited):
    tokens = MarkdownIt("commonmark").parse(STYLES["markdown"]([cited(link=LINK)]))
    inline = [child for token in tokens for child in token.children or ()]
    assert [child.attrs["href"] for child in inline if child.type == "link_open"] == [LINK]


def test_without_a_citation_the_place_stands_in(cited):
    assert STYLES["text"]([cited(citation=None)]).endswith("src_text/port.txt, line 9\n")


class Reader(HTMLParser):
    """The elements of a page with their attributes, and the text in each kind of element."""

    def __init__(self, page):
        super().__init__()
        self.open, self.tags, self.texts = [], [], {}
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        for tag in set(self.open):
            self.texts[tag] = self.texts.get(tag, "") + data


def test_html_is_read_to_the_letter(cited):
    source = PORT._replace(title="A <b>title</b> & “more”", url=URL, language='en"><script>')
    citation = f"Ines Varga, “{source.title}”, <i>line 9</i>."
    quote = "Two  spaces <script>alert('x')</script>\n& \"more\""
    page = Reader(STYLES["html"]([cited(quote=quote, citation=citation, source=source, link=LINK)]))
    assert not page.open
    assert [tag for tag, _ in page.tags] == ["figure", "blockquote", "p", "figcaption", "a", "cite"]
    assert page.texts["blockquote"] == quote
    assert page.texts["figcaption"] == f"— {citation}"
    assert page.texts["cite"] == source.title
    attributes = dict(page.tags)
    assert attributes["blockquote"] == {"cite": LINK, "lang": source.language}
    assert attributes["a"] == {"href": LINK}
    assert attributes["p"] == {"style": "white-space: pre-wrap"}


@pytest.mark.parametrize("style", ["html", "biblatex", "ris"])
def test_joiners_stay_and_controls_are_shown(cited, style):
    text = STYLES[style]([cited(quote="می\u200cخواهم \x1b[31m \u202e \ud800")])
    assert "می\u200cخواهم" in text
    shown = text.replace("\\textbackslash{}", "\\")
    assert "\\x1b[31m \\u202e \\ud800" in shown
    assert not {"\x1b", "\u202e", "\ud800"} & set(text)


def unescaped(value):
    """What LaTeX sets for the commands that are written for special characters."""
    for command, char in {
        "\\textbraceleft{}": "{",
        "\\textbraceright{}": "}",
        "\\textasciitilde{}": "~",
        "\\textasciicircum{}": "^",
        **{f"\\{char}": char for char in "$&#_%"},
        "\\textbackslash{}": "\\",
    }.items():
        value = value.replace(command, char)
    return value


@pytest.mark.parametrize("quote", [HOSTILE, "Größe № 1 – “so”", "}", "{", "\\", "%", "x, y = {z}"])
def test_biblatex_is_read_back(cited, quote):
    source = PORT._replace(title=quote, publisher=f"{quote} and sons", url=URL)
    library = bibtexparser.parse_string(STYLES["biblatex"]([cited(quote=quote, source=source, link=LINK)]))
    assert not library.failed_blocks
    [entry] = library.entries
    fields = {field.key: field.value for field in entry.fields}
    line = " ".join(quote.split())
    assert (entry.entry_type, entry.key) == ("misc", "port-staff")
    assert unescaped(fields["title"]) == line
    assert unescaped(fields["publisher"]) == f"{{{line} and sons}}"
    assert unescaped(fields["annotation"]).startswith(f"“{line}” (Ines Varga, line 9")
    assert fields["author"] == "Varga, Ines"
    assert fields["note"] == "Interview by Tomas Reyl"
    assert (fields["date"], fields["langid"], fields["url"]) == ("2024-06", "english", LINK)


@pytest.mark.parametrize("quote", [HOSTILE, "Größe № 1", "TY  - JOUR", "a\u2028ER  - \x0bT2  - b\x85c"])
def test_ris_is_read_back(cited, quote):
    source = PORT._replace(title=quote, url=URL)
    text = STYLES["ris"]([cited(quote=quote, source=source, link=LINK), cited(key="b")])
    assert all(line == "" or line[2:6] == "  - " for line in text.splitlines())
    first, second = rispy.loads(text)
    line = " ".join(quote.split())
    assert first["type_of_reference"] == "PCOMM"
    assert first["title"] == line
    assert first["authors"] == ["Varga, Ines"]
    assert first["secondary_authors"] == ["Reyl, Tomas"]
    assert (first["year"], first["date"], first["language"]) == ("2024", "2024/06//", "en")
    assert first["urls"] == [LINK]
    assert first["notes"] == [f"“{line}” (Ines Varga, line 9)"]
    assert second["id"] == "b"


@pytest.mark.parametrize(("issued", "date"), [("2024", "2024///"), ("2024-06-15", "2024/06/15/")])
def test_dates_in_ris(cited, issued, date):
    [record] = rispy.loads(STYLES["ris"]([cited(source=PORT._replace(issued=issued))]))
    assert record["date"] == date


def test_csl_json_is_an_item_a_quote(cited):
    items = json.loads(STYLES["csl-json"]([cited(quote=HOSTILE, link=LINK), cited(key="port-staff.2")]))
    assert [item["id"] for item in items] == ["port-staff", "port-staff.2"]
    assert items[0]["URL"] == LINK
    assert items[0]["note"] == f"“{HOSTILE}” (Ines Varga, line 9)"
    assert "locator" not in items[0]
