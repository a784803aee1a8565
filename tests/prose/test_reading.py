"""What is read of an article, and the map from what is read to the file."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.model import Span
from factcheck.prose.article import read_article

LINE_ENDS = "\r\n"


def texts(text, path="a.md"):
    return [block.text for block in read_article(text, path).blocks]


@pytest.mark.parametrize(
    ("markdown", "blocks"),
    [
        ("One.\nTwo.\n\nThree.", ["One. Two.", "Three."]),
        ("# Heading\n\nText.\n\nOther heading\n---\n", ["Text."]),
        ("*Some* __words__ ***here*** and 2 * 3 * 4 a_b_c.", ["Some words here and 2 * 3 * 4 a_b_c."]),
        ("A [link *text*](http://a.b/c 'The title') ends.", ["A link text ends."]),
        ("A [ref][one] and [one] and [none].\n\n[one]: http://a.b", ["A ref and one and [none]."]),
        ("See ![the port](port.png) there.", ["See there."]),
        ("Mail <http://a.b> now.", ["Mail now."]),
        ("Five &lt; six &amp; \\*so\\* on\\.", ["Five < six & *so* on."]),
        ("Some <b>bold</b> words<br>here.", ["Some bold words here."]),
        ("It ~~never~~ was.", ["It was."]),
        ("It was.[^1]\n", ["It was."]),
        ("Two spaces  \nbreak, and\\\nso on.", ["Two spaces break, and so on."]),
        ("- One.\n- Two\n  goes on.\n  1. Three.", ["One.", "Two goes on.", "Three."]),
        ("> Quoted.\n> More.\n\nAfter.", ["Quoted. More.", "After."]),
        ("Before.\n\n    code\n\n```\ncode.\n```\n\n<!-- note. -->\n\n<div>\nHTML.\n</div>", ["Before."]),
        ("| a | b |\n| - | - |\n| c | d |\n\nText.", ["Text."]),
        ("---\ntitle: It. Is.\n---\nText.", ["Text."]),
        ("+++\ntitle = 'It.'\n+++\nText.", ["Text."]),
        ("\ufeff---\na: b\n---\n\nText.\n\n---\n", ["Text."]),
        ("Text with\r\nreturns.\r\n\r\nMore.\r\n", ["Text with returns.", "More."]),
        ("Before <!-- factcheck: ignore: why --> after.", ["Before after."]),
        ("<!-- factcheck: ignore: why -->\nText.", ["Text."]),
    ],
)
def test_markdown(markdown, blocks):
    assert texts(markdown) == blocks


def test_plain_text():
    assert texts("# One\nand *two*.\r\n\r\n  Three.", "a.txt") == ["# One and *two*.", "Three."]


def test_code_in_a_sentence_leaves_it_alone():
    first, second = read_article("The `port` has 300 people. It is open.", "a.md").sentences
    assert (first.broken, second.broken) == (True, False)


def test_places():
    article = read_article("# Port\n\nIt *is*\nopen. The **port** of [Lume](x) works.\n", "a.md")
    first, second = article.sentences
    assert (first.text, second.text) == ("It is open.", "The port of Lume works.")
    assert [str(article.location(item.raw.start)) for item in (first, second)] == ["a.md:3:1", "a.md:4:7"]
    assert first.raw.of(article.text) == "It *is*\nopen."
    lume = second.text.index("Lume") + second.span.start
    assert second.block.raw(Span(lume, lume + 4)).of(article.text) == "Lume"


MARKUP = st.lists(
    st.sampled_from(
        [
            *'ab .,*_`[]()<>!\\&~#-\n\t|:"“”\u00a0é',
            *(
                "\n\n",
                "\r\n",
                "> ",
                "- ",
                "1. ",
                "**",
                "](x)",
                "&amp;",
                "&#8220;",
                "```",
                "<!--",
                "-->",
                "![",
                "~~",
            ),
            *("[^1]", "<br>", "    ", "[a]: b\n", "---\n", "\0", "<!-- factcheck: ignore -->"),
        ]
    ),
    max_size=60,
).map("".join)


@given(MARKUP)
@example("*a\n*b*")
@example("> - a\n>   b &amp; [c](d)")
@example("\ta\n\n-\tb\n\tc")
def test_every_character_has_its_place(text):
    for block in read_article(text, "a.md").blocks:
        assert len(block.text) == len(block.starts) == len(block.ends)
        assert list(block.starts) == sorted(block.starts)
        for char, start, end in zip(block.text, block.starts, block.ends, strict=True):
            raw = text[start:end]
            assert raw == char or char == " " or raw.startswith("&") or (raw, char) == ("\0", "\ufffd")


@given(st.text(alphabet='ab. \n\r"“”’', max_size=80))
def test_sentences_hold_all_of_a_plain_text(text):
    article = read_article(text, "a.txt")
    read = "".join(sentence.raw.of(text) for sentence in article.sentences)
    assert "".join(read.split()) == "".join(text.split())
