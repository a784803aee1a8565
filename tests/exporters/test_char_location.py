"""`char_location` citations, as the client library of a language model reads them."""

import json

import pytest

from factcheck.exporters import EXPORTERS


@pytest.fixture
def made(export):
    return json.loads(EXPORTERS["char-location"](export()))


def test_the_text_stands_where_the_citation_says(made, port):
    citations = [citation for block in made["content"] for citation in block["citations"]]
    assert len(citations) == 4
    for citation in citations:
        assert set(citation) == {
            *("type", "cited_text", "document_index", "document_title", "start_char_index", "end_char_index")
        }
        assert citation["type"] == "char_location"
        document = made["documents"][citation["document_index"]]
        assert citation["document_title"] == document["title"]
        text = (port.folder / document["path"]).read_bytes().decode("utf-8")
        assert text[citation["start_char_index"] : citation["end_char_index"]] == citation["cited_text"]


def test_what_speaks_against_a_claim_does_not_bear_it_out(made):
    texts = [block["text"] for block in made["content"]]
    agreement = "The port of Porto Lume signed an agreement with the railway in May 2024."
    assert texts[2:] == [agreement, f"Against the claim: “{agreement}”"]
    assert made["content"][3]["citations"][0]["cited_text"].startswith("Our colleagues at the railway deny")


def test_the_client_library_takes_it(made):
    types = pytest.importorskip("anthropic.types")
    for block in made["content"]:
        read = types.TextBlock.model_validate(block)
        assert {type(citation) for citation in read.citations} == {types.CitationCharLocation}
        assert read.model_dump(exclude_none=True) == block
