"""`factcheck source add`."""

import hashlib
import importlib
import tomllib

import pytest

from factcheck.edit import extracting

TALK = """\
A talk about tides

Q: Who measures the tides?

A: I do. The highest tide of 2023 was 3.2 metres.

Q: With what?

A: With a pole.
"""
METADATA = (
    "--title",
    "A talk about tides",
    "--kind",
    "interview",
    "--publisher",
    "Lume Courier",
    "--issued",
    "2024-05",
)
PAGE = """\
<html lang="en"><head><title>Tides at Porto Lume</title><meta property="og:site_name" content="Lume Courier">
<meta property="article:published_time" content="2024-05-06"></head><body><nav>Home | News</nav><article>
<h1>Tides at Porto Lume</h1>
<p>The highest tide of 2023 was 3.2 metres, the harbour master said on Monday in Porto Lume.</p>
<p>It was measured with a pole, which has stood at the northern quay for more than a hundred years.</p>
</article><footer>Imprint</footer></body></html>
"""


@pytest.fixture
def talk(port_folder):
    path = port_folder / "talk.txt"
    path.write_bytes(TALK.encode())
    return path


@pytest.fixture
def listed(port_folder):
    """The sources that the workspace has now."""

    def read():
        text = (port_folder / "src_text" / "sources.toml").read_text(encoding="utf-8")
        return tomllib.loads(text)["source"]

    return read


@pytest.fixture
def at_terminal(monkeypatch):
    monkeypatch.setattr("factcheck.cli.asking.on_terminal", lambda: True)


def test_a_text_is_taken_in(run, port_folder, talk, listed):
    before = (port_folder / "src_text" / "sources.toml").read_text(encoding="utf-8")
    result = run(
        "source",
        "add",
        "talk.txt",
        *METADATA,
        "--url",
        "https://example.org/talk",
        "--layout",
        "turns-by-name",
        "--name",
        "Q=Tomas Reyl",
        "--name",
        "A=Ines Varga",
        "--person",
        "Ines Varga, interviewee, harbour master",
        "--person",
        "Tomas Reyl, interviewer",
        "--introduction",
        "Lume Courier",
    )
    assert result.exit_code == 0, result.stderr
    assert result.stdout == (
        "src_text/talk.txt: written\nsrc_text/originals/talk.txt: written\nsrc_text/sources.toml: added talk\n"
    )
    for path in ("src_text/talk.txt", "src_text/originals/talk.txt"):
        assert (port_folder / path).read_bytes() == TALK.encode()
    assert (port_folder / "src_text" / "sources.toml").read_text(encoding="utf-8").startswith(before)
    assert listed()[1] == {
        "id": "talk",
        "path": "src_text/talk.txt",
        "sha256": hashlib.sha256(TALK.encode()).hexdigest(),
        "title": "A talk about tides",
        "kind": "interview",
        "publisher": "Lume Courier",
        "issued": "2024-05",
        "language": "en",
        "url": "https://example.org/talk",
        "people": [
            {"name": "Ines Varga", "role": "interviewee", "office": "harbour master"},
            {"name": "Tomas Reyl", "role": "interviewer"},
        ],
        "layout": {
            "type": "turns-by-name",
            "names": {"Q": "Tomas Reyl", "A": "Ines Varga"},
            "introduction": "Lume Courier",
        },
    }
    assert run("validate").exit_code == 0
    added = run(
        "add",
        "--statement",
        "The highest tide of 2023 was 3.2 metres.",
        "--quote",
        "The highest tide of 2023 was 3.2 metres.",
    )
    assert "Ines Varga, src_text/talk.txt:5:" in added.stdout


def test_a_layout_by_marker(run, port_folder, listed):
    (port_folder / "b.md").write_text("Lead\n\n* Who?\n\n* Me.\n", encoding="utf-8")
    result = run(
        "source",
        "add",
        "b.md",
        *METADATA,
        "--layout",
        "turns-by-marker",
        "--marker",
        "* ",
        "--order",
        "Q",
        "--order",
        "A",
        "--headings",
        "capitals",
        "--credit-lines",
        "1",
    )
    assert result.exit_code == 0, result.stderr
    assert listed()[1]["path"] == "src_text/b.txt"
    layout = {
        "type": "turns-by-marker",
        "marker": "* ",
        "order": ["Q", "A"],
        "headings": "capitals",
        "credit_lines": 1,
    }
    assert listed()[1]["layout"] == layout
    assert (port_folder / "src_text" / "originals" / "b.md").exists()


def test_a_text_that_is_there_already_stays_where_it_is(run, port_folder, listed):
    (port_folder / "src_text" / "deep").mkdir()
    (port_folder / "src_text" / "deep" / "talk.txt").write_bytes(TALK.encode())
    assert run("source", "add", "src_text/deep/talk.txt", *METADATA).exit_code == 0
    assert listed()[1]["path"] == "src_text/deep/talk.txt"
    assert not (port_folder / "src_text" / "talk.txt").exists()
    assert run("validate").exit_code == 0


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("talk.txt",), "missing: --title, --kind, --publisher, --issued"),
        (("none.txt", *METADATA), "none.txt: cannot be read"),
        ((".", *METADATA), "is not taken in"),
        (("talk.docx", *METADATA), "known: .txt, .md, .html, .htm, .pdf"),
        (("empty.txt", *METADATA), "no text is in it"),
        (("latin.txt", *METADATA), "not UTF-8"),
        (("talk.txt", *METADATA, "--id", "port"), "already used at src_text/sources.toml:1:1"),
        (("port.txt", *METADATA, "--id", "talk"), "src_text/talk.txt: exists already, with other content"),
        (("talk.txt", *METADATA, "--id", "No Good"), "id: "),
        (("talk.txt", *METADATA, "--issued", "May 2024"), "issued: "),
        (("talk.txt", *METADATA, "--layout", "turns-by-name"), "--name LABEL=SPEAKER"),
        (("talk.txt", *METADATA, "--layout", "turns-by-marker"), "name each with --order"),
        (("talk.txt", *METADATA, "--person", "Ines"), "is not a name, a comma and a role"),
        (("talk.txt", *METADATA, "--name", "Q"), "is not LABEL=SPEAKER"),
        (("talk.txt", *METADATA, "--id", "../out"), "id: "),
        (("talk.txt", *METADATA, "--title", "a\nTY  - JOUR"), r"title: holds the control character \n"),
        (("talk.txt", *METADATA, "--title", "a\x1b]0;b\x07"), r"title: holds the control character \x1b"),
        (("talk.txt", *METADATA, "--publisher", "a\u2028b"), r"publisher: holds the control character"),
        (("talk.txt", *METADATA, "--person", "In\res, guest"), r"name: holds the control character \r"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_written(run, port_folder, talk, args, told):
    (port_folder / "empty.txt").write_text(" \n")
    (port_folder / "latin.txt").write_bytes("é".encode("latin-1"))
    (port_folder / "port.txt").write_text("Another text.")
    if "port.txt" in args:
        (port_folder / "src_text" / "talk.txt").write_text("Mine.")
    before = {path: path.read_bytes() for path in port_folder.rglob("*") if path.is_file()}
    result = run("source", "add", *args)
    assert result.exit_code == 2
    assert told in result.stderr
    assert {path: path.read_bytes() for path in port_folder.rglob("*") if path.is_file()} == before


def test_a_run_that_was_cut_short_is_taken_up(run, port_folder, talk, listed):
    (port_folder / "src_text" / "talk.txt").write_bytes(TALK.encode())
    assert run("source", "add", "talk.txt", *METADATA).exit_code == 0
    assert listed()[1]["id"] == "talk"


def test_the_layout_is_guessed_and_never_taken_unasked(run, talk, listed):
    result = run("source", "add", "talk.txt", *METADATA)
    assert "the text seems to have turns by name (Q, A); --layout turns-by-name says so" in result.stderr
    assert "layout" not in listed()[1]


def test_at_a_terminal_all_is_asked_for(run, talk, listed, at_terminal):
    answers = [
        "",
        "interview",
        "Lume Courier",
        "2024-05",
        "",
        "",
        "y",
        "Tomas Reyl",
        "Ines Varga",
        "interviewer",
        "interviewee, harbour master",
    ]
    result = run("source", "add", "talk.txt", stdin="\n".join(answers) + "\n")
    assert result.exit_code == 0, result.stderr
    source = listed()[1]
    assert source["title"] == "A talk about tides"
    assert source["layout"] == {"type": "turns-by-name", "names": {"Q": "Tomas Reyl", "A": "Ines Varga"}}
    assert source["people"][1] == {"name": "Ines Varga", "role": "interviewee", "office": "harbour master"}


def test_too_large_a_file_is_not_read(run, talk, monkeypatch):
    monkeypatch.setattr(extracting, "MOST_BYTES", 20)
    result = run("source", "add", "talk.txt", *METADATA)
    assert result.exit_code == 2
    assert "has more than 20 bytes" in result.stderr


def test_html(run, port_folder, listed):
    pytest.importorskip("trafilatura")
    (port_folder / "tides.html").write_text(PAGE, encoding="utf-8")
    assert run("source", "add", "tides.html", *METADATA).exit_code == 0
    text = (port_folder / "src_text" / "tides.txt").read_text(encoding="utf-8")
    assert (
        "of 2023 was 3.2 metres, the harbour master said on Monday in Porto Lume.\n\nIt was measured" in text
    )
    assert "Imprint" not in text
    assert (port_folder / "src_text" / "originals" / "tides.html").read_text(encoding="utf-8") == PAGE
    assert run("validate").exit_code == 0


def test_the_metadata_of_a_page_is_offered(run, port_folder, listed, at_terminal):
    pytest.importorskip("trafilatura")
    (port_folder / "tides.html").write_text(PAGE, encoding="utf-8")
    result = run("source", "add", "tides.html", stdin="\n\n\n\n\n\n")
    assert result.exit_code == 0, result.stderr
    source = listed()[1]
    assert (source["title"], source["publisher"]) == ("Tides at Porto Lume", "Lume Courier")
    assert source["issued"] == "2024-05-06"


def pdf_of(text):
    """A file of one page that shows a line of text, as small as they come."""
    stream = f"BT /F1 12 Tf 72 700 Td ({text}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + b"trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start


def test_pdf(run, port_folder, listed):
    pytest.importorskip("pypdf")
    (port_folder / "tides.pdf").write_bytes(pdf_of("The highest tide was 3.2 metres."))
    assert run("source", "add", "tides.pdf", *METADATA).exit_code == 0
    text = (port_folder / "src_text" / "tides.txt").read_text(encoding="utf-8")
    assert text == "The highest tide was 3.2 metres.\n"
    assert (port_folder / "src_text" / "originals" / "tides.pdf").exists()


@pytest.mark.parametrize(
    ("name", "data", "library"),
    [
        ("a.pdf", b"%PDF-1.4 nothing", "pypdf"),
        ("b.pdf", b"no PDF at all", "pypdf"),
        ("a.html", b"", "trafilatura"),
        ("a.html", b"\xff\x00<", "trafilatura"),
    ],
)
def test_damaged_files_are_told_in_our_words_with_a_mend(shell, name, data, library):
    pytest.importorskip(library)
    (shell.folder / name).write_bytes(data)
    result = shell("source", "add", name, *METADATA)
    assert result.returncode == 2
    error, mend = result.stderr.decode().splitlines()
    assert error.startswith(f"Error: {name}: ") and mend.startswith("  ")


@pytest.mark.parametrize(
    ("name", "library", "extra"), [("a.html", "trafilatura", "html"), ("a.pdf", "pypdf", "pdf")]
)
def test_a_missing_library_is_named_with_its_extra(run, port_folder, monkeypatch, name, library, extra):
    def absent(wanted, package=None):
        if wanted == library:
            raise ImportError(wanted)
        return importlib.import_module(wanted, package)

    monkeypatch.setattr(extracting, "import_module", absent)
    (port_folder / name).write_bytes(b"<p>x")
    result = run("source", "add", name, *METADATA)
    assert result.exit_code == 2
    assert f"{library} has to be installed" in result.stderr
    assert f'pip install "factcheck-cli[{extra}]"' in result.stderr


def test_the_group_alone_shows_its_help(run):
    result = run("source")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "add" in result.stderr
