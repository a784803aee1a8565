"""What `fix` mends, what it leaves, and what it says became of each quote."""

import hashlib
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.edit.applying import apply
from factcheck.edit.fixing import plan
from factcheck.edit.placing import Safety
from factcheck.errors import InputError
from factcheck.finding import Place
from factcheck.validate import validate
from factcheck.workspace import Workspace

QUOTE = "Over three hundred people work in the port today."
OTHER = "The port of Porto Lume reopened in March 2024 after a fire."


def opened(folder):
    return Workspace(Place(folder))


@pytest.fixture
def fixed(port):
    """Writes the invented workspace with changes and plans its mending; `apply` it to see the result."""

    def fixer(*, unsafe=False, extra=None, **changes):
        folder = port.write(**changes)
        for name, content in (extra or {}).items():
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_bytes(content.encode("utf-8"))
        return plan(opened(folder), unsafe=unsafe)

    return fixer


def errors(folder):
    return [fault.code for fault in validate(opened(folder)) if fault.severity == "error"]


def test_a_sound_workspace_needs_nothing(fixed):
    found = fixed()
    assert (found.edits, found.mended, found.left, found.drifts) == ((), (), (), ())


@pytest.mark.parametrize(
    ("quote", "what"),
    [
        ("over three hundred people work in the port today.", "case"),
        ("Over three hundred  people work in the port today.", "spaces"),
        ("Over three hundred people\u00a0work in the port today.", "spaces"),
    ],
)
def test_a_quote_that_differs_in_folding_becomes_the_sources_letters(fixed, port, quote, what):
    damaged = port.claims.replace(f"'{QUOTE}'", f"'{quote}'  # by hand")
    found = fixed(claims=damaged)
    [mend] = found.mended
    assert (mend.code, mend.claim, mend.safety) == ("FC201", "port-staff", Safety.SAFE)
    assert what in mend.what
    apply(port.folder, found.edits)
    text = (port.folder / "claims" / "port.toml").read_text(encoding="utf-8")
    assert text == port.claims.replace(f"'{QUOTE}'", f"'{QUOTE}'  # by hand")
    assert errors(port.folder) == []


@pytest.mark.parametrize(
    ("quote", "clash"),
    [("Over three hundred folks work in the port today.", False), ("Over three hundred peop", False)],
)
def test_other_words_are_a_judgement(fixed, port, quote, clash):
    damaged = port.claims.replace(QUOTE, quote)
    found = fixed(claims=damaged)
    [left] = found.left
    assert (found.edits, left.safety, bool(left.changes)) == ((), Safety.UNSAFE, True)
    found = fixed(claims=damaged, unsafe=True)
    assert found.left == ()
    apply(port.folder, found.edits)
    assert errors(port.folder) == []


def test_words_that_no_longer_bear_out_the_claim_are_left_even_then(fixed, port):
    text = port.text.replace("reopened in March 2024", "reopened in April 2023")
    found = fixed(text=text, sha256=hashlib.sha256(port.text.encode()).hexdigest(), unsafe=True)
    assert found.edits == ()
    [quote, source] = found.left
    assert (quote.claim, quote.safety) == ("port-reopened", Safety.NEVER)
    assert "clashes with what the source says now" in quote.what
    assert (source.code, source.safety) == ("FC203", Safety.NEVER)


@pytest.mark.parametrize(
    ("quote", "what"),
    [
        ("Nobody here ever wrote such a thing about whales.", "nothing in the source is like it"),
        ("agreement with the", "more than once"),
    ],
)
def test_what_only_a_person_can_mend_is_never_touched(fixed, port, quote, what):
    damaged = port.claims.replace(f"'{OTHER}'", f"'{quote}'")
    for unsafe in (False, True):
        found = fixed(claims=damaged, unsafe=unsafe)
        [left] = found.left
        assert (found.edits, left.safety) == ((), Safety.NEVER)
        assert what in left.what
        assert left.help


def test_the_speaker_tells_equal_places_apart(fixed, port):
    before = "quote = 'In May 2024 the port signed an agreement with the railway.'"
    found = fixed(
        claims=port.claims.replace(before, "quote = 'agreement with the'\nspeaker = \"Tomas Reyl\"  # he")
    )
    [mend] = found.mended
    assert (mend.code, mend.safety) == ("FC202", Safety.SAFE)
    apply(port.folder, found.edits)
    assert errors(port.folder) == []
    text = (port.folder / "claims" / "port.toml").read_text(encoding="utf-8")
    assert 'quote = \'agreement with the\'\nsuffix = " r"\nspeaker = "Tomas Reyl"  # he' in text


def test_a_speaker_who_says_it_twice_does_not(fixed, port):
    text = port.text.replace("We did not close", "We work in the port. We did not close")
    quote = "quote = 'work in the port'\nspeaker = \"Ines Varga\""
    old = "quote = 'Over three hundred people work in the port today.'\nspeaker = \"Ines Varga\""
    [left] = fixed(claims=port.claims.replace(old, quote), text=text).left
    assert left.safety is Safety.NEVER


def test_words_of_another_speaker_are_not_taken(fixed, port):
    damaged = port.claims.replace(QUOTE, QUOTE.lower()).replace('"Ines Varga"', '"Tomas Reyl"')
    [left] = fixed(claims=damaged, unsafe=True).left
    assert (left.safety, left.values) == (Safety.NEVER, {})
    assert "speaker" in left.what


@pytest.mark.parametrize(
    ("context", "safety"),
    [
        ('prefix = "-  "', Safety.SAFE),
        ('suffix = " according to"', Safety.SAFE),
        ('prefix = "He said: "', Safety.UNSAFE),
    ],
)
def test_context_becomes_the_sources(fixed, port, context, safety):
    damaged = port.claims.replace(f"'{QUOTE}'", f"'{QUOTE}'\n{context}")
    found = fixed(claims=damaged)
    assert [mend.safety for mend in (*found.mended, *found.left)] == [safety]
    found = fixed(claims=damaged, unsafe=True)
    apply(port.folder, found.edits)
    assert errors(port.folder) == []


def test_the_hash_of_a_source_whose_every_quote_stands_is_taken_anew(fixed, port):
    text = port.text.replace("We trust them.", "We trust them all.")
    found = fixed(text=text, sha256="0" * 64)
    [mend] = found.mended
    assert (mend.code, found.left) == ("FC203", ())
    assert found.drifts == ("src_text/port.txt has changed; 4 quotes: 4 unchanged",)
    apply(port.folder, found.edits)
    assert errors(port.folder) == []


def test_a_hash_follows_the_quotes_that_are_mended_with_it(fixed, port):
    text = port.text.replace("three hundred people work", "three  hundred people work")
    found = fixed(text=text, sha256="0" * 64)
    assert [mend.code for mend in found.mended] == ["FC201", "FC203"]
    assert found.mended[0].what == "edited: differs in spaces"
    apply(port.folder, found.edits)
    assert errors(port.folder) == []
    assert plan(opened(port.folder)).edits == ()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("after a fire", "after a blaze"), "3 unchanged, 1 edited"),
        ((OTHER, "Nothing happened."), "3 unchanged, 1 deleted"),
        ((OTHER, f"{OTHER} {OTHER}"), "3 unchanged, 1 ambiguous"),
    ],
)
def test_what_became_of_each_quote(fixed, port, change, told):
    found = fixed(text=port.text.replace(*change), sha256="0" * 64)
    assert found.drifts == (f"src_text/port.txt has changed; 4 quotes: {told}",)
    assert [mend.code for mend in found.mended] == []
    fault = next(fault for fault in validate(opened(port.folder)) if fault.code == "FC203")
    assert fault.message.endswith(f"; 4 quotes: {told}")
    [quote] = [fault for fault in validate(opened(port.folder)) if fault.claim == "port-reopened"]
    assert quote.message.startswith(f"{told.split()[-1]}: ")


def test_moved_is_known_where_the_original_is_kept(fixed, port):
    text = port.text.replace("The port of Porto Lume reopened", "It rained. The port of Porto Lume reopened")
    found = fixed(
        text=text,
        sha256=hashlib.sha256(port.text.encode()).hexdigest(),
        extra={"src_text/originals/port.txt": port.text},
    )
    assert found.drifts == ("src_text/port.txt has changed; 4 quotes: 4 moved",)


def test_exceptions_are_mended_too(fixed, port):
    exceptions = "# why\n[[exception]]\nsource = 'port'\nquote = '{}'\nreason = 'a courtesy'\n"
    path = "claims/exceptions.toml"
    found = fixed(extra={path: exceptions.format("we trust  them.")})
    [mend] = found.mended
    assert (mend.code, mend.safety) == ("FC205", Safety.SAFE)
    apply(port.folder, found.edits)
    assert (port.folder / path).read_text(encoding="utf-8") == exceptions.format("We trust them.")


def test_lines_of_json_are_mended_one_by_one(fixed, port):
    sound = {"id": "b", "statement": "B is so.", "evidence": [{"source": "port", "quote": OTHER}]}
    odd = '{ "id":"a",  "statement": "A is so.", "evidence": [{"source": "port", "quote": "we trust them."}]}'
    text = f"{json.dumps(sound)}\n{odd}\n\n{json.dumps({**sound, 'id': 'c', 'statement': 'C.'})}"
    found = fixed(extra={"claims/x.jsonl": text})
    apply(port.folder, found.edits)
    lines = (port.folder / "claims" / "x.jsonl").read_text(encoding="utf-8").split("\n")
    assert [lines[0], *lines[2:]] == [text.split("\n")[0], *text.split("\n")[2:]]
    assert json.loads(lines[1])["evidence"] == [{"source": "port", "quote": "We trust them."}]


def test_claims_that_share_an_id_are_left_to_a_person(fixed, port):
    damaged = port.claims.replace("port-reopened", "port-staff").replace("after a fire", "After a fire")
    [left] = fixed(claims=damaged).left
    assert (left.safety, left.help) == (Safety.NEVER, "give the claims ids of their own first")


def test_a_file_that_changed_meanwhile_is_not_edited(port):
    folder = port.write(claims=port.claims.replace(QUOTE, QUOTE.lower()))
    workspace = opened(folder)
    assert workspace.claims and workspace.documents
    (folder / "claims" / "port.toml").write_text("# all gone\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"claims/port.toml: changed since it was read"):
        plan(workspace)


def test_a_byte_order_mark_and_the_line_ends_stay(fixed, port):
    damaged = "\ufeff" + port.claims.replace(QUOTE, QUOTE.lower()).replace("\n", "\r\n")
    found = fixed(claims=None, extra={"claims/port.toml": damaged})
    apply(port.folder, found.edits)
    data = (port.folder / "claims" / "port.toml").read_bytes()
    assert data == ("\ufeff" + port.claims.replace("\n", "\r\n")).encode()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(
    st.lists(st.sampled_from([(" ", "  "), (" ", "\u00a0"), ("O", "o"), ("today", "TODAY")]), max_size=3),
    st.sampled_from(["", "  # why", " # 'quoted'"]),
)
def test_whatever_was_folded_is_the_only_thing_that_changes(fixed, port, damages, comment):
    quote = QUOTE
    for old, new in damages:
        quote = quote.replace(old, new, 1)
    written = port.claims.replace(f"'{QUOTE}'", f"'{quote}'{comment}")
    found = fixed(claims=written)
    apply(port.folder, found.edits)
    text = (port.folder / "claims" / "port.toml").read_text(encoding="utf-8")
    assert text == port.claims.replace(f"'{QUOTE}'", f"'{QUOTE}'{comment}")


@pytest.mark.parametrize(("speaker", "safety"), [('speaker = "Ines Varga"', Safety.SAFE), ("", Safety.NEVER)])
def test_the_speaker_tells_equal_places_apart_that_are_not_to_the_letter(fixed, port, speaker, safety):
    before = "quote = 'In May 2024 the port signed an agreement with the railway.'"
    found = fixed(claims=port.claims.replace(before, f"quote = 'Agreement  with the'\n{speaker}"))
    assert [mend.safety for mend in (*found.mended, *found.left)] == [safety]
    if safety is Safety.SAFE:
        apply(port.folder, found.edits)
        text = (port.folder / "claims" / "port.toml").read_text(encoding="utf-8")
        assert "quote = 'agreement with the'\nsuffix = \" p\"\n" in text


def test_a_short_quote_in_other_surroundings_may_be_another_one(fixed, port):
    damaged = port.claims.replace(f"'{OTHER}'", "'We trust them.'\nprefix = 'he said: '")
    for unsafe in (False, True):
        [left] = fixed(claims=damaged, unsafe=unsafe).left
        assert left.safety is Safety.NEVER
        assert "other surroundings" in left.what
