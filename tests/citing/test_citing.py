"""Citations are resolved in the moment of writing, or refused."""

import hashlib

import pytest

from factcheck.citing import CONTEXT, Citer
from factcheck.errors import AnchorError
from factcheck.finding import Place
from factcheck.model import Span
from factcheck.workspace import Workspace

QUOTE = "Over three hundred people work in the port today."


@pytest.fixture
def opened(port_folder):
    return Workspace(Place(port_folder))


def cite(workspace, claim_id="port-staff"):
    return Citer(workspace).of_claim(workspace.claim(claim_id))


def test_a_citation_has_what_stands_around_the_quote(opened, port):
    [cited] = cite(opened)
    start = port.text.index(QUOTE)
    assert (cited.key, cited.passage.quote, cited.passage.span.start) == ("port-staff", QUOTE, start)
    assert cited.before == port.text[start - CONTEXT : start]
    assert cited.after == port.text[start + len(QUOTE) :][:CONTEXT]
    assert (cited.source.id, cited.link) == ("port", None)


def test_each_quote_has_a_key_of_its_own(opened):
    assert [cited.key for cited in cite(opened, "railway-agreement")] == [
        "railway-agreement",
        "railway-agreement.2",
    ]


@pytest.mark.parametrize(
    "change",
    [
        lambda claims: claims.replace(QUOTE, QUOTE.upper()),
        lambda claims: claims.replace('speaker = "Ines Varga"', 'speaker = "Tomas Reyl"'),
        lambda claims: claims.replace(QUOTE, "port"),
    ],
    ids=["not verbatim", "another speaker", "several places"],
)
def test_what_does_not_hold_is_refused(port, change):
    claims = change(port.claims)
    workspace = Workspace(Place(port.write(claims=claims)))
    with pytest.raises(
        AnchorError, match=r"`port-staff` cannot be cited: its quote “.+” \(claims/port.toml:12"
    ) as error:
        cite(workspace)
    assert "factcheck validate" in error.value.mend


def test_one_quote_of_several_that_does_not_hold_is_enough(port):
    workspace = Workspace(
        Place(port.write(claims=port.claims.replace("Our colleagues at", "Our friends at")))
    )
    with pytest.raises(AnchorError, match="`railway-agreement` cannot be cited"):
        cite(workspace, "railway-agreement")


def test_a_source_that_changes_under_the_hands_is_noticed(opened, port):
    assert cite(opened)
    path = port.folder / "src_text" / "port.txt"
    path.write_bytes(path.read_bytes().replace(b"three hundred", b"four hundred"))
    with pytest.raises(AnchorError, match=r"`port-staff` cannot be cited: src_text/port\.txt has changed"):
        cite(opened)
    path.unlink()
    with pytest.raises(AnchorError, match="there is no such file"):
        cite(opened)


def test_passages_of_an_answer(opened, port):
    document = opened.documents["port"]
    passages = [opened.passage(document, Span(start, start + 8)) for start in (0, 0, 20)]
    cited = Citer(opened).of_passages(passages)
    assert [(one.key, one.passage.quote) for one in cited] == [
        ("port:1:1", port.text[:8]),
        ("port:1:21", port.text[20:28]),
    ]
    wider = opened.passage(document, Span(0, 20))
    keys = [one.key for one in Citer(opened).of_passages([passages[0], wider, wider])]
    assert len(set(keys)) == len(keys) == 2


def test_a_passage_that_says_something_else_now_is_refused(opened, port):
    document = opened.documents["port"]
    passage = opened.passage(document, Span(0, 8))
    text = "Y" + port.text[1:]
    port.write(text=text)
    changed = Workspace(Place(port.folder))
    assert hashlib.sha256(text.encode()).hexdigest() == changed.documents["port"].sha256
    with pytest.raises(AnchorError, match="says something else there"):
        Citer(changed).of_passages([passage])
