"""The bundled workspace, damaged in one way at a time: the right code at the right line, and nothing else."""

import re
import shutil

import pytest

from factcheck.finding import Place, bundled_root
from factcheck.rules import RULES
from factcheck.validate import validate
from factcheck.workspace import Workspace

TEXT = "src_text/ukrinform-gusev-interview.txt"
SOURCES = "src_text/sources.toml"
INTRO, MINES = "claims/introduction.toml", "claims/demining.toml"
ALIASES, EXCEPTIONS = "claims/aliases.toml", "claims/exceptions.toml"
KEPT = ("introduction.toml", "demining.toml", "aliases.toml", "exceptions.toml")
"""Of the claims, what is damaged here: the more there is, the longer each run takes."""

AKTAU = "Aktau plane crash in December 2024"
AKTAU_QUOTE = f"quote = '{AKTAU}'"
AKTAU_STATEMENT = "The Aktau plane crash happened in December 2024."
AID_QUOTE = "quote = 'Azerbaijan sent its first humanitarian aid package to Ukraine in February 2022.'"
HECTARES = "From 2022 to 2024, 134,000 hectares of Azerbaijani land were cleared of landmines"
HECTARES_STATEMENT = f'statement = "{HECTARES}."'
HECTARES_NOTE = (
    'note = "The interviewer\'s premise; the ambassador neither confirms nor disputes the figure."'
)
HECTARES_QUOTE = f"""tags = ["demining", "figures"]
{HECTARES_NOTE}

[[claim.evidence]]
source = "ukrinform-gusev-interview"
quote = '{HECTARES} and more than 67,000 landmines were neutralized.'
speaker = "Yuriy Chorny"

[[claim]]
id = "demining-landmines"""
SOCAR_ID = 'id = "gazprom-socar-state-run"'
SOCAR_CLAIM = f"[[claim]]\n{SOCAR_ID}"
SOCAR_STATEMENT = 'statement = "SOCAR is Azerbaijan\'s state-run oil company."'
SOCAR_QUOTE = "quote = 'Azerbaijan’s state-run oil company SOCAR'"
GAZPROM = "gazprom-azerbaijan-denies-signing"
LAST = '\n[[claim]]\nid = "last"\nstatement = "{}"\n\n[[claim.evidence]]\nsource = "ukrinform-gusev-interview"\nquote = \'{}\'\n'
AT_SOCAR, AT_AKTAU = f"[[claim]]\n{SOCAR_ID}", '[[claim]]\nid = "intro-aktau-crash-december-2024"'

# What is damaged, the words there, the words instead, the code, and what stands in the line that is named.
DAMAGES = {
    # Files.
    "syntax": (MINES, SOCAR_ID, 'id = "socar', "FC102", 'id = "socar'),
    "bytes": (ALIASES, '"Türkiye"', b'"T\xfcrkiye"', "FC101", None),
    "unknown-key": (MINES, SOCAR_QUOTE, f"{SOCAR_QUOTE}\nstanze = 'refutes'", "FC103", "stanze"),
    "unknown-table": (ALIASES, '[[alias]]\nnames = ["Irpin"', '[[alyas]]\nnames = ["Irpin"', "FC103", "[[alyas]]"),
    "no-statement": (MINES, SOCAR_STATEMENT, "", "FC104", AT_SOCAR),
    "empty-statement": (MINES, SOCAR_STATEMENT, 'statement = " "', "FC105", 'statement = " "'),
    "wrong-stance": (MINES, 'colleagues\'\nspeaker = "Yuriy Gusev"\nstance = "refutes"', 'colleagues\'\nspeaker = "Yuriy Gusev"\nstance = "refute"', "FC105", 'stance = "refute"'),
    "wrong-kind": (ALIASES, 'Aqtau"]\nkind = "place"', 'Aqtau"]\nkind = "town"', "FC105", 'kind = "town"'),
    "claim-id-twice": (MINES, SOCAR_ID, f'id = "{GAZPROM}"', "FC106", f'[[claim]]\nid = "{GAZPROM}"\nstatement = "SOCAR'),
    "source-id-twice": (SOURCES, "[[source]]", '[[source]]\nid = "ukrinform-gusev-interview"\npath = "src_text/README.md"\nsha256 = "' + "0" * 64 + '"\ntitle = "T"\nkind = "k"\npublisher = "P"\nissued = "2025"\nlanguage = "en"\n[source.layout]\ntype = "none"\n\n[[source]]', "FC107", "second source"),
    "unknown-source": (INTRO, f'source = "ukrinform-gusev-interview"\n{AKTAU_QUOTE}', f'source = "ukrinform-interview"\n{AKTAU_QUOTE}', "FC108", AKTAU_QUOTE),
    "exception-of-unknown-source": (EXCEPTIONS, 'source = "ukrinform-gusev-interview"\nquote = \'Mr. Ambassador\'', 'source = "ukrinform"\nquote = \'Mr. Ambassador\'', "FC108", '[[exception]]\nsource = "ukrinform"\n'),
    "path-outside": (SOURCES, f'path = "{TEXT}"', 'path = "../interview.txt"', "FC111", "[[source]]"),
    "no-such-text": (SOURCES, f'path = "{TEXT}"', 'path = "src_text/interview.txt"', "FC112", "[[source]]"),
    "no-order": (SOURCES, 'order = ["Yuriy Chorny", "Yuriy Gusev"]\n', "", "FC104", "[[source]]"),
    # Characters.
    "zero-width-in-statement": (MINES, SOCAR_STATEMENT, SOCAR_STATEMENT.replace("oil", "o\u200bil"), "FC114", "o\u200bil company"),
    "soft-hyphen-in-also": (MINES, "The Azerbaijani oil company SOCAR is run", "The Azerbaijani oil com\u00adpany SOCAR is run", "FC114", "com\u00adpany"),
    "direction-in-alias": (ALIASES, '"Irpen"', '"Irpen\u202e"', "FC114", '[[alias]]\nnames = ["Irpin"'),
    "bom-in-statement": (INTRO, f'"{AKTAU_STATEMENT}', f'"\ufeff{AKTAU_STATEMENT}', "FC114", "\ufeff"),
    "homoglyph-in-statement": (MINES, SOCAR_STATEMENT, SOCAR_STATEMENT.replace("company", "cоmpany"), "FC115", "cоmpany"),
    "homoglyph-in-alias": (ALIASES, '"Irpen"', '"Irpеn"', "FC115", '[[alias]]\nnames = ["Irpin"'),
    # Ignores and aliases.
    "ignores-nothing": (MINES, SOCAR_CLAIM, f"# factcheck: ignore[FC303] no need\n{SOCAR_CLAIM}", "FC116", "# factcheck"),
    "ignores-nothing-in-line": (MINES, SOCAR_STATEMENT, f"{SOCAR_STATEMENT} # factcheck: ignore[FC302] why", "FC116", SOCAR_STATEMENT),
    "ignores-without-reason": (INTRO, AKTAU_QUOTE, "# factcheck: ignore[FC201]\n" + AKTAU_QUOTE.replace("Aktau", "The"), "FC117", "# factcheck"),
    "alias-unused": (ALIASES, '"Irpin", "Irpen"]\nkind = "place"\n', '"Irpin", "Irpen"]\nkind = "place"\n\n[[alias]]\nnames = ["Porto Lume", "Lume"]\n', "FC118", '[[alias]]\nnames = ["Porto'),
    "alias-twice": (ALIASES, '"Irpen"', '"Irpen", "Aktau"', "FC119", '[[alias]]\nnames = ["Aktau"'),
    # Quotes and their source.
    "case": (INTRO, AKTAU_QUOTE, AKTAU_QUOTE.replace("Aktau", "aktau"), "FC201", "'aktau"),
    "two-spaces": (INTRO, AKTAU_QUOTE, AKTAU_QUOTE.replace("crash in", "crash  in"), "FC201", "crash  in"),
    "no-break-space": (INTRO, AKTAU_QUOTE, AKTAU_QUOTE.replace("crash in", "crash\u00a0in"), "FC201", "crash\u00a0in"),
    "apostrophe": (MINES, SOCAR_QUOTE, 'quote = "Azerbaijan\'s state-run oil company SOCAR"', "FC201", 'quote = "Azerbaijan\'s state'),
    "dash": (MINES, SOCAR_QUOTE, SOCAR_QUOTE.replace("state-run", "state–run"), "FC201", "state–run"),
    "another-word": (INTRO, AKTAU_QUOTE, AKTAU_QUOTE.replace("plane", "train"), "FC201", "Aktau train"),
    "another-year": (INTRO, AKTAU_QUOTE, AKTAU_QUOTE.replace("2024", "2023"), "FC201", "'Aktau plane crash in December 2023'"),
    "another-figure": (MINES, HECTARES_QUOTE, HECTARES_QUOTE.replace("134,000", "143,000"), "FC201", "143,000"),
    "word-left-out": (MINES, SOCAR_QUOTE, SOCAR_QUOTE.replace("oil ", ""), "FC201", "’s state-run company SOCAR'"),
    "word-added": (MINES, SOCAR_QUOTE, SOCAR_QUOTE.replace("oil ", "big oil "), "FC201", "big oil"),
    "cut-word": (INTRO, AKTAU_QUOTE, AKTAU_QUOTE.replace("Aktau ", "tau "), "FC201", "'tau plane"),
    "invented": (INTRO, AKTAU_QUOTE, "quote = 'Nobody at all ever wrote such things on whales.'", "FC201", "whales"),
    "prefix": (INTRO, AKTAU_QUOTE, f'{AKTAU_QUOTE}\nprefix = "before the "', "FC201", AKTAU_QUOTE),
    "suffix": (INTRO, AKTAU_QUOTE, f'{AKTAU_QUOTE}\nsuffix = ", they say"', "FC201", AKTAU_QUOTE),
    "not-unique": (INTRO, 'suffix = "\\n\\nBaku’s independent policy"\n', "", "FC202", "quote = 'Yuriy Gusev, Ukraine’s Ambassador to the Republic of Azerbaijan'"),
    "hash": (SOURCES, 'sha256 = "b0134ed6', 'sha256 = "b0134ed7', "FC203", "[[source]]"),
    "text-changed": (TEXT, "Kalush Orchestra", "Kalusch Orchestra", "FC203", None),
    "speaker": (MINES, f'{SOCAR_QUOTE}\nspeaker = "Yuriy Chorny"', f'{SOCAR_QUOTE}\nspeaker = "Yuriy Gusev"', "FC204", SOCAR_QUOTE),
    "unknown-speaker": (MINES, f'{SOCAR_QUOTE}\nspeaker = "Yuriy Chorny"', f'{SOCAR_QUOTE}\nspeaker = "Petro Chorny"', "FC204", SOCAR_QUOTE),
    "exception": (EXCEPTIONS, "'Mr. Ambassador'", "'Mrs. Ambassador'", "FC205", "[[exception]]\nsource = \"ukrinform-gusev-interview\"\nquote = 'Mrs."),
    # Statements and their evidence.
    "both-stances": (MINES, f'{SOCAR_QUOTE}\nspeaker = "Yuriy Chorny"\n', f'{SOCAR_QUOTE}\nspeaker = "Yuriy Chorny"\n\n[[claim.evidence]]\nsource = "ukrinform-gusev-interview"\nquote = \'Azerbaijan’s state-run oil company\'\nstance = "refutes"\n', "FC301", "quote = 'Azerbaijan’s state-run oil company'\n"),
    "figure": (MINES, HECTARES_STATEMENT, HECTARES_STATEMENT.replace("134,000", "143,000"), "FC302", "143,000"),
    "date": (INTRO, f'"{AKTAU_STATEMENT}', f'"{AKTAU_STATEMENT.replace("December", "November")}', "FC302", "November 2024"),
    "year": (INTRO, f'"{AKTAU_STATEMENT}', f'"{AKTAU_STATEMENT.replace("2024", "2014")}', "FC302", "December 2014"),
    "denied": (MINES, HECTARES_STATEMENT, HECTARES_STATEMENT.replace("were cleared", "were not cleared"), "FC302", "not cleared"),
    "figure-in-also": (MINES, "Azerbaijan saw 134 thousand hectares", "Azerbaijan saw 134 million hectares", "FC302", "134 million"),
    "quote-of-the-other-side": (MINES, HECTARES_QUOTE, HECTARES_QUOTE.replace('Chorny"\n', 'Chorny"\nstance = "refutes"\n'), "FC302", HECTARES_STATEMENT),
    "name": (INTRO, f'"{AKTAU_STATEMENT}', '"The Aktau plane crash of a Lufthansa jet happened in December 2024.', "FC303", "Lufthansa"),
    "figure-from-nowhere": (INTRO, f'"{AKTAU_STATEMENT}', '"The Aktau plane crash happened in December 2024 and killed 38 people.', "FC303", "38 people"),
    "another-fact": (MINES, "Azerbaijan saw 134 thousand hectares of its land demined between 2022 and 2024.", "In Azerbaijan, more than 67 thousand landmines were made safe between 2022 and 2024.", "FC304", "67 thousand landmines were made safe"),
    "same-wording": (MINES, "The Azerbaijani oil company SOCAR is run by the state.", "Azerbaijan has a state-run oil company called SOCAR.", "FC110", "second called SOCAR"),
    "same-claim": (MINES, None, LAST.format("SOCAR is Azerbaijan's state-run oil company.", "Azerbaijan’s state-run oil company SOCAR"), "FC110", "last"),
    "nearly-the-same-claim": (MINES, None, LAST.format("SOCAR is the state-run oil company of Azerbaijan.", "Azerbaijan’s state-run oil company SOCAR"), "FC109", "last"),
    "same-words-for-and-against": (MINES, None, LAST.format("SOCAR is the state-run oil company of Azerbaijan.", "Azerbaijan’s state-run oil company SOCAR") + 'stance = "refutes"\n', "FC305", "last"),
    "contradiction": (MINES, None, LAST.format("From 2022 to 2024, 135,000 hectares of Azerbaijani land were cleared of landmines.", HECTARES), "FC306", "last"),
}  # fmt: skip
ALSO_FOUND = {
    # A fault of one kind that is one of another kind, too.
    "bytes": {"FC303", "FC118", "FC302"},
    "claim-id-twice": {"FC302", "FC303", "FC304"},
    "source-id-twice": {"FC201", "FC203", "FC204", "FC205"},
    "no-order": {"FC204"},
    "contradiction": {"FC302"},
    "quote-of-the-other-side": {"FC302"},
    "same-words-for-and-against": {"FC302"},
    "zero-width-in-statement": {"FC303"},
    "unknown-table": {"FC303"},
}


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    """Some of the bundled workspace, and a cache of what is known to be right in it."""
    folder = tmp_path_factory.mktemp("bundled")
    root = bundled_root()
    (folder / "claims").mkdir()
    for name in KEPT:
        shutil.copy(root / "claims" / name, folder / "claims" / name)
    shutil.copytree(root / "src_text", folder / "src_text")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        faults = found_in(folder)
        # What only the claims left out name is unused here.
        unused = {line for code, path, line, _ in faults if (code, path) == ("FC118", ALIASES)}
        without(folder / ALIASES, unused)
        yield folder


def without(path, lines):
    """Take the alias groups out that begin at these lines."""
    groups = re.split(r"(?=^\[\[alias\]\])", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    kept, line = [], 1
    for group in groups:
        kept += [] if line in lines else [group]
        line += group.count("\n")
    path.write_text("".join(kept), encoding="utf-8")


def found_in(folder):
    """Code, path, line and severity of each fault."""
    faults = validate(Workspace(Place(folder)))
    return [(fault.code, fault.location.path, fault.location.line, fault.severity) for fault in faults]


def test_nothing_is_found_in_the_undamaged(workspace):
    assert found_in(workspace) == []


@pytest.mark.parametrize("name", DAMAGES)
def test_damage(workspace, name):
    path, old, new, code, marker = DAMAGES[name]
    file = workspace / path
    before = file.read_bytes()
    try:
        file.write_bytes(damaged(before, old, new))
        found = found_in(workspace)
    finally:
        file.write_bytes(before)
    place = SOURCES if path == TEXT else path
    line = 1 if marker is None else line_of(damaged(before, old, new).decode(), marker)
    line = line_of((workspace / SOURCES).read_text(encoding="utf-8"), "[[source]]") if path == TEXT else line
    assert (code, place, line) in [fault[:3] for fault in found]
    others = {fault[0] for fault in found} - {code}
    assert others <= ALSO_FOUND.get(name, set())


def line_of(text, marker):
    """The line, from 1, where a text has the marker; "last" is its last claim's statement."""
    if marker == "last":
        marker = 'id = "last"\n'
        return text[: text.index(marker)].count("\n") + 2
    if marker.startswith("second "):
        rest = {"second source": "\n[[source]]", "second called SOCAR": "called SOCAR."}[marker]
        return text[: text.index(rest, text.index(rest) + 1)].count("\n") + 1 + (rest[0] == "\n")
    return text[: text.index(marker)].count("\n") + 1


def damaged(data, old, new):
    """The contents with the damage: `old`, which stands there once, becomes `new`; None is the end."""
    if old is None:
        return data + new.encode()
    assert data.count(old.encode()) == 1
    return data.replace(old.encode(), new if isinstance(new, bytes) else new.encode())


def test_every_rule_of_validate_is_broken_by_some_damage():
    broken = {code for _, _, _, code, _ in DAMAGES.values()}
    assert {rule.code for rule in RULES if rule.code < "FC4"} - broken == {"FC113"}
    assert len(DAMAGES) >= 40


def test_a_source_that_nobody_quotes(workspace):
    file = workspace / SOURCES
    before = file.read_bytes()
    digest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    new = f'\n[[source]]\nid = "empty"\npath = "src_text/empty.txt"\nsha256 = "{digest}"\ntitle = "T"\nkind = "k"\npublisher = "P"\nissued = "2025"\n'
    (workspace / "src_text" / "empty.txt").write_bytes(b"")
    try:
        file.write_bytes(before + new.encode())
        assert [fault[:2] for fault in found_in(workspace)] == [("FC113", SOURCES)]
    finally:
        file.write_bytes(before)
