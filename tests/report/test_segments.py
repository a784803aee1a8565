"""A document cut into segments is the document."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Document, Layout, Location, Source, Span, Stance, Turn
from factcheck.reporting.segments import QuotedSpan, cut
from factcheck.text import paragraphs, sentences

SOURCE = Source("s", "src_text/s.txt", "", "T", "text", "P", "2025", "en", (), Layout(), Location("sources.toml"))


def document(text):
    return Document(SOURCE, text, "", (Turn(Span(0, len(text)), "A", None, "text"),))


def blocks(text, *spans, stance=Stance.SUPPORTS):
    quoted = [QuotedSpan(Span(*span), number, number, stance) for number, span in enumerate(spans)]
    return cut(document(text), quoted, sentences(text), 0, 1)


@st.composite
def texts_with_spans(draw):
    text = draw(st.text(alphabet="ab. \n’–", max_size=80))
    edges = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(edges, edges), max_size=8)) if text else []
    return text, [(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]]


@given(texts_with_spans())
def test_the_segments_of_a_block_are_its_paragraph_to_the_letter(case):
    text, spans = case
    found = ["".join(segment.text for segment in block.segments) for block in blocks(text, *spans).blocks]
    assert found == [span.of(text) for span in paragraphs(text)]


@given(texts_with_spans())
def test_every_character_is_covered_by_the_quotes_that_hold_it(case):
    text, spans = case
    made = blocks(text, *spans)
    segments = [segment for block in made.blocks for segment in block.segments]
    for segment, start in zip(segments, made.starts, strict=True):
        for offset in range(start, start + len(segment.text)):
            held = {number for number, span in enumerate(spans) if Span(*span).contains(Span(offset, offset + 1))}
            assert set(segment.quotes) == held


@given(texts_with_spans())
def test_passages_that_overlap_have_lanes_of_their_own(case):
    text, spans = case
    for block in blocks(text, *spans).blocks:
        for segment in block.segments:
            passages = {spans[quote] for quote in segment.quotes}
            assert len({lane for lane, _ in segment.lanes}) == len(segment.lanes) == len(passages)


def test_the_numbers_of_claims_stand_where_their_quotes_end():
    made = blocks("One two. Three.", (0, 8), (4, 8), (9, 15))
    ended = {segment.text: segment.ended for segment in made.blocks[0].segments if segment.ended}
    assert ended == {"two.": (0, 1), "Three.": (2,)}


def test_one_passage_of_several_claims_takes_one_lane():
    made = blocks("One two.", (0, 8), (0, 8))
    assert [segment.lanes for segment in made.blocks[0].segments] == [((1, Stance.SUPPORTS),)]


def test_a_turn_that_begins_inside_a_paragraph_begins_a_block():
    text = "A: One.\nB: Two."
    turns = (Turn(Span(0, 8), "A", None, "turn"), Turn(Span(8, 15), "B", None, "turn"))
    made = cut(Document(SOURCE, text, "", turns), [], sentences(text), 0, 1)
    assert [(block.speaker, block.opens, block.line) for block in made.blocks] == [("A", True, 1), ("B", True, 2)]
    assert ["".join(s.text for s in block.segments) for block in made.blocks] == ["A: One.", "B: Two."]
