import pytest

from factcheck.finding import Place
from factcheck.rules import CHECKS, RULES, checks
from factcheck.rules.selection import EVERYTHING, Selection
from factcheck.validate import validate
from factcheck.workspace import Workspace

QUOTE = "Over three hundred people work in the port today."
PLACE = "src_text/port.txt:9:3"


SHAPE_AND_QUOTES = Selection(ignore=("FC109", "FC115", "FC302", "FC303", "FC304", "FC306"))
"""All but the rules that read what statements say, and letters: those have tests of their own."""


@pytest.fixture
def check(port):
    """Writes the invented workspace with changes, and validates it."""

    def checker(*, extra=None, **changes):
        folder = port.write(**changes)
        for name, content in (extra or {}).items():
            (folder / name).write_text(content, encoding="utf-8")
        return validate(Workspace(Place(folder)), SHAPE_AND_QUOTES)

    return checker


def only(found):
    [fault] = found
    return fault


def line_of(text, part):
    """The line, from 1, of the first place of `part`."""
    return text[: text.index(part)].count("\n") + 1


def test_a_sound_workspace_has_no_faults(check):
    assert check() == []


@pytest.mark.parametrize(
    ("quote", "words", "mend"),
    [
        ("over three hundred people work in the port today.", "in: case", QUOTE),
        ("Over three hundred  people work in the port today.", "in: spaces", QUOTE),
        ("Over three hundred people\u00a0work in the port today.", "in: spaces", QUOTE),
        ("Over three hundred people worked in the port today.", "“worked” for “work”", QUOTE),
        ("Over three thousand people work in the port today.", "“thousand” for “hundred”", QUOTE),
        ("Over three hundred peоple work in the port today.", "“peоple” for “people”", QUOTE),
        ("Over three hundred people work in port today.", "“the” is left out", QUOTE),
        ("Over three hundred nice people work in the port today.", "“nice” is not in the source", QUOTE),
        ("Over three hundred peop", "cuts a word or a figure", "whole words"),
        ("Nobody here ever wrote such a thing about whales.", "nor anything like it", "to the letter"),
    ],
)
def test_a_quote_that_is_not_verbatim(check, port, quote, words, mend):
    fault = only(check(claims=port.claims.replace(QUOTE, quote)))
    assert (fault.code, fault.severity, fault.claim) == ("FC201", "error", "port-staff")
    assert str(fault.location) == f"claims/port.toml:{line_of(port.claims, QUOTE)}:1"
    assert words in fault.message
    assert mend in fault.mend
    assert PLACE in fault.message or "nor anything" in fault.message


def test_a_fault_names_the_words_and_the_passage(check, port):
    quote = QUOTE.replace("people", "folks")
    fault = only(check(claims=port.claims.replace(QUOTE, quote)))
    assert fault.subject == quote
    assert fault.focus.of(quote) == "folks"
    assert [(str(passage.location), passage.text) for passage in fault.related] == [(PLACE, QUOTE)]


@pytest.mark.parametrize(("stands", "quote"), [("about -40 of", "40 of"), ("the 5% quay", "5")])
def test_a_figure_without_its_sign_or_unit_is_not_verbatim(check, port, stands, quote):
    text = port.text.replace("about forty of", stands).replace("the northern quay", stands)
    fault = only(check(text=text, claims=port.claims.replace(QUOTE, quote)))
    assert fault.code == "FC201"
    assert "cuts a word or a figure" in fault.message


def test_many_differences_are_cut_short(check, port):
    quote = "Over four hundred folk toil in a harbour today."
    fault = only(check(claims=port.claims.replace(QUOTE, quote)))
    assert fault.code == "FC201"
    assert fault.message.endswith("; …") or "nor anything like it" in fault.message


@pytest.mark.parametrize(
    ("context", "code"),
    [
        ("", "FC202"),
        ('prefix = "signed an "', None),
        ('suffix = " railway"', None),
        ('prefix = "signed "', "FC202"),
        ('prefix = "no such "', "FC202"),
    ],
)
def test_a_quote_that_stands_more_than_once(check, port, context, code):
    quote = "In May 2024 the port signed an agreement with the railway."
    found = check(claims=port.claims.replace(f"'{quote}'", f"'agreement with the'\n{context}"))
    if code is None:
        assert found == []
        return
    fault = only(found)
    assert fault.code == code
    assert "src_text/port.txt:11:34, src_text/port.txt:13:56" in fault.message
    assert "`prefix` or `suffix`" in fault.mend


def test_a_quote_that_stands_twice_but_for_its_case(check, port):
    fault = only(check(claims=port.claims.replace(QUOTE, "Agreement With")))
    assert fault.code == "FC201"
    assert "passages like it: src_text/port.txt:11:34, src_text/port.txt:13:56" in fault.message


def test_places_beyond_the_third_are_left_out(check, port):
    fault = only(check(claims=port.claims.replace(QUOTE, "the")))
    assert fault.code == "FC202"
    assert fault.message.count("src_text/port.txt:") == 3
    assert fault.message.endswith("…")


@pytest.mark.parametrize("context", ['prefix = "- So "', 'suffix = "?"', 'prefix = "- "\nsuffix = "?"'])
def test_a_prefix_or_suffix_that_is_not_there(check, port, context):
    fault = only(check(claims=port.claims.replace(f"'{QUOTE}'", f"'{QUOTE}'\n{context}")))
    assert fault.code == "FC201"
    assert f"stands at {PLACE}, but not between" in fault.message


def test_another_speaker(check, port):
    fault = only(check(claims=port.claims.replace('speaker = "Ines Varga"', 'speaker = "Tomas Reyl"')))
    assert (fault.code, fault.claim) == ("FC204", "port-staff")
    assert fault.message == f"“Ines Varga” speaks at {PLACE}, not “Tomas Reyl”"
    assert fault.mend == 'set speaker = "Ines Varga"'


def test_a_speaker_where_nobody_is_named(check, port):
    folder = port.write()
    sources = folder / "src_text" / "sources.toml"
    head, _, _ = sources.read_text(encoding="utf-8").partition("[source.layout]")
    sources.write_text(head, encoding="utf-8")
    fault = only(validate(Workspace(Place(folder))))
    assert fault.message == f"nobody who is named speaks at {PLACE}, not “Ines Varga”"
    assert fault.mend == "leave `speaker` out"


def test_a_quote_over_two_speakers(check, port):
    quote = "agreement with the railway.\n\n- Our colleagues"
    claims = port.claims.replace(
        "'In May 2024 the port signed an agreement with the railway.'", f"'''{quote}'''"
    )
    fault = only(check(claims=claims))
    assert (fault.code, fault.claim) == ("FC204", "railway-agreement")
    assert "from “Tomas Reyl” into the words of “Ines Varga”" in fault.message


EXCEPTION = '[[exception]]\nsource = "{source}"\nquote = "{quote}"\nreason = "r"\n'


@pytest.mark.parametrize(
    ("source", "quote", "code", "words", "mend"),
    [
        ("port", "Tomas Reyl", None, "", ""),
        ("port", "We trust him.", "FC205", "“him” for “them”", "We trust them."),
        ("prot", "Tomas Reyl", "FC108", "unknown source `prot`", "`port`"),
        ("elsewhere", "Tomas Reyl", "FC108", "unknown source", "sources.toml"),
    ],
)
def test_exceptions(check, source, quote, code, words, mend):
    found = check(extra={"claims/exceptions.toml": EXCEPTION.format(source=source, quote=quote)})
    if code is None:
        assert found == []
        return
    fault = only(found)
    assert (fault.code, str(fault.location)) == (code, "claims/exceptions.toml:1:1")
    assert words in fault.message
    assert mend in fault.mend


CLAIM = """
[[claim]]
id = "new"
statement = "{statement}"
also = {also}
[[claim.evidence]]
source = "port"
quote = '{quote}'
"""


@pytest.mark.parametrize(
    ("statement", "also", "words"),
    [
        ("Over three hundred people work in the port of Porto Lume.", "[]", "claim `port-staff`"),
        ("over three hundred  people work in the port of Porto Lume", "[]", "claim `port-staff`"),
        ("New.", '["The port of Porto Lume employs more than 300 people."]', "claim `port-staff`"),
        ("New.", '["new"]', "of this claim"),
        ("The port of Porto Lume employs more than -300 people.", "[]", None),
        ("The port of Porto Lume employs more than 400 people.", "[]", None),
    ],
)
def test_wordings_that_are_the_same(check, port, statement, also, words):
    found = check(claims=port.claims + CLAIM.format(statement=statement, also=also, quote=QUOTE))
    if words is None:
        assert found == []
        return
    fault = only(found)
    assert (fault.code, fault.severity, fault.claim) == ("FC110", "warning", "new")
    assert words in fault.message


def test_a_source_that_no_claim_quotes(check, port):
    fault, *rest = check(claims="")
    assert rest == []
    assert (fault.code, fault.severity) == ("FC113", "note")
    assert str(fault.location) == "src_text/sources.toml:1:1"


@pytest.mark.parametrize(("kind", "key"), [("turns-by-marker", "order"), ("turns-by-name", "names")])
def test_a_layout_without_its_speakers(check, port, kind, key):
    folder = port.write(claims=port.claims.replace('speaker = "Ines Varga"\n', ""))
    sources = folder / "src_text" / "sources.toml"
    text = sources.read_text(encoding="utf-8")
    text = text.replace('order = ["Tomas Reyl", "Ines Varga"]\n', "").replace("turns-by-marker", kind)
    sources.write_text(text, encoding="utf-8")
    fault = only(validate(Workspace(Place(folder))))
    assert fault.code == "FC104"
    assert f"`{key}` is missing" in fault.message


@pytest.mark.parametrize(
    ("quote", "code"),
    [
        (QUOTE, "FC301"),
        ("Over three hundred people work", "FC301"),
        ("- " + QUOTE, "FC301"),
        ("We did not close the northern quay.", None),
    ],
)
def test_the_same_words_for_both_sides(check, port, quote, code):
    against = f'[[claim.evidence]]\nsource = "port"\nquote = \'{quote}\'\nstance = "refutes"\n'
    before, _, after = port.claims.partition('[[claim]]\nid = "port-reopened"')
    found = check(claims=f'{before}{against}\n[[claim]]\nid = "port-reopened"{after}')
    assert [(fault.code, fault.claim) for fault in found] == ([(code, "port-staff")] if code else [])
    if found:
        assert found[0].location.line == before.count("\n") + 3


def test_faults_of_the_files_come_along(check, port):
    found = check(claims=port.claims.replace('source = "port"', 'source = "prot"', 1), sha256="0" * 64)
    assert [fault.code for fault in found] == ["FC108", "FC203"]


def test_everything_is_told_in_the_order_of_the_places(check, port):
    claims = (
        port.claims.replace(QUOTE, "Nobody ever said this at all, not once.")
        .replace("after a fire", "after a flood")
        .replace("stance", "stanze")
    )
    found = check(claims=claims)
    assert [fault.code for fault in found] == ["FC201", "FC201", "FC103"]
    assert found == sorted(found, key=lambda fault: fault.location)


def test_every_check_leaves_the_sound_alone(port_folder):
    workspace = Workspace(Place(port_folder))
    assert [fault for check in checks(EVERYTHING) for fault in check(workspace)] == []


def test_every_code_of_a_check_is_a_rule():
    assert {code for codes, _ in CHECKS for code in codes.split()} <= {rule.code for rule in RULES}
